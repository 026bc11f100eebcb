"""A copy's colours are those that the film was meant to be seen in, on an everyday screen."""

import io
import subprocess
from fractions import Fraction
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.films.making import Picture, Wanted, is_upright, make, seen, steady
from vigreview.films.copy import make_playback_copy
from vigreview.films.probe import probe
from vigreview.films.still import make_still

# What light is: three greys, a pale and a dark skin, a red jumper, grass; red, green and blue.
PATCHES = [
    (64, 64, 64),
    (118, 118, 118),
    (160, 160, 160),
    (224, 172, 145),
    (110, 70, 50),
    (180, 40, 40),
    (70, 130, 60),
]
SIDE = 64  # pixels of a patch
NEAR = 20  # of 255
UNSAID = 2
BT709 = (1, 1, 1)


def ffmpeg(*given: str | Path) -> bytes:
    program = imageio_ffmpeg.get_ffmpeg_exe()
    return subprocess.run(
        [program, "-v", "error", *given], check=True, stdout=subprocess.PIPE
    ).stdout


def copied(film: bytes, lines: int = 1080) -> bytes:
    into = io.BytesIO()
    make_playback_copy(io.BytesIO(film), into, probe(io.BytesIO(film)), lines=lines)
    return into.getvalue()


def told(film: bytes) -> tuple[int, int, int]:
    """Matrix, primaries and transfer function that a film says it has."""
    with av.open(io.BytesIO(film)) as container:
        context = container.streams.video[0].codec_context
        return context.colorspace, context.color_primaries, context.color_trc


def as_shown(film: Path, *filters: str) -> Picture:
    """The first frame as ffmpeg shows it."""
    with av.open(film) as container:
        context = container.streams.video[0].codec_context
        size = context.height, context.width, 3
    chain = ["-vf", ",".join(filters)] if filters else []
    raw = ["-frames:v", "1", *chain, "-pix_fmt", "rgb24", "-f", "rawvideo", "-"]
    return np.frombuffer(ffmpeg("-i", film, *raw), dtype=np.uint8).reshape(size)


def patches_of(picture: Picture) -> NDArray[np.float64]:
    middle, reach = SIDE // 2, SIDE // 4
    return np.array(
        [
            picture[reach:-reach, left + middle - reach : left + middle + reach].mean(axis=(0, 1))
            for left in range(0, len(PATCHES) * SIDE, SIDE)
        ]
    )


BRIGHT = {"PQ": ("smpte2084", "smpte2084"), "HLG": ("arib-std-b67", "arib-std-b67")}


