// The picture seen closer: zoomed, moved, mirrored. Only how it is seen: the frame stays the frame.

const CLOSEST = 8;
const CLOSER_STEP = 1.5;
const ON_A_FACE = 2.5;
const LOOK_STEP = 0.25; // of the picture, for one press of an arrow
const TWICE_MS = 300;
const TWICE_PX = 40;
const TAP_PX = 8; // a finger that moves less taps

class View {
  /**
   * `hears.tap()` starts or stops the film at a tap on it, and returns what takes that back. `hears.running()` tells whether it runs, `hears.changed()` that it is seen anew.
   */
  constructor(picture, reel, hears) {
    Object.assign(this, { picture, reel, hears, mirrored: false, scale: 1, x: 0, y: 0 });
    this.fingers = new Map(); // pointer id to its last event
    this.moved = false;
    picture.addEventListener("pointerdown", (event) => this.touched(event));
    picture.addEventListener("pointermove", (event) => this.dragged(event));
    for (const type of ["pointerup", "pointercancel"]) {
      picture.addEventListener(type, (event) => this.fingers.delete(event.pointerId));
    }
    picture.addEventListener("click", (event) => this.tapped(event));
    const ours = { passive: false };
    picture.addEventListener("touchstart", (event) => {
      if (event.touches.length > 1) event.preventDefault(); // two fingers are for the picture
    }, ours);
    picture.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return; // a pinch on a touch pad comes as Ctrl and wheel too
      event.preventDefault();
      this.zoom(this.scale * Math.exp(-event.deltaY / 300), this.placeOf(event));
    }, ours);
    this.resized = new ResizeObserver(() => this.draw());
    this.resized.observe(picture);
  }

  /** Where an event happened, in px from the middle of the picture. */
  placeOf({ clientX, clientY }) {
    const box = this.picture.getBoundingClientRect();
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
  }

  touched(event) {
    if (event.button || event.target.closest("button")) return;
    if (!this.fingers.size) this.moved = false;
    this.fingers.set(event.pointerId, { ...this.placeOf(event), from: this.placeOf(event) });
    if (this.fingers.size > 1) this.moved = true;
  }

  dragged(event) {
    const finger = this.fingers.get(event.pointerId);
    if (!finger) return;
    const before = this.grip();
    Object.assign(finger, this.placeOf(event));
    if (!this.moved) {
      const [right, down] = [finger.x - finger.from.x, finger.y - finger.from.y];
      if (Math.hypot(right, down) < TAP_PX) return;
      this.moved = true;
      this.picture.setPointerCapture(event.pointerId);
      return this.move(right, down);
    }
    const after = this.grip();
    if (this.fingers.size > 1) this.zoom((this.scale * after.wide) / before.wide, before);
    this.move(after.x - before.x, after.y - before.y);
  }

  /** The middle of the fingers, and how far apart they are. */
  grip() {
    const [one, two = one] = this.fingers.values();
    const wide = Math.max(1, Math.hypot(one.x - two.x, one.y - two.y));
    return { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2, wide };
  }

  /** One tap stops at once, or plays when no second one follows; two look closer, or no longer. */
  tapped(event) {
    if (this.moved || event.target.closest("button")) return;
    const tap = { at: event.timeStamp, ...this.placeOf(event) };
    const last = this.lastTap;
    const twice = last && tap.at - last.at < TWICE_MS
      && Math.hypot(tap.x - last.x, tap.y - last.y) < TWICE_PX;
    this.lastTap = twice ? null : tap;
    clearTimeout(this.soon);
    if (twice) {
      last.takeBack?.();
      if (this.scale > 1) this.whole();
      else this.centre(ON_A_FACE, tap);
    } else if (this.hears.running()) {
      tap.takeBack = this.hears.tap();
    } else {
      // A busy device may hear of the second tap only after this.
      this.soon = setTimeout(() => { tap.takeBack = this.hears.tap(); }, TWICE_MS);
    }
  }

  /** See it `scale` times as large; what lies `at` a place stays there. */
  zoom(scale, at = { x: 0, y: 0 }) {
    const next = Math.min(CLOSEST, Math.max(1, scale));
    const grows = next / this.scale;
    this.x = at.x - (at.x - this.x) * grows;
    this.y = at.y - (at.y - this.y) * grows;
    this.scale = next;
    this.draw();
  }

  /** See it `scale` times as large, what lies `at` a place now in the middle. */
  centre(scale, at) {
    this.zoom(scale, at);
    this.move(-at.x, -at.y);
  }

  closer() {
    this.zoom(this.scale * CLOSER_STEP);
  }

  wider() {
    this.zoom(this.scale / CLOSER_STEP);
  }

  whole() {
    this.zoom(1);
  }

  move(right, down) {
    this.x += right;
    this.y += down;
    this.draw();
  }

  /** Look further to a side: `across` and `down` are -1, 0 or 1. */
  look(across, down) {
    const { clientWidth, clientHeight } = this.picture;
    this.move(-across * LOOK_STEP * clientWidth, -down * LOOK_STEP * clientHeight);
  }

  mirror() {
    this.mirrored = !this.mirrored;
    this.draw();
  }

  draw() {
    const { reel: { film, node }, picture, scale } = this;
    const fit = Math.min(
      film.clientWidth / (film.videoWidth || film.clientWidth || 1),
      film.clientHeight / (film.videoHeight || film.clientHeight || 1),
    );
    const over = (length, room) => Math.max(0, (length * fit * scale - room) / 2);
    const wide = over(film.videoWidth || film.clientWidth, picture.clientWidth);
    const tall = over(film.videoHeight || film.clientHeight, picture.clientHeight);
    this.x = Math.min(wide, Math.max(-wide, this.x));
    this.y = Math.min(tall, Math.max(-tall, this.y));
    const plain = scale === 1 && !this.mirrored;
    node.style.transform = plain ? ""
      : `translate(${this.x}px, ${this.y}px) scale(${this.mirrored ? -scale : scale}, ${scale})`;
    picture.classList.toggle("zoomed", scale > 1);
    this.hears.changed();
  }

  end() {
    clearTimeout(this.soon);
    this.resized.disconnect();
  }
}
