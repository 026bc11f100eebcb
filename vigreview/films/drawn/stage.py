"""Puts room, bodies and faces together, frame by frame, and draws again only what has moved."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from vigreview.films.drawn import bodies, looks
from vigreview.films.drawn.acting import Pose, poses
from vigreview.films.drawn.brush import Box, Brush
from vigreview.films.drawn.faces import draw_head
from vigreview.films.drawn.room import room
from vigreview.films.drawn.script import Who

Picture = NDArray[np.uint8]

_PLACES: dict[Who, Box] = {Who.CARER: (200, 96, 660, 720), Who.BABY: (660, 190, 1060, 720)}
_LOOKS = {Who.CARER: looks.CARER, Who.BABY: looks.BABY}
_BUILDS = {Who.CARER: bodies.CARER, Who.BABY: bodies.BABY}
_STILL = Pose(*([0.0] * len(Pose._fields)))


def _below_the_face(pose: Pose) -> Pose:
    """What of a pose the body shows, to the pixel or two: a body moves less than its face."""
    return _STILL._replace(
        lean=round(pose.lean / 1.5) * 1.5,
        sink=round(pose.sink),
        roll=round(pose.roll / 0.03) * 0.03,
        wave=pose.wave,
        kick=pose.kick,
        hide=float(pose.hide > 0),
        reach=float(pose.reach > 0),
    )


@lru_cache(maxsize=24)
def _body(who: Who, pose: Pose) -> Image.Image:
    """A part of the room with somebody's body in it, without the head."""
    picture = room().crop(_PLACES[who])
    brush = Brush(picture, _PLACES[who][:2])
    draw = bodies.draw_carer_body if who is Who.CARER else bodies.draw_baby_body
    draw(brush, _LOOKS[who], pose)
    if not bodies.arms_are_up(pose):
        bodies.draw_arms(brush, _LOOKS[who], _BUILDS[who], pose)
    return picture


def _figure(who: Who, pose: Pose) -> Picture:
    """Somebody's part of the picture, arms left out when they are up."""
    picture = _body(who, _below_the_face(pose)).copy()
    draw_head(Brush(picture, _PLACES[who][:2]), _LOOKS[who], pose)
    return np.asarray(picture)


class Stage:
    """The film's frames, drawn in order at little cost; any order gives the same pictures."""

    def __init__(self) -> None:
        self._poses = {who: poses(who) for who in Who}
        self._shown: dict[Who, Pose] = {}
        self._arms_drawn = False
        self._frame = np.array(room())

    def frame(self, index: int) -> Picture:
        """Frame `index` as RGB of shape (720, 1280, 3); the same array while nothing moves."""
        now = {who: self._poses[who][index] for who in Who}
        if now == self._shown:
            return self._frame
        self._frame = self._frame.copy()
        for who, pose in now.items():
            if pose != self._shown.get(who) or self._arms_drawn:
                left, top, right, bottom = _PLACES[who]
                self._frame[top:bottom, left:right] = _figure(who, pose)
        self._arms_drawn = False
        for who, pose in now.items():
            if bodies.arms_are_up(pose):
                self._draw_arms(who, pose)
                self._arms_drawn = True
        self._shown = now
        return self._frame

    def _draw_arms(self, who: Who, pose: Pose) -> None:
        """Arms in front of everything, the other's place included."""
        left, top, right, bottom = bodies.arms_box(_LOOKS[who], _BUILDS[who], pose)
        part = Image.fromarray(self._frame[top:bottom, left:right])
        bodies.draw_arms(Brush(part, (left, top)), _LOOKS[who], _BUILDS[who], pose)
        self._frame[top:bottom, left:right] = np.asarray(part)
