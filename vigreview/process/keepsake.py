"""The keepsake: a small film that a family takes home, of one film's shared review.

It shows the review's clips in their order, each with what the parent said of it, word for word;
nothing that a practitioner wrote for themselves is in it. What is not chosen is not in it either.
"""

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.process.filming import film
from vigreview.process.helping_question import Wording, helping_question
from vigreview.process.journeys import journey
from vigreview.process.microanalysis import Clip
from vigreview.process.people import people
from vigreview.process.practice import NotThere, Practice, Refused
from vigreview.process.shared_review import (
    OF_A_CLIP,
    Idea,
    Noticing,
    ideas,
    noticings,
    review_clips,
)


@dataclass(frozen=True)
class Moment:
    """A clip of the review, and what of it is in the keepsake.

    `words` is the one of its `choices` that stands on it, or None; `slowly`: it is seen once more,
    slowly; `still`: then its face stays for a while.
    """

    clip: Clip
    choices: tuple[Noticing, ...]
    shown: bool
    words: Noticing | None
    slowly: bool
    still: bool


@dataclass(frozen=True)
class Keepsake:
    """What is chosen for a film's keepsake. `names`: for whom it is; `question` may be left out.

    `ideas` are those of the review, each with whether it is on the last card.
    """

    film_id: int
    names: str
    question: Wording | None
    with_question: bool
    moments: tuple[Moment, ...]
    ideas: tuple[tuple[Idea, bool], ...]
    reviewed: bool
    several_carers: bool

    @property
    def shown(self) -> list[Moment]:
        return [moment for moment in self.moments if moment.shown]

    @property
    def noticed(self) -> bool:
        """Whether the parent has said anything of any of its clips."""
        return any(moment.choices for moment in self.moments)


def keepsake(practice: Practice, film_id: int) -> Keepsake:
    """Return what is chosen for a film's keepsake, or would be if nobody chooses otherwise."""
    at_the_desk(practice)
    of = film(practice, film_id)
    everybody = people(practice, of.journey_id)
    # After a hard day nothing is asked of anybody: neither question nor ideas, unless wished for.
    gently = journey(practice, of.journey_id).closed_gently_at is not None
    asked = helping_question(practice, of.journey_id).question
    with practice.read() as db:
        table = db.table("sittings")
        reviews = [
            held["id"]
            for held in table.rows_where("film_id = ? and kind = 'review'", [film_id], "id desc")
        ]
        rows = {each["clip_id"]: each for each in _chosen(db, "keepsake_clips", film_id)}
        on_card = {
            each["idea_id"]: each["shown"] for each in _chosen(db, "keepsake_ideas", film_id)
        }
        questions = [each["question"] for each in _chosen(db, "keepsakes", film_id)]
    said = [one for review in reversed(reviews) for one in noticings(practice, review)]
    clips = {clip.id: clip for review in reviews for clip in review_clips(practice, review)}
    had = [idea for review in reversed(reviews) for idea in ideas(practice, review)]
    return Keepsake(
        film_id,
        f"{everybody.baby} and {everybody.carer}",
        asked[0] if asked else None,
        bool(questions[0]) if questions else not gently,
        tuple(_moment(clip, said, rows.get(clip.id)) for clip in clips.values()),
        tuple((idea, bool(on_card.get(idea.id, not gently))) for idea in had),
        bool(reviews),
        len(everybody.carers) > 1,
    )


def _chosen(db: Database, table: str, film_id: int) -> list[dict[str, Any]]:
    return list(db.table(table).rows_where("film_id = ?", [film_id]))


def _moment(clip: Clip, said: list[Noticing], held: dict[str, Any] | None) -> Moment:
    choices = tuple(
        one
        for kind in OF_A_CLIP
        for one in said
        if one.kind == kind and one.clip_id == clip.id and one.by_parent
    )
    if held is None:
        return Moment(clip, choices, True, next(iter(choices), None), False, False)
    words = next((one for one in choices if one.id == held["noticing_id"]), None)
    slowly, face = bool(held["slowly"]), bool(held["still"] and clip.face)
    return Moment(clip, choices, bool(held["shown"]), words, slowly, face)


def choose_moment(practice: Practice, film_id: int, clip_id: int, **change: Any) -> None:
    """Choose what of a clip is in it: `shown`, `words` (an id or None), `slowly`, `still`.

    The words are chosen, never written: they are one of those that the parent said.
    """
    moment = _moment_of(practice, film_id, clip_id)
    now = {
        "shown": moment.shown,
        "words": moment.words.id if moment.words else None,
        "slowly": moment.slowly,
        "still": moment.still,
    }
    if set(change) - set(now):
        raise Refused("That is nothing to be chosen.")
    now |= change
    if now["words"] not in {None, *(one.id for one in moment.choices)}:
        raise Refused("These words were not said about this clip.")
    held = {"clip_id": clip_id, "film_id": film_id, "noticing_id": now["words"]}
    held |= {name: int(bool(now[name])) for name in ("shown", "slowly", "still")}
    with practice.write() as db:
        db.table("keepsake_clips").insert(held, replace=True)
        practice.record(db, "choose for keepsake", "clips", clip_id, **change)


def _moment_of(practice: Practice, film_id: int, clip_id: int) -> Moment:
    moments = keepsake(practice, film_id).moments
    found = next((moment for moment in moments if moment.clip.id == clip_id), None)
    if found is None:
        raise NotThere("That clip is not part of this review.")
    return found


def choose_idea(practice: Practice, film_id: int, idea_id: int, shown: bool) -> None:
    """Have an idea on the last card, or not."""
    if idea_id not in {idea.id for idea, _ in keepsake(practice, film_id).ideas}:
        raise NotThere("That idea was not made in this review.")
    with practice.write() as db:
        held = {"idea_id": idea_id, "film_id": film_id, "shown": int(shown)}
        db.table("keepsake_ideas").insert(held, replace=True)
        practice.record(db, "choose for keepsake", "ideas", idea_id, shown=shown)


def choose_question(practice: Practice, film_id: int, shown: bool) -> None:
    """Have the helping question on the first card, or not."""
    keepsake(practice, film_id)
    with practice.write() as db:
        db.table("keepsakes").insert({"film_id": film_id, "question": int(shown)}, replace=True)
        practice.record(db, "choose for keepsake", "films", film_id, question=shown)


def at_the_desk(practice: Practice) -> None:
    if practice.sitting is not None:
        raise Refused("A keepsake is made at the practitioner's own screen.")
