// A place from 0 to 10. All numbers look alike: no colour says that one is better than another.

const TOP = 10;
const SETTLED_AFTER_MS = 600; // arrow keys pass over numbers that are not meant

function beginScale(root, says) {
  let data = {};
  let chosen = null;
  let held = null; // what has been kept
  let timer = null;
  let asked = false; // where it was before is shown only then
  const label = el("p", { class: "question", id: "question" });
  const help = el("p", { class: "quiet" });
  const status = el("span", { class: "keeping", role: "status" });
  const low = el("span", { id: "low" });
  const high = el("span", { id: "high" });
  const places = Array.from({ length: TOP + 1 }, (_, value) =>
    el("button", { type: "button", role: "radio", onclick: () => choose(value, 0) }, String(value)),
  );
  const ask = button({ kind: "plain ask", onclick: () => { asked = !asked; drawBefore(); } });
  const told = el("p", { class: "told", role: "status" });
  const row = el("div", { class: "places", role: "radiogroup", "aria-labelledby": "question" }, places);

  function draw() {
    places.forEach((place, value) => {
      place.setAttribute("aria-checked", String(value === chosen));
      place.tabIndex = value === (chosen ?? 0) ? 0 : -1;
    });
  }
  /** Where it was before: a ring around that place, and the same in words. */
  function drawBefore() {
    const before = data.before ?? [];
    ask.hidden = told.hidden = !before.length;
    ask.setAttribute("aria-pressed", String(asked));
    setButton(ask, { words: asked ? data.words.hide : data.words.show });
    const shown = asked ? before : [];
    told.replaceChildren(...shown.flatMap((mark, at) =>
      [at && " · ", el("span", tongue(mark.words), spoken(mark.words)), `: ${mark.value}`])
      .filter(Boolean));
    places.forEach((place, value) =>
      place.classList.toggle("before", shown.some((mark) => mark.value === value)));
  }
  function choose(value, wait) {
    clearTimeout(timer);
    chosen = value;
    draw();
    timer = setTimeout(keepChosen, wait);
  }
  async function keepChosen() {
    timer = null;
    const value = chosen;
    const args = { ...data.args, value };
    const name = `scale ${data.verb} ${JSON.stringify(data.args)}`;
    const onState = (state) => showKeeping(status, state, data.keeping);
    try {
      const result = await keep(data.verb, args, { replaces: name, onState });
      if (!result) return; // a newer choice took its place
      held = value;
      says("kept", { value, result });
    } catch (refusal) {
      if (!timer) chosen = held;
      draw();
      put(status, { words: refusal.message, lang: "en", dir: "ltr" });
    }
  }
  const keepPending = () => timer && (clearTimeout(timer), keepChosen());
  acts().lastWords.add(keepPending);
  row.addEventListener("focusout", (event) => row.contains(event.relatedTarget) || keepPending());
  row.addEventListener("keydown", (event) => {
    const now = chosen ?? 0;
    const on = [nextKey(row), "ArrowUp"].includes(event.key);
    const to = event.key.startsWith("Arrow") ? now + (on ? 1 : -1) : { Home: 0, End: TOP }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const value = Math.min(TOP, Math.max(0, chosen == null && event.key.startsWith("Arrow") ? now : to));
    choose(value, SETTLED_AFTER_MS);
    places[value].focus();
  });
  root.append(
    label, help, row, el("div", { class: "ends" }, low, high), ask, told, status,
  );

  return {
    update(now) {
      if (now.value !== data.value && !timer) chosen = held = now.value ?? null;
      data = now;
      put(label, data.label);
      put(help, data.help);
      help.hidden = !data.help;
      put(low, data.words.low);
      put(high, data.words.high);
      places.forEach((place, value) => {
        const end = { 0: spoken(data.words.low), [TOP]: spoken(data.words.high) }[value];
        place.setAttribute("aria-label", end ? `${value}, ${end}` : String(value));
      });
      draw();
      drawBefore();
    },
    end() {
      keepPending();
      acts().lastWords.delete(keepPending);
    },
  };
}

export default function (component) {
  return live(component, beginScale);
}
