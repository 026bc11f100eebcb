"""A still on the clip's card, and the frame with which a part of it is kept."""

from __future__ import annotations

from typing import TypedDict

from vigreview.components.assets import Part, ignore, register


class Crop(TypedDict):
    """A still: the picture as it is kept (`src`), and the whole frame that it is a part of.

    `part` is left, top, width and height in thousandths of the frame, None for all of it. `width`
    and `height` are the film's shape, upright.
    """

    still_id: int
    src: str
    whole_src: str
    part: list[int] | None
    width: int
    height: int
    alt: str


PART = Part("crop", scripts=("crop/frame.js", "crop/crop.js"), styles=("crop/crop.css",))
_mount = register(PART)


def crop(data: Crop, key: str) -> int | None:
    """Mount the part; return the id of the still that was cropped in this run, else None.

    Act: crop_still {still_id, part}, part None for the whole picture again.
    """
    cropped: int | None = _mount(data=data, key=key, on_cropped_change=ignore).cropped
    return cropped
