// What the timeline is drawn with, and how fingers hold it.

const TICKS_FROM_PX = 7; // frames closer together than this have no ticks of their own

/** Call `moved(x, part, y)` with a pointer's place along `along` while it is held on `node`. */
function drag(node, moved, done = () => {}, along = () => node) {
  const place = (event) => {
    const box = along().getBoundingClientRect();
    const x = event.clientX - box.left;
    return [x, x / box.width, event.clientY - box.top];
  };
  node.addEventListener("pointerdown", (event) => {
    if (event.button || node.classList.contains("held")) return;
    event.stopPropagation(); // a handle on the band is not the band
    const mine = (next) => next.pointerId === event.pointerId;
    node.setPointerCapture(event.pointerId);
    node.classList.add("held");
    moved(...place(event));
    const move = (next) => mine(next) && moved(...place(next));
    const stop = (last) => {
      if (!mine(last)) return;
      node.removeEventListener("pointermove", move);
      node.removeEventListener("pointerup", stop);
      node.removeEventListener("pointercancel", stop);
      done(...place(last));
      node.classList.remove("held");
    };
    node.addEventListener("pointermove", move);
    node.addEventListener("pointerup", stop);
    node.addEventListener("pointercancel", stop);
  });
}

/**
 * One finger on `node` calls `begins()` and `scrub(x)`; with a second one `pinchBegins()`, and
 * then `pinch(times, x, to)`: so many times further apart, their middle from x to there.
 */
function hold(node, { begins, scrub, pinchBegins, pinch }) {
  const fingers = new Map(); // pointer id to its place
  let before = null; // of two fingers
  let pinched = false;
  const put = (event) => {
    const box = node.getBoundingClientRect();
    fingers.set(event.pointerId, { x: event.clientX - box.left, y: event.clientY });
  };
  const pair = () => {
    const [one, other] = [...fingers.values()];
    const apart = Math.max(20, Math.hypot(one.x - other.x, one.y - other.y));
    return { x: (one.x + other.x) / 2, apart };
  };
  node.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    put(event);
    node.setPointerCapture(event.pointerId);
    node.classList.add("held");
    if (fingers.size === 1) {
      begins();
      return scrub(fingers.get(event.pointerId).x);
    }
    if (!pinched) pinchBegins();
    pinched = true;
    before = pair();
  });
  node.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    put(event);
    if (!pinched) return scrub(fingers.get(event.pointerId).x);
    if (fingers.size < 2) return;
    const now = pair();
    pinch(now.apart / before.apart, before.x, now.x);
    before = now;
  });
  const lift = (event) => {
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size > 1) before = pair();
    if (fingers.size) return; // the one that is left of two moves nothing
    pinched = false;
    node.classList.remove("held");
  };
  node.addEventListener("pointerup", lift);
  node.addEventListener("pointercancel", lift);
}

/** Draw filmstrip, waveform, pauses and, where they are far enough apart, the frames' ticks. */
function paintBand(timeline) {
  const { canvas, band, strip, peaks } = timeline;
  const scale = devicePixelRatio || 1;
  const wide = band.clientWidth;
  const tall = band.clientHeight;
  if (!wide || !tall) return;
  canvas.width = Math.round(wide * scale);
  canvas.height = Math.round(tall * scale);
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  const colour = getComputedStyle(canvas).color;
  const stripTall = peaks ? Math.round(tall * 0.64) : tall;
  if (strip) paintStrip(pen, strip, timeline, wide, stripTall);
  if (timeline.framePx >= TICKS_FROM_PX) paintFrames(pen, timeline, stripTall, colour);
  pen.fillStyle = colour;
  if (peaks) paintWave(pen, timeline, wide, stripTall, tall - stripTall);
}

function paintStrip(pen, strip, { view, width, endUs }, wide, tall) {
  const { tiles } = strip;
  const slot = tileShape(strip) * tall;
  const first = Math.floor(((view.from / width) * wide) / slot); // tiles stay where they are in it
  for (let n = first, x; (x = n * slot - (view.from / width) * wide) < wide; n++) {
    const us = ((n + 0.5) * slot * width) / wide;
    const tile = Math.min(tiles - 1, Math.max(0, Math.floor((us / endUs) * tiles)));
    paintTile(pen, strip, tile, x, slot, tall);
  }
}

function tileShape({ picture, tiles, columns }) {
  return picture.naturalWidth / columns / (picture.naturalHeight / Math.ceil(tiles / columns));
}

function paintTile(pen, { picture, tiles, columns }, tile, x, wide, tall) {
  const tileWide = picture.naturalWidth / columns;
  const tileTall = picture.naturalHeight / Math.ceil(tiles / columns);
  const left = (tile % columns) * tileWide;
  const top = Math.floor(tile / columns) * tileTall;
  pen.drawImage(picture, left, top, tileWide, tileTall, x, 0, wide, tall);
}

/** Each frame's own place: its picture where one was seen, and a tick where it begins. */
function paintFrames(pen, timeline, tall, colour) {
  const { times, view } = timeline;
  const last = times.shownAt(view.to);
  for (let index = times.shownAt(view.from); index <= last; index++) {
    const x = timeline.xOf(times.us[index]);
    const wide = timeline.xOf(times.endOf(index)) - x;
    timeline.glimpses?.paint(pen, index, x, wide, tall);
    pen.fillStyle = "#fffdf9";
    pen.fillRect(x - 1, tall - 12, 3, 12);
    pen.fillStyle = "#2e2a26";
    pen.fillRect(x, tall - 12, 1, 12);
  }
  pen.fillStyle = colour;
  pen.fillRect(0, tall, timeline.pixels, 1);
}

function paintWave(pen, { view, width, endUs, peaks, pauses, snaps }, wide, top, tall) {
  const middle = top + tall / 2;
  for (let x = 0; x < wide; x += 2) {
    const first = Math.floor(((view.from + (x / wide) * width) / endUs) * peaks.length);
    const next = Math.ceil(((view.from + ((x + 2) / wide) * width) / endUs) * peaks.length);
    let loud = 0;
    for (let i = first; i < Math.max(first + 1, next); i++) loud = Math.max(loud, peaks[i] ?? 0);
    const high = Math.max(1, (loud / 255) * (tall - 4));
    pen.fillRect(x, middle - high / 2, 1.4, high);
  }
  if (!snaps) return;
  for (const { from, to } of pauses) {
    const x = ((from - view.from) / width) * wide;
    pen.fillRect(x, top + tall - 4, Math.max(2, ((to - from) / width) * wide), 3);
  }
}
