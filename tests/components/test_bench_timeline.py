"""The bench's timeline: by touch, keys and mouse, every place on it is a frame of the film."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import Any

import httpx
import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.components.axe import findings
from tests.components.conftest import READ_NUMBER, House, painted_number, told
from tests.components.house import FRAMES, PAUSE, PEAKS
from tests.waiting import wait_for

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


NUMBERS_IN_CELLS = """(band, cells) => {
    const canvas = band.querySelector("canvas");
    const pen = canvas.getContext("2d");
    const scale = canvas.width / canvas.clientWidth;
    const tall = Math.round(canvas.clientHeight * 0.64);
    return cells.map(([x, wide]) => {
        const w = Math.min(wide, tall * 320 / 180);
        const h = w * 180 / 320;
        const left = x + (wide - w) / 2;
        let number = 0;
        for (let bit = 0; bit < 8; bit++) {
            const at = (left + (bit + 0.5) / 8 * w) * scale;
            const down = (tall / 2 + h * (170 / 180 - 0.5)) * scale;
            if (pen.getImageData(at, down, 1, 1).data[0] > 127) number |= 1 << bit;
        }
        return number;
    });
}"""


def view(page: Page) -> tuple[float, float]:
    """Return the part of the film on the band, from and to, in µs."""
    window, whole = box(page.locator(".window")), box(page.locator(".whole"))
    from_us = (window["x"] - whole["x"]) / whole["width"] * END_US
    return from_us, from_us + window["width"] / whole["width"] * END_US


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


def test_at_its_closest_each_frame_has_a_place_of_its_own(page, bench):
    closest(page, 50)
    places = []
    for frame in range(50, 54):
        stays_on(page, frame)
        places.append(cell(page))
        wheel(page).press("ArrowRight")
    for place, after in pairwise(places):
        assert place["width"] > 48
        assert place["x"] + place["width"] == pytest.approx(after["x"], abs=2)
    widths = [place["width"] for place in places]
    spans = [ENDS[i] - FRAMES[i] for i in range(50, 54)]
    assert [wide / widths[0] for wide in widths] == pytest.approx(
        [span / spans[0] for span in spans], rel=0.03
    )  # a frame that stays for longer has more room


def test_a_tap_anywhere_in_a_frames_place_shows_that_frame(page, bench):
    band = closest(page, 50)
    place, y = cell(page), band["y"] + 20
    for x in (place["x"] + 3, place["x"] + place["width"] - 4):
        page.touchscreen.tap(place["x"] - 4, y)
        stays_on(page, 49)
        page.touchscreen.tap(x, y)
        stays_on(page, 50)


def test_at_its_closest_the_band_shows_the_frames_themselves(page, bench, until):
    band = closest(page, 50)
    x, us_px = cell(page)["x"] - band["x"], cell(page)["width"] / (ENDS[50] - FRAMES[50])
    places = {
        i: (x + (FRAMES[i] - FRAMES[50]) * us_px, (ENDS[i] - FRAMES[i]) * us_px) for i in range(150)
    }
    frames = [i for i, (left, wide) in places.items() if left >= 0 and left + wide <= band["width"]]
    assert len(frames) > 8
    cells = [places[i] for i in frames]
    until(lambda: page.locator(".band").evaluate(NUMBERS_IN_CELLS, cells) == frames)


def test_closer_and_wider_keep_the_frame_that_is_shown_where_it_is(page, bench):
    closest(page, 60)
    at = cell(page)["x"]
    page.get_by_role("button", name="Wider", exact=True).tap()
    page.get_by_role("button", name="Wider", exact=True).tap()
    assert box(page.locator(".head"))["x"] + 12 == pytest.approx(at, abs=2)
    page.get_by_role("button", name="Whole film").tap()
    assert view(page) == pytest.approx((0, END_US), abs=9_000)
    stays_on(page, 60)


def test_two_fingers_apart_come_closer_around_what_lies_between_them(page, bench, fingers):
    band = box(page.locator(".band"))
    y = band["y"] + 40
    x = band["x"] + band["width"] / 3
    fingers.put((x - 40, y))
    fingers.put((x - 40, y), (x + 40, y))
    for apart in range(40, 161, 20):
        fingers.move((x - apart, y), (x + apart, y))
    fingers.lift()
    from_us, to_us = view(page)
    assert to_us - from_us == pytest.approx(END_US / 4, rel=0.03)
    assert from_us + (to_us - from_us) / 3 == pytest.approx(END_US / 3, abs=30_000)
    stays_on(page, 0)  # a pinch is no place in the film


def test_two_fingers_side_by_side_draw_the_band_along(page, bench, fingers):
    closest(page, 20)
    from_us, to_us = view(page)
    band = box(page.locator(".band"))
    x, y = band["x"] + 500, band["y"] + 40
    fingers.put((x, y))
    fingers.put((x, y), (x + 80, y))
    for by in range(0, 201, 20):
        fingers.move((x - by, y), (x + 80 - by, y))
    fingers.lift()
    width = to_us - from_us
    expected = from_us + 200 / band["width"] * width
    assert view(page) == pytest.approx((expected, expected + width), abs=12_000)
    stays_on(page, 20)


def test_the_wheel_of_a_mouse_comes_closer_and_draws_along(page, bench):
    band = box(page.locator(".band"))
    page.mouse.move(band["x"] + band["width"] / 2, band["y"] + 40)
    page.keyboard.down("Control")
    for _ in range(5):
        page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    from_us, to_us = view(page)
    assert to_us - from_us == pytest.approx(END_US / 1.25**5, rel=0.03)
    assert (from_us + to_us) / 2 == pytest.approx(END_US / 2, abs=20_000)
    page.mouse.wheel(100, 0)
    assert view(page)[0] > from_us + 50_000


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


def handle(page: Page, edge: str) -> Locator:
    return page.get_by_role("slider", name=f"{edge} of the clip", exact=True)


def test_a_handle_drawn_by_a_finger_paints_each_frame_it_comes_to(
    page, marked, fingers, house, until
):
    marked((30, 60))
    x, y = middle(handle(page, "Start"))
    px = box(page.locator(".band"))["width"] / END_US
    fingers.put((x, y))
    stays_on(page, 30)  # where the edge is, however far beside it the finger lies
    for frame in (34, 40, 25, 12):
        fingers.move((x + (FRAMES[frame] - FRAMES[30]) * px, y))
        stays_on(page, frame)
        expect(handle(page, "Start")).to_have_attribute("aria-valuenow", str(frame))
    assert house.acts("move_clip") == []
    fingers.lift()
    until(lambda: house.acts("move_clip"))
    assert house.acts("move_clip") == [{"clip_id": 1, "start_us": FRAMES[12], "end_us": FRAMES[60]}]


def test_a_finger_that_only_touches_a_handle_moves_nothing(page, marked, fingers, house):
    marked((30, 60))
    for edge, frame in (("Start", 30), ("End", 60)):
        fingers.put(middle(handle(page, edge)))
        stays_on(page, frame)
        fingers.lift()
        expect(handle(page, edge)).to_have_attribute("aria-valuenow", str(frame))
    assert house.acts("move_clip") == []


def test_a_handle_never_passes_the_other(page, marked, fingers, house, until):
    marked((30, 60))
    x, y = middle(handle(page, "End"))
    fingers.put((x, y))
    fingers.move((x - 400, y))
    stays_on(page, 31)
    fingers.lift()
    until(lambda: house.acts("move_clip"))
    assert house.acts("move_clip")[-1]["end_us"] == FRAMES[31]


def test_a_handle_goes_by_single_frames_at_the_closest(page, marked, fingers, house, until):
    marked((30, 60))
    closest(page, 60)
    x, y = middle(handle(page, "End"))
    wide = cell(page)["width"] / (ENDS[60] - FRAMES[60])
    fingers.put((x, y))
    fingers.move((x - (ENDS[60] - ENDS[58]) * wide, y))
    stays_on(page, 58)
    fingers.lift()
    until(lambda: house.acts("move_clip"))
    assert house.acts("move_clip")[-1]["end_us"] == FRAMES[58]


PAUSE_FROM, PAUSE_TO = (END_US * part / PEAKS for part in PAUSE)
SNAPS_TO = {
    "Start": max((PAUSE_FROM + PAUSE_TO) / 2, PAUSE_TO - 100_000),
    "End": min((PAUSE_FROM + PAUSE_TO) / 2, PAUSE_FROM + 100_000),
}


@pytest.mark.parametrize("edge", ["Start", "End"])
def test_an_edge_snaps_to_a_pause_only_close_by_and_only_if_wanted(
    page, marked, fingers, house, until, edge
):
    first, last = (30, 130) if edge == "Start" else (5, 80)
    marked((first, last))
    pause = FRAMES.index(nearest(SNAPS_TO[edge]))
    toggle = page.get_by_role("button", name="Snap to pauses")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    x, y = middle(handle(page, edge))
    band = box(page.locator(".band"))
    times, at = (FRAMES, first) if edge == "Start" else (ENDS, last)

    def drawn_to(frame: int) -> tuple[float, float]:
        return x + (times[frame] - times[at]) / END_US * band["width"], y

    fingers.put((x, y))
    fingers.move(drawn_to(pause + 1))
    stays_on(page, pause + 1)
    fingers.move((x, y))
    fingers.lift()
    toggle.tap()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    fingers.put((x, y))
    fingers.move(drawn_to(pause + 1))
    stays_on(page, pause)
    expect(page.locator(".snap")).to_be_visible()
    fingers.move(drawn_to(pause + 6))
    stays_on(page, pause + 6)
    expect(page.locator(".snap")).to_be_hidden()
    fingers.move(drawn_to(pause - 1))
    stays_on(page, pause)
    fingers.lift()
    expect(page.locator(".snap")).to_be_hidden()
    until(lambda: house.acts("move_clip"))
    moved = house.acts("move_clip")[-1]
    assert moved["start_us" if edge == "Start" else "end_us"] == FRAMES[pause]


def test_an_edge_goes_to_the_next_pause_by_keys(page, marked, house):
    marked((5, 130))
    handle(page, "Start").press("PageUp")
    stays_on(page, FRAMES.index(nearest(FRAMES[5] + 1_000_000)))
    handle(page, "Start").press("PageDown")
    stays_on(page, 5)
    page.get_by_role("button", name="Snap to pauses").press("Enter")
    handle(page, "End").press("PageDown")
    stays_on(page, FRAMES.index(nearest(SNAPS_TO["End"])))
    handle(page, "Start").press("PageUp")  # which is beyond the end now
    expect(page.get_by_text("A clip starts before it ends.")).to_be_visible()
    assert house.acts("move_clip")[-1]["start_us"] == FRAMES[5]


PRESS_AND_READ = (
    """(video, name) => new Promise(tell => video.requestVideoFrameCallback(() => {
        const buttons = document.querySelector("#bench").shadowRoot.querySelectorAll("button");
        [...buttons].find(button => button.textContent === name).click();
        tell(("""
    + READ_NUMBER
    + ")(video)); }))"
)


def press_while_running(page: Page, name: str) -> int:
    """Press a button as a frame is painted, with the film running; return that frame."""
    video = page.locator("video")
    number: int = video.evaluate(PRESS_AND_READ, name)
    assert not video.evaluate("v => v.paused")
    return number


def runs_on(page: Page, frames: int) -> None:
    """See that the film goes on by so many frames."""
    goal = frame_of_wheel(page) + frames
    wait_for(lambda: frame_of_wheel(page) >= goal)
    assert not page.locator("video").evaluate("v => v.paused")


def test_start_and_end_mark_the_painted_frame_while_the_film_runs_on(page, bench, house, until):
    page.keyboard.press(" ")
    runs_on(page, 10)
    first = press_while_running(page, "Start here")
    runs_on(page, 20)
    last = press_while_running(page, "End here")
    until(lambda: house.acts("mark_clip"))
    assert house.acts("mark_clip") == [
        {"film_id": 7, "start_us": FRAMES[first], "end_us": FRAMES[last]}
    ]
    assert last - first >= 20
    runs_on(page, 10)


def test_the_last_five_seconds_while_the_film_runs_on(page, bench, house, until):
    wheel(page).press("End")
    wheel(page).press("PageDown")
    page.keyboard.press(" ")
    runs_on(page, 4)
    last = press_while_running(page, "The last 5 seconds")
    runs_on(page, 3)
    until(lambda: house.acts("mark_clip"))
    (clip,) = house.acts("mark_clip")
    assert clip["end_us"] == FRAMES[last]
    assert clip["start_us"] == nearest(max(0, FRAMES[last] - 5_000_000))


def test_a_clip_is_picked_by_a_finger_while_the_band_runs_along(page, marked, fingers, until):
    marked((2, 140))
    closest(page, 10)
    page.get_by_role("button", name="Play", exact=True).tap()
    runs_on(page, 5)
    pill = page.get_by_role("button", name="Clip 1, from")
    fingers.put(middle(pill))
    runs_on(page, 5)  # the pill is drawn anew meanwhile, and stays the same one
    fingers.lift()
    until(lambda: told(page).count(["selected", 1]) == 2)


def test_clips_over_one_another_lie_in_lanes_and_none_covers_another(page, marked):
    marked((10, 60), (20, 40), (30, 90), (35, 38), (61, 120))
    pills = page.locator(".pill")
    expect(pills).to_have_count(5)
    boxes = [pill.bounding_box() for pill in pills.all()]
    for one, other in combinations(boxes, 2):
        beside = (
            one["x"] + one["width"] <= other["x"] + 0.5
            or other["x"] + other["width"] <= one["x"] + 0.5
        )
        above = one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
        assert beside or above
    assert all(box["height"] >= 48 and box["width"] >= 48 for box in boxes)
    for number in range(1, 6):
        pill = page.get_by_role("button", name=f"Clip {number}, from")
        pill.tap()
        expect(pill).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    ("scheme", "upright"),
    [
        ("dark", True),
        pytest.param("light", True, marks=pytest.mark.long),
        pytest.param("light", False, marks=pytest.mark.long),
        pytest.param("dark", False, marks=pytest.mark.long),
    ],
)
def test_every_target_is_large_and_axe_finds_nothing(page, marked, scheme, upright):
    page.emulate_media(color_scheme=scheme)
    if upright:
        page.set_viewport_size({"width": 820, "height": 1180})
    marked((20, 60), (30, 80))
    page.get_by_role("button", name="Snap to pauses").tap()
    for close in (False, True):
        if close:
            page.get_by_role("button", name="Single frames").tap()
        assert findings(page) == []
        targets = page.locator(".timeline button, .timeline [role=slider], .whole")
        for target in targets.filter(visible=True).all():
            size = target.bounding_box()
            assert size["height"] >= 48
            assert size["width"] >= 48
