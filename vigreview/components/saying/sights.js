// What may be seen in a clip: chips that are on or off, and the six levels that hold them.

/** A chip that is on or off; `means` is said quietly under its words. */
function makeSight({ what, words, means }, at, onTap) {
  const name = el("span", { id: `sight-${at}`, ...tongue(words) }, spoken(words));
  const quiet = spoken(means)
    && el("span", { class: "quiet", id: `means-${at}`, ...tongue(means) }, spoken(means));
  const node = el("button", { type: "button", class: "sight", "aria-pressed": "false",
    "aria-labelledby": `sight-${at}`, "aria-describedby": quiet ? `means-${at}` : null,
    onclick: () => onTap(what, node.getAttribute("aria-pressed") !== "true", node) },
    icon("tick"), el("span", { class: "words" }, name, quiet));
  return { what, node };
}

/** A level: its own words open and close it; closed, it shows what is seen on it. */
function makeLevel({ words, means }, at, sights) {
  const memory = acts().memory;
  const place = `saying level ${words}`;
  const list = el("div", { class: "sights", id: `level-${at}`, role: "group", "aria-label": words },
    sights.map((one) => one.node));
  const head = el("button", { type: "button", class: "plain head", "aria-controls": `level-${at}`,
    onclick: () => turn(!memory.get(place)) },
    el("span", { class: "words" }, el("span", { class: "level-name" }, words),
      el("span", { class: "quiet" }, means)),
    el("span", { class: "sign" }));
  const node = el("section", { class: "level" }, head, list);

  function turn(open) {
    memory.set(place, open);
    head.setAttribute("aria-expanded", String(open));
    head.lastElementChild.replaceChildren(icon(open ? "minus" : "plus"));
    node.classList.toggle("open", open);
    for (const one of sights) one.node.classList.remove("stays");
    draw();
  }
  function draw() {
    const shown = sights.some((one) => one.node.matches('[aria-pressed="true"], .stays'));
    list.hidden = !node.classList.contains("open") && !shown;
  }
  turn(Boolean(memory.get(place)));
  return { node, draw };
}
