// The players of the bench's film: one is seen, and under it others stand where the next tap may
// lead. A seek takes a browser three of its frames and more; laying a player on top takes one.

class Players {
  /**
   * At most `unseen` players lie under the one that is seen.
   * `hears`: painted(us), state(), ended(), broken(error) and loaded() of the one that is seen,
   * and ready() once one under it stands where it was asked for.
   */
  constructor(hears, unseen) {
    this.hears = hears;
    this.most = unseen;
    this.node = el("div", { class: "films" });
    this.unseen = [];
    this.top = this.add();
    this.setSeen(this.top, true);
  }

  add() {
    const film = el("video", { playsinline: true, preload: "auto", disablepictureinpicture: true,
      controlslist: "nodownload noremoteplayback" });
    const player = new Player(film, (us) => player === this.top && this.hears.painted(us));
    const listen = (type, seen, unseen) =>
      film.addEventListener(type, () => (player === this.top ? seen() : unseen?.()));
    for (const type of ["play", "pause", "ended"]) {
      film.addEventListener(type, () => this.hears.state());
    }
    listen("ended", () => this.hears.ended());
    listen("error", () => this.hears.broken(film.error), () => player.close());
    listen("loadedmetadata", () => {
      player.forget();
      this.hears.loaded();
    });
    this.setSeen(player, false);
    this.node.append(film);
    return player;
  }

  setSeen({ film }, seen) {
    film.muted = !seen;
    if (seen) film.removeAttribute("aria-hidden");
    else film.setAttribute("aria-hidden", "true");
    film.setAttribute("aria-label", seen ? "The film" : "");
  }

  get all() {
    return [this.top, ...this.unseen];
  }

  load(src, times) {
    this.src = src;
    for (const player of this.unseen) player.close();
    this.top.src = null; // also the same one is loaded anew
    this.top.open(src, times);
  }

  /** Lay a player on top of the others. */
  lay(player) {
    const before = this.top;
    if (player === before) return;
    player.film.playbackRate = before.film.playbackRate;
    this.unseen = this.all.filter((one) => one !== player);
    this.top = player;
    before.film.pause();
    this.setSeen(before, false);
    this.setSeen(player, true);
  }

  /** Have a player at each of these frames, the first ones first, as far as there are players. */
  prepare(places, times) {
    for (const place of places.slice(0, this.most)) {
      if (this.all.some((player) => player.place === place)) continue;
      const free = this.freeOf(places);
      if (!free) return;
      free.open(this.src, times);
      free.stand(place).then((stands) => stands && this.hears.ready());
    }
  }

  freeOf(places) {
    const free = this.unseen.find((one) => one.goal === null && !places.includes(one.place));
    if (free || this.unseen.length >= this.most) return free;
    this.unseen.push(this.add());
    return this.unseen.at(-1);
  }

  close() {
    for (const player of this.all) player.close();
  }
}
