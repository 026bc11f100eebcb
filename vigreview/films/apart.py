"""Work on a film of the disk in a process of its own: ``python -m vigreview.films.apart``.

A file that crashes or hangs a decoder, or makes it ask for ever more memory, takes nothing along.
Arguments are "judge" and a file, or "convert", a film, its copy, and where that lies until it is
whole. Standard output gives lines of JSON: ``{"looked": part}`` now and then, and last ``{"judged":
judgement}``, ``{"converted": file}`` or ``{"failed": sentence}``. Closing standard input stops it.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from av.error import FFmpegError

from vigreview.films.converting import convert, unfinished
from vigreview.films.copy import Progress
from vigreview.films.judging import judge, refused
from vigreview.films.unusable import BrokeOff, Stuck, TooMuch, Unreadable, UnusableFilm

COMMAND = [sys.executable, "-m", "vigreview.films.apart"]
PATIENCE = 180.0  # seconds without a sign of life after which a decoder is taken to hang
MOST_MEMORY = 4 * 1024**3  # bytes of address space
NOT_WRITTEN = "The copy could not be written there; perhaps the folder is missing, or full."
LOOK_EVERY = 1.0  # seconds
STOPPED = 4  # exit code


def judged(path: Path) -> dict[str, Any]:
    """The judgement of a file, which is one even if the file stops whoever reads it."""
    try:
        told = _run("judge", path.absolute(), alive=lambda: None)
    except UnusableFilm as reason:
        return refused(path, reason)
    return {**told["judged"], "file": str(path)}


def converted(source: Path, out: Path) -> str | None:
    """Write the playback copy of a film; the sentence that says why where there is none."""
    part = unfinished(out)

    def written() -> int:
        return part.stat().st_size if part.exists() else 0

    try:
        told = _run("convert", source.absolute(), out.absolute(), part.absolute(), alive=written)
        return told.get("failed")
    except UnusableFilm as reason:
        return str(reason)
    finally:
        part.unlink(missing_ok=True)


def _run(verb: str, *paths: Path, alive: Callable[[], object]) -> dict[str, Any]:
    """What the process tells at its end; `alive` gives something that changes as it gets on.

    Raises Stuck, BrokeOff.
    """
    with subprocess.Popen(
        [*COMMAND, verb, *map(str, paths)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what libraries say there is for nobody, and may tell of a film
        cwd=Path(__file__).parents[2],
    ) as process:
        try:
            return _told(_last_words(process, alive))
        finally:
            process.kill()


def _last_words(process: "subprocess.Popen[bytes]", alive: Callable[[], object]) -> bytes:
    said: Queue[bytes] = Queue()

    def listen() -> None:
        assert process.stdout
        for line in process.stdout:
            said.put(line)
        said.put(b"")

    threading.Thread(target=listen, daemon=True).start()
    words, sign, looks = b"", alive(), 0
    while looks * LOOK_EVERY <= PATIENCE:
        try:
            line = said.get(timeout=LOOK_EVERY)
        except Empty:
            looks, sign, before = looks + 1, alive(), sign
            if sign == before:
                continue
        else:
            if not line:
                return words
            words = line
        looks = 0
    raise Stuck


def _told(words: bytes) -> dict[str, Any]:
    try:
        told = dict(json.loads(words))
    except (ValueError, TypeError) as error:
        raise BrokeOff from error
    if "looked" in told:
        raise BrokeOff
    return told


def limit_memory(most: int) -> None:
    """Where the system can, keep this process within so many bytes of address space."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _do(verb: str, *paths: str) -> dict[str, Any]:
    if verb == "judge":
        return {"judged": judge(Path(paths[0]), progress=_looking())}
    source, out, part = map(Path, paths)
    _stop_with_who_asked(part)
    try:
        convert(source, out, part, _looking())
    except UnusableFilm as reason:
        return {"failed": str(reason)}
    except MemoryError:
        return {"failed": str(TooMuch())}
    except FFmpegError:  # before OSError, which many of its kinds are as well
        return {"failed": str(Unreadable())}
    except OSError:
        return {"failed": NOT_WRITTEN}
    return {"converted": str(out)}


def _looking() -> Progress:
    said = time.monotonic()

    def progress(part: float) -> None:
        nonlocal said
        if time.monotonic() - said >= LOOK_EVERY:
            print(json.dumps({"looked": round(part, 3)}), flush=True)
            said = time.monotonic()

    return progress


def _stop_with_who_asked(part: Path) -> None:
    """Leave nothing half written where whoever asked is gone, by whatever it was ended."""

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 4096):
            pass
        part.unlink(missing_ok=True)
        os._exit(STOPPED)

    threading.Thread(target=wait, daemon=True).start()


if __name__ == "__main__":
    limit_memory(MOST_MEMORY)
    print(json.dumps(_do(*sys.argv[1:])))
