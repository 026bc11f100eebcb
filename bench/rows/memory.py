"""The server's resident memory while a film of 1 GB arrives, against the 64 MB it may take."""

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from bench.practice import add_consenting_family, new_practice
from bench.row import Row
from bench.servers import signed_in
from tests.browser.server import Server
from vigreview.process.arriving import expected_film

LIMIT = 1.0
MOST_MB = 64.0
FILM_BYTES = 1024**3
PIECE = bytes(1024**2)
TUS = {"tus-resumable": "1.0.0"}
LOOK_EVERY_S = 0.02


def measure(folder: Path) -> Iterator[Row]:
    """The most it rose above what it was before, looked at 50 times a second."""
    home = folder / "vault"
    practice = new_practice(home)
    film_id = expected_film(practice, add_consenting_family(practice))
    practice.vault.lock()
    server = Server(home).start()
    try:
        raised = _raised_by_an_upload(server, film_id)
    finally:
        server.stop()
    yield Row("memory raised by a film of 1 GB", raised, MOST_MB, "MB", LIMIT)


def _raised_by_an_upload(server: Server, film_id: int) -> float:
    with signed_in(server.url) as client:
        named = base64.b64encode(str(film_id).encode()).decode()
        made = {**TUS, "upload-length": str(FILM_BYTES), "upload-metadata": f"film {named}"}
        client.post("/uploads", headers=made).raise_for_status()
        patch = {
            **TUS,
            "upload-offset": "0",
            "content-type": "application/offset+octet-stream",
            "content-length": str(FILM_BYTES),
        }
        with _watched(psutil.Process(server.pid)) as resident:
            film = (PIECE for _ in range(FILM_BYTES // len(PIECE)))
            client.patch(f"/uploads/{film_id}", content=film, headers=patch).raise_for_status()
        return (max(resident) - resident[0]) / 1024**2


@contextmanager
def _watched(process: psutil.Process) -> Iterator[list[int]]:
    """Look at a process's resident memory (bytes), before, during and after the block."""
    seen = [process.memory_info().rss]
    over = threading.Event()

    def look() -> None:
        while not over.wait(LOOK_EVERY_S):
            seen.append(process.memory_info().rss)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield seen
    finally:
        over.set()
        looking.join()
        seen.append(process.memory_info().rss)
