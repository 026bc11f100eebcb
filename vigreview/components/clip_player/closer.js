// The picture seen closer, by two fingers or a button, and moved by one, by buttons or by the arrow
// keys on these. Only how it is seen.

const CLOSEST = 4;
const ON_A_FACE = 2;
const TAP_PX = 8; // a finger that moves less taps
const FAR = 0.25; // of the picture's side that is in sight: how far a button goes
const WAYS = { left: [1, 0], right: [-1, 0], up: [0, 1], down: [0, -1] };
const SIGNS = { left: "back", right: "forward", up: "up", down: "down" };

function makeCloser(picture, onChange) {
  let scale = 1;
  let x = 0; // px by which the picture's middle is moved
  let y = 0;
  let moved = false;
  const fingers = new Map(); // pointer id to where it is, in px from the picture's middle
  const ways = Object.keys(WAYS).map((way) =>
    button({ sign: SIGNS[way], kind: `way ${way}`, hidden: true, onclick: () => go(way) }));
  picture.append(...ways);

  const placeOf = ({ clientX, clientY }) => {
    const box = picture.getBoundingClientRect();
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
  };
  /** The middle of the fingers, and how far apart they are. */
  function grip() {
    const [one, two = one] = fingers.values();
    const wide = Math.max(1, Math.hypot(one.x - two.x, one.y - two.y));
    return { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2, wide };
  }
  function draw() {
    const most = { x: (picture.clientWidth * (scale - 1)) / 2, y: (picture.clientHeight * (scale - 1)) / 2 };
    x = Math.min(most.x, Math.max(-most.x, x));
    y = Math.min(most.y, Math.max(-most.y, y));
    const seen = scale === 1 ? "none" : `translate(${x}px, ${y}px) scale(${scale})`;
    picture.style.setProperty("--seen", seen);
    picture.classList.toggle("closer", scale > 1);
    for (const way of ways) way.hidden = scale === 1;
    onChange();
  }
  function go(way) {
    x += WAYS[way][0] * FAR * picture.clientWidth;
    y += WAYS[way][1] * FAR * picture.clientHeight;
    draw();
  }
  picture.addEventListener("keydown", (event) => {
    const way = event.key.replace("Arrow", "").toLowerCase();
    if (!ways.includes(event.target) || !WAYS[way]) return;
    event.preventDefault();
    go(way);
  });
  /** See it `to` times as large; what lies at a place stays there. */
  function zoom(to, at = { x: 0, y: 0 }) {
    const next = Math.min(CLOSEST, Math.max(1, to));
    x = at.x - (at.x - x) * (next / scale);
    y = at.y - (at.y - y) * (next / scale);
    scale = next;
    draw();
  }
  picture.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest("button")) return;
    if (!fingers.size) moved = false;
    fingers.set(event.pointerId, { ...placeOf(event), from: placeOf(event) });
    if (fingers.size > 1) moved = true;
  });
  picture.addEventListener("pointermove", (event) => {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    const before = grip();
    Object.assign(finger, placeOf(event));
    const far = Math.hypot(finger.x - finger.from.x, finger.y - finger.from.y) >= TAP_PX;
    if (!moved && (scale === 1 || !far)) return;
    moved = true;
    const after = grip();
    if (fingers.size > 1) zoom((scale * after.wide) / before.wide, before);
    x += after.x - before.x;
    y += after.y - before.y;
    draw();
  });
  for (const type of ["pointerup", "pointercancel", "pointerleave"]) {
    picture.addEventListener(type, (event) => fingers.delete(event.pointerId));
  }
  picture.addEventListener("click", (event) => {
    if (moved) event.stopPropagation(); // it was no tap
    moved = false;
  }, { capture: true });
  picture.addEventListener("touchstart", (event) => {
    if (event.touches.length > 1) event.preventDefault(); // two fingers are for the picture
  }, { passive: false });
  const resized = new ResizeObserver(draw);
  resized.observe(picture);

  return {
    closer: () => zoom(ON_A_FACE),
    whole: () => zoom(1),
    isCloser: () => scale > 1,
    /** Hear what the ways are called. */
    update(words) {
      Object.keys(WAYS).forEach((way, at) =>
        setButton(ways[at], { sign: SIGNS[way], label: words[`to-${way}`] }));
    },
    /** Where an event happened in the whole picture, in thousandths from its upper left corner. */
    partOf(event) {
      const at = placeOf(event);
      const part = (px, off, size) =>
        Math.round(1000 * Math.min(1, Math.max(0, (px - off) / scale / size + 0.5)));
      return { x: part(at.x, x, picture.clientWidth), y: part(at.y, y, picture.clientHeight) };
    },
    /** Where such a place is seen now, in px from the picture's upper left corner. */
    seenAt(part) {
      const at = (part, off, size) => (part / 1000 - 0.5) * size * scale + off + size / 2;
      return {
        left: at(part.x, x, picture.clientWidth),
        top: at(part.y, y, picture.clientHeight),
      };
    },
    end: () => resized.disconnect(),
  };
}
