// A still on the clip's card, and *Crop*: the whole frame, large, with a frame around what is kept.

const STEP = 5; // thousandths, for one press of an arrow
const A_FINGER_PX = 60; // a frame that is smaller could not be held any more
const LOOK_AGAIN_MS = 500; // a picture is made within a moment after it was asked for
const MOST_LOOKS = 240;
const GRIPS = [
  [-1, -1, "Top left corner"], [0, -1, "Top edge"], [1, -1, "Top right corner"],
  [1, 0, "Right edge"], [1, 1, "Bottom right corner"], [0, 1, "Bottom edge"],
  [-1, 1, "Bottom left corner"], [-1, 0, "Left edge"],
];
const ARROWS = {
  ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP],
};
const HINT = "Drag the frame, its edges or its corners. Arrow keys move it, Shift and arrow keys "
  + "change its size.";

/** A picture that may still be in the making: it is asked for again until it is there. */
function makePicture(kind) {
  const image = el("img", { class: kind, alt: "", draggable: "false" });
  const waits = el("p", { class: "quiet waits", hidden: true }, "Being made");
  let looks = 0;
  let later = 0;
  let wanted = "";
  image.addEventListener("load", () => {
    waits.hidden = true;
    image.classList.remove("away");
  });
  image.addEventListener("error", () => {
    waits.hidden = false;
    image.classList.add("away");
    if (++looks < MOST_LOOKS) later = setTimeout(ask, LOOK_AGAIN_MS);
  });
  const ask = () => {
    image.src = looks ? `${wanted}${wanted.includes("?") ? "&" : "?"}look=${looks}` : wanted;
  };
  return {
    image,
    waits,
    show(src, alt) {
      image.alt = alt;
      if (src === wanted) return;
      [wanted, looks] = [src, 0];
      clearTimeout(later);
      ask();
    },
    end: () => clearTimeout(later),
  };
}

/** The picture with the frame on it. `onChange(frame)` hears each change, `onRest()` its end. */
function makeStage(picture, onChange, onRest) {
  const hole = el("div", { class: "hole" });
  const hold = button({ label: "The part that is kept", kind: "hold", "data-x": "0", "data-y": "0",
    "aria-describedby": "hint" });
  const grips = GRIPS.map(([x, y, label]) =>
    button({ label, kind: "grip", "data-x": String(x), "data-y": String(y) }));
  const stage = el("div", { class: "stage", role: "application", "aria-label": "The picture" },
    picture.image, picture.waits, el("div", { class: "veil" }, hole), hold, grips);
  const fingers = new Map(); // pointer id to where it is, in thousandths
  let held = null; // what was taken hold of: where, by which grip, and the frame as it was then
  let frame = ALL_OF_IT;
  let ratio = null;

  function limits() {
    const { width, height } = stage.getBoundingClientRect();
    const least = (px) => Math.max(WHOLE / 10, Math.min(WHOLE / 2, (A_FINGER_PX * WHOLE) / (px || 1)));
    return { ratio, least: { across: least(width), down: least(height) } };
  }
  function change(next) {
    frame = next;
    draw();
    onChange(frame);
  }
  function draw() {
    for (const node of [hole, hold]) {
      for (const side of Object.keys(ALL_OF_IT)) node.style[side] = `${frame[side] / 10}%`;
    }
    for (const grip of grips) {
      const { x, y } = edgesOf(grip);
      grip.style.left = `${(frame.left + (frame.width * (x + 1)) / 2) / 10}%`;
      grip.style.top = `${(frame.top + (frame.height * (y + 1)) / 2) / 10}%`;
    }
  }
  const edgesOf = ({ dataset }) => ({ x: Number(dataset.x), y: Number(dataset.y) });
  const at = ({ clientX, clientY }) => {
    const box = stage.getBoundingClientRect();
    return { x: ((clientX - box.left) * WHOLE) / box.width, y: ((clientY - box.top) * WHOLE) / box.height };
  };

  /** The middle of the fingers, and how far apart they are on the screen. */
  function grasp() {
    const [one, two = one] = fingers.values();
    const box = stage.getBoundingClientRect();
    const wide = Math.hypot((one.x - two.x) * box.width, (one.y - two.y) * box.height);
    return { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2, wide: Math.max(1, wide) };
  }
  function takeHold(node) {
    const edges = fingers.size > 1 || !node ? { x: 0, y: 0 } : edgesOf(node);
    held = { ...grasp(), edges, frame };
  }
  // Else a quick drag counts as a fling, and the tap that comes next as the end of it.
  stage.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  stage.addEventListener("pointerdown", (event) => {
    const node = event.target.closest("button");
    if (event.button || (!node && !fingers.size) || fingers.size > 1) return;
    stage.setPointerCapture(event.pointerId);
    node?.focus();
    fingers.set(event.pointerId, at(event));
    takeHold(node);
  });
  stage.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, at(event));
    const now = grasp();
    const [right, down] = [now.x - held.x, now.y - held.y];
    const { x, y } = held.edges;
    if (fingers.size > 1) change(moved(grown(held.frame, now.wide / held.wide, limits()), right, down));
    else if (x || y) change(pulled(held.frame, held.edges, right, down, limits()));
    else change(moved(held.frame, right, down));
  });
  for (const type of ["pointerup", "pointercancel"]) {
    stage.addEventListener(type, (event) => {
      if (!fingers.delete(event.pointerId)) return;
      if (fingers.size) takeHold(null); // the finger that stays moves what it holds
      else onRest();
    });
  }
  stage.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    const node = event.target.closest("button");
    if (!arrow || !node || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const edges = edgesOf(node);
    if (edges.x || edges.y) change(pulled(frame, edges, ...along(edges, arrow), limits()));
    else if (event.shiftKey) change(pulled(frame, sideOf(arrow), ...arrow, limits()));
    else change(moved(frame, ...arrow));
    onRest();
  });
  return {
    node: stage,
    hold,
    get frame() {
      return frame;
    },
    put: change,
    shape(next) {
      ratio = next;
      change(shaped(frame, limits()));
    },
  };
}

