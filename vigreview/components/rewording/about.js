// Whose an idea is, and when in the day it might fit.

const WHOSE_AND_WHEN = {
  begun: ({ about }) => Boolean(about?.when.draft),

  make(data, begun, onDraft, onType) {
    const { box, who: speakers, chosen, another, when: said } = data.about;
    const who = makeWho(onType);
    const label = el("p", { class: "own-label", id: "whose-label" });
    put(label, data.words.whose);
    put(who.namedLabel, another);
    who.row.setAttribute("aria-labelledby", "whose-label");
    who.draw(speakers, chosen);
    const when = makeWhen({ box, when: begun ? said : { ...said, draft: "" } }, onDraft, onType);
    when.update(said);
    return {
      verb: "say_who_and_when",
      nodes: [el("div", { class: "whose" }, label, who.row, who.naming), when.node],
      fields: [when.field],
      focus: who.row.querySelector("[tabindex='0']"),
      missing: () => (who.missing() ? who.naming.querySelector("input") : null),
      said: () => {
        const { fits, when_words: words } = when.said();
        return { idea_id: data.said_id, box, who: who.chosen(), fits, when_words: words ?? "" };
      },
    };
  },
};
