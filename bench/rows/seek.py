"""A seek to a painted frame through the encrypted route, against the same file served plain.

The same bare page asks for both. Each seek goes where neither browser has been, so that it is
the server that answers and not what the browser holds already.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Page

from bench.chromium import chromium
from bench.film import LAP_SECONDS, make_film
from bench.practice import add_consenting_family, bring_film, film_work_done, new_practice
from bench.row import Row, beside
from bench.servers import running, signed_in
from tests.browser.server import Server, free_port
from vigreview.process.filming import pictures

LIMIT = 1.3
LAPS = 20  # 160 seconds, 200 MB
VISITS = 6  # how often each browser comes anew
SEEN_AHEAD_S = 2 * LAP_SECONDS  # what Chromium fetches ahead of a place is a little less
FRAME_S = 0.04

PAGE = '<video src="{film}" preload="auto" muted></video>'
AT_REST = """() => {
  const video = document.querySelector("video");
  return video.readyState >= video.HAVE_CURRENT_DATA && video.networkState === video.NETWORK_IDLE;
}"""
SEEK = """(to) => new Promise((resolve) => {
  const video = document.querySelector("video");
  const began = performance.now();
  const painted = (now, frame) => {
    if (Math.abs(frame.mediaTime - to) < 0.03) resolve(performance.now() - began);
    else video.requestVideoFrameCallback(painted);
  };
  video.requestVideoFrameCallback(painted);
  video.currentTime = to;
})"""

Place = tuple[int, float]  # the number of the visit, and seconds in the film


def measure(folder: Path) -> Iterator[Row]:
    """From setting `currentTime` to the frame that is painted."""
    home, film = folder / "vault", folder / "film.mp4"
    film.write_bytes(make_film(LAPS))
    practice = new_practice(home)
    film_id = bring_film(practice, add_consenting_family(practice), film.read_bytes())
    film_work_done(practice, film_id)
    playing = pictures(practice, film_id).playing
    assert playing == "original", "what is served plain is not what the app plays"
    practice.vault.lock()
    port = free_port()
    plain = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "bench.plain_film", str(film), str(port)]
    server = Server(home).start()
    try:
        with running(command, f"{plain}/health", folder / "plain.log"), chromium() as browser:
            ours = Watching(browser, server.url, f"/films/{film_id}/{playing}", _cookies(server))
            anchor = Watching(browser, plain, "/film", [])
            yield beside("seek to a painted frame", ours.seek, anchor.seek, LIMIT, _places())
    finally:
        server.stop()


def _cookies(server: Server) -> list[dict[str, str]]:
    with signed_in(server.url) as client:
        return [{"name": n, "value": v, "url": server.url} for n, v in client.cookies.items()]


def _places() -> list[Place]:
    """Return random places, in random order, far enough apart at each visit; never the start."""
    chance = np.random.default_rng(1)
    apart = range(SEEN_AHEAD_S, LAPS * LAP_SECONDS, SEEN_AHEAD_S)
    return [
        (visit, float(start + (chance.integers(1 / FRAME_S) + 0.5) * FRAME_S))
        for visit in range(VISITS)
        for start in chance.permutation(apart)
    ]


class Watching:
    """A page with a film and nothing else, in a browser that comes anew at each visit."""

    def __init__(
        self, browser: Browser, url: str, film: str, cookies: list[dict[str, str]]
    ) -> None:
        self._browser, self._url, self._film, self._cookies = browser, url, film, cookies
        self._visit = -1
        self._page: Page | None = None

    def seek(self, place: Place) -> float:
        """Seek, and return the milliseconds until the frame there is painted."""
        visit, to = place
        if visit != self._visit:
            self._come_anew(visit)
        assert self._page
        took = self._page.evaluate(SEEK, to)
        self._page.wait_for_function(AT_REST)  # so that nothing is sent while the other is measured
        return took

    def _come_anew(self, visit: int) -> None:
        if self._page:
            self._page.context.close()
        # The page lies on the server's own origin; the policy of its /health allows no film.
        context = self._browser.new_context(bypass_csp=True)
        context.add_cookies(self._cookies)
        self._page, self._visit = context.new_page(), visit
        self._page.goto(f"{self._url}/health")
        self._page.set_content(PAGE.format(film=self._film))
        self._page.wait_for_function(AT_REST)
