"""Takes a picture of every screen, to be looked at: `python -m tests.browser.pictures FOLDER`.

Landscape and upright, light and dark. The vault is made for it and thrown away.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import LANDSCAPE, PORTRAIT, make_reviewed_vault
from tests.browser.server import Server
from tests.browser.tour import SIGNED_IN, sign_in_screens
from tests.chromium import ARGS, chromium_path
from vigreview.films.drawn import draw_demo_film

LOOKS = {
    "landscape-light": (LANDSCAPE, "light"),
    "upright-dark": (PORTRAIT, "dark"),
}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        film = Path(work) / "drawn.mp4"
        with film.open("w+b") as into:
            draw_demo_film(into)
        home, ids = make_reviewed_vault(Path(work) / "made", film.read_bytes())
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGS)
        for look, (size, scheme) in LOOKS.items():
            fresh = Server(Path(work) / f"fresh-{look}")
            fresh.home.mkdir()
            full = Server(Path(work) / f"full-{look}")
            shutil.copytree(home, full.home)
            context = browser.new_context(viewport=size, color_scheme=scheme, has_touch=True)
            page = context.new_page()
            page.set_default_timeout(30_000)
            for server, screens in ((fresh, first), (full, rest)):
                server.start()
                for name in screens(page, server.url, ids):
                    page.screenshot(path=folder / f"{look}-{name}.png")
                server.stop()
            context.close()
        browser.close()


def first(page: Page, url: str, ids: dict[str, int]) -> Iterator[str]:
    yield from sign_in_screens(page, url)


def rest(page: Page, url: str, ids: dict[str, int]) -> Iterator[str]:
    for screens in SIGNED_IN:
        yield from screens(page, url, ids)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
