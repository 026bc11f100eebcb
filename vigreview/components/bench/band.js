// What the timeline is drawn with, and how a finger holds it.

/** Call `moved(x, part)` with a pointer's place along `along` while it is held on `node`. */
function drag(node, moved, done = () => {}, along = () => node) {
  const place = (event) => {
    const box = along().getBoundingClientRect();
    return [event.clientX - box.left, (event.clientX - box.left) / box.width];
  };
  node.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.stopPropagation(); // a handle on the band is not the band
    node.setPointerCapture(event.pointerId);
    node.classList.add("held");
    moved(...place(event));
    const move = (next) => moved(...place(next));
    const stop = (last) => {
      node.classList.remove("held");
      node.removeEventListener("pointermove", move);
      node.removeEventListener("pointerup", stop);
      node.removeEventListener("pointercancel", stop);
      done(...place(last));
    };
    node.addEventListener("pointermove", move);
    node.addEventListener("pointerup", stop);
    node.addEventListener("pointercancel", stop);
  });
}

/** Draw filmstrip and waveform for what is in view. */
function paintBand({ canvas, band, view, width, endUs, strip, peaks }) {
  const scale = devicePixelRatio || 1;
  const wide = band.clientWidth;
  const tall = band.clientHeight;
  if (!wide || !tall) return;
  canvas.width = Math.round(wide * scale);
  canvas.height = Math.round(tall * scale);
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  const stripTall = peaks ? Math.round(tall * 0.64) : tall;
  if (strip) paintStrip(pen, strip, { view, width, endUs, wide, tall: stripTall });
  if (peaks) {
    pen.fillStyle = getComputedStyle(canvas).color;
    paintWave(pen, peaks, { view, width, endUs, wide, top: stripTall, tall: tall - stripTall });
  }
}

function paintStrip(pen, { picture, tiles, columns }, { view, width, endUs, wide, tall }) {
  const tileWide = picture.naturalWidth / columns;
  const tileTall = picture.naturalHeight / Math.ceil(tiles / columns);
  const slot = (tileWide / tileTall) * tall;
  for (let x = 0; x < wide; x += slot) {
    const us = view.from + ((x + slot / 2) / wide) * width;
    const tile = Math.min(tiles - 1, Math.max(0, Math.floor((us / endUs) * tiles)));
    const left = (tile % columns) * tileWide;
    const top = Math.floor(tile / columns) * tileTall;
    pen.drawImage(picture, left, top, tileWide, tileTall, x, 0, slot, tall);
  }
}

function paintWave(pen, peaks, { view, width, endUs, wide, top, tall }) {
  const middle = top + tall / 2;
  for (let x = 0; x < wide; x += 2) {
    const first = Math.floor(((view.from + (x / wide) * width) / endUs) * peaks.length);
    const next = Math.ceil(((view.from + ((x + 2) / wide) * width) / endUs) * peaks.length);
    let loud = 0;
    for (let i = first; i < Math.max(first + 1, next); i++) loud = Math.max(loud, peaks[i] ?? 0);
    const high = Math.max(1, (loud / 255) * (tall - 4));
    pen.fillRect(x, middle - high / 2, 1.4, high);
  }
}
