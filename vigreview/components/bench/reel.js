// Moves a film to the frames that are asked for, and tells which frame is painted.

const BREATH_MS = 500; // a loop rests on its last frame before it begins again
// A browser hears of a frame when it is painted already, and paints on for a while after a stop. So
// a clip is stopped a little early, by the clock, and its last frame is then gone to.
const STOPS_EARLY_US = 60_000;
const SPEEDS = [0.1, 0.25, 0.5, 1, 1.5, 2];

const nextSpeed = (speed, way) => SPEEDS[SPEEDS.indexOf(speed) + way] ?? speed;

class Reel {
  /**
   * `hears.frame(index)` is told of each frame shown or asked for, `hears.rest(index)` of each at
   * which the film stays, `hears.state(error)` of each start and stop. As many as `unseen` players
   * stand ready where a next tap may lead.
   */
  constructor(hears, unseen = 0) {
    this.hears = hears;
    this.times = null;
    this.index = 0; // the frame that is shown, or has been asked for
    this.span = null; // {first, last, loop} while a clip is played
    this.seeking = false;
    this.rate = 1; // the speed that was chosen
    this.hurry = null; // a faster one, until the film stops
    this.back = null; // {us, at} while it runs backwards: from where, and since when
    this.expected = null; // the frame that is likely to be played from next
    this.strides = [0, 0]; // the last step but one and the last: 1 and -1 for a frame on and back
    this.players = new Players({
      painted: (us) => this.painted(us),
      state: () => hears.state(),
      ended: () => this.reachedEnd(),
      broken: (error) => hears.state(error),
      ready: () => this.prepare(),
      loaded: () => {
        this.film.playbackRate = this.pace;
        this.seeking = false;
        this.seek();
      },
    }, unseen);
    this.node = this.players.node;
  }

  /** The film as it is seen. */
  get film() {
    return this.players.top.film;
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

  /** Have the film of `src` here. `open` tells its frames' times once they are known. */
  load(src) {
    this.seeking = false;
    this.players.load(src, this.times);
  }

  open(times, atUs) {
    this.times = this.players.top.times = times;
    this.show(times.nearest(atUs));
  }

  /** No film's times are known any more. */
  forget() {
    this.times = null;
    this.expect(null);
  }

  setRate(rate) {
    this.rate = rate;
    this.setPace(null);
  }

  setPace(hurry) {
    if (this.back) this.back = this.fromHere();
    this.hurry = hurry;
    this.film.playbackRate = this.pace;
    this.hears.state();
  }

  /** A frame is on the screen; after a pause one more may come, and it is the one that stays. */
  painted(us) {
    if (!this.times) return;
    this.index = this.times.nearest(us);
    this.hears.frame(this.index);
    if (!this.playing) this.hears.rest(this.index);
    else if (this.span && this.index >= this.lastToPlay) this.reachedEnd();
  }

  /** The frame at which a clip is stopped: the one before its last, or earlier. */
  get lastToPlay() {
    const { last } = this.span;
    const { us } = this.times;
    return Math.min(last - 1, this.times.nearest(us[last] - STOPS_EARLY_US * this.pace));
  }

  /** Stop, and go to this frame and stay there. */
  show(index) {
    const stride = index - this.index;
    this.strides = [this.strides[1], Math.abs(stride) === 1 ? stride : 0];
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
    this.hears.frame(this.index);
  }

  /** One seek at a time; while one is under way only the newest wish counts. */
  async seek() {
    if (!this.times || this.film.readyState < 1) return;
    const goal = this.index;
    const { all, unseen, top } = this.players;
    const here = all.find((player) => player.frame === goal);
    if (here) return this.rest(here);
    if (this.seeking) return;
    this.seeking = true;
    this.awaited = unseen.find((one) => one.goal === goal) ?? top;
    const player = this.awaited;
    const stands = await player.stand(goal);
    this.seeking = false;
    if (goal !== this.index || (!stands && player !== top)) return this.seek();
    if (stands) this.rest(player);
  }

  /** The film stays at the frame at which this player stands. */
  rest(player) {
    this.awaited = null;
    this.players.lay(player);
    this.hears.rest(this.index);
    this.whenThere?.();
    this.whenThere = null;
    this.prepare();
  }

  /** Frame `index` is likely to be played from next; null where none is. */
  expect(index) {
    if (index === this.expected) return;
    this.expected = index;
    this.prepare();
  }

  /** Have the unseen players stand where the next tap may lead. While the film runs it has all. */
  prepare() {
    if (!this.times || this.playing || this.back || this.seeking) return;
    this.players.prepare(this.likely(), this.times);
  }

  /** The frames that are likely to be asked for next. */
  likely() {
    const [before, last] = this.strides;
    const steps = last ? [last, before === last ? 2 * last : -last] : [];
    const places = steps.map((step) => this.index + step);
    if (this.expected !== null) places.unshift(this.expected);
    return places.filter((place) => place === this.times.clamp(place));
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
    // What stands at the frame is about to be laid on top: only then it is where to play from.
    const { top } = this.players;
    if (this.awaited && this.awaited !== top) return void (this.whenThere = () => this.start());
    this.film.playbackRate = this.pace;
    top.frame = null;
    this.film.play().catch((error) => {
      if (error.name !== "AbortError") this.hears.state(error);
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
    this.hears.state();
  }

  fromHere() {
    return { us: this.times.us[this.index], at: performance.now() };
  }

  stepBack(now) {
    if (!this.back) return;
    const gone = Math.max(0, now - this.back.at) * 1000 * this.pace;
    const index = this.times.shownAt(this.back.us - gone);
    if (!this.seeking && index < this.index) this.goTo(index);
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
    this.hears.state();
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
      this.hears.state();
    }
  }

  pause() {
    this.halt();
    this.hears.state();
  }

  toggle() {
    if (this.running) this.pause();
    else this.play();
  }

  end() {
    this.pause();
    this.times = null;
    this.players.close();
  }
}
