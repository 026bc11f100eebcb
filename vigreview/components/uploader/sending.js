// Sends one film by tus 1.0 (https://tus.io/protocols/resumable-upload): what the server holds is
// asked before each piece, so a dropped line, a pause or a reload costs nothing that has arrived.

const TUS = { "Tus-Resumable": "1.0.0" };
const PIECE = 16 * 1024 * 1024; // bytes in one PATCH
const END_OF_PRINT = 1024 * 1024; // bytes at either end that tell one film from another
const SEND_WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000];

/** The server will not take this film; `message` is its sentence for the person. */
class NotTaken extends Error {}

async function fingerprint(file) {
  const ends = await new Blob([
    String(file.size), file.slice(0, END_OF_PRINT), file.slice(-END_OF_PRINT),
  ]).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", ends));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const tusMetadata = (facts) =>
  Object.entries(facts).filter(([, value]) => value).map(([name, value]) => `${name} ${btoa(value)}`)
    .join(",");

async function sentenceOf(answer) {
  const text = await answer.text().catch(() => "");
  try {
    return JSON.parse(text).sentence ?? "This film could not be taken.";
  } catch {
    return "This film could not be taken.";
  }
}

/** One film on its way. `onChange(sending)` hears each change of `state`, `sent` and `speed`. */
class Sending {
  constructor(filmId, file) {
    this.filmId = filmId;
    this.file = file;
    this.path = `/uploads/${filmId}`;
    this.sent = 0;
    this.speed = 0; // bytes a second, smoothed
    this.state = "sending"; // sending, paused, waiting, arrived, refused, stopped
    this.sentence = "";
    this.onChange = () => {};
    this.run();
  }

  set(state, sentence = "") {
    this.state = state;
    this.sentence = sentence;
    this.onChange(this);
  }

  under = () => this.state === "sending" || this.state === "waiting";

  async run() {
    let failures = 0;
    while (this.under()) {
      try {
        const held = await this.held();
        if (!this.under()) return;
        failures = 0;
        this.set("sending");
        if (held === this.file.size) return this.set("arrived");
        await this.sendPiece(held);
      } catch (trouble) {
        if (!this.under()) return;
        if (trouble instanceof NotTaken) return this.set("refused", trouble.message);
        this.set("waiting");
        await new Promise((resolve) => {
          this.wake = resolve;
          setTimeout(resolve, SEND_WAITS_MS[Math.min(failures++, SEND_WAITS_MS.length - 1)]);
        });
      }
    }
  }

  /** How many bytes of this very file the server holds; makes the upload where there is none. */
  async held() {
    const answer = await fetch(this.path, { method: "HEAD", headers: TUS });
    if (answer.status === 401) goToSignIn();
    if (answer.ok) {
      const length = Number(answer.headers.get("Upload-Length") ?? this.file.size);
      const print = /(?:^|,)\s*fingerprint ([^,]+)/.exec(answer.headers.get("Upload-Metadata") ?? "");
      this.print ??= await fingerprint(this.file);
      const same = length === this.file.size && (!print || atob(print[1]) === this.print);
      if (same) return (this.sent = Number(answer.headers.get("Upload-Offset")));
      await fetch(this.path, { method: "DELETE", headers: TUS });
    } else if (answer.status >= 500) {
      throw new Error("the server is not well");
    }
    return this.create();
  }

  async create() {
    this.print ??= await fingerprint(this.file);
    const answer = await fetch("/uploads", {
      method: "POST",
      headers: {
        ...TUS,
        "Upload-Length": String(this.file.size),
        "Upload-Metadata": tusMetadata({
          film: String(this.filmId), filetype: this.file.type, fingerprint: this.print,
        }),
      },
    });
    if (answer.status === 401) goToSignIn();
    if (answer.status >= 500) throw new Error("the server is not well");
    if (!answer.ok) throw new NotTaken(await sentenceOf(answer));
    return (this.sent = 0);
  }

  /** Send one piece; progress is heard from the browser, truth from the next `held`. */
  sendPiece(offset) {
    const piece = this.file.slice(offset, offset + PIECE);
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      let before = { at: performance.now(), sent: offset };
      this.request = request;
      request.open("PATCH", this.path);
      for (const [name, value] of Object.entries(TUS)) request.setRequestHeader(name, value);
      request.setRequestHeader("Upload-Offset", String(offset));
      request.setRequestHeader("Content-Type", "application/offset+octet-stream");
      request.upload.onprogress = (event) => {
        this.sent = offset + event.loaded;
        const seconds = (performance.now() - before.at) / 1_000;
        if (seconds > 0.5) {
          const now = (this.sent - before.sent) / seconds;
          this.speed = this.speed ? this.speed * 0.7 + now * 0.3 : now;
          before = { at: performance.now(), sent: this.sent };
        }
        this.onChange(this);
      };
      request.onload = async () => {
        if (request.status === 401) goToSignIn();
        if (request.status < 300 || request.status === 409) return resolve(); // 409: ask again
        if (request.status >= 500) return reject(new Error("the server is not well"));
        reject(new NotTaken(await sentenceOf(new Response(request.responseText))));
      };
      request.onerror = request.onabort = () => reject(new Error("the line is down"));
      request.send(piece);
    });
  }

  pause() {
    this.set("paused");
    this.request?.abort();
    this.wake?.();
  }

  goOn() {
    this.set("sending");
    this.run();
  }

  /** Give it up: what has arrived is taken out again. */
  async stop() {
    this.set("stopped");
    this.request?.abort();
    this.wake?.();
    await fetch(this.path, { method: "DELETE", headers: TUS }).catch(() => {});
  }
}
