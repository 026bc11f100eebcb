"""Clips in a row: one after another out of their films, for the practitioner alone."""

from __future__ import annotations

from typing import TypedDict

from vigreview.components.assets import Part, register


class RowClip(TypedDict):
    """A clip as it lies in its film: two frame times in µs, both included.

    `src` plays the film, `times_src` holds its frames' times as little-endian int64 in µs.
    `name` and `detail` say what is seen; `width` and `height` are the film's, upright.
    """

    id: int
    src: str
    times_src: str
    duration_us: int
    start_us: int
    end_us: int
    name: str
    detail: str
    width: int
    height: int


class InARow(TypedDict):
    """The clips in the order in which they are played."""

    clips: list[RowClip]


PART = Part(
    "in_a_row",
    scripts=(
        "bench/frames.js",
        "bench/player.js",
        "bench/players.js",
        "bench/reel.js",
        "in_a_row/in_a_row.js",
    ),
    styles=("film.css", "in_a_row/in_a_row.css"),
)
_mount = register(PART)


def in_a_row(data: InARow, key: str) -> None:
    """Mount the player of clips in a row."""
    _mount(data=data, key=key)
