"""The shared review of one film: what was noticed, wondered, and thought of together.

The parent's words come first and stay apart from the practitioner's. Nothing here judges.
"""

import json
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.process import together
from vigreview.process.consent import may
from vigreview.process.filming import ask, film, open_film
from vigreview.process.jobs import jobs
from vigreview.process.microanalysis import Clip, clips
from vigreview.process.practice import Practice, Refused, insert, row, words_of
from vigreview.process.stills import take_still
from vigreview.process.wording import principles
from vigreview.vault.events import now


@dataclass(frozen=True)
class Noticing:
    """Somebody's words in a sitting. `who` is their chosen word; a parent's come first.

    `kind`: 'noticing' (a strength seen), 'wondering' (what baby may have thought or felt), 'since'
    (what was noticed since the ideas from last time), 'mind' (something on the parent's mind),
    'films' (what they would like to happen with the films, said at the ending).
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
    principles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Idea:
    """An idea that was made together, in the words it was said in."""

    id: int
    sitting_id: int | None
    words: str
    original: str | None
    said_at: str
    who: str | None = None


@dataclass(frozen=True)
class Readiness:
    """How many of a review's clip copies are made; `why` says what went wrong, if anything did."""

    made: int
    wanted: int
    why: str | None = None

    @property
    def ready(self) -> bool:
        return self.wanted > 0 and self.made == self.wanted


