// The clips on the timeline: a pill each in lanes, a span each on the band, handles for one.

const PILL_LEAST_PX = 48;
const NAME_LEAST_PX = 88;

class Lanes {
  /** `hears`: see Timeline. Draws on the `timeline` it is given, in its film's own times. */
  constructor(timeline, hears) {
    this.timeline = timeline;
    this.hears = hears;
    this.clips = [];
    this.selected = null;
    this.pills = new Map(); // clip id, or key while it has none, to its pill
    this.node = el("div", { class: "lanes", role: "group", "aria-label": "Clips" });
    this.spans = el("div", { class: "spans", "aria-hidden": "true" });
    this.flag = el("div", { class: "flag", hidden: true });
    this.snap = el("div", { class: "snap", hidden: true });
    this.handles = ["start", "end"].map((edge) => this.makeHandle(edge));
    this.onBand = [this.spans, this.flag, this.snap, ...this.handles];
  }

  makeHandle(edge) {
    const handle = el("div", {
      class: `handle ${edge}`, role: "slider", tabindex: "0", hidden: true,
      "aria-label": edge === "start" ? "Start of the clip" : "End of the clip",
    });
    let grip = null; // {off}: how far the finger lies beside the edge; moved once it has moved
    const move = (x, done) => {
      if (!this.selected) return;
      grip ??= { off: x - this.xOfEdge(edge), from: x, moved: false };
      grip.moved ||= Math.abs(x - grip.from) >= 2;
      if (grip.moved) this.drop(edge, this.timeline.edgeFrameAt(x - grip.off, edge), done);
      else if (!done) this.hears.show(this.usOfEdge(edge));
      if (!done) return;
      grip = null;
      this.snap.hidden = true;
    };
    drag(handle, (x) => move(x, false), (x) => move(x, true), () => this.timeline.band);
    handle.addEventListener("keydown", (event) => this.pressed(edge, event));
    return handle;
  }

  pressed(edge, event) {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    const page = { PageDown: -1, PageUp: 1 }[event.key];
    if (!way && !page) return;
    event.preventDefault();
    const { pauses, snaps } = this.timeline;
    const pause = page && snaps ? nextPause(pauses, edge, this.usOfEdge(edge), page) : null;
    if (pause !== null) this.hears.edge(this.selected, edge, pause, true);
    else if (way && !event.shiftKey) this.hears.nudge(edge, { frames: way });
    else this.hears.nudge(edge, { us: (way ?? page) * 1_000_000 });
  }

  /** Put an edge on a frame, or on a pause that is close by, if that is wanted. */
  drop(edge, frame, done) {
    const { times, pauses, snaps, width, pixels } = this.timeline;
    const within = Math.min(SNAP_MOST_US, (SNAP_PX / pixels) * width);
    const pause = snaps ? snapToPause(pauses, edge, times.us[frame], within) : null;
    this.hears.edge(this.selected, edge, pause ?? times.us[frame], done);
    this.snap.hidden = pause === null;
    if (pause !== null) this.snap.style.left = `${this.xOfEdge(edge)}px`;
  }

  usOfEdge(edge) {
    return edge === "start" ? this.selected.start_us : this.selected.end_us;
  }

  /** A clip holds its last frame, and so reaches to where that one ends. */
  xOfEdge(edge, clip = this.selected) {
    const { times } = this.timeline;
    const us = edge === "start" ? clip.start_us : times.endOf(times.nearest(clip.end_us));
    return this.timeline.xOf(us);
  }

  set(clips, selected, markUs) {
    this.clips = clips;
    this.selected = selected;
    this.markUs = markUs;
    this.draw();
  }

  draw() {
    const { times, pixels } = this.timeline;
    if (!times) return;
    const ends = []; // of the last pill in each lane
    const drawn = new Map();
    this.spans.replaceChildren();
    for (const clip of [...this.clips].sort((a, b) => a.start_us - b.start_us)) {
      const left = this.xOfEdge("start", clip);
      const right = this.xOfEdge("end", clip);
      if (right < 0 || left > pixels) continue;
      const from = Math.min(Math.max(0, left), pixels - PILL_LEAST_PX);
      const wide = Math.max(PILL_LEAST_PX, Math.min(right, pixels) - from);
      let lane = ends.findIndex((end) => end <= from);
      if (lane < 0) lane = ends.length;
      ends[lane] = from + wide + 2;
      const key = clip.id ?? clip.key;
      const pill = this.pills.get(key) ?? this.makePill();
      this.drawPill(pill, clip, { left: from, wide, lane });
      drawn.set(key, pill);
      this.drawSpan(clip, left, right);
    }
    this.putPills(drawn);
    this.node.style.setProperty("--lanes", Math.max(1, ends.length));
    this.drawHandles();
    this.flag.hidden = this.markUs == null;
    if (this.markUs != null) this.flag.style.left = `${this.timeline.xOf(this.markUs)}px`;
  }

  /** Pills that stay are left alone, so that a finger or the focus on one stays on it. */
  putPills(drawn) {
    for (const [key, pill] of this.pills) if (!drawn.has(key)) pill.remove();
    this.pills = drawn;
    [...drawn.values()].forEach((pill, place) => {
      const there = this.node.children[place];
      if (there !== pill) this.node.insertBefore(pill, there ?? null);
    });
  }

  makePill() {
    const name = el("span");
    const pill = el("button", { type: "button", onclick: () => this.hears.select(pill.clip) }, name);
    return Object.assign(pill, { words: name });
  }

  /** A pill too narrow for a name says which clip it is in the order. */
  drawPill(pill, clip, { left, wide, lane }) {
    const name = clip.name || (clip.id == null ? "New clip" : "Clip");
    const number = this.clips.indexOf(clip) + 1;
    const short = wide < NAME_LEAST_PX && clip.id != null;
    pill.clip = clip;
    pill.title = name;
    pill.words.textContent = short ? number : name;
    pill.className = ["pill", clip.chosen && "chosen", clip.id == null && "pending"]
      .filter(Boolean).join(" ");
    pill.dataset.clip = clip.id;
    pill.setAttribute("aria-pressed", String(clip === this.selected));
    pill.setAttribute("aria-label",
      `${short ? `${number}: ` : ""}${name}, from ${exactTime(clip.start_us)} to ${exactTime(clip.end_us)}`);
    pill.style.left = `${left}px`;
    pill.style.width = `${wide}px`;
    pill.style.setProperty("--lane", lane);
  }

  drawSpan(clip, left, right) {
    const span = el("i", { class: clip === this.selected ? "span selected" : "span" });
    span.style.left = `${left}px`;
    span.style.width = `${Math.max(2, right - left)}px`;
    this.spans.append(span);
  }

  drawHandles() {
    const clip = this.selected;
    const { times, pixels } = this.timeline;
    for (const handle of this.handles) {
      handle.hidden = !clip || clip.id == null;
      if (handle.hidden) continue;
      const edge = handle.classList.contains("start") ? "start" : "end";
      const x = this.xOfEdge(edge);
      handle.hidden = !handle.classList.contains("held") && (x < -1 || x > pixels + 1);
      handle.style.left = `${x}px`;
      handle.setAttribute("aria-valuemin", 0);
      handle.setAttribute("aria-valuemax", times.last);
      handle.setAttribute("aria-valuenow", times.nearest(this.usOfEdge(edge)));
      handle.setAttribute("aria-valuetext", exactTime(this.usOfEdge(edge)));
    }
  }
}
