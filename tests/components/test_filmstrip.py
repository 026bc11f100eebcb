"""The filmstrip: what there is of a film is looked through while more of it comes."""

import pytest
from playwright.sync_api import Page, expect

from tests.components import house as the_house
from tests.components.showing import READ_NUMBER


def shown(page: Page) -> int:
    """Return the number of the frame that is looked at, read from the large picture."""
    number: int = page.locator("canvas.large").evaluate(READ_NUMBER)
    return number


def frame_of(tile: int) -> int:
    """Return the number of the frame that a tile was drawn from."""
    at = the_house.FRAMES[-1] * (tile + 0.5) / the_house.TILES
    return max(number for number, time in enumerate(the_house.FRAMES) if time <= at)


def look_at(page: Page, part: float) -> None:
    box = page.locator("canvas.band").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * part, box["y"] + box["height"] / 2)


def test_the_film_is_looked_through_with_a_finger_or_the_keys(page: Page, see):
    see("filmstrip")
    band = page.get_by_role("slider", name="Look through the film")
    expect(band).to_have_attribute("aria-valuetext", "0 s")
    assert shown(page) == frame_of(0)
    look_at(page, 0.52)
    assert shown(page) == frame_of(12)
    expect(band).to_have_attribute("aria-valuetext", "3 s")
    band.press("ArrowRight")
    assert shown(page) == frame_of(13)
    band.press("Home")
    assert shown(page) == frame_of(0)
    box = band.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 0.98, box["y"] + 10)
    assert shown(page) == frame_of(23)
    expect(page.get_by_text("All of it is here to look through.")).to_be_visible()


def test_what_has_not_come_yet_is_not_looked_at(page: Page, see):
    see("filmstrip", made="10")
    band = page.get_by_role("slider")
    expect(page.get_by_text("More of it comes as it is read.")).to_be_visible()
    look_at(page, 0.9)
    assert shown(page) == frame_of(9)
    band.press("End")
    assert shown(page) == frame_of(9)
    expect(band).to_have_attribute("aria-valuemax", "9")


def test_nothing_is_there_before_the_first_picture(page: Page, see):
    page.route("**/films/7/strip?*", lambda route: route.abort())
    see("filmstrip")
    expect(page.locator(".strip")).to_be_hidden()


@pytest.mark.parametrize("lost", [False, True], ids=["as it comes", "one lost on the way"])
def test_it_grows_and_what_is_looked_at_stays(page: Page, see_in_streamlit, lost: bool):
    see_in_streamlit("filmstrip", grows="")
    band = page.get_by_role("slider")
    expect(band).to_have_attribute("data-made", "8")
    look_at(page, 0.22)
    assert shown(page) == frame_of(5)
    page.mouse.move(0, 0)
    if lost:
        page.route("**/films/7/strip?made=16", lambda route: route.abort())
        page.get_by_role("button", name="Rerun").tap()
        expect(page.get_by_text("Run 2")).to_be_visible()
        expect(band).to_have_attribute("data-made", "8")
    page.get_by_role("button", name="Rerun").tap()
    expect(band).to_have_attribute("data-made", "24" if lost else "16")
    assert shown(page) == frame_of(5)
