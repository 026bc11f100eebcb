// Something that was said here, put differently: its first wording stays beside it.

/** The field for other words, shut until it is asked for; `act` keeps one, and tells whether it is. */
function makeLine(act, onState) {
  let data = {}; // what was said, and the name of the draft
  let line = null; // the field, while it is open
  let first = true; // of what it hears of these words: only then is a draft one of before a reload
  const label = el("label", { class: "quiet", for: "reword" });
  const keepButton = button({ kind: "main", onclick: keepWords });
  const not = button({ kind: "plain", onclick: letGo });
  const fields = el("div");
  const node = el("div", { class: "line", hidden: true }, label, fields,
    el("div", { class: "others" }, keepButton, not));

  function open() {
    if (!line) show("");
    line.field.focus();
  }
  /** Open the field with a draft in it, or with the words as they stand. */
  function show(typed) {
    line = makeField({
      id: "reword", rows: 3, dir: "auto", box: data.box, draft: typed || data.said,
      onDraft: onState, onType: () => dispatchEvent(new Event(TYPING)),
    });
    fields.replaceChildren(line.field);
    node.hidden = false;
  }
  function shut() {
    line?.end();
    line = null;
    node.hidden = true;
    fields.replaceChildren();
  }
  function letGo() {
    line.show(data.said);
    keep("keep_draft", { box: data.box, words: "", turn: acts().turn() }).catch(() => {});
    shut();
    dispatchEvent(new Event(SAID));
  }
  async function keepWords() {
    const { field, words, keepDraft, settled } = line;
    const said = words();
    if (!said) return field.focus();
    keepDraft(); // now, and not after these words have been kept
    const { what, said_id, box } = data;
    keepButton.disabled = not.disabled = true;
    const kept = await act("reword", { what, said_id, words: said, box, turn: acts().turn() });
    keepButton.disabled = not.disabled = false;
    if (!kept) return;
    settled(said);
    if (line?.field === field) shut();
    dispatchEvent(new Event(SAID));
  }
  node.addEventListener("keydown", (event) => {
    const done = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (done && !keepButton.disabled) keepWords();
  });

  return {
    node,
    open,
    shut,
    /** Hear what the rows say; what was typed before a reload opens the field where it `may`. */
    update(now, may) {
      if (now.said_id !== data.said_id) {
        shut();
        first = true;
      }
      data = now;
      if (first && may && data.draft) show(data.draft);
      first = false;
      put(label, data.words["reword-label"]);
      setButton(keepButton, { words: data.words.keep });
      setButton(not, { words: data.words.not });
    },
  };
}
