// Small pictures of single frames, for the band at its closest: as they are seen on the bench,
// and those in between fetched by a second, unseen player while the first one rests.

const GLIMPSES_MOST = 300;
const GLIMPSE_TALL_PX = 72;
const GLIMPSES_FROM_PX = 28; // frames closer together than this show no pictures of their own
const RESTS_MS = 200;

class Glimpses {
  /** `inView()` gives {first, last, now}, or null while no frame has room; `changed()` hears of more. */
  constructor(film, inView, changed) {
    this.film = film;
    this.inView = inView;
    this.changed = changed;
    this.pictures = new Map(); // frame to its picture, the one kept for longest first
    this.scout = el("video", { preload: "auto" });
    this.scout.muted = true;
    this.looking = false;
    const follow = (_now, { mediaTime }) => {
      film.requestVideoFrameCallback(follow);
      if (!this.times || !this.inView()) return;
      this.keep(this.times.nearest(mediaTime * 1e6), film);
      this.changed();
    };
    film.requestVideoFrameCallback(follow);
  }

  open(times) {
    this.times = times;
    this.pictures.clear();
  }

  keep(index, video) {
    if (this.pictures.has(index) || !video.videoWidth) return;
    const picture = new OffscreenCanvas(
      Math.max(1, Math.round((GLIMPSE_TALL_PX * video.videoWidth) / video.videoHeight)),
      GLIMPSE_TALL_PX,
    );
    picture.getContext("2d").drawImage(video, 0, 0, picture.width, picture.height);
    this.pictures.set(index, picture);
    if (this.pictures.size > GLIMPSES_MOST) {
      this.pictures.delete(this.pictures.keys().next().value);
    }
  }

  /** Once the band has rested a little, fetch what is missing in view, nearest first. */
  lookSoon() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.look(), RESTS_MS);
  }

  async look() {
    if (this.looking) return;
    this.looking = true;
    for (let index; (index = this.missing()) !== null; ) {
      if (!this.film.paused || this.film.seeking) {
        this.lookSoon();
        break;
      }
      if (!(await this.fetch(index))) break; // without it the filmstrip's tile stays
      this.changed();
    }
    this.looking = false;
  }

  missing() {
    const view = this.times && this.inView();
    if (!view) return null;
    let best = null;
    for (let index = view.first; index <= view.last; index++) {
      const nearer = best === null || Math.abs(index - view.now) < Math.abs(best - view.now);
      if (nearer && !this.pictures.has(index)) best = index;
    }
    return best;
  }

  async fetch(index) {
    const { scout, film, times } = this;
    const after = (type) => new Promise((resolve) => {
      scout.addEventListener(type, () => resolve(true), { once: true });
      scout.addEventListener("error", () => resolve(false), { once: true });
    });
    if (scout.src !== film.src) {
      scout.src = film.src;
      if (!(await after("loadeddata"))) return false;
    }
    const there = after("seeked");
    scout.currentTime = times.middle(index) / 1e6;
    if (!(await there) || times !== this.times) return false;
    this.keep(index, scout);
    return true;
  }

  /** Paint a frame's picture whole into its place; without one nothing is painted. */
  paint(pen, index, x, wide, tall) {
    const picture = this.pictures.get(index);
    if (!picture || wide < GLIMPSES_FROM_PX) return;
    const scale = Math.min(wide / picture.width, tall / picture.height);
    const [w, h] = [picture.width * scale, picture.height * scale];
    pen.fillStyle = "#171412";
    pen.fillRect(x, 0, wide, tall);
    pen.drawImage(picture, x + (wide - w) / 2, (tall - h) / 2, w, h);
  }

  end() {
    clearTimeout(this.resting);
    this.times = null;
    this.scout.removeAttribute("src");
    this.scout.load();
  }
}
