"""Draws the two faces: skull, ears, eyes, brows, nose, mouth and hair."""

import math
from functools import lru_cache

import numpy as np

from vigreview.films.drawn.acting import Pose
from vigreview.films.drawn.brush import WHOLE, Brush, Colour, Ground, curve, oval
from vigreview.films.drawn.looks import Head, Look, box_round

_INK: Colour = (58, 40, 36)
_MOUTH: Colour = (118, 50, 50)
_TONGUE: Colour = (214, 118, 110)
_WHITE: Colour = (252, 248, 242)


def draw_head(brush: Brush, look: Look, pose: Pose) -> None:
    """Draw a head from back to front."""
    head = Head(look, pose)
    if not look.baby:
        _crown(brush, head)
    _ear(brush, head, far=True)
    _skull(brush, head)
    _ear(brush, head, far=False)
    with brush.finely(box_round(head.on(_FEATURES), 0.14 * look.size)) as fine:
        for place in (-1, 1):
            _eye(fine, head, place)
            _brow(fine, head, place)
        _nose(fine, head)
        _mouth(fine, head)
    if look.baby:
        _wisps(brush, head)
    else:
        _curls(brush, head)


@lru_cache(maxsize=2)
def _skin(look: Look) -> Ground:
    """The light on a head: full in the middle of the face, less towards its edge."""
    size = look.size
    ground = Ground.plain((0, 0), round(1.3 * size), look.shade)
    light = ground.brush()
    light.soft((look.side * 0.08 * size, -0.05 * size), (0.66 * size, 0.70 * size), look.skin, 1)
    light.soft((look.side * 0.10 * size, 0), (0.72 * size, 0.76 * size), look.skin, 0.85)
    return ground


def _skull(brush: Brush, head: Head) -> None:
    """The head's shape with light on it, blushing cheeks and a baby's first down."""
    look, size = head.look, head.size
    shape = np.array(look.outline)
    shape[shape[:, 1] > 0.7, 1] += 0.07 * head.pose.open
    outline = curve(head.flat(shape), closed=True)
    with brush.within(outline, _skin(look).moved(*head.middle)) as inner:
        inner.soft(head.on([(0.0, -0.28)])[0], (0.36 * size, 0.20 * size), look.glow, 0.55)
        if look.baby:
            down = head.flat(((-0.10 - 0.06 * head.pose.yaw, -0.98),))[0]
            inner.soft(down, (0.52 * size, 0.22 * size), look.hair, 0.55)
        _cheeks(inner, head)
        tip = head.on([(0.05, look.nose_lat - 0.03)])[0]
        inner.soft(tip, (size * 0.085, size * 0.075), look.glow, 0.9)


def _ear(brush: Brush, head: Head, far: bool) -> None:
    """The ear turned to us lies on the head; the far one shows only from behind it."""
    for side in (-1, 1):
        lon = side * 1.40
        seen = math.cos(lon + head.pose.yaw)
        if (seen < 0.12) is not far or seen < -0.3:
            continue
        middle = head.on([(lon, 0.17 if head.look.baby else 0.10)])[0]
        wide, high = head.size * (0.10 + 0.06 * max(seen, 0)), head.size * 0.19
        turned = head.look.side * -head.pose.roll
        outline = oval((middle[0], middle[1]), (wide, high), turned)
        with brush.finely(box_round(outline, 2)) as fine:
            fine.fill(outline, head.look.shade)
            if not far:
                inside = (middle[0], middle[1] + 0.01 * head.size)
                fine.fill(oval(inside, (wide * 0.78, high * 0.82), turned), head.look.skin)
                fine.soft(inside, (wide * 0.38, high * 0.34), head.look.shade, 0.8)


def _cheeks(brush: Brush, head: Head) -> None:
    smile = max(head.pose.smile, 0.0)
    for side in (-1, 1):
        lon = side * 0.62
        middle = head.on([(lon, head.look.nose_lat + 0.08 - 0.04 * smile)])[0]
        seen = head.narrowed(lon) ** 0.5
        brush.soft(
            middle,
            (head.size * 0.21 * seen, head.size * 0.15),
            head.look.blush,
            seen * (0.20 + 0.24 * smile),
        )


