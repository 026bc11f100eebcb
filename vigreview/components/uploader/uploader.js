// Choose a film and see it arrive.

const MB = 1_000_000;
const GB = 1_000 * MB;

const size = (bytes) =>
  bytes >= GB ? `${(bytes / GB).toFixed(1)} GB` : `${Math.max(1, Math.round(bytes / MB))} MB`;

function timeLeft(bytes, speed) {
  const seconds = bytes / speed;
  if (!speed || !Number.isFinite(seconds)) return "";
  if (seconds < 60) return "less than a minute left";
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? "about a minute left" : `about ${minutes} minutes left`;
}

function beginUploader(root, says) {
  let data = {};
  let sending = null;
  const picker = el("input", { type: "file", accept: "video/*,.mkv,.mts,.m2ts,.3gp", class: "aside",
    tabindex: "-1", "aria-hidden": "true" });
  const choose = button({ words: "Choose the film", sign: "film", kind: "main",
    onclick: () => picker.click() });
  const limits = el("p", { class: "quiet" });
  const gentle = el("p", { class: "gentle", role: "alert", hidden: true });
  const place = el("div", { class: "place" }, choose, limits, picker);
  const title = el("p", { class: "title" });
  const bar = el("progress", { max: 1, value: 0, "aria-label": "The film on its way" });
  const figures = el("p", { class: "quiet", role: "status" });
  const pause = button({ words: "Pause", sign: "pause", onclick: pauseOrGoOn });
  const stop = button({ words: "Stop and take it out", kind: "plain", onclick: askStop });
  const sure = el("div", { class: "row", role: "group", "aria-label": "Take it out?", hidden: true },
    el("span", {}, "Take out what has arrived?"),
    button({ words: "Take it out", onclick: stopForGood }),
    button({ words: "Leave it", kind: "plain", onclick: () => (sure.hidden = true) }));
  const way = el("div", { class: "way", hidden: true }, title, bar, figures,
    el("div", { class: "row" }, pause, stop), sure);

  function take(file) {
    gentle.hidden = true;
    const no = !file.size ? "This file is empty."
      : file.size > data.most_bytes ? `This film is larger than ${size(data.most_bytes)}.`
      : "";
    if (no) return sayGently(no);
    follow(new Sending(data.film_id, file));
  }
  function sayGently(sentence) {
    gentle.textContent = sentence;
    gentle.hidden = false;
  }
  function follow(one) {
    sending = one;
    acts().memory.set(`sending ${data.film_id}`, one);
    one.onChange = draw;
    draw();
  }
  function draw() {
    const on = sending && !["stopped", "refused"].includes(sending.state);
    place.hidden = Boolean(on);
    way.hidden = !on;
    if (sending?.state === "refused") sayGently(sending.sentence);
    if (!on) return void (sending && forget());
    const { sent, file, speed, state } = sending;
    bar.value = sent / file.size;
    title.textContent = {
      sending: "The film is on its way", paused: "Paused",
      waiting: "Waiting for the connection. It carries on by itself.", arrived: "The film is here",
    }[state];
    figures.textContent = [
      `${size(sent)} of ${size(file.size)}`,
      state === "sending" && speed && `${(speed / MB).toFixed(1)} MB a second`,
      state === "sending" && timeLeft(file.size - sent, speed),
    ].filter(Boolean).join(" · ");
    setButton(pause, state === "paused" ? { words: "Go on", sign: "play" }
      : { words: "Pause", sign: "pause" });
    pause.hidden = stop.hidden = state === "arrived";
    if (state === "arrived" && !sending.told) {
      sending.told = true;
      sure.hidden = true;
      acts().memory.delete(`sending ${data.film_id}`);
      says("arrived", data.film_id);
    }
  }
  function forget() {
    acts().memory.delete(`sending ${data.film_id}`);
    sending = null;
    picker.value = "";
    sure.hidden = true;
  }
  function pauseOrGoOn() {
    if (sending.state === "paused") sending.goOn();
    else sending.pause();
  }
  function askStop() {
    sure.hidden = false;
  }
  function stopForGood() {
    sending.stop();
  }
  const stay = (event) => {
    // A lock must not be held up by a question.
    if (sending && sending.state !== "arrived" && !acts().over) event.preventDefault();
  };
  addEventListener("beforeunload", stay);

  picker.addEventListener("change", () => picker.files[0] && take(picker.files[0]));
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("over");
  });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
  root.append(place, way, gentle);

  return {
    update(now) {
      const other = now.film_id !== data.film_id;
      data = now;
      setButton(choose, { words: data.label ?? "Choose the film", sign: "film" });
      limits.textContent = "You can also drop it here. Up to "
        + [size(data.most_bytes), data.most_minutes && `${data.most_minutes} minutes`]
          .filter(Boolean).join(" and ") + ".";
      const onItsWay = acts().memory.get(`sending ${data.film_id}`);
      if (onItsWay && other) follow(onItsWay);
      else if (other) sending = null;
      draw();
    },
    end() {
      removeEventListener("beforeunload", stay);
      if (sending) sending.onChange = () => {};
    },
  };
}

export default function (component) {
  return live(component, beginUploader);
}
