// Taps on Streamlit's own buttons. They go over its socket, which does not say what has arrived:
// one that the line swallowed is made again.

const HEARD_OUT_MS = 300; // after the line is back, for what was under way on the server
const ANSWERED_WITHIN_MS = 30_000; // a line that breaks later than that has not swallowed a tap

/**
 * Hold the last tap until something has come of it. Once the line is back, `askAnew()` asks what has
 * been done, and when the screen shows all of it (`caughtUp()`) a tap of which nothing is seen was
 * lost. `onHeld(is)` follows whether one is held.
 */
function makeTaps({ askAnew, caughtUp, onHeld }) {
  const app = document.querySelector("[data-test-connection-state]");
  let tapped = null; // {key, at, seen: what was on the screen then, lost, asked}
  let timer = null;
  const connected = () => app.dataset.testConnectionState === "CONNECTED";
  const buttonOf = (key) => document.querySelector(`.${CSS.escape(key)} button`);
  const seen = (button) => [
    button?.textContent, document.querySelector("h1")?.textContent, acts().memory.get(PLACE),
  ].join("\n");

  function note(event) {
    const button = event.target.closest?.("[data-testid=stButton] button");
    const key = [...(button?.closest("[class*=st-key-]")?.classList ?? [])]
      .find((name) => name.startsWith("st-key-"));
    if (key) tapped = { key, at: Date.now(), seen: seen(button), lost: false };
  }
  function look() {
    clearTimeout(timer);
    if (tapped && !tapped.lost && Date.now() - tapped.at > ANSWERED_WITHIN_MS) tapped = null;
    if (!tapped) return;
    if (!connected()) {
      Object.assign(tapped, { lost: true, asked: false });
      onHeld(true);
    } else if (tapped.lost) {
      if (!tapped.asked) askAnew();
      tapped.asked = true;
      timer = setTimeout(again, HEARD_OUT_MS);
    } else timer = setTimeout(done, HEARD_OUT_MS);
  }
  /** A run that ends need not be the one that was asked for: what is seen tells. */
  function done() {
    if (tapped && seen(buttonOf(tapped.key)) !== tapped.seen) tapped = null;
  }
  function again() {
    if (!caughtUp()) return look();
    const { key, seen: before } = tapped;
    const button = buttonOf(key);
    tapped = null;
    onHeld(false);
    if (button && seen(button) === before) button.click();
  }
  const watcher = new MutationObserver(look);
  if (app) {
    const states = ["data-test-connection-state", "data-test-script-state"];
    watcher.observe(app, { attributeFilter: states });
    document.addEventListener("click", note, { capture: true });
  }
  return {
    end() {
      watcher.disconnect();
      clearTimeout(timer);
      document.removeEventListener("click", note, { capture: true });
    },
  };
}
