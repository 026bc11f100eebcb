"""The chunks of an AVI film: only what is asked of them before it is opened.

RIFF: four letters, a length of 32 bits, little-endian, and what is in it, made even. A film of more
than a gigabyte is several such behind one another (OpenDML).
"""

from vigreview.films.streams import Readable

KINDS = (b"AVI ", b"AVIX")
HEADERS = 64 * 1024  # bytes within which they are


def beginning(file: Readable) -> bytes:
    """An AVI's headers; nothing of any other file."""
    file.seek(0)
    head = file.read(HEADERS)
    return head if head.startswith(b"RIFF") and head[8:12] == KINDS[0] else b""


def length_us(head: bytes) -> int:
    """How long the film says that it is, in microseconds."""
    main, longer = head.find(b"avih"), head.find(b"dmlh")
    if main < 0:
        return 0
    frames = max(_number(head, main + 24), _number(head, longer + 8) if longer > 0 else 0)
    return _number(head, main + 8) * frames


def pixels(head: bytes) -> int:
    """Of the pictures that the first track of pictures says to have."""
    shape = head.find(b"strf", max(0, head.find(b"vids")))
    if shape < 0:
        return 0
    # A height below zero says that the lines lie from top to bottom.
    width, height = (
        int.from_bytes(head[place : place + 4], "little", signed=True)
        for place in (shape + 12, shape + 16)
    )
    return abs(width * height)


def end_of_film(file: Readable, length: int) -> int:
    """Where the film says that it ends, in bytes; 0 where it does not."""
    place = 0
    while place + 12 <= length:
        file.seek(place)
        head = file.read(12)
        size = _number(head, 4)
        if head[:4] != b"RIFF" or head[8:] not in KINDS or not size:
            break
        place += 8 + size + size % 2
    return place - 1  # a last byte that only makes it even may be left out


def _number(head: bytes, place: int) -> int:
    return int.from_bytes(head[place : place + 4], "little")
