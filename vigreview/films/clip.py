"""The clip copy: from one frame to another, both included, and nothing before or after."""

from dataclasses import dataclass
from itertools import takewhile

from vigreview.films.copy import ENCODING, Progress
from vigreview.films.encode import LONGEST_LAST, CopyWriter
from vigreview.films.opening import opened, the_sound
from vigreview.films.probe import Probe
from vigreview.films.seeking import frames_from, sound_from
from vigreview.films.sound import Timeline
from vigreview.films.streams import Readable, Writable
from vigreview.films.times import Times
from vigreview.films.upright import LINES, Upright, copy_size

PRESET = "veryfast"


@dataclass(frozen=True)
class Look:
    """What a clip's copy is to be like: the lines of its shorter side at most, x264's CRF."""

    lines: int
    crf: int
    sound: bool = True


TOGETHER = Look(LINES, 19)


class NotAFrame(Exception):
    """A clip's edge is no frame of the film, or its end lies before its start."""

    code = "not_a_frame"

    def __init__(self) -> None:
        super().__init__("The clip's edges no longer fit the film; please mark it once more.")


class FramesMissing(Exception):
    """The film's file does not give the frames of the clip any more."""

    code = "frames_missing"

    def __init__(self) -> None:
        super().__init__("Part of the film could not be read for this clip.")


def clip_times(times: Times, start_us: int, end_us: int) -> Times:
    """The times of a clip's frames. Raises NotAFrame."""
    inside = times[(times >= start_us) & (times <= end_us)]
    if not len(inside) or inside[0] != start_us or inside[-1] != end_us:
        raise NotAFrame
    return inside


def last_frame_lasts(times: Times, film_end_us: int, end_us: int) -> int:
    """Microseconds until the frame after a clip's last would be shown, a second at most."""
    later = times[times > end_us]
    following = int(later[0]) if len(later) else film_end_us
    return max(1, min(following - end_us, LONGEST_LAST))


def make_clip_copy(
    file: Readable,
    into: Writable,
    probe: Probe,
    times: Times,
    start_us: int,
    end_us: int,
    progress: Progress = lambda _: None,
    look: Look = TOGETHER,
) -> int:
    """Write the clip of a film whose frames are at `times`; gives its duration in microseconds.

    The frame at `start_us` is at 0. Raises NotAFrame, FramesMissing.
    """
    wanted = clip_times(times, start_us, end_us)
    lasts = last_frame_lasts(times, probe.duration_us, end_us)
    width, height = copy_size(probe, look.lines)
    channels = _channels(file) if look.sound else 0
    writer = CopyWriter(into, width, height, channels, PRESET, look.crf, ENCODING)
    upright = Upright(probe, width, height)
    written = 0
    for at, frame in takewhile(lambda each: each[0] <= end_us, frames_from(file, start_us)):
        written += 1
        for ready in upright.push(frame, at - start_us):
            writer.add_frame(ready)
        progress(written / len(wanted))
    if written != len(wanted):
        raise FramesMissing
    for ready in upright.rest():
        writer.add_frame(ready)
    if channels:
        timeline = Timeline(channels, start_us, end_us + lasts)
        for samples in sound_from(file, timeline, start_us):
            writer.add_sound(samples)
    writer.finish(lasts)
    return end_us - start_us + lasts


def _channels(file: Readable) -> int:
    """Channels of sound that a copy has: 0, 1 or 2."""
    with opened(file) as container:
        sound = the_sound(container)
        return min(2, sound.codec_context.channels) if sound else 0
