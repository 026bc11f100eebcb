// Under what somebody noticed: keep it as a strength, show the moment, put it differently.

function beginNoticed(root, says, first) {
  let data = first;
  let tapped = null; // what was tapped and the rows may not say yet
  let line = null; // the field for other words, while it is open
  const memory = acts().memory;
  const place = () => `noticed ${data.noticing_id}`;
  const status = el("span", { class: "keeping", role: "status" });
  const strength = button({ sign: "heart", kind: "chip", onclick: () => keepStrength(!isStrength()) });
  const moment = button({ sign: "ring", kind: "chip", onclick: () => tell(data.pinned ? "go" : "pin") });
  const more = button({ kind: "plain", "aria-expanded": "false", onclick: () => open(!isOpen()) });
  const again = button({ sign: "ring", kind: "plain", onclick: () => tell("pin") });
  const unpin = button({ kind: "plain", onclick: takeAway });
  const reword = button({ kind: "plain", onclick: openLine });
  const idea = button({ kind: "plain", onclick: () => says("idea", data.noticing_id) });
  const others = el("div", { class: "others", hidden: true }, again, unpin, reword, idea);
  const lineLabel = el("label", { class: "quiet", for: "reword" });
  const keepLine = button({ kind: "main", onclick: keepWords });
  const closeLine = button({ kind: "plain", onclick: () => (line.empty(), shutLine()) });
  const lineFields = el("div");
  const lineBox = el("div", { class: "line", hidden: true }, lineLabel, lineFields,
    el("div", { class: "others" }, keepLine, closeLine));
  root.append(el("div", { class: "first" }, strength, moment, more), others, lineBox, status);

  const isStrength = () => tapped ?? data.strength;
  const isOpen = () => memory.get(place()) ?? false;
  const onState = (state) => showKeeping(status, state, data.keeping);

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
  function openLine() {
    const field = makeField({
      id: "reword", rows: 3, dir: "auto", box: data.box, draft: data.draft || data.said,
      onDraft: onState, onType: () => dispatchEvent(new Event(TYPING)),
    });
    line = Object.assign(field, {
      empty() {
        field.field.value = "";
        field.keepDraft();
      },
    });
    lineFields.replaceChildren(field.field);
    lineBox.hidden = false;
    field.field.focus();
  }
  function shutLine() {
    line?.end();
    line = null;
    lineBox.hidden = true;
    lineFields.replaceChildren();
  }
  async function keepWords() {
    const words = line.words();
    if (!words) return line.field.focus();
    line.keepDraft(); // now, and not after these words have been kept
    const told = { what: "noticings", said_id: data.noticing_id, words };
    if (!(await act("reword", { ...told, box: data.box, turn: acts().turn() }))) return;
    line.settled(words);
    shutLine();
    dispatchEvent(new Event(SAID));
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
    put(lineLabel, words["reword-label"]);
    setButton(keepLine, { words: words.keep });
    setButton(closeLine, { words: words.not });
  }

  return {
    update(now) {
      const other = now.noticing_id !== data.noticing_id;
      if (other) shutLine();
      if (other || tapped === now.strength) tapped = null;
      data = now;
      draw();
      if (data.draft && !line && isOpen()) openLine(); // what was typed before a reload
    },
    end: shutLine,
  };
}

export default function (component) {
  return live(component, beginNoticed);
}
