"""Sound laid on a timeline that starts at 0: gaps filled with silence, cut to the sample."""

from collections.abc import Iterator

import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from vigreview.films.times import SECOND

RATE = 48_000  # samples a second
DRIFT = RATE // 50  # samples by which sound may be out before it is put right: 20 ms
BLOCK = 1024  # samples that AAC takes at a time

Samples = NDArray[np.float32]  # channels by samples, -1 to 1


class Timeline:
    """Takes decoded sound, in order, each piece with its time, and gives samples without a gap."""

    def __init__(self, channels: int, start_us: int, end_us: int | None = None) -> None:
        """Times are the film's; what lies before `start_us` or from `end_us` on is left out."""
        self.channels = channels
        self._start_us = start_us
        self._limit = None if end_us is None else samples_in(end_us - start_us)
        self._made = 0
        self._resampler: AudioResampler | None = None
        self._kind: tuple[object, ...] = ()

    @property
    def layout(self) -> str:
        return "mono" if self.channels == 1 else "stereo"

    @property
    def is_full(self) -> bool:
        """Whether nothing more is wanted."""
        return self._limit is not None and self._made >= self._limit

    def push(self, frame: AudioFrame, at_us: int) -> Iterator[Samples]:
        """The samples that follow once a decoded frame, heard at `at_us`, has come."""
        kind = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._resampler is None or kind != self._kind:
            yield from self.rest()
            self._resampler = AudioResampler(format="fltp", layout=self.layout, rate=RATE)
            self._kind = kind
        yield from self._resampled(frame, samples_in(at_us - self._start_us))

    def rest(self) -> Iterator[Samples]:
        """The samples that are still held back, at the sound's end."""
        if self._resampler:
            yield from self._resampled(None, self._made)
            self._resampler = None

    def _resampled(self, frame: AudioFrame | None, place: int) -> Iterator[Samples]:
        assert self._resampler
        for piece in self._resampler.resample(frame):
            samples = piece.to_ndarray().astype(np.float32, copy=False)
            yield from self._lay(samples, place)
            place += samples.shape[1]

    def _lay(self, samples: Samples, place: int) -> Iterator[Samples]:
        late = place - self._made
        if late > (DRIFT if self._made else 0):
            if self._limit is not None:
                late = min(late, self._limit - self._made)
            yield from self._silence(late)
        elif late < -DRIFT or self._made == 0:
            samples = samples[:, max(0, -late) :]
        if self._limit is not None:
            samples = samples[:, : max(0, self._limit - self._made)]
        if samples.shape[1]:
            self._made += samples.shape[1]
            yield samples

    def _silence(self, count: int) -> Iterator[Samples]:
        while count > 0:
            some = min(count, RATE)
            self._made += some
            yield np.zeros((self.channels, some), dtype=np.float32)
            count -= some


def samples_in(microseconds: int) -> int:
    """The number of samples in a time."""
    return round(microseconds * RATE / SECOND)
