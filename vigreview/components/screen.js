// What every part needs to draw itself: elements, icons, and a life that outlasts a rerun.

const ICONS = {
  again: "M5 12a7 7 0 1 0 2.4-5.3M5 4v4.4h4.4",
  back: "M15 5l-7 7 7 7",
  bin: "M6 8h12l-1 12H7zM4 8h16M9.5 8V5h5v3",
  closer: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20M10.5 7.5v6M7.5 10.5h6",
  camera: "M3 7h12v10H3zM15 11l6-3.5v9L15 13",
  cover: "M4 5h16v13H4zM9 21.5h6M8 11.5h8",
  cross: "M6 6l12 12M18 6L6 18",
  down: "M5 9l7 7 7-7",
  endMark: "M9 5h6v14H9",
  film: "M4 5h16v14H4zM8 5v14M16 5v14M4 9.7h4M4 14.3h4M16 9.7h4M16 14.3h4",
  forward: "M9 5l7 7-7 7",
  frameBack: "M16 6l-6 6 6 6M7 6v12",
  frameForward: "M8 6l6 6-6 6M17 6v12",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  heart: "M12 19.5c-5-3.3-7.5-6.3-7.5-9.5A4 4 0 0 1 12 8a4 4 0 0 1 7.5 2c0 3.2-2.5 6.2-7.5 9.5z",
  keys: "M3 7h18v10H3zM6.5 10.5h.5M10 10.5h.5M13.5 10.5h.5M17 10.5h.5M8 14h8",
  large: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  leave: "M13 4H5v16h8M10 12h10M16.5 8l4 4-4 4",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  loop: "M7 8h9a4 4 0 0 1 0 8H8a4 4 0 0 1-3.6-5.7M9.5 5L6.5 8l3 3",
  minus: "M6 12h12",
  pause: "M8.5 5.5v13M15.5 5.5v13",
  play: "M8 5.5v13l10.5-6.5z",
  plus: "M12 6v12M6 12h12",
  redo: "M19 9H9.5a5 5 0 0 0 0 10H13M15 5l4 4-4 4",
  ring: "M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  silent: "M9.5 9v2.5a2.5 2.5 0 0 0 4.2 1.8M14.5 11V6.5a2.5 2.5 0 0 0-4.8-.9M6.5 11.5a5.5 5.5 0 0 0 9 4.2M17.5 11.5v.5M12 17v3.5M4 4l16 16",
  slowly: "M4 17c2.5 0 3.5-2 6-2s3.5 2 6 2 3-.7 4-1.2M4 11c2.5 0 3.5-2 6-2s3.5 2 6 2 3-.7 4-1.2",
  sound: "M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6.5 11.5a5.5 5.5 0 0 0 11 0M12 17v3.5",
  startMark: "M15 5H9v14h6",
  still: "M4 8h4l1.5-2.5h5L16 8h4v11H4zM12 10.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  stop: "M7 7h10v10H7z",
  tick: "M5 12.5l4.5 4.5L19 7.5",
  words: "M4 5h16v11H9.5L5 20v-4H4zM8 9h8M8 12.5h5",
  up: "M5 15l7-7 7 7",
  undo: "M5 9h9.5a5 5 0 0 1 0 10H11M9 5L5 9l4 4",
};

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon", `icon-${name}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Make an element. Strings among the children become text, never markup. */
function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") node.addEventListener(name.replace(/^on/, ""), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child != null && child !== ""));
  return node;
}

/** The words of a sentence: a string, or {words, lang, dir} in another language than its part's. */
const spoken = (sentence) => sentence?.words ?? sentence ?? "";
const whole = (sentence) => (sentence?.words ? sentence : { words: sentence });
const tongue = (sentence) => (sentence?.words ? { lang: sentence.lang, dir: sentence.dir } : {});

/** Put a sentence into an element. */
function put(node, sentence) {
  node.textContent = spoken(sentence);
  for (const name of ["lang", "dir"]) {
    if (tongue(sentence)[name]) node.setAttribute(name, sentence[name]);
    else node.removeAttribute(name);
  }
}

