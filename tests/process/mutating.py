"""Small films of many kinds, and the damage that cards, cables and messengers do to them."""

import random
from collections.abc import Callable

from tests.films.making import Wanted, make, steady, unsteady

SMALL = {"size": (96, 64), "key_every": 5}
KINDS = [
    Wanted(times=steady(12), sound="aac", **SMALL),
    Wanted(times=unsteady(12), container="mov", b_frames=2, rotation=90, **SMALL),
    Wanted(times=steady(12), sound="aac", muxing={"movflags": "frag_keyframe+empty_moov"}, **SMALL),
    Wanted(times=steady(12), codec="libx265", options={"x265-params": "log-level=0"}, **SMALL),
    Wanted(times=steady(12), codec="libvpx-vp9", container="webm", sound="libopus", **SMALL),
    Wanted(times=steady(12), codec="libvpx", container="matroska", clock=1000, **SMALL),
    Wanted(times=steady(12), codec="mpeg4", container="avi", clock=25, sound="libmp3lame", **SMALL),
    Wanted(
        times=steady(12), codec="mpeg2video", container="mpegts", clock=25, sound="ac3", **SMALL
    ),
    Wanted(times=steady(12), codec="mpeg2video", container="mpeg", clock=25, **SMALL),
    Wanted(times=steady(12), codec="mjpeg", container="mov", pixels="yuvj420p", **SMALL),
]

Damage = Callable[[bytearray, random.Random], bytes]


def made_films() -> list[bytes]:
    """One small whole film of each kind."""
    return [make(wanted) for wanted in KINDS]


def mutated(films: list[bytes], number: int) -> bytes:
    """The mutated film of that number: always the same for the same films."""
    chance = random.Random(number)
    film = bytearray(films[number % len(films)])
    for damage in chance.choices(DAMAGES, k=chance.choice([1, 1, 2, 3])):
        if film:
            film = bytearray(damage(film, chance))
    return bytes(film)


def _flipped(film: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.choice([1, 3, 30, 300])):
        film[chance.randrange(len(film))] ^= 1 << chance.randrange(8)
    return film


def _flipped_at_its_start(film: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.choice([1, 3, 10])):
        film[chance.randrange(min(len(film), 1500))] = chance.choice([0, 1, 127, 128, 255])
    return film


def _cut(film: bytearray, chance: random.Random) -> bytes:
    return film[: chance.randrange(len(film))]


def _beheaded(film: bytearray, chance: random.Random) -> bytes:
    return film[chance.randrange(min(len(film), 4000)) :]


def _shuffled(film: bytearray, chance: random.Random) -> bytes:
    size = chance.choice([16, 200, 1000])
    pieces = [film[at : at + size] for at in range(0, len(film), size)]
    one, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
    pieces[one], pieces[other] = pieces[other], pieces[one]
    return b"".join(pieces)


def _blanked(film: bytearray, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(film)), chance.choice([4, 100, 2000])
    film[at : at + size] = bytes(len(film[at : at + size]))
    return film


def _repeated(film: bytearray, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(film)), chance.choice([4, 100, 2000])
    return film[:at] + film[at : at + size] * 2 + film[at + size :]


def _lengths_made_huge(film: bytearray, chance: random.Random) -> bytes:
    at = chance.randrange(max(1, len(film) - 8))
    film[at : at + 4] = chance.choice([b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\x01"])
    return film


DAMAGES: list[Damage] = [
    _flipped,
    _flipped_at_its_start,
    _cut,
    _beheaded,
    _shuffled,
    _blanked,
    _repeated,
    _lengths_made_huge,
]
