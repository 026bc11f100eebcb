"""The real bench with one film on it, in the real app, as the rows about it want it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from bench.chromium import chromium
from bench.practice import add_consenting_family, bring_film, film_work_done, new_practice
from tests.browser import walk
from tests.browser.server import Server
from tests.seen import FILM

LANDSCAPE = {"width": 1180, "height": 820}


@contextmanager
def bench_with(film: Path, home: Path) -> Iterator[Page]:
    """Bring a film, have all its work done, and open its bench; gives the page."""
    practice = new_practice(home)
    film_id = bring_film(practice, add_consenting_family(practice), film.read_bytes())
    film_work_done(practice, film_id)
    practice.vault.lock()
    server = Server(home).start()
    try:
        with chromium() as browser:
            page = browser.new_context(viewport=LANDSCAPE, has_touch=True).new_page()
            page.set_default_timeout(30_000)
            walk.sign_in(page, server.url)
            walk.screen(page, "Families")
            page.goto(f"{server.url}/clips?film={film_id}")
            walk.screen(page, "Clips of film 1")
            expect(page.locator(FILM)).to_have_attribute("data-frame", re.compile(r"\d+"))
            yield page
    finally:
        server.stop()


def goes_to(page: Page, frame: int) -> None:
    """Have the bench paint a frame, by the keys that go by a second and by a frame."""
    video, place = page.locator(FILM), page.get_by_label("Place in the film")
    place.press("Home")
    expect(place).to_have_attribute("aria-valuenow", "0")
    while (at := int(place.get_attribute("aria-valuenow") or 0)) != frame:
        key = "Shift+ArrowRight" if frame - at >= RATE else "ArrowRight"
        place.press(key)
        expect(place).not_to_have_attribute("aria-valuenow", str(at))
    expect(video).to_have_attribute("data-frame", str(frame))


RATE = 30  # frames a second of the films that these rows use
