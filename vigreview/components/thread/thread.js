// A dot for each step of a time together. No order is forced, and nothing is ticked off.

function beginThread(root, says) {
  const row = el("nav");
  let drawn = "";
  let shown = null; // the place that was on the screen
  root.append(row);

  return {
    update({ name, dots, here, place = here }) {
      // Another question begins at its beginning, however far down one had read before.
      if (shown !== null && shown !== place) {
        document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
      }
      shown = place;
      acts().memory.set(PLACE, place);
      row.setAttribute("aria-label", spoken(name));
      if (JSON.stringify(dots) !== drawn) {
        drawn = JSON.stringify(dots);
        row.replaceChildren(...dots.map((dot) => {
          const node = button({ kind: "dot", label: dot.name, onclick: () => says("gone", dot.step) });
          node.step = dot.step;
          return node;
        }));
      }
      for (const node of row.children) {
        if (node.step === here) node.setAttribute("aria-current", "step");
        else node.removeAttribute("aria-current");
      }
    },
  };
}

export default function (component) {
  return live(component, beginThread);
}
