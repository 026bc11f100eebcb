"""In the copy, the sound is in step with the picture, whatever brought both.

Each film flashes and beeps together at each full second; both are asked after in its copy.
"""

import base64
import io
import subprocess
from pathlib import Path
from typing import Any

import av
import imageio_ffmpeg
import numpy as np
import pytest
from av.audio.frame import AudioFrame
from playwright.sync_api import Browser

from tests.films.making import RATE, Wanted, heard, make, seen, steady
from vigreview.films.copy import Taps, make_playback_copy
from vigreview.films.probe import probe
from vigreview.films.sound import Samples, Timeline

FLASHES = (
    "color=c=black:s=160x120:r=25:d={picture},"
    "drawbox=c=white:t=fill:enable='lt(mod(t\\,1)\\,0.039)'"
)
BEEPS = "aevalsrc='if(lt(mod(t,1),0.1),0.5*sin(2*PI*1000*t),0)':s=48000:d={sound}"
H264, MPEG4, MPEG2 = "libx264", "mpeg4", "mpeg2video"
IN_STEP = 0.04  # seconds

# Name, codec of the picture, and what else is asked of ffmpeg for the sound.
KINDS = {
    "aac.mp4": (H264, "aac"),
    "aac at 44100.mov": (H264, "aac -ar 44100"),
    "aac.ts": (H264, "aac"),
    "amr.3gp": (MPEG4, "libopencore_amrnb -ar 8000 -ac 1 -b:a 12.2k"),
    "ac3 of six channels.mkv": (H264, "ac3 -ac 6"),
    "opus.webm": ("libvpx", "libopus"),
    "opus.mp4": (H264, "libopus"),
    "vorbis.mkv": (H264, "libvorbis"),
    "pcm.mov": (H264, "pcm_s16le"),
    "pcm of four channels without places.mov": (
        H264,
        "pcm_s16le -filter:a pan=4c|c0=c0|c1=c0|c2=c0|c3=c0",
    ),
    "pcm of eight bits.avi": ("mjpeg", "pcm_u8 -ar 11025"),
    "mp3.mp4": (H264, "libmp3lame"),
    "mp2.mpg": (MPEG2, "mp2"),
}


def film_of(path: Path, picture: str, sound: str, **given: Any) -> bytes:
    """A film made by ffmpeg; `later` shifts the sound, and `lasts` is what it lasts, in seconds."""
    flashes, beeps = FLASHES.format(picture=3), BEEPS.format(sound=given.get("lasts", 3))
    later = given.get("later", 0)
    shifts = [["-itsoffset", str(max(0, -later))], ["-itsoffset", str(max(0, later))]]
    inputs = [*shifts[0], "-f", "lavfi", "-i", flashes, *shifts[1], "-f", "lavfi", "-i", beeps]
    made_by = ["-c:v", picture, "-pix_fmt", "yuv420p", "-c:a", *sound.split()]
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    subprocess.run([ffmpeg, "-v", "error", *inputs, *made_by, path], check=True)
    return path.read_bytes()


def copied(film: bytes, taps: Taps | None = None) -> bytes:
    into = io.BytesIO()
    make_playback_copy(io.BytesIO(film), into, probe(io.BytesIO(film)), taps=taps)
    return into.getvalue()


def flashes(film: bytes) -> list[float]:
    """When a film flashes, in seconds."""
    shown = seen(film)
    bright = [0.0, *(each.mean() for each in shown.pictures)]
    began = np.flatnonzero((np.diff(np.array(bright) > 128)) & (np.array(bright[1:]) > 128))
    return [shown.times[each] / 1_000_000 for each in began]


def beeps(film: bytes) -> list[float]:
    """When a film begins to beep, in seconds."""
    loud = np.flatnonzero(np.abs(heard(film)) > 0.08) / RATE
    return [float(each) for each in loud[np.diff(loud, prepend=-1) > 0.3]]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_sound_stays_in_step(tmp_path: Path, name: str) -> None:
    copy = copied(film_of(tmp_path / name, *KINDS[name]))
    assert flashes(copy) == pytest.approx([0, 1, 2], abs=0.001)
    assert beeps(copy) == pytest.approx([0, 1, 2], abs=IN_STEP / 2)


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.mov"])
@pytest.mark.parametrize("later", [0.3, -0.3, 0.011])
def test_sound_that_starts_later_or_earlier_does_so_in_the_copy(
    tmp_path: Path, name: str, later: float
) -> None:
    copy = copied(film_of(tmp_path / name, H264, "aac", later=later))
    picture, sound = np.array(flashes(copy)), np.array(beeps(copy))
    assert len(picture) == 3
    together = sound[sound > picture[0] + later - 0.02][:2]
    wanted = picture[picture + later >= 0][:2] + later
    assert together == pytest.approx(wanted, abs=IN_STEP / 2)


