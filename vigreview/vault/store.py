"""The vault: a folder with the key file, the encrypted database and the film files."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout
from sqlite_utils import Database

from vigreview import cipher
from vigreview.vault import keys, schema
from vigreview.vault.errors import (
    NoVault,
    VaultExists,
    VaultInUse,
    VaultLocked,
    WrongPassphrase,
    WrongRecoveryKey,
)

KEY_FILE = "keys.json"
DATABASE = "vault.db"
FILMS = "films"
IN_USE = "in-use.lock"
SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "box sync": "Box",
}


def default_home() -> Path:
    """Return the folder that holds the vault: `VIGREVIEW_HOME`, else the user's data folder."""
    named = os.environ.get("VIGREVIEW_HOME")
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("vigreview"))


def synced_folder(home: Path) -> str | None:
    """Return the name of the cloud service that would copy this folder, or None."""
    for part in home.expanduser().absolute().parts:
        for mark, service in SYNCED.items():
            if part.lower().startswith(mark):
                return service
    return None


class Vault:
    """An open vault. Holds the data key until `lock`; every database access goes through here."""

    def __init__(self, home: Path, data_key: bytearray) -> None:
        self.home = home
        self.films_folder = home / FILMS
        self._data_key = data_key
        self._guard = threading.RLock()
        self._one_writer = threading.RLock()
        self._writing: tuple[int, Database] | None = None  # the thread that writes, its database
        self._idle: list[Database] = []
        self._in_use = _hold(home)
        self._log_is_due = True  # to be emptied; a crash may have come before that was done
        self.committed = threading.Condition()

    @staticmethod
    def exists(home: Path) -> bool:
        """Tell whether a vault has been set up in this folder."""
        return (home / KEY_FILE).exists()

    @classmethod
    def create(cls, home: Path, passphrase: str, recovery_key: str) -> "Vault":
        """Set up a vault in `home` and open it. Raises VaultExists."""
        (home / FILMS).mkdir(parents=True, exist_ok=True)
        _owner_only(home)
        with _holding(home):
            if cls.exists(home):
                raise VaultExists("There is a vault in this folder already.")
            _set_aside(home)
            data_key = bytearray(os.urandom(cipher.KEY_BYTES))
            vault = cls(home, data_key)
            vault._migrate()
            keys.save(
                home / KEY_FILE,
                keys.wrap(data_key, passphrase),
                keys.wrap(data_key, keys.plain_recovery_key(recovery_key)),
            )
            return vault

    @classmethod
    def open(cls, home: Path, passphrase: str) -> "Vault":
        """Open the vault in `home`. Raises NoVault, WrongPassphrase or VaultInUse."""
        by_passphrase, _ = cls._wrapped(home)
        data_key = keys.unwrap(by_passphrase, passphrase)
        if data_key is None:
            raise WrongPassphrase("That passphrase does not open this vault.")
        return cls(home, data_key)._migrated()

    @classmethod
    def recover(cls, home: Path, recovery_key: str, new_passphrase: str) -> "Vault":
        """Open with the recovery key and set a new passphrase.

        Raises WrongRecoveryKey or VaultInUse.
        """
        _, by_recovery = cls._wrapped(home)
        data_key = keys.unwrap(by_recovery, keys.plain_recovery_key(recovery_key))
        if data_key is None:
            raise WrongRecoveryKey("That recovery key does not open this vault.")
        with _holding(home):
            keys.save(home / KEY_FILE, keys.wrap(data_key, new_passphrase), by_recovery)
            return cls(home, data_key)._migrated()

    @classmethod
    def _wrapped(cls, home: Path) -> tuple[keys.Wrapped, keys.Wrapped]:
        if not cls.exists(home):
            raise NoVault("There is no vault in this folder yet.")
        return keys.load(home / KEY_FILE)

    def opens_with(self, passphrase: str) -> bool:
        """Tell whether this is the vault's passphrase."""
        data_key = keys.unwrap(keys.load(self.home / KEY_FILE)[0], passphrase)
        if data_key is None:
            return False
        cipher.wipe(data_key)
        return True

    @property
    def locked(self) -> bool:
        return not self._data_key

    @contextmanager
    def read(self) -> Iterator[Database]:
        """Give a database to read from; inside `write`, the one written to. Raises VaultLocked."""
        if self._writing and self._writing[0] == threading.get_ident():
            yield self._writing[1]
            return
        database = self._take()
        try:
            yield database
        finally:
            self._give_back(database)

    @contextmanager
    def write(self) -> Iterator[Database]:
        """Give a database inside one transaction, on the disk when this block ends.

        An exception undoes all of it. Writers wait for one another, and `committed` is notified
        after each; a write inside a write is part of the outer one. Raises VaultLocked.
        """
        with self._one_writer:
            if self._writing:
                with self._writing[1].atomic() as database:
                    yield database
                return
            database = self._take()
            self._writing = (threading.get_ident(), database)
            try:
                database.execute("BEGIN IMMEDIATE")
                try:
                    yield database
                except BaseException:
                    database.conn.rollback()
                    raise
                database.conn.commit()
            finally:
                self._writing = None
                self._give_back(database)
        with self.committed:
            self.committed.notify_all()

    def forget_deleted(self) -> None:
        """Empty the write-ahead log, so that what was deleted is gone from the disk as well.

        Freed pages are overwritten already (`secure_delete`). While somebody reads the log it is
        left as it is, and emptied as soon as they are done.
        """
        with self._one_writer:
            self._log_is_due = True
            self._empty_log(patience_ms=100)

    def _empty_log(self, patience_ms: int = 0) -> None:
        """Empty the log if that is due and nobody writes or, for so long, reads."""
        if not self._log_is_due or not self._one_writer.acquire(blocking=False):
            return
        try:
            if not self._writing:
                database = self._take()
                try:
                    self._log_is_due = not _checkpointed(database, patience_ms)
                finally:
                    self._put_back(database)
        except VaultLocked:
            return  # the last connection to be closed empties the log
        finally:
            self._one_writer.release()

    def lock(self) -> None:
        """Close the database and overwrite the data key. Connections in use close on return."""
        self._empty_log()
        with self._guard:
            if not self.locked:
                self._in_use.release()
            cipher.wipe(self._data_key)
            self._data_key = bytearray()
            idle, self._idle = self._idle, []
        for database in idle:
            database.close()

    def _take(self) -> Database:
        with self._guard:
            if self.locked:
                raise VaultLocked("The screen was locked. Please sign in again.")
            return self._idle.pop() if self._idle else self._connect()

    def _give_back(self, database: Database) -> None:
        self._put_back(database)
        self._empty_log()

    def _put_back(self, database: Database) -> None:
        with self._guard:
            if not self.locked:
                self._idle.append(database)
                return
        database.close()

    def _connect(self) -> Database:
        connection = cipher.connect(self.home / DATABASE, self._data_key)
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA synchronous = FULL")
        return Database(connection, strict=True)

    def _migrate(self) -> None:
        with self._one_writer, self.read() as database:
            schema.migrations.apply(database)

    def _migrated(self) -> "Vault":
        self._migrate()
        return self


