"""The rows of a vault while the app has it open: only read, as a second program."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from tests.browser.walk import PASSPHRASE
from vigreview import cipher
from vigreview.vault import keys
from vigreview.vault.store import DATABASE, KEY_FILE


def rows_of(home: Path) -> Any:
    """A connection to the vault in `home`; each query sees what is committed by then."""
    data_key = keys.unwrap(keys.load(home / KEY_FILE)[0], PASSPHRASE)
    assert data_key
    return cipher.connect(home / DATABASE, data_key)


class Reading:
    """What the reading verbs of `process` want of a practice, beside the app that has it open."""

    def __init__(self, home: Path) -> None:
        self._rows = rows_of(home)

    @contextmanager
    def read(self) -> Iterator[Database]:
        yield Database(self._rows)

    def close(self) -> None:
        self._rows.close()
