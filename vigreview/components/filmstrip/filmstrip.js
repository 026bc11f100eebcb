// A film looked through in small pictures. They come one after another while it is made ready.

const GAP = 2; // CSS pixels between pictures of the band

function timeWords(us) {
  const seconds = Math.round(us / 1e6);
  const minutes = Math.floor(seconds / 60);
  return minutes ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

function beginFilmstrip(root) {
  let data = null;
  let picture = null; // the newest sheet that has been loaded
  let made = 0; // how many of its tiles are there
  let at = 0; // the tile that is looked at
  const large = el("canvas", { class: "large", "aria-hidden": "true" });
  const time = el("p", { class: "time" });
  const hint = el("p", { class: "quiet" });
  const band = el("canvas", {
    class: "band", tabindex: "0", role: "slider", "aria-label": "Look through the film",
  });
  const view = el("div", { class: "view" }, large, el("div", { class: "words" }, time, hint));
  const whole = el("div", { class: "strip", hidden: true }, view, band);
  root.append(whole);

  const count = () => data.times_us.length;
  const last = () => Math.max(0, made - 1);

  /** Draw tile `number` of the sheet into a pen's box. */
  function tile(pen, number, x, y, wide, tall) {
    const { columns, tile_width, tile_height } = data;
    const left = (number % columns) * tile_width;
    const top = Math.floor(number / columns) * tile_height;
    pen.drawImage(picture, left, top, tile_width, tile_height, x, y, wide, tall);
  }

  function penFor(canvas) {
    const scale = devicePixelRatio || 1;
    canvas.width = Math.round(canvas.clientWidth * scale);
    canvas.height = Math.round(canvas.clientHeight * scale);
    const pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    pen.imageSmoothingQuality = "high";
    return pen;
  }

  function draw() {
    whole.hidden = !picture;
    if (!picture || !band.clientWidth) return;
    at = Math.min(at, last());
    large.style.aspectRatio = `${data.tile_width} / ${data.tile_height}`;
    tile(penFor(large), at, 0, 0, large.clientWidth, large.clientHeight);
    drawBand();
    time.textContent = timeWords(data.times_us[at]);
    hint.textContent = made < count() ? "More of it comes as it is read." : "All of it is here to look through.";
    band.setAttribute("aria-valuemin", 0);
    band.setAttribute("aria-valuemax", last());
    band.setAttribute("aria-valuenow", at);
    band.setAttribute("aria-valuetext", time.textContent);
    band.dataset.made = made;
  }

  function drawBand() {
    const pen = penFor(band);
    const wide = band.clientWidth;
    const tall = band.clientHeight;
    const slots = Math.max(1, Math.round(wide / ((data.tile_width / data.tile_height) * tall)));
    const slot = wide / Math.min(slots, count());
    const look = getComputedStyle(band);
    pen.fillStyle = look.borderColor;
    for (let number = 0; number * slot < wide - 1; number += 1) {
      const shown = Math.min(count() - 1, Math.floor(((number + 0.5) * slot * count()) / wide));
      if (shown < made) tile(pen, shown, number * slot, 0, slot - GAP, tall);
      else pen.fillRect(number * slot, 0, slot - GAP, tall);
    }
    pen.strokeStyle = look.color;
    pen.lineWidth = 3;
    const middle = ((at + 0.5) * wide) / count();
    pen.beginPath();
    pen.moveTo(middle, 0);
    pen.lineTo(middle, tall);
    pen.stroke();
  }

  function lookAt(number) {
    at = Math.min(last(), Math.max(0, number));
    draw();
  }

  const follow = (event) => {
    const box = band.getBoundingClientRect();
    lookAt(Math.floor(((event.clientX - box.left) / box.width) * count()));
  };
  band.addEventListener("pointerdown", (event) => {
    band.setPointerCapture(event.pointerId);
    follow(event);
  });
  band.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" || event.buttons) follow(event);
  });
  band.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageDown: 10, PageUp: -10,
      Home: -count(), End: count() }[event.key];
    if (!step) return;
    event.preventDefault();
    lookAt(at + step);
  });
  const sizes = new ResizeObserver(draw);
  sizes.observe(root);

  async function load() {
    const wanted = data.made;
    const next = new Image();
    next.src = `${data.src}?made=${wanted}`;
    try {
      await next.decode();
    } catch {
      return; // it was being replaced by a longer one: the next run asks again
    }
    if (wanted < made) return;
    picture = next;
    made = wanted;
    draw();
  }

  return {
    update(now) {
      const other = data?.film_id !== now.film_id;
      data = now;
      if (other) [picture, made, at] = [null, 0, 0];
      if (now.made > made) load();
    },
    end() {
      sizes.disconnect();
    },
  };
}

export default function (component) {
  return live(component, beginFilmstrip);
}
