// The clips in the order for the review: dragged by a finger or a mouse, moved by keys or buttons.
// A row that moves stays where it is in the page and the others go round it: so it keeps the
// finger that holds it, and the focus.

const seconds = (us) => `${(us / 1e6).toFixed(1)} s`;

function lasting(us) {
  const whole = Math.round(us / 1e6);
  const minutes = Math.floor(whole / 60);
  return minutes ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}

function beginOrder(root, says) {
  let data = { clips: [] };
  let sent = 0; // orders that are on their way
  let held = null; // the row under a finger, and the order before it was taken up
  const list = el("ol", { class: "order" });
  const running = el("p", { class: "quiet running" });
  const status = el("p", { class: "keeping", role: "status" });
  const told = el("p", { class: "aside", role: "status" });
  root.append(list, running, status, told);

  const rows = () => [...list.children];
  const ids = () => rows().map((row) => row.clip.id);

  /** Let the row next to this one in that direction go round it; false at the end of the list. */
  function pass(row, by) {
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return false;
    list.insertBefore(other, by < 0 ? row.nextElementSibling : row);
    number();
    return true;
  }
  function moveBy(row, by) {
    if (!pass(row, by)) return;
    const at = rows().indexOf(row) + 1;
    told.textContent = `${row.clip.name} is now ${at} of ${rows().length}.`;
    keepOrder();
  }
  async function keepOrder() {
    const order = ids();
    sent++;
    try {
      const how = { replaces: `order ${data.film_id}`, onState: (state) => showKeeping(status, state) };
      const result = await keep("put_in_order", { film_id: data.film_id, order }, how);
      if (result) says("ordered", order);
    } catch (refusal) {
      showKeeping(status, "refused", { refused: refusal.message });
      putIn(data.clips.map((clip) => clip.id));
    } finally {
      sent--;
    }
  }
  function putIn(order) {
    const known = new Map(rows().map((row) => [row.clip.id, row]));
    list.append(...order.map((id) => known.get(id)).filter(Boolean));
    number();
  }
  function number() {
    const all = rows();
    all.forEach((row, at) => {
      row.number.textContent = `${at + 1}.`;
      // Not `disabled`: that would take the focus from who moves a clip by keys.
      row.up.setAttribute("aria-disabled", String(at === 0));
      row.down.setAttribute("aria-disabled", String(at === all.length - 1));
    });
  }

  function takeUp(row, event) {
    if (held || event.button) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    held = { row, before: ids() };
    row.classList.add("held");
  }
  function carry(event) {
    if (!held) return;
    const middle = (other) => {
      const { top, height } = other.getBoundingClientRect();
      return top + height / 2;
    };
    const { row } = held;
    const [over, under] = [row.previousElementSibling, row.nextElementSibling];
    if (over && event.clientY < middle(over)) pass(row, -1);
    else if (under && event.clientY > middle(under)) pass(row, +1);
  }
  function putDown(stays) {
    if (!held) return;
    const { row, before } = held;
    held = null;
    row.classList.remove("held");
    if (!stays) putIn(before);
    else if (String(before) !== String(ids())) keepOrder();
    draw();
  }

  function makeRow() {
    const row = el("li", {});
    const name = el("span", { class: "name" });
    const facts = el("span", { class: "quiet" });
    row.number = el("span", { class: "number" });
    const handle = button({ sign: "grip", kind: "plain handle",
      onpointerdown: (event) => takeUp(row, event), onpointermove: carry,
      onpointerup: () => putDown(true), onpointercancel: () => putDown(false) });
    handle.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      event.stopPropagation();
      moveBy(row, by);
    });
    const show = button({ words: "Show", onclick: () => says("selected", row.clip.id) });
    row.up = button({ sign: "up", onclick: () => moveBy(row, -1) });
    row.down = button({ sign: "down", onclick: () => moveBy(row, +1) });
    row.append(handle, row.number, el("span", { class: "words" }, name, facts), show, row.up, row.down);
    row.draw = (clip, selected) => {
      row.clip = clip;
      name.textContent = clip.name;
      facts.textContent = `${seconds(clip.length_us)} · ${clip.chosen ? "chosen" : "perhaps"}`;
      row.classList.toggle("chosen", clip.chosen);
      show.setAttribute("aria-pressed", String(selected));
      show.setAttribute("aria-label", `Show ${clip.name}`);
      handle.setAttribute("aria-label", `Move ${clip.name}: drag, or use the arrow keys`);
      row.up.setAttribute("aria-label", `${clip.name} earlier`);
      row.down.setAttribute("aria-label", `${clip.name} later`);
    };
    return row;
  }

  function draw() {
    if (held) return; // what a finger holds is not taken from under it
    const known = new Map(rows().map((row) => [row.clip.id, row]));
    const there = data.clips.map((clip) => {
      const row = known.get(clip.id) ?? makeRow();
      row.draw(clip, clip.id === data.selected);
      return row;
    });
    const same = new Set(there).size === known.size && there.every((row) => row.isConnected);
    const ordered = String(data.clips.map((clip) => clip.id)) === String(ids());
    if (!same || (!sent && !ordered)) list.replaceChildren(...there);
    number();
    const chosen = data.clips.filter((clip) => clip.chosen);
    const all = chosen.reduce((sum, clip) => sum + clip.length_us, 0);
    running.textContent = chosen.length ? `Chosen: ${chosen.length}, ${lasting(all)} of film.` : "";
  }
  return {
    update(next) {
      data = next;
      draw();
    },
  };
}

export default function (component) {
  return live(component, beginOrder);
}
