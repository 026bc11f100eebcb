// Pauses in the sound, from the waveform: where a clip can begin or end without cutting a voice.

const PAUSE_LEAST_US = 200_000;
const PAUSE_BREATH_US = 100_000; // left between an edge and the sound beside it
const QUIET_PART = 0.2; // of the way from the film's hush to its loudest
const SNAP_PX = 14;
const SNAP_MOST_US = 400_000;

/** Find the stretches of quiet as {from, to} in µs; a film that is all silent has none. */
function findPauses(peaks, endUs) {
  const sorted = Uint8Array.from(peaks).sort();
  const at = (part) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  const [hush, loud] = [at(0.1), at(0.98)];
  if (loud <= hush) return [];
  const quiet = hush + (loud - hush) * QUIET_PART;
  const eachUs = endUs / peaks.length;
  const pauses = [];
  let first = null;
  for (let i = 0; i <= peaks.length; i++) {
    if (i < peaks.length && peaks[i] <= quiet) {
      first ??= i;
    } else if (first !== null) {
      const pause = { from: first * eachUs, to: i * eachUs };
      if (pause.to - pause.from >= PAUSE_LEAST_US) pauses.push(pause);
      first = null;
    }
  }
  return pauses;
}

/** Where in a pause an edge lies well: a start shortly before the sound, an end shortly after. */
function edgeInPause({ from, to }, edge) {
  const middle = (from + to) / 2;
  return edge === "start"
    ? Math.max(middle, to - PAUSE_BREATH_US)
    : Math.min(middle, from + PAUSE_BREATH_US);
}

/** The place in a pause that is nearest to `us` and no further than `withinUs`, or null. */
function snapToPause(pauses, edge, us, withinUs) {
  let best = null;
  for (const pause of pauses) {
    const place = edgeInPause(pause, edge);
    const away = Math.abs(place - us);
    if (away <= withinUs && (best === null || away < Math.abs(best - us))) best = place;
  }
  return best;
}

/** The first such place after `us`, or with `way` -1 the last before it, or null. */
function nextPause(pauses, edge, us, way) {
  const places = pauses.map((pause) => edgeInPause(pause, edge));
  const beyond = places.filter((place) => (place - us) * way > 0);
  return beyond.length ? (way > 0 ? Math.min(...beyond) : Math.max(...beyond)) : null;
}
