"""A film whose every frame says its own number, in blocks that survive encoding.

Its frames are not evenly spaced (a phone's are not either), and it has sound, so that a player
that divides by a frame rate lands beside the frame that was meant.
"""

from __future__ import annotations

import io
import math
from fractions import Fraction

import av
import numpy as np
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 320, 180
BITS = 8
BLOCK = WIDTH // BITS
BLOCK_TOP, BLOCK_HEIGHT = HEIGHT - 32, 32
PITCH = Fraction(1, 90_000)


def frame_times(count: int) -> list[int]:
    """Return the presentation time of each frame in µs: spaced by 33, 40 and 50 ms in turn."""
    times = [0]
    for index in range(count - 1):
        times.append(times[-1] + (33_000, 40_000, 50_000)[index % 3])
    return times


def draw_frame(number: int) -> Image.Image:
    """Draw a frame: its number large, and in blocks of black and white along the bottom."""
    hue = (40 + number * 3) % 255
    picture = Image.new("HSV", (WIDTH, HEIGHT), (hue, 60, 190)).convert("RGB")
    pen = ImageDraw.Draw(picture)
    pen.text(
        (WIDTH // 2, 66),
        str(number),
        fill=(40, 36, 32),
        anchor="mm",
        font=ImageFont.load_default(64),
    )
    for bit in range(BITS):
        shade = (255,) * 3 if number >> bit & 1 else (0,) * 3
        left = bit * BLOCK
        pen.rectangle((left, BLOCK_TOP, left + BLOCK - 1, HEIGHT), fill=shade)
    return picture


def make_film(times_us: list[int], first: int = 0) -> bytes:
    """Return an MP4 (H.264, AAC) with a frame at each time (µs), numbered from `first`."""
    held = io.BytesIO()
    with av.open(held, "w", format="mp4") as film:
        video = film.add_stream("libx264", rate=30, options={"preset": "veryfast", "crf": "18"})
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        video.codec_context.time_base = PITCH
        video.time_base = PITCH
        video.gop_size = 12
        sound = film.add_stream("aac", rate=48_000)
        for number, at in enumerate(times_us, first):
            frame = av.VideoFrame.from_image(draw_frame(number))
            frame.pts, frame.time_base = round(at * 90_000 / 1_000_000), PITCH
            film.mux(video.encode(frame))
        film.mux(video.encode(None))
        _add_sound(film, sound, seconds=(times_us[-1] - times_us[0]) / 1e6)
    return held.getvalue()


def _add_sound(film: av.container.OutputContainer, sound: av.AudioStream, seconds: float) -> None:
    samples = int(seconds * 48_000)
    for start in range(0, samples, 1024):
        at = np.arange(start, start + 1024) / 48_000
        loudness = 0.2 * np.abs(np.sin(at * math.pi))
        tone = (np.sin(2 * math.pi * 330 * at) * loudness).astype(np.float32)
        frame = av.AudioFrame.from_ndarray(tone.reshape(1, -1), format="fltp", layout="mono")
        frame.sample_rate, frame.pts = 48_000, start
        film.mux(sound.encode(frame))
    film.mux(sound.encode(None))


def make_strip(times_us: list[int], tiles: int) -> bytes:
    """Return one JPEG of `tiles` small frames side by side, evenly taken over the film."""
    tall = 72
    wide = tall * WIDTH // HEIGHT
    strip = Image.new("RGB", (wide * tiles, tall))
    for tile in range(tiles):
        at = times_us[-1] * (tile + 0.5) / tiles
        number = max(i for i, time in enumerate(times_us) if time <= at)
        strip.paste(draw_frame(number).resize((wide, tall)), (wide * tile, 0))
    held = io.BytesIO()
    strip.save(held, "JPEG", quality=80)
    return held.getvalue()


def make_still(number: int) -> bytes:
    """Return a frame as a JPEG."""
    held = io.BytesIO()
    draw_frame(number).save(held, "JPEG", quality=90)
    return held.getvalue()
