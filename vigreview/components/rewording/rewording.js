// Under something that was said: put it differently.

function beginRewording(root, says, first) {
  let data = first;
  const status = el("span", { class: "keeping", role: "status" });
  const turn = button({ kind: "plain", onclick: () => line.open() });
  const onState = (state) => showKeeping(status, state, data.keeping);
  const line = makeLine(act, onState);
  root.append(turn, line.node, status);

  async function act(verb, args) {
    try {
      await keep(verb, args, { onState });
      says("kept", data.said_id);
      return true;
    } catch (refusal) {
      showKeeping(status, "refused", { refused: { words: refusal.message, lang: "en", dir: "ltr" } });
      return false;
    }
  }

  return {
    update(now) {
      data = now;
      setButton(turn, { words: data.words.reword });
      line.update(data, true);
    },
    end: line.shut,
  };
}

export default function (component) {
  return live(component, beginRewording);
}
