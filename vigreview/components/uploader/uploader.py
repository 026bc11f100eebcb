"""The uploader: brings a film from this device into its film file, piece by piece."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from vigreview.components.assets import Part, ignore, register


class Uploader(TypedDict):
    """What the uploader needs to know.

    `film_id` names the film's row, which is there (with its consent) before a byte is sent.
    `most_bytes` and `most_minutes` are the limits, said in words before choosing.
    """

    film_id: int
    most_bytes: int
    most_minutes: NotRequired[int]
    label: NotRequired[str]


PART = Part(
    "uploader",
    scripts=("tus.js", "uploader/sending.js", "uploader/uploader.js"),
    styles=("uploader/uploader.css",),
)
_mount = register(PART)


def uploader(data: Uploader, key: str) -> int | None:
    """Mount the uploader; return the film's id in the run after its last byte arrived, else None.

    Speaks tus 1.0 to POST /uploads and HEAD, PATCH, DELETE /uploads/<film_id>. Its metadata are
    `film`, `filetype` and `fingerprint` (SHA-256 of size and both ends, hex), never the name.
    """
    arrived: int | None = _mount(data=data, key=key, on_arrived_change=ignore).arrived
    return arrived
