// Leaving together mode asks for the practitioner's PIN.

const FULL_PIN = 8;
const SHORT_PIN = 4;

/**
 * Leaving together mode: the practitioner's PIN, and the passphrase when the tries are over.
 * `leave(secret, anyway)` answers what to say, or `unkept` when words would be lost by it.
 */
function makeLeaving(leave) {
  const dialog = makeDialog("leaving", "Leave the shared screen");
  const title = el("h2", {}, "Leave the shared screen");
  const dots = el("div", { class: "dots", "aria-hidden": "true" });
  const count = el("span", { class: "aside", role: "status" });
  const sentence = el("p", { class: "sentence", role: "alert" });
  const pad = el("div", { class: "pad", role: "group", "aria-label": "PIN" });
  const passphrase = el("input", {
    type: "password", autocomplete: "off", "aria-label": "Passphrase", placeholder: "Passphrase",
  });
  const form = el("form", { class: "passphrase", hidden: true },
    passphrase, el("button", { type: "submit", class: "main" }, "Leave"));
  const stay = button({ words: "Stay", kind: "main", onclick: () => dialog.turn(false) });
  const anyway = button({ words: "Leave anyway", kind: "plain", onclick: () => leaveAnyway() });
  const unkept = el("div", { class: "leaving-card", hidden: true },
    el("p", { role: "alert" }, "Not everything is kept yet. Stay a moment?"),
    stay, anyway);
  let leaveAnyway = () => {};
  let pin = "";
  let asking = false;

  function draw() {
    const places = Math.max(SHORT_PIN, pin.length);
    dots.replaceChildren(
      ...Array.from({ length: places }, (_, i) => el("i", { class: i < pin.length ? "full" : "" })),
    );
    count.textContent = pin.length ? `${pin.length} digits` : "";
    // Not "disabled": that would take the focus out of the dialog, and the keys with it.
    go.setAttribute("aria-disabled", String(asking || pin.length < SHORT_PIN));
  }
  function press(digit) {
    if (asking || pin.length >= FULL_PIN) return;
    pin += digit;
    sentence.textContent = "";
    draw();
  }
  function takeBack() {
    pin = pin.slice(0, -1);
    draw();
  }
  function sendPin() {
    if (!asking && pin.length >= SHORT_PIN) send({ pin });
  }
  async function send(secret, evenSo = false) {
    asking = true;
    draw();
    const says = await leave(secret, evenSo).catch(() => ({ sentence: "Not connected. Please try again." }));
    asking = false;
    pin = "";
    passphrase.value = "";
    sentence.textContent = says.sentence ?? "";
    if (says.passphrase) askPassphrase();
    draw();
    if (says.unkept && dialog.open) sayUnkept(() => send(secret, true));
  }
  function sayUnkept(then) {
    card.hidden = true;
    unkept.hidden = false;
    leaveAnyway = () => {
      ask();
      then();
    };
    stay.focus();
  }
  function ask() {
    card.hidden = false;
    unkept.hidden = true;
    leaveAnyway = () => {}; // and what was typed is forgotten
  }
  function askPassphrase() {
    dots.hidden = pad.hidden = true;
    form.hidden = false;
    passphrase.focus();
  }
  const go = button({ words: "Leave", kind: "main go", onclick: sendPin });
  const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
  pad.append(
    ...digits.map((digit) => button({ words: digit, onclick: () => press(digit) })),
    button({ sign: "back", label: "Take one back", kind: "plain", onclick: takeBack }),
    button({ words: "0", onclick: () => press("0") }),
    go,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send({ passphrase: passphrase.value });
  });
  dialog.addEventListener("keydown", (event) => {
    if (!form.hidden || card.hidden) return;
    if (/^[0-9]$/.test(event.key)) press(event.key);
    else if (event.key === "Backspace") takeBack();
    else return;
    event.preventDefault();
  });
  const card = el("div", { class: "leaving-card" }, title, dots, count, pad, form, sentence,
    button({ words: "Stay here", kind: "plain", onclick: () => dialog.turn(false) }));
  dialog.append(card, unkept);
  return {
    dialog,
    open() {
      pin = "";
      sentence.textContent = "";
      ask();
      draw();
      dialog.turn(true);
    },
  };
}
