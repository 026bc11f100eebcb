"""The bench's player: speeds, J K L, parts of the clip; and how the picture is seen."""

import time
from itertools import count

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.components.axe import findings
from tests.components.house import FRAMES
from tests.components.showing import film_reaches, painted_number
from tests.components.test_bench import at, bench, mark
from tests.seen import FILM

__all__ = ["bench"]

SEEN = """video => {
    const { a, d } = new DOMMatrix(getComputedStyle(video.parentNode).transform);
    return [Math.round(a * 100) / 100, Math.round(d * 100) / 100];
}"""
MIDDLE = """video => {
    const seen = video.getBoundingClientRect();
    const frame = video.closest('.picture').getBoundingClientRect();
    return [seen, frame].map(box => [box.x + box.width / 2, box.y + box.height / 2]);
}"""


def seen(page: Page) -> list[float]:
    """How large the picture is seen across (below 0: mirrored) and down."""
    found: list[float] = page.locator(FILM).evaluate(SEEN)
    return found


def moved(page: Page) -> tuple[float, float]:
    """How far the picture's middle lies from the middle of its frame, in px."""
    (x, y), (frame_x, frame_y) = page.locator(FILM).evaluate(MIDDLE)
    return round(x - frame_x), round(y - frame_y)


def speed(page: Page) -> float:
    found: float = page.locator(FILM).evaluate("v => v.playbackRate")
    return found


def place(page: Page, across: float, down: float) -> tuple[float, float]:
    box = page.locator(".picture").bounding_box()
    assert box is not None
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down


def more(page: Page) -> None:
    page.get_by_role("button", name="More", exact=True).tap()


@pytest.fixture
def fingers(page: Page):
    """Fingers on the screen: a list of places at a time; an empty one lifts them all.

    Each touch says when it happened, 50 ms after the one before: however late it is heard of.
    """
    line: CDPSession = page.context.new_cdp_session(page)
    at = count(time.time(), 0.05)

    def touch(*path: list[tuple[float, float]]) -> None:
        for step, places in enumerate([*path, []]):
            points = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(places)]
            kind = "touchEnd" if not places else "touchMove" if step else "touchStart"
            touched = {"type": kind, "touchPoints": points, "timestamp": next(at)}
            line.send("Input.dispatchTouchEvent", touched)

    yield touch
    line.detach()


def test_every_speed_is_there_and_the_sound_keeps_its_pitch(page: Page, bench):
    slower = page.get_by_role("button", name="Slower")
    for rate in (0.5, 0.25, 0.1):
        slower.tap()
        assert speed(page) == rate
    expect(slower).to_be_disabled()
    assert page.locator(FILM).evaluate("v => v.preservesPitch")
    for rate in (0.25, 0.5, 1, 1.5, 2):
        page.keyboard.press(">")
        assert speed(page) == rate
    page.keyboard.press("<")
    page.get_by_role("button", name="Speed 1½, back to 1").tap()
    expect(page.get_by_role("button", name="Speed 1", exact=True)).to_be_visible()
    assert speed(page) == 1


def test_l_plays_and_again_plays_faster_until_k(page: Page, bench):
    page.keyboard.press("l")
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    assert speed(page) == 1
    page.keyboard.press("l")
    page.keyboard.press("l")
    expect(page.get_by_role("button", name="Speed 2, back to 1")).to_be_visible()
    film_reaches(page, seconds=1.0)
    page.keyboard.press("k")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Speed 1", exact=True)).to_be_visible()
    number = painted_number(page)
    expect(page.get_by_label("Time of this frame")).to_have_text(f"0:0{FRAMES[number] / 1e6:.3f}")
    page.keyboard.press("k")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_j_runs_backwards_by_the_clock_and_stays_where_k_stops_it(page: Page, bench):
    page.get_by_role("slider", name="Place in the film").press("End")
    at(page, 149)
    gone = page.evaluate("performance.now()")
    page.keyboard.press("j")
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    page.wait_for_function(
        "() => document.querySelector('#bench').shadowRoot"
        f".querySelector('{FILM}').dataset.frame < 120"
    )
    page.keyboard.press("k")
    gone = (page.evaluate("performance.now()") - gone) * 1000
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    frame = int(page.get_by_role("slider", name="Place in the film").get_attribute("aria-valuenow"))
    at(page, frame)
    # It stands on the frame that was on at that moment, which began up to its length before.
    assert FRAMES[149] - FRAMES[frame + 1] <= gone
    expect(page.get_by_label("Time of this frame")).to_have_text(f"0:0{FRAMES[frame] / 1e6:.3f}")


