// Choose films and see them arrive.

function beginUploader(root, says) {
  let data = { half: [], known: [] };
  let queue = null;
  let rows = new Map();
  const picker = el("input", { type: "file", accept: "video/*,.mkv,.mts,.m2ts,.3gp", class: "aside",
    multiple: true, tabindex: "-1", "aria-hidden": "true", onchange: () => take(picker.files) });
  const choose = button({ words: "Choose films", sign: "film", kind: "main",
    onclick: () => picker.click() });
  const limits = el("p", { class: "quiet" });
  const place = el("div", { class: "place" }, choose, limits, picker);
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
    place.classList.toggle("beside", Boolean(drawn.size));
    drawHalves();
    setChoose(drawn.size ? "Choose more films" : "Bring films from this device");
  }

  function setChoose(words) {
    if (choose.dataset.words === words) return;
    choose.dataset.words = words;
    setButton(choose, { words, sign: "film" });
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
      if (!queue) Queue.of(data.journey_id).tidy();
      queue = Queue.of(data.journey_id);
      Object.assign(queue, { facts: data, onChange: draw });
      queue.onArrived = (filmId) => says("arrived", filmId);
      limits.textContent = `You can also drop them here. Up to ${sizeOf(data.most_bytes)} and `
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
