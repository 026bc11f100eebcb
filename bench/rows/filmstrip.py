"""The filmstrip of a film of five minutes, from its film file.

Anchor: `ffmpeg -skip_frame nokey -i FILM -an -vf scale=160:90 -fps_mode passthrough OUT/%04d.jpg`,
the pictures that a program makes of every key frame, as large as our tiles.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from bench import phone
from bench.row import Row, beside
from vigreview.films.file import FilmFile
from vigreview.films.probe import probe
from vigreview.films.strip import TILE_LINES, make_strip

LIMIT = 1.5
SECONDS = 300
ROUNDS = 4
PIECE_BYTES = 1024 * 1024


def measure(folder: Path) -> Iterator[Row]:
    """What the film is, is known by then, as it is when a film is made ready."""
    film, tiles = phone.H264.film(folder.parent, SECONDS), folder / "tiles"
    tiles.mkdir()
    size = f"scale={round(TILE_LINES * 16 / 9)}:{TILE_LINES}"

    def anchor(number: int) -> float:
        began = time.perf_counter()
        pictures = ("-an", "-vf", size, "-fps_mode", "passthrough", str(tiles / "%04d.jpg"))
        phone.ffmpeg("-skip_frame", "nokey", "-i", str(film), *pictures)
        return 1000 * (time.perf_counter() - began)

    with FilmFile.create(folder / "film.film", os.urandom(32)) as file:
        with film.open("rb") as source, file.writer("original", "video/mp4") as into:
            while piece := source.read(PIECE_BYTES):
                into.write(piece)
        seen = probe(file.reader("original"))

        def ours(number: int) -> float:
            began = time.perf_counter()
            with file.writer("strip", "image/jpeg") as into:
                make_strip(file.reader("original"), into, seen)
            return 1000 * (time.perf_counter() - began)

        yield beside("5 minutes of film: filmstrip", ours, anchor, LIMIT, range(ROUNDS))
