"""A whole review between two people, on a tablet on which anything may go wrong at any time.

Driven by what the steps are made of and not by their words, so that it goes in every language.
"""

from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Locator, expect

from tests.browser import walk
from tests.browser.going_wrong import GoingWrong, Kept, Loss
from tests.browser.test_holding_on import EVERYTHING
from tests.waiting import wait_for

SAID = {
    "en": "I waited for her and she smiled",
    "ur": "میں نے انتظار کیا اور وہ مسکرائی",
}
WHERE_WORDS_LIE = ("noticings", "ideas", "next_times", "question_words")
SHOWS = """(step) => window[Symbol.for("vigreview.acts")].memory.get("place") === step"""


class Walk(GoingWrong):
    """One review. Each act goes through the next of `losses`, and is looked for on the disk."""

    # What two people do

    def begin(self) -> None:
        walk.sign_in(self.page, self.url)
        walk.screen(self.page, "Families")
        self.page.goto(f"{self.url}/get_ready?film=1")
        self.page.get_by_role("button", name="Hand over the tablet").tap()
        self.drawn()
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)

    def act(self, target: Locator, kept: Kept, event: str = "", loss: Loss | None = None) -> None:
        """Do something while the next thing goes wrong: it is on the disk, and the screen stays."""
        before = self.step
        self.through(loss or next(self.losses), target, kept)
        assert self.step == before
        if event:
            self.done[event] += 1

    def lies(self, words: str) -> int:
        """How often words lie on the disk."""
        tables = (f"select words from {table}" for table in WHERE_WORDS_LIE)
        return int(
            self.one(f"select count(*) from ({' union all '.join(tables)}) where words = ?", words)
        )

    def say(self, box: str, about: str = "") -> str:
        """Say something and keep it; return it."""
        said = f"{SAID[self.language]} {box.replace('-', ' ')}{about}"
        self.field(box).fill(said)
        self.field(box).blur()
        keep = self.part(f"box-{box}").locator("button.main")
        self.act(keep, lambda: self.lies(said) > 0)
        self.shown(said)
        # What was folded up may be so again, once it is drawn anew.
        expect(self.part(f"box-{box}").locator("textarea#words")).not_to_have_value(said)
        self.words.append(said)
        return said

    def say_in_two_halves(self, box: str) -> None:
        """Begin to say something, lose what there is to lose, and go on."""
        half = f"{SAID[self.language]} {box.replace('-', ' ')} +"
        self.field(box).tap()
        self.field(box).press_sequentially(half)
        loss = next(self.losses)
        so_far = "select count(*) from drafts where words = ?"
        keeping = self.part(f"box-{box}").locator(".keeping")
        if loss in (self.cut, self.browser_killed):
            wait_for(lambda: self.one(so_far, half))
            expect(keeping).to_have_attribute("data-state", "kept")
            self.proxy.cut()
            self.field(box).press_sequentially("++")
            expect(keeping).to_have_attribute("data-state", "waiting")
        if loss == self.cut:
            half += "++"
            self.proxy.mend()
        elif loss == self.browser_killed:
            self.tablet.die()  # what showed as kept is there again, and "++" never did
            self.proxy.mend()
            walk.sign_in(self.page, self.url)
        else:
            loss(lambda: None, lambda: bool(self.one(so_far, half)))
        wait_for(lambda: self.one(so_far, half))
        self.drawn()
        expect(self.field(box)).to_have_value(half)
        keep = self.part(f"box-{box}").locator("button.main")
        self.act(keep, lambda: self.lies(half) > 0, loss=self.calm)
        self.shown(half)
        self.words.append(half)

    def field(self, box: str) -> Locator:
        """The field of a box, unfolded where it lies folded up."""
        field = self.part(f"box-{box}").locator("textarea#words")
        folded = self.page.locator("[data-testid=stExpander] details:not([open]) summary")
        if folded.count() and not (field.count() and field.is_visible()):
            folded.first.tap()
        expect(field).to_be_visible()
        return field

    def shown(self, words: str) -> None:
        """Wait until words are shown as kept, and not only as typed."""
        said = self.page.locator("blockquote").filter(has_text=words)
        expect(said.first).to_be_visible(timeout=30_000)

    def put_differently(self, part: Locator, before: str) -> None:
        """Say in other words what has been said; both are to be found in the end."""
        line = part.locator("textarea:visible")
        line.fill(f"{before}, so to say")
        line.blur()
        self.act(
            part.locator("button.main:visible"),
            lambda: self.lies(f"{before}, so to say") > 0,
            "reword",
        )
        expect(line).to_have_count(0)
        self.shown(f"{before}, so to say")
        self.words.append(f"{before}, so to say")

    def since(self) -> None:
        said = self.say("since")
        self.say_in_two_halves("since")
        part = self.part("reword-noticings-")
        part.locator("button.plain").first.tap()
        self.put_differently(part, said)
        self.say("mind")

    def question(self) -> None:
        self.say("question")

    def clip(self, clip: int, all_of_it: bool) -> None:
        said = self.say(f"noticing-{clip}")
        if not all_of_it:
            return
        strength = self.part("noticed-").locator(".first button")
        strengths = "select count(strength_at) from noticings where words = ?"
        about = "select count(*) from {} where noticing_id = (select max(id) from noticings)"
        self.act(
            strength.first,
            lambda: bool(self.one(strengths, said)),
            "keep strength",
        )
        expect(strength.first).to_have_attribute("aria-pressed", "true")
        strength.nth(1).tap()
        self.act(
            self.part("clip-").locator(".pinning .main"),
            lambda: bool(self.one(about.format("noticing_moments"))),
            "pin moment",
        )
        self.principle(lambda: bool(self.one(about.format("noticing_principles"))))
        more = self.part("noticed-").locator(".first button").nth(2)
        if more.get_attribute("aria-expanded") == "false":
            more.tap()
        self.part("noticed-").locator(".others").first.locator("button").nth(2).tap()
        self.put_differently(self.part("noticed-"), said)
        self.turn_to(f"clip:{clip}:thinking", self.part("to-thinking-ask").locator("button"))
        self.say(f"thinking-{clip}")
        self.turn_to(f"clip:{clip}", self.part("to-clip-ask").locator("button"))

    def principle(self, kept: Kept) -> None:
        shows = self.part("shows-")
        shows.locator("button.turn").tap()
        shows.locator("button.card").first.tap()
        sight = shows.locator("button.sight:visible").first
        self.act(sight, kept, "see in noticing")
        # A page that was loaded anew has the cards shut, and the name of the one picked on it.
        named = shows.locator(".named:visible, .sight[aria-pressed=true]:visible")
        expect(named.first).to_be_visible()

    def ideas(self) -> None:
        self.say("idea")
        self.say_in_two_halves("idea")

    def ratings(self) -> None:
        places = self.part("rate-").locator("[role=radio]")
        expect(places.nth(6)).to_be_visible()
        rated = "select count(*) from ratings where sitting_id = ? and value = 6"
        self.act(places.nth(6), lambda: bool(self.one(rated, self.sitting)), "rate")
        expect(places.nth(6)).to_be_checked()

    def next(self) -> None:
        self.say("next")
        loss = self.of_a_button(next(self.losses))
        ending = "select count(*) from next_times where ending and sitting_id = ?"
        self.act(
            self.part("next-end").locator("button"),
            lambda: bool(self.one(ending, self.sitting)),
            loss=loss,
        )

    def turn_on(self) -> None:
        """Go on by one step, and not by two."""
        here = ":".join(self.step.split(":")[:2])
        steps = wait_for(lambda: [one for one in [self.dots()] if here in one])[0]
        self.turn_to(steps[steps.index(here) + 1], self.part("turn-on").locator("button"))

    def dots(self) -> list[str]:
        """The steps of the thread that is on the screen."""
        dots = self.page.locator(".st-key-thread .dot")
        return list(dots.evaluate_all("dots => dots.map((dot) => dot.step)"))

    def turn_to(self, step: str, button: Locator) -> None:
        loss = self.of_a_button(next(self.losses))
        self.through(loss, button, lambda: self.step == step)
        self.page.wait_for_function(SHOWS, arg=step)

    def close(self) -> None:
        closed = "select state = 'closed' from sittings where id = ?"
        loss = self.of_a_button(next(self.losses))
        loss(self.closing.tap, lambda: bool(self.one(closed, self.sitting)))
        wait_for(lambda: self.one(closed, self.sitting))
        if loss in (self.kill, self.browser_killed):  # a new sign-in: nothing is left to go on with
            walk.screen(self.page, "Families")
            return
        self.drawn()
        expect(self.closing).to_have_count(0)
        self.page.locator(".bar.together button").last.tap()
        self.give_pin(self.page.get_by_role("dialog"))
        walk.screen(self.page, "Families")

    def read_back(self) -> None:
        """Find each word that was kept on the practitioner's journey page, and once on the disk."""
        self.page.goto(f"{self.url}/journey?journey={self.journey}")
        walk.drawn(self.page)

        def missing() -> list[str]:
            there = self.page.evaluate(EVERYTHING)
            return [words for words in self.words if words not in there]

        wait_for(lambda: not missing(), or_say=lambda: f"not on the journey page: {missing()}")
        twice = [words for words in self.words if self.lies(words) > 1]
        assert not twice
        events = Counter(verb for (verb,) in self.rows.execute("select verb from events"))
        assert {event: events[event] for event in self.done} == self.done
        strange = "select count(*) from events where verb like 'refused:%'"
        assert self.one(strange) == 0  # a whole review, and nothing amiss


def review(one: Walk, losses: Iterator[Loss], all_of_each_clip: bool = True) -> None:
    """Walk through all steps, each act with the next loss, and read everything back."""
    one.losses = losses
    one.begin()
    clips = 0
    while True:
        name, _, number = one.step.partition(":")
        if name == "clip":
            clips += 1
            one.clip(int(number), all_of_each_clip or clips == 1)
        elif name != "back":
            getattr(one, name)()
        expect(one.part("turn-on").or_(one.closing).first).to_be_visible()
        if one.closing.count():
            break
        one.turn_on()
    assert clips == 2
    one.close()
    one.read_back()
