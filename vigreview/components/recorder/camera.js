// This device's cameras and its microphone, and a kind sentence for whatever is not there.

const PICTURE = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } };
// What makes telephone calls clear takes a baby's small sounds for noise.
const SOUND = { echoCancellation: false, noiseSuppression: false, autoGainControl: true };
const BACK = /\b(back|rear|world|environment)\b/i;
const FRONT = /\b(front|user|face|facetime|integrated|built-in)\b/i;

/** Why the camera cannot be used; `message` is the sentence for the person. */
class NoCamera extends Error {}

async function mayUse(name) {
  try {
    return (await navigator.permissions.query({ name })).state; // granted, denied or prompt
  } catch {
    return "prompt"; // a browser that cannot tell will ask
  }
}

/**
 * Open a camera: the one of `deviceId`, else the back one where there is a choice. Without a
 * microphone the stream has no sound, and `silence` says why. Throws NoCamera.
 */
async function openCamera(deviceId, withSound) {
  const media = navigator.mediaDevices;
  if (!media) throw new NoCamera("A camera can only be used on the device that vigreview runs on.");
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: "environment" } };
  const video = { ...PICTURE, ...which };
  if (!withSound) return { stream: await media.getUserMedia({ video }).catch(sayWhy), silence: "" };
  try {
    return { stream: await media.getUserMedia({ video, audio: SOUND }), silence: "" };
  } catch (both) {
    const refused = both.name === "NotAllowedError";
    if (refused && (await mayUse("camera")) !== "granted") return sayWhy(both);
    const stream = await media.getUserMedia({ video }).catch(sayWhy);
    return { stream, silence: refused ? "The microphone may not be used." : "There is no microphone." };
  }
}

function sayWhy(error) {
  const allow = /system/i.test(error.message)
    ? "This device's own settings keep the camera shut. Allow it there, under Privacy, and try again."
    : "The camera may not be used yet. Allow camera and microphone at the sign beside the address,"
      + " and try again.";
  throw new NoCamera({
    NotAllowedError: allow,
    NotFoundError: "There is no camera here. Plug one in and try again, or bring a film from a phone.",
    OverconstrainedError: "That camera is not there any more. Please choose another.",
    NotReadableError: "Something else is using the camera. Close it there and try again.",
    AbortError: "Something else is using the camera. Close it there and try again.",
  }[error.name] ?? "The camera did not start. Please try again.");
}

const facingOf = ({ label }, told = "") =>
  told || (BACK.test(label) ? "environment" : FRONT.test(label) ? "user" : "");

/** Where the camera of a stream looks: "user" (the front one), "environment" or "". */
function facing(stream) {
  const [track] = stream.getVideoTracks();
  return facingOf(track, track.getSettings().facingMode);
}

/** The cameras to choose from, as `{id, name}`; their names are told once one has been opened. */
async function cameras() {
  const all = await navigator.mediaDevices.enumerateDevices();
  const found = all.filter(({ kind, deviceId }) => kind === "videoinput" && deviceId);
  const kinds = found.map((one) => facingOf(one));
  const only = (kind) => kinds.filter((other) => other === kind).length === 1;
  return found.map((one, at) => ({
    id: one.deviceId,
    name: kinds[at] === "user" && only("user") ? "Front camera"
      : kinds[at] === "environment" && only("environment") ? "Back camera"
      : one.label.replace(/ \([0-9a-f]{4}:[0-9a-f]{4}\)$/i, "") || `Camera ${at + 1}`,
  }));
}

const cameraOf = (stream) => stream.getVideoTracks()[0].getSettings().deviceId;

function shut(stream) {
  stream?.getTracks().forEach((track) => track.stop());
}
