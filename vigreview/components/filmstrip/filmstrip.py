"""The filmstrip: a film looked through in small pictures, while it is still being made ready."""

from __future__ import annotations

from typing import TypedDict

from vigreview.components.assets import Part, register


class Filmstrip(TypedDict):
    """What the filmstrip needs to know.

    `src` is one JPEG of small pictures, row by row with `columns` in each row, each of
    `tile_width` by `tile_height` pixels and taken at its time in µs. The first `made` are there;
    with each change of that number the picture is asked for again.
    """

    film_id: int
    src: str
    columns: int
    tile_width: int
    tile_height: int
    times_us: list[int]
    made: int


PART = Part("filmstrip", scripts=("filmstrip/filmstrip.js",), styles=("filmstrip/filmstrip.css",))
_mount = register(PART)


def filmstrip(data: Filmstrip, key: str) -> None:
    """Mount the filmstrip. It tells nothing back: looking is all that is done with it."""
    _mount(data=data, key=key)
