"""The playback copy: the whole film, upright, frame for frame, quick to step about in."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from av.audio.stream import AudioStream
from av.error import FFmpegError
from av.video.frame import VideoFrame

from vigreview.films.encode import CopyWriter
from vigreview.films.opening import opened, the_picture, the_sound
from vigreview.films.probe import Probe
from vigreview.films.sound import Samples, Timeline
from vigreview.films.streams import Readable, Writable
from vigreview.films.times import SECOND, USUAL_GAP, microseconds
from vigreview.films.unusable import Unreadable
from vigreview.films.upright import LINES, Upright, copy_size

# Without B-frames 22 takes the room that 21 takes with them, in a tenth less time (measured).
PRESET, CRF = "superfast", 22
QUICK_LINES = 720
# One thread asks the decoder and the encoder in turn: each needs frames in hand to be at work while
# the other is asked: a tenth less time than with as many threads as they choose (measured).
CORES = os.cpu_count() or 2
DECODING, ENCODING = CORES + 2, 3 * CORES

Progress = Callable[[float], None]  # from 0 to 1


@dataclass(frozen=True)
class Taps:
    """What is shown each piece of a copy on its way in, for what is made in the same pass."""

    frame: Callable[[VideoFrame], None] = lambda _: None  # upright, stamped in microseconds
    sound: Callable[[Samples], None] = lambda _: None  # what follows, from the copy's 0 on


def quick_lines(probe: Probe) -> int | None:
    """The lines of a copy to be made before the full one, where that takes long; else None."""
    lines = min(probe.width, probe.height)
    return QUICK_LINES if lines > (QUICK_LINES if probe.hdr else LINES) else None


def make_playback_copy(
    file: Readable,
    into: Writable,
    probe: Probe,
    progress: Progress = lambda _: None,
    lines: int = LINES,
    taps: Taps | None = None,
) -> int:
    """Write the upright copy of a film; gives how many of its packets could not be decoded.

    Its shorter side has at most `lines`.
    Where the film plays as it is, its frames keep their times, so that the copy can take over
    unseen; else the first frame is at 0. Raises Unreadable when not one frame can be decoded.
    """
    width, height = copy_size(probe, lines)
    with opened(file) as container:
        picture, sound = the_picture(container), the_sound(container)
        picture.codec_context.thread_count = DECODING
        channels = min(2, sound.codec_context.channels) if sound else 0
        writer = CopyWriter(into, width, height, channels, PRESET, CRF, ENCODING, for_steps=True)
        copying = _Copying(probe, writer, Upright(probe, width, height), taps or Taps())
        tracks = [picture, sound] if sound else [picture]
        for packet in _packets(container.demux(*tracks)):
            if isinstance(packet.stream, AudioStream):
                copying.take_sound(packet)
            else:
                copying.take_picture(packet)
                progress(min(1.0, copying.reached / max(1, probe.duration_us)))
        return copying.finish()


def _packets(demuxed: Iterator[Any]) -> Iterator[Any]:
    """The packets of a film as far as it goes: its file may break off."""
    try:
        yield from demuxed
    except FFmpegError:
        return


class _Copying:
    """One film on its way into its copy; times in microseconds."""

    def __init__(self, probe: Probe, writer: CopyWriter, upright: Upright, taps: Taps) -> None:
        self._probe, self._writer, self._upright, self._taps = probe, writer, upright, taps
        self._origin = 0 if probe.plays_as_is else probe.first_us
        self._timeline = Timeline(writer.channels, self._origin, probe.duration_us)
        self._damaged = 0
        self._taken = 0
        self._last: int | None = None
        self._gap = USUAL_GAP
        self._sound_at = self._origin

    @property
    def reached(self) -> int:
        """How far into the film the pictures have come."""
        return self._last or 0

    def take_picture(self, packet: Any) -> None:
        try:
            frames = packet.decode()
        except FFmpegError:
            self._damaged += 1
            return
        for frame in frames:
            at = self._time_of(frame)
            if at is None:
                continue
            for upright in self._upright.push(frame, at):
                self._add(upright)
            self._last = at

    def _add(self, upright: VideoFrame) -> None:
        self._taps.frame(upright)
        self._writer.add_frame(upright)

    def _time_of(self, frame: VideoFrame) -> int | None:
        """When a frame is shown in the copy; None where it cannot be told from the one before."""
        self._taken += 1
        if not self._probe.times_in_order and self._taken <= len(self._probe.times):
            at = int(self._probe.times[self._taken - 1]) - self._origin
        elif frame.pts is None or frame.time_base is None:
            at = 0 if self._last is None else self._last + self._gap
        else:
            at = microseconds(frame.pts, frame.time_base) - self._origin
        if self._last is None:
            return max(0, at)
        if at > self._last:
            self._gap = min(at - self._last, 10 * USUAL_GAP)
            return at
        return None if self._probe.plays_as_is else self._last + 1000

    def take_sound(self, packet: Any) -> None:
        """Sound that cannot be decoded is left out; what follows is still heard at its time."""
        try:
            for frame in packet.decode():
                if frame.pts is not None:
                    self._sound_at = microseconds(frame.pts, frame.time_base)
                self._add_sound(self._timeline.push(frame, self._sound_at))
                self._sound_at += frame.samples * SECOND // frame.sample_rate
        except FFmpegError:
            self._damaged += 1

    def _add_sound(self, pieces: Iterable[Samples]) -> None:
        for samples in pieces:
            self._taps.sound(samples)
            self._writer.add_sound(samples)

    def finish(self) -> int:
        if self._last is None:
            raise Unreadable
        for upright in self._upright.rest():
            self._add(upright)
        self._add_sound(self._timeline.rest())
        self._writer.finish(self._probe.duration_us - self._origin - self._last)
        return self._damaged
