// The frames of a film by their own times: integer µs, never a frame number over a frame rate.

async function fetchBytes(path) {
  const answer = await fetch(path);
  if (answer.status === 401) goToSignIn();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.arrayBuffer();
}

class FrameTimes {
  /** `buffer` holds little-endian int64 µs, in order; `durationUs` ends the last frame. */
  constructor(buffer, durationUs) {
    const view = new DataView(buffer);
    this.count = Math.floor(buffer.byteLength / 8);
    this.us = new Float64Array(this.count); // exact for whole numbers far beyond any film
    for (let i = 0; i < this.count; i++) this.us[i] = Number(view.getBigInt64(i * 8, true));
    this.last = this.count - 1;
    this.usual = this.last > 0 ? (this.us[this.last] - this.us[0]) / this.last : 40_000;
    this.endUs = Math.max(durationUs ?? 0, this.us[this.last] + Math.min(this.usual, 100_000));
  }

  clamp(index) {
    return Math.min(this.last, Math.max(0, index));
  }

  /** The last frame whose time is not after `us`: the one on the screen at that time. */
  shownAt(us) {
    let low = 0;
    let high = this.last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.us[middle] <= us) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  nearest(us) {
    const before = this.shownAt(us);
    const after = this.clamp(before + 1);
    return us - this.us[before] <= this.us[after] - us ? before : after;
  }

  /** When frame `index` gives way to the next, or the film ends. */
  endOf(index) {
    return index < this.last ? this.us[index + 1] : this.endUs;
  }

  /** Where to seek for frame `index`: its middle, so that no rounding shows a neighbour. */
  middle(index) {
    const end = index < this.last ? this.us[index + 1] : this.us[index] + 2_000;
    return (this.us[index] + end) / 2;
  }

  /** From frame `index`, the frame nearest to `us` later (or earlier), and never the same one. */
  beside(index, us) {
    const there = this.nearest(this.us[index] + us);
    return this.clamp(there === index ? index + Math.sign(us) : there);
  }
}

/** µs as minutes, seconds and thousandths, for instance 1:02.345. */
function exactTime(us) {
  const ms = Math.round(us / 1_000);
  const minutes = Math.floor(ms / 60_000);
  const seconds = Math.floor(ms / 1_000) % 60;
  return `${minutes}:${String(seconds).padStart(2, "0")}.${String(ms % 1_000).padStart(3, "0")}`;
}

function roughTime(us) {
  return exactTime(us).slice(0, -4);
}
