// A person's own words: kept as they are typed, then "Keep" keeps them for good.

/** The words just kept, shown until the screen shows them itself. */
function makeEcho() {
  const list = el("ul", { class: "echo" });
  return {
    list,
    add(id, words, own, lang, who) {
      const item = el("li", {},
        own && el("blockquote", { dir: "auto", lang: lang || null }, own),
        el("blockquote", { dir: "auto" }, words),
        who && el("cite", tongue(who), spoken(who)));
      item.noteId = id;
      list.append(item);
    },
    leaveOut(shown) {
      for (const item of [...list.children]) {
        if (shown.some((id) => String(id) === String(item.noteId))) item.remove();
      }
    },
  };
}

function beginNoteBox(root, says, first) {
  let data = first;
  const label = el("label", { class: "question", for: "words", id: "question" });
  const help = el("p", { class: "quiet", id: "help" });
  const besideLabel = el("label", { class: "own-label", for: "words" });
  const status = el("span", { class: "keeping", role: "status" });
  const who = makeWho(() => {
    gentle.hidden = true;
    askOwn();
  });
  const gentle = el("p", { class: "gentle", role: "alert", hidden: true });
  const keepButton = button({ words: first.words.keep, kind: "main", onclick: keepWords });
  const echo = makeEcho();
  const fields = el("div", { class: "fields" });
  const whenPlace = el("div", { class: "when-place" });
  let words;
  let own;
  let when;

  const onType = () => {
    dispatchEvent(new Event(TYPING));
    gentle.hidden = true;
    if (status.dataset.state === "kept") showKeeping(status, "");
  };
  const onDraft = (state) =>
    showKeeping(status, state, { ...data.keeping, kept: data.words["so-far"] });

  function openFields() {
    words?.end();
    own?.field.end();
    when?.end();
    when = data.when ? makeWhen(data, onDraft, onType) : null;
    words = makeField({
      id: "words", box: data.box, draft: data.draft, rows: data.rows ?? 3, dir: "auto",
      "aria-describedby": "help", placeholder: data.placeholder, onDraft, onType,
    });
    own = data.own_languages?.length ? makeOwn(data, onDraft, onType) : null;
    // The words as they were said come first; the translation lies beside them.
    fields.replaceChildren(
      ...(own ? [own.node] : []),
      el("div", {}, own && besideLabel, words.field),
    );
    whenPlace.replaceChildren(...(when ? [when.node] : []));
  }

  /** The second field goes by who speaks; in a box without speakers it is for any of them. */
  function askOwn() {
    const all = data.own_languages ?? [];
    const ids = data.who?.length ? who.languages() : all.map(({ id }) => id);
    own?.ask(all, ids, data.words.language);
    const two = Boolean(own?.spoken());
    besideLabel.hidden = !two;
    fields.classList.toggle("two", two);
  }

  /** Words begun in a language of somebody's are shown: with one who speaks it. */
  function firstToSpeak() {
    const first = data.who?.find(({ id }) => id === data.chosen);
    if (!own?.begun() || first?.languages?.length) return data.chosen;
    return data.who?.find(({ languages }) => languages?.length)?.id ?? data.chosen;
  }

  async function keepWords() {
    const said = { words: words.words(), own: own?.words() ?? "" };
    const lang = own?.lang();
    if (!said.words && !said.own) return words.field.focus();
    if (who.missing()) {
      put(gentle, data.words.who);
      gentle.hidden = false;
      return who.ask();
    }
    const args = { ...data.args, words: said.words, ...own?.said(), ...when?.said() };
    if (data.who?.length) args.who = who.chosen();
    words.keepDraft(); // now, and not after these words have been kept
    own?.field.keepDraft();
    if (args.box) args.turn = acts().turn();
    keepButton.disabled = true;
    try {
      const onState = (state) => showKeeping(status, state, data.keeping);
      const result = await keep(data.verb, args, { onState });
      const id = result.id ?? null;
      echo.add(id, said.words, said.own, lang, who.word());
      words.clear(said.words);
      if (said.own) own.field.clear(said.own);
      when?.clear();
      who.settled();
      dispatchEvent(new Event(SAID));
      says("kept", { id, result });
    } catch (refusal) {
      put(gentle, { words: refusal.message, lang: "en", dir: "ltr" });
      gentle.hidden = false;
      words.field.focus();
    } finally {
      keepButton.disabled = false;
    }
  }

  root.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keepWords();
  });
  root.append(
    label, help, fields, whenPlace, who.row, who.naming, gentle,
    el("div", { class: "row" }, keepButton, status), echo.list,
  );

  return {
    update(now) {
      const with_own = Boolean(now.own_languages?.length);
      const moved = words && (now.box !== data.box || with_own !== Boolean(own));
      data = now;
      if (!words || moved) openFields();
      else words.catchUp(now.draft);
      own?.field.catchUp(now.own_draft);
      put(label, data.label);
      put(help, data.help);
      help.hidden = !data.help;
      put(besideLabel, data.words.beside);
      setButton(keepButton, { words: data.words.keep });
      who.row.setAttribute("aria-label", spoken(data.words.who));
      echo.list.setAttribute("aria-label", spoken(data.words["kept-now"]));
      put(who.namedLabel, data.another);
      when?.update(data.when);
      who.draw(data.who ?? [], firstToSpeak());
      askOwn();
      echo.leaveOut(data.shown ?? []);
    },
    end() {
      words.end();
      own?.field.end();
      when?.end();
    },
  };
}

export default function (component) {
  return live(component, beginNoteBox);
}