/** The arrow key that goes to the next of things in a row: they run as the writing does. */
const nextKey = (row) => (getComputedStyle(row).direction === "rtl" ? "ArrowLeft" : "ArrowRight");

/** A button with an icon, words, or both; without words `label` is its name for screen readers. */
function button({ words = "", label = "", sign = "", kind = "", onclick, ...rest }) {
  return el(
    "button",
    {
      type: "button", class: kind, "aria-label": spoken(label) || null,
      title: spoken(label) || null, onclick, ...rest,
    },
    sign && icon(sign),
    words && el("span", tongue(words), spoken(words)),
  );
}

function setButton(node, { words, sign, label }) {
  node.replaceChildren(
    ...[sign && icon(sign), words && el("span", tongue(words), spoken(words))].filter(Boolean));
  if (label) node.setAttribute("aria-label", spoken(label));
}

/** A dialog over everything that only its own buttons close. */
function makeDialog(kind, label) {
  const dialog = el("dialog", { class: kind, "aria-label": label, closedby: "none" });
  let wanted = false;
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.preventDefault());
  dialog.addEventListener("close", () => wanted && dialog.showModal());
  dialog.turn = (on) => {
    wanted = on;
    if (on && !dialog.open) dialog.showModal();
    if (!on && dialog.open) dialog.close();
  };
  return dialog;
}

/** Call `then` once Streamlit's socket is up: a trigger fired while it is down is lost. */
function whenConnected(then) {
  const app = document.querySelector("[data-test-connection-state]");
  const up = () => !app || app.dataset.testConnectionState === "CONNECTED";
  if (up()) return then();
  const watcher = new MutationObserver(() => {
    if (!up()) return;
    watcher.disconnect();
    then();
  });
  watcher.observe(app, { attributeFilter: ["data-test-connection-state"] });
}

const LIVES = new WeakMap();

const STILL_THERE_MS = 100;

/**
 * Give a part one life for as long as it is on the screen. Streamlit calls a part's function again
 * with new data at each rerun; `begin(root, says)` is called at the first only, and returns
 * `{update(data), end()}`. `says(name, value)` triggers a rerun.
 */
function live({ data, parentElement, setTriggerValue }, begin) {
  let life = LIVES.get(parentElement);
  if (!life) {
    const root = el("div", { class: "vig" });
    // Streamlit takes "c" and "r" for its own, and sees a key typed in a shadow root as typed on
    // the page: typed words stay in here.
    for (const type of ["keydown", "keyup", "keypress"]) {
      root.addEventListener(type, (event) => {
        if (event.composedPath()[0].matches("input, textarea")) event.stopPropagation();
      });
    }
    parentElement.append(root);
    // Streamlit's word for a server that is away makes all of the page dead but what is so marked.
    root.getRootNode().host?.setAttribute("data-react-aria-top-layer", "true");
    life = { root, turn: 0 };
    const says = (name, value) => whenConnected(() => life.setTriggerValue(name, value));
    life.part = begin(root, says, data);
    LIVES.set(parentElement, life);
  }
  life.setTriggerValue = setTriggerValue;
  if (data?.lang) Object.assign(life.root, { lang: data.lang, dir: data.dir });
  life.part.update(data);
  const turn = ++life.turn;
  const end = () => {
    if (life.turn !== turn) return; // a newer call took over
    // A rerun that overtakes another has the older call cleaned up while the newer is on its way,
    // and that may take a busy tablet long: a part that is still on the page goes on.
    if (life.root.isConnected) return setTimeout(end, STILL_THERE_MS);
    LIVES.delete(parentElement);
    life.part.end?.();
    life.root.remove();
  };
  return end;
}

/** Say how far the keeping of something is, in words and as an attribute. */
function showKeeping(node, state, words = {}) {
  const says = {
    keeping: "",
    kept: "Kept",
    waiting: "Not kept yet. It will be, as soon as the connection is back.",
    refused: "This could not be kept.",
    ...words,
  };
  const sentence = says[state];
  node.dataset.state = state;
  node.replaceChildren(
    ...[state === "kept" && icon("tick"), sentence && el("span", tongue(sentence), spoken(sentence))]
      .filter(Boolean));
}
