"""Frames as a person should see them: upright, square pixels, progressive, everyday colours."""

from collections.abc import Iterator
from fractions import Fraction

from av.error import BlockingIOError as NotYet
from av.error import EOFError as AllOut
from av.filter import Graph
from av.filter.context import FilterContext
from av.video.frame import VideoFrame

from vigreview.films.probe import HLG, PQ, Probe
from vigreview.films.times import SECOND
from vigreview.films.tone import PIXELS, SIDE, colour_table

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
        turn, is_pq = self._probe.turn, frame.color_trc == PQ
        across, down = (height, width) if turn.sideways else (width, height)
        steps = [("bwdif", "mode=send_frame:deint=all")] if self._probe.interlaced else []
        steps += [("scale", f"w={across}:h={down}:out_range=tv")]
        # Eight bits before turning, which is twice as quick; PQ needs its ten until it is toned.
        steps += [] if is_pq else [("format", "yuv420p")]
        last = _chain(graph, source, [*steps, *turn.filters])
        if is_pq:
            last, colours = _toned(graph, last)
        elif frame.color_trc == HLG:
            # HLG is made to look right where it is taken for everyday light.
            last = _chain(graph, last, [("setparams", "color_trc=bt709")])
        elif frame.colorspace == UNTOLD:
            # A copy may be smaller than its film, so it says what a browser would have guessed.
            guess = "bt709" if min(frame.width, frame.height) >= HD_LINES else "smpte170m"
            last = _chain(graph, last, [("setparams", f"colorspace={guess}")])
        padding = f"w={self._width}:h={self._height}:x=(ow-iw)/2:y=(oh-ih)/2"
        ending = [("pad", padding)] if (width, height) != (self._width, self._height) else []
        last = _chain(graph, last, [("format", "yuv420p"), *ending, ("setsar", "1")])
        last.link_to(graph.add("buffersink"))
        graph.configure()
        if is_pq:
            table = colour_table()
            table.pts, table.time_base = 0, CLOCK
            colours.push(table)
            colours.push(None)
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


def _toned(graph: Graph, last: FilterContext) -> tuple[FilterContext, FilterContext]:
    """Bring down the dynamic range; also gives where the table of colours has to go in."""
    colours = graph.add(
        "buffer",
        f"video_size={SIDE}x{SIDE}:pix_fmt={PIXELS}:time_base=1/{SECOND}:pixel_aspect=1/1",
    )
    look_up = graph.add("haldclut", "clut=first")
    _chain(graph, last, [("format", PIXELS)]).link_to(look_up, 0, 0)
    colours.link_to(look_up, 0, 1)
    return _chain(graph, look_up, TO_709), colours


def _chain(graph: Graph, last: FilterContext, steps: list[tuple[str, str]]) -> FilterContext:
    """Put filters, each with its arguments, behind one another."""
    for name, arguments in steps:
        following = graph.add(name, arguments or None)
        last.link_to(following)
        last = following
    return last
