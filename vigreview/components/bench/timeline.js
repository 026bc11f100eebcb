// The band under the picture: filmstrip, waveform, the clips on it, and where the film stands.

const ZOOM_STEP = 2;
const FRAME_WIDEST_PX = 96; // at the closest, the place of one frame
const FOLLOWS_WITHIN_US = 6_000_000; // closer than this the band runs along with the film

class Timeline {
  /**
   * `hears` holds what the band asks for: show(us), select(clip), edge(clip, "start"|"end", us,
   * done), and nudge(edge, {frames, us}) from the keyboard. `does` holds the acts of the list.
   */
  constructor(hears, does) {
    this.hears = hears;
    this.does = does;
    this.times = null;
    this.view = { from: 0, to: 1 };
    this.strip = null;
    this.peaks = null;
    this.pauses = [];
    this.snaps = acts().memory.get("bench snaps") ?? false;
    this.lanes = new Lanes(this, hears);
    this.wheel = new Wheel((index) => hears.show(this.times.us[index]));
    this.makeBand();
    this.makeTools();
    this.listen();
  }

  makeBand() {
    this.canvas = el("canvas", { "aria-hidden": "true" });
    this.head = el("div", { class: "head" });
    this.cell = el("div", { class: "cell", hidden: true });
    this.place = el("div", {
      class: "place", role: "slider", tabindex: "0", "aria-label": "Place in the film",
      "aria-valuemin": "0",
    }, this.canvas);
    const [spans, ...over] = this.lanes.onBand;
    this.band = el("div", { class: "band" }, this.place, spans, this.cell, this.head, over);
    this.window = el("div", { class: "window" });
    this.whole = el("div", { class: "whole", "aria-hidden": "true" }, this.window);
    this.from = el("span");
    this.to = el("span");
  }

  makeTools() {
    const act = (name, look) => actButton(this.does, name, look);
    this.wider = act("bandWider", { sign: "minus", label: "Wider" });
    this.closer = act("bandCloser", { sign: "plus", label: "Closer" });
    this.snapping = act("snap", { words: "Snap to pauses", kind: "snapping", hidden: true });
    this.turnSnaps(this.snaps);
    const zooms = el("div", { class: "zoom", role: "group", "aria-label": "How close" },
      this.wider, this.closer,
      act("bandWhole", { words: "Whole film" }),
      act("bandFrames", { words: "Frames", label: "Single frames" }));
    this.node = el("div", { class: "timeline" }, this.lanes.node, this.band,
      el("div", { class: "under", "aria-hidden": "true" }, this.from, this.whole, this.to),
      el("div", { class: "tools" }, zooms, this.wheel.node, this.snapping));
  }

  listen() {
    let nowUs; // before the first finger came, which in a pinch means no place
    hold(this.band, {
      begins: () => (nowUs = this.nowUs),
      scrub: (x) => this.times && this.hears.show(this.times.us[this.frameAt(x)]),
      pinchBegins: () => nowUs != null && this.hears.show(nowUs),
      pinch: (times, x, to) => this.zoom(times, this.usAt(x), to),
    });
    drag(this.whole, (_x, part) => this.times && this.pan(part * this.endUs - this.width / 2));
    this.place.addEventListener("keydown", (event) => {
      const at = { Home: 0, End: this.endUs }[event.key];
      if (at == null || !this.times) return;
      event.preventDefault();
      this.hears.show(at);
    });
    this.band.addEventListener("wheel", (event) => {
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      const x = event.clientX - this.band.getBoundingClientRect().left;
      if (event.ctrlKey) this.zoom(event.deltaY < 0 ? 1.25 : 0.8, this.usAt(x), x);
      else if (sideways) this.pan(this.view.from + (sideways / this.pixels) * this.width);
      else return;
      event.preventDefault();
    }, { passive: false });
    this.resized = new ResizeObserver(() => this.draw());
    this.resized.observe(this.band);
  }

  /** Show single frames as they are in this film, where they have room. */
  watch(reel) {
    this.glimpses = new Glimpses(reel, () => this.framesInView(), () => paintBand(this));
  }

  framesInView() {
    if (!this.times || this.framePx < GLIMPSES_FROM_PX) return null;
    const [first, last] = [this.view.from, this.view.to].map((us) => this.times.shownAt(us));
    return { first, last, now: this.index };
  }

  /** Begin with a film; the same one opened again stays as close as it was. */
  open(times) {
    const again = this.times?.endUs === times.endUs;
    this.times = this.wheel.times = times;
    this.endUs = times.endUs;
    this.glimpses?.open(times);
    if (again) return this.draw();
    this.strip = this.peaks = null;
    this.pauses = [];
    this.snapping.hidden = true;
    this.seeWhole();
  }

