"""A small house with the parts in it, and a browser on a tablet's screen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.waiting import wait_for

ROOT = Path(__file__).parents[2]
TABLET = {"width": 1180, "height": 820}

READ_NUMBER = """video => {
    const canvas = document.createElement("canvas");
    canvas.width = 320;
    canvas.height = 180;
    const pen = canvas.getContext("2d");
    pen.drawImage(video, 0, 0, 320, 180);
    let number = 0;
    for (let bit = 0; bit < 8; bit++) {
        const [red] = pen.getImageData(bit * 40 + 20, 170, 1, 1).data;
        if (red > 127) number |= 1 << bit;
    }
    return number;
}"""


def painted_number(page: Page) -> int:
    """Return the number that the picture shows, read from its pixels."""
    number: int = page.locator("video").evaluate(READ_NUMBER)
    return number


def film_reaches(page: Page, seconds: float) -> None:
    """Wait until the film that is playing has come so far."""
    page.locator("video").evaluate(
        """(video, seconds) => new Promise(resolve => {
            const look = () =>
                video.currentTime >= seconds ? resolve() : requestAnimationFrame(look);
            look();
        })""",
        seconds,
    )


def told(page: Page) -> list[Any]:
    """Return what the parts of a bare page have triggered so far, as (name, value)."""
    triggered: list[Any] = page.evaluate("() => window.told")
    return triggered


class House:
    """The running house, and what it remembers."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"

    def remembered(self) -> dict[str, Any]:
        """Return what the routes were told so far."""
        told: dict[str, Any] = httpx.get(f"{self.address}/test/remembered", timeout=30).json()
        return told

    def acts(self, verb: str) -> list[dict[str, Any]]:
        """Return the arguments of each act of that verb, in the order in which they came."""
        return [act["args"] for act in self.remembered()["acts"] if act["verb"] == verb]


@pytest.fixture(scope="session")
def running_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.components.house", str(tmp_path_factory.mktemp("house"))],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    yield House(int(server.stdout.readline()))
    server.terminate()
    server.wait(10)


@pytest.fixture
def house(running_house: House) -> House:
    httpx.post(f"{running_house.address}/test/forget", timeout=30)
    return running_house


@pytest.fixture(scope="session")
def tablet(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=TABLET, has_touch=True)
    context.set_default_timeout(30_000)
    yield context
    context.close()


@pytest.fixture
def page(tablet: BrowserContext) -> Iterator[Page]:
    page = tablet.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    page.close()
    assert broken == []


@pytest.fixture
def see(page: Page, house: House) -> Callable[..., Locator]:
    """Open parts by name on a bare page, without Streamlit; return the last one's root."""

    def open_parts(*parts: str, **query: str) -> Locator:
        asked = urlencode([("part", part) for part in parts] + list(query.items()))
        page.goto(f"{house.address}/test/bare?{asked}")
        root = page.locator(f"#{parts[-1]} .vig")
        expect(root).to_be_attached()
        return root

    return open_parts


@pytest.fixture
def see_in_streamlit(page: Page, house: House) -> Callable[..., Locator]:
    """Open a part by name as Streamlit shows it; return its root."""

    def open_part(part: str, **query: str) -> Locator:
        page.goto(f"{house.address}/?{urlencode({'part': part, **query})}")
        root = page.locator(f".st-key-{part} .vig")
        expect(root).to_be_attached()
        return root

    return open_part


@pytest.fixture
def until() -> Callable[[Callable[[], Any]], Any]:
    """Ask a question of the house again and again until its answer is true."""
    return wait_for
