"""Ideas of what to do more of, made together: in whose words, from what, and when it might fit."""

from dataclasses import dataclass
from typing import Any

from vigreview.process import together
from vigreview.process.getting_ready import review_clips
from vigreview.process.noticing import said_here
from vigreview.process.practice import Practice, Refused, insert, maybe_words
from vigreview.process.speakers import TOGETHER, Who, speaker
from vigreview.process.tongues import as_said
from vigreview.vault.events import now

# Times of a day with a baby into which an idea may fit.
FITS = ("waking", "feeding", "changing", "playing", "out", "bath", "bedtime")


@dataclass(frozen=True)
class Idea:
    """An idea that was made together, in the words it was said in.

    `who` is the chosen word of those whose it is. `fits` holds some of FITS, `when_words` says when
    in their own words. It was born where `noticing_id` was said, about `clip_id`. What was said
    `first_` is there where they put it differently later; whose it was, and when, in its events.
    """

    id: int
    sitting_id: int | None
    words: str
    original: str | None
    said_at: str
    who: str = ""
    fits: tuple[str, ...] = ()
    when_words: str | None = None
    clip_id: int | None = None
    noticing_id: int | None = None
    first_words: str | None = None
    first_original: str | None = None
    carer_id: int | None = None
    said_by: str | None = None
    said_in: str | None = None

    @property
    def by_both(self) -> bool:
        return self.who == TOGETHER


def add_idea(
    practice: Practice,
    words: str,
    who: Who = None,
    original: str | None = None,
    noticing_id: int | None = None,
    fits: str | None = None,
    when_words: str | None = None,
    said_in: str | None = None,
) -> int:
    """Keep an idea that was made together; return its id. `fits` is some of FITS, with spaces."""
    sitting = together.here(practice)
    held: dict[str, Any] = {
        **as_said(words, original, said_in, "The idea"),
        **_when(fits, when_words),
        "noticing_id": noticing_id,
    }
    with practice.write() as db:
        held |= speaker(db, sitting.journey_id, who)._asdict()
        if noticing_id is not None:
            born = said_here(practice, db, noticing_id)
            if born["kind"] == "mind":
                raise Refused("A worry is not made into an idea.")
            shown = {clip.id for clip in review_clips(practice, sitting.id)}
            held["clip_id"] = born["clip_id"] if born["clip_id"] in shown else None
        where = {"journey_id": sitting.journey_id, "sitting_id": sitting.id, "said_at": now()}
        idea_id = insert(db, "ideas", {**held, **where})
        practice.record(db, "add idea", "ideas", idea_id, **held)
        return idea_id


def say_who_and_when(
    practice: Practice,
    idea_id: int,
    who: Who,
    fits: str | None = None,
    when_words: str | None = None,
) -> None:
    """Say anew whose an idea of this sitting is, and when it might fit: all three at once."""
    with practice.write() as db:
        before = said_here(practice, db, idea_id, "ideas")
        after = {
            **speaker(db, before["journey_id"], who)._asdict(),
            **_when(fits, when_words),
        }
        changed = {name: now for name, now in after.items() if now != before[name]}
        if not changed:
            return
        db.table("ideas").update(idea_id, changed)
        was = {name: before[name] for name in changed}
        practice.record(db, "say who and when", "ideas", idea_id, before=was, after=changed)


def _when(fits: str | None, when_words: str | None) -> dict[str, str | None]:
    """Return the columns that say when an idea might fit. Raises Refused."""
    chosen = (fits or "").split()
    if not set(chosen) <= set(FITS):
        raise Refused("That is not one of the times of the day.")
    return {
        "fits": " ".join(one for one in FITS if one in chosen),
        "when_words": maybe_words(when_words, "When it might fit", 400),
    }


def ideas(practice: Practice, sitting_id: int) -> list[Idea]:
    """Return the ideas made in a sitting."""
    together.sitting(practice, sitting_id)
    return _ideas(practice, sitting_id)


def ideas_from_last_time(practice: Practice, sitting_id: int) -> list[Idea]:
    """Return the ideas of the review before this one, in the same journey."""
    sitting = together.sitting(practice, sitting_id)
    with practice.read() as db:
        last = db.execute(
            "select max(sitting_id) from ideas where journey_id = ? and sitting_id < ?",
            [sitting.journey_id, sitting_id],
        ).fetchone()[0]
    return _ideas(practice, last) if last else []


def _ideas(practice: Practice, sitting_id: int) -> list[Idea]:
    with practice.read() as db:
        rows = db.query(
            "select i.id, i.sitting_id, i.words, i.original, i.said_at, i.fits, i.when_words,"
            " i.clip_id, i.noticing_id, i.first_words, i.first_original, i.carer_id, i.said_by,"
            " i.said_in, coalesce(i.said_by, c.called, (select name from practitioner),"
            " 'practitioner') as who"
            " from ideas i left join carers c on c.id = i.carer_id"
            " where i.sitting_id = ? order by i.id",
            [sitting_id],
        )
        return [Idea(**{**held, "fits": tuple(held["fits"].split())}) for held in rows]
