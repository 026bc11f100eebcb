// Film with this device: a look through the camera, one button to start, one to stop.

const HINT = "Both faces in view, light from the side or in front, the tablet somewhere steady.";
const DRAWN_ANEW_WITHIN_MS = 2_000;

/** A moving picture of what the camera sees; the front camera's like a mirror, as people expect. */
function makeViewfinder() {
  const video = el("video", { muted: true, autoplay: true, playsinline: true, "aria-hidden": "true",
    disablepictureinpicture: true });
  video.muted = true; // the attribute alone does not count for an element made by a script
  video.addEventListener("resize", () => {
    video.style.setProperty("--shape", `${video.videoWidth} / ${video.videoHeight}`);
  });
  return {
    video,
    show(stream) {
      if (video.srcObject === stream) return;
      video.srcObject = stream;
      video.classList.toggle("mirror", Boolean(stream) && facing(stream) === "user");
    },
  };
}

/** Everything before filming. `onStart(stream)` is given the open camera. */
function makeGettingReady(onStart) {
  let stream = null;
  let withSound = true;
  let opening = 0; // the newest opening counts: a second camera may be chosen while one opens
  const view = makeViewfinder();
  const trouble = el("p", { class: "gentle", role: "alert", hidden: true });
  const turnOn = button({ words: "Turn on the camera", sign: "camera", kind: "main",
    onclick: () => open() });
  const choice = el("div", { class: "cameras", role: "radiogroup", "aria-label": "Camera", hidden: true });
  const soundWords = el("p", { role: "status" });
  const soundButton = button({ words: "Turn the sound off", onclick: turnSound });
  const sound = el("div", { class: "sound" }, soundWords, soundButton);
  const start = button({ words: "Start filming", sign: "camera", kind: "main start",
    onclick: () => onStart(handOver()) });
  const limits = el("p", { class: "quiet" });
  const willAsk = el("p", {}, "The browser will ask whether it may use the camera and the microphone.");
  const asking = el("div", { class: "asking" }, willAsk, turnOn);
  const ready = el("div", { class: "ready", hidden: true },
    el("p", { class: "hint" }, HINT), choice, sound, start, limits);
  const node = el("div", { class: "before" },
    el("div", { class: "picture" }, view.video), el("div", { class: "beside" }, trouble, asking, ready));

  async function open(deviceId) {
    const mine = ++opening;
    trouble.hidden = true;
    close();
    try {
      const opened = await openCamera(deviceId, withSound);
      if (mine !== opening) return shut(opened.stream);
      stream = opened.stream;
      stream.getVideoTracks()[0].addEventListener("ended", () => stream === opened.stream && gone());
      view.show(stream);
      saySound(opened.silence);
      asking.hidden = true;
      ready.hidden = false;
      await drawCameras();
    } catch (why) {
      if (!(why instanceof NoCamera)) throw why;
      if (mine === opening) say(why.message);
    }
  }
  function close() {
    shut(stream);
    stream = null;
    view.show(null);
  }
  function say(sentence) {
    trouble.textContent = sentence;
    trouble.hidden = asking.hidden = false;
    willAsk.hidden = true;
    ready.hidden = true;
    setButton(turnOn, { words: "Try again", sign: "again" });
  }
  function gone() {
    close();
    say("The camera has gone. Plug it in again, and try again.");
  }
  function saySound(silence) {
    sound.dataset.on = String(withSound && !silence);
    soundWords.replaceChildren(icon(withSound && !silence ? "sound" : "silent"),
      silence ? `${silence} The film will have no sound.`
        : withSound ? "Sound is recorded too." : "No sound is recorded.");
    setButton(soundButton, { words: withSound && !silence ? "Turn the sound off" : "Turn the sound on" });
  }
  function turnSound() {
    // After "there is no microphone" the same button looks for one again.
    withSound = sound.dataset.on !== "true";
    open(stream && cameraOf(stream));
  }
  async function drawCameras() {
    const found = await cameras();
    if (!stream) return;
    const chosen = cameraOf(stream);
    choice.hidden = found.length < 2;
    choice.replaceChildren(...found.map(({ id, name }) =>
      button({ words: name, role: "radio", "aria-checked": String(id === chosen),
        onclick: () => open(id) })));
  }
  function handOver() {
    const open = stream;
    stream = null;
    return open;
  }
  const changed = () => stream && drawCameras();
  navigator.mediaDevices?.addEventListener("devicechange", changed);

  return {
    node,
    /** Open the camera by itself only where the browser need not ask first. */
    async begin() {
      if ((await mayUse("camera")) === "granted" && !stream) open();
    },
    say,
    setLimits({ most_minutes }) {
      limits.textContent = `Up to ${lengthOf(most_minutes)}. The film is locked away as it is made, and `
        + "never lies among this device's own pictures.";
    },
    end() {
      opening++;
      navigator.mediaDevices?.removeEventListener("devicechange", changed);
      close();
    },
  };
}

