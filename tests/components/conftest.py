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

from tests.components.band import Fingers, stays_on
from tests.components.house import FRAMES
from tests.waiting import wait_for

ROOT = Path(__file__).parents[2]
TABLET = {"width": 1180, "height": 820}


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


@pytest.fixture
def fingers(page: Page) -> Iterator[Fingers]:
    cdp = page.context.new_cdp_session(page)
    yield Fingers(cdp)
    cdp.detach()


@pytest.fixture
def bench(page: Page, see: Callable[..., Locator]) -> Locator:
    root = see("bench")
    expect(root).to_have_attribute("data-ready", "")
    stays_on(page, 0)
    return root


@pytest.fixture
def marked(page: Page, house: House, see: Callable[..., Locator]) -> Callable[..., None]:
    """Open the bench with clips marked before, by first and last frame; select the first one."""

    def open_with(*spans: tuple[int, int]) -> None:
        for number, (first, last) in enumerate(spans):
            args = {"film_id": 7, "start_us": FRAMES[first], "end_us": FRAMES[last]}
            act = {"act": f"mark {number}", "verb": "mark_clip", "args": args}
            httpx.post(f"{house.address}/acts", json=act)
        expect(see("bench")).to_have_attribute("data-ready", "")
        stays_on(page, 0)
        page.get_by_role("button", name="Clip 1, from").tap()
        stays_on(page, spans[0][0])

    return open_with
