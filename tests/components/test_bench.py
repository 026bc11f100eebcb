"""The bench: every step paints the very frame, every mark is that frame's time."""

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.components.house import FRAMES
from tests.components.showing import film_reaches, note, painted_number, told, wait_until_noted
from tests.seen import FILM


@pytest.fixture
def bench(page: Page, see) -> Locator:
    root = see("bench")
    expect(root).to_have_attribute("data-ready", "")
    at(page, 0)
    return root


def at(page: Page, frame: int) -> None:
    """Wait until the bench says that it is on a frame, and see that this frame is painted."""
    expect(page.locator(FILM)).to_have_attribute("data-frame", str(frame))
    assert painted_number(page) == frame


def test_steps_paint_the_very_frame_both_ways(page: Page, bench):
    for frame in range(1, 30):
        page.keyboard.press("ArrowRight" if frame % 2 else ".")
        at(page, frame)
    for frame in range(28, 10, -1):
        page.keyboard.press(",")
        at(page, frame)


STANDS_UNSEEN = """([film, frame]) => [...film.parentNode.children].some((one) =>
    one !== film && one.ariaHidden && !one.seeking && one.dataset.frame === String(frame))"""
PRESS_AND_LOOK = """(film, key) => {
    const { parentNode: films } = film;
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    const seen = films.querySelector("video:not([aria-hidden])");
    const others = [...films.children].filter((one) => one !== seen);
    return {
        frame: seen.dataset.frame, sought: seen.seeking, plays: !seen.paused, heard: !seen.muted,
        others: others.some((one) => !one.paused || !one.muted),
    };
}"""


def press_once_there(page: Page, key: str, frame: int) -> dict[str, object]:
    """Press a key once a player under the seen one stands at a frame; give what is seen at once."""
    film = page.locator(FILM).element_handle()
    page.wait_for_function(STANDS_UNSEEN, arg=[film, frame])
    found: dict[str, object] = film.evaluate(PRESS_AND_LOOK, key)
    return found


def test_the_frames_beside_a_step_are_there_before_they_are_asked_for(page: Page, bench):
    rests = {"sought": False, "plays": False, "heard": True, "others": False}
    page.keyboard.press("ArrowRight")
    at(page, 1)
    for frame in (2, 3, 4):
        assert press_once_there(page, "ArrowRight", frame) == {"frame": str(frame), **rests}
        at(page, frame)
    page.keyboard.press("ArrowLeft")
    at(page, 3)
    assert press_once_there(page, "ArrowLeft", 2) == {"frame": "2", **rests}
    at(page, 2)


def test_where_the_unseen_players_get_no_film_steps_are_sought_as_ever(page: Page, bench):
    refused = []

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        route.abort()

    source = page.locator(FILM).evaluate("v => v.currentSrc")
    page.route(source, refuse)
    for frame in range(1, 6):
        page.keyboard.press("ArrowRight")
        at(page, frame)
    page.keyboard.press("ArrowLeft")
    at(page, 4)
    assert refused
    page.unroute(source)


def test_a_clip_that_was_just_marked_plays_at_once(page: Page, bench):
    mark(page, 12, 20)
    seen = press_once_there(page, "p", 12)
    assert seen == {"frame": "12", "sought": False, "plays": True, "heard": True, "others": False}
    at(page, 20)


def test_jumps_land_on_the_frame_nearest_to_a_second_away(page: Page, bench):
    def nearest(us: int) -> int:
        return min(range(len(FRAMES)), key=lambda i: abs(FRAMES[i] - us))

    frame = 0
    for key, us in [
        ("Shift+ArrowRight", 1_000_000),
        ("Shift+ArrowRight", 1_000_000),
        ("Shift+ArrowLeft", -1_000_000),
    ]:
        page.keyboard.press(key)
        frame = nearest(FRAMES[frame] + us)
        at(page, frame)
    page.get_by_role("button", name="+5 s, on five seconds").tap()
    frame = nearest(FRAMES[frame] + 5_000_000)
    at(page, frame)
    page.keyboard.press("Shift+ArrowLeft")
    at(page, nearest(FRAMES[frame] - 1_000_000))


