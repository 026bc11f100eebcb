"""What was said in a shared review, said anew where it stands: by the words, whose, and when."""

from collections.abc import Sequence
from typing import Literal

from vigreview.components.note_box.note_box import OwnLanguage
from vigreview.components.rewording.rewording import (
    About,
    InOtherWords,
    Rewording,
    SaidWhen,
    rewording,
)
from vigreview.process.acts import PRACTITIONER, draft
from vigreview.process.presence import presence
from vigreview.process.shared_review import FITS, Idea, NextTime, Noticing
from vigreview.process.speakers import who_of
from vigreview.screens.own_language import languages_of
from vigreview.screens.review_stage import Review
from vigreview.screens.stage import carers_and_us

_TABLES: dict[type, Literal["noticings", "ideas", "next_times"]] = {
    Noticing: "noticings",
    Idea: "ideas",
    NextTime: "next_times",
}


def cards_to_reword(review: Review, said: Sequence[Noticing], kind: str = "") -> None:
    """Put what was said here on the screen, each with the way to say it differently."""
    for one in said:
        review.card(one, kind)
        put_differently(review, one)


def put_differently(review: Review, said: Noticing | Idea | NextTime) -> None:
    """Put under what was said here the way to say it differently.

    Of an idea, whose it is and when as well; what is thought of for next time can be let go of.
    """
    asked = in_other_words(review, said)
    data: Rewording = {**asked, "what": _TABLES[type(said)], "said_id": said.id}
    if isinstance(said, Idea):
        data["about"] = _about(review, said)
    if isinstance(said, NextTime):
        data["gone"] = said.gone
        when = review.when_line(asked["box"], "", "next-when")
        data["when"] = {**when, "said": said.when_words or ""}
    rewording(data, key=asked["box"])


def in_other_words(review: Review, said: Noticing | Idea | NextTime) -> InOtherWords:
    """Return what a part is told of words that may be put differently."""
    box, say = f"reword-{_TABLES[type(said)]}-{said.id}", review.words
    data: InOtherWords = {
        "said": said.words,
        "draft": draft(review.practice, box),
        "box": box,
        "words": {**say.parts("note"), **say.parts("noticed"), **say.parts("reword")},
        "keeping": say.parts("keeping"),
        **review.tongue,
    }
    own = _own_languages(review, said)
    if own:
        in_english = not said.said_in or said.original is not None
        data["said"] = said.words if in_english else ""
        data["own_languages"] = own
        data["own_said"] = (said.original or "") if in_english else said.words
        data["own_draft"] = draft(review.practice, f"{box}/own")
    return data


def _own_languages(review: Review, said: Noticing | Idea | NextTime) -> list[OwnLanguage]:
    there = presence(review.practice, review.sitting.id).carers
    own = languages_of(review.words, review.everybody, there, said)
    if said.original is not None and not own:
        label = review.words.part("reword-as-it-was-said")
        return [{"id": "", "name": "", "label": label, "lang": ""}]
    return own


def _about(review: Review, idea: Idea) -> About:
    """Return whose an idea may be, and when it might fit, as a part asks for it anew."""
    there = presence(review.practice, review.sitting.id).carers
    box = f"reword-about-{idea.id}"
    when: SaidWhen = {
        **review.when_line(box, "when-ask", "when-own", FITS),
        "said": idea.when_words or "",
        "fits": idea.fits,
    }
    return {
        "box": box,
        "who": [*carers_and_us(review.everybody, there), *review.beside],
        "chosen": who_of(idea.carer_id, idea.said_by) or PRACTITIONER,
        "another": review.words.part("who-another-label"),
        "when": when,
    }
