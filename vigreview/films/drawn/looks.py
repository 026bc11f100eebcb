"""How the two heads look, and where the places on a face lie in the film.

Features lie on a ball, so that turning the head moves and narrows them as it should.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vigreview.films.drawn.acting import Pose
from vigreview.films.drawn.brush import Box, Colour, Points


@dataclass(frozen=True)
class Look:
    """What does not change in a face: its place, colours and proportions (angles in radians)."""

    middle: tuple[float, float]
    size: float  # half the head's height, pixels
    side: int  # 1 faces right, -1 faces left
    skin: Colour
    shade: Colour
    glow: Colour
    blush: Colour
    lip: Colour
    hair: Colour
    hair_light: Colour
    iris: Colour
    eye_lon: float
    eye_lat: float
    eye_wide: float
    eye_high: float
    iris_size: float  # parts of the head's size
    nose_lat: float
    mouth_lat: float
    mouth_wide: float
    outline: tuple[tuple[float, float], ...]  # head's outline in parts of its size
    baby: bool


# Outlines run clockwise from the crown, the face's front at positive x.
CARER = Look(
    middle=(424, 303), size=136, side=1,
    skin=(203, 150, 112), shade=(182, 128, 94), glow=(216, 164, 126), blush=(214, 116, 92),
    lip=(160, 84, 72), hair=(66, 48, 43), hair_light=(92, 69, 60), iris=(74, 48, 36),
    eye_lon=0.36, eye_lat=0.02, eye_wide=0.160, eye_high=0.150, iris_size=0.106,
    nose_lat=0.27, mouth_lat=0.58, mouth_wide=0.27,
    outline=((0, -1.0), (0.55, -0.86), (0.88, -0.42), (0.93, 0.06), (0.84, 0.48), (0.55, 0.86),
             (0.12, 1.03), (-0.34, 0.94), (-0.74, 0.60), (-0.92, 0.12), (-0.90, -0.40),
             (-0.56, -0.86)),
    baby=False,
)  # fmt: skip

BABY = Look(
    middle=(866, 372), size=122, side=-1,
    skin=(221, 170, 133), shade=(200, 146, 111), glow=(232, 186, 150), blush=(228, 128, 104),
    lip=(186, 98, 86), hair=(104, 76, 60), hair_light=(128, 97, 78), iris=(66, 46, 40),
    eye_lon=0.42, eye_lat=0.13, eye_wide=0.185, eye_high=0.175, iris_size=0.128,
    nose_lat=0.36, mouth_lat=0.62, mouth_wide=0.21,
    outline=((0, -0.97), (0.50, -0.86), (0.86, -0.52), (0.98, -0.06), (0.97, 0.36), (0.78, 0.72),
             (0.44, 0.93), (0.0, 0.99), (-0.46, 0.93), (-0.82, 0.70), (-1.0, 0.30), (-0.98, -0.12),
             (-0.84, -0.56), (-0.48, -0.87)),
    baby=True,
)  # fmt: skip


class Head:
    """One head in one pose: from places on the face to places in the film."""

    def __init__(self, look: Look, pose: Pose) -> None:
        self.look, self.pose, self.size = look, pose, look.size
        self.middle = (
            look.middle[0] + look.side * (pose.lean + 60 * pose.roll),
            look.middle[1] + pose.sink + 30 * pose.pitch,
        )
        turn = look.side * pose.roll
        self._turn = np.array([[math.cos(turn), math.sin(turn)], [-math.sin(turn), math.cos(turn)]])

    def flat(self, points: Points | Sequence[tuple[float, float]]) -> Points:
        """From parts of the head's size, front at positive x, to pixels."""
        local = np.array(points, dtype=float) * self.size
        local[:, 0] *= self.look.side
        return local @ self._turn + self.middle

    def on(self, points: Points | Sequence[tuple[float, float]]) -> Points:
        """From longitude and latitude on the face (radians, 0 0 is the middle) to pixels."""
        given = np.array(points, dtype=float)
        lon, lat = given[:, 0] + self.pose.yaw, given[:, 1] + self.pose.pitch * 0.8
        x = 0.93 * np.sin(lon) * np.sqrt(np.cos(np.clip(lat, -1.4, 1.4)))
        return self.flat(np.stack([x, 1.02 * np.sin(lat)], axis=1))

    def narrowed(self, lon: float) -> float:
        """How narrow something at a longitude looks, 0..1."""
        return max(math.cos(lon + self.pose.yaw), 0.12)


def box_round(points: Points, room: float) -> Box:
    """A box round points with some room on each side: left, top, right, bottom."""
    left, top = np.floor(points.min(axis=0) - room).astype(int).tolist()
    right, bottom = np.ceil(points.max(axis=0) + room).astype(int).tolist()
    return left, top, right, bottom
