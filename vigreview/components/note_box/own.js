// Words as they were said, in a language of whoever speaks: the field, and a small choice of
// languages where there are several. Its draft stays where it is while others speak.

function makeOwn({ box, own_draft, rows }, onDraft, onType) {
  const label = el("label", { class: "own-label", for: "own" });
  const choice = el("div", { class: "who tongues", role: "group" });
  const field = makeField({
    id: "own", box: `${box}/own`, draft: own_draft, rows: rows ?? 3, dir: "auto", onDraft, onType,
  });
  const node = el("div", {}, choice, label, field.field);
  let languages = []; // those of who speaks
  let given = ""; // the same, as they came
  let chosen = null;

  function choose(language) {
    chosen = language;
    for (const chip of choice.children) {
      chip.setAttribute("aria-pressed", String(chip.language === language.id));
    }
    put(label, language.label);
    if (language.lang) field.field.lang = language.lang;
    else field.field.removeAttribute("lang");
  }
  function drawChoice() {
    given = JSON.stringify(languages);
    choice.replaceChildren(...languages.map((language) => {
      const chip = button({ words: language.name, kind: "chip", onclick: () => choose(language) });
      chip.language = language.id;
      return chip;
    }));
  }
  return {
    node,
    field,
    spoken: () => languages.length > 0,
    begun: () => Boolean(field.words()),
    words: () => (languages.length ? field.words() : ""),
    /** What goes into the act; nothing while somebody speaks who has no other language. */
    said() {
      if (!languages.length) return {};
      const original = field.words();
      return { original, said_in: original ? chosen.id : null };
    },
    lang: () => chosen?.lang,
    /** Ask for words in these languages, of all that there are; `question` names their choice. */
    ask(all, ids, question) {
      languages = all.filter(({ id }) => ids.includes(id));
      node.hidden = !languages.length;
      choice.hidden = languages.length < 2;
      choice.setAttribute("aria-label", spoken(question));
      if (JSON.stringify(languages) !== given) drawChoice();
      if (!languages.length) return;
      choose(languages.find(({ id }) => id === chosen?.id) ?? languages[0]);
    },
  };
}
