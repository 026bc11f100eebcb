"""What the steps of a shared review have in common: who sits there, and their words on cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vigreview.components.note_box.note_box import Speaker, When
from vigreview.languages.words import Words
from vigreview.process.acts import draft
from vigreview.process.languages import words
from vigreview.process.people import People, people
from vigreview.process.practice import Practice
from vigreview.process.shared_review import Idea, Noticing
from vigreview.process.speakers import ANOTHER, TOGETHER, others
from vigreview.process.together import Sitting
from vigreview.screens import screen, stage


@dataclass(frozen=True)
class Review:
    """One shared review as its screen sees it."""

    practice: Practice
    sitting: Sitting
    everybody: People
    words: Words

    @staticmethod
    def of(practice: Practice, sitting: Sitting) -> "Review":
        everybody = people(practice, sitting.journey_id)
        return Review(practice, sitting, everybody, words(practice, sitting.id))

    @property
    def tongue(self) -> Any:
        """The language and direction of this screen, as the parts in the browser take them."""
        return {"lang": self.words.language.code, "dir": self.words.language.dir}

    def box(
        self,
        box: str,
        label: str,
        verb: str,
        args: dict[str, Any],
        shown: list[int],
        with_who: bool = True,
        beginning: str = "",
        when: When | None = None,
    ) -> None:
        """Put a box for somebody's own words on the screen (`stage.own_words`).

        Beside the carers and the practitioner both together may have said them, or another.
        """
        stage.own_words(
            self.practice,
            box,
            label,
            verb,
            args,
            self.everybody,
            shown,
            with_who=with_who,
            beginning=beginning,
            beside=self.beside if with_who else (),
            more={"another": self.words.part("who-another-label")}
            | ({"when": when} if when else {}),
        )

    @property
    def beside(self) -> list[Speaker]:
        """Whose words they may be beside a carer's and the practitioner's."""
        both, another = (self.words.part(one) for one in ("who-together", "who-another"))
        named: list[Speaker] = [
            {"id": f"{ANOTHER}{word}", "word": word, "kind": "another"}
            for word in others(self.practice, self.sitting.id)
        ]
        return [
            {"id": TOGETHER, "word": both, "kind": "together"},
            *named,
            {"id": ANOTHER, "word": another, "kind": "another"},
        ]

    def who(self, one: Noticing | Idea) -> str:
        """Return the word for those whose words these are."""
        return self.words("who-together") if one.by_both else one.who

    def card(self, one: Noticing, kind: str = "") -> None:
        """Put what somebody said on the screen; the parent's words look like none else's."""
        speaker = "parent" if one.by_parent or one.by_both else "practitioner"
        screen.quote_said(one, self.who(one), kind or speaker)

    def cards(self, said: list[Noticing], kind: str = "") -> None:
        """Put several things that were said on the screen."""
        for one in said:
            self.card(one, kind)

    def idea(self, idea: Idea, kind: str = "parent") -> None:
        """Put an idea on the screen: its words, whose it is, and when it might fit."""
        screen.quote_said(idea, screen.joined([self.who(idea), *self.when(idea)]), kind)

    def when_line(self, box: str, label: str, own: str, chips: Sequence[str] = ()) -> When:
        """Return chips for when something might fit, and a line for it in own words."""
        return {
            "label": self.words.part(label) if label else "",
            "own": self.words.part(own),
            "chips": [(one, self.words.part(f"when-{one}")) for one in chips],
            "draft": draft(self.practice, f"{box}/when"),
        }

    def when(self, idea: Idea) -> list[str]:
        """Return when in the day an idea might fit, in words."""
        return [*(self.words(f"when-{one}") for one in idea.fits), idea.when_words or ""]
