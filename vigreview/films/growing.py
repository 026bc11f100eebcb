"""A filmstrip that is stored again as it grows, so that it can be looked through meanwhile."""

import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from vigreview.films.file import FilmFile
from vigreview.films.probe import Probe
from vigreview.films.strip import Sheet

JPEG = "image/jpeg"
SHOWN_EVERY = 2.0  # seconds: storing it takes a fiftieth of that


class GrowingStrip:
    """The filmstrip of one film on its way into the film file."""

    def __init__(
        self,
        film: FilmFile,
        probe: Probe,
        told: dict[str, Any] | None,
        note: Callable[..., Any],
    ) -> None:
        """`told` is the fact "strip" so far; `note` notes facts in the film."""
        self._film, self._note = film, note
        self.sheet = Sheet(probe)
        there = film.length("strip") is not None and told is not None
        self._kept = bool(there and told and told["made"] == len(told["times_us"]))
        self._shown = time.monotonic()

    @property
    def whole(self) -> bool:
        """Whether it is there with all its tiles."""
        return self._kept

    def show(self) -> None:
        """Store what there is, now and then."""
        if time.monotonic() - self._shown >= SHOWN_EVERY:
            self._store()
            self._shown = time.monotonic()

    def keep(self) -> None:
        """Store it as it is in the end."""
        if self.sheet.whole:
            self._store()
            self._kept = True

    def _store(self) -> None:
        with self._film.writer("strip", JPEG) as into:
            into.write(self.sheet.jpeg())
        self._note(strip=asdict(self.sheet.strip))
