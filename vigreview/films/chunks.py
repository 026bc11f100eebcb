"""The rows of a film file: streams in chunks, in short transactions, under one lock."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3

from vigreview import cipher
from vigreview.films.errors import (
    FilmBusy,
    FilmDamaged,
    FilmError,
    FilmLocked,
    FilmNotThere,
    NoRoom,
    StreamNotThere,
    WriterOvertaken,
)

PAGE = 16 * 1024  # bytes
VERSION = 1
SEAL = "HMAC_SHA256"  # processors have it built in: a film is kept in two thirds of the time
SWEEP = 64  # chunks deleted in one transaction: others get their turn, and the log stays small
CACHE_KIB = 4 * 1024  # what one transaction writes stays in memory until it is committed
LOG_PAGES = 2048  # 32 MiB: the log's length at which it is carried over into the file
PATIENCE = 30_000  # milliseconds to wait for others' transactions; each takes a few

# A chunk's place is its stream's id and its number in one integer, so that chunks lie in the main
# b-tree in the order in which they are read. Ids are never used again (AUTOINCREMENT).
NUMBER_BITS = 32

SCHEMA = f"""
CREATE TABLE streams (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('arriving', 'written', 'sealed', 'dropped')),
    media_type TEXT,
    length INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX one_of_each ON streams (name, state) WHERE state != 'dropped';
