"""The boxes of an MP4 or QuickTime film: only what is asked of them before it is opened.

ISO/IEC 14496-12, 4.2: a size of 32 bits, a kind of four letters; size 1 means that 64 bits of size
follow, size 0 that the box goes on to the file's end. Sizes and places are in bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from vigreview.films.streams import Readable

# What a film of the MP4 family begins with, from the fifth byte on.
FAMILY_MARKS = (
    *(b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"),
    *(b"pnot", b"uuid", b"styp", b"sidx", b"moof", b"junk"),
)
MOST = 100_000  # boxes beside one another that are looked at
HOLDING = {b"mdia", b"minf", b"stbl"}
TOLD = (b"tkhd", b"hdlr", b"stsd")  # how a track is shown, what it is, and how it is coded
MOST_TOLD = 128  # bytes of them that are looked at
LOCKED = {b"encv", b"enca", b"drmi", b"drms"}  # kinds of sample entries that need a key


@dataclass(frozen=True)
class Box:
    """One box; it is told to end at `end`, which may lie behind the end of the file."""

    kind: bytes
    start: int
    inside: int  # where its content begins
    end: int


@dataclass(frozen=True)
class Track:
    """What a track says of itself; `pixels` of its pictures, 0 where it has none."""

    is_locked: bool
    pixels: int


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


def tracks(file: Readable) -> list[Track]:
    """What each track says of itself."""
    length = length_of(file)
    found = [each for each in boxes(file, 0, length) if each.kind == b"moov"]
    inside = [each for moov in found for each in boxes(file, moov.inside, min(moov.end, length))]
    return [_track(file, each, length) for each in inside if each.kind == b"trak"]


def _track(file: Readable, trak: Box, length: int) -> Track:
    told = dict.fromkeys(TOLD, b"")
    for box in _below(file, trak.inside, min(trak.end, length)):
        if box.kind in TOLD:
            file.seek(box.inside)
            told[box.kind] = file.read(min(box.end - box.inside, MOST_TOLD))
    shape, handler, entries = told.values()
    sizes = [(shape[-8:-6], shape[-4:-2]), (entries[40:42], entries[42:44])]
    across_down = [[int.from_bytes(each, "big") for each in size] for size in sizes]
    return Track(
        is_locked=entries[12:16] in LOCKED,
        pixels=max(across * down for across, down in across_down)
        if handler[8:12] == b"vide"
        else 0,
    )


def _below(file: Readable, start: int, end: int) -> Iterator[Box]:
    for box in boxes(file, start, end):
        yield box
        if box.kind in HOLDING:
            yield from _below(file, box.inside, min(box.end, end))
