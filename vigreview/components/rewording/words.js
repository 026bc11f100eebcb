// Other words for what was said, beside them as it was said in another language, and when.

const OTHER_WORDS = {
  begun: ({ draft, own_draft: own, when }) => Boolean(draft || own || when?.draft),

  make(data, begun, onDraft, onType) {
    const { what, said_id, box, said, words, own_languages: languages } = data;
    const field = makeField({
      id: "reword", box, draft: (begun && data.draft) || said, rows: 3, dir: "auto", onDraft, onType,
    });
    const ownDraft = (begun && data.own_draft) || data.own_said;
    const own = languages && makeOwn({ box, own_draft: ownDraft }, onDraft, onType);
    own?.ask(languages, languages.map(({ id }) => id), words.language);
    const when = data.when && makeWhen(
      { box, when: begun ? data.when : { ...data.when, draft: "" } }, onDraft, onType);
    when?.update(data.when);
    const label = el("label", { class: "own-label", for: "reword" });
    put(label, own ? words.beside : words["reword-label"]);
    return {
      verb: "reword",
      // The words as they were said come first, as in the box that they were typed into.
      nodes: [own?.node, el("div", {}, label, field.field), when?.node],
      fields: [field, own?.field, when?.field].filter(Boolean),
      focus: own && !field.words() ? own.field.field : field.field,
      missing: () => (field.words() || own?.words() ? null : field.field),
      said: () => ({
        what, said_id, box,
        words: field.words(),
        // Emptied, it is taken away: nothing sent would leave it as it is.
        ...(own && { ...own.said(), said_in: own.said().said_in ?? "" }),
        ...(when && { when_words: when.field.words() }),
      }),
    };
  },
};
