"""What is fetched of the files that are handed over: made in a film's file, or written here."""

from dataclasses import dataclass, field
from typing import Protocol

from vigreview.documents.elan import eaf
from vigreview.documents.losslesscut import losslesscut_csv
from vigreview.documents.table import table_csv
from vigreview.documents.webvtt import webvtt
from vigreview.process.consent import may
from vigreview.process.content import Principles
from vigreview.process.files_out import FOR_WHOM, FileOut, handed_over, may_fetch, open_file
from vigreview.process.filming import Film, film
from vigreview.process.moments import moments
from vigreview.process.practice import Practice
from vigreview.process.wording import principles

TYPES = {
    "elan": "application/xml",
    "losslesscut": "text/csv; charset=utf-8",
    "webvtt": "text/vtt; charset=utf-8",
    "table": "text/csv; charset=utf-8",
}


class Held(Protocol):
    """Bytes that can be read, for as long as they may be."""

    @property
    def length(self) -> int: ...
    @property
    def media_type(self) -> str: ...
    def read(self, start: int, length: int) -> bytes: ...
    def allowed(self) -> bool: ...
    def close(self) -> None: ...


@dataclass(frozen=True)
class Written:
    """A list of clips, written in memory when it is fetched."""

    practice: Practice
    file: FileOut
    data: bytes = field(repr=False)

    @property
    def length(self) -> int:
        return len(self.data)

    @property
    def media_type(self) -> str:
        return TYPES[self.file.kind]

    def read(self, start: int, length: int) -> bytes:
        return self.data[start : start + length]

    def allowed(self) -> bool:
        return bool(may(self.practice, FOR_WHOM[self.file.for_whom], self.file.film_id))

    def close(self) -> None:
        """There is nothing to close."""


class Fetched:
    """A file on its way out of the vault."""

    def __init__(self, practice: Practice, file: FileOut, held: Held) -> None:
        self._practice, self._file, self._held = practice, file, held
        self.name = file.name
        self.length, self.media_type = held.length, held.media_type

    def read(self, start: int, length: int) -> bytes:
        return self._held.read(start, length)

    def allowed(self) -> bool:
        return self._held.allowed()

    def close(self) -> None:
        self._held.close()

    def handed_over(self) -> None:
        handed_over(self._practice, self._file.id)


def fetch(practice: Practice, file_id: int) -> Fetched:
    """Open a file that is handed over. Raises Refused or NotThere."""
    file = may_fetch(practice, file_id)
    if file.is_list:
        return Fetched(practice, file, Written(practice, file, written(practice, file)))
    return Fetched(practice, file, open_file(practice, file))


def principles_of(practice: Practice, of: Film) -> Principles:
    """Return the principles as a film's lists tell them."""
    named = principles(practice)
    return named.read_to_parent() if of.for_supervision else named


def written(practice: Practice, file: FileOut) -> bytes:
    """Return the list of a film's clips as the program reads it that it is for."""
    found, of = moments(practice, file.film_id), film(practice, file.film_id)
    named = principles_of(practice, of)
    if file.kind == "elan":
        return eaf(found, f"{of.called.replace(' ', '-')}.mp4", file.asked_at, file.notes, named)
    if file.kind == "table":
        return table_csv(found, file.notes, named)
    return losslesscut_csv(found) if file.kind == "losslesscut" else webvtt(found)
