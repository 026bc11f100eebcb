"""Bringing pictures filmed with PQ (HDR10) or HLG (phones) down to what every screen shows.

A table of colours (a Hald picture, as ffmpeg's `haldclut` takes it) says for each what to show
instead: light up to six tenths of white stays, brighter light is rolled off, the hue is kept, and
the colours of BT.2020 become those of BT.709.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache

import numpy as np
from av.filter import Graph
from av.filter.context import FilterContext
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from vigreview.films.probe import HLG, PQ

LEVEL = 6  # of the Hald picture: LEVEL squared steps a colour
SIDE, SMALLEST = LEVEL**3, 2**3  # pixels
PIXELS = "gbrp16le"  # ffmpeg's name; the kind that haldclut takes three times as quickly
KNEE = 0.6  # of white
WHITE = 203.0  # candela a square metre, where ITU-R BT.2408 places white
HLG_PEAK, HLG_GAMMA = 1000.0, 1.2  # of the screen that HLG is looked at with (ITU-R BT.2100)

Colours = NDArray[np.float64]  # one to a row: red, green, blue

# BT.2020 to BT.709, linear light (ITU-R BT.2087).
PRIMARIES = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]]
)
LUMINANCE = np.array([0.2627, 0.6780, 0.0593])  # of BT.2020's red, green and blue


class ToneMap:
    """The filter, last in its graph so far, that looks every colour up in the table.

    It takes and gives PIXELS. `begin` hands it the table, once its graph is configured.
    """

    def __init__(self, graph: Graph, before: FilterContext, transfer: int) -> None:
        self._table = _arranged(shown_colours(transfer))
        self.filter, self._source = _look_up(graph, before, SIDE)

    def begin(self) -> None:
        self._source.push(self._table)
        self._source.push(None)


@cache
def shown_colours(transfer: int) -> Colours:
    """What is shown for each colour of the table, red changing quickest; from 0 to 1."""
    steps = np.linspace(0, 1, LEVEL**2)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    signal = np.stack([red, green, blue], axis=-1).reshape(-1, 3)
    light = LIGHT[transfer](signal) / WHITE
    brightest = light.max(axis=1, keepdims=True)
    rolled = KNEE + (1 - KNEE) * (1 - np.exp(-(brightest - KNEE) / (1 - KNEE)))
    light *= np.where(brightest <= KNEE, 1.0, rolled / np.maximum(brightest, KNEE))
    return np.clip(light @ PRIMARIES.T, 0, 1) ** (1 / 2.4)  # BT.1886


def _light_of_pq(signal: Colours) -> Colours:
    """Candela a square metre for a PQ signal (SMPTE ST 2084)."""
    m1, m2 = 2610 / 16384, 2523 / 4096 * 128
    c1, c2, c3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
    power = signal ** (1 / m2)
    return 10000 * (np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1)


def _light_of_hlg(signal: Colours) -> Colours:
    """Candela a square metre for an HLG signal, on the screen named above (ITU-R BT.2100)."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)
    luminance = (scene @ LUMINANCE)[:, np.newaxis]
    return HLG_PEAK * scene * luminance ** (HLG_GAMMA - 1)


LIGHT: dict[int, Callable[[Colours], Colours]] = {PQ: _light_of_pq, HLG: _light_of_hlg}


def _arranged(colours: Colours) -> VideoFrame:
    """Colours as a Hald picture whose planes lie as haldclut takes them."""
    table = np.empty_like(colours)
    table[:, _places()] = colours
    return _frame(np.round(table * 65535).astype(np.uint16).reshape(SIDE, SIDE, 3))


@cache
def _places() -> list[int]:
    """Where haldclut looks for red, green and blue in a table of PIXELS.

    It takes the planes of its two pictures to lie in different orders (so does ffmpeg 8.1), so it
    is asked: by a table that has a level of its own in each place.
    """
    graph = Graph()
    picture = graph.add("buffer", _kind(SMALLEST))
    look_up, table = _look_up(graph, picture, SMALLEST)
    look_up.link_to(graph.add("buffersink"))
    graph.configure()
    levels = np.tile(np.array([0, 20_000, 40_000], dtype=np.uint16), (SMALLEST, SMALLEST, 1))
    for into in (table, picture):
        into.push(_frame(levels))
        into.push(None)
    return [round(level / 20_000) for level in graph.vpull().to_ndarray()[0, 0]]


def _look_up(graph: Graph, before: FilterContext, side: int) -> tuple[FilterContext, FilterContext]:
    """Add haldclut behind a filter; gives it, and where its table, so large, goes in."""
    look_up, table = graph.add("haldclut", "clut=first"), graph.add("buffer", _kind(side))
    before.link_to(look_up, 0, 0)
    table.link_to(look_up, 0, 1)
    return look_up, table


def _kind(side: int) -> str:
    return f"video_size={side}x{side}:pix_fmt={PIXELS}:time_base=1/1:pixel_aspect=1/1"


def _frame(pixels: NDArray[np.uint16]) -> VideoFrame:
    frame = VideoFrame.from_ndarray(pixels, format=PIXELS)
    frame.pts, frame.time_base = 0, Fraction(1)
    return frame
