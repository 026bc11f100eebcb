"""The bench's timeline: by touch, keys and mouse, every place on it is a frame of the film."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.components.conftest import painted_number
from tests.components.house import FRAMES

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


def stays_on(page: Page, frame: int) -> None:
    """Wait until the bench says that it is on a frame, and see that this frame is painted."""
    expect(page.locator("video")).to_have_attribute("data-frame", str(frame))
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


def test_along_its_middle_the_wheel_goes_a_frame_each_few_pixels(page, bench, fingers):
    x, y = middle(wheel(page))
    turn(fingers, x, y, 80)
    expect(page.get_by_text("Frame by frame")).to_be_visible()
    stays_on(page, 10)
    fingers.lift()
    stays_on(page, 10)
    turn(fingers, x, y, -32)
    fingers.lift()
    stays_on(page, 6)


def test_further_from_its_middle_the_wheel_goes_further(page, bench, fingers):
    x, y = middle(wheel(page))
    gone = []
    for away in (0, 20, 60):
        page.get_by_role("slider", name="Place in the film").press("Home")
        stays_on(page, 0)
        fingers.put((x, y))
        fingers.move((x, y + away))
        fingers.move((x + 80, y + away))
        fingers.lift()
        gone.append(frame_of_wheel(page))
        stays_on(page, gone[-1])
    assert gone[0] == 10 < gone[1] < gone[2]


def test_a_finger_on_the_wheel_stops_the_film_where_it_is(page, bench, fingers):
    page.keyboard.press(" ")
    page.locator("video").evaluate("v => new Promise(go => v.addEventListener('timeupdate', go))")
    fingers.put(middle(wheel(page)))
    fingers.lift()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    stays_on(page, frame_of_wheel(page))


def test_the_wheel_never_turns_past_either_end(page, bench, fingers):
    x, y = middle(wheel(page))
    turn(fingers, x, y, -60)
    stays_on(page, 0)
    fingers.move((x - 50, y))  # and comes back from there at once
    fingers.lift()
    stays_on(page, 1)
    wheel(page).press("End")
    stays_on(page, 149)
    turn(fingers, x, y, 40)
    fingers.lift()
    stays_on(page, 149)


def test_the_wheel_is_a_slider_with_a_name_a_time_and_both_ends(page, bench):
    assert box(wheel(page))["height"] >= 48
    wheel(page).press("End")
    stays_on(page, 149)
    seconds, ms = divmod(round(FRAMES[149] / 1000), 1000)
    expect(wheel(page)).to_have_attribute("aria-valuetext", f"0:{seconds:02}.{ms:03}")
    wheel(page).press("Home")
    stays_on(page, 0)


@pytest.mark.parametrize(
    ("key", "frames", "seconds"),
    [
        ("ArrowRight", 1, 0),
        ("ArrowUp", 1, 0),
        ("ArrowLeft", -1, 0),
        ("ArrowDown", -1, 0),
        ("PageUp", 0, 1),
        ("PageDown", 0, -1),
        ("Shift+ArrowRight", 0, 1),
    ],
)
def test_the_wheel_by_keys(page, bench, key, frames, seconds):
    wheel(page).press("End")
    stays_on(page, 149)
    wheel(page).press("PageDown")
    wheel(page).press("PageDown")
    here = nearest(nearest(FRAMES[149] - 1_000_000) - 1_000_000)
    stays_on(page, FRAMES.index(here))
    wheel(page).press(key)
    to = (
        FRAMES.index(here) + frames if frames else FRAMES.index(nearest(here + seconds * 1_000_000))
    )
    stays_on(page, to)


def test_the_wheel_by_mouse(page, bench):
    x, y = middle(wheel(page))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 48, y, steps=12)
    page.mouse.up()
    stays_on(page, 6)
