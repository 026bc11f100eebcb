"""*Cover the screen*, frame by frame: picture and sound are gone within 100 ms of the tap."""

import base64
import io
from collections.abc import Callable

import numpy as np
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.test_nothing_lost import to_the_clip
from tests.waiting import wait_for

AT_MOST_MS = 100
TRIES = 4
SHOWS = (
    12.0  # of 255: how far the picture's place is from the cover's, at the least, where it shows
)

# Notes when the finger came down, by the browser's clock, and what plays once the tap is handled.
NOTED = """video => {
  window.tap = {};
  const wall = (event) => performance.timeOrigin + event.timeStamp;
  addEventListener("pointerdown", (event) => (tap.down = wall(event)), { capture: true });
  addEventListener("click", () => (tap.silent = video.paused));
}"""


class Frames:
    """Every frame that Chromium paints meanwhile: (milliseconds since 1970, its pixels)."""

    def __init__(self, page: Page) -> None:
        self._cdp = page.context.new_cdp_session(page)
        self._cdp.on("Page.screencastFrame", self._took)
        self._sent: list[tuple[float, str]] = []

    def _took(self, frame) -> None:
        self._sent.append((1000 * frame["metadata"]["timestamp"], frame["data"]))
        self._cdp.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

    def __enter__(self) -> "Frames":
        self._cdp.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})
        return self

    def __exit__(self, *_: object) -> None:
        self._cdp.send("Page.stopScreencast")
        self._cdp.detach()

    def __len__(self) -> int:
        return len(self._sent)

    def show(self, place, covered: np.ndarray) -> list[tuple[float, bool]]:
        """When each frame was painted, and whether it shows more at a place than the cover."""
        return [
            (at, bool(np.abs(cut(pixels(data), place) - cut(covered, place)).mean() > SHOWS))
            for at, data in self._sent
        ]


def cut(picture: np.ndarray, box) -> np.ndarray:
    left, top, width, height = (int(box[side]) for side in ("x", "y", "width", "height"))
    return picture[top : top + height : 4, left : left + width : 4]


def pixels(png: str | bytes) -> np.ndarray:
    data = base64.b64decode(png) if isinstance(png, str) else png
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int)


def test_the_picture_is_gone_within_100_ms_of_the_tap_and_the_sound(tablet, reviewed):
    server, _ = reviewed
    to_the_clip(tablet, server.url)
    video = tablet.locator("video")
    video.evaluate(NOTED)
    late = []
    for _ in range(TRIES):
        late.append(milliseconds_late(tablet, video))
        if late[-1] <= 0:
            return
    raise AssertionError(f"the picture showed {late} ms too long")


def milliseconds_late(page: Page, video) -> float:
    """Cover the playing clip; return how much longer than allowed a frame showed its picture.

    A machine that is too busy to paint anything for 100 ms shows the last frame for longer, and
    nothing in a page can help it: what is asked then is that the first frame it does paint has
    no picture in it. A frame that was under way when the tap came may still be painted late
    there, so that the best of a few tries counts.
    """
    video.evaluate("video => { video.currentTime = 0; return video.play(); }")
    video.evaluate("video => new Promise((done) => video.requestVideoFrameCallback(done))")
    box = video.bounding_box()
    with Frames(page) as frames:
        wait_for_frames(page, frames, lambda: len(frames) > 3)
        page.get_by_role("button", name="Cover the screen").tap()
        expect(page.get_by_role("dialog", name="The screen is covered")).to_be_visible()
        covered = pixels(page.screenshot())
        wait_for_frames(page, frames, lambda: not frames.show(box, covered)[-1][1])
    tap = page.evaluate("tap")
    assert tap["silent"], "the clip still played when the tap had been handled"
    shows = frames.show(box, covered)
    assert [one for at, one in shows if at < tap["down"]][-1], "the clip was not to be seen before"
    page.get_by_role("button", name="Carry on").tap()
    expect(page.get_by_role("dialog")).to_have_count(0)
    return max([at - tap["down"] - AT_MOST_MS for at, one in shows if one], default=0)


def wait_for_frames(page: Page, frames: Frames, until: Callable[[], bool]) -> None:
    """Let frames be painted until that is so."""

    def painted() -> bool:
        page.evaluate("() => new Promise(requestAnimationFrame)")
        return len(frames) > 0 and until()

    wait_for(painted)
