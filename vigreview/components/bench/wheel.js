// The wheel under the band: a finger turns it sideways, and the film follows frame by frame.

const FINE_PX = 8; // along the middle line: a frame each so many pixels
const FINE_WITHIN_PX = 14; // how far from the middle line that holds
const DOUBLES_EACH_PX = 10; // further out, the way doubles each so many pixels
const WHEEL_SAYS = "Turn with a finger";

class Wheel {
  /** `show(index)` is asked for each frame that the wheel comes to. */
  constructor(show) {
    this.show = show;
    this.times = null;
    this.index = 0;
    this.says = el("span", { class: "wheel-says", "aria-hidden": "true" }, WHEEL_SAYS);
    this.node = el("div", {
      class: "wheel", role: "slider", tabindex: "0", "aria-label": "Wheel, frame by frame",
      "aria-valuemin": "0", ...actMarks("wheel"), title: "Slow along the middle, faster further up or down",
    }, this.says);
    this.listen();
  }

  listen() {
    let place; // in frames, with what is still less than one
    let before;
    drag(this.node,
      (x, _part, y) => {
        if (!this.times) return;
        if (before === undefined) {
          before = x;
          place = this.index;
        }
        const speed = this.framesAPixel(Math.abs(y - this.node.clientHeight / 2));
        place = Math.min(this.times.last, Math.max(0, place + (x - before) * speed));
        this.turnBy(x - before);
        before = x;
        this.tell(speed);
        this.show(Math.round(place));
      },
      () => {
        before = undefined;
        this.says.textContent = WHEEL_SAYS;
      });
    this.node.addEventListener("keydown", (event) => {
      const to = this.times && this.wish(event);
      if (to == null) return;
      event.preventDefault();
      this.show(this.times.clamp(to));
    });
  }

  /** From a frame each few pixels along the middle to the whole film across, far from it. */
  framesAPixel(away) {
    const finest = 1 / FINE_PX;
    const quickest = Math.max(4 * finest, this.times.last / this.node.clientWidth);
    const out = Math.max(0, away - FINE_WITHIN_PX);
    return Math.min(quickest, finest * 2 ** (out / DOUBLES_EACH_PX));
  }

  /** The frame that a key on the wheel goes to, or null where the key is none of the wheel's. */
  wish({ key, shiftKey, ctrlKey, altKey, metaKey }) {
    if (ctrlKey || altKey || metaKey) return null;
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[key];
    if (way && !shiftKey) return this.index + way;
    const second = way ?? { PageDown: -1, PageUp: 1 }[key];
    if (second) return this.times.beside(this.index, second * 1_000_000);
    return { Home: 0, End: this.times.last }[key] ?? null;
  }

  turnBy(pixels) {
    this.turned = (this.turned ?? 0) + pixels;
    this.node.style.setProperty("--turned", `${this.turned}px`);
  }

  tell(speed) {
    const times = speed * FINE_PX;
    this.says.textContent = times < 1.5 ? "Frame by frame" : `${Math.round(times)} × as fast`;
  }

  setNow(index) {
    this.index = index;
    this.node.setAttribute("aria-valuemax", this.times.last);
    this.node.setAttribute("aria-valuenow", index);
    this.node.setAttribute("aria-valuetext", exactTime(this.times.us[index]));
  }
}
