"""The bench's timeline: by touch, keys and mouse, every place on it is a frame of the film."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.components.band import (
    END_US,
    ENDS,
    box,
    cell,
    closest,
    frame_of_wheel,
    middle,
    nearest,
    stays_on,
    turn,
    wheel,
)
from tests.components.house import FRAMES
from tests.seen import FILM


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
    page.locator(FILM).evaluate("v => new Promise(go => v.addEventListener('timeupdate', go))")
    fingers.put(middle(wheel(page)))
    fingers.lift()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    stays_on(page, frame_of_wheel(page))


@pytest.mark.long
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
        pytest.param("ArrowUp", 1, 0, marks=pytest.mark.long),
        pytest.param("ArrowLeft", -1, 0, marks=pytest.mark.long),
        pytest.param("ArrowDown", -1, 0, marks=pytest.mark.long),
        ("PageUp", 0, 1),
        pytest.param("PageDown", 0, -1, marks=pytest.mark.long),
        pytest.param("Shift+ArrowRight", 0, 1, marks=pytest.mark.long),
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


@pytest.mark.long
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


@pytest.mark.long
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


def test_the_timeline_and_the_wheel_by_letters(page: Page, bench):
    band = page.locator(".band")
    told = page.get_by_role("slider", name="Place in the film")
    wide = "band => getComputedStyle(band.nextElementSibling.querySelector('.window')).width"
    whole = band.evaluate(wide)
    page.keyboard.press("z")
    expect(page.get_by_role("button", name="Wider", exact=True)).to_be_enabled()
    closer = band.evaluate(wide)
    page.keyboard.press("x")
    assert (band.evaluate(wide), float(closer[:-2]) < float(whole[:-2])) == (whole, True)
    page.keyboard.press("g")
    expect(page.get_by_role("button", name="Closer", exact=True)).to_be_disabled()
    page.keyboard.press("t")
    assert band.evaluate(wide) == whole
    snapping = page.get_by_role("button", name="Snap to pauses")
    for on in ("true", "false"):
        page.keyboard.press("n")
        expect(snapping).to_have_attribute("aria-pressed", on)
    page.keyboard.press("w")
    expect(page.get_by_role("slider", name="Wheel, frame by frame")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(told).to_have_attribute("aria-valuenow", "1")


def test_a_pill_too_narrow_for_a_name_says_the_clip_s_number(page: Page, marked):
    marked((5, 15), (60, 130))
    pills = page.locator(".pill")
    expect(pills).to_have_text(["1", "Clip 2"])
    expect(pills.first).to_have_accessible_name(re.compile("^1: Clip 1, from"))
