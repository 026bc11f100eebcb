// Hears that the vault has been locked, tells the server that a person is there, and locks on a tap.

const HERE_EVERY_MS = 20_000;
const SAY_AWAY_AFTER_MS = 1_500;
const LAST_WORDS_WITHIN_MS = 2_000;
const LAST_WORDS_UNSEEN_MS = 10_000; // nobody waits for them before an empty page

function postJson(path, body) {
  return fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body ?? {}),
    keepalive: true, // a reload right after a tap does not undo it
    signal: AbortSignal.timeout(10_000),
  });
}

/**
 * Listen for the lock. `onAway(true|false)` follows the connection to the server; `onHello(facts)`
 * hears at each connect what the server remembers of this session, and `on` what it tells later,
 * by name.
 */
function listenForLock(onAway, onHello, on = {}) {
  let source;
  let timer;
  let stopped = false;

  function open() {
    source = new EventSource("/gate/watch");
    source.addEventListener("locked", goToSignIn);
    source.addEventListener("moved", (event) => goElsewhere(JSON.parse(event.data).place));
    source.addEventListener("hello", (event) => {
      const facts = JSON.parse(event.data);
      acts().seat ??= facts.seat;
      // The tablet changed hands while the line was down: this page is of those before.
      if (facts.seat !== acts().seat) return goElsewhere(facts.place);
      onHello(facts);
    });
    for (const [name, hear] of Object.entries(on)) {
      source.addEventListener(name, (event) => hear(JSON.parse(event.data)));
    }
    source.addEventListener("open", () => {
      clearTimeout(timer);
      timer = null;
      onAway(false);
    });
    source.addEventListener("error", () => {
      timer ??= setTimeout(() => onAway(true), SAY_AWAY_AFTER_MS);
      if (source.readyState === EventSource.CLOSED) askWhy();
    });
  }

  /** An event source does not tell a closed door from a broken line: ask once, plainly. */
  async function askWhy() {
    const asking = new AbortController();
    try {
      const answer = await fetch("/gate/watch", {
        headers: { Accept: "text/event-stream" },
        signal: asking.signal,
      });
      if (answer.status === 401 || answer.redirected) return goToSignIn();
    } catch {
      // The line is down, and onAway says so.
    } finally {
      asking.abort();
    }
    if (!stopped) setTimeout(() => stopped || open(), 1_000);
  }

  open();
  return {
    /** Connect anew, so that the server says again what it remembers. */
    again() {
      source.close();
      open();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      source.close();
    },
  };
}

/** Tell the server at most every 20 s that a person touches this screen. */
function noticePerson() {
  const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove", "scroll"];
  let last = 0;
  let later = null;

  function say() {
    last = Date.now();
    later = null;
    postJson("/gate/here").then(
      (answer) => answer.status === 401 && goToSignIn(),
      () => {}, // the next sign of life says it again
    );
  }
  function touched(event) {
    if (!event.isTrusted || later) return;
    const wait = last + HERE_EVERY_MS - Date.now();
    if (wait <= 0) say();
    else later = setTimeout(say, wait);
  }
  const how = { capture: true, passive: true };
  signs.forEach((sign) => addEventListener(sign, touched, how));
  return () => {
    clearTimeout(later);
    signs.forEach((sign) => removeEventListener(sign, touched, how));
  };
}

/** Lock now: the screen is empty first, then what was typed last is handed in, then the door shuts. */
async function lockNow() {
  const kept = acts().settle(LAST_WORDS_UNSEEN_MS);
  hidePage();
  await kept;
  await postJson("/lock").catch(() => {}); // a server that is away has nothing on the screen to show
  goToSignIn();
}
