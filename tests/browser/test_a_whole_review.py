"""A whole review by touch, in English and in Urdu, with all that may go wrong on the way.

Driven by what the steps are made of and not by their words: at each of them something is said and
kept, and something more half typed, while the page is loaded anew, the line is cut or the server
killed. At the end every word is read back from the journey page.
"""

from itertools import chain, cycle

import pytest
from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.browser.rows import rows_of
from tests.browser.test_holding_on import EVERYTHING
from tests.waiting import wait_for
from vigreview.languages.sentences import LANGUAGES
from vigreview.process import languages
from vigreview.process.practice import Practice
from vigreview.vault.store import Vault

SAID = {
    "en": "I waited for her and she smiled",
    "ur": "میں نے انتظار کیا اور وہ مسکرائی",
}


class Walk:
    """A review between two people on a tablet whose line and server may go at any time."""

    def __init__(self, page: Page, proxy, server, url: str, sitting: int, language: str) -> None:
        self.page, self.proxy, self.server, self.url = page, proxy, server, url
        self.sitting, self.language = sitting, language
        self.words: list[str] = []
        self.rows = rows_of(server.home)
        self.on = page.locator(".st-key-turn-on button")
        self.closing = page.locator(".st-key-turn-close button")
        self.onwards = self.on.or_(self.closing)
        self.box = page.locator("[class*=st-key-box-]").first
        self.field = self.box.locator("textarea#words")

    def begin(self) -> None:
        walk.sign_in(self.page, self.url)
        walk.screen(self.page, "Families")
        self.page.goto(f"{self.url}/get_ready?film=1")
        self.page.get_by_role("button", name="Hand over the tablet").tap()
        self.drawn()
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)

    def drawn(self) -> None:
        """Wait until this sitting's step is drawn."""
        self.page.wait_for_url("**/shared_review?sitting=*")
        expect(self.page.locator("header.ask h1")).to_be_visible(timeout=30_000)
        walk.drawn(self.page)

    @property
    def step(self) -> str:
        """The step that is on the disk."""
        here = "select step from sittings where id = ?"
        return str(self.rows.execute(here, [self.sitting]).fetchone()[0])

    def reload(self) -> None:
        self.page.reload()
        self.drawn()

    def kill(self) -> None:
        """Kill the server as a power cut would, and go on as the practitioner does then."""
        self.rows.close()
        self.server.kill()
        self.server.start()
        self.rows = rows_of(self.server.home)
        walk.sign_in(self.page, self.url)
        self.drawn()

    def cut(self) -> None:
        self.proxy.cut()

    def say(self, lost) -> None:
        """Say something and keep it, then half of something more; `lost` happens after each."""
        said = f"{SAID[self.language]} {self.step.replace(':', ' ')}"
        self.field.fill(said)
        if lost == self.cut:
            self.proxy.cut()
        self.box.locator("button.main").tap()
        if lost == self.cut:
            expect(self.box.locator(".keeping[data-state=waiting]")).to_be_visible()
            self.proxy.mend()
        self.kept(said)
        self.words.append(said)
        half = f"{said} +"
        self.field.press_sequentially(half)
        if lost == self.cut:
            self.proxy.cut()
            self.field.press_sequentially("++")
            half += "++"
            expect(self.box.locator(".keeping[data-state=waiting]")).to_be_visible()
            self.proxy.mend()
        expect(self.box.locator(".keeping[data-state=kept]")).to_be_visible()
        if lost != self.cut:
            before = self.step
            lost()
            assert self.step == before
        self.kept(said)
        expect(self.field).to_have_value(half)
        self.box.locator("button.main").tap()
        self.kept(half)
        self.words.append(half)

    def kept(self, words: str) -> None:
        """Wait until words are shown as kept, and not only as typed."""
        on_screen = self.page.locator("blockquote", has_text=words)
        expect(on_screen.first).to_be_visible(timeout=30_000)
        expect(self.field).not_to_have_value(words)

    def rated(self) -> bool:
        """Tell whether a rating of this sitting is on the disk."""
        rating = "select 1 from ratings where sitting_id = ?"
        return self.rows.execute(rating, [self.sitting]).fetchone() is not None

    def turn(self) -> None:
        before = self.step
        self.on.tap()
        wait_for(lambda: self.step != before)
        self.drawn()
        self.page.wait_for_function("document.readyState === 'complete'")

    def close(self) -> None:
        self.closing.tap()
        closed = "select state from sittings where id = ?"
        wait_for(
            lambda: self.rows.execute(closed, [self.sitting]).fetchone()[0] == "closed",
        )
        walk.drawn(self.page)
        self.page.locator(".bar.together button").last.tap()
        pad = self.page.get_by_role("dialog")
        for digit in walk.PIN:
            pad.get_by_role("button", name=digit, exact=True).tap()
        pad.locator(".go").tap()
        walk.screen(self.page, "Families")

    def read_back(self, journey: int) -> None:
        """Find each word that was kept on the practitioner's journey page."""
        self.page.goto(f"{self.url}/journey?journey={journey}")
        walk.drawn(self.page)

        def missing() -> list[str]:
            there = self.page.evaluate(EVERYTHING)
            return [words for words in self.words if words not in there]

        wait_for(lambda: not missing(), or_say=lambda: f"not on the journey page: {missing()}")
        strange = "select count(*) from events where verb like 'refused:%'"
        assert self.rows.execute(strange).fetchone() == (0,)  # a whole review, and nothing amiss


