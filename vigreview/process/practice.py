"""The open vault as seen from where somebody sits: at the practitioner's desk, or together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.refusals import NotThere, Refused
from vigreview.vault import events
from vigreview.vault.store import Vault

__all__ = ["NotThere", "Practice", "Refused", "insert", "maybe_words", "row", "words_of"]


@dataclass(frozen=True)
class Practice:
    """What verbs work on. `sitting` is the time together that this seat is narrowed to, if any."""

    vault: Vault
    sitting: int | None = None

    @contextmanager
    def read(self) -> Iterator[Database]:
        with self.vault.read() as db:
            yield db

    @contextmanager
    def write(self) -> Iterator[Database]:
        with self.vault.write() as db:
            yield db

    def record(self, db: Database, verb: str, subject: str, subject_id: int, **said: Any) -> None:
        """Add an event to the change being made."""
        actor = "practitioner" if self.sitting is None else f"together {self.sitting}"
        events.record(db, actor, verb, subject, subject_id, **said)


def row(db: Database, table: str, row_id: int) -> dict[str, Any]:
    """Return one row as a dict. Raises NotThere."""
    found = next(db.table(table).rows_where("id = ?", [row_id]), None)
    if found is None:
        raise NotThere(f"There is no such row in {table}.")
    return found


def insert(db: Database, table: str, values: dict[str, Any]) -> int:
    """Insert a row and return its id."""
    made = db.table(table).insert(values).last_pk
    assert isinstance(made, int)
    return made


def words_of(text: str | None, what: str, longest: int = 4000) -> str:
    """Return a person's words without surrounding space. Raises Refused where there are none."""
    words = (text or "").strip()
    if not words:
        raise Refused(f"{what} is still empty.")
    if len(words) > longest:
        raise Refused(f"{what} is too long to keep: {longest:,} letters at most.")
    return words


def maybe_words(text: str | None, what: str, longest: int) -> str | None:
    """Return a person's words, or None where there are none. Raises Refused."""
    return words_of(text, what, longest) if (text or "").strip() else None
