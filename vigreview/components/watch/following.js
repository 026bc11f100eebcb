// Two screens of one time together: each follows what is done on the other.

const SETTLED_MS = 150;
const LOOK_EVERY_MS = 1_000;
const ASK_AGAIN_MS = 3_000;
const SLEPT_MS = 90_000; // a screen that is only hidden is still called once a minute

/**
 * Have the screen drawn again when what it shows is older than what has been kept. `redraw()` asks
 * for that. A screen that has just done something is drawn again by that already.
 */
function makeFollowing(redraw) {
  let shown = 0; // the number of the last change that the screen shows
  let behind = 0; // the last one that was made elsewhere
  let own = 0; // the last one that was made here
  let heard = false; // how far the changes are, since the line is back
  let asked = 0; // the number up to which the screen is being drawn again
  let timer = null;
  let again = null;

  const atRest = () => {
    const app = document.querySelector("[data-test-script-state]");
    return acts().state() === "kept" && (!app || app.dataset.testScriptState === "notRunning");
  };
  function look() {
    timer = null;
    if (behind <= Math.max(shown, asked)) return;
    if (!atRest()) return soon();
    asked = behind;
    redraw();
    clearTimeout(again);
    again = setTimeout(unanswered, ASK_AGAIN_MS);
  }
  /** A line that broke just then has swallowed what was asked. */
  function unanswered() {
    asked = 0;
    soon();
  }
  function soon() {
    timer ??= setTimeout(look, SETTLED_MS);
  }
  return {
    /** The screen shows all that has been done, and the line is there to hear of it. */
    caughtUp: () => heard && behind <= shown && atRest(),
    /** The line was gone: what was done meanwhile is heard of at the next `hello`. */
    notHeard: () => (heard = false),
    /** The screen has been drawn with all changes up to this one. */
    drawn(number) {
      shown = Math.max(shown, number ?? 0);
    },
    heard({ number, by }) {
      if (by === acts().page) return void (own = Math.max(own, number));
      behind = Math.max(behind, number);
      soon();
    },
    /** Words that are being typed show themselves in their box. */
    typed({ number }) {
      own = Math.max(own, number);
    },
    /** At each connect: what happened while the line was down has not been heard. */
    hello({ number }) {
      heard = true;
      if (number <= Math.max(shown, behind, own)) return;
      acts().missed = acts().turns();
      behind = number;
      soon();
    },
    end() {
      clearTimeout(timer);
      clearTimeout(again);
    },
  };
}

/** Call `woke` when this device has slept: no script ran for so long. */
function noticeSleep(woke) {
  let last = Date.now();
  const look = () => {
    const slept = Date.now() - last > SLEPT_MS;
    last = Date.now();
    if (slept) woke();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
