"""What ffmpeg's own program makes of a film, to compare with: frames, their times, sound."""

import io
import subprocess
from fractions import Fraction
from pathlib import Path

import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.uint8]
HEARD = 8_000  # samples a second at which sounds are compared
SMALL = 48  # pixels a side at which pictures are compared
FINER = 480  # pixels of the longer side at which neighbouring frames are told apart
GRAIN = 3.0  # levels of light, of 255, that are a camera's noise and no picture
SECOND_US = 1_000_000
# A film of more light than a screen has, brought down to one: not our way of doing it.
TO_SCREEN = (
    "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
    "zscale=t=bt709:m=bt709:r=tv,format=yuv420p"
)


def upright_frame(film: Path, number: int) -> Picture:
    """The film's frame of that number (from 0), upright and in square pixels."""
    return upright_frames(film, number, number)[0]


def upright_frames(film: Path, first: int, last: int, hdr: bool = False) -> list[Picture]:
    """The film's frames of those numbers (from 0, both included), as `upright_frame` gives them."""
    square = "scale=w='trunc(iw*if(gt(sar,0),sar,1)/2)*2':h='trunc(ih/2)*2',setsar=1"
    chosen = f"select=between(n\\,{first}\\,{last}),{square}" + (f",{TO_SCREEN}" if hdr else "")
    many = ["-map", "0:v:0", "-fps_mode", "passthrough", "-frames:v", str(last - first + 1)]
    raw = io.BytesIO(_run(film, "-vf", chosen, *many, "-f", "image2pipe", "-c:v", "bmp", "-"))
    found = []
    while raw.tell() < len(raw.getbuffer()):
        size = int.from_bytes(raw.getbuffer()[raw.tell() + 2 : raw.tell() + 6], "little")
        found.append(np.asarray(Image.open(io.BytesIO(raw.read(size))).convert("RGB")))
    return found


def frame_times(film: Path) -> list[int]:
    """When each frame that the program decodes is shown: microseconds, edit lists applied.

    Where it gives two frames the same time, the film does not tell which is shown when: then
    those of its packets, in order.
    """
    times = _times(film, "-vf", "scale=16:16")
    return times if len(set(times)) == len(times) else sorted(_times(film, "-c", "copy"))


def _times(film: Path, *how: str) -> list[int]:
    as_they_are = ("-copyts", "-map", "0:v:0", "-fps_mode", "passthrough")
    clock = ("-enc_time_base", "demux")
    lines = _run(film, *as_they_are, *clock, *how, "-f", "framecrc", "-").decode().splitlines()
    tick = Fraction(next(line for line in lines if line.startswith("#tb 0:")).split(":")[1].strip())
    places = [int(line.split(",")[2]) for line in lines if not line.startswith("#")]
    return [_microseconds(place * tick) for place in places]


def _microseconds(seconds: Fraction) -> int:
    """Rounded half away from zero."""
    rounded = int(abs(seconds) * SECOND_US + Fraction(1, 2))
    return rounded if seconds >= 0 else -rounded


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


def which_of(seen: Picture, frames: list[Picture]) -> tuple[int, list[float]]:
    """Which of some frames a picture shows, and by how many levels of light (of 255) from each.

    Size and colours of the picture may be other ones: a frame is told by what is in it.
    """
    off = [_off(_finer(seen, frame.shape[:2]), _finer(frame, frame.shape[:2])) for frame in frames]
    return int(np.argmin(off)), off


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


def _finer(picture: Picture, shape: tuple[int, int]) -> NDArray[np.float64]:
    scale = min(1.0, FINER / max(shape))
    size = max(1, round(shape[1] * scale)), max(1, round(shape[0] * scale))
    return np.asarray(Image.fromarray(np.ascontiguousarray(picture)).resize(size), dtype=float)


def _off(seen: NDArray[np.float64], frame: NDArray[np.float64]) -> float:
    """The mean difference that is left once the frame's colours are led to those seen."""
    flat, wanted = frame.reshape(-1, 3) / 255, seen.reshape(-1, 3)
    terms = np.column_stack([np.ones(len(flat)), flat, flat**2])
    led, *_ = np.linalg.lstsq(terms, wanted, rcond=None)
    return float(np.abs(terms @ led - wanted).mean())


def _run(film: Path, *how: str) -> bytes:
    program = imageio_ffmpeg.get_ffmpeg_exe()
    done = subprocess.run(
        [program, "-v", "error", "-i", str(film), *how],
        capture_output=True,
        check=False,
    )
    assert done.stdout, f"{film.name}: {done.stderr.decode()[-400:]}"
    return done.stdout
