// Moves a film to the frames that are asked for, and tells which frame is painted.

const PAINTED_WITHIN_MS = 150; // a hidden page paints nothing: then go on without
const BREATH_MS = 500; // a loop rests on its last frame before it begins again
// A browser hears of a frame when it is painted already, and paints on for a while after a stop. So
// a clip is stopped a little early, by the clock, and its last frame is then gone to.
const STOPS_EARLY_US = 60_000;
const SPEEDS = [0.1, 0.25, 0.5, 1, 1.5, 2];

const nextSpeed = (speed, way) => SPEEDS[SPEEDS.indexOf(speed) + way] ?? speed;

class Reel {
  /** `onFrame(index)` hears each frame shown or asked for; `onState()` each start and stop. */
  constructor(film, onFrame, onState) {
    this.film = film;
    this.times = null;
    this.index = 0; // the frame that is shown, or has been asked for
    this.span = null; // {first, last, loop} while a clip is played
    this.goal = null; // the frame a seek is under way to
    this.rate = 1; // the speed that was chosen
    this.hurry = null; // a faster one, until the film stops
    this.back = null; // {us, at} while it runs backwards: from where, and since when
    this.onFrame = onFrame;
    this.onState = onState;
    film.preservesPitch = true;
    const follow = (_now, frame) => {
      film.requestVideoFrameCallback(follow);
      this.painted(frame.mediaTime * 1e6);
    };
    film.requestVideoFrameCallback(follow);
    for (const type of ["play", "pause", "ended"]) film.addEventListener(type, onState);
    film.addEventListener("ended", () => this.reachedEnd());
    film.addEventListener("loadedmetadata", () => {
      film.playbackRate = this.pace;
      this.goal = null;
      this.seek();
    });
  }

  get playing() {
    return !this.film.paused && !this.film.ended;
  }

  /** True from play to pause: also backwards, and while a loop takes a breath. */
  get running() {
    return this.playing || this.span !== null || this.back !== null;
  }

  /** The speed at which the film runs now, or would. */
  get pace() {
    return this.hurry ?? this.rate;
  }

  open(times, atUs) {
    this.times = times;
    this.show(times.nearest(atUs));
  }

  setRate(rate) {
    this.rate = rate;
    this.setPace(null);
  }

  setPace(hurry) {
    if (this.back) this.back = this.fromHere();
    this.hurry = hurry;
    this.film.playbackRate = this.pace;
    this.onState();
  }

  /** A frame is on the screen; after a pause one more may come, and it is the one that stays. */
  painted(us) {
    if (!this.times) return;
    const index = this.times.nearest(us);
    if (this.goal !== null) return void (index === this.goal && this.paintedNow());
    this.index = index;
    this.onFrame(this.index);
    if (this.span && this.playing && this.index >= this.lastToPlay) this.reachedEnd();
  }

  /** The frame at which a clip is stopped: the one before its last, or earlier. */
  get lastToPlay() {
    const { last } = this.span;
    const { us } = this.times;
    return Math.min(last - 1, this.times.nearest(us[last] - STOPS_EARLY_US * this.pace));
  }

  /** Stop, and go to this frame and stay there. */
  show(index) {
    this.halt();
    this.goTo(index);
  }

  /** Nothing runs any more, and nothing is about to. */
  halt() {
    clearTimeout(this.breath);
    this.span = null;
    this.back = null;
    this.hurry = null;
    this.whenThere = null;
    this.film.pause();
  }

  goTo(index) {
    this.index = this.times.clamp(index);
    this.seek(); // first: the frame is decoded while the rest is drawn
    this.onFrame(this.index);
  }

  /** One seek at a time; while one is under way only the newest wish counts. */
  async seek() {
    if (!this.times || this.goal !== null || this.film.readyState < 1) return;
    this.goal = this.index;
    const arrived = new Promise((resolve) =>
      this.film.addEventListener("seeked", resolve, { once: true }),
    );
    const painted = new Promise((resolve) => (this.paintedNow = resolve));
    this.film.currentTime = this.times.middle(this.goal) / 1e6;
    await arrived;
    await Promise.race([
      painted,
      new Promise((resolve) => setTimeout(resolve, PAINTED_WITHIN_MS)),
    ]);
    const there = this.goal === this.index;
    this.goal = null;
    if (!there) return this.seek();
    this.film.dataset.frame = this.index;
    this.whenThere?.();
    this.whenThere = null;
  }

  play() {
    this.halt();
    if (this.index >= this.times.last) {
      this.whenThere = () => this.start();
      return this.goTo(0);
    }
    this.start();
  }

  start() {
    this.film.playbackRate = this.pace;
    this.film.play().catch((error) => {
      if (error.name !== "AbortError") this.onState(error);
    });
  }

  /** Play on; while it plays: faster. */
  goOn() {
    if (this.playing) this.setPace(nextSpeed(this.pace, 1));
    else this.play();
  }

  /** Run backwards; while it does: faster. No browser plays so: it is stepped by the clock. */
  goBack() {
    if (this.back) return this.setPace(nextSpeed(this.pace, 1));
    this.halt();
    this.back = this.fromHere();
    requestAnimationFrame((now) => this.stepBack(now));
    this.onState();
  }

  fromHere() {
    return { us: this.times.us[this.index], at: performance.now() };
  }

  stepBack(now) {
    if (!this.back) return;
    const gone = Math.max(0, now - this.back.at) * 1000 * this.pace;
    const index = this.times.shownAt(this.back.us - gone);
    if (this.goal === null && index < this.index) this.goTo(index);
    if (this.index === 0) return this.pause();
    requestAnimationFrame((next) => this.stepBack(next));
  }

  /** Go on from here as before a pause: with the span that was played, if one was. */
  resume(span) {
    this.span = span;
    this.start();
  }

  /** Play from frame `first` to frame `last`, both included, and stay on the last. */
  playSpan(first, last, loop) {
    this.halt();
    this.span = { first, last, loop };
    this.whenThere = () => this.span && this.start();
    this.goTo(first);
    this.onState();
  }

  reachedEnd() {
    const span = this.span;
    this.film.pause();
    if (!span) return this.pause();
    this.goTo(span.last);
    if (span.loop) {
      this.breath = setTimeout(() => this.playSpan(span.first, span.last, true), BREATH_MS);
    } else {
      this.span = null;
      this.onState();
    }
  }

  pause() {
    this.halt();
    this.onState();
  }

  toggle() {
    if (this.running) this.pause();
    else this.play();
  }
}
