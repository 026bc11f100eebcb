"""What is done to a made film's file so that it is like those that families bring, or like harm."""

import io
import struct

import av

from vigreview.films.boxes import Box, boxes


def index_first(film: bytes) -> bytes:
    """An MP4 with its index before its pictures, as one that was made to be sent."""
    parts = list(boxes(io.BytesIO(film), 0, len(film)))
    (moov,) = (each for each in parts if each.kind == b"moov")
    index = bytearray(film[moov.start : moov.end])
    place = index.find(b"stco")
    while place >= 0:
        count = int.from_bytes(index[place + 8 : place + 12], "big")
        for at in range(place + 12, place + 12 + 4 * count, 4):
            (offset,) = struct.unpack_from(">I", index, at)
            struct.pack_into(">I", index, at, offset + len(index))
        place = index.find(b"stco", place + 4)
    first = parts[0].end
    return film[:first] + bytes(index) + film[first : moov.start] + film[moov.end :]


def with_edits(film: bytes, *edits: tuple[int, int]) -> bytes:
    """An MP4, its index at its end, whose pictures have an edit list of our own.

    Each edit lasts so many thousandths of a second, from so many ticks into the track; -1 is empty.
    """
    entries = b"".join(struct.pack(">IiI", *each, 1 << 16) for each in edits)
    elst = _box(b"elst", struct.pack(">II", 0, len(edits)) + entries)
    return _replaced(film, [b"moov", b"trak", b"edts"], _box(b"edts", elst))


def _box(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I", 8 + len(inside)) + kind + inside


def _replaced(film: bytes, path: list[bytes], new: bytes) -> bytes:
    """The film with the first box of a path replaced, and those around it made longer."""
    start, end, around = 0, len(film), []
    for kind in path:
        found = next(each for each in boxes(io.BytesIO(film), start, end) if each.kind == kind)
        around.append(found)
        start, end = found.inside, found.end
    old: Box = around.pop()
    changed = bytearray(film[: old.start] + new + film[old.end :])
    for each in around:
        longer = each.end - each.start + len(new) - (old.end - old.start)
        struct.pack_into(">I", changed, each.start, longer)
    return bytes(changed)


def overwritten(film: bytes, after: bytes, offset: int, new: bytes) -> bytes:
    """The film with `new` written so many bytes behind the last place where `after` ends."""
    start = film.rindex(after) + len(after) + offset
    return film[:start] + new + film[start + len(new) :]


def element(kind: str, inside: bytes) -> bytes:
    """One of Matroska's elements; `kind` is its id in hexadecimal digits."""
    return bytes.fromhex(kind) + struct.pack(">Q", len(inside) | 1 << 56) + inside


def locked_webm() -> bytes:
    """A WebM whose pictures are encrypted, as a shop sells them (RFC 9559, 5.1.4.1.31)."""
    encryption = element("5035", element("47E1", b"\5") + element("47E2", bytes(16)))
    encoding = element("6240", element("5032", b"\1") + element("5033", b"\1") + encryption)
    size = element("B0", b"\1\x40") + element("BA", b"\0\xf0")
    track = element("D7", b"\1") + element("73C5", b"\1") + element("83", b"\1")
    track += element("86", b"V_VP9") + element("E0", size) + element("6D80", encoding)
    blocks = [
        element("A3", b"\x81" + struct.pack(">h", 40 * number) + b"\x80" + bytes(200))
        for number in range(20)
    ]
    cluster = element("1F43B675", element("E7", b"\0") + b"".join(blocks))
    info = element("1549A966", element("2AD7B1", b"\x0f\x42\x40"))
    head = element("1A45DFA3", element("4282", b"webm"))
    return head + element("18538067", info + element("1654AE6B", element("AE", track)) + cluster)


def with_tracks(*films: bytes, container: str = "matroska", main: int | None = None) -> bytes:
    """All tracks of some films in one; `main` is the number of the one that is to be played."""
    into = io.BytesIO()
    with av.open(into, "w", format=container) as target:
        sources = [av.open(io.BytesIO(each)) for each in films]
        tracks = [track for source in sources for track in source.streams]
        copies = {id(each): target.add_stream_from_template(each) for each in tracks}
        for number, each in enumerate(copies.values()):
            if main is not None:
                each.disposition = av.stream.Disposition(int(number == main))
        packets = [each for source in sources for each in source.demux() if each.dts is not None]
        packets.sort(key=lambda each: each.dts * each.time_base)
        for packet in packets:
            packet.stream = copies[id(packet.stream)]
            target.mux(packet)
        for source in sources:
            source.close()
    return into.getvalue()
