// One player of the bench's film: it is asked for a frame, and tells when that one is painted.

const PAINTED_WITHIN_MS = 150; // a hidden page paints nothing: then go on without

class Player {
  /** `onPainted(us)` hears each frame painted while none is asked for. */
  constructor(film, onPainted) {
    this.film = film;
    this.times = null;
    this.frame = null; // at which it rests
    this.goal = null; // which it was asked for, until it rests there
    this.turn = 0; // counts what it was asked for, so that a late answer to an older wish is dropped
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
    this.turn++;
    this.frame = this.goal = null;
  }

  close() {
    this.forget();
    this.src = null;
    this.film.removeAttribute("src");
    this.film.load();
  }

  /** Go to a frame and rest there; resolves to whether it does, or something else came between. */
  stand(index) {
    if (this.goal === index) return this.standing;
    this.frame = null;
    this.goal = index;
    this.standing = this.goTo(index, ++this.turn);
    return this.standing;
  }

  async goTo(index, turn) {
    const { film } = this;
    const next = (type) =>
      new Promise((resolve) => film.addEventListener(type, resolve, { once: true }));
    if (film.readyState < film.HAVE_METADATA) await next("loadedmetadata");
    if (turn !== this.turn) return false;
    const arrived = next("seeked");
    const painted = new Promise((resolve) => (this.isPainted = resolve));
    film.currentTime = this.times.middle(index) / 1e6;
    await arrived;
    await Promise.race([
      painted,
      new Promise((resolve) => setTimeout(resolve, PAINTED_WITHIN_MS)),
    ]);
    if (turn !== this.turn) return false;
    this.goal = null;
    this.frame = index;
    film.dataset.frame = index;
    return true;
  }
}
