"""The clip player: ends on the clip's last frame, stays there, and shows no numbers."""

import re

from playwright.sync_api import Page, expect

from tests.components.house import CLIP, FRAMES
from tests.components.showing import film_reaches, note, painted_number, told, wait_until_noted
from tests.waiting import wait_for

FIRST, LAST = CLIP


def play(page: Page) -> None:
    page.get_by_role("button", name="Play", exact=True).last.tap()


def stays_on_the_last_frame(page: Page) -> None:
    """A busy browser may say that the film has ended a moment before it paints its last frame."""
    wait_for(lambda: painted_number(page) == LAST, or_say=lambda: str(painted_number(page)))


def test_a_clip_ends_on_its_last_frame_and_stays_there(page: Page, see):
    root = see("clip_player")
    play(page)
    expect(page.get_by_role("button", name="Again")).to_be_visible()
    expect(root).to_have_attribute("data-state", "ended")
    stays_on_the_last_frame(page)
    note(root, "data-state")
    page.get_by_role("button", name="Again").tap()
    wait_until_noted(page, "playing", "ended")
    stays_on_the_last_frame(page)


def test_slowly_is_half_the_speed_with_the_voice_as_it_is(page: Page, see):
    root = see("clip_player")
    page.get_by_role("button", name="Slowly").tap()
    note(root, "data-state")
    play(page)
    wait_until_noted(page, "playing", "ended")
    assert page.locator("video").evaluate("v => [v.playbackRate, v.preservesPitch]") == [0.5, True]
    stays_on_the_last_frame(page)


def test_stopping_on_a_moment_tells_that_moment_once(page: Page, see, until):
    root = see("clip_player")
    page.get_by_role("button", name="Slowly").tap()
    play(page)
    film_reaches(page, seconds=0.3)
    page.get_by_role("button", name="Stop here").tap()
    expect(root).to_have_attribute("data-state", "stopped")
    until(lambda: told(page))
    ((name, at_us),) = told(page)
    assert (name, at_us) == ("stopped", FRAMES[painted_number(page)] - FRAMES[FIRST])
    page.get_by_role("button", name="Go on").tap()
    expect(root).to_have_attribute("data-state", "ended")
    stays_on_the_last_frame(page)


def test_no_time_and_no_number_is_on_the_screen(page: Page, see):
    root = see("clip_player")
    play(page)
    expect(root).to_have_attribute("data-state", "ended")
    words = root.inner_text()
    assert not re.search(r"\d", words)


def test_the_controls_are_large_enough_for_a_finger(page: Page, see):
    root = see("clip_player")
    for target in root.get_by_role("button").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 48
