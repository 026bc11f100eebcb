"""The two bodies, and arms that rest, reach, wave and hide a face."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from vigreview.films.drawn.acting import Pose
from vigreview.films.drawn.brush import (
    WHOLE,
    Box,
    Brush,
    Colour,
    Ground,
    Points,
    curve,
    oval,
    ribbon,
)
from vigreview.films.drawn.looks import Head, Look
from vigreview.films.drawn.room import HEIGHT, WIDTH

Place = tuple[float, float]


@dataclass(frozen=True)
class Build:
    """A body's clothes and arms; places are pixels when nothing moves, front hand second."""

    cloth: Colour
    cloth_shade: Colour
    cloth_light: Colour
    shoulders: tuple[Place, Place]
    rest: tuple[Place, Place]
    reach: Place  # where the front hand goes
    bend: float  # how far the elbow lies off the straight line, parts of the arm
    sleeve: int
    hand: float


CARER = Build(
    cloth=(96, 142, 140), cloth_shade=(76, 120, 121), cloth_light=(116, 162, 157),
    shoulders=((318, 520), (526, 522)), rest=((352, 706), (570, 690)), reach=(672, 588),
    bend=0.22, sleeve=66, hand=27,
)  # fmt: skip

BABY = Build(
    cloth=(238, 203, 132), cloth_shade=(220, 180, 106), cloth_light=(246, 218, 158),
    shoulders=((930, 528), (806, 528)), rest=((958, 602), (774, 604)), reach=(704, 576),
    bend=0.14, sleeve=46, hand=21,
)  # fmt: skip


def _mix(a: Place | Points, b: Place | Points, part: float) -> Points:
    return np.asarray(a, dtype=float) * (1 - part) + np.asarray(b, dtype=float) * part


def _shift(look: Look, pose: Pose) -> Points:
    """How far the body goes along with the head."""
    return np.array([look.side * pose.lean * 0.55, pose.sink * 0.5])


def hands(look: Look, build: Build, pose: Pose) -> tuple[Points, Points]:
    """Where the back hand and the front hand are."""
    shift = _shift(look, pose)
    head = Head(look, pose)
    eyes = head.on([(-look.eye_lon, look.eye_lat + 0.03), (look.eye_lon, look.eye_lat + 0.03)])
    places = []
    for front, (rest, eye) in enumerate(zip(build.rest, eyes, strict=True)):
        place = np.asarray(rest) + shift
        outward = 1 if front else -1
        lifted = pose.wave * np.array([look.side * outward * 14.0, -34.0 if front else -28.0])
        place = place + lifted
        if front:
            place = _mix(place, build.reach, pose.reach)
        places.append(_mix(place, eye, pose.hide))
    return places[0], places[1]


def arms_are_up(pose: Pose) -> bool:
    """Whether the arms are before the face or the other's, rather than at rest before the body."""
    return pose.hide > 0 or pose.reach > 0


def arms_box(look: Look, build: Build, pose: Pose) -> Box:
    """A box round both arms: left, top, right, bottom."""
    points = np.array([*build.shoulders, *hands(look, build, pose)])
    fingers = 2.4 * build.hand * (pose.hide > 0)
    room = build.sleeve * 0.5 + build.hand + 6
    left, top = np.floor(points.min(axis=0) - (room, room + fingers)).astype(int).tolist()
    right, bottom = np.ceil(points.max(axis=0) + room).astype(int).tolist()
    return max(left, 0), max(top, 0), min(right, WIDTH), min(bottom, HEIGHT)


def _arm(brush: Brush, look: Look, build: Build, shoulder: Points, hand: Points, out: int) -> None:
    along = hand - shoulder
    across = np.array([-along[1], along[0]])
    if across[0] * out * look.side < 0:
        across = -across
    elbow = (shoulder + hand) / 2 + across * build.bend
    limb = curve([tuple(shoulder), tuple(elbow), tuple(hand)])
    sleeve = limb[: round(len(limb) * 0.86)]
    wide = build.sleeve
    brush.line(limb, (wide * 0.5, wide * 0.5, wide * 0.46), look.skin)
    under = sleeve[round(len(sleeve) * 0.3) :] + np.array([0.0, wide * 0.05])
    brush.line(under, (wide * 0.8, wide * 0.92, wide * 0.80), build.cloth_shade)
    brush.line(sleeve, (wide, wide * 0.90, wide * 0.74), build.cloth)


def _hand(brush: Brush, look: Look, build: Build, hand: Points, hidden: float, out: int) -> None:
    """A soft mitten of a hand; before the face the fingers stand up side by side."""
    size = build.hand
    if hidden < 0.25:
        brush.dot(hand, size, look.shade)
        brush.dot(hand - np.array([0.0, size * 0.07]), size * 0.95, look.skin)
        thumb = hand + np.array([look.side * size * 0.35, -size * 0.75])
        brush.line(np.stack([hand, thumb]), size * 0.55, look.skin)
        return
    up = min(1.0, (hidden - 0.25) / 0.5)
    for aside, tall in ((-0.72, 1.35), (-0.24, 1.62), (0.25, 1.55), (0.72, 1.25)):
        tip = hand + size * np.array([aside * 1.12, -0.3 - tall * up])
        root = hand + size * np.array([aside, 0.25])
        brush.line(np.stack([root, tip]), size * 0.60, look.shade)
        brush.line(np.stack([root, tip + np.array([0.0, 1.0])]), size * 0.52, look.skin)
    brush.fill(oval((hand[0], hand[1] + 0.35 * size), (size * 1.02, size * 0.92)), look.skin)
    thumb = hand + size * np.array([-out * look.side * 1.15, -0.45 * up])
    brush.line(np.stack([hand + np.array([0.0, 0.4 * size]), thumb]), size * 0.5, look.skin)


