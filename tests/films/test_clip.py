"""A clip copy holds the frames from its first to its last and no other; a still is one of them."""

import io

import numpy as np
import pytest
from PIL import Image

from tests.films.making import (
    RATE,
    Wanted,
    heard,
    is_upright,
    make,
    number_of,
    seen,
    steady,
    unsteady,
)
from vigreview.films.clip import FramesMissing, NotAFrame, make_clip_copy
from vigreview.films.probe import probe
from vigreview.films.still import jpeg, make_still
from vigreview.films.times import frame_times

FILMS = {
    "steady": Wanted(steady(100), key_every=50),
    "of a phone": Wanted(unsteady(100), key_every=50, sound="aac"),
    "with frames that lean on later ones": Wanted(unsteady(100), key_every=40, b_frames=4),
    "with open groups": Wanted(
        unsteady(100), key_every=20, b_frames=3, options={"x264-params": "open-gop=1"}
    ),
    "with one key frame": Wanted(steady(100), key_every=1000, b_frames=2),
    "on its side": Wanted(unsteady(100), rotation=90, key_every=30),
    "upside down": Wanted(unsteady(100), rotation=180, key_every=30),
    "starting late": Wanted(steady(100, start=300_000), key_every=30, sound="aac", b_frames=3),
}
EDGES = [(0, 99), (0, 0), (99, 99), (37, 61), (20, 21), (49, 50), (13, 88)]


@pytest.fixture(scope="module", params=FILMS.values(), ids=FILMS)
def film(request: pytest.FixtureRequest) -> tuple[bytes, Wanted]:
    return make(request.param), request.param


def clip(film: bytes, first: int, last: int) -> bytes:
    into = io.BytesIO()
    told = probe(io.BytesIO(film))
    edges = int(told.times[first]), int(told.times[last])
    lasting = make_clip_copy(io.BytesIO(film), into, told, told.times, *edges)
    assert lasting == frame_times(io.BytesIO(into.getvalue())).end
    return into.getvalue()


@pytest.mark.parametrize(("first", "last"), EDGES)
def test_a_clip_is_frame_exact(film: tuple[bytes, Wanted], first: int, last: int) -> None:
    data, _ = film
    copy = clip(data, first, last)
    shown = seen(copy)
    times = probe(io.BytesIO(data)).times
    assert shown.numbers == list(range(first, last + 1))
    assert np.array_equal(shown.times, times[first : last + 1] - times[first])
    assert all(is_upright(each) for each in shown.pictures)
    told = frame_times(io.BytesIO(copy))
    following = times[last + 1] if last < 99 else probe(io.BytesIO(data)).duration_us
    assert told.end - told.times[-1] == following - times[last]


def test_its_pictures_are_those_of_the_film(film: tuple[bytes, Wanted]) -> None:
    data, wanted = film
    original = seen(data).pictures[37:62]
    for before, after in zip(original, seen(clip(data, 37, 61)).pictures, strict=True):
        turned = np.rot90(before, -wanted.rotation // 90)
        assert np.abs(turned.astype(int) - after.astype(int)).mean() < 4


def test_a_still_is_the_exact_frame_upright(film: tuple[bytes, Wanted]) -> None:
    data, _ = film
    told = probe(io.BytesIO(data))
    for number in (0, 1, 37, 50, 99):
        picture = make_still(io.BytesIO(data), told, int(told.times[number]))
        with Image.open(io.BytesIO(jpeg(picture))) as image:
            assert image.format == "JPEG"
            assert image.getexif() == {}
            assert image.info.get("comment") is None
            shown = np.asarray(image)
        assert number_of(shown) == number
        assert is_upright(shown)


def test_the_sound_is_cut_with_the_pictures() -> None:
    data = make(Wanted(steady(100), sound="aac", key_every=30))
    copy = clip(data, 20, 60)  # from 0.8 s; beeps at 1 s and 2 s of the film
    sound = heard(copy)
    loud = np.flatnonzero(np.abs(sound) > 0.1) / RATE
    assert loud[0] == pytest.approx(0.2, abs=0.005)
    assert loud[loud > 0.8][0] == pytest.approx(1.2, abs=0.005)
    assert len(sound) / RATE == pytest.approx(41 * 0.04, abs=0.025)  # within one block of AAC
    assert np.abs(heard(clip(data, 30, 40))).max() < 0.01  # between the beeps there is silence


def test_a_clip_says_nothing_but_the_clip() -> None:
    copy = clip(make(Wanted(steady(50), sound="aac")), 10, 20)
    for telling in (b"Lavf", b"Lavc", b"x264 - core", b"\xa9too"):
        assert telling not in copy


@pytest.mark.parametrize("edges", [(1, 400_000), (0, 400_001), (400_000, 0), (-40_000, 0)])
def test_edges_that_are_no_frames_are_refused(edges: tuple[int, int]) -> None:
    data = make(Wanted(steady(20)))
    told = probe(io.BytesIO(data))
    with pytest.raises(NotAFrame):
        make_clip_copy(io.BytesIO(data), io.BytesIO(), told, told.times, *edges)


def test_a_clip_with_frames_missing_is_not_made() -> None:
    data = make(Wanted(steady(20)))
    told = probe(io.BytesIO(data))
    more = np.insert(told.times, 5, told.times[4] + 1)
    with pytest.raises(FramesMissing):
        make_clip_copy(io.BytesIO(data), io.BytesIO(), told, more, 0, int(told.times[10]))
    with pytest.raises(FramesMissing):
        make_still(io.BytesIO(data), told, 1)
