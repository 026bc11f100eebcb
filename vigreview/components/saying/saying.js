// What a clip is, said in boxes and chips. A tap shows at once; what the rows say comes after it.

const BOXES = {
  name: { tag: "input", placeholder: "Looking and waiting", autocomplete: "off" },
  why: { rows: 3, placeholder: "What works here" },
  wonder: { rows: 3, placeholder: "A question to ask, if it fits" },
  captions: { rows: 3, placeholder: "1.5: There you are" },
};

/** A box of the clip's: a draft while it is typed in, kept for good when it is left. */
function makeBox(what, label, clipId, given, onState, onKept) {
  const looks = BOXES[what];
  const onDraft = (state) => onState(state, { kept: "Kept so far" });
  const field = makeField({
    ...looks, box: given.box, draft: given.draft ?? given.words, maxlength: given.longest,
    id: what, dir: "auto", onDraft,
    onType() {
      typed = true;
      onState("");
    },
  });
  const words = () => field.field.value.trim();
  let said = given.words; // what the rows say, or have been told
  let heard = given.words; // what the rows said last
  let underWay = 0;
  let typed = given.draft !== null; // there is a draft to take up

  async function commit() {
    const now = words();
    if (now === said && !typed) return;
    field.keepDraft(); // now, and not after these words have been kept
    typed = false;
    const before = said;
    said = now;
    underWay++;
    const args = { clip_id: clipId, what, words: now, box: given.box, turn: acts().turn() };
    try {
      await keep("say_of_clip", args, { onState });
      field.settled(now);
      onKept("say_of_clip");
    } catch (refusal) {
      said = before;
      onState("refused", { refused: refusal.message });
    } finally {
      underWay--;
    }
  }
  field.field.addEventListener("blur", commit);
  if (looks.tag) {
    field.field.addEventListener("keydown", (event) => event.key === "Enter" && field.field.blur());
  }
  acts().lastWords.add(commit);
  commit(); // what was typed and not left before a reload
  return {
    node: el("div", { class: "box" }, el("label", { for: what }, label), field.field),
    hear({ words: rows }) {
      if (underWay || rows === heard) return;
      if (words() === said) field.show(rows);
      said = heard = rows;
    },
    end() {
      commit();
      acts().lastWords.delete(commit);
      field.end();
    },
  };
}

/** Two buttons of which one is on. */
function makeStanding(whatFor, onChoose) {
  const [yes, perhaps] = [["Chosen", true], ["Perhaps", false]].map(([words, chosen]) =>
    button({ words, onclick: () => onChoose(chosen) }));
  return {
    node: el("div", { class: "standing", role: "group", "aria-label": whatFor },
      el("span", { class: "label", "aria-hidden": "true" }, whatFor),
      el("div", { class: "pair" }, yes, perhaps)),
    draw(chosen) {
      yes.setAttribute("aria-pressed", String(chosen));
      perhaps.setAttribute("aria-pressed", String(!chosen));
    },
  };
}

function beginSaying(root, says) {
  let data = {};
  let boxes = [];
  let sights = [];
  let levels = [];
  let standing;
  const taps = new Map(); // what was tapped and the rows may not say yet
  const status = el("span", { class: "keeping", role: "status" });
  const body = el("div", { class: "saying" });
  root.append(body);

  const onState = (state, words) => showKeeping(status, state, words);
  const onKept = (verb) => says("kept", { verb, clip_id: data.clip_id });

  async function tap(name, on, verb, args) {
    taps.set(name, on);
    draw();
    try {
      const told = { clip_id: data.clip_id, ...args };
      await keep(verb, told, { onState });
      onKept(verb);
    } catch (refusal) {
      taps.delete(name);
      onState("refused", { refused: refusal.message });
      draw();
    }
  }
  function tapSight(what, seen, node) {
    node.classList.add("stays"); // nothing goes from under a finger
    tap(what, seen, "see_in_clip", { what, seen });
  }
  const choose = (chosen) => tap("", chosen, "choose_clip", { chosen });

  function draw() {
    standing.draw(taps.get("") ?? data.chosen);
    for (const { what, node } of sights) {
      node.setAttribute("aria-pressed", String(taps.get(what) ?? data.seen.includes(what)));
    }
    for (const level of levels) level.draw();
  }
  function make(list) {
    const made = list.map((one) => makeSight(one, `${sights.length}-${one.what}`, tapSight));
    sights.push(...made);
    return made;
  }
  function group(label, kind, list) {
    return el("section", { class: "part" }, el("h3", {}, label),
      el("div", { class: kind, role: "group", "aria-label": label }, make(list).map((one) => one.node)));
  }
  function open() {
    leave();
    taps.clear();
    onState("");
    sights = [];
    standing = makeStanding(data.what_for, choose);
    const labels = {
      name: "A short name", why: "Why this moment", wonder: data.to_ask,
      captions: "Words on the picture",
    };
    const [name, why, wonder, captions] = (boxes = Object.keys(BOXES).map((what) =>
      makeBox(what, labels[what], data.clip_id, data[what], onState, onKept)));
    const cycle = group("What goes to and fro", "sights", data.cycle);
    const also = group("And also", "sights", data.also);
    levels = data.levels.map((level, at) => makeLevel(level, at, make(level.principles)));
    body.replaceChildren(
      el("div", { class: "top" }, name.node, standing.node),
      cycle, also,
      el("section", { class: "part" }, el("h3", {}, "Principles to see in it"),
        el("div", { class: "levels" }, levels.map((level) => level.node)),
        el("p", { class: "quiet source", dir: "auto" }, data.source)),
      el("section", { class: "part" }, el("h3", {}, "For you alone"),
        el("p", { class: "quiet" }, "Private notes. They are never on a together screen."),
        el("div", { class: "notes" }, why.node, wonder.node)),
      el("section", { class: "part" }, el("h3", {}, "For everybody who watches"),
        el("p", { class: "quiet" }, "What is said and done in the clip, line by line. A line may "
          + "begin with its seconds within the clip; lines without share the time. A family sees them."),
        captions.node),
      status);
  }
  function leave() {
    for (const box of boxes) box.end();
    boxes = [];
  }
  const rows = ({ seen, chosen }) => JSON.stringify([seen, chosen]);

  return {
    update(next) {
      const before = data;
      data = next;
      const same = data.clip_id === before.clip_id;
      const shape = ({ cycle, also, levels: held, source }) =>
        JSON.stringify([cycle, also, held, source]);
      if (!same || shape(data) !== shape(before)) open();
      else if (rows(data) !== rows(before)) taps.clear();
      Object.keys(BOXES).forEach((what, at) => boxes[at].hear(data[what]));
      draw();
    },
    end: leave,
  };
}

export default function (component) {
  return live(component, beginSaying);
}