CREATE TABLE chunks (place INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
PRAGMA user_version = {VERSION};
"""


class Chunks:
    """One connection to a film file behind a lock; every change is one short transaction."""

    def __init__(self, path: Path, key: bytes | bytearray) -> None:
        self._lock = threading.RLock()
        with self.reading():
            self._connection: Any = cipher.connect(path, key, page_bytes=PAGE, sealed_by=SEAL)
            self._connection.isolation_level = None
            # A wrong key is told by an exception; SQLCipher would print it as well.
            self._connection.execute("PRAGMA cipher_log_level = NONE")
            self._connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
            self._connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            self._connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def lay_out(self) -> None:
        """Make the tables of a new file."""
        self.write_to_log()
        with self.change():
            for statement in SCHEMA.split(";"):
                self.run(statement)

    def write_once(self) -> None:
        """Write pages straight to their places while a film arrives and nobody else reads it.

        A log would have each of them written twice. Where somebody does read, the log stays.
        """
        with self.reading():
            self._connection.execute("PRAGMA busy_timeout = 0")
            with suppress(sqlcipher3.OperationalError):
                self.run("PRAGMA journal_mode = DELETE").fetchall()
            self._connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")

    def write_to_log(self) -> None:
        """From now on others may read while one writes."""
        self.rows("PRAGMA journal_mode = WAL")

    def settle(self) -> None:
        """Finish what a kill may have left: the change to a log, and streams that were dropped."""
        has_log = self.value("PRAGMA journal_mode") == "wal"
        if not has_log and not self.value("SELECT 1 FROM streams WHERE state = 'arriving'"):
            with suppress(FilmBusy):  # somebody is just beginning to write, and settles it then
                self.write_to_log()
        self.sweep()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One thread at a time, and the database's errors as ours."""
        with self._lock:
            try:
                yield
            except sqlcipher3.Error as error:
                raise _meaning(error) from error

    @contextmanager
    def change(self, durable: bool = True) -> Iterator[None]:
        """One transaction; when ``durable`` it is on the disk once it is left.

        A durable transaction makes those before it durable too: they share one log.
        """
        with self.reading():
            self.run(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self.run("BEGIN IMMEDIATE")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self.run("ROLLBACK")
                raise

    def run(self, query: str, *given: Any) -> Any:
        """Run one statement; give its cursor."""
        return self._connection.execute(query, given)

    def rows(self, query: str, *given: Any) -> list[tuple[Any, ...]]:
        with self.reading():
            return self.run(query, *given).fetchall()

    def value(self, query: str, *given: Any) -> Any:
        """The first column of the first row; None where there is none."""
        rows = self.rows(query, *given)
        return rows[0][0] if rows else None

    def stream(self, name: str, state: str) -> tuple[int, int]:
        """The id and the length in bytes of a stream. Raises StreamNotThere."""
        rows = self.rows("SELECT id, length FROM streams WHERE name = ? AND state = ?", name, state)
        if not rows:
            raise StreamNotThere
        return rows[0][0], rows[0][1]

    # Chunks go in and out by SQLite's incremental blobs, straight from and to the pages: as bound
    # values they would be copied twice more, and SQLCipher overwrites each copy when it is freed
    # (measured: 40 % of the time that writing takes).

    def chunk(self, stream: int, number: int) -> bytes:
        """One chunk's bytes. Raises StreamNotThere."""
        with self.reading(), self._opened(_place(stream, number), read_only=True) as chunk:
            return chunk.read()

    def put_chunk(self, stream: int, number: int, data: bytes) -> None:
        """Store one chunk, in the place of an older one; inside a change."""
        self.make_chunk(stream, number, len(data))
        self.fill_chunk(stream, number, 0, data)

    def make_chunk(self, stream: int, number: int, length: int) -> None:
        """Make a chunk of so many zeros, in the place of an older one; inside a change."""
        self.run(
            "INSERT OR REPLACE INTO chunks (place, bytes) VALUES (?, zeroblob(?))",
            _place(stream, number),
            length,
        )

    def fill_chunk(
        self, stream: int, number: int, start: int, data: "bytes | memoryview[int]"
    ) -> None:
        """Overwrite bytes of a chunk from its byte `start` on; inside a change."""
        with self._opened(_place(stream, number), read_only=False) as chunk:
            chunk.seek(start)
            chunk.write(data)

    def _opened(self, place: int, read_only: bool) -> Any:
        try:
            return self._connection.open_blob("chunks", "bytes", place, read_only)
        except sqlcipher3.OperationalError:
            if self.value("SELECT 1 FROM chunks WHERE place = ?", place) is None:
                raise StreamNotThere from None
            raise

    # What a stream that is being written needs

    def begin(self, name: str) -> int:
        """The id of a new stream to write; one of that name that was being written has lost."""
        with self.change(durable=False):
            self.run(
                "UPDATE streams SET state = 'dropped' WHERE name = ? AND state = 'written'", name
            )
            stream = self.run(
                "INSERT INTO streams (name, state) VALUES (?, 'written')", name
            ).lastrowid
        self.sweep()
        return stream

    def keep(self, stream: int, chunks: dict[int, bytes]) -> None:
        """Store chunks of a stream that is being written. Raises WriterOvertaken."""
        with self.change(durable=False):
            if self.value("SELECT state FROM streams WHERE id = ?", stream) != "written":
                raise WriterOvertaken
            for number, data in chunks.items():
                self.put_chunk(stream, number, data)

    def seal(self, name: str, stream: int, media_type: str, length: int) -> None:
        """Make a stream visible in the place of an older one, durably. Raises WriterOvertaken."""
        with self.change():
            self.run(
                "UPDATE streams SET state = 'dropped' WHERE name = ? AND state = 'sealed'", name
            )
            sealed = self.run(
                "UPDATE streams SET state = 'sealed', media_type = ?, length = ?"
                " WHERE id = ? AND state IN ('written', 'arriving')",
                media_type,
                length,
                stream,
            )
            if sealed.rowcount != 1:
                raise WriterOvertaken
        self.sweep()

    def drop(self, stream: int) -> None:
        """Drop a stream that was being written."""
        with self.change(durable=False):
            self.run(
                "UPDATE streams SET state = 'dropped' WHERE id = ? AND state = 'written'", stream
            )
        self.sweep()

    def sweep(self) -> None:
        """Delete dropped streams' chunks, a few at a time, and empty the log of them.

        What is left by a kill in the middle is swept when the file is next opened.
        """
        swept = False
        while stream := self.value("SELECT id FROM streams WHERE state = 'dropped' LIMIT 1"):
            with self.change(durable=False):
                deleted = self.run(
                    "DELETE FROM chunks WHERE place IN"
                    " (SELECT place FROM chunks WHERE place BETWEEN ? AND ? LIMIT ?)",
                    _place(stream, 0),
                    _place(stream + 1, 0) - 1,
                    SWEEP,
                ).rowcount
                if deleted < SWEEP:
                    self.run("DELETE FROM streams WHERE id = ?", stream)
            swept = True
        if swept:
            self.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def _place(stream: int, number: int) -> int:
    return (stream << NUMBER_BITS) | number


def _meaning(error: sqlcipher3.Error) -> FilmError:
    """Our error for one of the database's."""
    name = getattr(error, "sqlite_errorname", None) or ""
    if name == "SQLITE_NOTADB":
        return FilmLocked()
    if name.startswith("SQLITE_CANTOPEN"):
        return FilmNotThere()
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return FilmDamaged()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return FilmBusy()
    if name == "SQLITE_FULL":
        return NoRoom()
    return FilmError()
