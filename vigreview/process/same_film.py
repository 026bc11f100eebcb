"""The same film twice: known again by its content, said, and never refused."""

import hashlib
from dataclasses import dataclass
from typing import Any

from vigreview.films.file import FilmFile
from vigreview.process.filming import called
from vigreview.process.practice import Practice

END_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Known:
    """A film that is here, by its fingerprint. Of another journey's it is not said which."""

    fingerprint: str
    film_id: int | None
    kind: str | None
    cycle: int | None
    filmed_on: str
    ready: bool

    @property
    def called(self) -> str | None:
        return called(self.kind, self.cycle) if self.kind and self.cycle else None


def fingerprint_of(file: FilmFile) -> str:
    """Return by what a film is known again: SHA-256 of its length and its two ends, as hex.

    Browsers reckon the same before they send it (`components/uploader/sending.js`).
    """
    length = file.length("original") or 0
    first = file.read("original", 0, END_BYTES)
    last = file.read("original", max(0, length - END_BYTES), END_BYTES)
    return hashlib.sha256(str(length).encode() + first + last).hexdigest()


def known_films(practice: Practice, journey_id: int) -> list[Known]:
    """Return what is here and all there, for a journey that films are brought to; its own first."""
    with practice.read() as db:
        rows = db.query(
            "select fingerprint, id, journey_id, kind, cycle, filmed_on, state from films"
            " where state in ('preparing', 'ready') and fingerprint is not null"
            " order by journey_id <> ?, id",
            [journey_id],
        )
        return [_known(one, one["journey_id"] == journey_id) for one in rows]


def same_before(practice: Practice, film_id: int) -> Known | None:
    """Return a film that was here before this one and is the same, if there is one."""
    with practice.read() as db:
        found = db.query(
            "select o.fingerprint, o.id, o.kind, o.cycle, o.filmed_on, o.state,"
            " o.journey_id = m.journey_id as own"
            " from films m join films o on o.fingerprint = m.fingerprint and o.id < m.id"
            " where m.id = ? and o.state in ('preparing', 'ready') order by own desc, o.id",
            [film_id],
        )
        return next((_known(one, bool(one["own"])) for one in found), None)


def _known(held: dict[str, Any], own: bool) -> Known:
    film_id, kind, cycle = (held[one] if own else None for one in ("id", "kind", "cycle"))
    when, ready = held["filmed_on"], held["state"] == "ready"
    return Known(held["fingerprint"], film_id, kind, cycle, when, ready)
