"""A clip as a file has the marked frames of the film as it was brought, and nothing else in it."""

import io
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from tests.browser import reference
from tests.films.conftest import RealFilms
from tests.films.making import RATE, Wanted, heard, is_upright, make, number_of, seen, steady
from tests.films.test_worker import Job, bring
from vigreview.films.file import FilmFile
from vigreview.films.preparing import stored_times
from vigreview.films.probe import probe
from vigreview.films.times import frame_times
from vigreview.films.unusable import UnusableFilm

FOREIGN = Wanted(
    steady(60, start=2_000_000), codec="mpeg4", container="matroska", clock=1000, sound="mp2"
)
SIDEWAYS = Wanted(steady(60), rotation=90, key_every=30, b_frames=3, sound="aac")
HARMED = "invalid-bitstream.webm"  # of whose pictures another program reads none
SHARES = 6  # of the real films, tried side by side
FRAMES = 12  # of a clip out of a real film
SAME = 5  # levels of light of 255, between a frame and the same one encoded again, colours led
SAME_HDR = 10  # where both have been brought down to a screen's light, each in its own way
TELLING = 0.05  # the same: neighbours may be all but the same


def ready(path: Path, key: bytes, data: bytes) -> FilmFile:
    film = bring(path, key, data)
    assert "done" in Job(path, key, task="prepare").all()[-1]
    return film


def exported(film: FilmFile, path: Path, key: bytes, **request: Any) -> bytes:
    asked = {"export": 7, "kind": "mp4", "sound": True, **request}
    last = Job(path, key, task="export", **asked).all()[-1]
    assert "done" in last, last
    assert last["done"] == {"stream": "export/7", "bytes": film.length("export/7")}
    return film.reader("export/7").read()


@pytest.mark.parametrize("wanted", [FOREIGN, SIDEWAYS], ids=["foreign", "sideways"])
def test_a_clip_as_a_file_has_the_marked_frames(path: Path, key: bytes, wanted: Wanted) -> None:
    with ready(path, key, make(wanted)) as film:
        times = stored_times(film)
        edges = {"start_us": int(times[13]), "end_us": int(times[41])}
        made = exported(film, path, key, **edges)
        shown = seen(made)
        assert shown.numbers == list(range(13, 42))
        assert all(is_upright(each) for each in shown.pictures)
        told = frame_times(io.BytesIO(made))
        assert list(told.times) == [40_000 * each for each in range(29)]
        assert told.end == 29 * 40_000
        assert len(heard(made)) / 48_000 == pytest.approx(29 * 0.04, abs=0.025)
        with av.open(io.BytesIO(made)) as container:
            assert [each.codec.canonical_name for each in container.streams] == ["h264", "aac"]
            assert "creation_time" not in container.metadata
        silent = exported(film, path, key, **edges, sound=False)
        with av.open(io.BytesIO(silent)) as container:
            assert not container.streams.audio
        for telling in (b"Lavf", b"Lavc", b"x264 - core", b"\xa9too"):
            assert telling not in made


def test_it_is_made_of_the_film_and_not_of_its_playing_copy(path: Path, key: bytes) -> None:
    """The copy is painted over: what is handed over does not show it."""
    with ready(path, key, make(FOREIGN)) as film:
        at = int(stored_times(film)[20])
        before = exported(film, path, key, kind="png", start_us=at, end_us=at)
        times = film.reader("times").read()
        with film.writer("playing", "video/mp4") as into:
            into.write(make(Wanted(steady(60), size=(64, 48))))
        with film.writer("times", "") as into:
            into.write(times)
        assert exported(film, path, key, kind="png", start_us=at, end_us=at) == before


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_still_as_a_file_is_the_part_that_was_chosen_with_nothing_else_in_it(
    path: Path, key: bytes, kind: str
) -> None:
    with ready(path, key, make(SIDEWAYS)) as film:
        at = int(stored_times(film)[20])
        asked = {"kind": kind, "start_us": at, "end_us": at}
        with Image.open(io.BytesIO(exported(film, path, key, **asked))) as image:
            assert image.format == kind.upper()
            assert image.getexif() == {}
            assert not {"exif", "comment", "icc_profile", "xmp"} & set(image.info)
            whole = np.asarray(image)
        assert number_of(whole) == 20
        assert is_upright(whole)
        part = exported(film, path, key, **asked, crop=[250, 100, 500, 400])
        high, wide = whole.shape[:2]
        with Image.open(io.BytesIO(part)) as image:
            assert image.size == pytest.approx((wide / 2, high * 0.4), abs=1)
            left, top = round(wide / 4), round(high / 10)
            cut = whole[top : top + image.height, left : left + image.width]
            assert np.abs(np.asarray(image).astype(int) - cut).mean() < 3


