"""Undo and redo on the bench: each act on a film's clips is a step that can be taken back.

A step is what one act changed, field by field, before and after. Steps are rows: they outlast a
reload and a restart, belong to one film, and go with it.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.process.consent import may
from vigreview.process.practice import Practice, Refused
from vigreview.vault.events import now

# What lies on the bench, and can be changed there. Who is gone is a mark, never a missing row.
_FIELDS = {
    "clips": (
        "start_us",
        "end_us",
        "name",
        "standing",
        "position",
        "why",
        "wonder",
        "face",
        "captions",
    ),
    "stills": ("clip_id", "at_us", "crop"),
}
_LISTS = {"principles": ("clip_principles", "principle"), "seen": ("clip_seen", "what")}
GONE: dict[str, Any] = {"gone": True}

# table -> row id -> field -> value
Bench = dict[str, dict[int, dict[str, Any]]]


@dataclass(frozen=True)
class Steps:
    """What undoing would take back and redoing would do again, as verbs; None: there is nothing."""

    back: str | None
    on: str | None


@contextmanager
def step(practice: Practice, film_id: int, what: str) -> Iterator[Database]:
    """Give a database in a transaction whose changes to the film's bench are one step."""
    with practice.write() as db:
        before = _bench(db, film_id)
        yield db
        change = _difference(before, _bench(db, film_id))
        if change:
            db.table("steps").delete_where("film_id = ? and undone", [film_id])
            held = {"film_id": film_id, "what": what, "change": json.dumps(change)}
            db.table("steps").insert(held)


def steps(practice: Practice, film_id: int) -> Steps:
    """Return what can be undone and redone on a film's bench now."""
    with practice.read() as db:
        return Steps(*(_next(db, film_id, back).get("what") for back in (True, False)))


def undo(practice: Practice, film_id: int) -> int | None:
    """Take the last step back; return the clip that it was about, if it was about one.

    Raises Refused where there is nothing to undo, or no consent to work on the film.
    """
    return _go(practice, film_id, back=True)


def redo(practice: Practice, film_id: int) -> int | None:
    """Do again what was undone last; return the clip that it was about, if it was about one.

    Raises Refused where there is nothing to redo, or no consent to work on the film.
    """
    return _go(practice, film_id, back=False)


def _go(practice: Practice, film_id: int, back: bool) -> int | None:
    word = "undo" if back else "redo"
    may(practice, "cut", film_id).or_refuse()
    with practice.write() as db:
        found = _next(db, film_id, back)
        if not found:
            raise Refused(f"There is nothing to {word}.")
        change = json.loads(found["change"])
        for table, rows in change.items():
            for row_id, fields in rows.items():
                put = {name: values[0 if back else 1] for name, values in fields.items()}
                _put(db, table, int(row_id), put)
        db.table("steps").update(found["id"], {"undone": int(back)})
        practice.record(db, word, "films", film_id, step=found["id"], what=found["what"])
        # Of several that moved, the one that moved furthest in the list is not worth telling.
        about = [int(row_id) for row_id in change.get("clips", {})]
        return about[0] if len(about) == 1 else None


def _next(db: Database, film_id: int, back: bool) -> dict[str, Any]:
    where = "film_id = ? and not undone" if back else "film_id = ? and undone"
    order = "id desc" if back else "id"
    found = db.table("steps").rows_where(where, [film_id], order_by=order, limit=1)
    return next(iter(found), {})


def _bench(db: Database, film_id: int) -> Bench:
    bench: Bench = {}
    for table, names in _FIELDS.items():
        rows = db.table(table).rows_where("film_id = ?", [film_id])
        bench[table] = {
            held["id"]: {name: held[name] for name in names} | {"gone": bool(held["deleted_at"])}
            for held in rows
        }
    for field, (table, column) in _LISTS.items():
        for clip in bench["clips"].values():
            clip[field] = []
        for clip_id, value in db.execute(
            f"select clip_id, {column} from {table}"  # noqa: S608 - our own names
            f" where clip_id in (select id from clips where film_id = ?) order by 1, 2",
            [film_id],
        ).fetchall():
            bench["clips"][clip_id][field].append(value)
    return bench


def _difference(before: Bench, after: Bench) -> dict[str, Any]:
    """Return table -> row id -> field -> [before, after] of what differs; a new row was gone."""
    change: dict[str, Any] = {}
    for table, rows in after.items():
        for row_id, now_ in rows.items():
            was = before[table].get(row_id, now_ | GONE)
            fields = {name: [was[name], now_[name]] for name in now_ if was[name] != now_[name]}
            if fields:
                change.setdefault(table, {})[row_id] = fields
    return change


def _put(db: Database, table: str, row_id: int, fields: dict[str, Any]) -> None:
    for field, (lists, column) in _LISTS.items():
        if field in fields:
            db.table(lists).delete_where("clip_id = ?", [row_id])
            db.table(lists).insert_all(
                {"clip_id": row_id, column: value} for value in fields.pop(field)
            )
    if "gone" in fields:
        fields["deleted_at"] = now() if fields.pop("gone") else None
    if fields:
        db.table(table).update(row_id, fields)