/** Everything from the red light on: it covers the screen, and holds Stop and nothing else. */
function makeFilming(goOn) {
  let recording = null;
  const dialog = makeDialog("filming", "Filming");
  const view = makeViewfinder();
  const light = el("p", { class: "light", role: "status" }, el("i"), "Filming");
  const picture = el("div", { class: "picture" }, view.video);
  const stop = button({ words: "Stop", sign: "stop", kind: "stop", onclick: () => recording.stop() });
  const title = el("p", { class: "title", role: "status" });
  const sentence = el("p", { class: "sentence" });
  const on = button({ words: "To the films", kind: "main", onclick: goOn });
  const keeping = el("p", { class: "keeping", role: "status" });
  const signIn = makeSignIn(() => recording.keeping.tryNow());
  dialog.tabIndex = -1; // it takes the focus itself, so that no stray key presses Stop
  dialog.append(el("div", { class: "stage" }, light, picture, stop, title, sentence, on, signIn.form, keeping));

  function draw() {
    const { filming, why } = recording;
    const { state, sentence: refusal, signedOut, held } = recording.keeping;
    const waiting = state === "waiting";
    const asks = !filming && waiting && signedOut;
    light.hidden = picture.hidden = stop.hidden = !filming;
    title.hidden = filming || asks;
    title.textContent = { kept: "The film is here", refused: "Filming has stopped" }[state]
      ?? "Keeping the film …";
    sentence.hidden = title.hidden || !(refusal || why);
    sentence.textContent = [refusal || why, state === "refused" && held && "What was kept until then is with the films."]
      .filter(Boolean).join(" ");
    on.hidden = filming || !(state === "refused" || (state === "kept" && why));
    signIn.show(asks);
    keeping.textContent = !waiting || asks ? (filming ? recording.silence : "")
      : signedOut ? "Not kept yet. When you stop, we ask for your passphrase, and all of it is kept."
        : "Not kept yet. It will be, as soon as the connection is back.";
    if (filming) view.show(recording.stream);
    else view.show(null);
  }
  return {
    dialog,
    follow(one) {
      recording = one;
      dialog.classList.toggle("facing", facing(one.stream) === "user");
      dialog.turn(true);
      dialog.focus();
      draw();
    },
    draw,
  };
}

function beginRecorder(root) {
  const { memory, stays } = acts();
  let data = {};
  let recording = memory.get("filming") ?? null; // made before this part was drawn anew
  const before = makeGettingReady(start);
  const filming = makeFilming(goOn);
  root.append(before.node, filming.dialog);

  function goOn() {
    goElsewhere(data.then);
  }
  function start(stream) {
    recording = new Recording(stream, data);
    memory.set("filming", recording);
    history.pushState(history.state, "", location.href); // for a swipe that means Back to take away
    follow();
  }
  function follow() {
    clearTimeout(recording.unseen);
    recording.onChange = heard;
    filming.follow(recording);
    heard();
  }
  function heard() {
    filming.draw();
    const { state } = recording.keeping;
    if (state === "kept" && !recording.why) goOn();
    if (state !== "empty" || recording.filming) return;
    const why = recording.why || "That was too short to be a film.";
    memory.delete("filming");
    recording = null;
    filming.dialog.turn(false);
    before.say(why);
  }
  const stay = (event) => {
    if (recording?.atRisk && !acts().over) event.preventDefault();
  };
  const stayHere = () => Boolean(recording?.atRisk);
  const comeBack = () => {
    if (recording?.atRisk) history.pushState(history.state, "", here);
  };
  const here = location.href;
  addEventListener("popstate", comeBack);
  addEventListener("beforeunload", stay);
  stays.add(stayHere);

  return {
    update(now) {
      data = now;
      before.setLimits(data);
      if (recording && recording.onChange !== heard) follow();
      else if (!recording) before.begin();
    },
    end() {
      removeEventListener("popstate", comeBack);
      removeEventListener("beforeunload", stay);
      stays.delete(stayHere);
      before.end();
      if (!recording) return;
      recording.onChange = () => {};
      // Drawn anew, it goes on. Without its red light nothing is filmed.
      recording.unseen = setTimeout(() => recording.stop(), DRAWN_ANEW_WITHIN_MS);
    },
  };
}

export default function (component) {
  return live(component, beginRecorder);
}
