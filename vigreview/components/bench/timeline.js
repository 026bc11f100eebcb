// The band under the picture: filmstrip, waveform, the clips on it, and where the film stands.

const ZOOM_STEP = 2;
const CLOSEST_US = 2_000_000;
const PILL_LEAST_PX = 48;
const LANES_MOST = 4;

class Timeline {
  /**
   * `hears` holds what the band asks for: show(us), select(clip), edge(clip, "start"|"end", us,
   * done), and step(frames, us) from the keyboard.
   */
  constructor(hears) {
    this.hears = hears;
    this.times = null;
    this.clips = [];
    this.view = { from: 0, to: 1 };
    this.strip = null;
    this.peaks = null;
    this.canvas = el("canvas", { "aria-hidden": "true" });
    this.spans = el("div", { class: "spans", "aria-hidden": "true" });
    this.lanes = el("div", { class: "lanes", role: "group", "aria-label": "Clips" });
    this.flag = el("div", { class: "flag", hidden: true });
    this.head = el("div", { class: "head" });
    this.place = el("div", {
      class: "place", role: "slider", tabindex: "0", "aria-label": "Place in the film",
      "aria-valuemin": "0",
    }, this.canvas);
    this.handles = ["start", "end"].map((edge) => this.makeHandle(edge));
    this.band = el("div", { class: "band" },
      this.place, this.spans, this.flag, this.head, ...this.handles);
    this.window = el("div", { class: "window" });
    this.whole = el("div", { class: "whole", hidden: true, "aria-hidden": "true" }, this.window);
    this.from = el("span");
    this.to = el("span");
    this.node = el("div", { class: "timeline" }, this.lanes, this.band, this.whole,
      el("div", { class: "under", "aria-hidden": "true" }, this.from, this.to));
    this.wider = button({ sign: "minus", label: "Wider", onclick: () => this.zoom(1 / ZOOM_STEP) });
    this.closer = button({ sign: "plus", label: "Closer", onclick: () => this.zoom(ZOOM_STEP) });
    this.zooms = el("div", { class: "zoom", role: "group", "aria-label": "How close" },
      this.wider, button({ words: "Whole film", onclick: () => this.seeWhole() }), this.closer);
    this.listen();
  }

  listen() {
    drag(this.band, (x) => this.hears.show(this.usAt(x)));
    drag(this.whole, (_x, part) => this.pan(part * this.endUs - this.width / 2));
    this.place.addEventListener("keydown", (event) => {
      if (event.key !== "Home" && event.key !== "End") return;
      event.preventDefault();
      this.hears.show(event.key === "Home" ? 0 : this.endUs);
    });
    this.band.addEventListener("wheel", (event) => {
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (event.ctrlKey) this.zoom(event.deltaY < 0 ? 1.25 : 0.8, this.usAt(event.offsetX));
      else if (sideways) this.pan(this.view.from + (sideways / this.pixels) * this.width);
      else return;
      event.preventDefault();
    }, { passive: false });
    this.resized = new ResizeObserver(() => this.draw());
    this.resized.observe(this.band);
  }

  makeHandle(edge) {
    const handle = el("div", {
      class: `handle ${edge}`, role: "slider", tabindex: "0", hidden: true,
      "aria-label": edge === "start" ? "Start of the clip" : "End of the clip",
    });
    const move = (us, done) => this.hears.edge(this.selected, edge, us, done);
    drag(handle,
      (x) => move(this.usAt(x), false),
      (x) => move(this.usAt(x), true),
      () => this.band);
    handle.addEventListener("keydown", (event) => {
      const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (!way) return;
      event.preventDefault();
      this.hears.nudge(edge, event.shiftKey ? { us: way * 1_000_000 } : { frames: way });
    });
    return handle;
  }

  open(times) {
    this.times = times;
    this.endUs = times.endUs;
    this.seeWhole();
  }

  get width() {
    return this.view.to - this.view.from;
  }

  get pixels() {
    return this.band.clientWidth || 1;
  }

  usAt(x) {
    return this.view.from + (Math.min(Math.max(x, 0), this.pixels) / this.pixels) * this.width;
  }

  xOf(us) {
    return ((us - this.view.from) / this.width) * this.pixels;
  }

  seeWhole() {
    this.view = { from: 0, to: this.endUs };
    this.draw();
  }

  zoom(times, aroundUs = this.nowUs ?? 0) {
    const width = Math.min(this.endUs, Math.max(CLOSEST_US, this.width / times));
    const part = (aroundUs - this.view.from) / this.width;
    this.view.to = this.view.from + width;
    this.pan(aroundUs - part * width);
  }

