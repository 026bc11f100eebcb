"""Anybody at the benches of two films, who does anything in any order, the power failing too.

After each act what is shown is what the rows say, the rows are what an act, an undo or a redo
should have made of them, and nothing of the other film has moved.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.browser.rows import Reading
from tests.browser.server import Server
from tests.seen import FILM
from tests.waiting import wait_for
from vigreview.components.bench.bench import STEPS
from vigreview.process.content import our_principles
from vigreview.process.microanalysis import Clip, clips, deleted_clips
from vigreview.process.steps import steps
from vigreview.process.stills import stills, stills_of

SIGHTS = {
    "initiative": "An initiative from Ada",
    "received": "Somebody receives it",
    "response": "And responds",
    "received by baby": "Received by Ada",
    "both in sight": "Both in sight",
    "about our question": "About our question",
}
NAMES = ("Looking", "She waits", "A long “look” & a <smile>", "")

# What is on the screen, as a person sees it; null where a part is not there.
SHOWN = """() => {
  const parts = [...document.querySelectorAll("*")].filter((one) => one.shadowRoot)
    .map((one) => one.shadowRoot);
  const all = (asked) => parts.flatMap((part) => [...part.querySelectorAll(asked)]);
  const one = (asked) => all(asked)[0] ?? null;
  const pressed = (node) => node.getAttribute("aria-pressed") === "true";
  // A pill too narrow for its clip's name shows a number, and is called by it first.
  const called = (pill) => pill.getAttribute("aria-label").replace(/^\\d+: /, "");
  return {
    pills: Object.fromEntries(all(".lanes .pill").map((pill) => [pill.dataset.clip, called(pill)])),
    on_the_bench: all(".lanes .pill").filter(pressed).map((pill) => pill.dataset.clip),
    undo: one("[data-act=undo]")?.getAttribute("aria-label"),
    redo: one("[data-act=redo]")?.getAttribute("aria-label"),
    order: all(".order li").map((row) =>
      [row.querySelector(".name").textContent, row.querySelector(".quiet").textContent]),
    words: ["name", "why", "wonder"].map((what) => one(`#${what}`)?.value ?? null),
    chosen: all(".standing button").filter(pressed).map((button) => button.textContent),
    seen: all(".sight").filter(pressed).map((chip) =>
      chip.querySelector(".words > span").textContent).sort(),
    stills: document.querySelectorAll("[class*=st-key-face-]").length,
  };
}"""
ALL_KEPT = """() => window[Symbol.for("vigreview.acts")].state() === "kept" """
AT_REST = """(video) => {
  const place = video.getRootNode().querySelector("[aria-label='Place in the film']");
  return place.getAttribute("aria-valuenow") === video.dataset.frame;
}"""


@dataclass
class Film:
    """What the bench of one film has been, as somebody remembers who may want to go back."""

    id: int
    past: list[Any]
    future: list[Any] = field(default_factory=list)


class Walker:
    """One walk, the same for the same seed."""

    def __init__(self, page: Page, server: Server, films: list[int], seed: int) -> None:
        self.page, self.server = page, server
        self.reading = Reading(server.home)
        self.chance = random.Random(seed)
        self.films = [Film(film, [self.rows(film)]) for film in films]
        self.here = self.films[0]
        self.told = [f"seed {seed}"]
        walk.sign_in(page, server.url)
        walk.screen(page, "Families")
        self.sees_the_bench()

    def go(self, acts: int) -> None:
        """Do so many acts; a failure tells the seed and what was done."""
        try:
            for number in range(acts):
                # Whatever chance says, each walk has these.
                fixed = {
                    acts // 3: self.reloads,
                    acts // 2: self.power_fails,
                    acts - 2: self.undoes,
                }
                self.does(fixed.get(number) or self.chance.choice(self.possible()))
        except BaseException as error:
            error.add_note("\n".join(self.told))
            raise
        finally:
            self.reading.close()

    def possible(self) -> list[Callable[[], bool]]:
        """What can be done now, the more often the more it matters."""
        here, marked = self.here, self.clips()
        can: list[Callable[[], bool]] = [self.marks, self.marks, self.marks_the_last_five]
        can += [self.goes_to_the_other_film, self.reloads]
        if marked:
            can += [self.picks, self.nudges, self.nudges, self.drags, self.names, self.notes]
            can += [self.sees, self.sees, self.takes_a_still, self.takes_away]
            can += [self.chooses] + [self.orders] * (len(marked) > 1)
        can += [self.brings_back] * bool(deleted_clips(self.reading, here.id))
        can += [self.handles_a_still] * bool(self.stills())
        can += [self.undoes] * 3 * (len(here.past) > 1) + [self.redoes] * 3 * bool(here.future)
        return can

    def does(self, act: Callable[[], bool]) -> None:
        """Do one act; what must change says so by returning True."""
        name = act.__name__
        self.told.append(f"film {self.here.id}: {name}")
        walk.drawn(self.page)  # what Streamlit still draws would move a button from under the tap
        before, others = self.here, {one.id: self.rows(one.id) for one in self.films}
        changes = act()
        assert changes is not None
        self.page.wait_for_function(ALL_KEPT)
        if changes:
            wait_for(lambda: self.rows(before.id) != others[before.id], or_say=lambda: name)
        self.shown_is_what_the_rows_say()
        for one in self.films:
            if one is not before or name in ("reloads", "power_fails", "goes_to_the_other_film"):
                assert self.rows(one.id) == others[one.id], f"{name} moved something of {one.id}"
        if name not in ("undoes", "redoes"):
            self.remembers(before)
        assert self.rows(before.id) == before.past[-1], name

    def remembers(self, film: Film) -> None:
        now = self.rows(film.id)
        if now != film.past[-1]:
            film.past.append(now)
            film.future.clear()

    # What the rows say

    def rows(self, film: int) -> Any:
        return clips(self.reading, film), stills(self.reading, film)

    def clips(self) -> list[Clip]:
        return clips(self.reading, self.here.id)

    def card(self) -> Clip | None:
        """The clip on the card: the one that is chosen on the bench, else the last."""
        marked = {str(one.id): one for one in self.clips()}
        found = [marked[one] for one in self.page.evaluate(SHOWN)["on_the_bench"] if one in marked]
        return (found or [*marked.values()][-1:] or [None])[0]

    def stills(self) -> list[Any]:
        card = self.card()
        return stills_of(self.reading, card) if card else []

    def shown_is_what_the_rows_say(self) -> None:
        """Wait until it is; fail with what is shown instead."""
        page = self.page
        wait_for(
            lambda: page.evaluate(SHOWN) == self.should_show(),
            or_say=lambda: f"{page.evaluate(SHOWN)}\nrows: {self.should_show()}",
        )
        walk.drawn(page)
        assert page.evaluate(SHOWN) == self.should_show()

    def should_show(self) -> dict[str, Any]:
        marked, on_the_bench = self.clips(), self.page.evaluate(SHOWN)["on_the_bench"]
        names = {one.id: one.name or f"Clip {at}" for at, one in enumerate(marked, 1)}
        told, card = steps(self.reading, self.here.id), self.card()
        principles = SIGHTS | {
            one.id: one.name for level in our_principles().levels for one in level.principles
        }
        return {
            "pills": {
                str(one.id): f"{names[one.id]}, from {exact(one.start_us)} to {exact(one.end_us)}"
                for one in marked
            },
            "on_the_bench": on_the_bench[:1] if on_the_bench and card else [],
            "undo": f"Undo {STEPS[told.back]}" if told.back else "Nothing to undo",
            "redo": f"Redo {STEPS[told.on]}" if told.on else "Nothing to redo",
            "order": [
                [names[one.id], f"{seconds(one)} s · {'chosen' if one.chosen else 'perhaps'}"]
                for one in marked
            ],
            "words": [card.name, card.why, card.wonder] if card else [None, None, None],
            "chosen": ["Chosen" if card.chosen else "Perhaps"] if card else [],
            "seen": sorted(principles[one] for one in (*card.seen, *card.principles))
            if card
            else [],
            "stills": len(stills_of(self.reading, card)) if card else 0,
        }

    # What a person does. Each returns whether the rows must be other ones for it.

    def sees_the_bench(self) -> None:
        self.page.goto(f"{self.server.url}/clips?film={self.here.id}")
        self.bench_is_there()

    def bench_is_there(self) -> None:
        walk.screen(self.page, "Clips of film")
        expect(self.page.locator(FILM)).to_have_attribute("data-frame", re.compile(r"\d+"))
        self.shown_is_what_the_rows_say()

    def goes_to_the_other_film(self) -> bool:
        self.here = next(one for one in self.films if one is not self.here)
        self.sees_the_bench()
        return False

    def reloads(self) -> bool:
        self.page.reload()
        self.bench_is_there()
        return False

    def power_fails(self) -> bool:
        self.server.kill()
        self.server.start()
        walk.sign_in(self.page, self.server.url)
        walk.screen(self.page, "Families")
        self.sees_the_bench()
        return False

    def rests(self) -> None:
        """Wait until the frame that was asked for is painted."""
        video = self.page.locator(FILM)
        wait_for(lambda: video.evaluate(AT_REST), or_say=lambda: "the frame is not painted")

    def goes_to(self, part: float) -> None:
        band = self.page.locator(".band")
        box = band.bounding_box()
        assert box
        band.click(position={"x": part * box["width"], "y": box["height"] / 2}, force=True)
        self.rests()

    def marks(self) -> bool:
        self.goes_to(self.chance.uniform(0.02, 0.6))
        self.page.keyboard.press("i")
        for key in self.chance.choices(["Shift+ArrowRight", "ArrowRight"], k=3):
            self.page.keyboard.press(key)
            self.rests()
        self.page.keyboard.press("o")
        return True

    def marks_the_last_five(self) -> bool:
        self.goes_to(self.chance.uniform(0.3, 0.99))
        self.page.keyboard.press("5")
        return True

    def picks(self) -> bool:
        pills = self.page.locator(".lanes .pill")
        pills.nth(self.chance.randrange(pills.count())).click()
        self.rests()
        return False

    def picked(self) -> None:
        """Have a clip on the bench."""
        if self.page.locator(".lanes .pill[aria-pressed=true]").count() == 0:
            self.picks()
            self.shown_is_what_the_rows_say()

    def nudges(self) -> bool:
        self.picked()
        edge = self.chance.choice(["Start", "End"])
        by = ["one frame earlier", "one frame later", "−0.2 seconds", "+0.2 seconds"]
        self.page.get_by_role("button", name=f"{edge}: {self.chance.choice(by)}").click()
        return False  # an edge does not pass the other, nor the film's end

    def drags(self) -> bool:
        self.picked()
        edge = self.chance.choice(["Start", "End"])
        handle = self.page.get_by_role("slider", name=f"{edge} of the clip")
        box = handle.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + self.chance.randint(-150, 150), y, steps=4)
        self.page.mouse.up()
        return False

    def names(self) -> bool:
        box = self.page.get_by_label("A short name")
        before = box.input_value()
        wanted = self.chance.choice([one for one in NAMES if one != before])
        box.fill(wanted)
        box.press("Enter")
        return True

    def notes(self) -> bool:
        what = self.chance.choice(["Why this moment", "What to wonder about together"])
        box = self.page.get_by_label(what)
        box.fill(f"{box.input_value()} and then {self.chance.randint(0, 99)}".strip())
        box.blur()
        return True

    def sees(self) -> bool:
        if self.chance.random() < 0.5:
            words = self.chance.choice([*SIGHTS.values()])
        else:
            level = self.chance.choice(our_principles().levels)
            head = self.page.locator(".level .head", has_text=level.name)
            if head.get_attribute("aria-expanded") != "true":
                head.click()
            words = self.chance.choice(level.principles).name
        self.page.locator(".sight", has=self.page.get_by_text(words, exact=True)).click()
        return True

    def chooses(self) -> bool:
        buttons = self.page.get_by_role("group", name="For the shared review")
        buttons.locator("button[aria-pressed=false]").click()
        return True

    def orders(self) -> bool:
        way = self.chance.choice(["later", "earlier"])
        moving = self.page.locator(f".order li button[aria-label$=' {way}'][aria-disabled=false]")
        moving.nth(self.chance.randrange(moving.count())).click()
        return True

    def takes_a_still(self) -> bool:
        self.picks()  # which goes to the clip's first frame
        self.shown_is_what_the_rows_say()
        self.page.keyboard.press("ArrowRight")
        self.rests()
        self.page.keyboard.press("s")
        return True

    def handles_a_still(self) -> bool:
        what = self.chance.choice(["face", "still-away"])
        asked = f"[class*=st-key-{what}-] button:not([disabled])"
        buttons = self.page.locator(asked)
        if not buttons.count():
            return False  # the only still stands for the clip as it is
        buttons.nth(self.chance.randrange(buttons.count())).click()
        return True

    def takes_away(self) -> bool:
        self.page.get_by_role("button", name="Take this clip away").click()
        return True

    def brings_back(self) -> bool:
        gone = self.page.get_by_text("Clips that were taken away", exact=True)
        back = self.page.locator("[class*=st-key-back-] button")
        if not back.first.is_visible():
            gone.click()
            back.first.wait_for()
        back.nth(self.chance.randrange(back.count())).click()
        return True

    def undoes(self) -> bool:
        return self.steps("Undo", self.here.past, self.here.future)

    def redoes(self) -> bool:
        return self.steps("Redo", self.here.future, self.here.past)

    def steps(self, word: str, out_of: list[Any], into: list[Any]) -> bool:
        """Undo or redo once or, quickly after one another, twice, by a button or by keys."""
        least = 1 if word == "Undo" else 0  # how it was before the walk stays
        times = min(self.chance.choice([1, 1, 2]), len(out_of) - least)
        for _ in range(times):
            into.append(out_of.pop())
            if self.chance.random() < 0.5:
                self.page.get_by_role("button", name=re.compile(f"^{word} ")).click()
            else:
                self.page.locator(".controls [aria-label='One frame on']").focus()
                self.page.keyboard.press("Control+z" if word == "Undo" else "Control+Shift+z")
        return times == 1  # two of them may lead to the same rows


def exact(us: int) -> str:
    """A time as the bench tells it."""
    minutes, thousandths = divmod(int(us / 1000 + 0.5), 60_000)
    return f"{minutes}:{thousandths / 1000:06.3f}"


def seconds(one: Clip) -> str:
    return f"{(one.end_us - one.start_us) / 1e6:.1f}"