@pytest.mark.long
def test_backwards_ends_on_the_first_frame(page: Page, bench):
    page.keyboard.press("Shift+ArrowRight")
    more(page)
    back = page.get_by_role("button", name="Backwards; again: faster")
    back.tap()
    back.tap()
    expect(page.get_by_role("button", name="Speed 1½, back to 1")).to_be_visible()
    at(page, 0)
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Speed 1", exact=True)).to_be_visible()


PLAYED = """seen => {
    window.played = [];
    for (const video of seen.parentNode.children) {
        const see = (now, frame) => {
            if (!video.paused) window.played.push(frame.mediaTime);
            video.requestVideoFrameCallback(see);
        };
        video.requestVideoFrameCallback(see);
    }
}"""


@pytest.mark.parametrize(
    ("key", "button", "first_us", "last_us"),
    [
        ("p", "Play the clip", FRAMES[50], FRAMES[100]),
        ("e", "Its end", FRAMES[100] - 1_500_000, FRAMES[100]),
        pytest.param(
            *("a", "Around it", FRAMES[50] - 2_000_000, FRAMES[100] + 2_000_000),
            marks=pytest.mark.long,
        ),
    ],
)
def test_the_clip_is_played_from_its_start_at_its_end_or_with_what_lies_around(
    page: Page, bench, key, button, first_us, last_us
):
    page.keyboard.press(">")
    page.keyboard.press(">")
    mark(page, 50, 100)
    first, last = (min(range(150), key=lambda i: abs(FRAMES[i] - us)) for us in (first_us, last_us))
    for again in (False, True):
        page.locator(FILM).evaluate(PLAYED)
        if again:
            page.keyboard.press(key)
        else:
            page.get_by_role("button", name=button).tap()
        expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
        at(page, last)
        begun = page.evaluate("Math.min(...window.played)") * 1e6
        assert FRAMES[first] - 1_000 <= begun < FRAMES[first] + 500_000


def test_without_a_clip_a_sentence_says_to_choose_one(page: Page, bench):
    page.keyboard.press("a")
    expect(page.get_by_text("Choose a clip first.")).to_be_visible()


def test_a_double_tap_looks_closer_there_and_again_no_longer(page: Page, bench, fingers):
    at_face = place(page, 0.7, 0.4)
    for _ in range(2):
        fingers([at_face])
    expect(page.get_by_role("button", name="2.5×, back to the whole picture")).to_be_visible()
    assert seen(page) == [2.5, 2.5]
    right, down = moved(page)
    assert right < -50
    assert down > 0
    assert painted_number(page) == 0
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    for _ in range(2):
        fingers([place(page, 0.4, 0.4)])
    expect(page.get_by_role("button", name="back to the whole picture")).to_have_count(0)
    assert seen(page) == [1, 1]
    assert moved(page) == (0, 0)


def test_a_second_tap_heard_of_late_looks_closer_where_it_stood(page: Page, bench, fingers):
    fingers([place(page, 0.5, 0.5)])
    film_reaches(page, seconds=0.3)
    fingers([place(page, 0.5, 0.5)])
    expect(page.get_by_role("button", name="2.5×, back to the whole picture")).to_be_visible()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    at(page, 0)


def test_a_film_that_runs_goes_on_through_a_double_tap(page: Page, bench, fingers):
    page.keyboard.press("l")
    film_reaches(page, seconds=0.3)
    for _ in range(2):
        fingers([place(page, 0.5, 0.5)])
    expect(page.get_by_role("button", name="2.5×, back to the whole picture")).to_be_visible()
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    film_reaches(page, seconds=1)


@pytest.mark.long
def test_one_tap_plays_and_one_more_stops(page: Page, bench):
    page.locator(FILM).tap()
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    film_reaches(page, seconds=0.5)
    page.locator(FILM).tap()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    assert seen(page) == [1, 1]


def pinched(page: Page, wide: float) -> list[tuple[float, float]]:
    x, y = place(page, 0.5, 0.5)
    return [(x - wide, y), (x + wide, y)]


