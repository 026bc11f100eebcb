// The bench: picture, timeline, transport, marks and the selected clip, put together.

const SPEEDS = [[0.25, "¼"], [0.5, "½"], [1, "1"]];
const SECOND_US = 1_000_000;

async function fetchBytes(path) {
  const answer = await fetch(path);
  if (answer.status === 401) goToSignIn();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.arrayBuffer();
}

function beginBench(root, says) {
  let data = {};
  let opening = 0; // counts films opened, so that a late answer for an older one is dropped
  const film = el("video", { playsinline: true, preload: "auto", disablepictureinpicture: true,
    "aria-label": "The film", controlslist: "nodownload noremoteplayback" });
  const time = el("output", { class: "time now", "aria-label": "Time of this frame" });
  const message = el("p", { class: "message", role: "status" });
  const keeping = el("span", { class: "keeping", role: "status" });

  const reel = new Reel(film, onFrame, (error) => {
    if (error) message.textContent = "The film cannot be played just now. Please try once more.";
    drawTransport();
  });
  const desk = new ClipDesk(drawClips, (change) => says("changed", change),
    (sentence) => (message.textContent = sentence));
  const ready = () => reel.times !== null;
  const now = () => reel.times.us[reel.index];

  const does = {
    toggle: () => reel.toggle(),
    backFive: () => reel.show(reel.times.beside(reel.index, -5 * SECOND_US)),
    backOne: () => reel.show(reel.times.beside(reel.index, -SECOND_US)),
    onOne: () => reel.show(reel.times.beside(reel.index, SECOND_US)),
    onFive: () => reel.show(reel.times.beside(reel.index, 5 * SECOND_US)),
    frameBack: () => reel.show(reel.index - 1),
    frameOn: () => reel.show(reel.index + 1),
    startHere: () => desk.markStart(now()),
    endHere: () => (message.textContent = desk.markEnd(now())),
    lastFive() {
      const from = reel.times.nearest(Math.max(0, now() - FIVE_SECONDS_US));
      if (from < reel.index) desk.mark(reel.times.us[from], now());
      else message.textContent = "The film has only just begun.";
    },
    letGo: () => desk.markStart(null),
    showKeys: () => keyList.showModal(),
    playClip: () => desk.selected && reel.playSpan(...edgesOf(desk.selected), false),
    loopClip() {
      if (reel.span?.loop) reel.pause();
      else if (desk.selected) reel.playSpan(...edgesOf(desk.selected), true);
    },
    still() {
      const clip = desk.selected;
      if (!clip || clip.id == null) {
        message.textContent = "Choose a clip first: a still belongs to a clip.";
      } else if (now() < clip.start_us || now() > clip.end_us) {
        reel.show(edgesOf(clip)[0]);
        message.textContent = "This is where the clip starts. Go to the moment, then take the still.";
      } else {
        desk.takeStill(clip, now());
      }
    },
    nudge(edge, { frames = 0, us = 0 }) {
      const clip = desk.selected;
      const index = reel.times.nearest(edge === "start" ? clip.start_us : clip.end_us);
      setEdge(clip, edge, frames ? reel.times.clamp(index + frames) : reel.times.beside(index, us), true);
    },
    edgeHere: (edge) => setEdge(desk.selected, edge, reel.index, true),
  };
  for (const [name, act] of Object.entries(does)) {
    does[name] = (...given) => {
      if (!ready()) return;
      message.textContent = "";
      act(...given);
    };
  }

  const timeline = new Timeline({
    show: (us) => reel.show(reel.times.nearest(us)),
    select: selectClip,
    edge: (clip, edge, us, done) => setEdge(clip, edge, reel.times.nearest(us), done),
    nudge: (...given) => does.nudge(...given),
  });
  const row = makeClipRow(does, keeping);
  const keyList = makeKeyList();
  const play = button({ sign: "play", label: "Play", kind: "main play", onclick: does.toggle });
  const speeds = SPEEDS.map(([rate, words]) =>
    button({ words, label: `Speed ${words}`, onclick: () => reel.setRate(rate) }));
  const start = button({ words: "Start here", sign: "startMark", kind: "mark", onclick: does.startHere });
  const end = button({ words: "End here", sign: "endMark", kind: "mark", onclick: does.endHere });
  const letGo = button({ words: "Let the start go", sign: "cross", kind: "plain", onclick: does.letGo });
  const lastFive = button({ words: "The last 5 seconds", onclick: does.lastFive });
  const hint = el("p", { class: "quiet hint" },
    "Find a moment that works. Press Start here, let it play, press End here.");
  const controls = el("div", { class: "controls" },
    el("div", { class: "transport", role: "group", "aria-label": "Move through the film" },
      button({ words: "−5 s", label: "−5 s, back five seconds", onclick: does.backFive }),
      button({ words: "−1 s", label: "−1 s, back one second", onclick: does.backOne }),
      button({ sign: "frameBack", label: "One frame back", onclick: does.frameBack }),
      play,
      button({ sign: "frameForward", label: "One frame on", onclick: does.frameOn }),
      button({ words: "+1 s", label: "+1 s, on one second", onclick: does.onOne }),
      button({ words: "+5 s", label: "+5 s, on five seconds", onclick: does.onFive })),
    el("div", { class: "speeds", role: "group", "aria-label": "Speed" }, speeds),
    timeline.zooms,
    button({ sign: "keys", label: "Show the keys", kind: "plain", onclick: does.showKeys }));
  const marks = el("div", { class: "marks", role: "group", "aria-label": "Mark a clip" },
    start, end, lastFive, letGo);
  const picture = el("div", { class: "picture" }, film, time);
  root.append(picture, timeline.node, controls,
    el("div", { class: "desk" }, marks, message, hint, row.node), keyList);

  const edgesOf = (clip) => [reel.times.nearest(clip.start_us), reel.times.nearest(clip.end_us)];

  function setEdge(clip, edge, index, done) {
    const [first, last] = edgesOf(clip);
    const crosses = edge === "start" ? index >= last : index <= first;
    if (crosses && done && !timeline.node.querySelector(".held")) {
      message.textContent = "A clip starts before it ends.";
      return;
    }
    const at = crosses ? (edge === "start" ? last - 1 : first + 1) : index;
    reel.show(at);
    const [from, to] = edge === "start" ? [at, last] : [first, at];
    desk.move(clip, reel.times.us[from], reel.times.us[to], done);
  }
  function selectClip(clip) {
    desk.select(clip);
    reel.show(edgesOf(clip)[0]);
    if (clip.id != null) says("selected", clip.id);
  }
  function onFrame(index) {
    timeline.setNow(index, reel.playing);
    time.textContent = exactTime(reel.times.us[index]);
    acts().memory.set(`bench ${data.film_id}`, reel.times.us[index]);
  }
  function drawTransport() {
    const running = reel.playing || Boolean(reel.span);
    setButton(play, { sign: running ? "pause" : "play", label: running ? "Pause" : "Play" });
    speeds.forEach((node, i) => node.setAttribute("aria-pressed", String(SPEEDS[i][0] === reel.rate)));
    drawClips();
  }
  function drawClips() {
    timeline.setClips(desk.all ?? [], desk.selected, desk.openStart);
    row.draw(desk.selected, Boolean(reel.span?.loop));
    hint.hidden = Boolean(desk.selected);
    start.setAttribute("aria-pressed", String(desk.openStart != null));
    letGo.hidden = desk.openStart == null;
    lastFive.hidden = !letGo.hidden; // one place for both, so that nothing moves under a finger
    showKeeping(keeping, desk.state ?? "");
  }
  function pressed(event) {
    const act = actOfKey(event, root);
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    does[act]();
  }
  const hush = () => reel.pause();
  addEventListener("keydown", pressed);
  addEventListener(HUSH, hush);
  film.addEventListener("click", does.toggle);
  film.addEventListener("error", () => reel.onState(film.error));

  /** Load the film's times, strip and waveform, and go to where this page last was in it. */
  async function openFilm(atUs) {
    const mine = ++opening;
    film.src = data.src;
    const { times_src, duration_us } = data;
    try {
      const times = new FrameTimes(await fetchBytes(times_src), duration_us);
      if (mine !== opening) return;
      timeline.open(times);
      reel.open(times, atUs);
      root.dataset.ready = "";
      drawTransport();
      await openBand(mine);
    } catch {
      if (mine !== opening) return;
      message.replaceChildren("The film could not be opened. ",
        button({ words: "Try again", onclick: () => openFilm(atUs) }));
    }
  }
  /** Load what is there of strip and waveform; they may come after the film. */
  async function openBand(mine) {
    const { strip, waveform_src } = data;
    await Promise.all([
      strip && loadStrip(strip, () => mine === opening),
      waveform_src && fetchBytes(waveform_src).then((bytes) => {
        if (mine === opening) timeline.peaks = new Uint8Array(bytes);
      }),
    ]);
    timeline.draw();
  }
  async function loadStrip({ src, tiles, columns }, current) {
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    if (current()) timeline.strip = { picture, tiles, columns: columns ?? tiles };
  }

  return {
    update(next) {
      const before = data;
      data = next;
      picture.style.setProperty("--shape", `${data.width} / ${data.height}`);
      if (data.film_id !== before.film_id) {
        reel.times = null;
        desk.open(data.film_id);
        openFilm(acts().memory.get(`bench ${data.film_id}`) ?? 0);
      } else if (data.src !== before.src || data.times_src !== before.times_src) {
        openFilm(ready() ? now() : 0);
      } else if (data.strip?.src !== before.strip?.src || data.waveform_src !== before.waveform_src) {
        openBand(opening).catch(() => {}); // the film itself is there; a reload tries once more
      }
      const pickedElsewhere = data.selected !== before.selected && data.selected !== desk.chosenKey;
      if (pickedElsewhere) desk.chosenKey = data.selected ?? null;
      desk.give(data.clips);
      if (pickedElsewhere && ready() && desk.selected) reel.show(edgesOf(desk.selected)[0]);
      timeline.draw();
    },
    end() {
      opening++;
      removeEventListener("keydown", pressed);
      removeEventListener(HUSH, hush);
      timeline.end();
      reel.pause();
      film.removeAttribute("src");
      film.load();
    },
  };
}

export default function (component) {
  return live(component, beginBench);
}
