"""The elements of a Matroska or WebM film: only what is asked of them before it is opened.

RFC 8794 (EBML) and RFC 9559 (Matroska): an element is an id, a length of variable width, and what
is in it; a length of ones alone is unknown, and goes on to the end of what the element lies in.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vigreview.films.streams import Readable

EBML, SEGMENT = bytes.fromhex("1A45DFA3"), bytes.fromhex("18538067")
TRACKS, TRACK, VIDEO = bytes.fromhex("1654AE6B"), b"\xae", b"\xe0"
WIDTH, HEIGHT = b"\xb0", b"\xba"
ENCODINGS, ENCODING = bytes.fromhex("6D80"), bytes.fromhex("6240")
ENCRYPTION = bytes.fromhex("5035")
HEADERS = 1024 * 1024  # bytes within which the tracks are told


@dataclass(frozen=True)
class Element:
    """One element, from `inside` to `end` in bytes; `sure` where its length is known."""

    kind: bytes
    inside: int
    end: int
    sure: bool


def beginning(file: Readable) -> bytes:
    """A Matroska film's headers; nothing of any other file."""
    file.seek(0)
    head = file.read(HEADERS)
    return head if head.startswith(EBML) else b""


def end_of_segment(head: bytes) -> int:
    """Where a film says that it ends, in bytes; 0 where it does not."""
    return next((each.end for each in _elements(head) if each.kind == SEGMENT and each.sure), 0)


def pixels(head: bytes) -> int:
    """Of the largest pictures that a track says to have."""
    sizes = [
        _number(head, video, WIDTH) * _number(head, video, HEIGHT)
        for video in _within(head, SEGMENT, TRACKS, TRACK, VIDEO)
    ]
    return max(sizes, default=0)


def is_locked(head: bytes) -> bool:
    """Whether a track is encrypted."""
    return any(_within(head, SEGMENT, TRACKS, TRACK, ENCODINGS, ENCODING, ENCRYPTION))


def _elements(head: bytes, within: Element | None = None) -> Iterator[Element]:
    place, end = (within.inside, min(within.end, len(head))) if within else (0, len(head))
    while place < end and head[place]:
        kind_ends = place + 9 - head[place].bit_length()
        if kind_ends >= end or not head[kind_ends]:
            return
        inside = kind_ends + 9 - head[kind_ends].bit_length()
        ones = (1 << 7 * (inside - kind_ends)) - 1
        size = int.from_bytes(head[kind_ends:inside], "big") & ones
        sure = size != ones
        yield Element(head[place:kind_ends], inside, inside + size if sure else end, sure)
        place = inside + size if sure else end


def _within(head: bytes, *kinds: bytes, element: Element | None = None) -> Iterator[Element]:
    """The elements at the end of a path of kinds."""
    for each in _elements(head, element):
        if each.kind == kinds[0]:
            if len(kinds) == 1:
                yield each
            else:
                yield from _within(head, *kinds[1:], element=each)


def _number(head: bytes, within: Element, kind: bytes) -> int:
    found = (each for each in _elements(head, within) if each.kind == kind)
    return next((int.from_bytes(head[each.inside : each.end], "big") for each in found), 0)
