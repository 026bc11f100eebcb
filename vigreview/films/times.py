"""Frame times: integer microseconds on the timeline that the browser shows.

A browser rounds a frame's presentation time, edit lists applied, to the microsecond and subtracts
nothing; so do we (measured with requestVideoFrameCallback, see tests/films/test_browser_times.py).
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from av.container import InputContainer
from av.error import FFmpegError
from av.video.stream import VideoStream
from numpy.typing import NDArray

from vigreview.films.opening import opened, the_picture
from vigreview.films.streams import Readable
from vigreview.films.unusable import TooLong

SECOND = 1_000_000  # microseconds
LONGEST = 3 * 3600 * SECOND
MOST_FRAMES = 3 * 3600 * 240
USUAL_GAP = 40_000  # microseconds, where a film does not tell how long its only frame lasts

Times = NDArray[np.int64]


@dataclass(frozen=True)
class FrameTimes:
    """What the packets of a film tell without being decoded; all times in microseconds."""

    times: Times  # of each frame shown, in order
    keys: Times  # of those that can be decoded by themselves
    end: int  # when the last frame has been shown
    orderly: bool  # every packet has its time, no two the same


def microseconds(place: int, time_base: Fraction) -> int:
    """A place on a track's timeline, rounded as browsers do (half away from zero)."""
    exact = abs(place) * time_base * SECOND
    rounded = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    return rounded if place >= 0 else -rounded


def frame_times(file: Readable) -> FrameTimes:
    """The times of all frames of the film in a file. Raises UnusableFilm's subclasses."""
    with opened(file) as container:
        return scan(container, the_picture(container))


def scan(container: InputContainer, picture: VideoStream) -> FrameTimes:
    """Read a track's packets from where the container stands. Raises TooLong."""
    times: list[int] = []
    keys: list[int] = []
    orderly, last_at, last_lasts = True, -LONGEST, 0
    base = picture.time_base or Fraction(1, SECOND)
    try:
        for packet in container.demux(picture):
            if not packet.size or packet.is_discard:
                continue
            if packet.pts is None:
                orderly = False
                continue
            at = microseconds(packet.pts, base)
            if at >= last_at:
                last_at, last_lasts = at, microseconds(packet.duration or 0, base)
            times.append(at)
            if packet.is_keyframe:
                keys.append(at)
            if len(times) > MOST_FRAMES or at - times[0] > LONGEST:
                raise TooLong
    except FFmpegError:
        orderly = False  # a film whose file breaks off is one as far as it goes
    shown = np.unique(np.array(times, dtype=np.int64))
    lasts = last_lasts or usual_gap(shown)
    return FrameTimes(
        times=shown,
        keys=np.unique(np.array(keys, dtype=np.int64)),
        end=int(shown[-1]) + lasts if len(shown) else 0,
        orderly=orderly and len(shown) == len(times),
    )


def usual_gap(times: Times) -> int:
    """The median time from one frame to the next, in microseconds."""
    return int(np.median(np.diff(times))) if len(times) > 1 else USUAL_GAP


def pack(times: Times) -> bytes:
    """The 'times' stream: int64, little-endian."""
    return times.astype("<i8").tobytes()


def unpack(data: bytes) -> Times:
    """The times in a 'times' stream."""
    return np.frombuffer(data, dtype="<i8").astype(np.int64)
