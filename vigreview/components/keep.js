// Every act is kept. One store a page holds each act, in order and under its own id, until the
// server says that it is on the disk; a dropped connection only makes it wait. The store lives on
// the window and not in a part, so that a part may be drawn anew without losing an act. Nothing
// goes into the browser's own storage: a lost tablet must tell nothing.

const ACT_STORE = Symbol.for("vigreview.acts");
const ANSWER_WITHIN_MS = 10_000;
const SAY_WAITING_AFTER_MS = 1_500;
const HUSH = "vigreview:hush"; // told to the window when every film must stop
const TYPING = "vigreview:typing"; // told when somebody types: a clip stops, and listens
const MOMENT = "vigreview:moment"; // told to the clip: {act: "pin" or "go", noticing_id}
const SAID = "vigreview:said"; // told when their words are kept: it goes on
const PLACE = "place"; // in the page's memory: what step is on the screen
const MOST_BREAKS = 5; // answers of 500 to one act, before those behind it go on
const WAITS_MS = [300, 700, 1_500, 3_000, 6_000];

/** The server heard an act and said no; `message` is its sentence for the person. */
class Refused extends Error {}

function openActStore() {
  const queue = []; // acts not kept yet, oldest first; only queue[0] is ever under way
  const listeners = new Set();
  const memory = new Map(); // what a part wants to find again when it is drawn anew
  const lastWords = new Set(); // called before the page goes, so that parts hand in what is typed
  const boxes = new Map(); // by its name, what hears of words that were typed into it elsewhere
  const page = crypto.randomUUID();
  const stays = new Set(); // asked when nobody is signed in any more; one true keeps the page
  let busy = false;
  let ended = false;
  let failures = 0;
  let lastTurn = 0;
  let wake = () => {};

  const tell = () => listeners.forEach((listener) => listener(store.state()));

  function setState(act, state) {
    if (act.state === state) return;
    act.state = state;
    act.onState(state);
    tell();
  }

  async function post(act) {
    const late = setTimeout(() => setState(act, "waiting"), SAY_WAITING_AFTER_MS);
    try {
      return await fetch("/acts", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: act.body(),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
    } finally {
      clearTimeout(late);
    }
  }

  /** Send one act; true when the server has answered for good, false when to try again. */
  async function deliver(act) {
    act.sent = true;
    const answer = await post(act);
    if (answer.status === 401) {
      goToSignIn();
      return false;
    }
    if (answer.ok) {
      const { kept, result } = await answer.json();
      if (!kept) return false;
      finish(act, "kept", () => act.resolve(result ?? {}));
      return true;
    }
    // A server that breaks on this very act would keep all acts behind it waiting for ever.
    const broken = answer.status === 500 && ++act.breaks >= MOST_BREAKS;
    if ((answer.status >= 500 && !broken) || [408, 425, 429].includes(answer.status)) return false;
    const { sentence } = broken ? {} : await answer.json().catch(() => ({}));
    finish(act, "refused", () => act.reject(new Refused(sentence ?? "This could not be kept.")));
    return true;
  }

  function finish(act, state, settle) {
    queue.splice(queue.indexOf(act), 1);
    setState(act, state);
    settle();
    tell();
  }

  async function work() {
    if (busy) return;
    busy = true;
    while (queue.length && !ended) {
      const act = queue[0];
      const done = await deliver(act).catch(() => false); // no connection, or no answer in time
      failures = done ? 0 : failures + 1;
      if (done || ended) continue;
      setState(act, "waiting");
      await new Promise((resolve) => {
        wake = resolve;
        setTimeout(resolve, WAITS_MS[Math.min(failures, WAITS_MS.length) - 1]);
      });
    }
    busy = false;
  }

  function dropUnsent(replaces) {
    const at = queue.findIndex((act) => !act.sent && act.replaces === replaces);
    if (at < 0) return;
    const [older] = queue.splice(at, 1);
    older.resolve(null);
  }

  const store = {
    seat: undefined, // for whom this page was drawn; the watch hears it, and it never changes
    memory,
    lastWords,
    stays,
    boxes,
    page, // tells this page's acts from those of another one that shows the same
    missed: null, // `turns()` when this page found that it has not heard of all that was typed
    turns: () => lastTurn,
    /** Words were typed into a box on another page. */
    meet({ box, words, turn }) {
      boxes.get(box)?.(words, turn);
    },
    /** A number that rises, also over a reload: by it the server knows an older draft that is late. */
    turn() {
      return (lastTurn = Math.max(lastTurn + 1, Date.now()));
    },
    /** `replaces` names what newer acts make pointless; one not sent yet then falls away. */
    keep(verb, args, { replaces = null, onState = () => {} } = {}) {
      if (replaces) dropUnsent(replaces);
      return new Promise((resolve, reject) => {
        const id = crypto.randomUUID();
        const body = () => JSON.stringify({ act: id, seat: store.seat, page, verb, args });
        const act = { id, body, replaces, onState, resolve, reject };
        Object.assign(act, { state: "", sent: false, breaks: 0 });
        queue.push(act);
        setState(act, failures ? "waiting" : "keeping");
        work();
      });
    },
    /** "kept", "keeping" or "waiting" (not kept yet) for all acts of this page together. */
    state() {
      if (!queue.length) return "kept";
      return queue.some((act) => act.state === "waiting") ? "waiting" : "keeping";
    },
    listen(listener) {
      listeners.add(listener);
      listener(store.state());
      return () => listeners.delete(listener);
    },
    tryNow() {
      wake();
    },
    /** True when all is kept, false when that has not come about `within` milliseconds. */
    settle(within) {
      lastWords.forEach((say) => say());
      if (!queue.length) return Promise.resolve(true);
      return new Promise((resolve) => {
        const stop = store.listen((state) => state === "kept" && (stop?.(), resolve(true)));
        setTimeout(() => (stop(), resolve(false)), within);
      });
    },
    get over() {
      return ended;
    },
    /** Send nothing more; false when that has been said before. */
    end() {
      if (ended) return false;
      ended = true;
      queue.length = 0;
      wake();
      return true;
    },
  };

  addEventListener("online", () => wake());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) lastWords.forEach((say) => say()); // a sleeping tablet may never wake
  });
  addEventListener("pagehide", () => {
    if (ended) return;
    lastWords.forEach((say) => say());
    const headers = { "Content-Type": "application/json" };
    for (const act of queue) {
      // The same id again: the server applies an act once, however often it arrives.
      fetch("/acts", { method: "POST", headers, body: act.body(), keepalive: true }).catch(() => {});
    }
  });
  addEventListener("beforeunload", (event) => {
    if (!ended && store.state() === "waiting") event.preventDefault();
  });
  return store;
}

/** The one act store of this page. */
function acts() {
  if (!window[ACT_STORE]) Object.defineProperty(window, ACT_STORE, { value: openActStore() });
  return window[ACT_STORE];
}

/** Keep one act; resolves with the server's result once it is on the disk. */
function keep(verb, args, options) {
  return acts().keep(verb, args, options);
}

/** Take everything off the screen at once: what comes next may take a moment. */
function hidePage() {
  dispatchEvent(new Event(HUSH));
  const empty = document.createElement("html");
  empty.append(document.createElement("body"));
  document.replaceChild(empty, document.documentElement);
}

/** Leave this page for good: nothing of it stays on the screen, and nothing more is sent. */
function goElsewhere(path) {
  if (!acts().end()) return; // on its way already
  hidePage();
  location.replace(path);
}

function goToSignIn() {
  // A film that is being made is nowhere else yet: its part stays, and asks for the passphrase.
  const asked = [...acts().stays].map((stay) => stay());
  if (!asked.includes(true)) goElsewhere("/sign-in");
}
