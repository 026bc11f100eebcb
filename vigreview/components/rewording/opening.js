// What opens under something that was said, to say it anew: its fields, "Keep" and "Not now".

/**
 * Shut until it is asked for. `kind.begun(data)` tells whether something was typed there before;
 * `kind.make(data, begun, onDraft, onType)` returns `{verb, nodes, fields, missing(), said()}`.
 * `act` keeps it, and tells whether it is; `onShut(done)` hears that it is shut.
 */
function makeOpening(kind, act, onState, onShut) {
  let data = {}; // what was said, and the names of the drafts
  let open = null; // what is asked, while it is open
  let first = true; // of what it hears of these words: only then is a draft one of before a reload
  const keepButton = button({ kind: "main", onclick: keepAll });
  const not = button({ kind: "plain", onclick: letGo });
  const place = el("div", { class: "asked" });
  const node = el("div", { class: "line", hidden: true }, place,
    el("div", { class: "others" }, keepButton, not));

  /** Open it with drafts in its fields where something was `begun`, else with what stands. */
  function show(begun) {
    open = kind.make(data, begun, onState, () => dispatchEvent(new Event(TYPING)));
    place.replaceChildren(...open.nodes.filter(Boolean));
    node.hidden = false;
  }
  function shut() {
    open?.fields.forEach((field) => field.end());
    open = null;
    node.hidden = true;
    place.replaceChildren();
  }
  function done() {
    shut();
    onShut();
    dispatchEvent(new Event(SAID));
  }
  function letGo() {
    for (const field of open.fields) {
      field.show(field.words());
      const emptied = { box: field.box, words: "", turn: acts().turn() };
      keep("keep_draft", emptied).catch(() => {});
    }
    done();
  }
  async function keepAll() {
    const now = open;
    const missing = now.missing();
    if (missing) return missing.focus();
    now.fields.forEach((field) => field.keepDraft()); // now, and not after it has been kept
    const typed = now.fields.map((field) => field.words());
    const said = { ...now.said(), turn: acts().turn() };
    keepButton.disabled = not.disabled = true;
    const kept = await act(now.verb, said);
    keepButton.disabled = not.disabled = false;
    if (!kept) return;
    now.fields.forEach((field, at) => field.settled(typed[at]));
    if (open === now) done();
  }
  node.addEventListener("keydown", (event) => {
    const enough = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (enough && !keepButton.disabled) keepAll();
  });

  return {
    node,
    shut,
    isOpen: () => Boolean(open),
    open() {
      if (!open) show(false);
      open.focus.focus();
      node.scrollIntoView({ block: "nearest" });
    },
    /** Hear what the rows say; what was typed before a reload opens it again where it `may`. */
    update(now, may) {
      if (now.said_id !== data.said_id) {
        shut();
        first = true;
      }
      data = now;
      if (first && may && kind.begun(data)) show(true);
      first = false;
      setButton(keepButton, { words: data.words.keep });
      setButton(not, { words: data.words.not });
    },
  };
}