def test_many_steps_at_once_end_where_they_were_meant_to(page: Page, bench):
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    at(page, 40)


def test_a_pause_stays_on_the_frame_whose_time_it_shows(page: Page, bench):
    page.keyboard.press(" ")
    film_reaches(page, seconds=0.5)
    page.keyboard.press("k")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    number = painted_number(page)
    seconds, ms = divmod(round(FRAMES[number] / 1000), 1000)
    expect(page.get_by_label("Time of this frame")).to_have_text(f"0:{seconds:02}.{ms:03}")


def mark(page: Page, first: int, last: int) -> None:
    """Mark a clip by keys, from where the bench stands now at frame 0."""
    for _ in range(first):
        page.keyboard.press(".")
    at(page, first)
    page.keyboard.press("i")
    for _ in range(last - first):
        page.keyboard.press(".")
    at(page, last)
    page.keyboard.press("o")
    is_kept(page)


def is_kept(page: Page) -> None:
    """Wait until the clip that was just marked is kept: what belongs to it can be kept as well."""
    expect(page.get_by_role("button", name="Take a still of this moment")).to_be_enabled()


def test_a_mark_is_the_times_of_its_two_frames(page: Page, bench, house, until):
    mark(page, 7, 31)
    assert house.acts("mark_clip") == [{"film_id": 7, "start_us": FRAMES[7], "end_us": FRAMES[31]}]
    until(lambda: told(page))
    assert told(page) == [["changed", {"verb": "mark_clip", "clip_id": 1, "result": {"id": 1}}]]


def test_an_end_without_a_start_is_no_clip(page: Page, bench, house):
    page.get_by_role("button", name="End here").tap()
    expect(page.get_by_text("Choose where the clip starts first.")).to_be_visible()
    page.get_by_role("button", name="Start here").tap()
    page.get_by_role("button", name="End here").tap()
    expect(page.get_by_text("The end comes after the start.")).to_be_visible()
    assert house.acts("mark_clip") == []


def test_the_last_five_seconds_in_one_tap(page: Page, bench, house):
    page.get_by_role("slider", name="Place in the film").press("End")
    at(page, 149)
    page.get_by_role("button", name="The last 5 seconds").tap()
    is_kept(page)
    (clip,) = house.acts("mark_clip")
    start = min(FRAMES, key=lambda us: abs(us - (FRAMES[149] - 5_000_000)))
    assert (clip["start_us"], clip["end_us"]) == (start, FRAMES[149])


def test_playing_a_clip_stays_on_its_last_frame(page: Page, bench):
    mark(page, 5, 25)
    note(page.get_by_role("button", name="Play", exact=True), "aria-label")
    page.get_by_role("button", name="Play the clip").tap()
    wait_until_noted(page, "Pause", "Play")
    expect(page.get_by_label("Time of this frame")).to_have_text(f"0:0{FRAMES[25] / 1e6:.3f}")
    assert painted_number(page) == 25


def test_what_is_just_marked_is_played_while_it_is_still_being_kept(page: Page, bench):
    waiting: list[Route] = []
    page.route("**/acts", lambda route: waiting.append(route))
    page.get_by_role("button", name="Start here").tap()
    page.keyboard.press("Shift+ArrowRight")
    at(page, 24)
    page.get_by_role("button", name="End here").tap()
    expect(page.get_by_role("button", name="Take a still of this moment")).to_be_disabled()
    note(page.get_by_role("button", name="Play", exact=True), "aria-label")
    page.get_by_role("button", name="Play the clip").tap()
    wait_until_noted(page, "Pause", "Play")
    assert painted_number(page) == 24
    waiting.pop().continue_()
    is_kept(page)


