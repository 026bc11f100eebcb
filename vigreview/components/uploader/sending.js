// Sends one film: what the server holds is asked before sending on, so a dropped line, a pause or a
// reload costs nothing that has arrived.

const END_OF_PRINT = 1024 * 1024; // bytes at either end that tell one film from another

async function fingerprint(file) {
  const ends = await new Blob([
    String(file.size), file.slice(0, END_OF_PRINT), file.slice(-END_OF_PRINT),
  ]).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", ends));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
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
    this.begun = false; // the server has taken this very file once
    this.turn = 0;
    this.allOut = false; // the last piece has left this device, if perhaps not arrived
    this.run();
  }

  set(state, sentence = "") {
    this.state = state;
    this.sentence = sentence;
    this.onChange(this);
  }

  async run() {
    const turn = ++this.turn; // a pause and a quick "go on" must not leave two of these running
    const on = () => turn === this.turn && ["sending", "waiting"].includes(this.state);
    let failures = 0;
    while (on()) {
      try {
        const there = await this.held();
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
        if (why) return this.set("refused", why);
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
      return "This file cannot be read any more. Is the phone or card still there?";
    }
  }

  /**
   * How many bytes of this very file the server holds; makes the upload where there is none.
   * "taken" when the last piece went out, its answer was lost, and nothing is awaited any more.
   */
  async held() {
    const answer = await fetch(this.path, { method: "HEAD", headers: TUS });
    if (answer.status === 401) goToSignIn();
    if (answer.ok) {
      const length = Number(answer.headers.get("Upload-Length") ?? this.file.size);
      const print = /(?:^|,)\s*fingerprint ([^,]+)/.exec(answer.headers.get("Upload-Metadata") ?? "");
      this.print ??= await fingerprint(this.file);
      const same = length === this.file.size && (!print || atob(print[1]) === this.print);
      if (same) return (this.sent = Number(answer.headers.get("Upload-Offset")));
      // Chosen meanwhile, in another window: the later choice counts.
      if (this.begun) throw new NotTaken("Another file is being sent for this film already.");
      await fetch(this.path, { method: "DELETE", headers: TUS });
    } else if (answer.status >= 500) {
      throw new Error("the server is not well");
    } else if (this.allOut) {
      return "taken";
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
    if (!answer.ok) throw new NotTaken(sentenceOf(await answer.text()));
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
        if (request.status === 401) goToSignIn();
        const another = request.status === 409 && request.responseText; // a sentence says whose
        if (request.status >= 500 || (request.status === 409 && !another)) {
          return reject(new Error("ask again how far it got"));
        }
        if (request.status >= 300) return reject(new NotTaken(sentenceOf(request.responseText)));
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
