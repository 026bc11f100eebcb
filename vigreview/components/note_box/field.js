// A person's own words. What is typed is kept half a second later as a draft, so that nothing is
// lost when the tablet is.

const DRAFT_AFTER_MS = 500;
const LONGEST = 20_000; // characters

/** Two who typed over the same words at once: what each of them added, one after the other. */
function joinWords(before, theirs, mine) {
  if (!mine.startsWith(before)) return [theirs, mine].filter(Boolean).join("\n");
  const added = mine.slice(before.length);
  if (theirs.startsWith(before)) return theirs + (theirs && !/^\s/.test(added) ? "\n" : "") + added;
  return [theirs, added.trim()].filter(Boolean).join("\n");
}

/** A text field whose words are kept as a draft in the box of that name. */
function makeField({ box, draft, onDraft, onType, tag = "textarea", ...attributes }) {
  const drafts = acts().memory;
  const name = `draft ${box}`;
  const field = el(tag, { maxlength: LONGEST, ...attributes });
  field.value = drafts.get(name) ?? draft ?? "";
  let kept = draft ?? "";
  let sent = 0; // the turn of the words that were sent last
  let timer = null;

  function keepDraft() {
    clearTimeout(timer);
    timer = null;
    const words = field.value;
    if (words === kept) return;
    const before = kept;
    kept = words;
    sent = acts().turn();
    const onState = (state) => words && onDraft(state); // an empty box has nothing to say
    keep("keep_draft", { box, words, turn: sent }, { replaces: name, onState }).then(
      (result) => {
        if (result?.newer != null) {
          kept = before;
          meet(result.newer);
        }
        if (drafts.get(name) === words && field.value === words) drafts.delete(name);
      },
      () => {}, // onDraft has said so
    );
  }
  /** Other words were typed into this box elsewhere: they are shown, and what was typed here stays. */
  function meet(theirs, turn = null) {
    const mine = field.value;
    if (turn !== null && turn < sent) {
      if (mine.includes(theirs)) return;
      type([theirs, mine].join("\n")); // ours came later and lay over them
    } else if (mine === kept || mine === theirs) {
      field.value = kept = theirs;
      drafts.delete(name);
    } else {
      const joined = joinWords(kept, theirs, mine);
      kept = theirs;
      type(joined);
    }
  }
  function type(words) {
    const fromEnd = field.value.length - field.selectionEnd;
    field.value = words;
    field.setSelectionRange(words.length - fromEnd, words.length - fromEnd);
    drafts.set(name, words);
    clearTimeout(timer);
    timer = setTimeout(keepDraft, DRAFT_AFTER_MS);
  }
  field.addEventListener("input", () => {
    drafts.set(name, field.value);
    onType();
    clearTimeout(timer);
    timer = setTimeout(keepDraft, DRAFT_AFTER_MS);
  });
  field.addEventListener("blur", keepDraft);
  acts().lastWords.add(keepDraft);
  acts().boxes.set(box, meet);

  return {
    field,
    box,
    words: () => field.value.trim(),
    keepDraft,
    /** These words are kept for good; what was typed since then stays, as the new draft. */
    clear(said) {
      const typed = field.value.trimStart();
      field.value = typed.startsWith(said) ? typed.slice(said.length).trimStart() : field.value;
      drafts.set(name, field.value);
      keepDraft();
    },
    /** These words are kept for good and stay in the field. */
    settled(said) {
      if (field.value.trim() === said) drafts.delete(name);
    },
    /** Show other words, that are kept already. */
    show(words) {
      field.value = kept = words;
      drafts.delete(name);
    },
    /** Words that lie on the disk, where this page has missed what was typed elsewhere. */
    catchUp(words) {
      if (acts().missed !== null && acts().missed === acts().turns()) meet(words ?? "");
    },
    end() {
      keepDraft();
      acts().lastWords.delete(keepDraft);
      if (acts().boxes.get(box) === meet) acts().boxes.delete(box);
    },
  };
}
