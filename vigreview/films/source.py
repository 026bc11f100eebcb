"""Where pictures to hand over come from: the film as it was brought, else what is played of it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from vigreview.films.clip import NotAFrame
from vigreview.films.file import FilmFile
from vigreview.films.preparing import played, played_probe, stored_times
from vigreview.films.probe import Probe, probe
from vigreview.films.streams import Readable
from vigreview.films.times import Times

BROUGHT = "original"
MOVED = 2_000  # microseconds by which a playable copy may have put a frame later


@dataclass(frozen=True)
class Source:
    """A film to take frames from; `at` tells when on it the frames of the marked times are."""

    stream: str
    file: Readable
    probe: Probe
    times: Times
    at: dict[int, int]


def as_brought(film: FilmFile, marked: Iterable[int]) -> Source | None:
    """The film as it was brought; None where its file does not tell when its frames are shown.

    Raises NotAFrame where a marked time is no frame's.
    """
    marked = _frames(film, marked)
    if not film.facts().get("times_in_order", True):
        return None
    file = film.reader(BROUGHT)
    seen = played_probe(film) if played(film) == BROUGHT else probe(file)
    if not seen.times_in_order:
        return None
    origin = 0 if seen.plays_as_is else seen.first_us
    at = {each: _nearest(seen.times, each + origin) for each in marked}
    if any(abs(there - each - origin) > MOVED for each, there in at.items()):
        return None
    return Source(BROUGHT, file, seen, seen.times, at)


def as_played(film: FilmFile, marked: Iterable[int]) -> Source:
    """What is played of the film. Raises NotAFrame where a marked time is no frame's."""
    stream = played(film)
    at = {each: each for each in _frames(film, marked)}
    return Source(stream, film.reader(stream), played_probe(film), stored_times(film), at)


def _frames(film: FilmFile, marked: Iterable[int]) -> set[int]:
    marked = set(marked)
    if not marked <= set(stored_times(film).tolist()):
        raise NotAFrame
    return marked


def _nearest(times: Times, at_us: int) -> int:
    return int(times[np.abs(times - at_us).argmin()])
