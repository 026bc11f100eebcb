"""A whole review by keyboard alone, from signing in to the tablet given back."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import walk
from tests.seen import FILM

TABS = 80  # more than any screen here needs from its first place to its last
OUTLINED = """one => {
    const { outlineStyle, boxShadow } = getComputedStyle(one);
    return outlineStyle !== "none" || boxShadow !== "none";
}"""
HELD = "one => one.getRootNode().activeElement === one"
WORDS = "I wait, and she looks"
MEANWHILE = "She laughs at the cat"
WORRY = "I worry about the nights"
THOUGHT = "Here you are again"
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

    def button(self, name: str, screen: str = "", exact: bool = True) -> None:
        """Press a button by its name; wait for the screen that it leads to, if one is given."""
        self.to(self.page.get_by_role("button", name=name, exact=exact).first)
        self.press("Enter")
        if screen:
            walk.screen(self.page, screen)

    def say(self, words: str, box: str = "") -> None:
        """Type words into a box and keep them without leaving it."""
        self.to(self.page.locator(f"[class*=st-key-box-{box}] textarea#words").first)
        self.page.keyboard.type(words)
        self.press("Control+Enter")
        expect(self.page.locator("blockquote", has_text=words).first).to_be_visible()


def looked_at_closely(keys: Keys) -> None:
    """See the clip closer, somewhere else in it, as one picture and over the whole screen."""
    page, film = keys.page, keys.page.locator(FILM)
    place = "film => new DOMMatrix(getComputedStyle(film).transform).e"
    keys.button("Closer")
    keys.button("To the left")
    left = film.evaluate(place)
    assert left > 0
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    assert film.evaluate(place) < 0
    keys.button("All of it")
    expect(film).to_have_css("transform", "none")
    keys.button("One picture")
    expect(page.locator("img.still").first).to_be_visible()
    keys.button("The clip again")
    keys.button("Fill the screen")
    expect(page.locator(".vig.large")).to_be_visible()
    keys.press("Escape")
    expect(page.locator(".vig.large")).to_have_count(0)


def pinned(keys: Keys) -> None:
    """Show a moment on the picture, change one's mind, and show it to the left of the middle."""
    page, ring = keys.page, keys.page.locator("button.ring")
    keys.button("Show me the moment")
    expect(ring).to_be_focused()
    keys.press("Escape")
    expect(ring).to_be_hidden()
    moment = page.get_by_role("button", name="Show me the moment")
    assert moment.evaluate(HELD), "whoever gives it up is not where they were"
    keys.press("Enter")
    expect(ring).to_be_focused()
    assert ring.evaluate(OUTLINED)
    middle = ring.bounding_box()
    for _ in range(4):
        keys.press("ArrowLeft")
    assert ring.bounding_box()["x"] < middle["x"]
    keys.press("Enter")
    there = page.get_by_role("button", name="This moment")
    expect(there).to_be_visible()
    assert there.evaluate(HELD), "the focus is lost once the moment has been shown"
    expect(page.get_by_role("img", name="What you saw is here")).to_be_visible()


def differently(keys: Keys, words: str, more: str) -> None:
    """Say something differently, in the line that has opened."""
    page = keys.page
    expect(page.get_by_label("In other words").locator("visible=true")).to_be_focused()
    keys.press("End")
    page.keyboard.type(more)
    keys.press("Control+Enter")
    expect(page.locator("blockquote", has_text=f"{words}{more}").first).to_be_visible()


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
    keys.to(page.locator(".stExpander summary"))
    keys.press("Enter")
    keys.say(WORRY, "mind")
    expect(page.locator("[class*=st-key-reword-noticings]")).to_have_count(2)
    expect(page.locator("[class*=st-key-box-mind] textarea#words")).to_be_visible()
    keys.button("Go on", "Our question")
    keys.button("Go on", "What did you notice?")
    keys.button("Play")
    film = page.locator(FILM)
    expect(film).to_have_js_property("paused", value=False)
    keys.press("Enter")
    expect(film).to_have_js_property("paused", value=True)
    looked_at_closely(keys)
    keys.say(WORDS)
    keys.button("That’s a strength")
    expect(page.get_by_role("button", name="A strength", exact=True)).to_be_visible()
    pinned(keys)
    keys.button("What does this show?")
    keys.button("Encouraging initiatives", exact=False)  # the card says more than its name
    keys.button("Waiting", exact=False)
    keys.button("Done")
    expect(page.locator(".named")).to_contain_text("Waiting")
    keys.button("More")
    keys.button("Say it differently")
    differently(keys, WORDS, " up")
    keys.button("What might Ada have been thinking?", "What might Ada have been thinking?")
    keys.say(THOUGHT)
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
    differently(keys, IDEA, " now")
    keys.button("Go on", "How it feels now")
    keys.to(page.locator("[role=radio][tabindex='0']").first)
    keys.press("ArrowRight")
    expect(page.get_by_role("radio", checked=True).first).to_be_visible()
    keys.button("Go on", "Looking back at today")
    for words in (f"{WORDS} up", THOUGHT, MEANWHILE, f"{IDEA} now"):
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
