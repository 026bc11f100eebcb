"""The waveform: how loud the film is, fifty times a second."""

import numpy as np

from vigreview.films.copy import Progress
from vigreview.films.seeking import sound_from
from vigreview.films.sound import RATE, Timeline
from vigreview.films.streams import Readable, Writable
from vigreview.films.times import SECOND

PER_SECOND = 50
BIN = RATE // PER_SECOND  # samples


def make_waveform(
    file: Readable, into: Writable, end_us: int, progress: Progress = lambda _: None
) -> int:
    """Write one byte for each fiftieth of a second, 255 where the sound is as loud as can be.

    Gives the number of bytes; 0 where the film is silent. The sound after `end_us` is left out.
    """
    timeline = Timeline(channels=1, start_us=0, end_us=end_us)
    rest = np.zeros(0, dtype=np.float32)
    written = 0
    for samples in sound_from(file, timeline, 0):
        rest = np.concatenate([rest, np.abs(samples[0])])
        whole = len(rest) // BIN * BIN
        peaks = rest[:whole].reshape(-1, BIN).max(axis=1) if whole else rest[:0]
        rest = rest[whole:]
        into.write(np.minimum(peaks * 255, 255).round().astype(np.uint8).tobytes())
        written += len(peaks)
        progress(min(1.0, written / PER_SECOND * SECOND / max(1, end_us)))
    return written
