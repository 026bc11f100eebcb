// The keys of the bench: one closed list. "c" and "r" are Streamlit's and are not among them.

const KEYS = [
  { keys: [" ", "k"], shown: ["Space", "K"], words: "Play or pause", act: "toggle" },
  { keys: ["j"], shown: ["J"], words: "Back one second", act: "backOne" },
  { keys: ["l"], shown: ["L"], words: "On one second", act: "onOne" },
  { keys: ["ArrowLeft", ","], shown: ["←", ","], words: "One frame back", act: "frameBack" },
  { keys: ["ArrowRight", "."], shown: ["→", "."], words: "One frame on", act: "frameOn" },
  { keys: ["Shift+ArrowLeft"], shown: ["Shift ←"], words: "Back one second", act: "backOne" },
  { keys: ["Shift+ArrowRight"], shown: ["Shift →"], words: "On one second", act: "onOne" },
  { keys: ["i"], shown: ["I"], words: "Start here", act: "startHere" },
  { keys: ["o"], shown: ["O"], words: "End here", act: "endHere" },
  { keys: ["p"], shown: ["P"], words: "Play the selected clip", act: "playClip" },
  { keys: ["s"], shown: ["S"], words: "Take a still", act: "still" },
  { keys: ["?"], shown: ["?"], words: "This list", act: "showKeys" },
];

const ACT_OF_KEY = new Map(KEYS.flatMap(({ keys, act }) => keys.map((key) => [key, act])));
const OWN_KEYS = "input, textarea, select, [contenteditable], [role=dialog], dialog";
const OWN_ARROWS = "[role=radio], [role=tab], [role=listbox], [role=combobox], [role=slider], "
  + "[role=menuitem], [role=option], [role=spinbutton]";

/** Which act a key press on the page asks of the bench, or null when it is meant for another. */
function actOfKey(event, bench) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return null;
  const path = event.composedPath().filter((node) => node instanceof Element);
  if (path.some((node) => node.matches(OWN_KEYS))) return null;
  const target = path[0];
  const arrow = event.key.startsWith("Arrow");
  const ours = path.includes(bench);
  if (arrow && !ours && target.closest(OWN_ARROWS)) return null;
  if (event.key === " " && target.closest("button, a, summary, [role=button]")) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return ACT_OF_KEY.get(arrow && event.shiftKey ? `Shift+${key}` : key) ?? null;
}

function makeKeyList() {
  const dialog = el("dialog", { class: "keys", "aria-label": "Keys" });
  dialog.append(
    el("h2", {}, "Keys"),
    el("dl", {}, KEYS.map(({ shown, words }) => [
      el("dt", {}, shown.flatMap((key, i) => [i ? " or " : "", el("kbd", {}, key)])),
      el("dd", {}, words),
    ]).flat()),
    button({ words: "Close", kind: "main", onclick: () => dialog.close() }),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return dialog;
}
