"""One film worker: a process of its own that is handed a film's key by pipe."""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any

from vigreview.cipher import wipe
from vigreview.films.unusable import Stuck

WORKER = [sys.executable, "-m", "vigreview.films.worker"]
# A decoder that says nothing for so long is hung. Its worker sees that first, and says so, unless
# it is held up wholly.
SILENT_SECONDS = 90
LOOKS_EVERY_SECONDS = 0.2  # to see whether the work is still wanted

log = logging.getLogger(__name__)


def worker(
    key: bytearray, order: dict[str, Any], still_wanted: Callable[[], bool]
) -> Generator[dict[str, Any]]:
    """Run one worker process and yield the lines it says. `key` is wiped once it is handed over.

    The process is killed when it falls silent, of which its last line tells as of one that found
    itself stuck, or when it is no longer wanted.
    """
    process = subprocess.Popen(
        WORKER,
        bufsize=0,  # a buffer would keep a copy of the key
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(key)
        wipe(key)
        process.stdin.write(json.dumps(order).encode() + b"\n")
        yield from _lines(process.stdout, still_wanted)
    except BrokenPipeError:
        log.warning("a film worker stopped before it was told what to do")
    finally:
        wipe(key)
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def _lines(stdout: IO[bytes], still_wanted: Callable[[], bool]) -> Iterator[dict[str, Any]]:
    said: Queue[bytes] = Queue()

    def listen() -> None:
        with suppress(ValueError):  # closed, once nobody listens any more
            for line in stdout:
                said.put(line)
        said.put(b"")

    threading.Thread(target=listen, daemon=True, name="film worker's voice").start()
    looks = 0  # in vain, one after another: while a device sleeps, its clock may go on
    while still_wanted():
        try:
            line = said.get(timeout=LOOKS_EVERY_SECONDS)
        except Empty:
            looks += 1
            if looks * LOOKS_EVERY_SECONDS < SILENT_SECONDS:
                continue
            yield {"failed": Stuck.code, "sentence": str(Stuck())}
            return
        if not line:
            return
        looks = 0
        yield json.loads(line)
