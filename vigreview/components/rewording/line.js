// Something that was said here, put differently: its first wording stays beside it.

/** The field for other words, shut until it is asked for; `act` keeps one, and tells whether it is. */
function makeLine(act, onState) {
  let data = {}; // what was said, and the name of the draft
  let line = null; // the field, while it is open
  const label = el("label", { class: "quiet", for: "reword" });
  const keepButton = button({ kind: "main", onclick: keepWords });
  const not = button({ kind: "plain", onclick: () => (line.empty(), shut()) });
  const fields = el("div");
  const node = el("div", { class: "line", hidden: true }, label, fields,
    el("div", { class: "others" }, keepButton, not));

  function open() {
    if (line) return line.field.focus();
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
    fields.replaceChildren(field.field);
    node.hidden = false;
    field.field.focus();
  }
  function shut() {
    line?.end();
    line = null;
    node.hidden = true;
    fields.replaceChildren();
  }
  async function keepWords() {
    const words = line.words();
    if (!words) return line.field.focus();
    line.keepDraft(); // now, and not after these words have been kept
    const { what, said_id, box } = data;
    if (!(await act("reword", { what, said_id, words, box, turn: acts().turn() }))) return;
    line.settled(words);
    shut();
    dispatchEvent(new Event(SAID));
  }

  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keepWords();
  });

  return {
    node,
    open,
    shut,
    update(now) {
      if (now.said_id !== data.said_id) shut();
      data = now;
      put(label, data.words["reword-label"]);
      setButton(keepButton, { words: data.words.keep });
      setButton(not, { words: data.words.not });
    },
  };
}
