"""The record of who did what, when: a chain of hashes that outlives what it speaks of.

Each event holds ids and the hash of its payload; each hash covers the event before it, so a
removed or altered event shows. What was said, before and after, lies in `payloads`, salted, and
can be erased without breaking the chain.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlite_utils import Database

_LONG_AGO: ContextVar[timedelta] = ContextVar("_LONG_AGO", default=timedelta())


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the millisecond."""
    return (datetime.now(UTC) - _LONG_AGO.get()).isoformat(timespec="milliseconds")


def today() -> date:
    """Return the day it is here."""
    return date.today() - _LONG_AGO.get()


@contextmanager
def days_ago(days: int) -> Iterator[None]:
    """Let what is done inside have been done some days ago: for the demo family, and for tests."""
    token = _LONG_AGO.set(timedelta(days=days))
    try:
        yield
    finally:
        _LONG_AGO.reset(token)


def record(
    db: Database, actor: str, verb: str, subject: str, subject_id: int | None, **payload: Any
) -> int:
    """Add an event inside the transaction that makes the change, and return its id.

    `subject` names a table, `subject_id` its row; `payload` is what may have to be erased.
    """
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, default=str)
    salt = secrets.token_hex(16)
    row = {
        "at": now(),
        "actor": actor,
        "verb": verb,
        "subject": subject,
        "subject_id": subject_id,
        "payload_hash": _hash(salt, text) if payload else None,
        "previous_hash": _last_hash(db),
    }
    row["hash"] = _chain_hash(row)
    event_id = db.table("events").insert(row).last_pk
    assert isinstance(event_id, int)
    if payload:
        db.table("payloads").insert({"event_id": event_id, "salt": salt, "payload": text})
    return event_id


def erase_payloads(db: Database, subject: str, subject_id: int) -> int:
    """Erase what was said about one row, keep that something was; return how many were erased."""
    about = "select id from events where subject = ? and subject_id = ?"
    return db.execute(
        f"delete from payloads where event_id in ({about})",  # noqa: S608 - constant text
        [subject, subject_id],
    ).rowcount


def first_broken(db: Database) -> int | None:
    """Return the id of the first event that does not fit the chain, or None."""
    previous = None
    rows = db.query(
        "select e.*, p.salt, p.payload from events e "
        "left join payloads p on p.event_id = e.id order by e.id"
    )
    for row in rows:
        if row["previous_hash"] != previous or row["hash"] != _chain_hash(row):
            return int(row["id"])
        if row["payload"] is not None and row["payload_hash"] != _hash(row["salt"], row["payload"]):
            return int(row["id"])
        previous = row["hash"]
    return None


def _last_hash(db: Database) -> str | None:
    row = db.execute("select hash from events order by id desc limit 1").fetchone()
    return row[0] if row else None


def _chain_hash(row: dict[str, Any]) -> str:
    covered = ("at", "actor", "verb", "subject", "subject_id", "payload_hash", "previous_hash")
    return _hash(json.dumps([row[name] for name in covered]))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
