"""Journeys and their visits, from before VIG begins to the ending."""

from dataclasses import dataclass

from vigreview.process.practice import Practice, Refused, insert, row, words_of
from vigreview.vault.events import now, today

VISIT_PURPOSES = (
    "getting to know each other",
    "helping question",
    "filming",
    "shared review",
    "ending",
    "supervision",
    "something else",
)
SETTINGS = ("at home", "at the family hub", "at the clinic", "somewhere else", "by phone or video")


@dataclass(frozen=True)
class Journey:
    """One journey of a family; `called` is what we call the family. Dates are ISO days."""

    id: int
    family_id: int
    called: str
    started_on: str
    ended_on: str | None
    closed_gently_at: str | None

    @property
    def open(self) -> bool:
        return self.ended_on is None and self.closed_gently_at is None


@dataclass(frozen=True)
class Visit:
    """A visit, whatever it was for. `visited_on` is an ISO day."""

    id: int
    journey_id: int
    purpose: str
    visited_on: str
    setting: str
    minutes: int | None
    present: str


def journey(practice: Practice, journey_id: int) -> Journey:
    """Return one journey. Raises NotThere."""
    with practice.read() as db:
        held = row(db, "journeys", journey_id)
        return Journey(called=row(db, "families", held["family_id"])["called"], **held)


def record_visit(
    practice: Practice,
    journey_id: int,
    purpose: str,
    visited_on: str,
    setting: str,
    minutes: int | None,
    present: str,
) -> int:
    """Record a visit and return its id."""
    if purpose not in VISIT_PURPOSES:
        raise Refused("Choose what the visit was for.")
    held = {
        "journey_id": journey_id,
        "purpose": purpose,
        "visited_on": visited_on,
        "setting": words_of(setting, "Where you met", 200),
        "minutes": minutes,
        "present": words_of(present, "Who was there", 400),
    }
    with practice.write() as db:
        visit_id = insert(db, "visits", held)
        practice.record(db, "record visit", "visits", visit_id, **held)
        return visit_id


def visits(practice: Practice, journey_id: int) -> list[Visit]:
    """Return a journey's visits, newest first."""
    with practice.read() as db:
        rows = db.table("visits").rows_where(
            "journey_id = ?", [journey_id], order_by="visited_on desc, id desc"
        )
        return [Visit(**held) for held in rows]


def close_gently(practice: Practice, journey_id: int) -> None:
    """Stop ages, prompts, ratings and reminders of this journey at once, and keep everything."""
    with practice.write() as db:
        db.table("journeys").update(journey_id, {"closed_gently_at": now()})
        practice.record(db, "close gently", "journeys", journey_id)


def end_journey(practice: Practice, journey_id: int) -> None:
    """Note that this journey has come to its end."""
    with practice.write() as db:
        db.table("journeys").update(journey_id, {"ended_on": today().isoformat()})
        practice.record(db, "end journey", "journeys", journey_id)


def take_up_again(practice: Practice, journey_id: int) -> None:
    """Open a journey that was ended or closed gently."""
    with practice.write() as db:
        db.table("journeys").update(journey_id, {"ended_on": None, "closed_gently_at": None})
        practice.record(db, "take up again", "journeys", journey_id)
