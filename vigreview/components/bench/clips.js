// The clips of the film on the bench: what the server holds, and what it is just being told.

const FIVE_SECONDS_US = 5_000_000;
const NUDGE_US = 200_000;

const span = (clip) => `${clip.start_us} ${clip.end_us}`;

class ClipDesk {
  /** `onChange()` hears each change to draw; `onKept({verb, clip_id, result})` each act kept. */
  constructor(onChange, onKept, onRefused) {
    this.onChange = onChange;
    this.onKept = onKept;
    this.onRefused = onRefused;
    this.filmId = null;
    this.given = [];
    this.marked = []; // marked here, not among the given ones yet
    this.moves = new Map(); // clip id to its newer times, until the given ones say the same
    this.chosenKey = null;
    this.openStart = null; // µs of a start that waits for its end
    this.steps = 0; // taken back or done again from here
  }

  open(filmId) {
    this.filmId = filmId;
    this.marked = [];
    this.moves.clear();
    this.openStart = null;
    this.chosenKey = null;
  }

  give(clips) {
    this.given = clips;
    this.marked = this.marked.filter((mark) => !clips.some((clip) => clip.id === mark.id));
    for (const clip of clips) {
      const move = this.moves.get(clip.id);
      if (!move) continue;
      const arrived = span(clip) === span(move);
      const elsewhere = !move.past.has(span(clip)); // neither before our moves nor between them
      if (arrived || (move.kept && elsewhere)) this.moves.delete(clip.id);
    }
    this.draw();
  }

  draw() {
    const key = (clip) => clip.key ?? clip.id;
    this.all = [
      ...this.given.map((clip) => {
        const move = this.moves.get(clip.id);
        return move ? { ...clip, start_us: move.start_us, end_us: move.end_us } : clip;
      }),
      ...this.marked,
    ];
    this.selected = this.all.find((clip) => key(clip) === this.chosenKey) ?? null;
    this.onChange();
  }

  select(clip) {
    this.chosenKey = clip ? (clip.key ?? clip.id) : null;
    this.draw();
  }

  markStart(us) {
    this.openStart = us;
    this.draw();
  }

  /** An end without a start, or before it, is no clip yet; returns a sentence then. */
  markEnd(us) {
    if (this.openStart == null) return "Choose where the clip starts first.";
    if (us <= this.openStart) return "The end comes after the start. Move on a little.";
    this.mark(this.openStart, us);
    return "";
  }

  async mark(startUs, endUs) {
    const mark = { key: `new ${crypto.randomUUID()}`, id: null, start_us: startUs, end_us: endUs };
    this.marked.push(mark);
    this.openStart = null;
    this.select(mark);
    const args = { film_id: this.filmId, start_us: startUs, end_us: endUs };
    try {
      const result = await keep("mark_clip", args, { onState: (state) => this.note(state) });
      const wasChosen = this.chosenKey === mark.key;
      mark.id = result.clip_id ?? result.id;
      delete mark.key;
      if (wasChosen) this.chosenKey = mark.id;
      this.give(this.given);
      this.onKept({ verb: "mark_clip", clip_id: mark.id, result });
    } catch (refusal) {
      this.marked = this.marked.filter((other) => other !== mark);
      this.refuse(refusal);
    }
  }

  /** Show the clip at these times at once; with `done` they are kept. */
  async move(clip, startUs, endUs, done) {
    const past = this.moves.get(clip.id)?.past ?? new Set([span(clip)]);
    const move = { start_us: startUs, end_us: endUs, past, kept: false };
    if (done) past.add(span(move));
    this.moves.set(clip.id, move);
    const mark = this.marked.find((one) => one.id === clip.id);
    if (mark) Object.assign(mark, { start_us: startUs, end_us: endUs });
    this.draw();
    if (!done) return;
    const args = { clip_id: clip.id, start_us: startUs, end_us: endUs };
    // After an undo a move is another act than one before it that still waits to be sent.
    const how = { replaces: `move ${clip.id} ${this.steps}`, onState: (state) => this.note(state) };
    try {
      const result = await keep("move_clip", args, how);
      if (!result) return; // a newer move took its place
      move.kept = true;
      this.onKept({ verb: "move_clip", clip_id: clip.id, result });
    } catch (refusal) {
      if (this.moves.get(clip.id) === move) this.moves.delete(clip.id);
      this.refuse(refusal);
    }
  }

