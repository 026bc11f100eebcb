"""The shared review on a tablet: a strength, a moment in the picture, an idea, and read back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.browser.conftest import begin_review
from vigreview.process.practice import Practice
from vigreview.process.saying import say_of_clip
from vigreview.process.shared_review import review_clips
from vigreview.vault.store import Vault

WORDS = "I wait for her, and then I smile"


def tapped(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.tap()


def to_dot(page: Page, name: str, heading: str | None = None) -> None:
    page.get_by_role("navigation", name="Our steps today").get_by_role("button", name=name).tap()
    walk.screen(page, heading or name)


@pytest.fixture
def with_captions(reviewed, tmp_path):
    """The first clip of the review has captions."""
    server, ids = reviewed
    server.stop()
    vault = Vault.open(tmp_path / "vault", walk.PASSPHRASE)
    practice = Practice(vault)
    say_of_clip(practice, review_clips(practice, ids["sitting"])[0].id, "captions", "There you are")
    vault.lock()
    server.start()
    return server


def test_what_two_people_do_with_a_clip_is_there_after_a_reload_and_at_the_end(
    tablet, with_captions
):
    server = with_captions
    begin_review(tablet, server.url)
    to_dot(tablet, "The first clip", "What did you notice?")
    walk.say(tablet, WORDS)
    tapped(tablet, "That’s a strength")
    expect(tablet.get_by_role("button", name="A strength", exact=True)).to_be_visible()
    tapped(tablet, "Play")
    expect(tablet.locator(".caption")).to_have_text("There you are")
    tapped(tablet, "Stop here")
    tapped(tablet, "Show me the moment")
    picture = tablet.locator("video").bounding_box()
    tablet.touchscreen.tap(
        picture["x"] + picture["width"] / 4, picture["y"] + picture["height"] / 2
    )
    expect(tablet.get_by_role("button", name="This moment")).to_be_visible()
    tablet.reload()
    walk.screen(tablet, "What did you notice?")
    tapped(tablet, "This moment")
    expect(tablet.get_by_role("img", name="What you saw is here")).to_be_visible()
    tapped(tablet, "More")
    tapped(tablet, "An idea from this")
    walk.screen(tablet, "What we take with us")
    expect(tablet.get_by_text("From what you noticed")).to_be_visible()
    walk.drawn(tablet)
    expect(tablet.locator("textarea#words")).to_have_value(f"We noticed: {WORDS}")
    tapped(tablet, "At bath time")
    walk.say(tablet, "Wait a little, at bath time too")
    expect(tablet.get_by_text("Sam · At bath time")).to_be_visible()
    to_dot(tablet, "Looking back at today")
    strengths = tablet.locator(".st-key-strengths")
    expect(strengths.get_by_text(WORDS)).to_be_visible()
    expect(strengths.locator("img")).to_have_js_property("complete", True)
    to_dot(tablet, "Next time")
    tapped(tablet, "Close our review")
    walk.screen(tablet, "Thank you")
    walk.leave(tablet)
    tablet.get_by_role("button", name="Open the journey").click()
    walk.screen(tablet, "Ada and Sam")
    expect(tablet.get_by_text(f"From what was noticed: {WORDS}")).to_be_visible()
    tablet.get_by_role("button", name=re.compile("The page of this review")).click()
    walk.screen(tablet, "What we saw together")
    tablet.emulate_media(media="print")
    expect(tablet.get_by_text(WORDS)).to_be_visible()
    expect(tablet.get_by_role("button", name="Print this page")).to_be_hidden()
    expect(tablet.get_by_role("button", name="Lock now")).to_be_hidden()
