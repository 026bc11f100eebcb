"""What is heard in a keepsake: the clips' own sound, each at its place, silence in between.

It is one stream for the whole, encoded once for as long as nothing of it changes: AAC begins with
what it primes itself with, so that pieces encoded one by one would click where they are joined.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.codec.context import Flags
from av.error import BlockingIOError as NotYet
from av.error import EOFError as AllOut
from av.filter import Graph

from vigreview.films.encode import SOUND_BITS
from vigreview.films.keepsake.parts import SLOWER
from vigreview.films.opening import opened, the_sound
from vigreview.films.seeking import sound_from
from vigreview.films.sound import BLOCK, RATE, Samples, Timeline, samples_in
from vigreview.films.source import Source
from vigreview.films.streams import Readable, Writable

SOFT = RATE // 16  # samples over which a clip's sound comes and goes, so that nothing clicks


@dataclass(frozen=True)
class Heard:
    """A piece of what is heard: of the film, from a time for a while; or silence of that length."""

    lasts_us: int
    start_us: int | None = None  # of the film's file
    slowly: bool = False


def channels_of(file: Readable) -> int:
    """Channels of sound that a keepsake of a film has: 0, 1 or 2."""
    with opened(file) as container:
        sound = the_sound(container)
        return min(2, sound.codec_context.channels) if sound else 0


def write_sound(into: Writable, source: Source, heard: Iterable[Heard], channels: int) -> None:
    """Write all that is heard, as AAC in an MP4."""
    layout = "mono" if channels == 1 else "stereo"
    with av.open(into, mode="w", format="mp4", options={"fflags": "+bitexact"}) as container:
        sound = container.add_stream("aac", rate=RATE, layout=layout)
        assert isinstance(sound, AudioStream)
        sound.codec_context.bit_rate = SOUND_BITS
        sound.codec_context.flags |= Flags.bitexact
        for number, block in enumerate(_blocks(_pieces(source, heard, channels), channels)):
            frame = AudioFrame.from_ndarray(block, format="fltp", layout=layout)
            frame.sample_rate, frame.pts = RATE, number * BLOCK
            frame.time_base = Fraction(1, RATE)
            container.mux(sound.encode(frame))
        container.mux(sound.encode(None))


def _pieces(source: Source, heard: Iterable[Heard], channels: int) -> Iterator[Samples]:
    """The samples of each piece; together they are as long as the pictures, to the sample."""
    reached_us = given = 0
    for piece in heard:
        reached_us += piece.lasts_us
        wanted = samples_in(reached_us) - given
        given += wanted
        silence = np.zeros((channels, wanted), np.float32)
        if piece.start_us is not None:
            samples = _of_film(source, piece, channels)[:, :wanted]
            silence[:, : samples.shape[1]] = _softened(samples)
        yield silence


def _of_film(source: Source, piece: Heard, channels: int) -> Samples:
    assert piece.start_us is not None
    spans_us = piece.lasts_us // SLOWER if piece.slowly else piece.lasts_us
    timeline = Timeline(channels, piece.start_us, piece.start_us + spans_us)
    found = list(sound_from(source.file, timeline, piece.start_us))
    samples = np.concatenate(found, axis=1) if found else np.zeros((channels, 0), np.float32)
    return _slower(samples) if piece.slowly and samples.shape[1] else samples


def _slower(samples: Samples) -> Samples:
    """The same for longer, at its own pitch."""
    layout = "mono" if samples.shape[0] == 1 else "stereo"
    graph = Graph()
    told = f"sample_rate={RATE}:sample_fmt=fltp:channel_layout={layout}:time_base=1/{RATE}"
    source = graph.add("abuffer", told)
    slower, end = graph.add("atempo", str(1 / SLOWER)), graph.add("abuffersink")
    source.link_to(slower)
    slower.link_to(end)
    graph.configure()
    frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples), format="fltp", layout=layout)
    frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
    source.push(frame)
    source.push(None)
    made: list[Samples] = []
    while True:
        try:
            piece = graph.pull()
        except (NotYet, AllOut):
            return np.concatenate(made, axis=1) if made else samples[:, :0]
        assert isinstance(piece, AudioFrame)
        made.append(piece.to_ndarray().astype(np.float32, copy=False))


def _softened(samples: Samples) -> Samples:
    count = min(SOFT, samples.shape[1] // 2)
    ramp = np.linspace(0, 1, count, dtype=np.float32)
    softened = samples.copy()
    softened[:, :count] *= ramp
    softened[:, softened.shape[1] - count :] *= ramp[::-1]
    return softened


def _blocks(pieces: Iterable[Samples], channels: int) -> Iterator[Samples]:
    """The same samples, as many at a time as AAC takes; the last may be fewer."""
    left = np.zeros((channels, 0), np.float32)
    for piece in pieces:
        left = np.concatenate([left, piece], axis=1)
        whole = left.shape[1] // BLOCK * BLOCK
        for start in range(0, whole, BLOCK):
            yield np.ascontiguousarray(left[:, start : start + BLOCK])
        left = left[:, whole:]
    if left.shape[1]:
        yield np.ascontiguousarray(left)
