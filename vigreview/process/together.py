"""Sittings: the times that practitioner and parent sit together at the tablet.

A sitting is about the helping question, it is the shared review of one film, or a journey's
ending. While it is under way the tablet can reach that sitting and nothing else.
"""

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.process.practice import NotThere, Practice, Refused, insert, row
from vigreview.vault.events import now


@dataclass(frozen=True)
class Sitting:
    """One time together. `kind` is 'question', 'review' or 'ending'; a review has a film."""

    id: int
    journey_id: int
    kind: str
    film_id: int | None
    step: str
    state: str
    made_at: str
    closed_at: str | None
    cover: str | None = None  # 'pause' or 'asleep' while it lies over the screen


def sitting(practice: Practice, sitting_id: int) -> Sitting:
    """Return one sitting. Raises NotThere, for another than this seat's as well."""
    if practice.sitting not in (None, sitting_id):
        raise NotThere("That is not on this screen.")
    with practice.read() as db:
        return Sitting(**row(db, "sittings", sitting_id))


def here(practice: Practice) -> Sitting:
    """Return the sitting of this seat. Raises Refused where there is none or it has closed."""
    if practice.sitting is None:
        raise Refused("This belongs to a time together.")
    found = sitting(practice, practice.sitting)
    if found.state == "closed":
        raise Refused("This time together has been closed.")
    return found


def open_question_sitting(practice: Practice, journey_id: int) -> int:
    """Return the journey's helping-question sitting that is still open, or a fresh one."""
    return open_sitting(practice, journey_id, "question", "doubt")


def open_sitting(practice: Practice, journey_id: int, kind: str, first_step: str) -> int:
    """Return a journey's sitting of a kind without a film that is still open, or a fresh one."""
    with practice.write() as db:
        row(db, "journeys", journey_id)
        found = next(
            db.table("sittings").rows_where(
                "journey_id = ? and kind = ? and state <> 'closed'", [journey_id, kind]
            ),
            None,
        )
        if found:
            return int(found["id"])
        return _add(practice, db, journey_id, kind, first_step, None)


def add_review_sitting(practice: Practice, db: Database, journey_id: int, film_id: int) -> int:
    """Add the sitting that is a film's shared review, inside the caller's change."""
    return _add(practice, db, journey_id, "review", "since", film_id)


def _add(
    practice: Practice,
    db: Database,
    journey_id: int,
    kind: str,
    step: str,
    film_id: int | None,
) -> int:
    held: dict[str, Any] = {
        "journey_id": journey_id,
        "kind": kind,
        "film_id": film_id,
        "step": step,
        "state": "open",
        "made_at": now(),
    }
    sitting_id = insert(db, "sittings", held)
    practice.record(db, f"open {kind} sitting", "sittings", sitting_id)
    return sitting_id


def hand_over(practice: Practice, sitting_id: int) -> Sitting:
    """Put the tablet between two people: from now on this sitting is all that can be reached."""
    with practice.write() as db:
        found = Sitting(**row(db, "sittings", sitting_id))
        if found.state == "closed":
            raise Refused("This time together has been closed.")
        db.table("sittings").update(sitting_id, {"state": "together", "cover": None})
        practice.record(db, "hand over", "sittings", sitting_id)
    return sitting(practice, sitting_id)


def take_back(practice: Practice, sitting_id: int) -> None:
    """The practitioner has taken the tablet back; what was not closed can be gone on with."""
    with practice.write() as db:
        if row(db, "sittings", sitting_id)["state"] == "together":
            db.table("sittings").update(sitting_id, {"state": "open"})
        db.table("sittings").update(sitting_id, {"cover": None})
        practice.record(db, "take back", "sittings", sitting_id)


def cover(practice: Practice, sitting_id: int, how: str | None) -> None:
    """Cover the screen of a time together, or uncover it; neither a reload nor a restart does."""
    with practice.write() as db:
        if row(db, "sittings", sitting_id)["cover"] == how:
            return
        db.table("sittings").update(sitting_id, {"cover": how})
        practice.record(db, f"cover: {how}" if how else "uncover", "sittings", sitting_id)


def under_way(practice: Practice) -> Sitting | None:
    """Return the sitting that was on the tablet when the app stopped, if there was one."""
    with practice.read() as db:
        found = next(
            db.table("sittings").rows_where("state = 'together'", order_by="id desc", limit=1), None
        )
        return Sitting(**found) if found else None


def go_to(practice: Practice, step: str) -> None:
    """Turn to another step of this seat's sitting; it is where a reload or a restart goes on."""
    found = here(practice)
    with practice.write() as db:
        db.table("sittings").update(found.id, {"step": step})


def close(practice: Practice) -> None:
    """Close this seat's sitting. What was said in it stays as it is."""
    found = here(practice)
    with practice.write() as db:
        db.table("sittings").update(found.id, {"state": "closed", "closed_at": now()})
        practice.record(db, "close sitting", "sittings", found.id)


def note_refusal(practice: Practice, sitting_id: int, what: str) -> None:
    """Keep that something outside the sitting was asked for and refused, without any words."""
    with practice.write() as db:
        practice.record(db, f"refused: {what}", "sittings", sitting_id)
