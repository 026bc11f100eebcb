"""What ffmpeg's own program makes of a film: its upright frames and its sound, to compare with."""

import io
import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.uint8]
HEARD = 8_000  # samples a second at which sounds are compared
SMALL = 48  # pixels a side at which pictures are compared
GRAIN = 3.0  # levels of light, of 255, that are a camera's noise and no picture


def upright_frame(film: Path, number: int) -> Picture:
    """The film's frame of that number (from 0), upright and in square pixels."""
    square = "scale=w='trunc(iw*if(gt(sar,0),sar,1)/2)*2':h='trunc(ih/2)*2',setsar=1"
    chosen = f"select=eq(n\\,{number}),{square}"
    raw = _run(film, "-vf", chosen, "-frames:v", "1", "-f", "image2pipe", "-c:v", "bmp", "-")
    return np.asarray(Image.open(io.BytesIO(raw)).convert("RGB"))


def sound(film: Path) -> NDArray[np.float32]:
    """The film's sound on its timeline from 0 on: mono, HEARD samples a second."""
    in_step = "aresample=async=1000:first_pts=0"
    raw = _run(film, "-vn", "-af", in_step, "-ac", "1", "-ar", str(HEARD), "-f", "f32le", "-")
    return np.frombuffer(raw, dtype="<f4")


def out_of_step(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Seconds by which the second of two recordings of the same sound is late."""
    length = max(len(one), len(other)) * 2
    across = np.fft.irfft(np.fft.rfft(other, length) * np.conj(np.fft.rfft(one, length)), length)
    late = int(np.argmax(across))
    return (late - length if late > length // 2 else late) / HEARD


def likeness(one: Picture, other: Picture) -> float:
    """How alike two pictures are in light and dark, 1 being the same, whatever their size."""
    first, second = (_small(each) for each in (one, other))
    spread = float(np.linalg.norm(first) * np.linalg.norm(second))
    grain = SMALL**2 * GRAIN**2  # in a room that is all dark there is little else
    return (float((first * second).sum()) + grain) / (spread + grain)


def best_turned(one: Picture, other: Picture) -> str:
    """Which turn of the second picture is most like the first: "as it is" where none is better."""
    turns = {"as it is": other, "mirrored": other[:, ::-1]}
    for quarters in (1, 2, 3):
        turns[f"turned by {90 * quarters}"] = np.rot90(other, quarters)
    best = max(turns, key=lambda turn: likeness(one, turns[turn]))
    return best if likeness(one, turns[best]) > likeness(one, other) + 0.02 else "as it is"


def _small(picture: Picture) -> NDArray[np.float64]:
    grey = Image.fromarray(np.ascontiguousarray(picture)).convert("L").resize((SMALL, SMALL))
    values = np.asarray(grey, dtype=float)
    return values - values.mean()


def _run(film: Path, *how: str) -> bytes:
    program = imageio_ffmpeg.get_ffmpeg_exe()
    done = subprocess.run(
        [program, "-v", "error", "-i", str(film), *how], capture_output=True, check=False
    )
    assert done.stdout, f"{film.name}: {done.stderr.decode()[-400:]}"
    return done.stdout