def test_an_edge_is_nudged_by_a_frame_by_two_tenths_and_put_here(page: Page, bench, house, until):
    mark(page, 20, 60)
    page.get_by_role("button", name="Start: one frame earlier").tap()
    at(page, 19)
    page.get_by_role("button", name="End: +0.2 seconds").tap()
    later = min(range(150), key=lambda i: abs(FRAMES[i] - FRAMES[60] - 200_000))
    at(page, later)
    page.keyboard.press("ArrowRight")
    at(page, later + 1)
    page.get_by_role("button", name="End of the clip here").tap()
    until(
        lambda: (
            house.acts("move_clip")[-1:]
            and house.acts("move_clip")[-1]["end_us"] == FRAMES[later + 1]
        )
    )
    assert house.acts("move_clip")[-1] == {
        "clip_id": 1,
        "start_us": FRAMES[19],
        "end_us": FRAMES[later + 1],
    }


def test_a_clip_picked_on_its_pill_is_shown_from_its_first_frame(page: Page, bench, until):
    mark(page, 6, 30)
    page.get_by_role("slider", name="Place in the film").press("End")
    at(page, 149)
    page.get_by_role("button", name="Clip 1, from").tap()
    at(page, 6)
    until(lambda: ["selected", 1] in told(page))


def test_dragging_a_handle_shows_its_frame_and_keeps_it_on_letting_go(page, bench, house, until):
    mark(page, 20, 60)
    handle = page.get_by_role("slider", name="End of the clip").bounding_box()
    band = page.locator(".band").bounding_box()
    assert handle is not None
    assert band is not None
    middle = band["y"] + band["height"] / 2
    page.mouse.move(handle["x"] + 6, middle)
    page.mouse.down()
    page.mouse.move(band["x"] + band["width"] / 2 + 6, middle, steps=6)
    half = min(range(149), key=lambda i: abs(FRAMES[i + 1] - 6_150_000 / 2))  # ends at the middle
    at(page, half)
    assert house.acts("move_clip") == []
    page.mouse.up()
    until(lambda: house.acts("move_clip"))
    assert house.acts("move_clip") == [
        {"clip_id": 1, "start_us": FRAMES[20], "end_us": FRAMES[half]}
    ]


def test_a_still_is_the_frame_on_the_screen(page: Page, bench, house, until):
    mark(page, 10, 20)
    page.keyboard.press("ArrowLeft")
    at(page, 19)
    page.keyboard.press("s")
    until(lambda: house.acts("take_still"))
    assert house.acts("take_still") == [{"film_id": 7, "clip_id": 1, "at_us": FRAMES[19]}]


def test_the_list_of_keys_opens_and_none_is_one_of_streamlits(page: Page, bench):
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    shown = keys.locator("kbd").all_inner_texts()
    assert {"C", "R"}.isdisjoint(shown)
    page.get_by_role("button", name="Close", exact=True).tap()
    expect(keys).to_be_hidden()


def test_a_loop_begins_again_until_it_is_stopped(page: Page, bench, until):
    mark(page, 3, 9)
    # Each time through it may be another of the bench's players that is seen.
    page.locator(FILM).evaluate(
        "v => { window.starts = 0; v.parentNode.addEventListener('play', () => starts++, true); }"
    )
    page.get_by_role("button", name="Loop the clip").tap()
    until(lambda: page.evaluate("() => starts") >= 2)
    page.get_by_role("button", name="Loop the clip").tap()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def pill(page: Page, first: int, last: int) -> Locator:
    """The clip on the timeline whose frames these are."""
    times = (f"0:0{FRAMES[frame] / 1e6:.3f}" for frame in (first, last))
    return page.get_by_role("button", name="Clip 1, from {} to {}".format(*times))


