"""One job on one film, in a process of its own: ``python -m vigreview.films.worker``.

A file that crashes or hangs a decoder takes nothing along. Standard input brings the film's key
(32 bytes), then one line of JSON: ``{"path", "task"}`` with task "prepare" or "better" (both with
``longest_us``, where that is not three hours), "clip" (``clip``, ``start_us``, ``end_us``),
"still" (``still``, ``at_us``), "export" (see `films.exporting`) or "keepsake" (see
`films.keepsake.making`). Standard output gives lines of
JSON: ``{"progress", "doing", "left_s"}`` (of the whole job, 0 to 1; seconds, null while unknown),
``{"playable": facts}``, and last ``{"done": facts}`` or ``{"failed": code, "sentence"}``.
Closing standard input stops the work, and what was half made is not there; doing it again makes
only what is missing.
"""

import io
import json
import os
import sys
import threading
import time
import traceback
from typing import Any

from vigreview.films.clip import FramesMissing, NotAFrame
from vigreview.films.cutting import cut_clip, take_still
from vigreview.films.errors import FilmError, NoRoom
from vigreview.films.exporting import export
from vigreview.films.file import FilmFile
from vigreview.films.overall import Tell
from vigreview.films.preparing import better, prepare
from vigreview.films.times import LONGEST, Limits
from vigreview.films.unusable import BrokeOff, Stuck, TooMuch, UnusableFilm

KEY_BYTES = 32
LONGEST_LINE = 1024 * 1024  # bytes of a request
PATIENCE = 60.0  # seconds without a sign of life after which a decoder is taken to hang
LOOKS = 60  # for such a sign in that time
MOST_MEMORY = 6 * 1024**3  # bytes of address space
TELL_EVERY = 0.2  # seconds between lines of progress

FAILED, STUCK, STOPPED = 1, 3, 4  # exit codes


class Teller:
    """Writes the lines that the server reads, and notes when there was last a sign of life."""

    def __init__(self, out: io.FileIO) -> None:
        self._out = out
        self._lock = threading.Lock()
        self._told, self._doing = 0.0, ""
        self.alive = time.monotonic()

    def __call__(self, line: dict[str, Any]) -> None:
        now = self.alive = time.monotonic()
        if "progress" in line:
            if line["doing"] == self._doing and now - self._told < TELL_EVERY:
                return
            self._doing = line["doing"]
        self._told = now
        with self._lock:
            self._out.write(json.dumps(line).encode() + b"\n")


def main() -> int:
    """Do the one job; gives the exit code."""
    out = _own_output()
    source = io.FileIO(sys.stdin.fileno(), closefd=False)
    key = bytearray(KEY_BYTES)
    _read_all(source, key)
    request = json.loads(_read_line(source))
    _limit_memory()
    tell = Teller(out)
    threading.Thread(target=_watch_input, args=(source,), daemon=True).start()
    threading.Thread(target=_watch_life, args=(tell,), daemon=True).start()
    try:
        with FilmFile.open(request["path"], key) as film:
            key[:] = bytes(KEY_BYTES)
            tell({"done": _do(film, request, tell)})
        return 0
    except UnusableFilm as error:
        return _fail(tell, error.code, error)
    except (NotAFrame, FramesMissing) as error:
        return _fail(tell, error.code, error)
    except FilmError as error:
        return _fail(tell, "no_room" if isinstance(error, NoRoom) else "film_file", error)
    except MemoryError:
        return _fail(tell, TooMuch.code, TooMuch())
    except Exception:
        traceback.print_exc()
        return _fail(tell, BrokeOff.code, BrokeOff())


def _do(film: FilmFile, request: dict[str, Any], tell: Tell) -> dict[str, Any]:
    limits = Limits(request.get("longest_us", LONGEST))
    if request["task"] == "prepare":
        return prepare(film, tell, limits)
    if request["task"] == "better":
        return better(film, tell, limits)
    if request["task"] == "clip":
        return cut_clip(film, str(request["clip"]), request["start_us"], request["end_us"], tell)
    if request["task"] == "still":
        return take_still(film, str(request["still"]), request["at_us"], request.get("crop"))
    if request["task"] == "export":
        return export(film, request, tell)
    if request["task"] == "keepsake":
        # moviepy takes a third of a second to load: no other job waits for it.
        from vigreview.films.keepsake.making import make_keepsake

        return make_keepsake(film, request, tell)
    raise ValueError(request["task"])


def _fail(tell: Tell, code: str, sentence: Exception | str) -> int:
    tell({"failed": code, "sentence": str(sentence)})
    return FAILED


def _own_output() -> io.FileIO:
    """Standard output for our lines alone; what a library prints there goes to standard error."""
    ours = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return io.FileIO(ours, "w")


def _read_all(source: io.FileIO, into: bytearray) -> None:
    """Fill a buffer, leaving no copy elsewhere. Raises EOFError."""
    view, filled = memoryview(into), 0
    while filled < len(into):
        count = source.readinto(view[filled:])
        if not count:
            raise EOFError
        filled += count


def _read_line(source: io.FileIO) -> bytes:
    """One line, read by the byte so that nothing behind it is taken. Raises EOFError."""
    line = bytearray()
    while not line.endswith(b"\n"):
        byte = source.read(1)
        if not byte or len(line) > LONGEST_LINE:
            raise EOFError
        line += byte
    return bytes(line)


def _limit_memory() -> None:
    """Where the system can: a film that makes a decoder ask for ever more memory ends the job."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))


def _watch_input(source: io.FileIO) -> None:
    """Stop when the server closes our input, or is gone."""
    while source.read(4096):
        pass
    os._exit(STOPPED)


def _watch_life(tell: Teller) -> None:
    """Stop when there has been no sign of life for long: a decoder hangs.

    It is looked for again and again: while a device sleeps, its clock may go on.
    """
    in_vain = 0
    while in_vain < LOOKS:
        before = tell.alive
        time.sleep(PATIENCE / LOOKS)
        in_vain = in_vain + 1 if tell.alive == before else 0
    tell({"failed": Stuck.code, "sentence": str(Stuck())})
    os._exit(STUCK)


if __name__ == "__main__":
    sys.exit(main())
