"""What is no film, or harmed, or made to harm, is told in one kind sentence, at once."""

import io
import random
import struct
import time
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from tests.films.making import Wanted, make, steady
from tests.films.mending import index_first, locked_webm, overwritten
from vigreview.films import unusable
from vigreview.films.probe import probe
from vigreview.films.times import Limits

FILM = make(Wanted(steady(30), sound="aac"))
SILENT = make(Wanted(steady(30)))
IN_PARTS = make(Wanted(steady(30), muxing={"movflags": "frag_keyframe+empty_moov"}))
MKV = make(Wanted(steady(30), size=(320, 272), container="matroska", clock=1000))
AVI = make(Wanted(steady(30), codec="mpeg4", container="avi", clock=25))
LOCKED = {
    "encryption_scheme": "cenc-aes-ctr",
    "encryption_key": "76a6c65c5ea762046bd749a2e632ccbb",
    "encryption_kid": "a7e61c373e219033c21091fa607bf3b8",
}
HUGE = struct.pack(">HH", 16384, 16384)
MINUTE = 60_000_000


def still(kind: str) -> bytes:
    into = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 30, 30)).save(into, kind)
    return into.getvalue()


def endless(count: int) -> bytes:
    """A film of a few kilobytes whose index tells of `count` pictures of one byte each."""
    film = overwritten(SILENT, b"stsz", 4, struct.pack(">II", 1, count))
    film = overwritten(film, b"stsc", 12, struct.pack(">I", count))
    return overwritten(film, b"stts", 8, struct.pack(">II", count, 1))


def sparse(container: str, **how: Any) -> bytes:
    """A film of twelve hours with a frame a minute."""
    times = [number * MINUTE for number in range(12 * 60)]
    return make(Wanted(times, size=(64, 48), container=container, **how))


FILMS: dict[str, tuple[Callable[[], bytes], type[unusable.UnusableFilm]]] = {
    "random": (lambda: random.Random(1).randbytes(200_000), unusable.NotAFilm),
    "archive": (lambda: b"PK\3\4\x14\0\6\0" + bytes(3000), unusable.NotAFilm),
    "page": (lambda: b"<!doctype html><title>Ada</title>", unusable.NotAFilm),
    "one byte": (lambda: b"a", unusable.NotAFilm),
    "a name and nothing else": (lambda: FILM[:32], unusable.EndMissing),
    "jpeg": (lambda: still("JPEG"), unusable.StillPicture),
    "png": (lambda: still("PNG"), unusable.StillPicture),
    "gif": (lambda: still("GIF"), unusable.StillPicture),
    "webp": (lambda: still("WEBP"), unusable.StillPicture),
    "tiff": (lambda: still("TIFF"), unusable.StillPicture),
    "avif": (lambda: still("AVIF"), unusable.StillPicture),
    "locked mp4": (lambda: make(Wanted(steady(30), muxing=LOCKED)), unusable.Protected),
    "locked webm": (locked_webm, unusable.Protected),
    "no frames": (lambda: IN_PARTS[: IN_PARTS.index(b"moof") - 4], unusable.NoFrames),
    "twelve hours in mp4": (lambda: sparse("mp4"), unusable.TooLong),
    "twelve hours in mkv": (lambda: sparse("matroska", clock=1000), unusable.TooLong),
    "twelve hours in ts": (lambda: sparse("mpegts"), unusable.TooLong),
    "huge by its index": (lambda: overwritten(FILM, b"avc1", 24, HUGE), unusable.TooLarge),
    "huge as shown": (
        lambda: overwritten(SILENT, b"tkhd", 76, struct.pack(">II", 2**30, 2**30)),
        unusable.TooLarge,
    ),
    "huge mkv": (
        lambda: MKV.replace(bytes.fromhex("b0820140ba820110"), bytes.fromhex("b0824000ba824000")),
        unusable.TooLarge,
    ),
    "huge avi": (
        lambda: overwritten(AVI, b"strf", 8, struct.pack("<II", 16384, 16384)),
        unusable.TooLarge,
    ),
}


@pytest.mark.parametrize(("film", "reason"), FILMS.values(), ids=FILMS)
def test_each_has_a_reason_and_a_sentence_of_its_own(
    film: Callable[[], bytes], reason: type[unusable.UnusableFilm]
) -> None:
    data = film()
    began = time.process_time()
    with pytest.raises(reason) as told:
        probe(io.BytesIO(data))
    assert type(told.value) is reason
    assert str(told.value).count(".") == 1
    assert time.process_time() - began < 5


def test_reasons_are_not_mistaken_for_one_another() -> None:
    kinds = unusable.UnusableFilm.__subclasses__()
    told = [str(kind()) for kind in kinds if kind is not unusable.TooLong]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("count", [10**6, 2**27, 2**32 - 1])
def test_a_small_file_that_tells_of_endless_pictures_ends_soon(count: int) -> None:
    began = time.process_time()
    with pytest.raises(unusable.UnusableFilm):
        probe(io.BytesIO(endless(count)))
    assert time.process_time() - began < 20


def test_how_long_is_too_long_is_said_and_can_be_set() -> None:
    film = make(Wanted([0, 40_000, 65 * MINUTE]))
    with pytest.raises(unusable.TooLong, match=r"is 1 hour 5 min long, .* is 1 hour;"):
        probe(io.BytesIO(film), Limits(longest_us=60 * MINUTE))
    assert probe(io.BytesIO(film), Limits(longest_us=66 * MINUTE)).frames == 3


def test_a_header_that_lies_about_the_length_is_not_believed() -> None:
    ends = MKV.index(bytes.fromhex("448988")) + 3
    lying = MKV[:ends] + struct.pack(">d", 40 * 3600 * 1000) + MKV[ends + 8 :]
    assert probe(io.BytesIO(lying)).span_us == pytest.approx(1_200_000, abs=2000)


class Counted(io.BytesIO):
    """A file that counts what is read of it."""

    read_bytes = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.read_bytes += len(data)
        return data


def test_a_long_film_is_judged_from_its_index() -> None:
    padded = "nal-hrd=cbr:filler=1:bitrate=20000:vbv-maxrate=20000:vbv-bufsize=2000"
    film = make(Wanted(steady(250), options={"x264-params": padded}, sound="aac", b_frames=2))
    assert len(film) > 20_000_000
    for each in (film, index_first(film)):
        counted = Counted(each)
        assert probe(counted).plays_as_is
        assert counted.read_bytes < len(film) / 2
