"""Whether a file ends before the place where, by its own lengths, it should.

MP4, Matroska and WebM (RFC 8794, RFC 9559) and AVI (RIFF) say how long they are; a recording that
a browser makes does not, nor does what a camcorder makes, and nothing can be told of them.
"""

from vigreview.films.boxes import boxes, length_of
from vigreview.films.streams import Readable

EBML, SEGMENT = bytes.fromhex("1A45DFA3"), bytes.fromhex("18538067")
HEADERS = 64 * 1024  # bytes within which they are
RIFFS = (b"AVI ", b"AVIX")  # a long AVI is several behind one another


def ends_early(file: Readable) -> bool:
    """Whether that can be told, and is so."""
    length = length_of(file)
    return max(_end_of_segment(file), _end_of_riffs(file), _end_of_boxes(file)) > length


def avi_length(file: Readable) -> int:
    """How many microseconds long an AVI says that it is; 0 where it is none."""
    file.seek(0)
    head = file.read(HEADERS)
    if not head.startswith(b"RIFF"):
        return 0
    main, longer = head.find(b"avih"), head.find(b"dmlh")
    if main < 0:
        return 0
    per_frame = int.from_bytes(head[main + 8 : main + 12], "little")
    frames = int.from_bytes(head[main + 24 : main + 28], "little")
    if longer > 0:
        frames = max(frames, int.from_bytes(head[longer + 8 : longer + 12], "little"))
    return per_frame * frames


def _end_of_boxes(file: Readable) -> int:
    """Where the boxes of an MP4 end, in bytes."""
    return max((each.end for each in boxes(file, 0, length_of(file))), default=0)


def _end_of_segment(file: Readable) -> int:
    """Where a Matroska film says that it ends, in bytes; 0 where it does not."""
    file.seek(0)
    head = file.read(HEADERS)
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


def _end_of_riffs(file: Readable) -> int:
    """Where an AVI says that it ends, in bytes; 0 where it does not."""
    place, length = 0, length_of(file)
    while place + 12 <= length:
        file.seek(place)
        head = file.read(12)
        size = int.from_bytes(head[4:8], "little")
        if head[:4] != b"RIFF" or head[8:] not in RIFFS or not size:
            break
        place += 8 + size + size % 2
    return place - 1  # a last byte that only evens the length may be left out
