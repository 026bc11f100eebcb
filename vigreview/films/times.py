"""Frame times: integer microseconds on the timeline that the browser shows.

A browser rounds a frame's presentation time, edit lists applied, to the microsecond and subtracts
nothing; so do we (measured with requestVideoFrameCallback, see tests/films/test_browser_times.py).
"""

from array import array
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from av.container import InputContainer
from av.error import FFmpegError
from av.stream import Discard
from av.video.stream import VideoStream
from numpy.typing import NDArray

from vigreview.films import declared
from vigreview.films.boxes import length_of
from vigreview.films.opening import MP4_FAMILY, BreaksOff, opened, packets_of, skimmed, the_picture
from vigreview.films.streams import Readable
from vigreview.films.unusable import EndMissing, TooLong

SECOND = 1_000_000  # microseconds
LONGEST = 3 * 3600 * SECOND
FASTEST = 240  # frames a second
USUAL_GAP = 40_000  # microseconds, where a film does not tell how long its only frame lasts
UNEVEN = 2_000  # microseconds: coarser clocks than this are still steady
MOST_UNEVEN = 0.02  # of the gaps: a camera that drops a frame now and then is still steady
SURELY = SECOND // 2  # microseconds: sound may go on for as long after the pictures
PAST = 2_000  # packets that are looked at for one past the limit

Times = NDArray[np.int64]


@dataclass(frozen=True)
class Limits:
    """What a film may be; settings of whoever asks."""

    longest_us: int = LONGEST

    @property
    def most_frames(self) -> int:
        return self.longest_us * FASTEST // SECOND


@dataclass(frozen=True)
class FrameTimes:
    """What the packets of a film tell without being decoded; all times in microseconds."""

    times: Times  # of each frame shown, in order
    keys: Times  # of those that can be decoded by themselves
    end: int  # when the last frame has been shown
    orderly: bool  # every packet has its time, no two the same
    sought: bool  # a browser that seeks to a frame's time shows that frame
    uneven: bool  # frames come at varying distances
    whole: bool  # nothing is known to be missing
    missing_us: int  # how much of the end certainly is


def microseconds(place: int, time_base: Fraction) -> int:
    """A place on a track's timeline, rounded as browsers do (half away from zero)."""
    per, of = time_base.numerator * SECOND, time_base.denominator
    rounded = (2 * abs(place) * per + of) // (2 * of)
    return rounded if place >= 0 else -rounded


def frame_times(file: Readable) -> FrameTimes:
    """The times of all frames of the film in a file. Raises UnusableFilm's subclasses."""
    return scan(file, Limits())


def scan(file: Readable, limits: Limits) -> FrameTimes:
    """List a film's packets. Raises TooLong, EndMissing and the other UnusableFilms."""
    cut = declared.ends_early(file)
    with skimmed(file) as container:
        picture = the_picture(container)
        indexed = container.format.name.startswith(MP4_FAMILY)
        claimed = declared.length_us(file) or container.duration or 0
        if claimed > limits.longest_us and not indexed and _goes_on(file, limits.longest_us):
            raise TooLong(claimed, limits.longest_us)
        for each in container.streams:
            each.discard = Discard.default if each is picture else Discard.all
        packets = _list(container, picture, limits, length_of(file) if indexed else None)
    return packets.told(whole=not cut, claimed=claimed if cut and not indexed else 0)


def _goes_on(file: Readable, limit: int) -> bool:
    """Whether there are pictures past a limit (microseconds): a header may lie."""
    with opened(file) as container:
        picture = the_picture(container)
        base = picture.time_base or Fraction(1, SECOND)
        limit += container.start_time or 0
        try:
            container.seek(limit)
            for number, packet in enumerate(packets_of(container, picture)):
                if packet.pts is not None and microseconds(packet.pts, base) > limit:
                    return True
                if number > PAST:
                    break
        except (FFmpegError, BreaksOff):
            return False
    return False


