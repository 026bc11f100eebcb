// Under what somebody noticed: keep it as a strength, show the moment, put it differently.

function beginNoticed(root, says, first) {
  let data = first;
  let tapped = null; // what was tapped and the rows may not say yet
  const memory = acts().memory;
  const place = () => `noticed ${data.noticing_id}`;
  const status = el("span", { class: "keeping", role: "status" });
  const strength = button({ sign: "heart", kind: "chip", onclick: () => keepStrength(!isStrength()) });
  const moment = button({ sign: "ring", kind: "chip", onclick: () => tell(data.pinned ? "go" : "pin") });
  const more = button({ kind: "plain", "aria-expanded": "false", onclick: () => open(!isOpen()) });
  const again = button({ sign: "ring", kind: "plain", onclick: () => tell("pin") });
  const unpin = button({ kind: "plain", onclick: takeAway });
  const reword = button({ kind: "plain", onclick: () => line.open() });
  const idea = button({ kind: "plain", onclick: () => says("idea", data.noticing_id) });
  const others = el("div", { class: "others", hidden: true }, again, unpin, reword, idea);
  const onState = (state) => showKeeping(status, state, data.keeping);
  const line = makeOpening(OTHER_WORDS, act, onState, () => reword.focus());
  root.append(el("div", { class: "first" }, strength, moment, more), others, line.node, status);

  const isStrength = () => tapped ?? data.strength;
  const isOpen = () => memory.get(place()) ?? false;

  function open(on) {
    memory.set(place(), on);
    draw();
  }
  const tell = (act) =>
    dispatchEvent(new CustomEvent(MOMENT, { detail: { act, noticing_id: data.noticing_id } }));

  async function keepStrength(kept) {
    tapped = kept;
    draw();
    await act("keep_strength", { noticing_id: data.noticing_id, kept });
    draw();
  }
  function takeAway() {
    act("unpin_moment", { noticing_id: data.noticing_id });
  }

  async function act(verb, args) {
    try {
      await keep(verb, args, { onState });
      says("kept", verb);
      return true;
    } catch (refusal) {
      tapped = null;
      showKeeping(status, "refused", { refused: { words: refusal.message, lang: "en", dir: "ltr" } });
      return false;
    }
  }
  function draw() {
    const { words, pinned, with_picture: withPicture } = data;
    strength.setAttribute("aria-pressed", String(isStrength()));
    setButton(strength, { sign: "heart", words: isStrength() ? words["is-strength"] : words.strength });
    setButton(moment, { sign: "ring", words: pinned ? words.go : words.show });
    moment.hidden = !withPicture;
    more.setAttribute("aria-expanded", String(isOpen()));
    setButton(more, { words: isOpen() ? words.less : words.more });
    others.hidden = !isOpen();
    again.hidden = !(pinned && withPicture);
    unpin.hidden = !pinned;
    setButton(again, { words: words["show-again"], sign: "ring" });
    setButton(unpin, { words: words.unpin });
    setButton(reword, { words: words.reword });
    setButton(idea, { words: words.idea });
  }

  return {
    update(now) {
      const other = now.noticing_id !== data.noticing_id;
      if (other || tapped === now.strength) tapped = null;
      data = now;
      line.update({ ...data, what: "noticings", said_id: data.noticing_id }, isOpen());
      draw();
    },
    end: line.shut,
  };
}

export default function (component) {
  return live(component, beginNoticed);
}
