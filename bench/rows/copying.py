"""The copy of an HEVC film of 1080 lines at 30 frames a second, as the app would play it.

Ours is `python -m vigreview films convert FILM OUT.mp4`, from the start of its process. Anchors:
`ffmpeg -i FILM -c:v libx264 -preset superfast -crf 21 -g 15 OUT.mp4`, and the film's own length.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench import phone
from bench.row import Row, beside
from tests.browser.server import PROJECT

PROGRAM_LIMIT = 1.15
LENGTH_LIMIT = 1.0
SECONDS = 20
ROUNDS = 4

X264 = ("-c:v", "libx264", "-preset", "superfast", "-crf", "21", "-g", "15")


def measure(folder: Path) -> Iterator[Row]:
    """From the start of each process to its end."""
    film, out = phone.HEVC.film(folder.parent, SECONDS), folder / "out.mp4"

    def ours(number: int) -> float:
        command = [sys.executable, "-m", "vigreview", "films", "convert", str(film), str(out)]
        began = time.perf_counter()
        subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
        took = time.perf_counter() - began
        out.unlink()
        return 1000 * took

    def anchor(number: int) -> float:
        began = time.perf_counter()
        phone.ffmpeg("-i", str(film), *X264, str(out))
        took = time.perf_counter() - began
        out.unlink()
        return 1000 * took

    row = beside(f"{SECONDS} s of HEVC: copy", ours, anchor, PROGRAM_LIMIT, range(ROUNDS))
    yield row
    length = 1000.0 * SECONDS
    yield Row("the same, against the film's length", row.ours, length, "ms", LENGTH_LIMIT)
