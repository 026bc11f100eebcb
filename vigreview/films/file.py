"""The film file: everything of one film in one encrypted file, under a key that is handed in.

SQLCipher (16 KiB pages, write-ahead log) holds each stream in chunks of 256 KiB. A stream is seen
only when it is sealed, so that a kill in the middle of writing leaves nothing half made. Dropping
the key and erasing the file is dropping the film and all that was ever made of it.
"""

import json
import os
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from vigreview.films.chunks import VERSION, Chunks
from vigreview.films.errors import (
    FilmDamaged,
    FilmNotThere,
    FilmThere,
    FilmTooNew,
    StreamNotThere,
    WrongOffset,
)
from vigreview.films.streams import CHUNK, StreamReader, StreamWriter


class FilmFile:
    """One film's encrypted file. Safe for several threads and several processes at once."""

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = chunks

    @classmethod
    def create(cls, path: Path | str, key: bytes | bytearray) -> Self:
        """Make a new, empty film file that only its owner may read. Raises FilmThere."""
        path = Path(path)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise FilmThere from None
        for leftover in _beside(path):
            leftover.unlink(missing_ok=True)
        film = cls(Chunks(path, key))
        film._chunks.lay_out()
        return film

    @classmethod
    def open(cls, path: Path | str, key: bytes | bytearray) -> Self:
        """Open a film file. Raises FilmNotThere, FilmLocked (wrong key) or FilmTooNew."""
        path = Path(path)
        if not _holds_something(path):
            raise FilmNotThere
        film = cls(Chunks(path, key))
        try:
            if not _holds_something(path):  # erased just now, and made anew by the database
                raise FilmNotThere
            version = film._chunks.value("PRAGMA user_version")
            if version != VERSION:
                raise FilmTooNew if version > VERSION else FilmDamaged
            film._chunks.settle()
        except BaseException as error:
            film.close()
            if isinstance(error, FilmNotThere):
                cls.erase(path)
            raise
        return film

    @staticmethod
    def erase(path: Path | str) -> None:
        """Unlink a film file and its log; what is gone already is no error. Close it first."""
        path = Path(path)
        for each in (path, *_beside(path)):
            each.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; closing again does nothing."""
        self._chunks.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Sealed streams

    def names(self) -> list[str]:
        """The names of the sealed streams."""
        rows = self._chunks.rows("SELECT name FROM streams WHERE state = 'sealed' ORDER BY name")
        return [name for (name,) in rows]

    def length(self, name: str) -> int | None:
        """Bytes in a sealed stream; None where there is none of that name."""
        return self._chunks.value(
            "SELECT length FROM streams WHERE name = ? AND state = 'sealed'", name
        )

    def media_type(self, name: str) -> str:
        """The media type that a stream was sealed with. Raises StreamNotThere."""
        media_type = self._chunks.value(
            "SELECT media_type FROM streams WHERE name = ? AND state = 'sealed'", name
        )
        if media_type is None:
            raise StreamNotThere
        return media_type

    def read(self, name: str, start: int, length: int) -> bytes:
        """Up to ``length`` bytes of a sealed stream, fewer at its end. Raises StreamNotThere."""
        with self._chunks.reading():
            stream, held = self._chunks.stream(name, "sealed")
            end = min(start + length, held)
            if start < 0 or start >= end:
                return b""
            first, last = start // CHUNK, (end - 1) // CHUNK
            whole = b"".join(self._chunks.chunk(stream, each) for each in range(first, last + 1))
        return whole[start - first * CHUNK : end - first * CHUNK]

    def reader(self, name: str) -> StreamReader:
        """A sealed stream as a seekable file. Raises StreamNotThere.

        It stays with the stream that was there: when that is replaced, reading on raises.
        """
        stream, length = self._chunks.stream(name, "sealed")
        return StreamReader(length, partial(self._chunks.chunk, stream))

    def writer(self, name: str, media_type: str) -> StreamWriter:
        """A seekable file to write a stream with; closing it seals and replaces an older one."""
        stream = self._chunks.begin(name)
        return StreamWriter(
            keep=partial(self._chunks.keep, stream),
            fetch=partial(self._chunks.chunk, stream),
            seal=partial(self._chunks.seal, name, stream, media_type),
            drop=partial(self._chunks.drop, stream),
        )

    def delete(self, name: str) -> None:
        """Delete all of that name, sealed or not; nothing there is no error."""
        with self._chunks.change():
            self._chunks.run("UPDATE streams SET state = 'dropped' WHERE name = ?", name)
        self._chunks.sweep()

    # Arriving streams

    def append(self, name: str, offset: int, data: bytes | bytearray) -> int:
        """Add bytes to an arriving stream, durable on return; gives the bytes held then.

        Some MiB at a time are quickest. Raises WrongOffset when ``offset`` is not what is held so
        far.
        """
        chunks = self._chunks
        if offset == 0:
            chunks.write_once()
        with chunks.change():
            chunks.run("INSERT OR IGNORE INTO streams (name, state) VALUES (?, 'arriving')", name)
            stream, held = chunks.stream(name, "arriving")
            if offset != held:
                raise WrongOffset(held)
            left = memoryview(data)
            while left:
                number, within = divmod(held, CHUNK)
                if not within:
                    chunks.make_chunk(stream, number, CHUNK)
                piece = left[: CHUNK - within]
                chunks.fill_chunk(stream, number, within, piece)
                held, left = held + len(piece), left[len(piece) :]
            chunks.run("UPDATE streams SET length = ? WHERE id = ?", held, stream)
        return held

    def held(self, name: str) -> int:
        """Bytes of an arriving stream that are here; 0 when nothing has arrived."""
        arriving = self._chunks.value(
            "SELECT length FROM streams WHERE name = ? AND state = 'arriving'", name
        )
        return arriving or 0

    def seal(self, name: str, media_type: str) -> None:
        """Make an arriving stream visible, in the place of an older one. Raises StreamNotThere."""
        stream, length = self._chunks.stream(name, "arriving")
        self._chunks.seal(name, stream, media_type, length)
        self._chunks.write_to_log()

    # Facts

    def facts(self) -> dict[str, Any]:
        """What was noted about the film."""
        return {
            name: json.loads(value)
            for name, value in self._chunks.rows("SELECT name, value FROM facts")
        }

    def note_facts(self, facts: dict[str, Any]) -> None:
        """Note facts (of JSON's kinds), each in the place of an older one of its name; durable."""
        with self._chunks.change():
            for name, value in facts.items():
                self._chunks.run(
                    "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)",
                    name,
                    json.dumps(value),
                )


def _holds_something(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > 0
    except FileNotFoundError:
        return False


def _beside(path: Path) -> list[Path]:
    """The log of a film file and its index, and what takes an unfinished change back."""
    return [path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal")]
