"""A clip of a phone's film as a file, frame-exact, from the film file into the film file.

Ours is the worker's own work, from the start of its process. Anchors: `ffmpeg -ss START -i FILM
-t LENGTH -c:v libx264 -preset veryfast -crf 20 -c:a aac OUT.mp4`, and moviepy's
`VideoFileClip(FILM).subclipped(START, END).write_videofile(OUT.mp4)` in a process of its own.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import phone
from bench.row import Row, beside
from tests.browser.server import PROJECT
from vigreview.films.file import FilmFile
from vigreview.films.preparing import stored_times

PROGRAM_LIMIT = 1.15
MOVIEPY_LIMIT = 0.6
FILM_SECONDS = 20
START_S, LENGTH_S = 10, 4
ROUNDS = 4
PIECE_BYTES = 1024 * 1024
SECOND_US = 1_000_000

X264 = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-c:a", "aac")
MOVIEPY = """
import sys
from moviepy import VideoFileClip
film, out, start, end = sys.argv[1:]
with VideoFileClip(film) as whole:
    whole.subclipped(float(start), float(end)).write_videofile(out, logger=None)
"""


def measure(folder: Path) -> Iterator[Row]:
    """From the start of each process to its end."""
    film, out = phone.H264.film(folder.parent, FILM_SECONDS), folder / "out.mp4"
    path, key = folder / "film.film", os.urandom(32)
    with (
        film.open("rb") as source,
        FilmFile.create(path, key) as file,
        file.writer("original", "video/mp4") as into,
    ):
        while piece := source.read(PIECE_BYTES):
            into.write(piece)
    worked(path, key, {"task": "prepare"})
    with FilmFile.open(path, key) as file:
        times = stored_times(file)
    inside = times[(times >= START_S * SECOND_US) & (times < (START_S + LENGTH_S) * SECOND_US)]
    edges = {"start_us": int(inside[0]), "end_us": int(inside[-1])}
    order = {"task": "export", "export": 1, "kind": "mp4", "sound": True, **edges}

    def ours(number: int) -> float:
        return took(lambda: worked(path, key, order))

    def program(number: int) -> float:
        span = ("-ss", str(START_S), "-i", str(film), "-t", str(LENGTH_S))
        return took(lambda: phone.ffmpeg(*span, *X264, str(out)))

    def moviepy(number: int) -> float:
        given = [str(film), str(out), str(START_S), str(START_S + LENGTH_S)]
        command = [sys.executable, "-c", MOVIEPY, *given]
        return took(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))

    name = f"{LENGTH_S} s of film as a file"
    yield beside(f"{name}, against ffmpeg", ours, program, PROGRAM_LIMIT, range(ROUNDS))
    yield beside(f"{name}, against moviepy", ours, moviepy, MOVIEPY_LIMIT, range(ROUNDS))


def worked(path: Path, key: bytes, order: dict[str, object]) -> None:
    """Have a worker do one job on a film file."""
    command = [sys.executable, "-m", "vigreview.films.worker"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=PROJECT, **pipes) as worker:
        assert worker.stdin
        assert worker.stdout
        worker.stdin.write(key + json.dumps({**order, "path": str(path)}).encode() + b"\n")
        worker.stdin.flush()
        last = json.loads(worker.stdout.readlines()[-1])
        worker.stdin.close()
    if "done" not in last:
        raise RuntimeError(last["sentence"])


def took(work: Callable[[], object]) -> float:
    """How many milliseconds something takes."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)