  setPeaks(peaks) {
    this.peaks = peaks;
    this.pauses = findPauses(peaks, this.endUs);
    this.snapping.hidden = !this.pauses.length;
  }

  turnSnaps(on) {
    this.snaps = on;
    acts().memory.set("bench snaps", on);
    this.snapping.setAttribute("aria-pressed", String(on));
    this.draw();
  }

  get width() {
    return this.view.to - this.view.from;
  }

  get pixels() {
    return this.band.clientWidth || 1;
  }

  /** How wide the place of a usual frame is, in pixels. */
  get framePx() {
    return (this.times.usual / this.width) * this.pixels;
  }

  get closestUs() {
    return Math.min(this.endUs, (this.pixels / FRAME_WIDEST_PX) * this.times.usual);
  }

  usAt(x) {
    return this.view.from + (Math.min(Math.max(x, 0), this.pixels) / this.pixels) * this.width;
  }

  xOf(us) {
    return ((us - this.view.from) / this.width) * this.pixels;
  }

  /** The frame at a place: where each has its own, the one that lies there; else the nearest. */
  frameAt(x) {
    const us = this.usAt(x);
    return this.framePx < TICKS_FROM_PX ? this.times.nearest(us) : this.times.shownAt(us);
  }

  /** A clip's edge lies between two frames: it starts with the one after, ends with the one before. */
  edgeFrameAt(x, edge) {
    const us = this.usAt(x);
    const frame = this.times.shownAt(us);
    const past = us > (this.times.us[frame] + this.times.endOf(frame)) / 2;
    return this.times.clamp(edge === "start" ? frame + Number(past) : frame - Number(!past));
  }

  closerBy(steps) {
    this.zoom(ZOOM_STEP ** steps);
  }

  seeWhole() {
    if (!this.times) return;
    this.view = { from: 0, to: this.endUs };
    this.draw();
  }

  seeFrames() {
    if (this.times) this.zoom(this.width / this.closestUs);
  }

  /** Come closer by so many times, with `aroundUs` at pixel `x` afterwards. */
  zoom(times, aroundUs, x) {
    if (!this.times) return;
    const inView = this.nowUs >= this.view.from && this.nowUs <= this.view.to;
    aroundUs ??= inView ? this.nowUs : (this.view.from + this.view.to) / 2;
    const part = (x ?? this.xOf(aroundUs)) / this.pixels;
    const width = Math.min(this.endUs, Math.max(this.closestUs, this.width / times));
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
    this.index = index;
    this.nowUs = this.times.us[index];
    this.wheel.setNow(index);
    this.follow(running);
    this.drawHead();
    this.place.setAttribute("aria-valuemax", this.times.last);
    this.place.setAttribute("aria-valuenow", index);
    this.place.setAttribute("aria-valuetext", exactTime(this.nowUs));
  }

  follow(running) {
    const { from, to } = this.view;
    const endUs = this.times.endOf(this.index);
    if (running && this.width < FOLLOWS_WITHIN_US) return this.pan(this.nowUs - this.width / 2);
    if (this.nowUs >= from && this.nowUs <= to) return;
    // A finger that is held at the end of the band draws the film along, a frame at a time.
    if (this.node.querySelector(".band.held, .handle.held")) {
      return this.pan(this.nowUs < from ? this.nowUs : endUs - this.width);
    }
    this.pan(this.nowUs - this.width * (running ? 0.05 : 0.5));
  }

  setClips(clips, selected, markUs) {
    this.lanes.set(clips, selected, markUs);
  }

  drawHead() {
    if (this.nowUs == null) return;
    const x = this.xOf(this.nowUs);
    this.head.style.left = `${x}px`;
    this.cell.hidden = this.framePx < TICKS_FROM_PX;
    this.cell.style.left = `${x}px`;
    this.cell.style.width = `${this.xOf(this.times.endOf(this.index)) - x}px`;
  }

  draw() {
    if (!this.times) return;
    paintBand(this);
    if (this.framesInView()) this.glimpses?.lookSoon();
    const part = this.width / this.endUs;
    this.wider.disabled = part > 0.999;
    this.closer.disabled = this.width <= this.closestUs * 1.001;
    this.window.style.left = `${(this.view.from / this.endUs) * 100}%`;
    this.window.style.width = `${part * 100}%`;
    const inWords = this.width < 20_000_000 ? exactTime : roughTime;
    this.from.textContent = inWords(this.view.from);
    this.to.textContent = inWords(this.view.to);
    this.drawHead();
    this.lanes.draw();
  }

  end() {
    this.resized.disconnect();
    this.glimpses?.end();
  }
}
