// The cover: a calm curtain over the screen that is between two people.

/** The curtain: one tap covers all; the server remembers it, so a reload does not uncover. */
function makeCover(onUncovered) {
  const dialog = makeDialog("cover", "The screen is covered");
  let wanted = false;
  let touched = false; // once a person has covered or uncovered here, that counts
  let telling = false;

  async function tellServer() {
    if (telling) return;
    telling = true;
    for (let told = null; told !== wanted; ) {
      const saying = wanted;
      const answer = await postJson("/gate/cover", { on: saying }).catch(() => null);
      if (answer?.status === 401) return goToSignIn();
      if (answer?.ok) told = saying;
      else await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    telling = false;
    if (!wanted) onUncovered();
  }
  function set(on) {
    wanted = on;
    touched = true;
    dialog.turn(on);
    if (on) dispatchEvent(new Event(HUSH));
    tellServer();
  }
  dialog.append(
    el("div", { class: "cover-words" },
      el("p", { class: "cover-title" }, "A little pause"),
      button({ words: "Carry on", onclick: () => set(false) }),
    ),
  );
  return {
    dialog,
    on: () => set(true),
    /** What the server remembers, until a person says otherwise here. */
    restore(covered) {
      if (touched) return;
      wanted = covered;
      dialog.turn(covered);
    },
  };
}
