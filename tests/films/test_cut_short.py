"""A film whose end did not come with it is used as far as it goes, and what is missing is told."""

import io

import numpy as np
import pytest

from tests.films.conftest import RealFilms
from tests.films.making import Wanted, make, steady
from tests.films.mending import index_first
from vigreview.films.copy import make_playback_copy
from vigreview.films.probe import probe
from vigreview.films.times import frame_times
from vigreview.films.unusable import EndMissing, UnusableFilm

COUNT = 150
PARTS = {"movflags": "frag_keyframe+empty_moov"}
TELLING = {  # what says at its start how long it is
    "mp4": Wanted(steady(COUNT), sound="aac", b_frames=2),
    "mkv": Wanted(steady(COUNT), container="matroska", clock=1000, sound="aac", b_frames=2),
    "webm": Wanted(steady(COUNT), codec="libvpx", container="webm", clock=1000),
    "avi": Wanted(steady(COUNT), codec="mpeg4", container="avi", clock=25),
}
SILENT = {  # what does not
    "ts": Wanted(steady(COUNT), container="mpegts", b_frames=2),
    "ps": Wanted(steady(COUNT), codec="mpeg2video", container="mpeg", clock=25),
    "recording": Wanted(
        steady(COUNT), codec="libvpx", container="webm", clock=1000, muxing={"live": "1"}
    ),
    "in parts": Wanted(steady(COUNT), b_frames=2, muxing=PARTS),
}
WHERE = [0.35, 0.5, 0.75]


def made(name: str) -> bytes:
    """The whole film; an MP4 with its index first, else none of it would be there."""
    film = make({**TELLING, **SILENT}[name])
    return index_first(film) if name == "mp4" else film


@pytest.mark.parametrize("part", WHERE)
@pytest.mark.parametrize("name", TELLING)
def test_what_is_there_and_what_is_missing_make_the_whole(name: str, part: float) -> None:
    film = made(name)
    whole = probe(io.BytesIO(film))
    assert whole.missing_us == 0
    cut = probe(io.BytesIO(film[: int(len(film) * part)]))
    assert 1 < cut.frames < COUNT
    assert not cut.plays_as_is
    assert cut.missing_us > 0
    assert cut.duration_us + cut.missing_us == pytest.approx(whole.duration_us, abs=45_000)


@pytest.mark.parametrize("part", WHERE)
@pytest.mark.parametrize("name", SILENT)
def test_what_cannot_be_known_to_be_missing_is_not_told(name: str, part: float) -> None:
    film = made(name)
    cut = probe(io.BytesIO(film[: int(len(film) * part)]))
    assert 1 < cut.frames < COUNT
    assert not cut.plays_as_is
    assert cut.missing_us < 600_000  # no more than the index of the last part tells


@pytest.mark.parametrize("part", WHERE)
def test_the_copy_of_a_cut_film_ends_where_it_does(part: float) -> None:
    film, into = made("mp4"), io.BytesIO()
    cut = film[: int(len(film) * part)]
    told = probe(io.BytesIO(cut))
    make_playback_copy(io.BytesIO(cut), into, told)
    copied = frame_times(io.BytesIO(into.getvalue()))
    assert abs(len(copied.times) - told.frames) <= 3  # what leans on a lost frame may not decode
    assert abs(copied.end - told.duration_us) <= 120_000


@pytest.mark.parametrize("name", [*TELLING, *SILENT])
def test_wherever_it_is_cut_a_film_is_used_or_told_to_be_none(name: str) -> None:
    film = made(name)
    for end in np.linspace(1, len(film) - 1, 40, dtype=int):
        try:
            cut = probe(io.BytesIO(film[:end]))
        except UnusableFilm:
            continue
        assert 1 < cut.frames <= COUNT


@pytest.mark.parametrize("name", TELLING)
def test_a_film_cut_before_anything_plays_has_no_end(name: str) -> None:
    with pytest.raises(EndMissing):
        probe(io.BytesIO(made(name)[:300]))


@pytest.mark.long
def test_no_real_film_is_told_to_miss_anything(real_films: RealFilms) -> None:
    for path in real_films.paths:
        with path.open("rb") as file:
            try:
                missing = probe(file).missing_us
            except UnusableFilm:
                continue
        assert missing == 0, path.name
