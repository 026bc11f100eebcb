// Moments that were pinned to the picture: a soft ring where the frame is stood on, and the tap
// that pins one. `hears` tells where the clip stands, stops it, and keeps a new pin.

const SAME_FRAME_US = 2_000; // less than any frame lasts
const RING_STEP = 25; // thousandths of the picture, for one press of an arrow
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** What has the focus, however deep in parts it lies. */
function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

function makePins(picture, closer, hears) {
  let moments = [];
  let words = {};
  let pinning = null; // the noticing that is being shown
  let place = { x: 500, y: 500 };
  let from = null; // what had the focus before: it gets it back
  const rings = el("div", { class: "rings" });
  const ask = el("p", { class: "ask" });
  const ring = el("button", { type: "button", class: "ring held", onkeydown: moveRing, onclick: pinThere });
  const here = button({ kind: "main", onclick: pinThere });
  const notNow = button({ onclick: stop });
  const layer = el("div", { class: "pinning", hidden: true }, ask, ring,
    el("div", { class: "acts" }, here, notNow));
  layer.addEventListener("click", (event) => {
    if (event.target.closest("button")) return;
    place = closer.partOf(event);
    pinThere();
  });
  layer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation(); // a clip that fills the screen goes on doing so
    stop();
  });
  picture.append(rings, layer);

  function moveRing(event) {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    const within = (part) => Math.min(1000, Math.max(0, part));
    place = { x: within(place.x + step[0] * RING_STEP), y: within(place.y + step[1] * RING_STEP) };
    draw();
  }
  function putAt(node, part) {
    const { left, top } = closer.seenAt(part);
    Object.assign(node.style, { left: `${left}px`, top: `${top}px` });
  }
  function pinThere() {
    const pinned = { noticing_id: pinning, into_us: hears.at(), ...place };
    moments = [...moments.filter((one) => one.noticing_id !== pinning), pinned];
    hears.pin(pinned);
    stop();
  }
  function stop() {
    pinning = null;
    const held = layer.contains(layer.getRootNode().activeElement);
    layer.hidden = true;
    picture.classList.remove("asked");
    draw();
    if (held) from?.focus({ preventScroll: true });
  }
  function draw() {
    putAt(ring, place);
    const there = pinning === null && hears.stands()
      ? moments.filter((one) => Math.abs(one.into_us - hears.at()) < SAME_FRAME_US) : [];
    rings.replaceChildren(...there.map((one) => {
      const node = el("span", { class: "ring", role: "img", "aria-label": spoken(words.ring) });
      putAt(node, one);
      return node;
    }));
  }
  return {
    draw,
    begin(noticing) {
      pinning = noticing;
      place = { x: 500, y: 500 };
      from = focused();
      layer.hidden = false;
      picture.classList.add("asked");
      draw();
      ring.focus({ preventScroll: true });
    },
    find: (noticing) => moments.find((one) => one.noticing_id === noticing),
    active: () => pinning !== null,
    update(now) {
      words = {
        ask: now.words["pin-ask"], here: now.words["pin-here"], not: now.words["pin-not"],
        ring: now.words.ring,
      };
      moments = now.moments ?? [];
      put(ask, words.ask);
      ring.setAttribute("aria-label", spoken(now.words["pin-ring"]));
      setButton(here, { words: words.here });
      setButton(notNow, { words: words.not });
      draw();
    },
  };
}
