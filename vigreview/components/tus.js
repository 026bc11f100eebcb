// What sending a film needs, whether it comes from a file or is being made: tus 1.0
// (https://tus.io/protocols/resumable-upload) as this server speaks it.

const TUS = { "Tus-Resumable": "1.0.0" };
const PIECE = 8 * 1024 * 1024; // bytes in one PATCH, at most
const SEND_WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000];

/** The server will not take this film; `message` is its sentence for the person. */
class NotTaken extends Error {}

const tusMetadata = (facts) =>
  Object.entries(facts).filter(([, value]) => value).map(([name, value]) => `${name} ${btoa(value)}`)
    .join(",");

const sentenceOf = (text) => text.trim() || "This film could not be taken.";

/** Milliseconds until the next try, after so many that came to nothing. */
const waitAfter = (failures) => SEND_WAITS_MS[Math.min(failures, SEND_WAITS_MS.length - 1)];

/** A limit in words. */
function lengthOf(minutes) {
  if (minutes % 60) return `${minutes} minutes`;
  return minutes === 60 ? "1 hour" : `${minutes / 60} hours`;
}