  async takeStill(clip, atUs) {
    const args = { film_id: this.filmId, clip_id: clip.id, at_us: atUs };
    try {
      const result = await keep("take_still", args, { onState: (state) => this.note(state) });
      this.onKept({ verb: "take_still", clip_id: clip.id, result });
    } catch (refusal) {
      this.refuse(refusal);
    }
  }

  /** `undo` the last act on this film, or `redo` it: the rows then say again what is shown. */
  async step(verb) {
    this.steps++;
    const how = { onState: (state) => this.note(state) };
    try {
      const result = await keep(verb, { film_id: this.filmId }, how);
      const id = result.id ?? null;
      for (const [moved, move] of this.moves) if (move.kept) this.moves.delete(moved);
      this.marked = this.marked.filter((mark) => mark.id === null || mark.id !== id);
      if (id !== null) this.chosenKey = id;
      this.draw();
      this.onKept({ verb, clip_id: id, result });
    } catch (refusal) {
      this.refuse(refusal);
    }
  }

  refuse(refusal) {
    this.onRefused(refusal.message);
    this.draw();
  }

  note(state) {
    this.state = state;
    this.onChange();
  }
}

/** The row of the selected clip: each edge by a frame or by 0.2 s, or here; play, loop, still. */
function makeClipRow(does, keeping) {
  const name = el("p", { class: "clip-name" });
  const length = el("span", { class: "quiet length" });
  const edges = ["start", "end"].map((edge) => {
    const word = edge === "start" ? "Start" : "End";
    const time = el("output", { class: "time" });
    const nudge = (label, by, sign, words) =>
      button({ sign, words, label: `${word}: ${label}`, onclick: () => does.nudge(edge, by) });
    const node = el("div", { class: "edge", role: "group", "aria-label": `${word} of the clip` },
      el("div", { class: "edge-name" }, `${word}s`, time),
      el("div", { class: "edge-buttons" },
        nudge("−0.2 seconds", { us: -NUDGE_US }, "", "−0.2"),
        nudge("one frame earlier", { frames: -1 }, "frameBack"),
        button({ words: "Here", label: `${word} of the clip here`, onclick: () => does.edgeHere(edge) }),
        nudge("one frame later", { frames: 1 }, "frameForward"),
        nudge("+0.2 seconds", { us: NUDGE_US }, "", "+0.2")));
    return { node, time };
  });
  const act = (name, look) => actButton(does, name, look);
  const loop = act("loopClip", { words: "Loop", label: "Loop the clip" });
  const still = act("still", { words: "Still", sign: "still", label: "Take a still of this moment" });
  const needsKept = [still, ...edges.flatMap(({ node }) => [...node.querySelectorAll("button")])];
  const acts = [
    act("playClip", { words: "Play", label: "Play the clip", sign: "play" }),
    loop,
    still,
    act("playEnd", { words: "Its end", label: "Its end: play the last second and a half" }),
    act("playAround", { words: "Around it", label: "Around it: play two seconds to either side" }),
  ];
  const node = el("section", { class: "clip-row", "aria-label": "The selected clip" },
    el("div", { class: "clip-head" }, name, keeping, length),
    el("div", { class: "clip-body" }, edges.map((edge) => edge.node),
      el("div", { class: "clip-acts" }, acts)));
  return {
    node,
    draw(clip, looping) {
      node.hidden = !clip;
      if (!clip) return;
      name.textContent = clip.name || (clip.id == null ? "New clip" : "This clip");
      length.textContent = `${((clip.end_us - clip.start_us) / 1e6).toFixed(1)} s`;
      edges[0].time.textContent = exactTime(clip.start_us);
      edges[1].time.textContent = exactTime(clip.end_us);
      loop.setAttribute("aria-pressed", String(looping));
      // A moment ago marked it has no number yet: it can be played, and not be changed.
      for (const control of needsKept) control.disabled = clip.id == null;
    },
  };
}
