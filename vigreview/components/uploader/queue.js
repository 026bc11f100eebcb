// Several films, each in its own row, sent one after another. The queue lives in the page's memory,
// so that it goes on while another screen is open; a file's name never leaves the browser.

const DONE = ["arrived", "refused", "stopped"];
const ON_ITS_WAY = ["sending", "waiting"];
const TWICE = "This film is in the list already.";

class Queue {
  constructor(journeyId) {
    this.journeyId = journeyId;
    this.rows = [];
    this.onChange = () => {};
    this.onArrived = () => {};
    addEventListener("online", () => this.rows.forEach((row) => row.wake?.()));
  }

  /** The queue of a journey on this page, whichever part of the page asks for it. */
  static of(journeyId) {
    const name = `films on their way ${journeyId}`;
    if (!acts().memory.has(name)) acts().memory.set(name, new Queue(journeyId));
    return acts().memory.get(name);
  }

  get busy() {
    return this.rows.some((row) => !DONE.includes(row.state));
  }

  /** Whether this page sends that film itself. */
  has(filmId) {
    return this.rows.some((row) => row.filmId === filmId && row.state !== "stopped");
  }

  /** Take files into the list. `facts` tells the limits, what half arrived and what is here. */
  add(files, facts) {
    if (!this.busy) this.rows = [];
    for (const file of files) {
      const row = new Sending(this.journeyId, facts.kind, file, () => this.changed(row));
      this.rows.push(row);
      this.take(row, facts);
    }
    this.onChange();
  }

  async take(row, facts) {
    const { size: bytes } = row.file;
    const no = !bytes ? "This file is empty."
      : bytes > facts.most_bytes ? `This film is larger than ${sizeOf(facts.most_bytes)}.`
      : "";
    if (no) return row.set("refused", no);
    await row.look();
    if (row.state !== "looking") return;
    const half = facts.half.find((one) => one.fingerprint === row.print && one.bytes === bytes
      && one.kind === row.kind);
    if (half && !this.has(half.film_id)) {
      Object.assign(row, { filmId: half.film_id, sent: half.held });
      return row.set("queued");
    }
    const twice = this.rows.some((one) => one !== row && one.print === row.print
      && !["refused", "stopped"].includes(one.state));
    const known = facts.known.find((one) => one.fingerprint === row.print);
    row.known = known;
    if (twice || known) return row.set("again", twice ? TWICE : known.words);
    this.line(row, facts);
  }

  /** Put a film in line, unless the disk is too full for it. */
  line(row, facts) {
    const ahead = this.rows.filter((one) => ["queued", "paused", ...ON_ITS_WAY].includes(one.state))
      .reduce((sum, one) => sum + one.file.size - one.sent, 0);
    const left = facts.room_bytes - ahead;
    if (row.file.size > left) {
      return row.set("refused", "There is not enough room left on this device for this film.");
    }
    // Its copy, where it needs one, may take as much again.
    row.note = row.file.size * 2 > left
      ? "This device is nearly full. To make this film ready, some room may have to be freed." : "";
    row.set("queued");
  }

  changed(row) {
    if (row.state === "arrived" && !row.told) {
      row.told = true;
      this.onArrived(row.filmId);
    }
    if (row.state === "stopped") this.rows = this.rows.filter((one) => one !== row);
    this.next();
    this.onChange();
  }

  /** Let go of films that have arrived, now that the page itself tells what comes of them. */
  hear(facts) {
    this.facts = facts;
    this.rows = this.rows.filter(({ state, filmId }) => state !== "arrived" || !facts.here.includes(filmId));
    for (const row of this.rows.filter(({ state, known }) => state === "again" && known)) {
      // It may have another number by now.
      row.known = facts.known.find(({ fingerprint }) => fingerprint === row.print) ?? row.known;
      row.sentence = row.known.words;
    }
  }

  next() {
    if (acts().over || this.rows.some((row) => ON_ITS_WAY.includes(row.state))) return;
    const first = this.rows.find((row) => ["looking", "queued"].includes(row.state));
    if (first?.state === "queued") first.run();
  }

  /** Go on with a film that was paused: at once, or as soon as the one under way is there. */
  goOn(row) {
    row.set("queued");
  }
}

const KB = 1_000;
const MB = 1_000 * KB;
const GB = 1_000 * MB;

function sizeOf(bytes) {
  const gigabytes = bytes / GB;
  if (bytes < MB) return `${Math.ceil(bytes / KB)} kB`;
  if (bytes < GB) return `${Math.round(bytes / MB)} MB`;
  return `${Number.isInteger(gigabytes) ? gigabytes : gigabytes.toFixed(1)} GB`;
}

function timeLeft(bytes, speed) {
  const seconds = bytes / speed;
  if (!speed || !Number.isFinite(seconds)) return "";
  if (seconds < 60) return "less than a minute left";
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? "about a minute left" : `about ${minutes} minutes left`;
}