def test_an_edit_list_that_leaves_out_the_start_moves_both(tmp_path: Path) -> None:
    whole = tmp_path / "whole.mp4"
    film_of(whole, H264, "aac")
    cut = tmp_path / "cut.mp4"
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    command = [ffmpeg, "-v", "error", "-ss", "0.5", "-i", whole, "-c", "copy", cut]
    subprocess.run(command, check=True)
    copy = copied(cut.read_bytes())
    assert flashes(copy) == pytest.approx([0.5, 1.5], abs=0.041)
    assert np.subtract(beeps(copy), flashes(copy)) == pytest.approx([0, 0], abs=IN_STEP)


def test_sound_that_is_shorter_or_longer_ends_with_itself_or_with_the_picture(
    tmp_path: Path,
) -> None:
    shorter = copied(film_of(tmp_path / "shorter.mp4", H264, "aac", lasts=1.5))
    assert beeps(shorter) == pytest.approx([0, 1], abs=0.01)
    assert len(seen(shorter).times) == 75
    longer = copied(film_of(tmp_path / "longer.mp4", H264, "aac", lasts=6))
    assert beeps(longer) == pytest.approx([0, 1, 2], abs=0.01)
    assert len(heard(longer)) / RATE == pytest.approx(3, abs=0.025)


def test_where_sound_is_damaged_the_rest_is_heard_at_its_time(tmp_path: Path) -> None:
    film = bytearray(film_of(tmp_path / "film.mov", H264, "ac3"))
    with av.open(io.BytesIO(film)) as container:
        packets = [each for each in container.demux(audio=0) if each.pos]
    for each in packets[20:40]:  # from 0.64 s to 1.28 s
        film[each.pos : each.pos + each.size] = np.random.default_rng(4).bytes(each.size)
    copy = copied(bytes(film))
    assert beeps(copy)[0] == pytest.approx(0, abs=IN_STEP / 2)
    assert beeps(copy)[-1] == pytest.approx(2, abs=IN_STEP / 2)


def piece(level: float, count: int, rate: int = RATE) -> AudioFrame:
    samples = np.full((1, count), level, dtype=np.float32)
    frame = AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
    frame.sample_rate = rate
    return frame


def laid(timeline: Timeline, *pieces: tuple[AudioFrame, int]) -> Samples:
    every = [samples for frame, at in pieces for samples in timeline.push(frame, at)]
    return np.concatenate([*every, *timeline.rest()], axis=1)


def test_a_gap_in_the_sound_is_silent_and_an_overlap_is_heard_once() -> None:
    gap = laid(Timeline(1, 0), (piece(0.5, 4800), 0), (piece(0.25, 4800), 300_000))
    assert gap.shape[1] == 4800 * 4
    assert not gap[0, 4800 : 3 * 4800].any()
    overlap = laid(Timeline(1, 0), (piece(0.5, 9600), 0), (piece(0.25, 9600), 100_000))
    assert overlap.shape[1] == 14400
    assert list(overlap[0, [9599, 9600]]) == [0.5, 0.25]


def test_the_last_samples_of_slower_sound_are_not_lost() -> None:
    assert laid(Timeline(1, 0), (piece(0.5, 8000, 8000), 0)).shape[1] == RATE


def test_what_is_tapped_is_what_is_written(tmp_path: Path) -> None:
    film = film_of(tmp_path / "film.mkv", H264, "ac3", later=0.3)
    pieces: list[Samples] = []
    times: list[int] = []
    taps = Taps(frame=lambda frame: times.append(frame.pts or 0), sound=pieces.append)
    copy = copied(film, taps)
    assert times == seen(copy).times
    tapped, written = np.concatenate(pieces, axis=1)[0], heard(copy)
    assert len(tapped) / RATE == pytest.approx(3, abs=0.001)
    assert np.abs(tapped - written[: len(tapped)]).mean() < 0.01


LISTEN = """async (film) => {
  const bytes = Uint8Array.from(atob(film), each => each.charCodeAt(0));
  const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes.buffer);
  return Array.from(sound.getChannelData(0)).findIndex(each => Math.abs(each) > 0.08) / 48000;
}"""


def test_the_browser_hears_the_beep_at_its_time(tmp_path: Path, chromium: Browser) -> None:
    """What AAC's encoder puts before the sound is not played."""
    silent_first = film_of(tmp_path / "film.mkv", H264, "pcm_s16le", later=0.5)
    page = chromium.new_page()
    heard_at = page.evaluate(LISTEN, base64.b64encode(copied(silent_first)).decode())
    page.close()
    assert heard_at == pytest.approx(0.5, abs=0.01)


def test_a_film_made_here_beeps_as_it_flashes() -> None:
    """The films of the other tests are in step themselves."""
    film = make(Wanted(steady(60), sound="aac"))
    assert beeps(copied(film)) == pytest.approx([0, 1, 2], abs=0.01)
