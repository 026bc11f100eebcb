"""A film file of the disk, made into the copy that the app would play."""

import os
from pathlib import Path

from vigreview.films.copy import make_playback_copy
from vigreview.films.probe import probe


def unfinished(out: Path) -> Path:
    """Where a copy lies until it is whole; whoever kills `convert` removes it."""
    return out.with_name(out.name + ".part")


def convert(source: Path, out: Path) -> None:
    """Write the playback copy of the film `source` to `out`, which is there whole or not at all.

    Raises UnusableFilm's subclasses, OSError.
    """
    part = unfinished(out)
    try:
        with source.open("rb") as film, part.open("wb") as into:
            make_playback_copy(film, into, probe(film))
        os.replace(part, out)
    finally:
        part.unlink(missing_ok=True)
