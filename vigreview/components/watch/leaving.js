// Leaving together mode asks for the practitioner's PIN.

/** `leave(secret, anyway)` answers what to say, or `unkept` when words would be lost by it. */
function makeLeaving(leave) {
  const dialog = makeDialog("leaving", "Leave the shared screen");
  const stay = button({ words: "Stay", kind: "main", onclick: () => dialog.turn(false) });
  const anyway = button({ words: "Leave anyway", kind: "plain", onclick: () => leaveAnyway() });
  const unkept = el("div", { class: "leaving-card", lang: "en", dir: "ltr", hidden: true },
    el("p", { role: "alert" }, "Not everything is kept yet. Stay a moment?"),
    stay, anyway);
  const pin = makePin({
    title: "Leave the shared screen",
    go: "Leave",
    send,
    last: button({ words: "Stay here", kind: "plain", onclick: () => dialog.turn(false) }),
  });
  let evenSo = false;
  let leaveAnyway = () => {};

  async function send(secret) {
    const says = await leave(secret, evenSo);
    evenSo = false;
    if (says.unkept && dialog.open) sayUnkept(secret);
    return says;
  }
  function sayUnkept(secret) {
    pin.card.hidden = true;
    unkept.hidden = false;
    leaveAnyway = () => {
      ask();
      evenSo = true;
      pin.ask(secret);
    };
    stay.focus();
  }
  function ask() {
    pin.card.hidden = false;
    unkept.hidden = true;
    leaveAnyway = () => {}; // and what was typed is forgotten
  }
  dialog.addEventListener("keydown", pin.key);
  dialog.append(pin.card, unkept);
  return {
    dialog,
    open() {
      pin.begin();
      ask();
      dialog.turn(true);
    },
  };
}
