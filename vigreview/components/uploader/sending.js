// Sends one film: what the server holds is asked before sending on, so a dropped line, a pause or a
// reload costs nothing that has arrived.

const END_OF_PRINT = 1024 * 1024; // bytes at either end that tell one film from another
const NO_ROOM = 507;
const TAKEN_OUT = "This film was taken out meanwhile. Choose it again to bring it.";
const UNREADABLE = "This file cannot be read any more. Is the phone or card still there?";

async function fingerprint(file) {
  const ends = await new Blob([
    String(file.size), file.slice(0, END_OF_PRINT), file.slice(-END_OF_PRINT),
  ]).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", ends));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** One film of a journey on its way. `onChange()` hears each change of `state`, `sent`, `speed`. */
class Sending {
  constructor(journeyId, kind, file, onChange) {
    this.journeyId = journeyId;
    this.kind = kind; // what it is of
    this.file = file;
    this.onChange = onChange;
    this.filmId = null; // known once the server has made room for it
    this.sent = 0;
    this.speed = 0; // bytes a second, smoothed
    // looking, again, queued, sending, paused, waiting, arrived, refused or stopped
    this.state = "looking";
    this.sentence = "";
    this.begun = false; // the server has taken this very file once
    this.turn = 0;
    this.allOut = false; // the last piece has left this device, if perhaps not arrived
  }

  get path() {
    return `/uploads/${this.filmId}`;
  }

  set(state, sentence = "") {
    this.state = state;
    this.sentence = sentence;
    this.onChange(this);
  }

  /** Reckon by what this film is known again; refused where the file cannot be read. */
  async look() {
    try {
      this.print = await fingerprint(this.file);
    } catch {
      this.set("refused", UNREADABLE);
    }
  }

  async run() {
    const turn = ++this.turn; // a pause and a quick "go on" must not leave two of these running
    const on = () => turn === this.turn && ["sending", "waiting"].includes(this.state);
    let failures = 0;
    this.set("sending");
    while (on()) {
      try {
        const there = await this.held();
        if (this.state === "stopped") return takeOut(this.filmId); // stopped while it was begun
        if (!on()) return;
        if (there === "taken") return this.set("arrived");
        failures = 0;
        this.begun = true;
        this.set("sending");
        // Where all is held but the answer to the last piece was lost, an empty piece asks for it.
        do await this.sendPiece(this.sent);
        while (on() && this.sent < this.file.size);
        if (on()) return this.set("arrived");
      } catch (trouble) {
        const why = trouble instanceof NotTaken ? trouble.message : await this.unreadable();
        if (!on()) return;
        if (why) return this.set(trouble.later ? "paused" : "refused", why);
        this.set("waiting");
        await new Promise((resolve) => {
          this.wake = resolve;
          setTimeout(resolve, waitAfter(failures++));
        });
      }
    }
  }

  /** A phone that was unplugged looks like a line that is down: a sentence when it is that. */
  async unreadable() {
    try {
      await this.file.slice(0, 1).arrayBuffer();
      return "";
    } catch {
      return UNREADABLE;
    }
  }

  /**
   * How many bytes of this very file the server holds; makes the upload where there is none.
   * "taken" when the last piece went out, its answer was lost, and nothing is awaited any more.
   */
  async held() {
    if (!this.filmId) return this.create();
    const answer = await fetch(this.path, { method: "HEAD", headers: TUS });
    if (answer.status === 401) goToSignIn();
    if (answer.status >= 500) throw new Error("the server is not well");
    if (!answer.ok) {
      if (this.allOut) return "taken";
      throw new NotTaken(TAKEN_OUT);
    }
    const length = Number(answer.headers.get("Upload-Length") ?? this.file.size);
    const print = /(?:^|,)\s*fingerprint ([^,]+)/.exec(answer.headers.get("Upload-Metadata") ?? "");
    const same = length === this.file.size && (!print || atob(print[1]) === this.print);
    if (!same) throw new NotTaken("Another file is being sent for this film already.");
    return (this.sent = Number(answer.headers.get("Upload-Offset")));
  }

  async create() {
    const answer = await fetch("/uploads", {
      method: "POST",
      headers: {
        ...TUS,
        "Upload-Length": String(this.file.size),
        "Upload-Metadata": tusMetadata({
          journey: String(this.journeyId), kind: this.kind, filetype: this.file.type,
          fingerprint: this.print,
        }),
      },
    });
    if (answer.status === 401) goToSignIn();
    if (answer.status >= 500 && answer.status !== NO_ROOM) throw new Error("the server is not well");
    if (!answer.ok) throw notTaken(answer.status, await answer.text());
    this.filmId = Number(answer.headers.get("Location").split("/").at(-1));
    return (this.sent = 0);
  }

  /** Send one piece; progress is heard from the browser, truth from the server's answer. */
  sendPiece(offset) {
    const piece = this.file.slice(offset, offset + PIECE);
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      let before = { at: performance.now(), sent: offset };
      this.request = request;
      request.open("PATCH", this.path);
      for (const [name, value] of Object.entries(TUS)) request.setRequestHeader(name, value);
      request.setRequestHeader("Upload-Offset", String(offset));
      request.setRequestHeader("vigreview-fingerprint", this.print);
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
      request.upload.onload = () => (this.allOut = offset + piece.size === this.file.size);
      request.onload = () => {
        const { status, responseText } = request;
        if (status === 401) goToSignIn();
        const another = status === 409 && responseText; // a sentence says whose
        if ((status >= 500 && status !== NO_ROOM) || [404, 410].includes(status)
            || (status === 409 && !another)) {
          return reject(new Error("ask again how far it got"));
        }
        if (status >= 300) return reject(notTaken(status, responseText));
        this.sent = Number(request.getResponseHeader("Upload-Offset"));
        resolve();
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

  /** Give it up: what has arrived is taken out again. */
  async stop() {
    this.set("stopped");
    this.request?.abort();
    this.wake?.();
    if (this.filmId) await takeOut(this.filmId);
  }
}

/** The server's no. Where it is for want of room, the film can go on once there is some. */
function notTaken(status, text) {
  return Object.assign(new NotTaken(sentenceOf(text)), { later: status === NO_ROOM });
}

async function takeOut(filmId) {
  await fetch(`/uploads/${filmId}`, { method: "DELETE", headers: TUS }).catch(() => {});
}
