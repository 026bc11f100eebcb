// What a noticing shows: closed, its names; open, six pictured cards, and what is in one of them.

function beginShows(root, says) {
  let data = {};
  let drawn = "";
  let sights = [];
  let cards = [];
  const memory = acts().memory;
  const place = () => `shows ${data.noticing_id}`;
  const taps = new Map(); // what was tapped and the rows may not say yet
  const status = el("span", { class: "keeping", role: "status" });
  const named = el("p", { class: "named", role: "status" });
  const turn = button({ kind: "plain turn", onclick: () => open(isOpen() ? null : begun()) });
  const body = el("div", { class: "cards", role: "group" });
  const source = el("p", { class: "quiet source", lang: "en", dir: "ltr" });
  root.append(named, turn, body, source, status);

  const seen = (what) => taps.get(what) ?? data.seen.includes(what);

  async function tap(what, on) {
    taps.set(what, on);
    draw();
    try {
      const told = { noticing_id: data.noticing_id, what, seen: on };
      await keep("see_in_noticing", told, { onState: (state) => showKeeping(status, state, data.keeping) });
      says("kept", { noticing_id: data.noticing_id });
    } catch (refusal) {
      taps.delete(what);
      showKeeping(status, "refused", { refused: refusal.message });
      draw();
    }
  }

  const isOpen = () => (memory.get(place()) ?? null) !== null;
  /** Where it opens: at the card from which something was picked, else at all of them. */
  function begun() {
    const at = cards.findIndex((card) => card.sights.some(({ what }) => seen(what)));
    return at < 0 ? "all" : at;
  }
  /** null: closed; "all": the cards; a number: what is in that one of them. */
  function open(which) {
    memory.set(place(), which);
    draw();
  }

  function makeCard(level, at) {
    const made = level.principles.map((one, number) => makeSight(one, `${at}-${number}`, tap));
    sights.push(...made);
    const list = el("div", { class: "sights", id: `in-${at}`, role: "group",
      "aria-label": spoken(level.words) },
      made.map((one) => one.node));
    const head = el("button", { type: "button", class: "card", "aria-controls": `in-${at}`,
      onclick: () => open(memory.get(place()) === at ? "all" : at) },
      drawPicture(at),
      el("span", { class: "words" }, el("span", { class: "called", ...tongue(level.words) }, spoken(level.words)),
        el("span", { class: "quiet", ...tongue(level.means) }, spoken(level.means))));
    return { head, list, sights: made };
  }

  function draw() {
    const which = memory.get(place()) ?? null;
    body.hidden = source.hidden = which === null;
    cards.forEach(({ head, list, sights: within }, at) => {
      head.setAttribute("aria-expanded", String(which === at));
      head.classList.toggle("some", within.some(({ what }) => seen(what)));
      list.hidden = which !== at;
    });
    for (const { what, node } of sights) node.setAttribute("aria-pressed", String(seen(what)));
    const names = data.levels.flatMap((level) => level.principles)
      .filter(({ what }) => seen(what)).map(({ words }) => words);
    named.replaceChildren(...names.flatMap((one, at) =>
      [at ? " · " : "", el("bdi", tongue(one), spoken(one))]));
    named.hidden = isOpen() || !names.length;
    turn.setAttribute("aria-expanded", String(isOpen()));
    const { done, again, ask } = data.words;
    setButton(turn, { words: isOpen() ? done : names.length ? again : ask });
  }

  return {
    update(now) {
      const other = now.noticing_id !== data.noticing_id;
      data = now;
      if (other) taps.clear();
      for (const [what, on] of taps) if (data.seen.includes(what) === on) taps.delete(what);
      const text = JSON.stringify(data.levels);
      if (other || text !== drawn) {
        drawn = text;
        sights = [];
        cards = data.levels.map(makeCard);
        body.replaceChildren(...cards.flatMap(({ head, list }) => [head, list]));
      }
      source.textContent = data.source;
      body.setAttribute("aria-label", spoken(data.words.group));
      draw();
    },
  };
}

export default function (component) {
  return live(component, beginShows);
}
