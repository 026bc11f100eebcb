// Other words for what was said, beside them as it was said in another language, and when.

const OTHER_WORDS = {
  begun: ({ draft, own_language: own, when }) => Boolean(draft || own?.draft || when?.draft),

  make(data, begun, onDraft, onType) {
    const { what, said_id, box, said, words, own_language: language } = data;
    const common = { rows: 3, dir: "auto", onDraft, onType };
    const field = makeField({ id: "reword", box, draft: (begun && data.draft) || said, ...common });
    const own = language && makeField({
      id: "reword-own", box: `${box}/own`, lang: language.lang || null,
      draft: (begun && language.draft) || language.said, ...common,
    });
    const when = data.when && makeWhen(
      { box, when: begun ? data.when : { ...data.when, draft: "" } }, onDraft, onType);
    when?.update(data.when);
    const label = el("label", { class: "own-label", for: "reword" });
    put(label, own ? words.beside : words["reword-label"]);
    const ownLabel = el("label", { class: "own-label", for: "reword-own" });
    put(ownLabel, language?.label);
    return {
      verb: "reword",
      // The words as they were said come first, as in the box that they were typed into.
      nodes: [own && el("div", {}, ownLabel, own.field), el("div", {}, label, field.field), when?.node],
      fields: [field, own, when?.field].filter(Boolean),
      focus: own && !field.words() ? own.field : field.field,
      missing: () => (field.words() || own?.words() ? null : field.field),
      said: () => ({
        what, said_id, box,
        words: field.words(),
        ...(own && { original: own.words(), said_in: own.words() ? language.id : "" }),
        ...(when && { when_words: when.field.words() }),
      }),
    };
  },
};
