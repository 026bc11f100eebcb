// The two ways in: bring films and see them arrive, or film with this device.

const BRINGING = "Plug in the phone, or put in the camera’s card. Then choose one film or several, or "
  + "drop them here.";
const FILMING = "Film here and now. The film is locked away as it is made, and never lies among this "
  + "device’s own pictures.";

function beginUploader(root, says) {
  let data = { half: [], known: [], here: [] };
  let queue = null;
  let rows = new Map();
  const picker = el("input", { type: "file", accept: "video/*,.mkv,.mts,.m2ts,.3gp", class: "aside",
    multiple: true, tabindex: "-1", "aria-hidden": "true", onchange: () => take(picker.files) });
  const choose = button({ words: "Bring films", sign: "film", onclick: () => picker.click() });
  const filmNow = button({ words: "Film now", sign: "camera", onclick: () => says("film_now", true) });
  const limits = el("p", { class: "quiet limits" });
  const place = el("div", { class: "ways" },
    el("section", { class: "way", "aria-label": "Bring films" },
      el("h2", {}, "From a phone or camera"), el("p", { class: "hint" }, BRINGING), choose, picker),
    el("section", { class: "way", "aria-label": "Film now" },
      el("h2", {}, "With this device"), el("p", { class: "hint" }, FILMING), filmNow),
    limits);
  const halves = el("ul", { class: "films", "aria-label": "Half arrived" });
  const list = el("ul", { class: "films", "aria-label": "Films on their way" });

  function take(files) {
    if (files.length) queue.add([...files], data);
    picker.value = ""; // so that the same file can be chosen again
  }

  function draw() {
    const drawn = new Map();
    for (const row of queue.rows) drawn.set(row, rows.get(row) ?? drawRow(queue, row, says));
    const held = rows;
    rows = drawn;
    for (const [row, { node }] of held) {
      if (drawn.has(row)) continue;
      if (node.contains(root.getRootNode().activeElement)) choose.focus();
      node.remove();
    }
    for (const { node, draw: drawIt } of drawn.values()) {
      if (!node.isConnected) list.append(node);
      drawIt();
    }
    list.hidden = !drawn.size;
    drawHalves();
    // Once there are films, they come first.
    const small = Boolean(drawn.size || data.here.length || halves.childElementCount);
    place.classList.toggle("small", small);
    for (const one of [choose, filmNow]) one.classList.toggle("main", !small);
  }

  function drawHalves() {
    const open = data.half.filter((one) => !queue.has(one.film_id));
    const now = JSON.stringify(open);
    if (halves.dataset.now === now) return; // a question may be open in one of them
    halves.dataset.now = now;
    halves.replaceChildren(...open.map((one) => drawHalf(one, (id) => says("taken_out", id))));
    halves.hidden = !open.length;
  }

  const stay = (event) => {
    // A lock must not be held up by a question.
    if (queue?.busy && !acts().over) event.preventDefault();
  };
  addEventListener("beforeunload", stay);
  root.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("over");
  });
  root.addEventListener("dragleave", () => place.classList.remove("over"));
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    take(event.dataTransfer.files);
  });
  root.append(place, halves, list);

  return {
    update(now) {
      data = now;
      queue = Queue.of(data.journey_id);
      queue.hear(data);
      queue.onChange = draw;
      queue.onArrived = (filmId) => says("arrived", filmId);
      limits.textContent = `A film may have up to ${sizeOf(data.most_bytes)} and `
        + `${lengthOf(data.most_minutes)}.`;
      draw();
    },
    end() {
      removeEventListener("beforeunload", stay);
      Object.assign(queue, { onChange() {}, onArrived() {} });
    },
  };
}

export default function (component) {
  return live(component, beginUploader);
}
