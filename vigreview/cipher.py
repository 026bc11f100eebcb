"""Opening SQLCipher files, and leaving no copy of their keys behind.

The vault's database and every film file are opened here. Registering ``sqlcipher3`` under the
name ``pysqlite3`` makes sqlite-utils catch the errors that SQLCipher raises where it would catch
those of ``sqlite3``; so the package imports this module before anything of its own.
"""

import ctypes
import importlib
import sys
from pathlib import Path

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)


def import_sqlite_utils_alone() -> None:
    """Import sqlite-utils without pandas and numpy, which it loads wherever they are installed.

    It only looks at whether rows are theirs, which ours never are; loading them would double the
    time that the app takes to start (`make bench`, "start to the sign-in page"). A film worker
    needs none of the three.
    """
    for name in ("pandas", "numpy"):
        if name not in sys.modules:
            sys.modules[name] = None  # type: ignore[assignment]  # "there is no such module"
    importlib.import_module("sqlite_utils")
    for name in ("pandas", "numpy"):
        if sys.modules[name] is None:
            del sys.modules[name]


KEY_BYTES = 32


def connect(
    path: Path, key: bytes | bytearray, page_bytes: int = 4096, sealed_by: str = "HMAC_SHA512"
) -> sqlcipher3.Connection:
    """Open the SQLCipher file at `path` with a raw key of 32 bytes, creating it where missing.

    `sealed_by` is the code that each page is authenticated with (SQLCipher's
    `cipher_hmac_algorithm`); a file keeps the one it was made with. A wrong key shows as
    ``sqlcipher3.DatabaseError`` on the first read, which the caller makes.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a raw key has 32 bytes")
    connection = sqlcipher3.connect(
        str(path), check_same_thread=False, timeout=20, cached_statements=64
    )
    connection.execute("PRAGMA cipher_memory_security = ON")
    _hand_over_key(connection, key)
    connection.execute(f"PRAGMA cipher_page_size = {page_bytes}")
    connection.execute(f"PRAGMA cipher_hmac_algorithm = {sealed_by}")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _hand_over_key(connection: sqlcipher3.Connection, key: bytes | bytearray) -> None:
    digits = key.hex()
    pragma = f"PRAGMA key = \"x'{digits}'\""
    try:
        connection.execute(pragma)
    finally:
        wipe(digits)
        wipe(pragma)


def wipe(secret: str | bytes | bytearray) -> None:
    """Overwrite a secret's characters in memory with zeros (CPython, ASCII strings).

    Strings and bytes are overwritten in place, so the caller must own the only use of them.
    """
    if isinstance(secret, bytearray):
        secret[:] = bytes(len(secret))
        return
    if isinstance(secret, str) and not secret.isascii():
        raise ValueError("only ASCII strings can be wiped")
    # The characters end one zero byte before the object's end, for str and bytes alike.
    start = id(secret) + sys.getsizeof(secret) - len(secret) - 1
    ctypes.memset(start, 0, len(secret))
