"""A step of one frame forward and back, from the key press to the painted frame: the slowest of 20.

Ours is the bench with a film whose key frames are far apart, on its scrub copy. Anchor: the same
film with nothing but key frames, plain, in a page that has a `<video>` and these two keys.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from playwright.sync_api import Page

from bench import phone
from bench.on_the_bench import RATE, bench_with, goes_to
from bench.row import Row
from bench.servers import running
from tests.browser.server import free_port

LIMIT = 1.5
SLOWEST = 95  # of a hundred steps, the one that is waited for longest but five
FILM_SECONDS = 20
STEPS = 25  # in one direction before the other, about as long as between two key frames
ROUNDS = 6  # of which the first warms up

PLAIN = """<video src="/film" preload="auto" muted></video><script>
  const video = document.querySelector("video");
  let frame = 0;
  window.goTo = (wanted) => { frame = wanted; video.currentTime = (frame + 0.5) / RATE; };
  addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") goTo(frame + 1);
    if (event.key === "ArrowLeft") goTo(frame - 1);
  });
</script>"""
# Notes how long each step took; in both pages the same. A frame is painted when the film that is
# seen says so, or, where another film was laid on top of it, in the page's next frame but one.
NOTED = """() => {
  const roots = [document, ...[...document.querySelectorAll("*")].map((one) => one.shadowRoot)];
  const films = () => roots.flatMap((root) => [...(root?.querySelectorAll("video") ?? [])]);
  const seen = () => films().find((one) => !one.ariaHidden);
  const followed = new WeakSet();
  let pressed = null;
  window.took = [];
  const painted = () => {
    if (pressed !== null) took.push(performance.now() - pressed.at);
    pressed = null;
  };
  const look = () => {
    for (const film of films().filter((one) => !followed.has(one))) {
      followed.add(film);
      const told = () => {
        if (film === pressed?.film && film === seen()) painted();
        film.requestVideoFrameCallback(told);
      };
      film.requestVideoFrameCallback(told);
    }
    if (pressed?.other) painted();
    else if (pressed && pressed.film !== seen()) pressed.other = true;
    requestAnimationFrame(look);
  };
  look();
  addEventListener("keydown", () => (pressed = { at: performance.now(), film: seen() }), true);
}"""
AT_REST = """() => {
  const video = document.querySelector("video");
  return video.readyState >= video.HAVE_CURRENT_DATA && video.networkState === video.NETWORK_IDLE;
}"""


def measure(folder: Path) -> Iterator[Row]:
    film, plain = phone.FAR_APART.film(folder.parent, FILM_SECONDS), folder / "plain.mp4"
    only_keys = ("-c:v", "libx264", "-preset", "superfast", "-crf", "22", "-g", "1", "-c:a", "copy")
    phone.ffmpeg("-i", str(film), *only_keys, str(plain))
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "bench.plain_film", str(plain), str(port)]
    with (
        bench_with(film, folder / "vault") as ours,
        running(command, f"{url}/health", folder / "plain.log"),
    ):
        assert ours.context.browser
        anchor = ours.context.browser.new_context(bypass_csp=True).new_page()
        anchor.goto(f"{url}/health")
        anchor.set_content(PLAIN.replace("RATE", str(RATE)))
        anchor.wait_for_function(AT_REST)
        for page in (ours, anchor):
            page.evaluate(NOTED)
        forward, back = [], []
        for number in range(ROUNDS):
            start = 60 + 37 * number
            goes_to(ours, start)
            anchor.evaluate("(frame) => goTo(frame)", start)
            anchor.wait_for_function("() => !document.querySelector('video').seeking")
            for found, key in ((forward, "ArrowRight"), (back, "ArrowLeft")):
                found.append([stepped(page, key) for page in (ours, anchor)])
    for found, way in ((forward, "forward"), (back, "back")):
        mine, others = (np.percentile([one[i] for one in found[1:]], SLOWEST) for i in (0, 1))
        yield Row(f"one frame {way}, 95 of 100 steps", float(mine), float(others), "ms", LIMIT)


def stepped(page: Page, key: str) -> list[float]:
    """Step so many frames, each once the one before is painted; give the milliseconds of each."""
    page.evaluate("() => { took.length = 0; }")
    for number in range(1, STEPS + 1):
        page.keyboard.press(key)
        page.wait_for_function("(steps) => took.length === steps", arg=number)
    return list(page.evaluate("() => took"))
