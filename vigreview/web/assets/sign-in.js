// Kind extras for the pages before the screens. Every page works without this file.
"use strict";

function showButtons() {
  for (const input of document.querySelectorAll(".secret input")) {
    const button = document.createElement("button");
    const label = input.labels[0].textContent.trim();
    button.type = "button";
    button.className = "show";
    const tell = () => {
      const hidden = input.type === "password";
      button.textContent = hidden ? "Show" : "Hide";
      button.setAttribute("aria-label", `${hidden ? "Show" : "Hide"}: ${label}`);
    };
    button.addEventListener("click", () => {
      input.type = input.type === "password" ? "text" : "password";
      tell();
      input.focus();
    });
    tell();
    input.after(button);
    input.form.addEventListener("submit", () => { input.type = "password"; });
  }
}

function watchStrength(input) {
  const box = input.closest("form").querySelector(".strength");
  const [bar, words] = [box.querySelector("progress"), box.querySelector("p")];
  let timer = 0;
  let asked = 0;
  // It has its place from the start: what is below must not move from under a finger.
  box.hidden = false;
  box.classList.add("waiting");
  async function ask() {
    const mine = ++asked;
    const name = input.form.elements.name?.value ?? "";
    const answer = await fetch("/set-up/strength", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ passphrase: input.value, name: typeof name === "string" ? name : "" }),
    }).catch(() => null);
    if (!answer || !answer.ok || mine !== asked) return;
    const judged = await answer.json();
    box.classList.remove("waiting");
    box.classList.toggle("enough", judged.enough);
    bar.value = input.value ? Math.max(judged.score, 0.25) : 0;
    words.textContent = judged.sentence;
  }
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
}

function passOn(groups) {
  groups.forEach((group, index) => {
    group.addEventListener("input", () => {
      const letters = group.value.replace(/[^a-z0-9]/gi, "").toUpperCase();
      // A whole key pasted into one group is dealt out to the others.
      for (let at = index, rest = letters; rest && at < groups.length; at += 1) {
        groups[at].value = rest.slice(0, 4);
        rest = rest.slice(4);
        if (groups[at].value.length === 4 && !rest) groups[at + 1]?.focus();
      }
    });
    group.addEventListener("keydown", (event) => {
      if (event.key === "Backspace" && !group.value) groups[index - 1]?.focus();
    });
  });
}

async function followMaking(box) {
  const [bar, words, enter] = ["progress", "[role=status]", "form"].map((s) => box.querySelector(s));
  if (!bar) return;
  const answer = await fetch("/look-around/progress").catch(() => null);
  const making = answer && answer.ok ? await answer.json() : null;
  if (making?.state === "failed") {
    location.reload();
  } else if (making?.state === "ready") {
    enter.requestSubmit();
  } else {
    if (making) [bar.value, words.textContent] = [making.part, making.doing];
    setTimeout(() => followMaking(box), 500);
  }
}

function sendOnce(form) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button:not([type=button])")) button.disabled = true;
  });
}

showButtons();
document.querySelectorAll("[data-strength]").forEach(watchStrength);
document.querySelectorAll("[data-making]").forEach(followMaking);
document.querySelectorAll("form[data-once]").forEach(sendOnce);
passOn([...document.querySelectorAll("[data-group]")]);
// A page that comes back from the browser's history must not offer a button that is still asleep.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
