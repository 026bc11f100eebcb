// The keys of the bench: one closed list. "c" and "r" are Streamlit's and are not among them.

const KEYS = [
  { keys: [" "], shown: ["Space"], words: "Play or pause", act: "toggle" },
  { keys: ["j"], shown: ["J"], words: "Backwards; again: faster", act: "back" },
  { keys: ["k"], shown: ["K"], words: "Pause", act: "pause" },
  { keys: ["l"], shown: ["L"], words: "Onwards; again: faster", act: "on" },
  { keys: ["ArrowLeft", ","], shown: ["←", ","], words: "One frame back", act: "frameBack" },
  { keys: ["ArrowRight", "."], shown: ["→", "."], words: "One frame on", act: "frameOn" },
  { keys: ["Shift+ArrowLeft"], shown: ["Shift ←"], words: "Back one second", act: "backOne" },
  { keys: ["Shift+ArrowRight"], shown: ["Shift →"], words: "On one second", act: "onOne" },
  { keys: ["Ctrl+Shift+ArrowLeft"], shown: ["Ctrl Shift ←"], words: "Back five seconds",
    act: "backFive" },
  { keys: ["Ctrl+Shift+ArrowRight"], shown: ["Ctrl Shift →"], words: "On five seconds",
    act: "onFive" },
  { keys: ["<"], shown: ["<"], words: "Slower", act: "slower" },
  { keys: [">"], shown: [">"], words: "Faster", act: "faster" },
  { keys: ["i"], shown: ["I"], words: "Start here", act: "startHere" },
  { keys: ["o"], shown: ["O"], words: "End here", act: "endHere" },
  { keys: ["5"], shown: ["5"], words: "A clip of the last 5 seconds", act: "lastFive" },
  { keys: ["p"], shown: ["P"], words: "Play the clip", act: "playClip" },
  { keys: ["Shift+p"], shown: ["Shift P"], words: "Loop the clip", act: "loopClip" },
  { keys: ["e"], shown: ["E"], words: "Play the end of the clip", act: "playEnd" },
  { keys: ["a"], shown: ["A"], words: "Play the clip and around it", act: "playAround" },
  { keys: ["s"], shown: ["S"], words: "Take a still", act: "still" },
  { keys: ["Ctrl+z"], shown: ["Ctrl Z"], words: "Undo", act: "undo" },
  { keys: ["Ctrl+Shift+z", "Ctrl+y"], shown: ["Ctrl Shift Z", "Ctrl Y"], words: "Redo",
    act: "redo" },
  { keys: ["+", "="], shown: ["+"], words: "The picture closer", act: "closer" },
  { keys: ["-"], shown: ["−"], words: "The picture wider", act: "wider" },
  { keys: ["0"], shown: ["0"], words: "The whole picture", act: "whole" },
  { keys: ["Ctrl+ArrowLeft"], shown: ["Ctrl ←"], words: "Look further left", act: "lookLeft" },
  { keys: ["Ctrl+ArrowRight"], shown: ["Ctrl →"], words: "Look further right", act: "lookRight" },
  { keys: ["Ctrl+ArrowUp"], shown: ["Ctrl ↑"], words: "Look further up", act: "lookUp" },
  { keys: ["Ctrl+ArrowDown"], shown: ["Ctrl ↓"], words: "Look further down", act: "lookDown" },
  { keys: ["z"], shown: ["Z"], words: "The timeline closer", act: "bandCloser" },
  { keys: ["x"], shown: ["X"], words: "The timeline wider", act: "bandWider" },
  { keys: ["t"], shown: ["T"], words: "The whole film on the timeline", act: "bandWhole" },
  { keys: ["g"], shown: ["G"], words: "Single frames on the timeline", act: "bandFrames" },
  { keys: ["n"], shown: ["N"], words: "Snap to pauses in the sound, or not", act: "snap" },
  { keys: ["w"], shown: ["W"], words: "To the wheel; the arrows turn it", act: "wheel" },
  { keys: ["m"], shown: ["M"], words: "Mirrored, or not", act: "mirror" },
  { keys: ["f"], shown: ["F"], words: "Full screen, or not", act: "fullScreen" },
  { keys: ["?"], shown: ["?"], words: "This list", act: "showKeys" },
];

const ACT_OF_KEY = new Map(KEYS.flatMap(({ keys, act }) => keys.map((key) => [key, act])));
const KEYS_OF_ACT = new Map(KEYS.map(({ keys, act }) => [act, keys]));
const OWN_KEYS = "input, textarea, select, [contenteditable], [role=dialog], dialog";
const OWN_ARROWS = "[role=radio], [role=tab], [role=listbox], [role=combobox], [role=slider], "
  + "[role=menuitem], [role=option], [role=spinbutton]";

/** A key press as the list writes it. What a sign like "?" needs Shift for is its own matter. */
function writtenKey(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const ctrl = event.ctrlKey || event.metaKey;
  const shift = event.shiftKey && (ctrl || key.length > 1 || key !== key.toUpperCase());
  return [ctrl && "Ctrl+", shift && "Shift+", key].filter(Boolean).join("");
}

/** Which act a key press on the page asks of the bench, or null when it is meant for another. */
function actOfKey(event, bench) {
  if (event.defaultPrevented || event.altKey) return null;
  const path = event.composedPath().filter((node) => node instanceof Element);
  if (path.some((node) => node.matches(OWN_KEYS))) return null;
  const target = path[0];
  const ours = path.includes(bench);
  if (event.key.startsWith("Arrow") && !ours && target.closest(OWN_ARROWS)) return null;
  if (event.key === " " && target.closest("button, a, summary, [role=button]")) return null;
  return ACT_OF_KEY.get(writtenKey(event)) ?? null;
}

/** A button for an act of the list: it says which keys do the same. */
function actButton(does, act, look) {
  return button({ ...look, ...actMarks(act), onclick: () => does[act]() });
}

/** What tells of an element that it does an act of the list, and by which keys. */
function actMarks(act) {
  const keys = (KEYS_OF_ACT.get(act) ?? []).map((key) =>
    key.replace("Ctrl", "Control").replace(/^ $/, "Space").replace(/^\+$/, "Plus"));
  return { "data-act": act, "aria-keyshortcuts": keys.join(" ") || null };
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
