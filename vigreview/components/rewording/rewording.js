// Under something that was said: put it differently; of an idea, whose it is and when; of what is
// thought of for next time, let it go, or take it up again.

function beginRewording(root, says, first) {
  let data = first;
  const status = el("span", { class: "keeping", role: "status" });
  const reword = button({ kind: "plain", onclick: () => opened(line) });
  const about = button({ kind: "plain", onclick: () => opened(whose) });
  const letGo = button({ kind: "plain", onclick: turnAway });
  const others = el("div", { class: "others" }, reword, about, letGo);
  const onState = (state) => showKeeping(status, state, data.keeping);
  const line = makeOpening(OTHER_WORDS, act, onState, () => shut(reword));
  const whose = makeOpening(WHOSE_AND_WHEN, act, onState, () => shut(about));
  root.append(others, line.node, whose.node, status);

  /** One thing at a time: what could be opened beside it is there again once it is shut. */
  function opened(opening) {
    opening.open();
    draw();
  }
  function shut(turn) {
    draw();
    turn.focus();
  }
  function turnAway() {
    act("let_go_next", { next_id: data.said_id, gone: !data.gone });
  }
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
  function draw() {
    const { words, gone } = data;
    others.hidden = line.isOpen() || whose.isOpen();
    reword.hidden = Boolean(gone);
    about.hidden = !data.about;
    letGo.hidden = gone == null;
    setButton(reword, { words: words.reword });
    setButton(about, { words: words.about });
    setButton(letGo, { words: gone ? words["take-up"] : words["let-go"] });
  }

  return {
    update(now) {
      data = now;
      line.update(data, !data.gone);
      whose.update(data, Boolean(data.about));
      if (data.gone) line.shut();
      draw();
    },
    end() {
      line.shut();
      whose.shut();
    },
  };
}

export default function (component) {
  return live(component, beginRewording);
}
