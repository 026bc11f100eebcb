"""How a film's coded picture is turned, and mirrored, to be seen upright."""

import struct
from dataclasses import dataclass
from typing import Any, cast

from av.video.frame import VideoFrame

# The filters that turn a picture, by degrees clockwise; and those that then lie before them when
# it is mirrored. They are ffmpeg's names; "clock" is a quarter turn clockwise.
FILTERS: dict[int, list[tuple[str, str]]] = {
    0: [],
    90: [("transpose", "clock")],
    180: [("hflip", ""), ("vflip", "")],
    270: [("transpose", "cclock")],
}

# Which turn a display matrix means, by the signs of its four numbers a b c d: a point (x, y) is
# shown at (a·x + c·y, b·x + d·y), y growing downwards (ISO/IEC 14496-12, 6.2.2).
STRAIGHT = {(1, 1): (0, False), (-1, -1): (180, False), (-1, 1): (0, True), (1, -1): (180, True)}
SIDEWAYS = {(1, -1): (90, False), (-1, 1): (270, False), (1, 1): (270, True), (-1, -1): (90, True)}


@dataclass(frozen=True)
class Turn:
    """Mirror left and right first, when `mirrored`; then turn by `rotation` degrees clockwise."""

    rotation: int
    mirrored: bool

    @property
    def sideways(self) -> bool:
        """Whether width and height change places."""
        return self.rotation in (90, 270)

    @property
    def filters(self) -> list[tuple[str, str]]:
        """ffmpeg's filters for it, each with its arguments."""
        return ([("hflip", "")] if self.mirrored else []) + FILTERS[self.rotation]


def turn_of(frame: VideoFrame) -> Turn:
    """How a decoded frame is to be turned; odd angles go to the nearest quarter."""
    matrix = _display_matrix(frame)
    if matrix is None:
        # PyAV counts anticlockwise.
        return Turn(round(-frame.rotation / 90) % 4 * 90, False)
    a, b, _, c, d = matrix[:5]
    if abs(a) + abs(d) >= abs(b) + abs(c):
        return Turn(*STRAIGHT[_sign(a), _sign(d)])
    return Turn(*SIDEWAYS[_sign(b), _sign(c)])


def _sign(number: int) -> int:
    return -1 if number < 0 else 1


def _display_matrix(frame: VideoFrame) -> tuple[int, ...] | None:
    try:
        side = cast(Any, frame.side_data)["DISPLAYMATRIX"]
    except KeyError:
        return None
    except ValueError:  # side data of a kind that PyAV does not know hides the others
        return None
    matrix = struct.unpack("=9i", bytes(side)[:36])
    return matrix if any(matrix) else None
