"""The band of the bench under fingers and eyes: where its frames, handles and wheel are."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.components.house import FRAMES
from tests.components.showing import painted_number
from tests.seen import FILM

END_US = 6_150_000
ENDS = [*FRAMES[1:], END_US]


def nearest(us: float) -> int:
    """Return the frame time nearest to a time, both in µs."""
    return min(FRAMES, key=lambda at: abs(at - us))


class Fingers:
    """Real touches on the page, at places in its window."""

    def __init__(self, cdp: CDPSession) -> None:
        self.cdp = cdp

    def put(self, *places: tuple[float, float]) -> None:
        self._send("touchStart", places)

    def move(self, *places: tuple[float, float]) -> None:
        self._send("touchMove", places)

    def lift(self) -> None:
        self._send("touchEnd", ())

    def _send(self, kind: str, places: tuple[tuple[float, float], ...]) -> None:
        points = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(places)]
        self.cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def stays_on(page: Page, frame: int) -> None:
    """Wait until the bench says that it is on a frame, and see that this frame is painted."""
    expect(page.locator(FILM)).to_have_attribute("data-frame", str(frame))
    assert painted_number(page) == frame
    expect(wheel(page)).to_have_attribute("aria-valuenow", str(frame))


def wheel(page: Page) -> Locator:
    return page.get_by_role("slider", name="Wheel")


def box(of: Locator) -> dict[str, Any]:
    of.scroll_into_view_if_needed()
    found = of.bounding_box()
    assert found is not None
    return dict(found)


def middle(of: Locator) -> tuple[float, float]:
    at = box(of)
    return at["x"] + at["width"] / 2, at["y"] + at["height"] / 2


def frame_of_wheel(page: Page) -> int:
    return int(wheel(page).get_attribute("aria-valuenow") or -1)


def turn(fingers: Fingers, x: float, y: float, by: int) -> None:
    """Put a finger down and draw it sideways, a few pixels at a time."""
    fingers.put((x, y))
    for step in range(0, abs(by) + 1, 4):
        fingers.move((x + (step if by > 0 else -step), y))


def closest(page: Page, at: int) -> dict[str, Any]:
    """Go to a frame, and as close to it as can be; return the band's box."""
    wheel(page).press("Home")
    for _ in range(at):
        wheel(page).press("ArrowRight")
    stays_on(page, at)
    page.get_by_role("button", name="Single frames").tap()
    expect(page.get_by_role("button", name="Closer", exact=True)).to_be_disabled()
    return box(page.locator(".band"))


def cell(page: Page) -> dict[str, Any]:
    """Return the box of the place of the frame that is shown."""
    return box(page.locator(".cell"))


def handle(page: Page, edge: str) -> Locator:
    return page.get_by_role("slider", name=f"{edge} of the clip", exact=True)
