"""Drawing finely: smooth shapes at three times the size, brought down to the size of the film.

All points are in pixels of the film, as float arrays of shape (n, 2).
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

FINE = 3

Points = NDArray[np.float64]
Colour = tuple[int, int, int]
WHOLE = 255  # the colour of what a stencil lets through
Box = tuple[int, int, int, int]


@lru_cache(maxsize=8)
def _bends(steps: int) -> Points:
    """The weights of four neighbours along one span of a Catmull-Rom spline."""
    t = np.linspace(0.0, 1.0, steps, endpoint=False)[:, None]
    return 0.5 * np.hstack(
        [
            -t + 2 * t**2 - t**3,
            2 - 5 * t**2 + 3 * t**3,
            t + 4 * t**2 - 3 * t**3,
            -(t**2) + t**3,
        ]
    )


def curve(points: Sequence[tuple[float, float]] | Points, closed: bool = False) -> Points:
    """A smooth line through the points, or round through all of them and back to the first."""
    knots = np.asarray(points, dtype=float)
    if closed:
        around = np.concatenate([knots[-1:], knots, knots[:2]])
    else:
        around = np.concatenate([knots[:1], knots, knots[-1:]])
    spans = np.stack([around[i : len(around) - 3 + i] for i in range(4)], axis=1)
    smooth = (_bends(8) @ spans).reshape(-1, 2)
    return smooth if closed else np.concatenate([smooth, knots[-1:]])


_AROUND = np.linspace(0.0, 2 * np.pi, 36, endpoint=False)
_CIRCLE = np.stack([np.cos(_AROUND), np.sin(_AROUND)], axis=1)


def oval(middle: tuple[float, float], radii: tuple[float, float], turned: float = 0.0) -> Points:
    """The outline of an ellipse, turned by an angle in radians."""
    cos, sin = math.cos(turned), math.sin(turned)
    turn = np.array([[cos * radii[0], sin * radii[0]], [-sin * radii[1], cos * radii[1]]])
    return _CIRCLE @ turn + middle


_LEFT = np.array([-1.0, 1.0])


@lru_cache(maxsize=64)
def _parts(count: int) -> Points:
    return np.linspace(0.0, 1.0, count)


def ribbon(points: Points, widths: Sequence[float]) -> Points:
    """The outline of a line drawn with a brush that is so wide at its start, middle..., end."""
    along = np.concatenate(
        [points[1:2] - points[:1], points[2:] - points[:-2], points[-1:] - points[-2:-1]]
    )
    across = along[:, ::-1] * _LEFT
    across /= np.maximum(np.hypot(across[:, 0], across[:, 1]), 1e-6)[:, None]
    given = np.asarray(widths, dtype=float) / 2
    half = np.interp(_parts(len(points)), _parts(len(given)), given)[:, None]
    return np.concatenate([points + across * half, (points - across * half)[::-1]])


@lru_cache(maxsize=256)
def _soft_mask(width: int, height: int, strength: int) -> Image.Image:
    """An ellipse that fades to nothing at the edges of its box; strength 0..100."""
    small = Image.new("L", (96, 96))
    ImageDraw.Draw(small).ellipse((24, 24, 72, 72), fill=round(2.55 * strength))
    small = small.filter(ImageFilter.GaussianBlur(11))
    return small.resize((width, height), Image.Resampling.BICUBIC)


class Brush:
    """Draws on a picture, or on an enlarged part of one.

    `corner` is where the picture's upper left corner lies in the film, `scale` how much it is
    enlarged.
    """

    def __init__(self, picture: Image.Image, corner: tuple[int, int], scale: int = 1) -> None:
        self.picture, self._corner, self._scale = picture, corner, scale
        self._draw = ImageDraw.Draw(picture)

    def _at(self, points: Points) -> Points:
        return (points - self._corner) * self._scale

    def fill(self, outline: Points, colour: Colour | int) -> None:
        """Fill what lies within an outline."""
        self._draw.polygon(self._at(outline).ravel().tolist(), fill=colour)

    def dot(
        self, middle: Points | tuple[float, float], radius: float, colour: Colour | int
    ) -> None:
        """Fill a circle."""
        x, y = ((float(middle[i]) - self._corner[i]) * self._scale for i in (0, 1))
        size = radius * self._scale
        self._draw.ellipse((x - size, y - size, x + size, y + size), fill=colour)

    def line(self, points: Points, widths: float | Sequence[float], colour: Colour | int) -> None:
        """Draw a line with round ends."""
        given = widths if isinstance(widths, Sequence) else (widths,)
        self.fill(ribbon(points, given), colour)
        self.dot(points[0], given[0] / 2, colour)
        self.dot(points[-1], given[-1] / 2, colour)

    def soft(
        self, middle: Points | tuple[float, float], radii: tuple[float, float], colour: Colour,
        strength: float,
    ) -> None:  # fmt: skip
        """Breathe a colour on, strongest in the middle, gone at twice the radii; strength 0..1."""
        width, height = (round(4 * radius * self._scale) for radius in radii)
        mask = _soft_mask(width, height, round(50 * strength) * 2)
        x, y = ((float(middle[i]) - self._corner[i]) * self._scale for i in (0, 1))
        self.picture.paste(colour, (round(x - width / 2), round(y - height / 2)), mask)

    @contextmanager
    def finely(self, box: Box) -> Iterator["Brush"]:
        """Draw on a part without jagged edges; what is not drawn on stays as it is."""
        left, top, right, bottom = (
            edge - corner for edge, corner in zip(box, self._corner * 2, strict=True)
        )
        size = ((right - left) * FINE, (bottom - top) * FINE)
        enlarged = self.picture.crop((left, top, right, bottom))
        fine = Brush(enlarged.resize(size, Image.Resampling.NEAREST), box[:2], FINE)
        yield fine
        self.picture.paste(fine.picture.reduce(FINE), (left, top))

    @contextmanager
    def stencil(self, box: Box, colour: Colour) -> Iterator["Brush"]:
        """Draw shapes of one colour without jagged edges: quicker than `finely`."""
        left, top, right, bottom = box
        size = ((right - left) * FINE, (bottom - top) * FINE)
        fine = Brush(Image.new("L", size), (left, top), FINE)
        yield fine
        at = (left - self._corner[0], top - self._corner[1])
        self.picture.paste(colour, at, fine.picture.reduce(FINE))

    @contextmanager
    def within(self, outline: Points, ground: "Ground | None" = None) -> Iterator["Brush"]:
        """Draw with a brush whose strokes stay inside an outline, on what is there or a ground."""
        left, top = (int(edge) - 1 for edge in np.floor(outline.min(axis=0)))
        right, bottom = (int(edge) + 2 for edge in np.ceil(outline.max(axis=0)))
        x, y = ((edge - c) * self._scale for edge, c in zip((left, top), self._corner, strict=True))
        width, height = (right - left) * self._scale, (bottom - top) * self._scale
        if ground:
            inside = ground.cut(left, top, width, height)
        else:
            inside = self.picture.crop((x, y, x + width, y + height))
        inner = Brush(inside, (left, top), self._scale)
        yield inner
        more = FINE // self._scale
        mask = Image.new("L", (width * more, height * more))
        edge = (outline - (left, top)) * FINE
        ImageDraw.Draw(mask).polygon(edge.ravel().tolist(), fill=255)
        self.picture.paste(inner.picture, (x, y), mask.reduce(more) if more > 1 else mask)


@dataclass(frozen=True)
class Ground:
    """A shaded surface made once, from which a moving shape is cut out."""

    picture: Image.Image
    middle: tuple[float, float]  # where the picture's middle lies in the film

    @classmethod
    def plain(cls, middle: tuple[float, float], reach: int, colour: Colour) -> "Ground":
        """A square of one colour that goes `reach` pixels to each side of its middle."""
        return cls(Image.new("RGB", (2 * reach, 2 * reach), colour), middle)

    def _corner(self) -> tuple[int, int]:
        x, y = self.middle
        return round(x) - self.picture.width // 2, round(y) - self.picture.height // 2

    def brush(self) -> Brush:
        """A brush to shade it with."""
        return Brush(self.picture, self._corner())

    def moved(self, x: float, y: float) -> "Ground":
        """The same surface with its middle elsewhere."""
        return replace(self, middle=(x, y))

    def cut(self, left: int, top: int, width: int, height: int) -> Image.Image:
        """A piece of the surface, at the size of the film."""
        x, y = left - self._corner()[0], top - self._corner()[1]
        return self.picture.crop((x, y, x + width, y + height))
