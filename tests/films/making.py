"""Films made for tests: each frame tells its number and which way is up, each sound its second.

The picture's corners are red, green, blue and black; on its middle lies the frame's number in
white and black squares. They survive any codec, so that a decoded picture can be asked.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.video.frame import PictureType, VideoFrame
from numpy.typing import NDArray

Picture = NDArray[np.uint8]  # height by width by red, green, blue

BITS = 12  # squares of the number, four to a row
RATE = 48_000  # samples a second
BEEP = 0.1  # seconds of sound at each full second

RED, GREEN, BLUE, BLACK = (220, 30, 30), (30, 200, 30), (30, 30, 220), (10, 10, 10)


@dataclass(frozen=True)
class Wanted:
    """A film to be made. Times in microseconds; `size` is that of the coded picture."""

    times: Sequence[int]
    size: tuple[int, int] = (320, 240)
    codec: str = "libx264"
    container: str = "mp4"
    pixels: str = "yuv420p"
    rotation: int = 0  # degrees clockwise that make it upright
    mirrored: bool = False
    clock: int = 90_000  # ticks a second
    key_every: int = 12  # frames
    b_frames: int = 0
    sound: str | None = None  # codec
    channels: str = "mono"
    options: dict[str, str] = field(default_factory=dict)
    muxing: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)  # where, whose, and on what it was filmed
    pixel_aspect: Fraction | None = None
    colours: tuple[int, int, int, int] | None = None  # matrix, primaries, transfer, range


def bright(count: int, size: tuple[int, int]) -> Wanted:
    """A film of more light than a screen has (PQ), of which a quick copy is made first."""
    return Wanted(
        steady(count),
        size=size,
        codec="libx265",
        pixels="yuv420p10le",
        colours=(9, 9, 16, 1),
        options={"x265-params": "log-level=none"},
    )


def steady(count: int, rate: int = 25, start: int = 0) -> list[int]:
    """The times of `count` frames at `rate` a second."""
    return [start + round(number * 1_000_000 / rate) for number in range(count)]


def unsteady(count: int, seed: int = 1) -> list[int]:
    """The times of `count` frames as a phone takes them in changing light."""
    gaps = np.random.default_rng(seed).integers(20_000, 90_000, count)
    return [0, *(int(each) for each in np.cumsum(gaps)[:-1])]


def picture(number: int, size: tuple[int, int]) -> Picture:
    """The picture of a frame, as it should be seen."""
    width, height = size
    image = np.full((height, width, 3), 128, dtype=np.uint8)
    across, down = width // 4, height // 4
    image[:down, :across], image[:down, -across:] = RED, GREEN
    image[-down:, :across], image[-down:, -across:] = BLUE, BLACK
    for bit in range(BITS):
        row, column = divmod(bit, 4)
        top, left = down + (row * 2 * down) // 3, across + column * across // 2
        square = image[top : top + 2 * down // 3, left : left + across // 2]
        square[:] = 255 if number >> bit & 1 else 0
    return image


def number_of(image: Picture) -> int:
    """The number that a decoded picture tells."""
    height, width = image.shape[:2]
    across, down = width // 4, height // 4
    number = 0
    for bit in range(BITS):
        row, column = divmod(bit, 4)
        y = down + (row * 2 + 1) * down // 3
        x = across + (column * 2 + 1) * across // 4
        number |= int(image[y - 1 : y + 2, x - 1 : x + 2].mean() > 128) << bit
    return number


def is_upright(image: Picture) -> bool:
    """Whether the colours lie in the corners where they belong."""
    height, width = image.shape[:2]
    y, x = height // 8, width // 8
    corners = [image[y, x], image[y, -x], image[-y, x], image[-y, -x]]
    wanted = [RED, GREEN, BLUE, BLACK]
    return all(
        np.abs(np.subtract(corner, colour, dtype=int)).max() < 70
        for corner, colour in zip(corners, wanted, strict=True)
    )


_MADE: dict[str, bytes] = {}


def make(wanted: Wanted) -> bytes:
    """The film's file; encoded once, however many tests want it."""
    asked = repr(wanted)
    if asked not in _MADE:
        _MADE[asked] = _encoded(wanted)
    return _MADE[asked]