@pytest.fixture
def speaking(reviewed, cuttable):
    """Return a walk in a language, all of whose sentences the service has ticked."""
    page, proxy, url = cuttable
    server, ids = reviewed
    walks = []

    def in_language(code: str) -> Walk:
        if code != "en":
            server.stop()
            vault = Vault.open(server.home, walk.PASSPHRASE)
            practice = Practice(vault)
            there = languages.lines(practice, LANGUAGES[code])
            ticked = {one.id: one.source for one in there if one.source}
            languages.tick(practice, code, ticked, "Nadia")
            languages.speak(practice, ids["sitting"], code)
            vault.lock()
            server.start()
        walks.append(Walk(page, proxy, server, url, ids["sitting"], code))
        return walks[-1]

    yield in_language
    for one in walks:
        one.rows.close()


def review(one: Walk, journey: int, losses) -> None:
    """Walk through all steps, each with the next loss, and read everything back."""
    one.begin()
    seen = []
    for lost in losses:
        seen.append(one.step)
        if one.field.count() and one.field.first.is_visible():
            one.say(lost)
        choices = one.page.locator("[class*=st-key-rate-] [role=radio]")
        if choices.count():
            choices.nth(6).tap()
            expect(choices.nth(6)).to_be_checked()
            wait_for(one.rated)  # only what is kept by then outlives a killed server
            lost() if lost != one.cut else None
            expect(choices.nth(6)).to_be_checked()
        expect(one.onwards).to_be_visible()
        if one.closing.count():
            break
        one.turn()
    assert len(seen) > 6
    assert len(one.words) > 6
    one.close()
    one.read_back(journey)


def test_a_whole_review_by_touch_with_cuts_a_reload_and_a_killed_server(speaking, reviewed):
    one = speaking("en")
    losses = chain([one.reload, one.cut, one.kill], cycle([one.cut, one.reload]))
    review(one, reviewed[1]["journey"], losses)


@pytest.mark.long
@pytest.mark.parametrize("code", ["en", "ur"])
def test_a_whole_review_whose_server_is_killed_at_every_step(speaking, reviewed, code):
    one = speaking(code)
    review(one, reviewed[1]["journey"], cycle([one.kill]))


@pytest.mark.long
def test_a_whole_review_in_urdu_with_cuts_and_reloads(speaking, reviewed):
    one = speaking("ur")
    review(one, reviewed[1]["journey"], cycle([one.cut, one.reload]))
