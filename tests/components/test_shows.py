"""What a noticing shows: six pictured cards, picked from with a tap, kept, and said when closed."""

import pytest
from playwright.sync_api import Page, expect

from tests.components.axe import findings
from tests.components.showing import told


def tapped(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).tap()


def test_a_principle_is_picked_from_a_pictured_card_and_named_when_closed(
    page: Page, see, house, until
):
    see("shows")
    expect(page.get_by_text("Being attentive", exact=True)).to_be_hidden()
    tapped(page, "What does this show?")
    for name in ("Being attentive", "Encouraging initiatives", "Level 6"):
        card = page.get_by_role("button", name=name)
        assert card.locator("svg.picture path").get_attribute("d")
        assert card.bounding_box()["height"] >= 48
    page.get_by_role("button", name="Encouraging initiatives").tap()
    tapped(page, "Waiting")
    expect(page.get_by_role("button", name="Waiting", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    until(lambda: told(page) == [["kept", {"noticing_id": 5}]])
    assert house.acts("see_in_noticing") == [{"noticing_id": 5, "what": "waiting", "seen": True}]
    tapped(page, "Done")
    expect(page.get_by_text("Waiting", exact=True).first).to_be_visible()
    expect(page.get_by_text("Being attentive", exact=True)).to_be_hidden()
    tapped(page, "Look again")
    tapped(page, "Waiting")
    until(lambda: len(house.acts("see_in_noticing")) == 2)
    tapped(page, "Done")
    expect(page.get_by_role("button", name="What does this show?")).to_be_visible()


def test_one_card_is_open_at_a_time(page: Page, see):
    see("shows")
    tapped(page, "What does this show?")
    first = page.get_by_role("button", name="Being attentive")
    other = page.get_by_role("button", name="Encouraging initiatives")
    first.tap()
    expect(page.get_by_role("button", name="An interested look")).to_be_visible()
    other.tap()
    expect(page.get_by_role("button", name="An interested look")).to_have_count(0)
    expect(page.get_by_role("button", name="A warm voice")).to_be_visible()
    other.tap()
    expect(page.get_by_role("button", name="A warm voice")).to_have_count(0)


def test_a_tap_shows_at_once_and_holds_through_a_line_that_is_down(page: Page, see, house, until):
    see("shows")
    page.route("**/acts", lambda route: route.abort())
    tapped(page, "What does this show?")
    page.get_by_role("button", name="Being attentive").tap()
    tapped(page, "Time and space")
    expect(page.get_by_text("Not kept yet")).to_be_visible()
    expect(page.get_by_role("button", name="Time and space")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.unroute("**/acts")
    until(lambda: page.evaluate("true") and house.acts("see_in_noticing"))
    expect(page.get_by_text("Kept", exact=True)).to_be_visible()


def test_all_of_it_is_done_by_keyboard(page: Page, see, house, until):
    see("shows")
    page.get_by_role("button", name="What does this show?").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Being attentive")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    until(lambda: house.acts("see_in_noticing"))
    assert house.acts("see_in_noticing")[0]["what"] == "an interested look"


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_axe_finds_nothing_closed_or_open(page: Page, see, scheme):
    page.emulate_media(color_scheme=scheme)
    see("shows")
    found = findings(page)
    tapped(page, "What does this show?")
    found += findings(page)
    page.get_by_role("button", name="Being attentive").tap()
    tapped(page, "Time and space")
    found += findings(page)
    page.emulate_media(color_scheme="light")
    assert found == []
    for one in page.get_by_role("button").all():
        box = one.bounding_box()
        assert box["height"] >= 48
        assert box["width"] >= 48