@pytest.fixture(params=BRIGHT)
def bright(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A film of high dynamic range whose patches are what PATCHES are on an everyday screen."""
    zscale, x265 = BRIGHT[request.param]
    chart = np.repeat(np.array([PATCHES], dtype=np.uint8), SIDE, axis=1).repeat(SIDE, axis=0)
    raw, film = tmp_path / "chart", tmp_path / "film.mp4"
    raw.write_bytes(chart.tobytes())
    size = f"{chart.shape[1]}x{chart.shape[0]}"
    filters = (
        "loop=4:1,setparams=color_primaries=bt709:color_trc=bt709,"
        "zscale=t=linear:npl=203,format=gbrpf32le,"
        f"zscale=t={zscale}:p=2020:m=2020_ncl:r=tv:npl=203,format=yuv420p10le"
    )
    params = f"log-level=none:colorprim=bt2020:transfer={x265}:colormatrix=bt2020nc:crf=8"
    source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-i", raw]
    ffmpeg(*source, "-vf", filters, "-c:v", "libx265", "-x265-params", params, film)
    return film


def test_greys_and_skin_of_a_bright_film_look_as_they_did(bright: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.mp4"
    copy.write_bytes(copied(bright.read_bytes()))
    assert told(copy.read_bytes()) == BT709
    assert np.abs(patches_of(as_shown(copy)) - PATCHES).max() < NEAR


def test_a_bright_film_looks_as_ffmpeg_shows_it(bright: Path, tmp_path: Path) -> None:
    reference = as_shown(
        bright,
        "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=709,tonemap=mobius:param=0.6:desat=0",
        "zscale=t=709:m=709:r=tv,format=yuv420p",
    )
    copy = tmp_path / "copy.mp4"
    copy.write_bytes(copied(bright.read_bytes()))
    assert np.abs(patches_of(as_shown(copy)) - patches_of(reference)).max() < NEAR


def test_a_bright_film_that_does_not_say_how_its_colours_lie_is_taken_for_bt2020() -> None:
    params = "log-level=none:transfer=smpte2084"
    bits = {"codec": "libx265", "pixels": "yuv420p10le", "options": {"x265-params": params}}
    film = make(Wanted(steady(4), colours=(UNSAID, UNSAID, 16, 1), **bits))
    copy = copied(film)
    assert told(copy) == BT709
    assert seen(copy).numbers == list(range(4))


def test_light_beyond_what_a_screen_gives_is_rolled_off() -> None:
    params = "log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc"
    bits = {"codec": "libx265", "pixels": "yuv420p10le", "options": {"x265-params": params}}
    copy = seen(copied(make(Wanted(steady(4), colours=(9, 9, 16, 1), **bits))))
    assert copy.numbers == list(range(4))
    # PQ's upper half is light beyond what everyday screens give: grey at half signal is 92 cd/m².
    grey = copy.pictures[0][4, 160]
    assert 150 < grey.mean() < 200
    assert np.ptp(grey.astype(int)) < 8


KEPT = {
    "HD": Wanted(steady(4), colours=(1, 1, 1, 1), options={"crf": "10"}),
    "SD": Wanted(steady(4), colours=(6, 6, 6, 1), options={"crf": "10"}),
    "full range": Wanted(steady(4), colours=(6, 6, 6, 2), options={"crf": "10"}),
    "full range of MJPEG": Wanted(
        steady(4), codec="mjpeg", pixels="yuvj422p", container="avi", clock=25
    ),
    "4:2:2": Wanted(steady(4), pixels="yuv422p", options={"crf": "10"}),
    "4:4:4 of ten bits": Wanted(steady(4), pixels="yuv444p10le", options={"crf": "10"}),
    "ProRes": Wanted(steady(4), codec="prores_ks", pixels="yuv422p10le", container="mov"),
    "red, green and blue": Wanted(steady(4), codec="png", pixels="rgb24", container="mov"),
    "see-through": Wanted(steady(4), codec="png", pixels="rgba", container="mov"),
    "H.264 of red, green and blue": Wanted(steady(4), codec="libx264rgb", pixels="rgb24"),
}


@pytest.mark.parametrize("name", KEPT)
def test_colours_of_every_kind_are_kept(name: str, tmp_path: Path) -> None:
    film, copy = tmp_path / "film", tmp_path / "copy.mp4"
    film.write_bytes(make(KEPT[name]))
    copy.write_bytes(copied(film.read_bytes()))
    before, after = as_shown(film).astype(int), as_shown(copy).astype(int)
    assert np.abs(before - after).mean() < 3
    assert probe(io.BytesIO(copy.read_bytes())).pixel_format == "yuv420p"
    assert told(copy.read_bytes())[0] in (1, 5, 6)


def test_a_film_with_sound_says_its_colours_too() -> None:
    """Sound comes first in many films; what is written first fixes what a copy says of itself."""
    film = make(Wanted(steady(30, start=200_000), colours=(1, 1, 1, 1), sound="aac"))
    assert told(copied(film)) == BT709


def test_a_smaller_copy_keeps_the_matrix_that_its_film_was_taken_for() -> None:
    film = make(Wanted(steady(2), size=(1280, 720)))
    assert told(film)[0] == UNSAID
    assert told(copied(film, lines=360))[0] == 1


def test_a_still_has_the_colours_of_the_film(tmp_path: Path) -> None:
    for colours in [(1, 1, 1, 1), (6, 6, 6, 1), (1, 1, 1, 2)]:
        film = tmp_path / "film.mp4"
        film.write_bytes(make(Wanted(steady(4), colours=colours, options={"crf": "10"})))
        with film.open("rb") as file:
            still = np.asarray(make_still(file, probe(file), 0), dtype=int)
        assert np.abs(still - as_shown(film)).mean() < 3


@pytest.mark.parametrize("aspect", [Fraction(12, 11), Fraction(64, 45), Fraction(3, 4)])
@pytest.mark.parametrize("rotation", [0, 90])
def test_pixels_that_are_not_square_become_so(aspect: Fraction, rotation: int) -> None:
    film = make(Wanted(steady(4), pixel_aspect=aspect, rotation=rotation))
    wide, high = round(320 * aspect), 240
    across, down = (high, wide) if rotation else (wide, high)
    with av.open(io.BytesIO(copied(film))) as container:
        context = container.streams.video[0].codec_context
        assert context.sample_aspect_ratio in (None, 1)
        assert abs(context.width - across) <= 1
        assert abs(context.height - down) <= 1
    assert is_upright(seen(copied(film)).pictures[0])
