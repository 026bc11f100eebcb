// A person's own words. What is typed is kept half a second later as a draft, so that nothing is
// lost when the tablet is.

const DRAFT_AFTER_MS = 500;
const LONGEST = 20_000; // characters

/** A text field whose words are kept as a draft in the box of that name. */
function makeField({ box, draft, onDraft, onType, tag = "textarea", ...attributes }) {
  const drafts = acts().memory;
  const name = `draft ${box}`;
  const field = el(tag, { maxlength: LONGEST, ...attributes });
  field.value = drafts.get(name) ?? draft ?? "";
  let kept = draft ?? "";
  let timer = null;

  function keepDraft() {
    clearTimeout(timer);
    timer = null;
    const words = field.value;
    if (words === kept) return;
    kept = words;
    const onState = (state) => words && onDraft(state); // an empty box has nothing to say
    keep("keep_draft", { box, words, turn: acts().turn() }, { replaces: name, onState }).then(
      () => drafts.get(name) === words && field.value === words && drafts.delete(name),
      () => {}, // onDraft has said so
    );
  }
  field.addEventListener("input", () => {
    drafts.set(name, field.value);
    onType();
    clearTimeout(timer);
    timer = setTimeout(keepDraft, DRAFT_AFTER_MS);
  });
  field.addEventListener("blur", keepDraft);
  acts().lastWords.add(keepDraft);

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
    end() {
      keepDraft();
      acts().lastWords.delete(keepDraft);
    },
  };
}
