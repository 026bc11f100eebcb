// The server was started anew, or the screen was locked, while a film was being made. The rest of it
// is in this page's memory and nowhere else, so the passphrase is asked for here.

/** Ask for the passphrase; `onSignedIn()` is called once it has opened the vault. */
function makeSignIn(onSignedIn) {
  const field = el("input", { type: "password", autocomplete: "off", id: "film-passphrase", required: true });
  const sentence = el("p", { class: "gentle", role: "alert" });
  const form = el("form", { class: "sign-in", hidden: true },
    el("p", { class: "title" }, "Please sign in once more, so that all of the film is kept"),
    el("label", { for: "film-passphrase" }, "Your passphrase"),
    field,
    sentence,
    el("button", { type: "submit", class: "main" }, "Keep the film"));

  async function send() {
    sentence.textContent = "";
    const body = new URLSearchParams({ passphrase: field.value, next: "/" });
    // A way on is the gate's yes; it need not be gone.
    const answer = await fetch("/sign-in", { method: "POST", body, redirect: "manual" }).catch(() => null);
    field.value = "";
    if (answer?.type === "opaqueredirect") return onSignedIn();
    const said = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
    sentence.textContent = said?.querySelector("[role=alert]")?.textContent
      ?? "Not connected. Please try again in a moment.";
    field.focus();
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  return {
    form,
    show(on) {
      if (on === !form.hidden) return;
      form.hidden = !on;
      if (on) field.focus();
    },
  };
}
