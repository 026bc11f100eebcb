"""The filmstrip and the waveform show where in the film something is."""

import io

import numpy as np
import pytest
from PIL import Image

from tests.films.making import Wanted, is_upright, make, number_of, steady
from vigreview.films.probe import probe
from vigreview.films.strip import make_strip
from vigreview.films.waveform import PER_SECOND, make_waveform

SIZE = (640, 360)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_each_tile_shows_the_film_near_its_time(rotation: int) -> None:
    film = make(Wanted(steady(500), size=SIZE, key_every=10, rotation=rotation))
    told, into = probe(io.BytesIO(film)), io.BytesIO()
    strip = make_strip(io.BytesIO(film), into, told)
    with Image.open(into) as image:
        sheet = np.asarray(image)
    assert len(strip.times_us) == 20  # one for each second
    wide, high = strip.tile_width, strip.tile_height
    assert sheet.shape[:2] == (2 * high, strip.columns * wide)
    assert wide / high == pytest.approx(told.width / told.height, rel=0.03)
    for index, at in enumerate(strip.times_us):
        row, column = divmod(index, strip.columns)
        tile = sheet[row * high : (row + 1) * high, column * wide : (column + 1) * wide]
        assert is_upright(tile)
        assert at - 400_000 <= number_of(tile) * 40_000 <= at


@pytest.mark.parametrize(("frames", "tiles"), [(10, 10), (3750, 120)])
def test_short_and_long_films_get_a_strip_of_sensible_length(frames: int, tiles: int) -> None:
    film = make(Wanted(steady(frames), size=(64, 48), key_every=50))
    strip = make_strip(io.BytesIO(film), io.BytesIO(), probe(io.BytesIO(film)))
    assert len(strip.times_us) == tiles


@pytest.mark.parametrize(("sound", "channels"), [("aac", "mono"), ("aac", "stereo")])
def test_the_waveform_is_loud_where_the_film_is(sound: str, channels: str) -> None:
    film = make(Wanted(steady(100), sound=sound, channels=channels))
    into = io.BytesIO()
    assert make_waveform(io.BytesIO(film), into, 4_000_000) == len(into.getvalue())
    peaks = np.frombuffer(into.getvalue(), dtype=np.uint8)
    assert len(peaks) == pytest.approx(4 * PER_SECOND, abs=2)
    loud = np.flatnonzero(peaks > 60) / PER_SECOND
    assert set(np.floor(loud)) == {0, 1, 2, 3}
    assert (loud % 1 <= 0.13).all()
    assert peaks[25:45].max() < 10


def test_a_silent_film_has_no_waveform() -> None:
    into = io.BytesIO()
    assert make_waveform(io.BytesIO(make(Wanted(steady(20)))), into, 800_000) == 0
    assert into.getvalue() == b""
