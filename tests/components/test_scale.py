"""The scale: a tap is kept, arrow keys keep only where they come to rest."""

import re

from playwright.sync_api import Page, expect

from tests.components.axe import findings

RINGED = re.compile("before")


def test_a_tap_is_kept(page: Page, see, house):
    see("scale")
    page.get_by_role("radio", name="4", exact=True).tap()
    expect(page.get_by_text("Kept")).to_be_visible()
    assert house.acts("rate") == [{"of": "now", "value": 4}]


def test_arrow_keys_keep_where_they_come_to_rest(page: Page, see, house):
    see("scale")
    page.get_by_role("radio", name="0, Not yet").focus()
    for key in ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowLeft"]:
        page.keyboard.press(key)
    expect(page.get_by_text("Kept")).to_be_visible()
    expect(page.get_by_role("radio", name="9", exact=True)).to_be_checked()
    assert house.acts("rate") == [{"of": "now", "value": 9}]


def test_a_number_that_is_refused_is_not_chosen_and_what_was_kept_still_is(page: Page, see):
    see("scale")
    four, seven = (page.get_by_role("radio", name=name, exact=True) for name in "47")
    four.tap()
    expect(page.get_by_text("Kept")).to_be_visible()
    refused = {"status": 422, "json": {"sentence": "Nobody is asked for numbers any more."}}
    page.route("**/acts", lambda route: route.fulfill(**refused))
    seven.tap()
    expect(page.get_by_text("Nobody is asked for numbers any more.")).to_be_visible()
    expect(seven).not_to_be_checked()
    expect(four).to_be_checked()


def test_where_it_was_before_is_shown_only_when_asked_for(page: Page, see):
    see("scale", before="yes")
    three = page.get_by_role("radio", name="3", exact=True)
    expect(page.get_by_text("When we began")).to_have_count(0)
    expect(three).not_to_have_class(RINGED)
    page.get_by_role("button", name="Show where it was before").tap()
    expect(page.get_by_text("When we began: 3 · Last time: 6")).to_be_visible()
    expect(three).to_have_class(RINGED)
    expect(page.get_by_role("radio", name="6", exact=True)).to_have_class(RINGED)
    assert findings(page) == []
    page.get_by_role("button", name="Hide where it was before").tap()
    expect(page.get_by_text("When we began")).to_have_count(0)
    expect(three).not_to_have_class(RINGED)


def test_who_was_never_asked_before_has_nothing_to_show(page: Page, see):
    see("scale")
    expect(page.get_by_role("radio", name="3", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="before")).to_have_count(0)
