"""Frames of the film, upright and of the keepsake's size, in the colours that all of it has."""

from collections.abc import Iterator
from itertools import takewhile

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter
from PIL import Image

from vigreview.films.clip import FramesMissing, clip_times, last_frame_lasts
from vigreview.films.keepsake.look import RGB, Planes, Size
from vigreview.films.probe import Probe
from vigreview.films.seeking import frames_from
from vigreview.films.source import Source
from vigreview.films.still import make_still, part_of
from vigreview.films.upright import LINES, Upright

FEWEST_LINES = 480  # of the shorter side: letters want some
LONGEST_SIDE = LINES * 16 // 9
BT709 = 1  # primaries and transfer, ITU-T H.273
FULL, VIDEO = ColorRange.JPEG, ColorRange.MPEG


def keepsake_size(probe: Probe) -> Size:
    """The film's shape, its shorter side not less than FEWEST_LINES and not more than LINES."""
    short, long = sorted((probe.width, probe.height))
    scale = min(max(1.0, FEWEST_LINES / short), LONGEST_SIDE / long)
    scale = min(scale, LINES / short) if short > LINES else scale
    return _four(probe.width * scale), _four(probe.height * scale)


def _four(pixels: float) -> int:
    return max(4, round(pixels / 4) * 4)


class Studio:
    """Gives the frames of one film to the parts of its keepsake. Times are the marked ones."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.size = keepsake_size(source.probe)
        self._reformatter = VideoReformatter()
        self._marked = frozenset(source.at.values())
        self._edges: dict[int, VideoFrame] = {}

    def times(self, start_us: int, end_us: int) -> list[int]:
        """When the frames of a clip are shown, from its first on. Raises NotAFrame."""
        first, last = self.source.at[start_us], self.source.at[end_us]
        return [int(each) - first for each in clip_times(self.source.times, first, last)]

    def last_lasts(self, end_us: int) -> int:
        """How long the last frame of a clip stays, in microseconds."""
        source = self.source
        return last_frame_lasts(source.times, source.probe.duration_us, source.at[end_us])

    def clip(self, start_us: int, end_us: int) -> Iterator[tuple[int, VideoFrame]]:
        """Each frame of a clip, with its time from the first on. Raises FramesMissing."""
        first, last = self.source.at[start_us], self.source.at[end_us]
        upright, given = Upright(self.source.probe, *self.size), 0
        frames = frames_from(self.source.file, first)
        for at, frame in takewhile(lambda each: each[0] <= last, frames):
            for ready in upright.push(frame, at):
                given += 1
                yield self._ready(ready, first)
        for ready in upright.rest():
            given += 1
            yield self._ready(ready, first)
        if given != len(self.times(start_us, end_us)):
            raise FramesMissing

    def _ready(self, upright: VideoFrame, first: int) -> tuple[int, VideoFrame]:
        at = upright.pts
        assert at is not None
        frame = self._in_709(upright)
        if at in self._marked:
            self._edges[at] = frame
        return at - first, frame

    def frame(self, at_us: int) -> VideoFrame:
        """The frame of one marked time. Raises FramesMissing."""
        at = self.source.at[at_us]
        if at not in self._edges:
            for _ in self.clip(at_us, at_us):
                """It is kept as it passes."""
        return self._edges[at]

    def part_of_frame(self, at_us: int, crop: tuple[int, int, int, int]) -> Image.Image:
        """A part of the frame of one marked time, with all the pixels it has."""
        source = self.source
        return part_of(make_still(source.file, source.probe, source.at[at_us]), list(crop))

    def rgb(self, frame: VideoFrame) -> RGB:
        """A frame, or a band of one, as red, green and blue."""
        seen = self._reformatter.reformat(
            frame,
            format="rgb24",
            src_colorspace=Colorspace.ITU709,
            src_color_range=VIDEO,
            dst_color_range=FULL,
        )
        return seen.to_ndarray().astype(np.uint8, copy=False)

    def planes_of(self, picture: RGB) -> Planes:
        """A picture as the planes of a frame."""
        seen = VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
        made = self._reformatter.reformat(
            seen,
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            src_color_range=FULL,
            dst_color_range=VIDEO,
        )
        return planes_in(made)

    def _in_709(self, frame: VideoFrame) -> VideoFrame:
        if frame.colorspace == Colorspace.ITU709:
            return _told(frame)
        at = frame.pts
        seen = self._reformatter.reformat(
            frame,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=VIDEO,
            dst_color_range=VIDEO,
        )
        seen.pts = at
        return _told(seen)


def _told(frame: VideoFrame) -> VideoFrame:
    """The same frame, which says what its colours are."""
    frame.colorspace, frame.color_range = Colorspace.ITU709, VIDEO
    frame.color_primaries = frame.color_trc = BT709
    return frame


def planes_in(frame: VideoFrame) -> Planes:
    """The planes of a frame of yuv420p."""
    return frame.to_ndarray().astype(np.uint8, copy=False)


def frame_of(planes: Planes) -> VideoFrame:
    """A frame of yuv420p, from its planes."""
    return _told(VideoFrame.from_ndarray(planes, format="yuv420p"))


def band_of(planes: Planes, top: int) -> VideoFrame:
    """The band of a frame from line `top` on, an even one, as a frame of its own."""
    flat = np.concatenate([plane[top // less :].reshape(-1) for plane, less in _each(planes)])
    wide = planes.shape[1]
    return frame_of(flat.reshape(-1, wide))


def lay_band(planes: Planes, top: int, band: Planes) -> None:
    """Lay another band on a frame's planes from line `top` on."""
    for (plane, less), (laid, _) in zip(_each(planes), _each(band), strict=True):
        plane[top // less :] = laid


def _each(planes: Planes) -> Iterator[tuple[Planes, int]]:
    """Each plane, and by how much it is smaller than the picture."""
    high, wide, start = planes.shape[0] * 2 // 3, planes.shape[1], 0
    flat = planes.reshape(-1)
    for less in (1, 2, 2):
        count = wide // less * (high // less)
        yield flat[start : start + count].reshape(high // less, wide // less), less
        start += count
