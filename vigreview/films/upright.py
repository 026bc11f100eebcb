"""Frames as a person should see them: upright, square pixels, progressive, everyday colours."""

from collections.abc import Iterator
from fractions import Fraction

from av.error import BlockingIOError as NotYet
from av.error import EOFError as AllOut
from av.filter import Graph
from av.filter.context import FilterContext
from av.video.frame import VideoFrame

from vigreview.films.probe import Probe
from vigreview.films.times import SECOND
from vigreview.films.tone import LIGHT, PIXELS, ToneMap

CLOCK = Fraction(1, SECOND)
LINES = 1080  # of the shorter side of a copy; the longer may have 16/9 of it
SPREAD = 16 / 9

UNTOLD = 2  # matrix of ITU-T H.273: not said
HD_LINES = 720  # from here on browsers take pictures that do not say for BT.709 (measured)

TO_709 = [
    ("scale", "out_color_matrix=bt709:out_range=tv"),
    ("format", "yuv420p"),
    ("setparams", "color_primaries=bt709:color_trc=bt709:colorspace=bt709"),
]


def copy_size(probe: Probe, lines: int = LINES) -> tuple[int, int]:
    """Width and height of a copy: as shown, even, its shorter side at most `lines`."""
    short, long = sorted((probe.width, probe.height))
    scale = min(1.0, lines / short, lines * SPREAD / long)
    return _even(probe.width * scale), _even(probe.height * scale)


def _even(pixels: float) -> int:
    return max(2, round(pixels / 2) * 2)


class Upright:
    """Turns the decoded frames of one film into upright ones of `width` by `height`, yuv420p.

    What goes in is stamped with microseconds; what comes out bears the stamp it went in with.
    """

    def __init__(self, probe: Probe, width: int, height: int) -> None:
        self._probe = probe
        self._width, self._height = width, height
        self._graph: Graph | None = None
        self._source: FilterContext | None = None
        self._kind: tuple[object, ...] = ()

    def push(self, frame: VideoFrame, at: int) -> Iterator[VideoFrame]:
        """The upright frames that are ready once `frame`, shown at `at`, has gone in."""
        frame.pts, frame.time_base = at, CLOCK
        kind = (frame.width, frame.height, frame.format.name, frame.colorspace, frame.color_range)
        if kind != self._kind:
            # Recordings of calls change their size in the middle.
            yield from self.rest()
            self._graph, self._source = self._build(frame)
            self._kind = kind
        assert self._source
        self._source.push(frame)
        yield from self._ready()

    def rest(self) -> Iterator[VideoFrame]:
        """The upright frames that are still held back, at the film's end."""
        if self._graph and self._source:
            self._source.push(None)
            yield from self._ready()
        self._graph, self._source, self._kind = None, None, ()

    def _ready(self) -> Iterator[VideoFrame]:
        assert self._graph
        while True:
            try:
                frame = self._graph.vpull()
            except (NotYet, AllOut):
                return
            assert frame.pts is not None
            assert frame.time_base
            if frame.time_base != CLOCK:  # deinterlacing doubles the clock
                frame.pts = round(frame.pts * frame.time_base * SECOND)
                frame.time_base = CLOCK
            yield frame

    def _build(self, frame: VideoFrame) -> tuple[Graph, FilterContext]:
        graph = Graph()
        source = graph.add(
            "buffer",
            f"video_size={frame.width}x{frame.height}:pix_fmt={frame.format.name}"
            f":time_base=1/{SECOND}:pixel_aspect=1/1"
            f":colorspace={frame.colorspace}:range={frame.color_range}",
        )
        width, height = self._fitting(frame)
        turn, is_bright = self._probe.turn, frame.color_trc in LIGHT
        across, down = (height, width) if turn.sideways else (width, height)
        steps = [("setparams", f"colorspace={_guess(frame)}")] if _is_untold(frame) else []
        steps += [("bwdif", "mode=send_frame:deint=all")] if self._probe.interlaced else []
        steps += [("scale", f"w={across}:h={down}:out_range=tv{_matrix(frame)}")]
        # Eight bits before turning, which is twice as quick; bright light needs its ten.
        steps += [] if is_bright else [("format", "yuv420p")]
        last = _chain(graph, source, [*steps, *turn.filters])
        tone_map = None
        if is_bright:
            tone_map = ToneMap(graph, _chain(graph, last, [("format", PIXELS)]), frame.color_trc)
            last = _chain(graph, tone_map.filter, TO_709)
        padding = f"w={self._width}:h={self._height}:x=(ow-iw)/2:y=(oh-ih)/2"
        ending = [("pad", padding)] if (width, height) != (self._width, self._height) else []
        last = _chain(graph, last, [("format", "yuv420p"), *ending, ("setsar", "1")])
        last.link_to(graph.add("buffersink"))
        graph.configure()
        if tone_map:
            tone_map.begin()
        return graph, source

    def _fitting(self, frame: VideoFrame) -> tuple[int, int]:
        """The size that a frame, which may not have the film's size, has on the copy."""
        probe = self._probe
        if (frame.width, frame.height) == (probe.coded_width, probe.coded_height):
            return self._width, self._height
        width, height = frame.width, frame.height
        if probe.turn.sideways:
            width, height = height, width
        scale = min(self._width / width, self._height / height)
        return _even(width * scale), _even(height * scale)


def _is_untold(frame: VideoFrame) -> bool:
    return frame.colorspace == UNTOLD and not frame.format.is_rgb


def _guess(frame: VideoFrame) -> str:
    """The matrix of a film that tells none. A copy may be smaller than it, so the copy says so."""
    if frame.color_trc in LIGHT:
        return "bt2020nc"
    return "bt709" if min(frame.width, frame.height) >= HD_LINES else "smpte170m"


def _matrix(frame: VideoFrame) -> str:
    """How red, green and blue become a copy's; a film that has others keeps its own."""
    return ":out_color_matrix=bt709" if frame.format.is_rgb else ""


def _chain(graph: Graph, last: FilterContext, steps: list[tuple[str, str]]) -> FilterContext:
    """Put filters, each with its arguments, behind one another."""
    for name, arguments in steps:
        following = graph.add(name, arguments or None)
        last.link_to(following)
        last = following
    return last
