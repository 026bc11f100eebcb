"""Bringing pictures filmed with PQ (HDR10) down to what every screen shows.

A table of colours (a Hald picture, as ffmpeg's `haldclut` takes it) says for each what to show
instead: light up to six tenths of white stays, brighter light is rolled off, the hue is kept, and
the colours of BT.2020 become those of BT.709.
"""

from functools import cache

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

LEVEL = 6  # of the Hald picture: LEVEL squared steps a colour, LEVEL cubed pixels a side
SIDE = LEVEL**3
PIXELS = "rgb48le"  # ffmpeg's name; planar kinds get their planes confused by haldclut
KNEE = 0.6  # of white
WHITE = 203.0  # candela a square metre, where ITU-R BT.2408 places white

Colours = NDArray[np.float64]

# BT.2020 to BT.709, linear light (ITU-R BT.2087).
PRIMARIES = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]]
)


@cache
def colour_table() -> VideoFrame:
    """The Hald picture."""
    steps = np.linspace(0, 1, LEVEL**2)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    signal = np.stack([red, green, blue], axis=-1).reshape(-1, 3)
    light = _light(signal) / WHITE
    brightest = light.max(axis=1, keepdims=True)
    rolled = KNEE + (1 - KNEE) * (1 - np.exp(-(brightest - KNEE) / (1 - KNEE)))
    light *= np.where(brightest <= KNEE, 1.0, rolled / np.maximum(brightest, KNEE))
    shown = np.clip(light @ PRIMARIES.T, 0, 1) ** (1 / 2.4)  # BT.1886
    table = np.round(shown * 65535).astype(np.uint16).reshape(SIDE, SIDE, 3)
    return VideoFrame.from_ndarray(table, format=PIXELS)


def _light(signal: Colours) -> Colours:
    """Candela a square metre for a PQ signal (SMPTE ST 2084)."""
    m1, m2 = 2610 / 16384, 2523 / 4096 * 128
    c1, c2, c3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
    power = signal ** (1 / m2)
    return 10000 * (np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1)
