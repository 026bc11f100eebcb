"""Clips in a row: each from its first frame to its last, one after another, stopped at any time."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.components.axe import findings
from tests.components.showing import READ_NUMBER, painted_number
from tests.waiting import wait_for

FIRST_FRAMES = {1: 3, 2: 40, 3: 5}
LAST_FRAMES = {1: 9, 2: 52, 3: 8}
# Reads what is to be seen each time that the browser paints, by the clip that is on.
WATCH = """([root, read]) => {
    const number = eval(read);
    const picture = root.querySelector("canvas");
    window.seen = {};
    const look = () => {
        (seen[root.dataset.clip] ??= new Set()).add(number(picture));
        requestAnimationFrame(look);
    };
    look();
}"""


@pytest.fixture
def row(page: Page, see) -> Locator:
    root = see("in_a_row")
    expect(root).to_have_attribute("data-clip", "1")
    expect(page.locator("video")).to_have_attribute("data-frame", "3")
    return root


def names(page: Page):
    return page.locator(".name")


def test_each_clip_is_played_to_its_last_frame_and_the_next_follows(page: Page, row):
    assert painted_number(page) == 3
    page.evaluate(WATCH, [row.element_handle(), READ_NUMBER])
    page.get_by_role("button", name="Play", exact=True).tap()
    expect(row).to_have_attribute("data-state", "ended")
    wait_for(lambda: page.locator("canvas").evaluate(READ_NUMBER) == LAST_FRAMES[3])
    expect(names(page)).to_have_text("A song")
    seen = page.evaluate("Object.entries(seen).map(([clip, numbers]) => [+clip, [...numbers]])")
    assert [clip for clip, _ in seen] == [1, 2, 3]
    for clip, numbers in seen:
        own = set(range(FIRST_FRAMES[clip], LAST_FRAMES[clip] + 1))
        still_there = {LAST_FRAMES.get(clip - 1)}  # until the clip's own first frame is
        assert LAST_FRAMES[clip] in numbers
        assert set(numbers) <= own | still_there
    page.get_by_role("button", name="Again").tap()
    expect(names(page)).to_have_text("Ada looks up")
    expect(row).to_have_attribute("data-state", "playing")


def test_a_stop_ends_the_row_and_play_goes_on_with_it(page: Page, row):
    page.get_by_role("button", name="Next").tap()
    expect(names(page)).to_have_text("Waiting")
    expect(page.locator("video")).to_have_attribute("data-frame", "40")
    page.get_by_role("button", name="Slowly").tap()
    page.get_by_role("button", name="Play", exact=True).tap()
    page.get_by_role("button", name="Stop").tap()
    expect(row).to_have_attribute("data-state", "stopped")
    assert page.locator("video").evaluate("v => [v.paused, v.playbackRate]") == [True, 0.5]
    page.get_by_role("button", name="Play", exact=True).tap()
    expect(names(page)).to_have_text("A song")


def test_one_goes_back_and_on_by_keyboard(page: Page, row):
    expect(page.get_by_role("button", name="Before")).to_be_disabled()
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(names(page)).to_have_text("A song")
    expect(page.get_by_role("button", name="Next")).to_be_disabled()
    expect(page.get_by_text("3 of 3")).to_be_visible()
    page.get_by_role("button", name="Before").focus()
    page.keyboard.press("Enter")
    expect(names(page)).to_have_text("Waiting")


def test_every_target_is_large_and_axe_finds_nothing(page: Page, row):
    for target in row.get_by_role("button").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 48
    assert findings(page) == []
