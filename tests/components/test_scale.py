"""The scale: a tap is kept, arrow keys keep only where they come to rest."""

from playwright.sync_api import Page, expect


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