def test_a_large_film_s_still_has_all_its_pixels(path: Path, key: bytes) -> None:
    with ready(path, key, make(Wanted(steady(4), size=(3840, 2160)))) as film:
        asked = {"kind": "jpeg", "start_us": 40_000, "end_us": 40_000}
        with Image.open(io.BytesIO(exported(film, path, key, **asked))) as image:
            assert image.size == (3840, 2160)


@pytest.mark.parametrize("edges", [(1, 400_000), (400_000, 0), (0, 399_999)])
def test_edges_that_are_no_frames_make_no_file(
    path: Path, key: bytes, edges: tuple[int, int]
) -> None:
    with ready(path, key, make(Wanted(steady(20)))) as film:
        asked = {"export": 7, "kind": "mp4", "sound": True}
        start, end = edges
        last = Job(path, key, task="export", **asked, start_us=start, end_us=end).all()[-1]
        assert last["failed"] == "not_a_frame"
        assert film.length("export/7") is None


def test_a_real_film_s_clip_has_the_marked_frames(
    real_films: RealFilms, tmp_path: Path, key: bytes
) -> None:
    for film in real_films.paths:
        if film.name == "video_1.mp4":
            leaves_with_the_marked_frames(film, tmp_path / "film", key)


@pytest.mark.long
@pytest.mark.parametrize("share", range(SHARES))
def test_every_real_film_leaves_with_the_marked_frames(
    real_films: RealFilms, tmp_path: Path, key: bytes, share: int
) -> None:
    left = 0
    for film in real_films.paths[share::SHARES]:
        if film.name == HARMED:
            continue
        try:
            with film.open("rb") as source:
                probe(source)
        except UnusableFilm:
            continue
        leaves_with_the_marked_frames(film, tmp_path / film.name, key)
        left += 1
    assert left or not real_films.paths


def leaves_with_the_marked_frames(source: Path, path: Path, key: bytes) -> None:
    """Export a clip out of the film's middle and compare it with what another program reads."""
    original = reference.frame_times(source)
    with ready(path, key, source.read_bytes()) as film:
        facts = film.facts()
        origin = 0 if facts["plays_as_is"] else original[0]
        times = [each - origin for each in original]
        first = max(0, len(times) // 2 - FRAMES // 2)
        last = min(first + FRAMES, len(times)) - 1
        made = exported(film, path, key, start_us=times[first], end_us=times[last])
    told = frame_times(io.BytesIO(made))
    assert told.times.tolist() == [each - times[first] for each in times[first : last + 1]]
    following = times[last + 1] if last + 1 < len(times) else facts["duration_us"]
    lasts = following - times[first]
    assert told.end == pytest.approx(lasts, abs=1_000), source.name
    if facts["audio_codec"]:
        # A film's sound may end before its pictures.
        there = len(reference.sound(source)) / reference.HEARD - times[first] / 1e6
        a_frame = (times[-1] - times[0]) / (len(times) - 1) / 1e6
        wanted = pytest.approx(min(lasts / 1e6, there), abs=max(a_frame, 0.025))
        assert len(heard(made)) / RATE == wanted, source.name
    pictures = seen(made).pictures
    assert len(pictures) == last - first + 1
    around = max(0, first - 1), min(len(times) - 1, last + 1)
    originals = reference.upright_frames(source, *around, hdr=facts["hdr"])
    for number, picture in ((first, pictures[0]), (last, pictures[-1])):
        at = number - around[0]
        beside = originals[max(0, at - 1) : at + 2]
        _, off = reference.which_of(picture, beside)
        own = off[min(1, at)]
        assert own < min(off) + TELLING, (source.name, number, off)
        assert own < (SAME_HDR if facts["hdr"] else SAME), (source.name, number, off)