/** An arrow's way along a corner of a fixed ratio counts for either side; an edge hears its own. */
const along = ({ x, y }, [right, down]) => [x ? right : 0, y ? down : 0];
const sideOf = ([right]) => (right ? { x: 1, y: 0 } : { x: 0, y: 1 });

function beginCrop(root, says) {
  let data = {};
  const small = makePicture("small");
  const large = makePicture("large");
  const told = el("p", { class: "aside", role: "status" });
  const status = el("p", { class: "keeping", role: "status" });
  const stage = makeStage(large, drawShapes, tell);
  const open = button({ words: "Crop", kind: "open", onclick: begin });
  const shapes = [["Free", () => null], ["As the film", () => 1],
    ["Square", () => data.height / data.width]].map(([words, ratio]) =>
    Object.assign(button({ words, onclick: () => shape(ratio) }), { ratio }));
  let chosen = shapes[0].ratio;
  const dialog = el("dialog", { class: "crop", "aria-labelledby": "crop-title" },
    el("h2", { id: "crop-title" }, "Crop this still"),
    el("p", { class: "quiet", id: "hint" }, HINT),
    el("div", { class: "place" }, stage.node),
    el("div", { class: "row" },
      el("div", { class: "shapes", role: "group", "aria-label": "The shape" }, shapes),
      el("div", { class: "ends" },
        button({ words: "Keep", sign: "tick", kind: "main", onclick: keepIt }),
        button({ words: "Whole picture again", onclick: whole }),
        button({ words: "Leave it", kind: "plain", onclick: () => dialog.close() }))),
    status, told);
  root.append(el("div", { class: "still" }, small.image, small.waits), open, dialog);

  function begin() {
    showKeeping(status, "");
    large.show(data.whole_src, data.alt);
    stage.node.style.setProperty("--shape", String(data.width / data.height));
    dialog.showModal();
    chosen = shapes[0].ratio;
    stage.shape(null);
    const [left, top, width, height] = data.part ?? [0, 0, WHOLE, WHOLE];
    stage.put({ left, top, width, height });
    stage.hold.focus();
  }
  function shape(ratio) {
    chosen = ratio;
    stage.shape(ratio());
    tell();
  }
  function whole() {
    chosen = shapes[0].ratio;
    stage.shape(null);
    stage.put(ALL_OF_IT);
    tell();
  }
  function drawShapes() {
    for (const one of shapes) one.setAttribute("aria-pressed", String(one.ratio === chosen));
  }
  function tell() {
    const [left, top, width, height] = partOf(stage.frame).map((side) => Math.round(side / 10));
    told.textContent = `${width} by ${height} percent of the picture, ${left} percent from the left, `
      + `${top} from the top.`;
  }
  async function keepIt() {
    const part = partOf(stage.frame);
    const all = String(part) === String([0, 0, WHOLE, WHOLE]);
    if (String(all ? null : part) === String(data.part)) return dialog.close();
    try {
      const onState = (state) => showKeeping(status, state);
      const args = { still_id: data.still_id, part: all ? null : part };
      const kept = await keep("crop_still", args, { replaces: `crop ${data.still_id}`, onState });
      if (!kept) return; // a newer one took its place
      dialog.close();
      says("cropped", data.still_id);
    } catch (refusal) {
      showKeeping(status, "refused", { refused: refusal.message });
    }
  }
  return {
    update(next) {
      data = next;
      small.show(data.src, data.alt);
      small.image.classList.toggle("part", Boolean(data.part));
      open.setAttribute("aria-label", `Crop ${data.alt.replace(/^The/, "the")}`);
    },
    end() {
      small.end();
      large.end();
    },
  };
}

export default function (component) {
  return live(component, beginCrop);
}
