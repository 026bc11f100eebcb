// The buttons that move through the film, undo and redo, and what is rarely used behind "More".

const SPEED_WORDS = new Map(
  [[0.1, "0.1"], [0.25, "¼"], [0.5, "½"], [1, "1"], [1.5, "1½"], [2, "2"]]);

/** Returns `{node, more, draw(reel, view), steps(undo, redo)}`; words of a step may be null. */
function makeTransport(does) {
  const act = (name, look) => actButton(does, name, look);
  const group = (kind, label, ...children) =>
    el("div", { class: kind, role: "group", "aria-label": label }, ...children);

  const play = act("toggle", { sign: "play", label: "Play", kind: "main play" });
  play.dataset.act = "toggle pause";
  play.setAttribute("aria-keyshortcuts", "Space k");
  const slower = act("slower", { sign: "minus", label: "Slower" });
  const speed = act("usual", { words: "1×", label: "Speed 1", kind: "now-speed" });
  const faster = act("faster", { sign: "plus", label: "Faster" });
  const spoken = el("span", { class: "aside", role: "status" });
  const undo = act("undo", { sign: "undo", label: "Undo" });
  const redo = act("redo", { sign: "redo", label: "Redo" });

  const mirror = act("mirror", { words: "Mirrored" });
  const full = act("fullScreen", { words: "Full screen" });
  full.hidden = !document.fullscreenEnabled;
  const looks = [["Left", "left", "←"], ["Up", "up", "↑"], ["Down", "down", "↓"],
    ["Right", "right", "→"]]
    .map(([name, way, words]) => act(`look${name}`, { words, label: `Look further ${way}` }));
  const wider = act("wider", { sign: "minus", label: "The picture wider" });
  const closer = act("closer", { sign: "plus", label: "The picture closer" });
  const more = group("more", "More",
    group("set", "The picture", el("span", { class: "quiet" }, "Picture"), wider, closer, looks),
    group("set", "How it is seen", mirror, full),
    group("set", "Running on and back",
      act("back", { words: "Backwards", label: "Backwards; again: faster" }),
      act("on", { words: "Onwards", label: "Onwards; again: faster" })),
    act("showKeys", { sign: "keys", words: "Keys", label: "Show the keys", kind: "plain" }));
  more.hidden = true;
  const opens = button({ words: "More", "aria-expanded": "false", onclick() {
    more.hidden = !more.hidden;
    opens.setAttribute("aria-expanded", String(!more.hidden));
  } });

  const node = el("div", { class: "controls" },
    group("transport", "Move through the film",
      act("backFive", { words: "−5 s", label: "−5 s, back five seconds" }),
      act("backOne", { words: "−1 s", label: "−1 s, back one second" }),
      act("frameBack", { sign: "frameBack", label: "One frame back" }),
      play,
      act("frameOn", { sign: "frameForward", label: "One frame on" }),
      act("onOne", { words: "+1 s", label: "+1 s, on one second" }),
      act("onFive", { words: "+5 s", label: "+5 s, on five seconds" })),
    group("speeds", "Speed", slower, speed, faster, spoken),
    group("steps", "Undo and redo", undo, redo),
    opens);

  function name(node_, words) {
    node_.setAttribute("aria-label", words);
    node_.title = words;
  }

  return {
    node,
    more,
    draw(reel, view) {
      const running = reel.running;
      setButton(play, { sign: running ? "pause" : "play", label: running ? "Pause" : "Play" });
      const words = SPEED_WORDS.get(reel.pace);
      setButton(speed, { words: `${words}×` });
      name(speed, reel.pace === 1 ? "Speed 1" : `Speed ${words}, back to 1`);
      if (spoken.dataset.speed && spoken.dataset.speed !== words) {
        spoken.textContent = `Speed ${words}`;
      }
      spoken.dataset.speed = words;
      slower.setAttribute("aria-disabled", String(reel.pace === SPEEDS[0]));
      faster.setAttribute("aria-disabled", String(reel.pace === SPEEDS.at(-1)));
      mirror.setAttribute("aria-pressed", String(view.mirrored));
      full.setAttribute("aria-pressed", String(Boolean(node.getRootNode().fullscreenElement)));
      wider.setAttribute("aria-disabled", String(view.scale === 1));
      closer.setAttribute("aria-disabled", String(view.scale === CLOSEST));
      for (const look of looks) look.setAttribute("aria-disabled", String(view.scale === 1));
    },
    // Marked, and not disabled: a button that is disabled while it is pressed loses the focus.
    steps(back, on) {
      name(undo, back ? `Undo ${back}` : "Nothing to undo");
      name(redo, on ? `Redo ${on}` : "Nothing to redo");
      undo.setAttribute("aria-disabled", String(!back));
      redo.setAttribute("aria-disabled", String(!on));
    },
  };
}