def draw_arms(brush: Brush, look: Look, build: Build, pose: Pose) -> None:
    """Draw both arms and hands."""
    shift = _shift(look, pose)
    with brush.finely(arms_box(look, build, pose)) as fine:
        _draw_both(fine, look, build, pose, shift)


def _draw_both(brush: Brush, look: Look, build: Build, pose: Pose, shift: Points) -> None:
    for out, shoulder, hand in zip((-1, 1), build.shoulders, hands(look, build, pose), strict=True):
        raised = pose.hide
        _arm(brush, look, build, np.asarray(shoulder) + shift, hand, out)
        _hand(brush, look, build, hand, raised, out)


@lru_cache(maxsize=2)
def _jumper() -> Ground:
    ground = Ground.plain((424, 610), 230, CARER.cloth_shade)
    light = ground.brush()
    light.soft((424, 590), (150, 130), CARER.cloth, 1.0)
    light.soft((320, 520), (70, 60), CARER.cloth, 1.0)
    light.soft((526, 520), (70, 60), CARER.cloth, 1.0)
    light.soft((470, 570), (70, 66), CARER.cloth_light, 0.5)
    return ground


@lru_cache(maxsize=2)
def _romper() -> Ground:
    ground = Ground.plain((866, 600), 150, BABY.cloth_shade)
    light = ground.brush()
    light.soft((864, 580), (92, 90), BABY.cloth, 1.0)
    light.soft((848, 560), (48, 50), BABY.cloth_light, 0.6)
    light.soft((866, 488), (64, 16), BABY.cloth_shade, 0.9)
    return ground


def draw_carer_body(brush: Brush, look: Look, pose: Pose) -> None:
    """Neck, shoulders and a jumper with a round collar."""
    dx, dy = shift = _shift(look, pose)
    top = Head(look, pose).flat(((-0.06, 0.55),))
    neck = curve(np.concatenate([top, np.array([[416, 470], [416, 520]]) + shift]))
    skin = Ground.plain((416, 450), 130, look.shade)
    shadow = skin.brush()
    shadow.soft((418, 450), (60, 26), (146, 98, 72), 0.7)
    with brush.within(ribbon(neck, (98, 94, 120)), skin.moved(416 + dx, 450 + dy)):
        pass
    torso = np.array(
        [(352, 474), (416, 508), (484, 474), (546, 494), (586, 562), (602, 650), (606, 760),
         (240, 760), (246, 650), (258, 562), (292, 494)], dtype=float,
    ) + shift  # fmt: skip
    with brush.within(curve(torso, closed=True), _jumper().moved(424 + dx, 610 + dy)):
        pass
    collar = np.array([(352, 472), (378, 504), (417, 518), (458, 504), (486, 472)], float) + shift
    with brush.stencil((330, 450, 510, 540), CARER.cloth_light) as cut:
        cut.line(curve(collar), (10, 15, 10), WHOLE)


def draw_baby_body(brush: Brush, look: Look, pose: Pose) -> None:
    """A romper, and two bare feet that kick."""
    dx, dy = shift = _shift(look, pose)
    torso = np.array(
        [(824, 484), (908, 484), (950, 530), (968, 610), (956, 690), (866, 716), (776, 690),
         (764, 610), (782, 530)], dtype=float,
    ) + shift  # fmt: skip
    with brush.within(curve(torso, closed=True), _romper().moved(866 + dx, 600 + dy)):
        pass
    with brush.finely((744, 536, 994, 720)) as fine:
        for button in (546, 576, 606):
            fine.dot((856 + dx, button + dy), 4.0, (252, 243, 220))
        _leg(fine, look, (926, 672), 1, 15 * pose.kick)
        _leg(fine, look, (806, 672), -1, 26 * pose.kick)


def _leg(brush: Brush, look: Look, end: Place, out: int, lift: float) -> None:
    """A short leg that points at us, with the sole of a foot at its end."""
    x, y = end[0] + out * 0.25 * lift, end[1] - lift
    hip = np.array([(end[0] - out * 10.0, 660.0), (x, y)])
    brush.line(hip + np.array([0.0, 3.0]), (64, 76), BABY.cloth_shade)
    brush.line(hip, (64, 70), BABY.cloth)
    sole = (x + out * 7.0, y - 6.0)
    brush.fill(oval((sole[0], sole[1] + 2), (24, 30), out * 0.22), look.shade)
    brush.fill(oval(sole, (22.5, 29), out * 0.22), look.skin)
    brush.soft((sole[0], sole[1] + 6), (11, 13), look.glow, 0.8)
    for toe in range(5):
        aside = (toe - 2) * 8.6
        at = (sole[0] + aside + out * 6, sole[1] - 28 + abs(toe - 2) * 2.6)
        brush.dot(at, 7.2 if toe == (0 if out > 0 else 4) else 5.8, look.skin)
