"""What two people at one tablet wait for: the next step, a clip, and words that are kept.

Of a hundred times, the one that is waited for longest but five. Anchors: a button of a bare
Streamlit app, and a link to a page that has the same file in a `<video>` and nothing else.
"""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from bench.chromium import chromium
from bench.film import make_film
from bench.practice import (
    add_consenting_family,
    bring_film,
    choose_clip,
    film_work_done,
    hand_over_at,
    new_practice,
)
from bench.row import Row, beside
from bench.rows.noticing import BARE
from bench.servers import running, signed_in, streamlit_run
from tests.browser import walk
from tests.browser.server import Server, free_port
from vigreview.process.shared_review import get_ready

LIMIT = 1.5
SLOWEST = 95
ROUNDS = 41
TYPED_MS = 500  # what is typed is kept so long after the last key, so that one word is one row
TABLET = {"width": 1180, "height": 820}

# From the tap to the frame in which all is drawn: other words than before in `where`.
DRAWN = """(where) => {
  const app = document.querySelector("[data-test-script-state]");
  const words = () => [...document.querySelectorAll(where)].map((one) => one.textContent).join();
  const before = words();
  const drawn = () => words() && words() !== before
    && app.dataset.testScriptState === "notRunning";
  window.took = new Promise((resolve) => addEventListener("click", (click) => {
    const look = () => drawn() ? resolve(performance.now() - click.timeStamp)
      : requestAnimationFrame(look);
    requestAnimationFrame(look);
  }, { capture: true, once: true }));
}"""
# From the tap to the first frame of a film that was not there before.
FIRST_FRAME = """() => {
  const find = (root) => root.querySelector("video")
    ?? [...root.querySelectorAll("*")].map((one) => one.shadowRoot && find(one.shadowRoot))
      .find(Boolean);
  window.took = new Promise((resolve) => addEventListener("click", (click) => {
    const look = () => {
      const video = find(document);
      if (!video) return requestAnimationFrame(look);
      video.requestVideoFrameCallback((now) => resolve(now - click.timeStamp));
    };
    look();
  }, { capture: true, once: true }));
}"""
# From the last key to the answer that says that the words are on the disk.
COMMITTED = """() => {
  const input = new Promise((resolve) => addEventListener(
    "input", (event) => resolve(event.timeStamp), { capture: true, once: true }));
  const answer = new Promise((resolve) => new PerformanceObserver((list, observer) => {
    const [act] = list.getEntriesByName(location.origin + "/acts");
    if (act) resolve(act.responseEnd), observer.disconnect();
  }).observe({ type: "resource" }));
  window.took = Promise.all([input, answer]).then(([typed, kept]) => kept - typed);
}"""


def measure(folder: Path) -> Iterator[Row]:
    home, script = folder / "vault", folder / "bare.py"
    script.write_text(BARE)
    clip_id = _ready_for_review(home)
    server = Server(home).start()
    against = partial(beside, limit=LIMIT, rounds=range(ROUNDS), of=SLOWEST)
    try:
        with chromium() as browser, streamlit_run(script) as bare_url:
            review, bare = Review(browser, server.url), Plain(browser, bare_url)
            yield against("tap to next step painted", review.step, bare.press)
            yield against("last key to committed row", review.type, bare.press)
            film = folder / "clip.mp4"
            film.write_bytes(_clip(server, clip_id))
            port = free_port()
            url = f"http://127.0.0.1:{port}"
            command = [sys.executable, "-m", "bench.plain_film", str(film), str(port)]
            with running(command, f"{url}/health", folder / "plain.log"):
                plain = Plain(browser, f"{url}/link")
                yield against("clip chosen to first frame", review.choose_clip, plain.show)
    finally:
        server.stop()


def _ready_for_review(home: Path) -> int:
    """Make a practice whose tablet lies between two people; return the one clip of the review."""
    practice = new_practice(home)
    film_id = bring_film(practice, add_consenting_family(practice), make_film(1))
    film_work_done(practice, film_id)
    clip_id = choose_clip(practice, film_id)
    sitting_id = get_ready(practice, film_id)
    film_work_done(practice, film_id)
    hand_over_at(practice, sitting_id, "since")
    practice.vault.lock()
    return clip_id


def _clip(server: Server, clip_id: int) -> bytes:
    """Return what is sent for a clip, by a second sign-in at the same tablet."""
    with signed_in(server.url) as client:
        answer = client.get(f"/clips/{clip_id}")
        assert answer.status_code == 200, answer.text
        return answer.content


def _tapped(page: Page, button: Locator, watch: str, where: str = "") -> float:
    """Tap; return the milliseconds until what is watched for has come."""
    page.evaluate(watch, where)
    button.tap()
    return float(page.evaluate("took"))


class Review:
    """A review on the tablet, at its first step."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._page = browser.new_context(viewport=TABLET, has_touch=True).new_page()
        walk.sign_in(self._page, url)
        self._on = self._page.locator(".st-key-turn-on button")
        self._back = self._page.locator(".st-key-turn-back button")
        self._towards = self._on
        expect(self._on).to_be_visible()
        walk.drawn(self._page)

    def step(self, number: int) -> float:
        """Turn to the next step; from the last one back, step by step, and so on."""
        if not self._towards.count():
            self._towards = self._on if self._towards is self._back else self._back
        return self._turn(self._towards)

    def type(self, number: int) -> float:
        """Type a letter; the half second until it is sent is not counted."""
        self._to(self._page.locator("textarea#words").first)
        self._page.evaluate("performance.clearResourceTimings()")
        self._page.evaluate(COMMITTED)
        self._page.locator("textarea#words").first.press_sequentially("a")
        return float(self._page.evaluate("took")) - TYPED_MS

    def choose_clip(self, number: int) -> float:
        """Turn to the step of the clip from the one before it."""
        self._to(self._page.locator("video"))
        self._turn(self._back)
        took = _tapped(self._page, self._on, FIRST_FRAME)
        walk.drawn(self._page)
        return took

    def _to(self, wanted: Locator) -> None:
        """Turn to the first step that has this, if this one does not."""
        if wanted.count():
            return
        while self._back.count():
            self._turn(self._back)
        while not wanted.count():
            self._turn(self._on)

    def _turn(self, button: Locator) -> float:
        took = _tapped(self._page, button, DRAWN, "header.ask h1")
        walk.drawn(self._page)
        return took


class Plain:
    """A page that has a button, and what it shows, and nothing else."""

    def __init__(self, browser: Browser, url: str) -> None:
        context = browser.new_context(viewport=TABLET, has_touch=True, bypass_csp=True)
        self._page = context.new_page()
        self._url = url
        self._page.goto(url)
        self._button = self._page.get_by_role("button", name="Keep")

    def press(self, number: int) -> float:
        took = _tapped(self._page, self._button, DRAWN, "p")
        walk.drawn(self._page)
        return took

    def show(self, number: int) -> float:
        """Follow a link to a page that has the film and nothing else."""
        self._page.goto(self._url)
        self._page.get_by_role("link").tap()
        self._page.wait_for_url("**/shown")
        return float(self._page.evaluate("took"))
