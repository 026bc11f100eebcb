"""The boxes of an MP4 or QuickTime film: only what is asked of them before it is opened.

ISO/IEC 14496-12, 4.2: a size of 32 bits, a kind of four letters; size 1 means that 64 bits of size
follow, size 0 that the box goes on to the file's end. Sizes and places are in bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from vigreview.films.streams import Readable

MOST = 100_000  # boxes beside one another that are looked at
HOLDING = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
ENTRIES = 16  # bytes of a sample description box before its first entry
LOCKED = {b"encv", b"enca", b"drmi", b"drms"}  # kinds of sample entries that need a key


@dataclass(frozen=True)
class Box:
    """One box; it is told to end at `end`, which may lie behind the end of the file."""

    kind: bytes
    start: int
    inside: int  # where its content begins
    end: int


def length_of(file: Readable) -> int:
    """How many bytes a file has."""
    return file.seek(0, 2)


def boxes(file: Readable, start: int, end: int) -> Iterator[Box]:
    """The boxes that lie beside one another from `start` to `end`, as far as they make sense."""
    return islice(_beside(file, start, end), MOST)


def _beside(file: Readable, start: int, end: int) -> Iterator[Box]:
    while start + 8 <= end:
        file.seek(start)
        head = file.read(16)
        size, inside = int.from_bytes(head[:4], "big"), start + 8
        if size == 1:
            size, inside = int.from_bytes(head[8:16], "big"), start + 16
        elif size == 0:
            size = end - start
        if size < inside - start:
            return
        yield Box(head[4:8], start, inside, start + size)
        start += size


def media(file: Readable) -> list[tuple[int, int]]:
    """From where to where the pictures and sounds themselves lie."""
    found = boxes(file, 0, length_of(file))
    return [(each.inside, each.end) for each in found if each.kind == b"mdat"]


def is_locked(file: Readable) -> bool:
    """Whether a track's samples are encrypted, by Common Encryption or an older scheme."""
    return any(each in LOCKED for each in _sample_kinds(file, 0, length_of(file)))


def _sample_kinds(file: Readable, start: int, end: int) -> Iterator[bytes]:
    for box in boxes(file, start, end):
        if box.kind in HOLDING:
            yield from _sample_kinds(file, box.inside, min(box.end, end))
        elif box.kind == b"stsd":
            file.seek(box.inside)
            yield file.read(ENTRIES)[12:16]
