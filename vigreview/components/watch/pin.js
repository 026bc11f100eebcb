// The practitioner's PIN, and the passphrase when the tries are over.

const FULL_PIN = 8;
const SHORT_PIN = 4;

/**
 * The practitioner reads it, whatever language the two at the screen speak.
 * A card that asks for the PIN. `send(secret)` answers what to say (`{sentence, passphrase}`), or
 * nothing more once it was right; `last` is a button below, if any.
 */
function makePin({ title, lead = "", go: goWords, send, last = null }) {
  const dots = el("div", { class: "dots", "aria-hidden": "true" });
  const count = el("span", { class: "aside", role: "status" });
  const sentence = el("p", { class: "sentence", role: "alert" });
  const pad = el("div", { class: "pad", role: "group", "aria-label": "PIN" });
  const passphrase = el("input", {
    type: "password", autocomplete: "off", "aria-label": "Passphrase", placeholder: "Passphrase",
  });
  const form = el("form", { class: "passphrase", hidden: true },
    passphrase, el("button", { type: "submit", class: "main" }, goWords));
  let pin = "";
  let asking = false;
  let typed = false; // the last that came was typed: Enter is for all of it

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
    if (!asking && pin.length >= SHORT_PIN) ask({ pin });
  }
  async function ask(secret) {
    asking = true;
    draw();
    const says = await send(secret).catch(() => ({ sentence: "Not connected. Please try again." }));
    asking = false;
    pin = "";
    passphrase.value = "";
    sentence.textContent = says?.sentence ?? "";
    if (says?.passphrase) askPassphrase();
    draw();
  }
  function askPassphrase() {
    dots.hidden = pad.hidden = true;
    form.hidden = false;
    passphrase.focus();
  }
  const go = button({ words: goWords, kind: "main go", onclick: sendPin });
  const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
  pad.append(
    ...digits.map((digit) => button({ words: digit, onclick: () => press(digit) })),
    button({ sign: "back", label: "Take one back", kind: "plain", onclick: takeBack }),
    button({ words: "0", onclick: () => press("0") }),
    go,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask({ passphrase: passphrase.value });
  });
  const card = el("div", { class: "leaving-card", lang: "en", dir: "ltr" },
    el("h2", tongue(title), spoken(title)),
    lead && el("p", { class: "quiet" }, lead), dots, count, pad, form, sentence, last);
  draw();
  return {
    card,
    ask,
    begin() {
      pin = "";
      typed = false;
      sentence.textContent = "";
      draw();
    },
    /** A key pressed in the dialog that the card lies in. */
    key(event) {
      if (!form.hidden || card.hidden) return;
      const before = typed;
      const digit = /^[0-9]$/.test(event.key);
      typed = digit || event.key === "Backspace";
      if (digit) press(event.key);
      else if (typed) takeBack();
      else if (event.key === "Enter" && before) sendPin();
      else return;
      event.preventDefault();
    },
  };
}
