"""The uploader: brings films into their film files, piece by piece, or leads to filming."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from vigreview.components.assets import Part, ignore, register


class Half(TypedDict):
    """A film that half arrived: `held` of `bytes` are here (None: not told how many there are)."""

    film_id: int
    kind: str
    held: int
    bytes: int | None
    fingerprint: str | None


class Known(TypedDict):
    """A film that is here already, by its fingerprint; `words` say so. No id: not to be shown."""

    fingerprint: str
    film_id: int | None
    words: str


class Uploader(TypedDict):
    """What the uploader needs to know.

    The films are those of one journey; `kind` says what those are of that are brought now.
    `most_bytes` and `most_minutes` are said in words before choosing; `room_bytes` are free for
    films on this device's disk. `here` are the ids of those that have arrived, of which the page
    tells what comes of them.
    """

    journey_id: int
    kind: str
    most_bytes: int
    most_minutes: int
    room_bytes: int
    half: list[Half]
    known: list[Known]
    here: list[int]


@dataclass(frozen=True)
class Told:
    """What happened since the run before: ids of films, and whether one is to be filmed now."""

    arrived: int | None
    taken_out: int | None
    go_to: int | None
    film_now: bool


PART = Part(
    "uploader",
    scripts=(
        "tus.js",
        "uploader/sending.js",
        "uploader/queue.js",
        "uploader/row.js",
        "uploader/uploader.js",
    ),
    styles=("uploader/uploader.css",),
)
_mount = register(PART)


def uploader(data: Uploader, key: str) -> Told:
    """Mount the uploader; return what it told since the run before.

    Speaks tus 1.0 to POST /uploads and HEAD, PATCH, DELETE /uploads/<film id>. Its metadata are
    `journey`, `kind`, `filetype` and `fingerprint` (SHA-256 of size and both ends, hex), never the
    name.
    """
    told = _mount(
        data=data,
        key=key,
        on_arrived_change=ignore,
        on_taken_out_change=ignore,
        on_go_to_change=ignore,
        on_film_now_change=ignore,
    )
    return Told(told.arrived, told.taken_out, told.go_to, bool(told.film_now))
