"""A whole review by keyboard alone, from signing in to the tablet given back."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import walk
from tests.seen import FILM

TABS = 60  # more than any screen here needs from its first place to its last
OUTLINED = """one => {
    const { outlineStyle, boxShadow } = getComputedStyle(one);
    return outlineStyle !== "none" || boxShadow !== "none";
}"""
HELD = "one => one.getRootNode().activeElement === one"
WORDS = "I wait, and she looks"
MEANWHILE = "She laughs at the cat"
IDEA = "Wait a little at the bath as well"
NEXT = "The bath"


class Keys:
    """Somebody who has a keyboard and nothing else."""

    def __init__(self, page: Page) -> None:
        self.page, self.press = page, page.keyboard.press

    def to(self, what: Locator) -> None:
        """Go on by Tab until something has the focus, and see that it shows."""
        expect(what).to_be_visible()
        for _ in range(TABS):
            if what.evaluate(HELD):
                assert what.evaluate(OUTLINED), f"no focus to be seen on {what}"
                return
            self.press("Tab")
        raise AssertionError(f"{what} is not to be reached by Tab")

    def button(self, name: str, screen: str = "") -> None:
        """Press a button by its name; wait for the screen that it leads to, if one is given."""
        self.to(self.page.get_by_role("button", name=name, exact=True).first)
        self.press("Enter")
        if screen:
            walk.screen(self.page, screen)

    def say(self, words: str, field: str = "words") -> None:
        """Type words into a box and keep them without leaving it."""
        self.to(self.page.locator(f"textarea#{field}").first)
        self.page.keyboard.type(words)
        self.press("Control+Enter")
        expect(self.page.locator("blockquote", has_text=words).first).to_be_visible()


@pytest.mark.long
def test_a_whole_review_by_keyboard_alone(tablets, reviewed):
    server, ids = reviewed
    page = tablets(has_touch=False)
    keys = Keys(page)
    page.goto(f"{server.url}/get_ready?film={ids['film']}")
    page.keyboard.type(walk.PASSPHRASE)  # the field has the focus from the start
    keys.press("Enter")
    walk.screen(page, "Getting ready")
    keys.button("Hand over the tablet", "Hello again")
    keys.say(MEANWHILE)
    keys.button("Go on", "Our question")
    keys.button("Go on", "What did you notice?")
    keys.button("Play")
    film = page.locator(FILM)
    expect(film).to_have_js_property("paused", value=False)
    keys.press("Enter")
    expect(film).to_have_js_property("paused", value=True)
    keys.say(WORDS)
    keys.button("That’s a strength")
    expect(page.get_by_role("button", name="A strength", exact=True)).to_be_visible()
    keys.button("Go on", "What did you notice?")
    keys.button("Cover the screen")
    cover = page.get_by_role("dialog", name="The screen is covered")
    expect(cover).to_be_visible()
    keys.to(cover.get_by_role("button"))
    keys.press("Enter")
    expect(cover).to_be_hidden()
    walk.screen(page, "What did you notice?")
    keys.button("What we take with us", "What we take with us")  # a dot
    keys.say(IDEA)
    keys.button("Say it differently")
    expect(page.get_by_label("In other words")).to_be_focused()
    keys.press("End")
    page.keyboard.type(" now")
    keys.press("Control+Enter")
    expect(page.locator("blockquote", has_text=f"{IDEA} now")).to_be_visible()
    keys.button("Go on", "How it feels now")
    keys.to(page.locator("[role=radio][tabindex='0']").first)
    keys.press("ArrowRight")
    expect(page.get_by_role("radio", checked=True).first).to_be_visible()
    keys.button("Go on", "Looking back at today")
    for words in (WORDS, MEANWHILE, f"{IDEA} now"):
        expect(page.get_by_text(words).first).to_be_visible()
    keys.button("Go on", "Next time")
    keys.say(NEXT)
    keys.button("Close our review", "Thank you")
    keys.button("Leave")
    pad = page.get_by_role("dialog", name="Leave the shared screen")
    expect(pad).to_be_visible()
    page.keyboard.type(walk.PIN)
    keys.press("Enter")
    walk.screen(page, "Families")
