"""What was done on the bench is taken back and done again, after a reload and a restart too."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import walk


def open_bench(page: Page, url: str, film: int) -> None:
    walk.sign_in(page, url)
    walk.screen(page, "Families")
    see_bench(page, url, film)


def see_bench(page: Page, url: str, film: int) -> None:
    page.goto(f"{url}/clips?film={film}")
    walk.screen(page, "Clips of film 1")
    expect(page.locator("video")).to_have_attribute("data-frame", re.compile(r"\d+"))


@pytest.mark.long
def test_steps_go_back_and_on_again_over_a_reload_and_a_restart(tablet: Page, reviewed):
    server, ids = reviewed
    open_bench(tablet, server.url, ids["film"])
    clips = tablet.get_by_role("group", name="Clips").get_by_role("button")
    expect(clips).to_have_count(2)
    clips.nth(1).click()
    expect(tablet.locator("video")).to_have_attribute("data-frame", "100")
    tablet.get_by_role("button", name="Take this clip away").click()
    expect(clips).to_have_count(1)
    walk.drawn(tablet)

    tablet.get_by_role("button", name="Undo taking a clip away").click()
    expect(clips).to_have_count(2)
    expect(clips.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(tablet.locator("video")).to_have_attribute("data-frame", "100")
    walk.drawn(tablet)

    tablet.reload()
    see_bench(tablet, server.url, ids["film"])
    expect(clips).to_have_count(2)
    tablet.get_by_role("button", name="Redo taking a clip away").click()
    expect(clips).to_have_count(1)
    walk.drawn(tablet)

    server.stop()
    server.start()
    open_bench(tablet, server.url, ids["film"])
    expect(clips).to_have_count(1)
    tablet.keyboard.press("Control+z")
    expect(clips).to_have_count(2)
    expect(clips.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(tablet.get_by_role("button", name="Redo taking a clip away")).to_be_enabled()