def _encoded(wanted: Wanted) -> bytes:
    into = io.BytesIO()
    with av.open(into, "w", format=wanted.container, options=wanted.muxing) as container:
        container.metadata.update(wanted.tags)
        stream: Any = container.add_stream(wanted.codec, rate=25, options=dict(wanted.options))
        stream.width, stream.height = wanted.size
        stream.pix_fmt = wanted.pixels
        stream.time_base = stream.codec_context.time_base = Fraction(1, wanted.clock)
        stream.codec_context.gop_size = wanted.key_every
        stream.codec_context.max_b_frames = wanted.b_frames
        if wanted.colours:
            context = stream.codec_context
            context.colorspace, context.color_primaries = wanted.colours[:2]
            context.color_trc, context.color_range = wanted.colours[2:]
        if wanted.pixel_aspect:
            stream.codec_context.sample_aspect_ratio = wanted.pixel_aspect
        if wanted.rotation or wanted.mirrored:
            # PyAV counts anticlockwise, and mirrors after turning; we mirror before.
            degrees = wanted.rotation if wanted.mirrored else -wanted.rotation
            stream.set_display_rotation(degrees, hflip=wanted.mirrored)
        sound: Any = None
        if wanted.sound:
            sound = container.add_stream(wanted.sound, rate=RATE, layout=wanted.channels)
        length = wanted.times[-1] + 40_000
        beeps = _beeps(sound, length) if sound else iter(())
        heard = 0
        for number, at in enumerate(wanted.times):
            while sound and heard <= at:
                heard = next(beeps, length + 1)
            container.mux(stream.encode(_frame(wanted, number, at)))
        container.mux(stream.encode(None))
        for _ in beeps:
            pass
        if sound:
            container.mux(sound.encode(None))
    return into.getvalue()


def _frame(wanted: Wanted, number: int, at: int) -> VideoFrame:
    seen = (wanted.size[1], wanted.size[0]) if wanted.rotation % 180 else wanted.size
    image = np.rot90(picture(number, seen), wanted.rotation // 90)
    if wanted.mirrored:
        image = image[:, ::-1]
    frame = VideoFrame.from_ndarray(np.ascontiguousarray(image), format="rgb24")
    frame = frame.reformat(format=wanted.pixels, dst_colorspace="ITU601")
    frame.pts = round(at * wanted.clock / 1_000_000)
    frame.time_base = Fraction(1, wanted.clock)
    frame.pict_type = PictureType.NONE
    return frame


def _beeps(sound: Any, length: int) -> Any:
    """Encode sound piece by piece; gives the microseconds reached."""
    size = sound.codec_context.frame_size or 1024
    for start in range(0, length * RATE // 1_000_000, size):
        seconds = (start + np.arange(size)) / RATE
        tone = np.where(seconds % 1 < BEEP, 0.5 * np.sin(2 * np.pi * 1000 * seconds), 0)
        channels = 1 if sound.layout.name == "mono" else 2
        samples = np.repeat(tone[np.newaxis].astype(np.float32), channels, axis=0)
        frame = AudioFrame.from_ndarray(samples, format="fltp", layout=sound.layout.name)
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
        sound.container.mux(sound.encode(frame))
        yield (start + size) * 1_000_000 // RATE


@dataclass(frozen=True)
class Seen:
    """A film as it is decoded: pictures as coded, times in microseconds."""

    times: list[int]
    pictures: list[Picture]

    @property
    def numbers(self) -> list[int]:
        return [number_of(each) for each in self.pictures]


def seen(data: bytes) -> Seen:
    """Decode all frames of a film."""
    with av.open(io.BytesIO(data)) as container:
        frames = list(container.decode(video=0))
    times = [round(each.pts * each.time_base * 1_000_000) for each in frames]
    return Seen(times, [each.to_ndarray(format="rgb24") for each in frames])


def heard(data: bytes) -> NDArray[np.float32]:
    """Decode the sound of a film: samples at RATE, from time 0 on; empty where it is silent."""
    with av.open(io.BytesIO(data)) as container:
        if not container.streams.audio:
            return np.zeros(0, dtype=np.float32)
        pieces = []
        for frame in container.decode(audio=0):
            start = round(frame.pts * frame.time_base * RATE)
            pieces.append((start, frame.to_ndarray()[0].astype(np.float32)))
    length = max(start + len(piece) for start, piece in pieces)
    samples = np.zeros(length, dtype=np.float32)
    for start, piece in pieces:
        samples[max(0, start) : start + len(piece)] = piece[max(0, -start) :]
    return samples
