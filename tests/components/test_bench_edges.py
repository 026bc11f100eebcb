"""Edges and marks on the bench's timeline, by touch and keys, also while the film runs on."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from tests.components.axe import findings
from tests.components.band import (
    END_US,
    ENDS,
    box,
    cell,
    closest,
    frame_of_wheel,
    handle,
    middle,
    nearest,
    stays_on,
    wheel,
)
from tests.components.house import FRAMES, PAUSE, PEAKS
from tests.components.showing import READ_NUMBER, told
from tests.seen import FILM
from tests.waiting import wait_for


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


@pytest.mark.long
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


@pytest.mark.parametrize("edge", ["Start", pytest.param("End", marks=pytest.mark.long)])
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


# Presses each button once the film has run on by so many frames, as a frame is painted; tells that
# frame. All of it in the page: how long a busy machine takes to ask and answer changes nothing. A
# busy machine may have the next picture there before it tells of the last: such a frame passes by.
PRESS_WHILE_RUNNING = (
    "async (video, [presses, times]) => { const number = "
    + READ_NUMBER
    + """;
    const root = document.querySelector("#bench").shadowRoot;
    const runsOn = async (frames) => {
        const goal = number(video) + frames;
        for (;;) {
            if (video.ended) throw new Error("the film has come to its end");
            const us = await new Promise((painted) => video.requestVideoFrameCallback(
                (now, { mediaTime }) => painted(Math.round(mediaTime * 1e6))));
            const seen = number(video);
            if (seen >= goal && Math.abs(times[seen] - us) < 2) return seen;
        }
    };
    const pressed = [];
    for (const [frames, words] of presses) {
        const seen = await runsOn(frames);
        [...root.querySelectorAll("button")].find((one) => one.textContent === words).click();
        pressed.push(seen);
    }
    await runsOn(3);
    return pressed;
}"""
)


def press_while_running(page: Page, *presses: tuple[int, str]) -> list[int]:
    """Play slowly, press buttons as it runs; return the frames that were painted then."""
    page.keyboard.press("<")
    page.keyboard.press(" ")
    pressed: list[int] = page.locator(FILM).evaluate(PRESS_WHILE_RUNNING, [presses, FRAMES])
    return pressed


def runs_on(page: Page, frames: int) -> None:
    """See that the film goes on by so many frames."""
    goal = frame_of_wheel(page) + frames
    wait_for(lambda: frame_of_wheel(page) >= goal)
    assert not page.locator(FILM).evaluate("v => v.paused")


def test_start_and_end_mark_the_painted_frame_while_the_film_runs_on(page, bench, house, until):
    first, last = press_while_running(page, (10, "Start here"), (20, "End here"))
    until(lambda: house.acts("mark_clip"))
    assert house.acts("mark_clip") == [
        {"film_id": 7, "start_us": FRAMES[first], "end_us": FRAMES[last]}
    ]
    assert last - first >= 20


def test_the_last_five_seconds_while_the_film_runs_on(page, bench, house, until):
    wheel(page).press("End")
    for _ in range(3):
        wheel(page).press("PageDown")
    (last,) = press_while_running(page, (4, "The last 5 seconds"))
    until(lambda: house.acts("mark_clip"))
    (clip,) = house.acts("mark_clip")
    assert clip["end_us"] == FRAMES[last]
    assert clip["start_us"] == nearest(max(0, FRAMES[last] - 5_000_000))


def test_a_clip_is_picked_by_a_finger_while_the_band_runs_along(page, marked, fingers, until):
    marked((2, 140))
    closest(page, 10)
    page.get_by_role("button", name="Slower").tap()
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
