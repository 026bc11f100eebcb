// Small pictures of single frames, for the band at its closest: as they are seen on the bench,
// and those in between fetched by a second, unseen player while the first one rests.

const GLIMPSES_MOST = 300;
const GLIMPSE_TALL_PX = 72;
const GLIMPSES_FROM_PX = 28; // frames closer together than this show no pictures of their own
const RESTS_MS = 200;
const FETCHED_WITHIN_MS = 1_500; // a hidden page paints nothing: then the filmstrip's tile stays

class Glimpses {
  /** `inView()` gives {first, last, now}, or null while no frame has room; `changed()` hears of more. */
  constructor(reel, inView, changed) {
    this.reel = reel;
    this.inView = inView;
    this.changed = changed;
    this.pictures = new Map(); // frame to its picture, the one kept for longest first
    this.missed = new Set(); // frames that could not be fetched
    this.scout = el("video", { preload: "auto" });
    this.scout.muted = true;
    this.looking = false;
  }

  /** The film rests at this frame, and shows it. */
  see(index, film) {
    if (!this.inView()) return;
    this.keep(index, film);
    this.changed();
  }

  open(times) {
    this.times = times;
    this.pictures.clear();
    this.missed.clear();
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
      if (this.reel.playing || this.reel.seeking) {
        this.lookSoon();
        break;
      }
      const found = await this.fetch(index);
      if (found) this.changed();
      else this.missed.add(index);
    }
    this.looking = false;
  }

  missing() {
    const view = this.times && this.inView();
    if (!view) return null;
    let best = null;
    for (let index = view.first; index <= view.last; index++) {
      const nearer = best === null || Math.abs(index - view.now) < Math.abs(best - view.now);
      if (nearer && !this.pictures.has(index) && !this.missed.has(index)) best = index;
    }
    return best;
  }

  /** Keep the picture of this frame once the unseen player says that it paints that very one. */
  fetch(index) {
    const { scout, times } = this;
    const { src } = this.reel.film;
    if (scout.src !== src) scout.src = src;
    return new Promise((resolve) => {
      const late = setTimeout(() => done(false), FETCHED_WITHIN_MS);
      let asked;
      const done = (found) => {
        clearTimeout(late);
        scout.cancelVideoFrameCallback(asked);
        resolve(found);
      };
      const painted = (_now, { mediaTime }) => {
        if (times !== this.times) return done(false);
        if (times.nearest(mediaTime * 1e6) !== index) return ask();
        this.keep(index, scout);
        done(true);
      };
      const ask = () => (asked = scout.requestVideoFrameCallback(painted));
      ask();
      scout.currentTime = times.middle(index) / 1e6;
    });
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
