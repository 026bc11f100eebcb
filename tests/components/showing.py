"""What the film on a part's page shows, and what the part has told."""

from typing import Any

from playwright.sync_api import Locator, Page

from tests.seen import FILM
from tests.waiting import wait_for

AT_REST_MS = 400

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
    number: int = page.locator(FILM).evaluate(READ_NUMBER)
    return number


def standing_number(page: Page) -> int:
    """Return the number on a picture that has come to rest: a machine may paint it late."""
    number: int = page.locator(FILM).evaluate(
        f"""video => new Promise(resolve => {{
            const read = {READ_NUMBER};
            let number = read(video), since = performance.now();
            const look = (now) => {{
                if (read(video) !== number || !video.paused || video.seeking)
                    [number, since] = [read(video), now];
                if (now - since > {AT_REST_MS}) resolve(number);
                else requestAnimationFrame(look);
            }};
            requestAnimationFrame(look);
        }})"""
    )
    return number


def film_reaches(page: Page, seconds: float) -> None:
    """Wait until the film that is playing has come so far."""
    page.locator(FILM).evaluate(
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


def note(of: Locator, attribute: str) -> None:
    """Have the page itself note what an attribute becomes: what passes quickly is not missed."""
    of.evaluate(
        """(node, name) => {
            window.noted = [];
            new MutationObserver(() => {
                const now = node.getAttribute(name);
                if (now !== noted.at(-1)) noted.push(now);
            }).observe(node, { attributeFilter: [name] });
        }""",
        attribute,
    )


def wait_until_noted(page: Page, *values: str) -> None:
    """Wait until what was noted of an attribute is this, from `note` on."""
    wait_for(
        lambda: page.evaluate("() => window.noted") == list(values),
        or_say=lambda: str(page.evaluate("() => window.noted")),
    )
