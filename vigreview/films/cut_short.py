"""Whether a file ends before the place where, by its own lengths, it should.

Matroska and WebM (RFC 8794, RFC 9559) and AVI (RIFF) say at their start how long they are; a
recording that a browser makes does not, and nothing can be told of it.
"""

from vigreview.films.boxes import length_of
from vigreview.films.streams import Readable

EBML, SEGMENT = bytes.fromhex("1A45DFA3"), bytes.fromhex("18538067")
RIFFS = (b"AVI ", b"AVIX")  # a long AVI is several behind one another


def ends_early(file: Readable) -> bool:
    """Whether that can be told, and is so."""
    length = length_of(file)
    end = _end_of_segment(file) or _end_of_riffs(file, length)
    return end > length


def _end_of_segment(file: Readable) -> int:
    """Where a Matroska film says that it ends, in bytes; 0 where it does not."""
    file.seek(0)
    head = file.read(64 * 1024)
    if not head.startswith(EBML):
        return 0
    size, place = _size(head, len(EBML))
    place += size
    if head[place : place + len(SEGMENT)] != SEGMENT:
        return 0
    size, place = _size(head, place + len(SEGMENT))
    return place + size if size else 0


def _size(head: bytes, place: int) -> tuple[int, int]:
    """A length in EBML's variable width, 0 where it is unknown; and where it ends."""
    first = head[place] if place < len(head) else 0
    if not first:
        return 0, place
    width = 9 - first.bit_length()
    number = int.from_bytes(head[place : place + width], "big") & (1 << 7 * width) - 1
    unknown = number == (1 << 7 * width) - 1
    return 0 if unknown else number, place + width


def _end_of_riffs(file: Readable, length: int) -> int:
    """Where an AVI says that it ends, in bytes; 0 where it does not."""
    place = 0
    while place + 12 <= length:
        file.seek(place)
        head = file.read(12)
        size = int.from_bytes(head[4:8], "little")
        if head[:4] != b"RIFF" or head[8:] not in RIFFS or not size:
            break
        place += 8 + size + size % 2
    return place - 1  # a last byte that only evens the length may be left out