def _lids(head: Head, place: int) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """The edges of the upper and lower lid, from the inner to the outer corner."""
    look, pose = head.look, head.pose
    lon, lat = place * look.eye_lon, look.eye_lat
    wide, high = place * look.eye_wide, look.eye_high
    shut = 1 - pose.lids
    top = high * pose.lids - 0.35 * high * shut * (1 - 2.0 * pose.squint)
    low = high * (0.86 - 0.55 * pose.squint) * pose.lids + 0.42 * high * shut * (
        1 - 2 * pose.squint
    )
    low = max(low, -top + 0.01)
    upper = [(-1.0, 0.06), (-0.62, -0.72), (0.0, -1.0), (0.62, -0.80), (1.0, 0.02)]
    lower = [(-1.0, 0.06), (-0.5, 0.82), (0.05, 1.0), (0.6, 0.74), (1.0, 0.02)]
    return (
        [(lon + x * wide, lat + (y * top if y < 0 else y * high)) for x, y in upper],
        [(lon + x * wide, lat + (y * low if abs(x) < 1 else y * high)) for x, y in lower],
    )


def _eye(brush: Brush, head: Head, place: int) -> None:
    look, pose, size = head.look, head.pose, head.size
    upper, lower = _lids(head, place)
    top, bottom = curve(head.on(upper)), curve(head.on(lower))
    lash = size * (0.020 if look.baby else 0.024)
    opening = np.concatenate([top, bottom[::-1]])
    if pose.lids > 0.2:
        lon = place * look.eye_lon
        seen = np.array([(lon + 0.085 * pose.gaze_x, look.eye_lat + 0.065 * pose.gaze_y)])
        middle = head.on(seen)[0]
        iris = size * look.iris_size
        wide = iris * (0.35 + 0.65 * head.narrowed(lon))
        with brush.within(opening) as inner:
            inner.fill(opening, _WHITE)
            inner.soft(top[len(top) // 2], (size * 0.2, size * 0.05), look.shade, 0.55)
            inner.fill(oval((middle[0], middle[1]), (wide, iris)), look.iris)
            inner.fill(oval((middle[0], middle[1]), (wide * 0.62, iris * 0.62)), (30, 22, 22))
            shine = (middle[0] - 0.30 * iris, middle[1] - 0.38 * iris)
            inner.dot(shine, iris * 0.27, _WHITE)
            inner.dot(
                (middle[0] + 0.34 * iris, middle[1] + 0.36 * iris), iris * 0.13, (206, 190, 180)
            )
    brush.line(top, (lash * 0.3, lash * 1.2, lash * 1.2, lash * 0.4), _INK)
    if pose.lids > 0.5 and not look.baby:
        fold = [(x, y - 0.055) for x, y in upper[1:4]]
        brush.line(curve(head.on(fold)), (1.0, size * 0.013, 1.0), look.shade)


def _brow(brush: Brush, head: Head, place: int) -> None:
    look, pose = head.look, head.pose
    lon, lat = place * look.eye_lon, look.eye_lat
    above = (0.28 if look.baby else 0.265) + 0.085 * pose.brow
    wide = place * (0.13 if look.baby else 0.16)
    arch = 0.030 + 0.020 * pose.brow
    points = [
        (lon - wide, lat - above - 0.005 - 0.03 * pose.brow),
        (lon + 0.1 * wide, lat - above - arch),
        (lon + wide, lat - above + 0.022),
    ]
    thick = head.size * (0.026 if look.baby else 0.040)
    colour = look.hair_light if look.baby else look.hair
    brush.line(curve(head.on(points)), (thick * 0.8, thick, thick * 0.4), colour)


def _nose(brush: Brush, head: Head) -> None:
    look, size = head.look, head.size
    lat = look.nose_lat
    wide = 0.075 if look.baby else 0.105
    under = [
        (-wide, lat + 0.015),
        (-0.4 * wide, lat + 0.05),
        (0.4 * wide, lat + 0.05),
        (wide, lat + 0.01),
    ]
    brush.line(curve(head.on(under)), (1.2, size * 0.024, size * 0.024, 1.2), look.shade)


def _mouth(brush: Brush, head: Head) -> None:
    look, pose, size = head.look, head.pose, head.size
    wide = look.mouth_wide * (
        1 + 0.28 * pose.smile - 0.52 * pose.round * min(1, 4 * pose.open + 0.5)
    )
    lift = 0.115 * pose.smile * (1 - 0.35 * pose.open)
    top = look.mouth_lat + 0.035 * pose.smile - 0.045 * pose.open - 0.02 * pose.round
    low = top + pose.open * (0.30 + 0.10 * max(pose.smile, 0))
    edge = look.mouth_lat - lift + 0.35 * pose.open * pose.round * 0.3
    upper = curve(head.on([(-wide, edge), (-0.5 * wide, top - 0.25 * lift), (0, top),
                           (0.5 * wide, top - 0.25 * lift), (wide, edge)]))  # fmt: skip
    lip = size * 0.026
    if pose.open > 0.05:
        depth = low - 0.05 * (low - edge)
        lower = curve(head.on([(-wide, edge), (-0.62 * wide, depth), (0, low), (0.62 * wide, depth),
                               (wide, edge)]))  # fmt: skip
        inside = np.concatenate([upper, lower[::-1]])
        with brush.within(inside) as inner:
            inner.fill(inside, _MOUTH)
            tongue = head.on([(0.0, low + 0.02)])[0]
            inner.fill(oval((tongue[0], tongue[1]), (size * wide * 0.62, size * 0.10)), _TONGUE)
            if not look.baby and pose.smile > 0.45:
                inner.line(upper, size * 0.10, _WHITE)
        brush.line(lower, lip * 0.9, look.lip)
    brush.line(upper, (lip * 0.7, lip, lip * 1.1, lip, lip * 0.7), look.lip)
    if pose.open < 0.3:
        under = max(low, top) + 0.085
        hint = [(-0.35 * wide, under - 0.01), (0, under), (0.35 * wide, under - 0.01)]
        brush.line(curve(head.on(hint)), (1.0, size * 0.016, 1.0), look.shade)


# Curls along the hairline as (longitude, latitude, radius in parts of the head's size).
_HAIRLINE = (
    (-1.34, -0.24, 0.13), (-1.22, -0.42, 0.15), (-1.00, -0.58, 0.15),
    (-0.74, -0.68, 0.15), (-0.46, -0.74, 0.15), (-0.18, -0.76, 0.145), (0.10, -0.76, 0.15),
    (0.38, -0.72, 0.145), (0.66, -0.64, 0.145), (0.92, -0.52, 0.14), (1.12, -0.34, 0.13),
)  # fmt: skip
_CROWN = tuple(
    (1.00 * np.sin(a) - 0.04, -1.02 * np.cos(a) - 0.05, 0.205 - 0.035 * abs(a))
    for a in np.linspace(-1.50, 1.36, 14)
)
_CAP = ((-0.98, -0.05), (-0.97, -0.45), (-0.72, -0.88), (-0.30, -1.10), (0.16, -1.12),
        (0.62, -0.92), (0.90, -0.52), (0.95, -0.16))  # fmt: skip


_SHEEN = ((0.12, -0.98), (0.46, -0.84), (-0.26, -0.94), (-0.60, -0.74), (0.70, -0.62),
          (-0.80, -0.42), (0.28, -1.08), (-0.06, -0.84))  # fmt: skip
_WISPS = (
    ((-0.06, -0.93), (-0.02, -1.10), (0.12, -1.16)),
    ((0.04, -0.94), (0.10, -1.06), (0.21, -1.06)),
    ((-0.14, -0.92), (-0.20, -1.03), (-0.15, -1.12)),
)
# Far enough out to hold every feature however the face moves.
_FEATURES = ((-0.70, -0.42), (0.70, -0.42), (-0.55, 0.95), (0.55, 0.95), (0.78, 0.0), (-0.72, 0.0))


def _crown(brush: Brush, head: Head) -> None:
    """The curls behind the head, seen round its edge."""
    slid = -0.06 * head.pose.yaw
    places = head.flat(tuple((x + slid, y) for x, y, _ in _CROWN))
    with brush.stencil(box_round(places, 0.25 * head.size), head.look.hair) as cut:
        for place, (_, _, radius) in zip(places, _CROWN, strict=True):
            cut.dot(place, radius * head.size, WHOLE)


def _curls(brush: Brush, head: Head) -> None:
    """Short curls from the hairline to the top of the head, with a little light on them."""
    look, size = head.look, head.size
    shown = [curl for curl in _HAIRLINE if abs(curl[0] + head.pose.yaw) < 1.50]
    places = head.on([(lon, lat) for lon, lat, _ in shown])
    cap = np.concatenate([curve(head.flat(_CAP)), curve(places[::-1])])
    with brush.stencil(box_round(cap, 0.16 * size), look.hair) as cut:
        cut.fill(cap, WHOLE)
        for place, (_, _, radius) in zip(places, shown, strict=True):
            cut.dot(place, radius * size, WHOLE)
    for place in head.flat(_SHEEN):
        brush.soft(place, (0.09 * size, 0.06 * size), look.hair_light, 0.7)


def _wisps(brush: Brush, head: Head) -> None:
    """The curl that stands up on a baby's head."""
    slid = -0.10 * head.pose.yaw
    wisps = [head.flat(tuple((x + slid, y) for x, y in wisp)) for wisp in _WISPS]
    with brush.stencil(box_round(np.concatenate(wisps), 0.08 * head.size), head.look.hair) as cut:
        for wisp in wisps:
            cut.line(curve(wisp), (head.size * 0.05, head.size * 0.035, 1.6), WHOLE)
