// A film that is being made, on its way into its film file: what has been made is sent at once and in
// order, and held in memory until the server says that it is on the disk.

const PIECE_WITHIN_MS = 20_000; // until an answer
const SAY_NOT_KEPT_AFTER_MS = 1_500;

/** `onChange()` hears each change of `state`: keeping, waiting, kept, empty or refused. */
class Keeping {
  constructor({ journeyId, kind }, onChange) {
    this.journeyId = journeyId;
    this.kind = kind; // what the film is of
    this.onChange = onChange;
    this.print = crypto.randomUUID(); // tells this film from any other of the same number
    this.path = null;
    this.held = 0; // bytes on the disk
    this.waiting = []; // pieces that are not, oldest first
    this.waitingBytes = 0;
    this.ended = false;
    this.signedOut = false;
    this.state = "keeping";
    this.sentence = "";
    this.wake = () => {};
    this.run();
  }

  add(piece) {
    this.waiting.push(piece);
    this.waitingBytes += piece.length;
    this.more?.();
  }

  /** Nothing more will come. */
  end() {
    this.ended = true;
    this.more?.();
  }

  /** Try again at once, instead of after a while. */
  tryNow() {
    this.wake();
  }

  get settled() {
    return ["kept", "empty", "refused"].includes(this.state);
  }

  set(state, sentence = "") {
    if (this.state === state && !sentence) return;
    this.state = state;
    this.sentence = sentence;
    this.onChange();
  }

  async run() {
    let failures = 0;
    let sure = true; // how much is held is known from the last answer
    while (!this.settled) {
      try {
        if (!this.path) await this.create();
        else if (!sure) await this.ask();
        sure = true;
        while (!this.settled && (this.waiting.length || this.ended)) await this.send();
        failures = 0;
        if (!this.settled) await new Promise((resolve) => (this.more = resolve));
      } catch (trouble) {
        if (trouble instanceof NotTaken) return this.set("refused", trouble.message);
        sure = false;
        this.set("waiting");
        await new Promise((resolve) => {
          this.wake = resolve;
          setTimeout(resolve, waitAfter(failures++));
        });
      }
    }
  }

  async create() {
    const facts = {
      journey: String(this.journeyId), kind: this.kind, recorded: "1", fingerprint: this.print,
    };
    const headers = { "Upload-Defer-Length": "1", "Upload-Metadata": tusMetadata(facts) };
    this.path = (await this.fetch("POST", "/uploads", headers)).headers.get("Location");
  }

  /** Ask how much is held, and let go of that. */
  async ask() {
    const { headers } = await this.fetch("HEAD", this.path);
    const print = /(?:^|,)\s*fingerprint ([^,]+)/.exec(headers.get("Upload-Metadata") ?? "");
    const ours = print && atob(print[1]) === this.print;
    const offset = Number(headers.get("Upload-Offset"));
    const length = headers.get("Upload-Length"); // null until the last piece has told it
    const whole = this.ended && Number(length) === this.held + this.waitingBytes;
    if (!ours && !(whole && offset === Number(length))) {
      throw new NotTaken("Another film is in the place of this one.");
    }
    if (length !== null && !whole) throw new NotTaken("This film has been ended elsewhere.");
    this.letGo(offset);
    if (!ours) this.set("kept"); // once it is here, it is known by what is in it
  }

  /** Send what waits, or the film's end, which may be said again where the answer was lost. */
  async send() {
    const whole = this.held + this.waitingBytes;
    if (this.ended && !whole) return this.forget();
    const piece = this.next();
    const last = this.ended && this.held + piece.length === whole;
    const answer = await this.fetch("PATCH", this.path, {
      "Upload-Offset": String(this.held),
      "Content-Type": "application/offset+octet-stream",
      "vigreview-fingerprint": this.print,
      ...(last && { "Upload-Length": String(whole) }),
    }, piece);
    this.letGo(Number(answer.headers.get("Upload-Offset")));
    if (last && this.held === whole) this.set("kept");
  }

  /** What waits first, in one piece of a size that one request may have. */
  next() {
    let length = 0;
    const some = [];
    for (const piece of this.waiting) {
      if (some.length && length + piece.length > PIECE) break;
      some.push(piece);
      length += piece.length;
    }
    const whole = new Uint8Array(length);
    some.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
    return whole;
  }

  letGo(held) {
    let gone = held - this.held;
    if (!(gone >= 0 && gone <= this.waitingBytes)) throw new NotTaken(sentenceOf(""));
    this.held = held;
    this.waitingBytes -= gone;
    while (gone) {
      const [first] = this.waiting;
      if (first.length <= gone) this.waiting.shift();
      else this.waiting[0] = first.subarray(gone);
      gone -= Math.min(gone, first.length);
    }
  }

  /** Nothing was filmed at all: there is nothing to keep. */
  async forget() {
    await this.fetch("DELETE", this.path);
    this.set("empty");
  }

  /** Throws NotTaken where the answer is no, any other error where it is worth another try. */
  async fetch(method, path, headers = {}, body = undefined) {
    const late = setTimeout(() => this.set("waiting"), SAY_NOT_KEPT_AFTER_MS);
    const signal = AbortSignal.timeout(PIECE_WITHIN_MS);
    const asked = fetch(path, { method, headers: { ...TUS, ...headers }, body, signal });
    const answer = await asked.finally(() => clearTimeout(late));
    this.hearSignedOut(answer.status === 401);
    const later = [401, 408, 409, 425, 429].includes(answer.status) || answer.status >= 500;
    if (later && answer.status !== 507) throw new Error("try again, and ask first how much is held");
    if (!answer.ok) throw new NotTaken(sentenceOf(await answer.text()));
    this.set("keeping");
    return answer;
  }

  hearSignedOut(out) {
    if (out) goToSignIn(); // which asks whether the page may go
    if (out === this.signedOut) return;
    this.signedOut = out;
    this.onChange();
  }
}
