// One clip, large and calm: play, again, slowly, stop on this moment. The copy it plays holds the
// clip's frames and no other, so it may simply run to its end and stay there.

const SLOWLY = 0.5;
const BREATH_MS = 1_200; // that a clip rests on its last frame before it begins again
const LAST_FRAME_WITHIN_MS = 150; // after a pause one more frame may be painted
const WITHIN_FRAME_US = 1_000; // past a frame's own time, and before the next one's

function beginClipPlayer(root, says, first) {
  let data = { words: first.words };
  let shownAt = 0; // seconds: the frame that is painted now
  let slow = false;
  let looping = false;
  let breath = 0; // what begins it again
  let rested = false; // on its last frame, since it began to play
  let listening = false; // stopped because somebody types
  const where = () => `clip ${data.src}`; // where a cover stopped it, in the page's memory
  const film = el("video", { playsinline: true, preload: "auto", disablepictureinpicture: true,
    disableremoteplayback: true, controlslist: "nodownload nofullscreen noremoteplayback" });
  film.preservesPitch = true;
  const start = button({ sign: "play", label: first.words.play, kind: "on-picture", onclick: playOrStop });
  const still = el("img", { class: "still", hidden: true });
  const picture = el("div", { class: "picture" }, film, start);
  const mainButton = button({ words: first.words.play, sign: "play", kind: "main", onclick: playOrStop });
  const fromStart = button({ sign: "again", onclick: playFromStart });
  const slowly = button({ sign: "slowly", onclick: () => setSlow(!slow) });
  const trouble = el("p", { class: "quiet", role: "status", hidden: true });

  const closer = makeCloser(picture, () => (pins.draw(), drawCloser()));
  const pins = makePins(picture, closer, {
    at: () => Math.round(shownAt * 1e6),
    stands: () => film.paused && !fresh(),
    pin,
  });
  const captions = makeCaptions(picture, film, () => {});
  const closerButton = button({
    sign: "closer", kind: "plain", onclick: () => (closer.isCloser() ? closer.whole() : closer.closer()),
  });

  const stillButton = button({ sign: "still", kind: "plain", onclick: () => showStill(still.hidden) });
  const largeButton = button({ sign: "large", kind: "plain large-turn", onclick: () => setLarge(!isLarge()) });
  const loop = button({ sign: "loop", kind: "plain", onclick: () => setLoop(!looping) });

  const fresh = () => !film.played.length && film.paused && !film.currentTime && !pins.active();
  const words = () => {
    const { play, stop, again, on } = data.words;
    if (!film.paused && !film.ended) return { words: stop, sign: "pause" };
    if (film.ended) return { words: again, sign: "again" };
    return { words: fresh() ? play : on, sign: "play" };
  };
  function draw() {
    const says = words();
    setButton(mainButton, says);
    start.hidden = !fresh();
    fromStart.disabled = fresh() || film.ended;
    slowly.setAttribute("aria-pressed", String(slow));
    loop.setAttribute("aria-pressed", String(looping));
    pins.draw();
    root.dataset.state = film.ended ? "ended" : fresh() ? "fresh" : film.paused ? "stopped" : "playing";
  }
  function drawCloser() {
    const is = closer.isCloser();
    setButton(closerButton, { words: is ? data.words.whole : data.words.closer, sign: "closer" });
  }
  /** Lay the clip's own still over the film, until it plays. */
  function showStill(on) {
    if (on) film.pause();
    still.hidden = !on;
    setButton(stillButton, { words: on ? data.words.moving : data.words.still, sign: "still" });
  }
  const isLarge = () => root.classList.contains("large");
  /** The clip has the screen to itself; the ways on, the cover and the way out stay where they are. */
  function setLarge(on) {
    root.classList.toggle("large", on);
    root.getRootNode().host?.toggleAttribute("data-large", on);
    setButton(largeButton, { words: on ? data.words.small : data.words.large, sign: "large" });
  }
  /** Whoever goes to the talk behind it by keys sees it again. */
  function hearFocus(event) {
    const way = event.composedPath();
    if (!way.includes(root) && way.some((one) => one.dataset?.testid === "stColumn")) setLarge(false);
  }
  /** Stand on the frame of a pinned moment. */
  function standOn({ into_us }) {
    film.pause();
    film.currentTime = (into_us + WITHIN_FRAME_US) / 1e6;
  }
  async function pin({ noticing_id, into_us, x, y }) {
    draw();
    await keep("pin_moment", { noticing_id, at_us: into_us, x, y }).catch(() => {});
    says("pinned", noticing_id);
  }
  function hearMoment({ detail: { act, noticing_id } }) {
    picture.scrollIntoView({ block: "nearest" });
    showStill(false);
    const found = pins.find(noticing_id);
    if (act === "pin") {
      film.pause();
      pins.begin(noticing_id);
      draw();
    } else if (found) standOn(found);
  }
  function hearTyping() {
    if (looping && film.ended) clearTimeout(breath);
    if (film.paused) return;
    film.pause();
    listening = true;
  }
  function hearSaid() {
    if (listening && film.paused && !film.ended) play();
  }
  function setSlow(on) {
    slow = on;
    film.playbackRate = slow ? SLOWLY : 1;
    draw();
  }
  /** Once it has come to its end: rest there a little, and begin again. */
  function setLoop(on) {
    looping = on;
    clearTimeout(breath);
    if (looping && film.ended) playFromStart();
    draw();
  }
  function goRound() {
    if (looping) breath = setTimeout(() => looping && film.ended && playFromStart(), BREATH_MS);
  }
  function play() {
    trouble.hidden = true;
    showStill(false);
    rested = listening = false;
    acts().memory.delete(where());
    film.playbackRate = slow ? SLOWLY : 1;
    film.play().catch((error) => error.name !== "AbortError" && sayTrouble());
  }
  function playFromStart() {
    film.currentTime = 0;
    play();
  }
  function playOrStop() {
    if (film.paused) return film.ended ? playFromStart() : play();
    film.pause();
    if (data.tell_stops) setTimeout(tellStop, LAST_FRAME_WITHIN_MS);
  }
  function tellStop() {
    if (film.paused && !film.ended) says("stopped", Math.round(shownAt * 1e6));
  }
  /** A busy browser passes over the last frame and ends on the one before: it goes there itself. */
  function restOnTheLast() {
    if (rested) return;
    rested = true;
    film.currentTime = film.duration;
  }
  function sayTrouble() {
    put(trouble, data.words.trouble);
    trouble.hidden = false;
  }
  function tryAgain() {
    if (!film.error) return;
    const at = film.currentTime;
    film.load();
    film.currentTime = at;
  }
  function followFrames(_now, frame) {
    shownAt = frame.mediaTime;
    pins.draw();
    film.requestVideoFrameCallback(followFrames);
  }
  film.requestVideoFrameCallback(followFrames);
  for (const type of ["play", "pause", "ended", "emptied", "loadeddata"]) {
    film.addEventListener(type, draw);
  }
  film.addEventListener("ended", restOnTheLast);
  film.addEventListener("ended", goRound);
  film.addEventListener("error", sayTrouble);
  film.addEventListener("contextmenu", (event) => event.preventDefault());
  film.addEventListener("click", playOrStop);
  mainButton.addEventListener("click", tryAgain, { capture: true });
  const hush = () => {
    clearTimeout(breath);
    film.pause();
    listening = false;
    if (film.currentTime) acts().memory.set(where(), film.currentTime);
  };
  addEventListener(HUSH, hush);
  const hears = [[MOMENT, hearMoment], [TYPING, hearTyping], [SAID, hearSaid], ["focusin", hearFocus]];
  for (const [type, hear] of hears) addEventListener(type, hear);

  picture.append(still);
  root.addEventListener("keydown", (event) => event.key === "Escape" && setLarge(false));
  root.append(
    picture, el("div", { class: "row" }, mainButton, fromStart, slowly),
    el("div", { class: "more" }, loop, closerButton, stillButton, largeButton, captions.turn),
    trouble,
  );

  return {
    update(now) {
      const other = now.src !== data.src;
      data = now;
      picture.style.setProperty("--shape", `${data.width} / ${data.height}`);
      picture.style.setProperty("--wide", data.width / data.height);
      film.setAttribute("aria-label", spoken(data.name));
      start.setAttribute("aria-label", spoken(data.words.play));
      setButton(fromStart, { words: data.words.start, sign: "again" });
      setButton(slowly, { words: data.words.slowly, sign: "slowly" });
      setButton(loop, { words: data.words.loop, sign: "loop" });
      if (data.poster) film.poster = data.poster;
      else film.removeAttribute("poster");
      if (other) {
        film.src = data.src;
        film.currentTime = acts().memory.get(where()) ?? 0;
        setSlow(false);
        setLoop(false);
        trouble.hidden = true;
        closer.whole();
        showStill(false);
        setLarge(false);
      }
      stillButton.hidden = !data.poster;
      still.alt = spoken(data.name);
      if (data.poster) still.src = data.poster;
      showStill(!still.hidden);
      setLarge(isLarge());
      closer.update(data.words);
      pins.update(data);
      captions.update(data);
      drawCloser();
      draw();
    },
    end() {
      for (const [type, hear] of hears) removeEventListener(type, hear);
      closer.end();
      clearTimeout(breath);
      removeEventListener(HUSH, hush);
      film.pause();
      film.removeAttribute("src");
      film.load(); // lets go of the connection and of what was fetched
    },
  };
}

export default function (component) {
  return live(component, beginClipPlayer);
}
