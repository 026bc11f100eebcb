"""A tour of what opens, lies over or fails on a shared review's screens, in any language.

Driven by what the screens are made of and not by their words.
"""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser import walk
from tests.browser.proxy import Proxy
from tests.seen import FILM
from tests.waiting import wait_for

SAID = "I wait for her, and then I smile"
WORRY = "I worry about the nights"
IDEA = "Sing before the bath"
WRONG_PINS = 5  # then the passphrase is asked for
CLOSED = "update journeys set closed_gently_at = ? where id = ?"


class Review:
    """A shared review on a tablet, from its first step to its last, and all that opens in it."""

    def __init__(
        self, page: Page, proxy: Proxy, rows: Any, url: str, ids: dict[str, int], with_steps: bool
    ) -> None:
        self.page, self.proxy, self.rows, self.url, self.ids = page, proxy, rows, url, ids
        self.with_steps = with_steps  # or only what lies between them
        self.bar = page.locator(".bar.together button")
        self.cover = page.locator("dialog.cover")
        self.leaving = page.locator("dialog.leaving")
        self.line = page.locator("p.line")

    def part(self, key: str, what: str) -> Locator:
        return self.page.locator(f"[class*=st-key-{key}] {what}").first

    def drawn(self) -> None:
        self.page.wait_for_url("**?sitting=*")
        expect(self.page.locator("header.ask h1").first).to_be_visible()
        walk.drawn(self.page)

    def on(self) -> None:
        self.to_another_step(self.part("turn-on", "button"))

    def to_another_step(self, button: Locator) -> None:
        before = self.step
        button.tap()
        wait_for(lambda: self.step != before)
        self.drawn()

    @property
    def step(self) -> str:
        """The step that is on the disk, of what two people sit there for."""
        here = "select kind || ' ' || step from sittings where id = ?"
        return str(self.rows.execute(here, [self.sitting]).fetchone()[0])

    @property
    def sitting(self) -> int:
        return int(self.page.url.rpartition("sitting=")[2])

    def say(self, box: str, words: str) -> None:
        self.part(f"box-{box}", "textarea#words").fill(words)
        self.part(f"box-{box}", ".row button.main").tap()
        expect(self.page.locator(".said", has_text=words).first).to_be_visible()
        walk.drawn(self.page)

    def not_now(self, key: str) -> None:
        self.part(key, ".line button.plain:visible").tap()
        walk.drawn(self.page)

    def pin(self, dialog: Locator, digits: str) -> None:
        for digit in digits:
            dialog.get_by_role("button", name=digit, exact=True).tap()
        dialog.locator(".go").tap()

    def states(self) -> Iterator[str]:
        """Go through all of it; at each yield something is on the screen to be looked at."""
        walk.sign_in(self.page, self.url)
        walk.screen(self.page, "Families")
        self.page.goto(f"{self.url}/get_ready?film={self.ids['film']}")
        self.page.get_by_role("button", name="Hand over the tablet").tap()
        self.drawn()
        yield from self.since()
        yield from self.question()
        yield from self.player()
        yield from self.noticing()
        yield from self.pinning()
        yield from self.principles()
        yield from self.lying_over()
        yield from self.away()
        yield from self.after()
        if self.with_steps:
            yield from self.ending()

    def step_itself(self, name: str) -> Iterator[str]:
        if self.with_steps:
            yield name

    def since(self) -> Iterator[str]:
        yield from self.step_itself("since")
        self.page.locator(".stExpander summary").tap()
        expect(self.part("box-mind", "textarea#words")).to_be_visible()
        yield "mind box"
        self.say("mind", WORRY)
        self.part("reword-", "button").tap()
        expect(self.part("reword-", "textarea")).to_be_focused()
        yield "said differently"
        self.not_now("reword-")

    def question(self) -> Iterator[str]:
        self.on()
        yield from self.step_itself("question")
        self.page.locator(".stExpander summary").tap()
        expect(self.part("box-question", "textarea#words")).to_be_visible()
        yield "question said differently"

    def player(self) -> Iterator[str]:
        self.on()
        film = self.page.locator(FILM)
        expect(film).to_have_js_property("readyState", 4)
        # Whoever asked for less motion has nothing move that they did not ask for.
        assert film.evaluate("film => film.paused && !film.loop && !film.autoplay")
        yield from self.step_itself("clip")
        self.part("clip-", ".row button.main").tap()
        film.evaluate("film => new Promise((done) => film.requestVideoFrameCallback(done))")
        self.part("clip-", ".row button.main").tap()
        expect(film).to_have_js_property("paused", True)
        expect(self.part("clip-", ".caption")).to_be_visible()
        yield "captions"
        self.part("clip-", "button:has(.icon-closer)").tap()
        yield "closer"
        self.part("clip-", "button:has(.icon-closer)").tap()
        self.part("clip-", ".more button:has(.icon-still)").tap()
        expect(self.part("clip-", "img.still")).to_be_visible()
        yield "one picture"
        self.part("clip-", ".more button:has(.icon-still)").tap()
        self.part("clip-", "button:has(.icon-large)").tap()
        expect(self.part("clip-", ".large")).to_be_visible()
        yield "fills the screen"
        self.part("clip-", "button:has(.icon-large)").tap()

    def noticing(self) -> Iterator[str]:
        field = self.part("box-noticing", "textarea#words")
        field.fill(SAID)
        self.part("box-noticing", ".who button.another").tap()
        self.part("box-noticing", ".row button.main").tap()
        expect(self.part("box-noticing", ".gentle")).to_be_visible()
        yield "asked who said it"
        self.part("box-noticing", ".who button.carer").tap()
        self.say("noticing", SAID)
        yield "noticed"
        self.part("noticed-", ".first button.plain").tap()
        expect(self.part("noticed-", ".others button:visible")).to_be_visible()
        yield "more"
        self.part("noticed-", ".others button:visible").tap()
        expect(self.part("noticed-", "textarea")).to_be_focused()
        yield "noticing said differently"
        self.not_now("noticed-")
        self.part("noticed-", ".first button.plain").tap()

    def pinning(self) -> Iterator[str]:
        moment = self.part("noticed-", "button:has(.icon-ring):visible")
        unpinned = moment.inner_text()
        moment.tap()
        expect(self.part("clip-", ".pinning")).to_be_visible()
        yield "pinning"
        self.part("clip-", ".pinning .acts button.main").tap()
        expect(self.part("clip-", ".rings .ring")).to_be_visible()
        expect(moment).not_to_have_text(unpinned)
        walk.drawn(self.page)
        yield "pinned"

    def principles(self) -> Iterator[str]:
        self.part("shows-", "button.turn").tap()
        yield "principle cards"
        self.part("shows-", "button.card").tap()
        self.part("shows-", ".sights button").tap()
        expect(self.part("shows-", ".keeping[data-state=kept]")).to_be_visible()
        walk.drawn(self.page)
        yield "a principle"
        self.part("shows-", "button.turn").tap()
        self.to_another_step(self.part("to-thinking-ask", "button"))
        yield "wondering"

    def lying_over(self) -> Iterator[str]:
        self.bar.first.tap()
        expect(self.cover).to_be_visible()
        yield "covered"
        self.cover.locator(".cover-words button").tap()
        expect(self.cover).to_be_hidden()
        self.fall_asleep()
        yield "asleep"
        for left in range(WRONG_PINS, 0, -1):
            self.pin(self.cover, "0000")
            expect(self.cover.get_by_role("alert")).not_to_be_empty()
            if left == WRONG_PINS:
                yield "another PIN"
        expect(self.cover.locator("form")).to_be_visible()
        yield "asleep, asking for the passphrase"
        self.cover.locator("input").fill(walk.PASSPHRASE)
        self.cover.locator("form button").tap()
        expect(self.cover).to_be_hidden()
        self.drawn()

    def fall_asleep(self) -> None:
        minutes = (
            "insert into settings values ('lock_minutes_together', ?)"
            " on conflict (name) do update set value = excluded.value"
        )
        self.rows.execute(minutes, ["0"])
        self.rows.commit()
        expect(self.cover.locator(".pad")).to_be_visible()
        self.rows.execute(minutes, ["30"])
        self.rows.commit()

    def away(self) -> Iterator[str]:
        self.proxy.cut()
        self.part("box-", "textarea#words").fill("half a wo")
        expect(self.part("box-", ".keeping[data-state=waiting]")).to_be_visible()
        expect(self.line).to_be_visible()
        yield "the server is away"
        self.bar.last.tap()
        expect(self.leaving).to_be_visible()
        yield "leaving"
        self.pin(self.leaving, walk.PIN)
        expect(self.leaving.get_by_role("alert").first).to_be_visible()
        yield "leaving with words that wait"
        self.leaving.locator("button.main:visible").tap()
        self.proxy.mend()
        expect(self.line).to_be_hidden()
        self.part("box-", "textarea#words").fill("")
        wait_for(lambda: not self.rows.execute("select 1 from drafts where words <> ''").fetchone())

    def after(self) -> Iterator[str]:
        self.on()
        self.on()
        self.to_another_step(self.part("idea-from-", "button"))
        yield "an idea from this"
        self.say("idea", IDEA)
        self.part("reword-ideas-", "button:visible >> nth=1").tap()
        yield "whose idea it is, and when"
        self.not_now("reword-ideas-")
        yield from self.step_itself("ideas")
        self.on()
        self.part("rate-", "button.ask").tap()
        yield "where it was before"
        self.rows.execute(CLOSED, ["2026-11-23", self.ids["journey"]])
        self.rows.commit()
        self.part("rate-", "[role=radio]").tap()
        expect(self.part("rate-", "[role=status][dir=ltr]")).to_be_visible()
        yield "refused"
        self.rows.execute(CLOSED, [None, self.ids["journey"]])
        self.rows.commit()
        self.on()
        yield "looking back"
        self.on()
        self.part("next-end", "button").tap()
        walk.drawn(self.page)
        yield "next time, or the end"
        self.close()
        yield "thank you"

    def close(self) -> None:
        self.part("turn-close", "button").tap()
        expect(self.page.locator(".st-key-turn")).to_have_count(0)
        walk.drawn(self.page)

    def ending(self) -> Iterator[str]:
        """The journey's ending, each of its steps."""
        self.bar.last.tap()
        self.pin(self.leaving, walk.PIN)
        walk.screen(self.page, "Families")
        self.page.goto(f"{self.url}/journey?journey={self.ids['journey']}")
        walk.screen(self.page, "Ada and Sam")
        self.page.get_by_text("Ending, or closing gently").tap()
        self.page.get_by_role("button", name="Sit down for the ending").tap()
        self.drawn()
        while self.part("turn-on", "button").is_visible():
            yield self.step
            self.on()
        yield self.step
        self.close()
        yield "thank you for this journey"
