// Moves a film to the frames that are asked for, and tells which frame is painted.

const PAINTED_WITHIN_MS = 150; // a hidden page paints nothing: then go on without
const BREATH_MS = 500; // a loop rests on its last frame before it begins again

class Reel {
  /** `onFrame(index)` hears each frame shown or asked for; `onState()` each start and stop. */
  constructor(film, onFrame, onState) {
    this.film = film;
    this.times = null;
    this.index = 0; // the frame that is shown, or has been asked for
    this.span = null; // {first, last, loop} while a clip is played
    this.goal = null; // the frame a seek is under way to
    this.rate = 1;
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
      film.playbackRate = this.rate;
      this.goal = null;
      this.seek();
    });
  }

  get playing() {
    return !this.film.paused && !this.film.ended;
  }

  open(times, atUs) {
    this.times = times;
    this.show(times.nearest(atUs));
  }

  setRate(rate) {
    this.rate = rate;
    this.film.playbackRate = rate;
    this.onState();
  }

  /** A frame is on the screen; after a pause one more may come, and it is the one that stays. */
  painted(us) {
    if (!this.times) return;
    const index = this.times.nearest(us);
    if (this.goal !== null) return void (index === this.goal && this.paintedNow());
    this.index = index;
    this.onFrame(this.index);
    if (this.span && this.playing && this.index >= this.span.last) this.reachedEnd();
  }

  /** Stop, and go to this frame and stay there. */
  show(index) {
    this.span = null;
    clearTimeout(this.breath);
    this.film.pause();
    this.goTo(index);
  }

  goTo(index) {
    this.index = this.times.clamp(index);
    this.onFrame(this.index);
    this.seek();
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
    this.span = null;
    clearTimeout(this.breath);
    if (this.index >= this.times.last) {
      this.whenThere = () => this.start();
      return this.goTo(0);
    }
    this.start();
  }

  start() {
    this.film.playbackRate = this.rate;
    this.film.play().catch((error) => {
      if (error.name !== "AbortError") this.onState(error);
    });
  }

  /** Play from frame `first` to frame `last`, both included, and stay on the last. */
  playSpan(first, last, loop) {
    clearTimeout(this.breath);
    this.film.pause();
    this.span = { first, last, loop };
    this.whenThere = () => this.span && this.start();
    this.goTo(first);
    this.onState();
  }

  reachedEnd() {
    const span = this.span;
    this.film.pause();
    if (!span) return;
    this.goTo(span.last); // a stop by script may let one frame more through: go back to the last
    if (span.loop) {
      this.breath = setTimeout(() => this.playSpan(span.first, span.last, true), BREATH_MS);
    } else {
      this.span = null;
      this.onState();
    }
  }

  pause() {
    clearTimeout(this.breath);
    this.span = null;
    this.whenThere = null;
    this.film.pause();
    this.onState();
  }

  toggle() {
    if (this.playing || this.span) this.pause();
    else this.play();
  }
}
