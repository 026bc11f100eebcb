"""The waveform: how loud the film is, fifty times a second."""

import numpy as np

from vigreview.films.copy import Progress
from vigreview.films.seeking import sound_from
from vigreview.films.sound import RATE, Samples, Timeline
from vigreview.films.streams import Readable, Writable
from vigreview.films.times import SECOND

PER_SECOND = 50
BIN = RATE // PER_SECOND  # samples


class Loudness:
    """Writes one byte for each fiftieth of a second, 255 where the sound is as loud as can be.

    `made` is the number of bytes. The sound after `end_us` is left out.
    """

    def __init__(self, into: Writable, end_us: int) -> None:
        self._into = into
        self._most = -(-end_us * PER_SECOND // SECOND)
        self._rest = np.zeros(0, dtype=np.float32)
        self.made = 0

    def add(self, samples: Samples) -> None:
        """Take the samples that follow, channels by samples."""
        if self.made >= self._most:
            return
        heard = np.concatenate([self._rest, np.abs(samples.mean(axis=0))])
        whole = len(heard) // BIN * BIN
        self._rest = heard[whole:]
        if whole:
            peaks = heard[:whole].reshape(-1, BIN).max(axis=1)[: self._most - self.made]
            self._into.write(np.minimum(peaks * 255, 255).round().astype(np.uint8).tobytes())
            self.made += len(peaks)


def make_waveform(
    file: Readable, into: Writable, end_us: int, progress: Progress = lambda _: None
) -> int:
    """Write the waveform of a film; gives the number of bytes, 0 where the film is silent."""
    loudness = Loudness(into, end_us)
    for samples in sound_from(file, Timeline(channels=1, start_us=0, end_us=end_us), 0):
        loudness.add(samples)
        progress(min(1.0, loudness.made / PER_SECOND * SECOND / max(1, end_us)))
    return loudness.made
