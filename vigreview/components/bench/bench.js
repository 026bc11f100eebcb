// The bench: picture, timeline, transport, marks and the selected clip, put together.

const UNSEEN = 2; // players: beside a step, at the start of a clip
const SECOND_US = 1_000_000;
const END_US = 1_500_000; // what is played of a clip's end
const AROUND_US = 2_000_000; // at most, to either side of it

function beginBench(root, says) {
  let data = {};
  let awaited = null; // the clip that a step was about, until something else is done
  let opening = 0; // counts films opened, so that a late answer for an older one is dropped
  const time = el("output", { class: "time now", "aria-label": "Time of this frame" });
  const message = el("p", { class: "message", role: "status" });
  const keeping = el("span", { class: "keeping", role: "status" });

  const reel = new Reel({
    frame: onFrame,
    rest: (index) => timeline.glimpses.see(index, reel.film),
    state(error) {
      if (error) message.textContent = "The film cannot be played just now. Please try once more.";
      drawTransport();
    },
  }, UNSEEN);
  const desk = new ClipDesk(drawClips, tellKept,
    (sentence) => (message.textContent = sentence));
  const ready = () => reel.times !== null;
  const now = () => reel.times.us[reel.index];

  const does = {
    toggle: () => reel.toggle(),
    pause: () => reel.pause(),
    back: () => reel.goBack(),
    on: () => reel.goOn(),
    slower: () => reel.setRate(nextSpeed(reel.pace, -1)),
    faster: () => reel.setRate(nextSpeed(reel.pace, 1)),
    usual: () => reel.setRate(1),
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
    playClip: () => playOf((first, last) => [first, last]),
    playEnd: () => playOf((first, last) =>
      [Math.max(first, reel.times.nearest(reel.times.us[last] - END_US)), last]),
    playAround: () => playOf((first, last) => [
      reel.times.nearest(reel.times.us[first] - AROUND_US),
      reel.times.nearest(reel.times.us[last] + AROUND_US)]),
    loopClip() {
      if (reel.span?.loop) reel.pause();
      else playOf((first, last) => [first, last], true);
    },
    undo: () => desk.step("undo"),
    redo: () => desk.step("redo"),
    closer: () => view.closer(),
    wider: () => view.wider(),
    whole: () => view.whole(),
    lookLeft: () => view.look(-1, 0),
    lookRight: () => view.look(1, 0),
    lookUp: () => view.look(0, -1),
    lookDown: () => view.look(0, 1),
    bandCloser: () => timeline.closerBy(1),
    bandWider: () => timeline.closerBy(-1),
    bandWhole: () => timeline.seeWhole(),
    bandFrames: () => timeline.seeFrames(),
    snap() {
      if (timeline.pauses.length) timeline.turnSnaps(!timeline.snaps);
      else message.textContent = "There are no pauses in the sound of this film.";
    },
    wheel: () => timeline.wheel.node.focus(),
    mirror: () => view.mirror(),
    fullScreen() {
      if (root.getRootNode().fullscreenElement) return document.exitFullscreen();
      root.requestFullscreen().catch(() => {
        message.textContent = "It cannot fill the screen here.";
      });
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
      awaited = null;
      act(...given);
    };
  }

  const timeline = new Timeline({
    show(us) {
      awaited = null;
      reel.show(reel.times.nearest(us));
    },
    select: selectClip,
    edge: (clip, edge, us, done) => setEdge(clip, edge, reel.times.nearest(us), done),
    nudge: (...given) => does.nudge(...given),
  }, does);
  timeline.watch(reel);
  const row = makeClipRow(does, keeping);
  const keyList = makeKeyList();
  const transport = makeTransport(does);
  const start = actButton(does, "startHere",
    { words: "Start here", sign: "startMark", kind: "mark" });
  const end = actButton(does, "endHere", { words: "End here", sign: "endMark", kind: "mark" });
  const letGo = actButton(does, "letGo",
    { words: "Let the start go", sign: "cross", kind: "plain" });
  const lastFive = actButton(does, "lastFive", { words: "The last 5 seconds" });
  const hint = el("p", { class: "quiet hint" },
    "Find a moment that works. Press Start here, let it play, press End here.");
  const marks = el("div", { class: "marks", role: "group", "aria-label": "Mark a clip" },
    start, end, lastFive, letGo);
  const wholeAgain = actButton(does, "whole", { words: "1×", kind: "whole-again" });
  const picture = el("div", { class: "picture" }, reel.node, time, wholeAgain);
  const view = new View(picture, reel, {
    tap: () => tapFilm(),
    running: () => reel.running,
    changed: () => drawView(),
  });
  root.append(picture, transport.node, transport.more, timeline.node,
    el("div", { class: "desk" }, marks, message, hint, row.node), keyList);

  const edgesOf = (clip) => [reel.times.nearest(clip.start_us), reel.times.nearest(clip.end_us)];

  /** Play what `part(first, last)` makes of the selected clip's two frames. */
  function playOf(part, loop = false) {
    if (desk.selected) reel.playSpan(...part(...edgesOf(desk.selected)), loop);
    else message.textContent = "Choose a clip first.";
  }
  function tapFilm() {
    const { span, running, index } = reel;
    does.toggle();
    return () => (running ? reel.resume(span) : reel.show(index));
  }
  function tellKept(change) {
    if (change.verb === "undo" || change.verb === "redo") awaited = { id: change.clip_id };
    says("changed", change);
  }
  /** Show the clip that was undone or redone, as soon as the rows have told how it lies now. */
  function showAwaited() {
    const clip = desk.selected;
    if (!awaited || !ready() || clip?.id !== awaited.id || awaited.span === span(clip)) return;
    awaited.span = span(clip);
    reel.show(edgesOf(clip)[0]);
  }
  function setEdge(clip, edge, index, done) {
    awaited = null;
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
    awaited = null;
    desk.select(clip);
    reel.show(edgesOf(clip)[0]);
    if (clip.id != null) says("selected", clip.id);
  }
  function onFrame(index) {
    timeline.setNow(index, reel.running);
    time.textContent = exactTime(reel.times.us[index]);
    acts().memory.set(`bench ${data.film_id}`, reel.times.us[index]);
  }
  function drawTransport() {
    transport.draw(reel, view);
    drawClips();
  }
  function drawView() {
    const times = Math.round(view.scale * 10) / 10;
    wholeAgain.hidden = view.scale === 1;
    setButton(wholeAgain, { words: `${times}×`, label: `${times}×, back to the whole picture` });
    transport.draw(reel, view);
  }
  /** Where the clip in hand starts, which is likely to be played next; null without one. */
  function playedFrom() {
    const us = desk.openStart ?? desk.selected?.start_us;
    return us == null ? null : reel.times.nearest(us);
  }
  function drawClips() {
    timeline.setClips(desk.all ?? [], desk.selected, desk.openStart);
    row.draw(desk.selected, Boolean(reel.span?.loop));
    hint.hidden = Boolean(desk.selected);
    start.setAttribute("aria-pressed", String(desk.openStart != null));
    letGo.hidden = desk.openStart == null;
    lastFive.hidden = !letGo.hidden; // one place for both, so that nothing moves under a finger
    showKeeping(keeping, desk.state ?? "");
    if (ready()) reel.expect(playedFrom());
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
  root.addEventListener("fullscreenchange", drawTransport);

  /** Load the film's times, strip and waveform, and go to where this page last was in it. */
  async function openFilm(atUs) {
    const mine = ++opening;
    reel.load(data.src);
    const { times_src, duration_us } = data;
    try {
      const times = new FrameTimes(await fetchBytes(times_src), duration_us);
      if (mine !== opening) return;
      timeline.open(times);
      // Whoever stepped on while a better copy of the same film was fetched is not taken back.
      reel.open(times, ready() ? now() : atUs);
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
        if (mine === opening) timeline.setPeaks(new Uint8Array(bytes));
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
        reel.forget();
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
      transport.steps(data.undo, data.redo);
      if (pickedElsewhere && ready() && desk.selected) reel.show(edgesOf(desk.selected)[0]);
      showAwaited();
      timeline.draw();
    },
    end() {
      opening++;
      removeEventListener("keydown", pressed);
      removeEventListener(HUSH, hush);
      timeline.end();
      view.end();
      reel.end();
    },
  };
}

export default function (component) {
  return live(component, beginBench);
}
