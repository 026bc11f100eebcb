"""A wait after a wrong passphrase, twice as long each time, that a restart does not shorten."""

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

LONGEST_WAIT = 300.0
FILE = "tries.json"
T = TypeVar("T")


class TooSoon(Exception):
    """Somebody tried again before the wait was over; ``seconds`` are left."""

    def __init__(self, seconds: float) -> None:
        super().__init__("too soon")
        self.seconds = seconds


class Patience:
    """Counts wrong passphrases in a small file in the vault's folder; it holds no name."""

    def __init__(self, home: Path) -> None:
        self._path = home / FILE
        self._one_at_a_time = threading.Lock()

    @property
    def seconds_left(self) -> float:
        """How long to wait before the next try."""
        wrong, last = self._read()
        wait = min(2.0 ** (wrong - 1), LONGEST_WAIT) if wrong else 0.0
        return max(0.0, min(wait, last + wait - time.time()))  # a clock set back adds nothing

    def attempt(self, open_it: Callable[[], T], wrong: type[Exception]) -> T:
        """Return what `open_it` returns; an exception of type `wrong` makes the next wait longer.

        Raises TooSoon while waiting. Tries wait for one another.
        """
        with self._one_at_a_time:
            if self.seconds_left:
                raise TooSoon(self.seconds_left)
            before = self._read()
            # Counted before the answer is known: ending the server meanwhile is no way round it.
            self._write(before[0] + 1, time.time())
            try:
                opened = open_it()
            except wrong:
                self._write(before[0] + 1, time.time())
                raise
            except BaseException:
                self._write(*before)
                raise
            self._write(0, 0.0)
            return opened

    def _read(self) -> tuple[int, float]:
        try:
            held = json.loads(self._path.read_text(encoding="utf-8"))
            return int(held["wrong"]), float(held["last"])
        except FileNotFoundError:
            return 0, 0.0
        except (ValueError, KeyError, TypeError):
            return 1, time.time()  # cut short by a crash: at least one try was under way

    def _write(self, wrong: int, last: float) -> None:
        if not wrong:
            self._path.unlink(missing_ok=True)
        elif self._path.parent.exists():
            self._path.write_text(json.dumps({"wrong": wrong, "last": last}), encoding="utf-8")
