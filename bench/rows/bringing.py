"""A film of five minutes from its first byte to being playable, and how quickly it is taken in.

Anchors: `cp FILM COPY` and then `ffmpeg -i FILM -c copy OUT.mp4`, what a plain program does to take
a film in and put it in order; and writing the same bytes into a film file, with nothing else.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import httpx

from bench import phone
from bench.beside import Beside
from bench.practice import add_consenting_family, new_practice
from bench.row import Row
from bench.servers import signed_in
from bench.uploading import send
from tests.browser.server import Server
from tests.waiting import wait_for
from vigreview.films.file import FilmFile

PLAYABLE_LIMIT = 3.0
TAKEN_IN_LIMIT = 2.0  # times as long: at least half as quick
SECONDS = 300
ROUNDS = 4  # the first warms up and does not count
PIECE_BYTES = 8 * 1024 * 1024
LOOK_EVERY_S = 0.01
DONE_WITHIN_S = 240


def measure(folder: Path) -> Iterator[Row]:
    """From the first request to the state that lets a film be opened, as the vault's row has it."""
    film = phone.H264.film(folder.parent, SECONDS)
    home = folder / "vault"
    practice = new_practice(home)
    journey_id = add_consenting_family(practice)
    practice.vault.lock()
    server = Server(home).start()
    took = []
    try:
        with signed_in(server.url) as client:
            beside = Beside(home)
            for _ in range(ROUNDS):
                brought = _brought(client, beside, journey_id, film)
                took.append((*brought, _copied(film, folder), _written(film, folder)))
            beside.close()
    finally:
        server.stop()
    taken_in, playable, copied, written = (median(each) for each in zip(*took[1:], strict=True))
    yield Row("5 minutes of film: first byte to playable", playable, copied, "ms", PLAYABLE_LIMIT)
    yield Row("the same: taken in", taken_in, written, "ms", TAKEN_IN_LIMIT)


def _brought(
    client: httpx.Client, beside: Beside, journey_id: int, film: Path
) -> tuple[float, float]:
    """Return the milliseconds until the app has all of it, and until it can be played."""
    os.sync()  # what was written before is not to be waited for now
    began = time.perf_counter()
    film_id = send(client, journey_id, film)
    taken_in = time.perf_counter()
    while not beside.playable(film_id):
        time.sleep(LOOK_EVERY_S)
    playable = time.perf_counter()
    wait_for(beside.at_rest, DONE_WITHIN_S)  # the rest is made while nobody is measured
    return 1000 * (taken_in - began), 1000 * (playable - began)


def _copied(film: Path, folder: Path) -> float:
    """Return the milliseconds of the two programs."""
    copy, out = folder / "copy.mp4", folder / "out.mp4"
    os.sync()
    began = time.perf_counter()
    subprocess.run(["cp", str(film), str(copy)], check=True)
    phone.ffmpeg("-i", str(film), "-c", "copy", str(out))
    took = time.perf_counter() - began
    copy.unlink()
    out.unlink()
    return 1000 * took


def _written(film: Path, folder: Path) -> float:
    """Return the milliseconds until a film file has the bytes, sealed and on the disk."""
    path, key = folder / "written.film", os.urandom(32)
    os.sync()
    began = time.perf_counter()
    with FilmFile.create(path, key) as file, film.open("rb") as source:
        held = 0
        while piece := source.read(PIECE_BYTES):
            held = file.append("original", held, piece)
        file.seal("original", "video/mp4")
    took = time.perf_counter() - began
    FilmFile.erase(path)
    return 1000 * took