  pan(fromUs) {
    const width = this.width;
    const from = Math.min(Math.max(0, fromUs), this.endUs - width);
    this.view = { from, to: from + width };
    this.draw();
  }

  /** Put the playhead there, turning the page when it has left the view. */
  setNow(index, running) {
    this.nowUs = this.times.us[index];
    const { from, to } = this.view;
    if (this.nowUs < from || this.nowUs > to) {
      this.pan(this.nowUs - this.width * (running ? 0.05 : 0.5));
    }
    this.head.style.left = `${this.xOf(this.nowUs)}px`;
    this.place.setAttribute("aria-valuemax", this.times.last);
    this.place.setAttribute("aria-valuenow", index);
    this.place.setAttribute("aria-valuetext", exactTime(this.nowUs));
  }

  setClips(clips, selected, markUs) {
    this.clips = clips;
    this.selected = selected;
    this.markUs = markUs;
    this.drawClips();
  }

  drawClips() {
    if (!this.times) return;
    const inLane = [];
    const pills = [];
    this.spans.replaceChildren();
    for (const clip of [...this.clips].sort((a, b) => a.start_us - b.start_us)) {
      const left = this.xOf(clip.start_us);
      const right = this.xOf(clip.end_us);
      if (right < 0 || left > this.pixels) continue;
      const wide = Math.max(PILL_LEAST_PX, right - left);
      const start = Math.max(0, Math.min(left, this.pixels - wide));
      let lane = inLane.findIndex((end) => end <= start);
      if (lane < 0) lane = Math.min(inLane.length, LANES_MOST - 1);
      inLane[lane] = start + wide + 2;
      pills.push(this.makePill(clip, start, Math.min(wide, this.pixels - start), lane));
      const span = el("i", { class: clip === this.selected ? "span selected" : "span" });
      span.style.left = `${left}px`;
      span.style.width = `${Math.max(2, right - left)}px`;
      this.spans.append(span);
    }
    const focused = this.node.getRootNode().activeElement?.dataset?.clip;
    this.lanes.replaceChildren(...pills);
    if (focused) this.lanes.querySelector(`[data-clip="${focused}"]`)?.focus();
    this.lanes.style.setProperty("--lanes", Math.max(1, inLane.length));
    this.drawHandles();
    this.flag.hidden = this.markUs == null;
    if (this.markUs != null) this.flag.style.left = `${this.xOf(this.markUs)}px`;
  }

  makePill(clip, left, width, lane) {
    const name = clip.name || (clip.id == null ? "New clip" : "Clip");
    const pill = el("button", {
      type: "button", title: name,
      class: ["pill", clip.chosen && "chosen", clip.id == null && "pending"].filter(Boolean).join(" "),
      "aria-pressed": String(clip === this.selected), "data-clip": clip.id,
      "aria-label": `${name}, from ${exactTime(clip.start_us)} to ${exactTime(clip.end_us)}`,
      onclick: () => this.hears.select(clip),
    }, el("span", {}, name));
    pill.style.left = `${left}px`;
    pill.style.width = `${width}px`;
    pill.style.setProperty("--lane", lane);
    return pill;
  }

  drawHandles() {
    const clip = this.selected;
    for (const handle of this.handles) {
      handle.hidden = !clip || clip.id == null;
      if (handle.hidden) continue;
      const us = handle.classList.contains("start") ? clip.start_us : clip.end_us;
      const x = this.xOf(us);
      handle.hidden = x < -1 || x > this.pixels + 1;
      handle.style.left = `${x}px`;
      handle.setAttribute("aria-valuemin", 0);
      handle.setAttribute("aria-valuemax", this.times.last);
      handle.setAttribute("aria-valuenow", this.times.nearest(us));
      handle.setAttribute("aria-valuetext", exactTime(us));
    }
  }

  draw() {
    if (!this.times) return;
    paintBand(this);
    const part = this.width / this.endUs;
    this.whole.hidden = this.wider.disabled = part > 0.999;
    this.closer.disabled = this.width <= CLOSEST_US;
    this.window.style.left = `${(this.view.from / this.endUs) * 100}%`;
    this.window.style.width = `${part * 100}%`;
    this.from.textContent = roughTime(this.view.from);
    this.to.textContent = roughTime(this.view.to);
    if (this.nowUs != null) this.head.style.left = `${this.xOf(this.nowUs)}px`;
    this.drawClips();
  }

  end() {
    this.resized.disconnect();
  }
}