def _hold(home: Path) -> FileLock:
    """Hold the vault for this process; two would each take the other's film work for its own."""
    lock = FileLock(home / IN_USE, timeout=0, is_singleton=True, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise VaultInUse("vigreview is open on this device already, in another window.") from None
    return lock


@contextmanager
def _holding(home: Path) -> Iterator[None]:
    lock = _hold(home)
    try:
        yield
    finally:
        lock.release()


def _set_aside(home: Path) -> None:
    """Move a database that has no key file, and its films, out of the way of a new vault.

    A set-up that a crash cut short leaves one; so does a key file that was lost.
    """
    if not (home / DATABASE).exists():
        return
    number = 1
    while (home / f"{DATABASE}.set-aside-{number}").exists():
        number += 1
    for end in ("-wal", "-shm", ""):
        if (home / f"{DATABASE}{end}").exists():
            (home / f"{DATABASE}{end}").rename(home / f"{DATABASE}.set-aside-{number}{end}")
    if any((home / FILMS).iterdir()):  # a new vault would take them for left by a crash
        (home / FILMS).rename(home / f"{FILMS}.set-aside-{number}")
        (home / FILMS).mkdir()


def _checkpointed(database: Database, patience_ms: int) -> bool:
    """Empty the write-ahead log into the database; tell whether nobody was in the way."""
    connection = database.conn
    (before,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {patience_ms}").fetchall()
    try:
        ((busy, *_),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return not busy
    except cipher.sqlcipher3.DatabaseError:  # it is locked, or the disk is full: later, then
        return False
    finally:
        connection.execute(f"PRAGMA busy_timeout = {before}").fetchall()


def _owner_only(folder: Path) -> None:
    if os.name == "posix":
        folder.chmod(0o700)