class _Packets:
    """The packets of one track, in the order of the file; places in ticks of its clock."""

    def __init__(self, base: Fraction) -> None:
        self._base = base
        self._places, self._lasts = array("q"), array("q")
        self._shown, self._keys = bytearray(), bytearray()
        self.there: int | None = None  # how many are in the file, where its end is missing
        self.orderly = True
        self.sought = True

    def __len__(self) -> int:
        return len(self._places)

    def add(self, place: int, lasts: int, shown: bool, key: bool) -> None:
        self._places.append(place)
        self._lasts.append(lasts)
        self._shown.append(shown)
        self._keys.append(key)

    def told(self, whole: bool, claimed: int = 0) -> FrameTimes:
        """What they tell; `claimed` is the length of a film that ends early. Raises EndMissing."""
        times = np.array([microseconds(each, self._base) for each in self._places], np.int64)
        shown = np.frombuffer(self._shown, np.bool_)
        kept = shown.copy()
        if self.there is not None:
            kept[self.there :] = False
        if np.count_nonzero(kept) < 2 and (not whole or np.count_nonzero(shown) > 1):
            raise EndMissing
        end, full = self._end(times, kept), self._end(times, shown)
        usable = np.unique(times[kept])
        missing = max(full - end, claimed - end if claimed - end > SURELY else 0)
        return FrameTimes(
            times=usable,
            keys=np.unique(times[kept & np.frombuffer(self._keys, np.bool_)]),
            end=end,
            orderly=self.orderly and len(usable) == np.count_nonzero(kept),
            sought=self.sought,
            uneven=_uneven(np.unique(times)),
            whole=whole and not missing,
            missing_us=missing,
        )

    def _end(self, times: Times, which: NDArray[np.bool_]) -> int:
        """When the last of some packets has been shown."""
        if not which.any():
            return 0
        last = int(np.flatnonzero(which)[np.argmax(times[which])])
        lasts = microseconds(self._lasts[last], self._base)
        return int(times[last]) + (lasts or usual_gap(np.unique(times[which])))


def _list(
    container: InputContainer, picture: VideoStream, limits: Limits, length: int | None
) -> _Packets:
    """Read a track's packets. `length` is that of the file where an index reaches past it."""
    base = picture.time_base or Fraction(1, SECOND)
    found = _Packets(base)
    farthest, most = None, limits.most_frames
    try:
        for packet in packets_of(container, picture):
            if not packet.size:
                continue
            place = packet.pts
            if place is None:
                found.orderly = False
                if picture.start_time is not None or not picture.guessed_rate:
                    continue
                place = int(len(found) / picture.guessed_rate / base)  # pictures and no times
            if farthest is None:
                # Browsers seek by decoding times. An edit list puts right that pictures are shown
                # later than decoded; without one, those before a key frame are never sought out.
                found.sought = not (length is not None and packet.dts == 0 < place)
                farthest = place + int(limits.longest_us / SECOND / base)
            if length is not None and found.there is None:
                found.there = len(found) if (packet.pos or 0) + packet.size > length else None
            found.add(place, packet.duration or 0, not packet.is_discard, packet.is_keyframe)
            if (place > farthest and found.there is None) or len(found) > most:
                reached = limits.longest_us + microseconds(place - farthest, base)
                raise TooLong(max(container.duration or 0, reached), limits.longest_us)
    except BreaksOff:
        found.orderly = False  # a film whose file breaks off is one as far as it goes
    return found


def _uneven(times: Times) -> bool:
    gaps = np.diff(times)
    if not len(gaps):
        return False
    return bool((np.abs(gaps - np.median(gaps)) > UNEVEN).mean() > MOST_UNEVEN)


def usual_gap(times: Times) -> int:
    """The median time from one frame to the next, in microseconds."""
    return int(np.median(np.diff(times))) if len(times) > 1 else USUAL_GAP


def pack(times: Times) -> bytes:
    """The 'times' stream: int64, little-endian."""
    return times.astype("<i8").tobytes()


def unpack(data: bytes) -> Times:
    """The times in a 'times' stream."""
    return np.frombuffer(data, dtype="<i8").astype(np.int64)
