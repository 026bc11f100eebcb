"""What is said in a shared review: noticed, wondered, on somebody's mind; and what is a strength.

The parent's words come first and stay apart from the practitioner's. Nothing here judges.
"""

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.process import together
from vigreview.process.getting_ready import of_this_review
from vigreview.process.pinning import Pin, pin_of
from vigreview.process.practice import Practice, Refused, insert, row
from vigreview.process.speakers import TOGETHER, Who, speaker
from vigreview.process.tongues import as_said
from vigreview.process.wording import principles
from vigreview.vault.events import now

# What baby may have thought, and felt; what the parent was thinking or feeling then.
WONDERS = ("thinking", "feeling", "me")
# 'wondering' is what reviews asked in one before these were apart.
WONDERED = ("wondering", *WONDERS)
OF_A_CLIP = ("noticing", *WONDERED)
CAN_BE_STRENGTHS = ("noticing", "since")


@dataclass(frozen=True)
class Noticing:
    """Somebody's words in a sitting. `who` is their chosen word; a parent's come first.

    `kind`: 'noticing', one of WONDERED, 'since' (what was noticed since the ideas from last time),
    'mind' (something on the parent's mind), 'films' (what they would like to happen with the
    films, said at the ending). `said_by`: 'together', the word for another who was there, or None
    for a carer (`carer_id`) or the practitioner. `first_words` and `first_original` are there where
    they were put differently later. `pin` is the moment in the film that is meant.
    """

    id: int
    sitting_id: int
    kind: str
    clip_id: int | None
    idea_id: int | None
    who: str
    by_parent: bool
    words: str
    original: str | None
    said_at: str
    said_by: str | None = None
    first_words: str | None = None
    first_original: str | None = None
    strength: bool = False
    pin: Pin | None = None
    principles: tuple[str, ...] = ()
    carer_id: int | None = None
    said_in: str | None = None

    @property
    def by_both(self) -> bool:
        return self.said_by == TOGETHER


def notice(
    practice: Practice,
    clip_id: int,
    words: str,
    who: Who,
    original: str | None = None,
    said_in: str | None = None,
) -> int:
    """Keep what somebody noticed in a clip; return its id."""
    return keep_said(practice, "noticing", words, who, original, said_in, clip_id=clip_id)


def wonder(
    practice: Practice,
    clip_id: int,
    words: str,
    who: Who,
    original: str | None = None,
    about: str = "thinking",
    said_in: str | None = None,
) -> int:
    """Keep what somebody wondered `about` (one of WONDERS) a clip; return its id."""
    if about not in WONDERS:
        raise Refused("There is no such question.")
    return keep_said(practice, about, words, who, original, said_in, clip_id=clip_id)


def noticed_since(
    practice: Practice,
    words: str,
    who: Who,
    idea_id: int | None = None,
    original: str | None = None,
    said_in: str | None = None,
) -> int:
    """Keep what has been noticed since last time, about one idea or in general."""
    return keep_said(practice, "since", words, who, original, said_in, idea_id=idea_id)


def on_my_mind(
    practice: Practice,
    words: str,
    who: Who,
    original: str | None = None,
    said_in: str | None = None,
) -> int:
    """Keep something on a parent's mind in their words; it is never turned into a strength."""
    return keep_said(practice, "mind", words, who, original, said_in)


def keep_said(
    practice: Practice,
    kind: str,
    words: str,
    who: Who,
    original: str | None,
    said_in: str | None,
    clip_id: int | None = None,
    idea_id: int | None = None,
) -> int:
    """Keep somebody's words of a kind (`Noticing`) in this seat's sitting; return their id."""
    sitting = together.here(practice)
    if clip_id is not None:
        of_this_review(practice, sitting.id, clip_id)
    held: dict[str, Any] = {
        "kind": kind,
        "clip_id": clip_id,
        "idea_id": idea_id,
        **as_said(words, original, said_in),
    }
    with practice.write() as db:
        held |= speaker(db, sitting.journey_id, who)._asdict()
        if idea_id is not None and row(db, "ideas", idea_id)["journey_id"] != sitting.journey_id:
            raise Refused("That idea is not part of this journey.")
        where = {"sitting_id": sitting.id, "said_at": now()}
        noticing_id = insert(db, "noticings", {**held, **where})
        practice.record(db, f"keep {kind}", "noticings", noticing_id, **held)
        return noticing_id


def keep_strength(practice: Practice, noticing_id: int, kept: bool) -> None:
    """Keep what somebody noticed as a strength, or take that back.

    Raises Refused for anything else than what was noticed: a worry is never turned into one.
    """
    with practice.write() as db:
        before = said_here(practice, db, noticing_id)
        if before["kind"] not in CAN_BE_STRENGTHS:
            raise Refused("Only what was noticed can be kept as a strength.")
        if kept == (before["strength_at"] is not None):
            return
        db.table("noticings").update(noticing_id, {"strength_at": now() if kept else None})
        verb = "keep strength" if kept else "take strength back"
        practice.record(db, verb, "noticings", noticing_id)


def see_in_noticing(practice: Practice, noticing_id: int, what: str, seen: bool) -> None:
    """Put a principle among those that a noticing shows, or take it out again."""
    with practice.write() as db:
        said_here(practice, db, noticing_id)
        named = db.table("noticing_principles")
        rows = named.rows_where("noticing_id = ?", [noticing_id])
        before = sorted(held["principle"] for held in rows)
        if what not in principles(practice).choices(before):
            raise Refused("That is not one of the principles.")
        if seen == (what in before):
            return
        if seen:
            named.insert({"noticing_id": noticing_id, "principle": what})
        else:
            named.delete_where("noticing_id = ? and principle = ?", [noticing_id, what])
        practice.record(db, "see in noticing", "noticings", noticing_id, what=what, seen=seen)


def said_here(
    practice: Practice, db: Database, said_id: int, what: str = "noticings"
) -> dict[str, Any]:
    """Return the row of what was said in this seat's sitting. Raises Refused for any other."""
    held = row(db, what, said_id)
    if held["sitting_id"] != together.here(practice).id:
        raise Refused("That was said in another review.")
    return held


def noticings(practice: Practice, sitting_id: int) -> list[Noticing]:
    """Return what was said in a sitting: the parent's words first, then those of both."""
    together.sitting(practice, sitting_id)
    with practice.read() as db:
        return [_noticing(db, held) for held in db.query(_SAID, {"sitting": sitting_id})]


_SAID = f"""
select n.id, n.sitting_id, n.kind, n.clip_id, n.idea_id, n.words, n.original, n.said_at, n.said_by,
       n.first_words, n.first_original, n.strength_at is not null as strength,
       n.carer_id is not null as by_parent, n.carer_id, n.said_in,
       coalesce(n.said_by, c.called, (select name from practitioner), 'practitioner') as who
from noticings n left join carers c on c.id = n.carer_id
where n.sitting_id = :sitting
order by by_parent desc, n.said_by is '{TOGETHER}' desc, n.id
"""  # noqa: S608 - our own word


def _noticing(db: Database, held: dict[str, Any]) -> Noticing:
    linked = db.table("noticing_principles").rows_where(
        "noticing_id = ?", [held["id"]], "principle"
    )
    flags = {name: bool(held[name]) for name in ("by_parent", "strength")}
    named = tuple(link["principle"] for link in linked)
    return Noticing(**{**held, **flags}, pin=pin_of(db, held["id"]), principles=named)
