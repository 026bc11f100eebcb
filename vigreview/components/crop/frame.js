// What is true of the frame around a part of a picture: plain sums, in thousandths of the picture's
// width and height. A ratio is that of the frame's width to its height in these; null: any.

const WHOLE = 1000;
const ALL_OF_IT = { left: 0, top: 0, width: WHOLE, height: WHOLE };

const between = (least, value, most) => Math.max(least, Math.min(most, value));

/** The frame moved, as far as the picture goes. */
function moved(frame, right, down) {
  return {
    ...frame,
    left: between(0, frame.left + right, WHOLE - frame.width),
    top: between(0, frame.top + down, WHOLE - frame.height),
  };
}

/**
 * The frame pulled by an edge or a corner: `x` is -1 for the left edge, 1 for the right one, 0 for
 * neither, `y` the same for top and bottom. The opposite edge stays; with a ratio, where neither of
 * two edges is pulled, the middle between them does.
 */
function pulled(frame, { x, y }, right, down, { ratio, least }) {
  let [width, height] = [frame.width + x * right, frame.height + y * down];
  const room = {
    across: roomOf(x, frame.left, frame.width),
    down: roomOf(y, frame.top, frame.height),
  };
  if (ratio) {
    const wanted = x && y ? (width + height * ratio) / 2 : x ? width : height * ratio;
    width = between(Math.max(least.across, least.down * ratio), wanted,
      Math.min(room.across, room.down * ratio));
    height = width / ratio;
  } else {
    width = x ? between(least.across, width, room.across) : frame.width;
    height = y ? between(least.down, height, room.down) : frame.height;
  }
  return {
    left: placeOf(x, frame.left, frame.width, width),
    top: placeOf(y, frame.top, frame.height, height),
    width,
    height,
  };
}

/** How long a side may become that is pulled by its end (1), its start (-1) or about its middle. */
function roomOf(end, start, length) {
  if (end > 0) return WHOLE - start;
  if (end < 0) return start + length;
  return 2 * Math.min(start + length / 2, WHOLE - start - length / 2);
}

function placeOf(end, start, before, after) {
  const part = end > 0 ? 0 : end < 0 ? 1 : 0.5;
  return Math.max(0, start + (before - after) * part);
}

/** The frame made larger or smaller about its middle, kept within the picture. */
function grown(frame, by, { ratio, least }) {
  const shape = ratio ?? frame.width / frame.height;
  const width = between(Math.max(least.across, least.down * shape), frame.width * by,
    Math.min(WHOLE, WHOLE * shape));
  const height = width / shape;
  const [left, top] = [frame.left + (frame.width - width) / 2, frame.top + (frame.height - height) / 2];
  return moved({ left, top, width, height }, 0, 0);
}

/** The largest frame of a ratio within this one, about its middle; as small as may be at least. */
function shaped(frame, limits) {
  const { ratio } = limits;
  if (!ratio) return frame;
  const width = Math.min(frame.width, frame.height * ratio);
  const height = width / ratio;
  const [left, top] = [frame.left + (frame.width - width) / 2, frame.top + (frame.height - height) / 2];
  return grown({ left, top, width, height }, 1, limits);
}

/** The frame in whole thousandths, as it is kept: left, top, width, height. */
function partOf(frame) {
  const sides = (start, length) => {
    const from = between(0, Math.round(start), WHOLE - WHOLE / 10);
    return [from, between(WHOLE / 10, Math.round(start + length) - from, WHOLE - from)];
  };
  const [left, width] = sides(frame.left, frame.width);
  const [top, height] = sides(frame.top, frame.height);
  return [left, top, width, height];
}
