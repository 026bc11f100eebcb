// One player of the bench's film: it is asked for a frame, and tells when that one is painted.

const PAINTED_WITHIN_MS = 150; // a hidden page paints nothing: then go on without

class Player {
  /** `onPainted(us)` hears each frame painted while none is asked for. */
  constructor(film, onPainted) {
    this.film = film;
    this.times = null;
    this.src = null;
    this.frame = null; // at which it rests
    this.goal = null; // which it was asked for, until it rests there
    this.drop = () => {}; // ends the wait for what it was asked for
    film.preservesPitch = true;
    const follow = (_now, { mediaTime }) => {
      film.requestVideoFrameCallback(follow);
      const us = mediaTime * 1e6;
      if (this.goal === null) onPainted(us);
      else if (this.times?.nearest(us) === this.goal) this.isPainted?.();
    };
    film.requestVideoFrameCallback(follow);
  }

  /** Have the film of `src` here, whose frames have these times. */
  open(src, times) {
    if (this.src !== src) this.film.src = this.src = src;
    this.times = times;
  }

  /** What it was asked for is asked for no more. */
  forget() {
    this.frame = this.goal = null;
    this.drop();
  }

  close() {
    this.forget();
    this.src = null;
    this.film.removeAttribute("src");
    this.film.load();
  }

  /** Which frame it shows, or soon will; null where that is not known. */
  get place() {
    return this.goal ?? this.frame;
  }

  /** Go to a frame and rest there; resolves to whether it does, or something else came between. */
  stand(index) {
    if (this.goal === index) return this.standing;
    this.forget();
    this.goal = index;
    const dropped = new Promise((resolve) => (this.drop = () => resolve(true)));
    this.standing = this.goTo(index, dropped);
    return this.standing;
  }

  async goTo(index, dropped) {
    const { film } = this;
    const next = (type) =>
      new Promise((resolve) => film.addEventListener(type, () => resolve(false), { once: true }));
    const unknown = film.readyState < film.HAVE_METADATA;
    if (unknown && (await Promise.race([next("loadedmetadata"), dropped]))) return false;
    const arrived = next("seeked");
    const painted = new Promise((resolve) => (this.isPainted = () => resolve(false)));
    film.currentTime = this.times.middle(index) / 1e6;
    if (await Promise.race([arrived, dropped])) return false;
    const late = new Promise((resolve) => setTimeout(() => resolve(false), PAINTED_WITHIN_MS));
    if (await Promise.race([painted, late, dropped])) return false;
    this.goal = null;
    this.frame = index;
    film.dataset.frame = index;
    return true;
  }
}