def test_a_pinch_zooms_and_one_finger_then_moves_the_picture(page: Page, bench, fingers):
    fingers(*(pinched(page, wide) for wide in (40, 60, 90, 120)))
    assert seen(page) == [3, 3]
    assert moved(page) == (0, 0)
    x, y = place(page, 0.5, 0.5)
    fingers([(x, y)], [(x + 30, y + 10)], [(x + 60, y + 20)])
    assert moved(page) == (60, 20)
    assert seen(page) == [3, 3]
    assert painted_number(page) == 0
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    fingers(*(pinched(page, wide) for wide in (120, 80, 40, 20)))
    assert seen(page) == [1, 1]
    assert moved(page) == (0, 0)


@pytest.mark.long
def test_the_wheel_with_ctrl_zooms_what_is_under_it_and_a_drag_moves_it(page: Page, bench):
    x, y = place(page, 0.5, 0.5)
    page.mouse.move(x + 80, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    expect(page.get_by_role("button", name="2.7×, back to the whole picture")).to_be_visible()
    right, down = moved(page)
    assert abs(right + 80 * (2.718 - 1)) < 3
    assert down == 0
    page.mouse.down()
    page.mouse.move(x + 100, y + 15, steps=4)
    page.mouse.up()
    assert moved(page) == (right + 20, 15)
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    page.get_by_role("button", name="back to the whole picture").click()
    assert seen(page) == [1, 1]


@pytest.mark.long
def test_the_picture_is_zoomed_moved_and_mirrored_by_keys_and_stays_the_frame(page: Page, bench):
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("m")
    for _ in range(2):
        page.keyboard.press("+")
    assert seen(page) == [-2.25, 2.25]
    page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("Control+ArrowDown")
    right, down = moved(page)
    assert right < 0
    assert down < 0
    frame = min(range(150), key=lambda i: abs(FRAMES[i] - 1_000_000))
    at(page, frame)
    page.keyboard.press(".")
    at(page, frame + 1)
    page.keyboard.press("0")
    page.keyboard.press("m")
    assert seen(page) == [1, 1]


def test_the_same_by_buttons(page: Page, bench):
    more(page)
    closer = page.get_by_role("button", name="The picture closer")
    closer.tap()
    closer.tap()
    page.get_by_role("button", name="Look further left").tap()
    assert seen(page) == [2.25, 2.25]
    assert moved(page)[0] > 0
    page.get_by_role("button", name="The picture wider").tap()
    page.get_by_role("button", name="Mirrored").tap()
    expect(page.get_by_role("button", name="Mirrored")).to_have_attribute("aria-pressed", "true")
    assert seen(page) == [-1.5, 1.5]


def test_full_screen_keeps_the_frame_and_the_buttons_and_goes_back(page: Page, bench):
    page.keyboard.press("Shift+ArrowRight")
    frame = min(range(150), key=lambda i: abs(FRAMES[i] - 1_000_000))
    at(page, frame)
    page.keyboard.press("f")
    full = "() => document.querySelector('#bench').shadowRoot.fullscreenElement?.className"
    page.wait_for_function(f"({full}) () === 'vig'")
    page.get_by_role("button", name="One frame on").tap()
    at(page, frame + 1)
    for name in ("Start here", "End here", "Play"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_in_viewport()
    more(page)
    page.get_by_role("button", name="Full screen").tap()
    page.wait_for_function(f"({full}) () === undefined")


def test_every_key_of_the_list_has_a_button_that_names_it(page: Page, bench):
    buttons = page.locator("[data-act][aria-keyshortcuts]")
    named = {
        key
        for keys in buttons.evaluate_all("all => all.map(one => one.ariaKeyShortcuts)")
        for key in keys.split()
    }
    page.keyboard.press("?")
    shown = page.get_by_role("dialog", name="Keys").locator("kbd").all_inner_texts()
    signs = {"←": "ArrowLeft", "→": "ArrowRight", "↑": "ArrowUp", "↓": "ArrowDown", "−": "-"}
    signs |= {"+": "Plus", "Ctrl": "Control", "Space": "Space", "Shift": "Shift"}
    for key in shown:
        parts = [signs.get(part, part.lower()) for part in key.split()]
        assert "+".join(parts) in named, key


def test_axe_finds_nothing_and_every_target_is_large(page: Page, bench):
    mark(page, 5, 20)
    more(page)
    page.keyboard.press("+")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert findings(page) == []
        page.keyboard.press("?")
        expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
        assert findings(page) == []
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    small = page.locator(".vig button:visible").evaluate_all(
        "all => all.filter(one => one.offsetWidth < 48 || one.offsetHeight < 48)"
        ".map(one => one.ariaLabel || one.textContent)"
    )
    assert small == []
