"""A still: one exact frame as a JPEG, upright, with nothing else in it."""

import io

from PIL import Image

from vigreview.films.clip import FramesMissing
from vigreview.films.probe import Probe
from vigreview.films.seeking import frames_from
from vigreview.films.streams import Readable
from vigreview.films.upright import LINES, Upright, copy_size

QUALITY = 90


def make_still(file: Readable, probe: Probe, at_us: int, lines: int = LINES) -> Image.Image:
    """The frame shown at `at_us`, its shorter side at most `lines`. Raises FramesMissing."""
    upright = Upright(probe, *copy_size(probe, lines))
    for at, frame in frames_from(file, at_us):
        if at != at_us:
            break
        for ready in [*upright.push(frame, at), *upright.rest()]:
            return ready.to_image()
    raise FramesMissing


def part_of(picture: Image.Image, crop: list[int] | None) -> Image.Image:
    """A part of a picture: left, top, width, height in thousandths of its own; None is all."""
    if crop is None:
        return picture
    left, top, width, height = crop
    across, down = picture.width / 1000, picture.height / 1000
    return picture.crop((left * across, top * down, (left + width) * across, (top + height) * down))


def jpeg(picture: Image.Image, quality: int = QUALITY) -> bytes:
    """A picture as a JPEG without metadata."""
    into = io.BytesIO()
    picture.save(into, "JPEG", quality=quality, subsampling=0)
    return into.getvalue()


def png(picture: Image.Image) -> bytes:
    """A picture as a PNG without metadata, pixel for pixel."""
    into = io.BytesIO()
    picture.save(into, "PNG")
    return into.getvalue()
