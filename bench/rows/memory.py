"""What is held in memory while a film of 1 GB comes in and is made ready.

The server's, against what it may rise by (64 MB) and against what it may hold at all (300 MB); the
film workers', each, against the same 300 MB. Resident memory, looked at 50 times a second.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from bench import phone
from bench.beside import Beside
from bench.practice import add_consenting_family, new_practice
from bench.row import Row
from bench.servers import signed_in
from bench.uploading import send
from tests.browser.server import Server
from tests.waiting import wait_for

LIMIT = 1.0
RAISED_MB = 64.0
RESIDENT_MB = 300.0
SECONDS = 680  # of a phone's film, as many as make a gigabyte
LOOK_EVERY_S = 0.02
DONE_WITHIN_S = 300
MB = 1024**2


def measure(folder: Path) -> Iterator[Row]:
    """The most of each, from the first byte until nothing is left to do."""
    film = phone.H264.film(folder.parent, SECONDS)
    assert film.stat().st_size > 1_000_000_000, "the film is smaller than it says"
    home = folder / "vault"
    practice = new_practice(home)
    journey_id = add_consenting_family(practice)
    practice.vault.lock()
    server = Server(home).start()
    try:
        with signed_in(server.url) as client:
            beside = Beside(home)
            with _watched(psutil.Process(server.pid)) as seen:
                film_id = send(client, journey_id, film)
                raised = (max(seen.server) - seen.server[0]) / MB
                wait_for(beside.at_rest, DONE_WITHIN_S)
            assert beside.playable(film_id)
            beside.close()
    finally:
        server.stop()
    yield Row("memory raised by a film of 1 GB", raised, RAISED_MB, "MB", LIMIT)
    yield Row("the server's memory meanwhile", max(seen.server) / MB, RESIDENT_MB, "MB", LIMIT)
    yield Row("a film worker's memory", max(seen.workers) / MB, RESIDENT_MB, "MB", LIMIT)


class Seen:
    """The resident memory (bytes) of a server and of each of its workers, look by look."""

    def __init__(self, server: psutil.Process) -> None:
        self._process = server
        self.server: list[int] = []
        self.workers: list[int] = []

    def look(self) -> None:
        self.server.append(self._process.memory_info().rss)
        for worker in self._process.children(recursive=True):
            try:
                self.workers.append(worker.memory_info().rss)
            except psutil.NoSuchProcess:
                continue  # it has just ended


@contextmanager
def _watched(process: psutil.Process) -> Iterator[Seen]:
    """Look at a server's memory before, during and after the block."""
    seen = Seen(process)
    seen.look()
    over = threading.Event()

    def look() -> None:
        while not over.wait(LOOK_EVERY_S):
            seen.look()

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield seen
    finally:
        over.set()
        looking.join()
        seen.look()