def get_ready(practice: Practice, film_id: int) -> int:
    """Ask for a copy of each chosen clip, in the order of the review; return the sitting's id.

    A review that is still open is used again, with the clips as they are chosen now.
    """
    may(practice, "review", film_id).or_refuse()
    chosen = [clip for clip in clips(practice, film_id) if clip.chosen]
    if not chosen:
        raise Refused("Choose at least one clip first.")
    with practice.write() as db:
        sitting_id = _open_review(practice, db, film_id)
        db.table("sitting_clips").delete_where("sitting_id = ?", [sitting_id])
        db.table("sitting_clips").insert_all(
            {"sitting_id": sitting_id, "clip_id": clip.id, "position": position}
            for position, clip in enumerate(chosen, start=1)
        )
        for clip in chosen:
            if clip.face is None:
                take_still(practice, film_id, (clip.start_us + clip.end_us) // 2, clip.id)
        _ask_for_copies(practice, db, film_id, chosen)
        return sitting_id


def _open_review(practice: Practice, db: Database, film_id: int) -> int:
    found = next(
        db.table("sittings").rows_where("film_id = ? and state <> 'closed'", [film_id], limit=1),
        None,
    )
    if found:
        return int(found["id"])
    return together.add_review_sitting(practice, db, film(practice, film_id).journey_id, film_id)


def _ask_for_copies(practice: Practice, db: Database, film_id: int, chosen: list[Clip]) -> None:
    with open_film(practice.vault, film_id) as file:
        there = set(file.names())
    db.table("jobs").delete_where("film_id = ? and task = 'clip' and state = 'failed'", [film_id])
    under_way = "film_id = ? and task = 'clip' and state in ('waiting', 'working')"
    asked = {
        json.loads(job["args"])["clip"] for job in db.table("jobs").rows_where(under_way, [film_id])
    }
    for clip in chosen:
        if clip.stream not in there and clip.copy not in asked:
            edges = {"start_us": clip.start_us, "end_us": clip.end_us}
            ask(db, film_id, "clip", {"clip": clip.copy, **edges})


def readiness(practice: Practice, sitting_id: int) -> Readiness:
    """Say how far getting ready has come."""
    shown = review_clips(practice, sitting_id)
    film_id = together.sitting(practice, sitting_id).film_id
    if film_id is None or not shown:
        return Readiness(0, 0)
    with open_film(practice.vault, film_id) as file:
        there = set(file.names())
    ours = [job for job in jobs(practice, film_id) if job.task not in ("keepsake", "export")]
    why = next((job.why for job in ours if job.state == "failed"), None)
    return Readiness(sum(clip.stream in there for clip in shown), len(shown), why)


def review_clips(practice: Practice, sitting_id: int) -> list[Clip]:
    """Return the clips of a review in their order."""
    found = together.sitting(practice, sitting_id)
    if found.film_id is None:
        return []
    with practice.read() as db:
        order = {
            held["clip_id"]: held["position"]
            for held in db.table("sitting_clips").rows_where("sitting_id = ?", [sitting_id])
        }
    shown = [clip for clip in clips(practice, found.film_id) if clip.id in order]
    return sorted(shown, key=lambda clip: order[clip.id])


def review_steps(practice: Practice, sitting_id: int) -> list[str]:
    """Return the review's steps in order; 'clip:7' plays clip 7, 'wonder:7' wonders about it."""
    steps = ["since", "question"]
    for clip in review_clips(practice, sitting_id):
        steps += [f"clip:{clip.id}", f"wonder:{clip.id}"]
    return [*steps, "ideas", "ratings", "close"]


def notice(
    practice: Practice, clip_id: int, words: str, who: int | None, original: str | None = None
) -> int:
    """Keep what somebody noticed in a clip. `who` is a carer's id; None is the practitioner."""
    return keep_said(practice, "noticing", words, who, original, clip_id=clip_id)


def wonder(
    practice: Practice, clip_id: int, words: str, who: int | None, original: str | None = None
) -> int:
    """Keep what baby might have been thinking or feeling, as somebody wondered."""
    return keep_said(practice, "wondering", words, who, original, clip_id=clip_id)


def noticed_since(
    practice: Practice,
    words: str,
    who: int | None,
    idea_id: int | None = None,
    original: str | None = None,
) -> int:
    """Keep what has been noticed since last time, about one idea or in general."""
    return keep_said(practice, "since", words, who, original, idea_id=idea_id)


def on_my_mind(practice: Practice, words: str, who: int | None, original: str | None = None) -> int:
    """Keep something on a parent's mind in their words; it is never turned into a strength."""
    return keep_said(practice, "mind", words, who, original)


def keep_said(
    practice: Practice,
    kind: str,
    words: str,
    who: int | None,
    original: str | None,
    clip_id: int | None = None,
    idea_id: int | None = None,
) -> int:
    """Keep somebody's words of a kind (`Noticing`) in this seat's sitting; return their id."""
    sitting = together.here(practice)
    if clip_id is not None:
        _of_this_review(practice, sitting.id, clip_id)
    held: dict[str, Any] = {
        "kind": kind,
        "clip_id": clip_id,
        "idea_id": idea_id,
        "carer_id": who,
        "words": words_of(words, "What you want to say"),
        "original": (original or "").strip() or None,
    }
    with practice.write() as db:
        _of_this_journey(db, sitting.journey_id, who)
        if idea_id is not None and row(db, "ideas", idea_id)["journey_id"] != sitting.journey_id:
            raise Refused("That idea is not part of this journey.")
        where = {"sitting_id": sitting.id, "said_at": now()}
        noticing_id = insert(db, "noticings", {**held, **where})
        practice.record(db, f"keep {kind}", "noticings", noticing_id, **held)
        return noticing_id


def see_in_noticing(practice: Practice, noticing_id: int, what: str, seen: bool) -> None:
    """Put a principle among those that a noticing shows, or take it out again."""
    sitting = together.here(practice)
    with practice.write() as db:
        if row(db, "noticings", noticing_id)["sitting_id"] != sitting.id:
            raise Refused("That was said in another review.")
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


def add_idea(
    practice: Practice, words: str, who: int | None = None, original: str | None = None
) -> int:
    """Keep an idea that was made together; return its id."""
    sitting = together.here(practice)
    held = {
        "carer_id": who,
        "words": words_of(words, "The idea"),
        "original": (original or "").strip() or None,
    }
    with practice.write() as db:
        _of_this_journey(db, sitting.journey_id, who)
        where = {"journey_id": sitting.journey_id, "sitting_id": sitting.id, "said_at": now()}
        idea_id = insert(db, "ideas", {**held, **where})
        practice.record(db, "add idea", "ideas", idea_id, **held)
        return idea_id


def reword(practice: Practice, what: str, said_id: int, words: str) -> None:
    """Put right what was said in this sitting; the earlier words stay in the event's payload."""
    sitting = together.here(practice)
    if what not in ("noticings", "ideas"):
        raise Refused("Only what was said here can be put right.")
    words = words_of(words, "What you want to say")
    with practice.write() as db:
        before = row(db, what, said_id)
        if before["sitting_id"] != sitting.id:
            raise Refused("That was said in another review.")
        db.table(what).update(said_id, {"words": words})
        practice.record(db, "reword", what, said_id, before=before["words"], after=words)


def noticings(practice: Practice, sitting_id: int) -> list[Noticing]:
    """Return what was said in a sitting: the parent's words first, each in the order said."""
    together.sitting(practice, sitting_id)
    with practice.read() as db:
        return [_noticing(db, held) for held in db.query(_SAID, {"sitting": sitting_id})]


_SAID = """
select n.id, n.sitting_id, n.kind, n.clip_id, n.idea_id, n.words, n.original, n.said_at,
       n.carer_id is not null as by_parent,
       coalesce(c.called, (select name from practitioner), 'practitioner') as who
from noticings n left join carers c on c.id = n.carer_id
where n.sitting_id = :sitting
order by by_parent desc, n.id
"""


def _noticing(db: Database, held: dict[str, Any]) -> Noticing:
    linked = db.table("noticing_principles").rows_where(
        "noticing_id = ?", [held["id"]], "principle"
    )
    principles = tuple(link["principle"] for link in linked)
    return Noticing(**{**held, "by_parent": bool(held["by_parent"])}, principles=principles)


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
            "select i.id, i.sitting_id, i.words, i.original, i.said_at, c.called as who"
            " from ideas i left join carers c on c.id = i.carer_id"
            " where i.sitting_id = ? order by i.id",
            [sitting_id],
        )
        return [Idea(**held) for held in rows]


def _of_this_review(practice: Practice, sitting_id: int, clip_id: int) -> None:
    if clip_id not in {clip.id for clip in review_clips(practice, sitting_id)}:
        raise Refused("That clip is not part of this review.")


def _of_this_journey(db: Database, journey_id: int, carer_id: int | None) -> None:
    if (
        carer_id is not None
        and not db.execute(
            "select 1 from journey_carers where journey_id = ? and carer_id = ?",
            [journey_id, carer_id],
        ).fetchone()
    ):
        raise Refused("That person is not part of this journey.")
