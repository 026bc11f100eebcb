// Clips one after another, each from its first frame to its last, with a breath in between.

const BREATH_BETWEEN_MS = 1200;
const SLOWLY = 0.5;

function beginInARow(root) {
  let clips = [];
  let at = 0;
  let opening = 0; // counts clips opened, so that a late answer for an older one is dropped
  let edges = null; // the first and the last frame of the clip that is open
  let opened = 0; // which clip that is
  let going = false; // whether the clips play on by themselves
  let breath = 0;
  const timesOf = new Map(); // path to the times of a film's frames
  const shown = el("canvas", { hidden: true, "aria-hidden": "true" });
  const reel = new Reel({ frame() {}, rest() {}, state: onState });
  const { film } = reel;
  const place = el("p", { class: "quiet" });
  const name = el("p", { class: "name" });
  const detail = el("p", { class: "quiet" });
  const message = el("p", { class: "message", role: "status" });
  const before = button({ words: "Before", sign: "back", onclick: () => turnTo(at - 1) });
  const play = button({ words: "Play", sign: "play", kind: "main", onclick: playOrStop });
  const after = button({ words: "Next", sign: "forward", onclick: () => turnTo(at + 1) });
  const slowly = button({ words: "Slowly", sign: "slowly",
    onclick: () => reel.setRate(reel.rate === 1 ? SLOWLY : 1) });
  const picture = el("div", { class: "picture" }, reel.node, shown);
  root.append(picture, el("div", { class: "what", "aria-live": "polite" }, place, name, detail),
    el("div", { class: "row" }, before, play, after, slowly), message);

  /**
   * What is seen is drawn here, frame by frame, and of a clip only its own frames: a browser that is
   * busy hears late that one after the last was painted already.
   */
  function paint() {
    film.requestVideoFrameCallback(paint);
    if (!edges) return;
    const frame = new VideoFrame(film);
    const at = timesOf.get(clips[opened].times_src).nearest(frame.timestamp);
    if (at >= edges[0] && at <= edges[1]) {
      if (shown.width !== frame.displayWidth) shown.width = frame.displayWidth;
      if (shown.height !== frame.displayHeight) shown.height = frame.displayHeight;
      shown.getContext("2d").drawImage(frame, 0, 0, shown.width, shown.height);
      shown.hidden = false;
    }
    frame.close();
  }
  // An older browser draws a film of a phone held upright lying down; there the film itself is seen.
  const drawsUpright = "rotation" in (window.VideoFrame?.prototype ?? {});
  if (drawsUpright) film.requestVideoFrameCallback(paint);

  const isLast = () => at === clips.length - 1;
  const ended = () => edges && !reel.span && !reel.playing && reel.index >= edges[1];

  function onState(error) {
    if (error) message.textContent = "This film cannot be played just now. Please try once more.";
    if (going && ended()) rest();
    draw();
  }
  function rest() {
    clearTimeout(breath);
    if (isLast()) going = false;
    else breath = setTimeout(() => open(at + 1), BREATH_BETWEEN_MS);
  }
  function draw() {
    const clip = clips[at];
    if (!clip) return;
    place.textContent = `${at + 1} of ${clips.length}`;
    name.textContent = clip.name;
    detail.textContent = clip.detail;
    film.setAttribute("aria-label", clip.name);
    picture.style.setProperty("--shape", `${clip.width} / ${clip.height}`);
    before.disabled = at === 0;
    after.disabled = isLast();
    const again = !going && isLast() && ended();
    setButton(play, going ? { words: "Stop", sign: "pause" }
      : again ? { words: "Again", sign: "again" } : { words: "Play", sign: "play" });
    slowly.setAttribute("aria-pressed", String(reel.rate !== 1));
    root.dataset.clip = clip.id;
    root.dataset.state = going ? "playing" : again ? "ended" : "stopped";
  }
  function playOrStop() {
    clearTimeout(breath);
    if (going) {
      going = false;
      reel.pause();
      return draw();
    }
    going = true;
    if (ended()) return open(isLast() ? 0 : at + 1);
    run();
  }
  function run() {
    message.textContent = "";
    if (edges) reel.playSpan(...edges, false);
    draw();
  }
  function turnTo(index) {
    clearTimeout(breath);
    open(index);
  }
  async function open(index) {
    const mine = ++opening;
    at = index;
    edges = null;
    reel.pause();
    const { src, times_src, duration_us, start_us, end_us } = clips[at];
    draw();
    try {
      if (!timesOf.has(times_src)) {
        timesOf.set(times_src, new FrameTimes(await fetchBytes(times_src), duration_us));
      }
    } catch {
      if (mine === opening) going = false;
      message.textContent = "This film could not be opened. Please try once more.";
      return draw();
    }
    if (mine !== opening) return;
    const times = timesOf.get(times_src);
    edges = [times.nearest(start_us), times.nearest(end_us)];
    opened = at;
    if (film.dataset.src !== src) {
      film.dataset.src = src;
      reel.load(src);
    }
    reel.open(times, start_us);
    if (going) run();
    else draw();
  }
  const hush = () => {
    clearTimeout(breath);
    going = false;
    reel.pause();
  };
  addEventListener(HUSH, hush);
  film.addEventListener("click", playOrStop);

  return {
    update(data) {
      const same = JSON.stringify(data.clips) === JSON.stringify(clips);
      if (same) return;
      hush();
      clips = data.clips;
      open(0);
    },
    end() {
      opening++;
      removeEventListener(HUSH, hush);
      hush();
      reel.end();
    },
  };
}

export default function (component) {
  return live(component, beginInARow);
}
