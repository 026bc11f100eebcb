// Who speaks: chips to choose one of.

/** The chips that say whose words these are: carers by their word, the practitioner apart. */
function makeWho(onChoose) {
  const row = el("div", { class: "who", role: "radiogroup" });
  const named = el("input", { id: "another", maxlength: 60, autocomplete: "off", dir: "auto" });
  const namedLabel = el("label", { for: "another", class: "own-label" });
  const naming = el("div", { class: "naming", hidden: true }, namedLabel, named);
  let speakers = [];
  let given = ""; // the speakers as they came
  let chosen = null;
  const unnamed = () => String(chosen).endsWith("/");

  function choose(id, focus) {
    chosen = id;
    naming.hidden = !unnamed();
    for (const chip of row.children) {
      const is = chip.speaker === id;
      chip.setAttribute("aria-checked", String(is));
      chip.tabIndex = is || (chosen == null && chip === row.firstElementChild) ? 0 : -1;
      if (is && focus) chip.focus();
    }
    onChoose();
  }
  row.addEventListener("keydown", (event) => {
    if (!event.key.startsWith("Arrow")) return;
    const step = event.key === nextKey(row) || event.key === "ArrowDown" ? 1 : -1;
    event.preventDefault();
    const at = speakers.findIndex((speaker) => speaker.id === chosen);
    choose(speakers[(Math.max(at, 0) + step + speakers.length) % speakers.length].id, true);
  });
  return {
    row,
    naming,
    namedLabel,
    chosen: () => (unnamed() ? `${chosen}${named.value.trim()}` : chosen),
    word: () => (unnamed() ? named.value.trim()
      : speakers.find((speaker) => speaker.id === chosen)?.word ?? ""),
    /** The languages of who speaks; who was named just now has those of the one to be named. */
    languages() {
      const named = speakers.find((speaker) => speaker.id === chosen);
      const unnamed = speakers.find(({ id }) => String(id).endsWith("/")
        && String(chosen).startsWith(id));
      return (named ?? unnamed)?.languages ?? [];
    },
    missing: () => (unnamed() ? !named.value.trim() : speakers.length > 1 && chosen == null),
    ask: () => (unnamed() ? named : row.firstElementChild).focus(),
    /** Who was named just now is a speaker like the others from now on. */
    settled() {
      if (!unnamed()) return;
      chosen = `${chosen}${named.value.trim()}`;
      named.value = "";
      naming.hidden = true;
    },
    draw(list, first) {
      if (JSON.stringify(list) === given) return;
      given = JSON.stringify(list);
      const place = ({ kind }) => ["carer", "together", "practitioner", "another"].indexOf(kind);
      speakers = [...list].sort((one, other) => place(one) - place(other));
      row.hidden = speakers.length < 2;
      row.replaceChildren(
        ...speakers.map((speaker) => {
          const chip = button({
            words: speaker.word, kind: `chip ${speaker.kind}`, role: "radio",
            onclick: () => choose(speaker.id),
          });
          chip.speaker = speaker.id;
          return chip;
        }),
      );
      const still = speakers.some((speaker) => speaker.id === chosen) ? chosen : first;
      choose(still ?? (speakers.length === 1 ? speakers[0].id : null));
    },
  };
}
