// One film's row in the list: what it is called here, how far it is, and what can be done with it.

const STATES = {
  looking: "Looking at it",
  queued: "Waiting for its turn",
  sending: "On its way",
  paused: "Paused",
  waiting: "Waiting for the connection. It carries on by itself.",
  arrived: "The film is here",
};

/** A question with two answers in the row's own place; hidden until it is asked. */
function askFirst(question, yes, doIt) {
  const no = button({ words: "Leave it", kind: "plain", onclick: () => (asked.hidden = true) });
  const asked = el("div", { class: "buttons", role: "group", "aria-label": question, hidden: true },
    el("span", { class: "question" }, question),
    button({ words: yes, onclick: () => ((asked.hidden = true), doIt()) }),
    no);
  asked.ask = () => {
    asked.hidden = false;
    no.focus();
  };
  return asked;
}

function drawRow(queue, row, says) {
  const name = row.file.name;
  const state = el("p", { class: "state", role: "status" });
  const bar = el("progress", { max: 1, value: 0, "aria-label": `${name} on its way` });
  const figures = el("p", { class: "quiet figures" });
  const note = el("p", { class: "gentle" });
  const pause = button({ words: "Pause", sign: "pause",
    onclick: () => (row.state === "paused" ? queue.goOn(row) : row.pause()) });
  const stop = button({ words: "Take it out", sign: "bin", kind: "plain",
    onclick: () => (row.filmId ? sure.ask() : row.stop()) });
  const sure = askFirst("Take out what has arrived?", "Take it out", () => row.stop());
  const goTo = button({ words: "Go to it", sign: "film",
    onclick: () => says("go_to", row.known.film_id) });
  const anyway = button({ words: "Bring it again anyway",
    onclick: () => queue.line(row, queue.facts) });
  const leave = button({ words: "Leave it", kind: "plain", onclick: () => row.stop() });
  const controls = el("div", { class: "buttons" }, goTo, anyway, pause, stop, leave);
  const words = el("div", { class: "words" }, state, figures, note);
  const node = el("li", { class: "film", "aria-label": name },
    el("div", { class: "head" }, el("p", { class: "name" }, name),
      el("p", { class: "quiet" }, sizeOf(row.file.size))),
    bar, el("div", { class: "foot" }, words, controls), sure);

  function draw() {
    const { sent, file, speed } = row;
    const onItsWay = ["sending", "waiting", "paused"].includes(row.state);
    node.dataset.state = row.state;
    bar.hidden = !onItsWay;
    bar.value = file.size ? sent / file.size : 0;
    if (state.dataset.state !== row.state) {
      state.dataset.state = row.state;
      state.replaceChildren(...[row.state === "arrived" && icon("tick"), STATES[row.state] ?? ""]
        .filter(Boolean));
    }
    state.hidden = !STATES[row.state];
    figures.textContent = [
      onItsWay && `${sizeOf(sent)} of ${sizeOf(file.size)}`,
      row.state === "sending" && speed && `${(speed / MB).toFixed(1)} MB a second`,
      row.state === "sending" && timeLeft(file.size - sent, speed),
    ].filter(Boolean).join(" · ");
    figures.hidden = !onItsWay;
    const said = row.sentence || (DONE.includes(row.state) ? "" : row.note) || "";
    if (note.textContent !== said) note.textContent = said;
    note.hidden = !said;
    if (row.state === "refused" || row.state === "again") note.setAttribute("role", "alert");
    goTo.hidden = !(row.state === "again" && row.known?.film_id);
    anyway.hidden = row.state !== "again";
    leave.hidden = !["again", "refused"].includes(row.state);
    if (leave.dataset.of !== row.state) {
      leave.dataset.of = row.state;
      setButton(leave, { words: row.state === "refused" ? "Put it away" : "Leave it" });
    }
    pause.hidden = !onItsWay;
    if (pause.dataset.of !== row.state) {
      pause.dataset.of = row.state;
      setButton(pause, row.state === "paused" ? { words: "Go on", sign: "play" }
        : { words: "Pause", sign: "pause" });
    }
    stop.hidden = !(onItsWay || row.state === "queued");
    if (stop.hidden) sure.hidden = true;
    controls.hidden = ![goTo, anyway, pause, stop, leave].some((one) => !one.hidden);
  }
  return { node, draw };
}

/** A film that half arrived earlier, or from elsewhere: its file is to be chosen again. */
function drawHalf(half, done) {
  const size = half.bytes ? `${sizeOf(half.held)} of ${sizeOf(half.bytes)}` : sizeOf(half.held);
  const sure = askFirst("Take out what has arrived?", "Take it out",
    () => takeOut(half.film_id).then(() => done(half.film_id)));
  const bar = el("progress", { max: 1, value: half.bytes ? half.held / half.bytes : 0,
    "aria-label": "How much of it has arrived" });
  const words = `A film has half arrived: ${size}. Choose the same file again and it goes on from`
    + " where it was.";
  return el("li", { class: "film" }, bar,
    el("div", { class: "foot" }, el("p", { class: "words" }, words),
      button({ words: "Take it out", sign: "bin", kind: "plain", onclick: () => sure.ask() })),
    sure);
}
