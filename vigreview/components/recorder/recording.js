// A film as it is made: the browser hands it over twice a second, and each piece goes on its way at
// once. Nothing of it is in the browser's own storage, nor among the device's pictures.

const PIECE_MS = 500;
// An MP4 is handed over from key frame to key frame: without this, a crash would take five seconds.
const KEY_FRAME_MS = 500;
const KINDS = [
  "video/mp4;codecs=avc1.640028,mp4a.40.2",
  "video/mp4;codecs=avc1.42E028,mp4a.40.2",
  "video/webm;codecs=vp9,opus",
  "video/webm;codecs=vp8,opus",
];
const BITS_1080 = 8_000_000; // a second
const BITS_720 = 6_000_000;
const BITS_SOUND = 128_000;
const MOST_WAITING = 512 * 1024 * 1024; // bytes in memory: a tablet has little
const END_BYTES = 0.02; // of the largest film, and
const END_SECONDS = 2; // of the longest: what is made until filming has stopped must still go in

function optionsFor(stream) {
  const { width, height } = stream.getVideoTracks()[0].getSettings();
  return {
    mimeType: KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)),
    videoBitsPerSecond: Math.min(width, height) > 720 ? BITS_1080 : BITS_720,
    audioBitsPerSecond: BITS_SOUND,
    videoKeyFrameIntervalDuration: KEY_FRAME_MS,
  };
}

/** Keep the screen on for as long as somebody films; the result lets go of it. */
function keepScreenOn() {
  let lock = null;
  let wanted = true;
  const ask = async () => {
    if (document.hidden || !navigator.wakeLock) return;
    const got = await navigator.wakeLock.request("screen").catch(() => null); // an empty battery says no
    if (wanted) lock = got;
    else got?.release();
  };
  document.addEventListener("visibilitychange", ask); // a hidden page loses it
  ask();
  return () => {
    wanted = false;
    document.removeEventListener("visibilitychange", ask);
    lock?.release();
  };
}

/** One film that is being made. `onChange()` hears when it stops, and how far it is kept. */
class Recording {
  constructor(stream, limits) {
    this.stream = stream;
    this.limits = limits;
    this.filming = true;
    this.why = ""; // it stopped, where nobody pressed Stop
    this.silence = ""; // why there is no sound any more
    this.onChange = () => {};
    this.made = 0; // bytes
    this.begun = performance.now();
    this.letSleep = keepScreenOn();
    this.keeping = new Keeping({ journeyId: limits.journey_id, kind: limits.kind }, () => this.heardOfKeeping());
    const recorder = new MediaRecorder(stream, optionsFor(stream));
    this.recorder = recorder;
    let inOrder = Promise.resolve();
    recorder.addEventListener("dataavailable", ({ data }) => {
      // Out of the blob at once: the browser may lay large blobs on the disk.
      inOrder = inOrder.then(async () => this.take(new Uint8Array(await data.arrayBuffer())));
    });
    recorder.addEventListener("error", () => this.stop("Filming stopped by itself."));
    recorder.addEventListener("stop", () => {
      this.stop("Filming stopped by itself.");
      inOrder.finally(() => this.keeping.end());
    });
    for (const track of stream.getVideoTracks()) {
      track.addEventListener("ended", () => this.stop("The camera went away, so filming has stopped."));
    }
    for (const track of stream.getAudioTracks()) {
      track.addEventListener("ended", () => {
        this.silence = "The microphone went away. From here on the film has no sound.";
        this.onChange();
      });
    }
    recorder.start(PIECE_MS);
  }

  take(piece) {
    if (!piece.length) return;
    this.made += piece.length;
    this.keeping.add(piece);
    const seconds = (performance.now() - this.begun) / 1_000;
    const { most_minutes, most_bytes } = this.limits;
    if (seconds > most_minutes * 60 - END_SECONDS || this.made > most_bytes * (1 - END_BYTES)) {
      this.stop("The film is as long as a film may be, so filming has stopped.");
    } else if (this.keeping.waitingBytes > MOST_WAITING) {
      this.stop("The film could not be kept for a while, so filming has stopped.");
    }
  }

  stop(why = "") {
    if (!this.filming) return;
    this.filming = false;
    this.why = why;
    if (this.recorder.state !== "inactive") this.recorder.stop();
    shut(this.stream);
    this.letSleep();
    this.onChange();
  }

  heardOfKeeping() {
    if (this.keeping.state === "refused") this.stop();
    this.onChange();
  }

  /** Whether leaving the page would lose something. */
  get atRisk() {
    return this.filming || !this.keeping.settled;
  }
}
