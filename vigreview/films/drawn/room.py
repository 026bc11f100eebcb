"""The room behind the faces: a window, a plant, a sofa and a cushion, in soft colours."""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageFilter

from vigreview.films.drawn.brush import Brush, curve, oval

WIDTH, HEIGHT = 1280, 720


def _wall() -> Image.Image:
    """A wall in warm light that comes from the window."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(float)
    light = np.exp(-(((x - 660) / 560) ** 2 + ((y - 170) / 380) ** 2))[..., None]
    far, near = np.array([233.0, 214.0, 194.0]), np.array([251.0, 240.0, 222.0])
    return Image.fromarray((far + (near - far) * light).round().astype(np.uint8))


def _box(left: float, top: float, right: float, bottom: float, corner: float) -> np.ndarray:
    """The outline of a rectangle with round corners."""
    around = np.linspace(0, np.pi / 2, 8)
    parts = []
    for quarter, (x, y) in enumerate(
        ((right - corner, bottom - corner), (left + corner, bottom - corner),
         (left + corner, top + corner), (right - corner, top + corner))
    ):  # fmt: skip
        a = around + quarter * np.pi / 2
        parts.append(np.stack([x + corner * np.cos(a), y + corner * np.sin(a)], axis=1))
    return np.concatenate(parts)


def _furniture(picture: Image.Image) -> None:
    """What stands far behind, and is a little out of focus."""
    with Brush(picture, (0, 0)).finely((0, 0, WIDTH, HEIGHT)) as brush:
        brush.fill(_box(560, 56, 800, 330, 16), (252, 248, 240))
        brush.fill(_box(574, 70, 786, 316, 8), (214, 231, 232))
        brush.soft((640, 300), (90, 60), (178, 206, 182), 0.9)
        brush.soft((740, 312), (80, 44), (190, 214, 186), 0.9)
        brush.soft((690, 130), (80, 50), (246, 249, 245), 0.9)
        brush.fill(_box(675, 60, 685, 326, 3), (252, 248, 240))
        brush.fill(_box(548, 322, 812, 340, 6), (244, 234, 220))
        for left, right, sway in ((528, 588, 10), (774, 834, -10)):
            curtain = [(left, 36), (right, 36), (right - 8 + sway, 200), (right, 372), (left, 372),
                       (left + 8 + sway, 200)]  # fmt: skip
            brush.fill(curve(curtain, closed=True), (240, 213, 190))
        brush.fill(_box(1030, 96, 1150, 236, 8), (250, 243, 232))
        brush.fill(_box(1042, 108, 1138, 224, 4), (222, 206, 190))
        brush.fill(oval((1074, 172), (26, 26)), (232, 168, 128))
        brush.fill(oval((1108, 182), (18, 18)), (150, 178, 168))
        brush.fill(_box(-60, 396, 700, 800, 70), (164, 178, 156))
        brush.fill(_box(-60, 560, 760, 800, 40), (176, 189, 167))
        _plant(brush)
        brush.fill(_box(-20, 664, 1300, 760, 10), (226, 200, 178))


def _plant(brush: Brush) -> None:
    for x, y, lean in ((1190, 330, 0.5), (1150, 350, -0.2), (1228, 372, 0.9), (1136, 400, -0.7),
                       (1186, 390, 0.15), (1220, 430, 0.8), (1150, 440, -0.6)):  # fmt: skip
        brush.fill(oval((x, y), (26, 64), lean), (146, 172, 140))
        brush.fill(oval((x - 5, y + 4), (9, 52), lean), (160, 184, 152))
    brush.fill(
        curve([(1132, 486), (1234, 486), (1222, 610), (1144, 610)], closed=True), (222, 150, 116)
    )


@lru_cache(maxsize=1)
def room() -> Image.Image:
    """The room without people, 1280x720."""
    picture = _wall()
    _furniture(picture)
    picture = picture.filter(ImageFilter.GaussianBlur(2.4))
    with Brush(picture, (0, 0)).finely((560, 330, 1200, 720)) as brush:
        brush.soft((872, 700), (200, 26), (150, 116, 96), 0.55)
        seat = [(866, 392), (964, 410), (1032, 500), (1046, 620), (1000, 706), (866, 724),
                (732, 706), (686, 620), (700, 500), (768, 410)]  # fmt: skip
        outline = curve(seat, closed=True)
        brush.fill(outline, (164, 186, 198))
        with brush.within(outline) as inner:
            inner.soft((850, 540), (150, 150), (186, 206, 215), 1.0)
        brush.line(curve([(712, 640), (770, 692), (866, 704), (962, 692), (1020, 640)]), (2, 5, 2),
                   (150, 174, 188))  # fmt: skip
    return picture
