// The cover: a calm curtain over the screen that is between two people.

const PAUSE = "pause";
const ASLEEP = "asleep"; // left alone for long: only the PIN takes it off
const UNSURE = "unsure"; // the tablet slept: the server is asked first whether anybody may see

/**
 * The curtain: one tap covers all; the server remembers it, so a reload does not uncover.
 * `onAsleep()` takes what lies under it off the screen; `onUncovered()` has it drawn again.
 */
function makeCover({ words, onAsleep, onUncovered }) {
  const dialog = makeDialog("cover", spoken(words.covered));
  const carryOn = button({ words: words["carry-on"], onclick: () => set(false) });
  const pause = el("div", { class: "cover-words" },
    el("p", { class: "cover-title", ...tongue(words.pause) }, spoken(words.pause)), carryOn);
  const { lang, dir } = document.documentElement; // the card around its title is in English
  const pin = makePin({
    title: { lang, dir, ...whole(words.pause) },
    lead: "It goes on with the practitioner’s PIN.",
    go: "Go on",
    send: givePin,
  });
  let lies = ""; // what lies over the screen now
  let wanted = ""; // what a person wants the server to remember
  let telling = false;
  let newest = -1; // the number of the newest change that was heard of

  function lay(cover) {
    const before = lies;
    lies = cover;
    pause.hidden = cover === ASLEEP;
    carryOn.hidden = cover === UNSURE;
    pin.card.hidden = cover !== ASLEEP;
    dialog.turn(Boolean(cover));
    if (cover && !before) dispatchEvent(new Event(HUSH));
    if (cover === ASLEEP && before !== ASLEEP) {
      pin.begin();
      onAsleep();
    }
    if (!cover && before) onUncovered();
  }
  /** Hear what the server remembers; what is older than what it said before counts no more. */
  function told({ cover, number }) {
    if (number < newest) return;
    newest = number;
    if (telling && cover !== ASLEEP) return; // what a person wants here is on its way
    wanted = cover === ASLEEP ? "" : cover;
    lay(cover);
  }
  async function tellServer() {
    if (telling) return;
    telling = true;
    for (let done = null; done !== wanted; ) {
      const saying = wanted;
      const answer = await postJson("/gate/cover", { on: saying === PAUSE }).catch(() => null);
      if (answer?.status === 401) return goToSignIn();
      if (answer?.status === 403) lay(ASLEEP); // it fell asleep meanwhile
      else if (!answer?.ok) await new Promise((resolve) => setTimeout(resolve, 1_000));
      if (answer?.ok) newest = Math.max(newest, (await answer.json().catch(() => ({}))).number ?? 0);
      if (answer?.ok || answer?.status === 403) done = saying;
      if (lies === ASLEEP) break;
    }
    telling = false;
  }
  function set(on) {
    wanted = on ? PAUSE : "";
    lay(wanted);
    tellServer();
  }
  async function givePin(secret) {
    const answer = await postJson("/gate/cover", { on: false, ...secret });
    if (answer.status === 401) goToSignIn();
    const says = await answer.json();
    if (answer.ok) told(says);
    return says;
  }
  dialog.addEventListener("keydown", pin.key);
  dialog.append(pause, pin.card);
  return {
    dialog,
    on: () => set(true),
    told,
    /** The tablet slept: nothing is seen until the server has said again what lies over it. */
    unsure() {
      if (!lies) lay(UNSURE);
    },
  };
}