def test_a_mark_is_undone_and_redone_by_keys(page: Page, bench, house):
    mark(page, 7, 31)
    expect(pill(page, 7, 31)).to_be_visible()
    expect(page.get_by_role("button", name="Undo marking a clip")).to_be_enabled()
    page.keyboard.press("Control+z")
    expect(pill(page, 7, 31)).to_have_count(0)
    expect(page.get_by_label("The selected clip")).to_be_hidden()
    expect(page.get_by_role("button", name="Nothing to undo")).to_be_disabled()
    page.keyboard.press("Control+Shift+z")
    expect(pill(page, 7, 31)).to_have_attribute("aria-pressed", "true")
    at(page, 7)
    page.keyboard.press("Control+z")
    expect(pill(page, 7, 31)).to_have_count(0)
    page.keyboard.press("Control+y")
    expect(pill(page, 7, 31)).to_be_visible()
    assert house.acts("undo") == [{"film_id": 7}] * 2


def test_a_moved_edge_goes_back_where_it_was_and_is_shown(page: Page, bench):
    mark(page, 20, 60)
    page.get_by_role("button", name="Start: one frame earlier").tap()
    page.get_by_role("button", name="Start: one frame earlier").tap()
    expect(pill(page, 18, 60)).to_be_visible()
    page.get_by_role("button", name="Undo moving an edge").tap()
    expect(pill(page, 19, 60)).to_have_attribute("aria-pressed", "true")
    at(page, 19)
    page.get_by_role("button", name="Undo moving an edge").tap()
    expect(pill(page, 20, 60)).to_be_visible()
    at(page, 20)
    page.get_by_role("button", name="Redo moving an edge").tap()
    expect(pill(page, 19, 60)).to_be_visible()
    at(page, 19)


def test_undo_brings_back_to_the_clip_that_it_was_about(page: Page, bench):
    mark(page, 5, 20)
    page.keyboard.press("i")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("o")
    expect(page.get_by_role("button", name="Clip 2, from")).to_be_visible()
    pill(page, 5, 20).tap()
    at(page, 5)
    page.keyboard.press("Control+z")
    expect(page.get_by_role("button", name="Clip 2, from")).to_have_count(0)
    page.keyboard.press("Control+y")
    expect(page.get_by_role("button", name="Clip 2, from")).to_have_attribute(
        "aria-pressed", "true"
    )
    at(page, 20)


def test_where_nothing_can_be_undone_a_sentence_says_so(page: Page, bench):
    page.keyboard.press("Control+z")
    expect(page.get_by_text("There is nothing to undo.")).to_be_visible()


def test_a_move_after_an_undo_is_no_stand_in_for_one_before_it(page: Page, bench, house, until):
    mark(page, 20, 60)
    page.route("**/acts", lambda route: route.abort())
    page.get_by_role("button", name="Start: one frame earlier").tap()
    page.get_by_role("button", name="End: one frame later").tap()
    page.keyboard.press("Control+z")
    page.get_by_role("button", name="End: one frame later").tap()
    page.unroute("**/acts")
    until(lambda: len(house.remembered()["acts"]) >= 4)
    verbs = [act["verb"] for act in house.remembered()["acts"]]
    assert verbs[-3:] == ["move_clip", "undo", "move_clip"]


def test_after_an_undo_a_drag_stays_where_it_was_let_go(page: Page, bench, house, until):
    mark(page, 20, 60)
    page.get_by_role("button", name="End: one frame later").tap()
    page.get_by_role("button", name="Undo moving an edge").tap()
    at(page, 20)
    band = page.locator(".band").bounding_box()
    handle = page.get_by_role("slider", name="End of the clip").bounding_box()
    assert band is not None
    assert handle is not None
    middle = band["y"] + band["height"] / 2
    page.mouse.move(handle["x"] + 6, middle)
    page.mouse.down()
    page.mouse.move(band["x"] + band["width"] / 2, middle, steps=6)
    page.mouse.up()
    until(lambda: len(house.acts("move_clip")) == 2)
    last = FRAMES.index(house.acts("move_clip")[-1]["end_us"])
    expect(pill(page, 20, last)).to_be_visible()
    expect(page.get_by_role("button", name="Nothing to redo")).to_be_attached()
    at(page, last)
