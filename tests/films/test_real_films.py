"""Every film in VIGREVIEW_FILMS is usable, or told kindly to be none; clips of it are exact."""

import io
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.films.conftest import RealFilms
from tests.films.test_worker import Job, bring
from vigreview.films.preparing import stored_times
from vigreview.films.probe import Probe, probe
from vigreview.films.times import frame_times
from vigreview.films.unusable import UnusableFilm

# What the index of the films calls those that cannot be used, and our codes for it.
NO_FILMS = {
    "sound only": {"sound_only"},
    "damaged": {"unreadable"},
    "unreadable": {"end_missing"},
    "empty": {"empty"},
    "not a film": {"not_a_film"},
    "a still picture": {"still_picture"},
}


def index(films: RealFilms) -> dict[str, dict[str, Any]]:
    """What the index beside the films says of each, where there is one."""
    folder = films.paths[0].parent if films.paths else Path()
    path = folder / "index.json"
    if not path.is_file():
        return {}
    return {each["file"]: each for each in json.loads(path.read_text())}


def told_of(path: Path) -> Probe | UnusableFilm:
    try:
        return probe(io.BytesIO(path.read_bytes()))
    except UnusableFilm as reason:
        return reason


def test_each_real_film_is_told_rightly(real_films: RealFilms) -> None:
    told = index(real_films)
    for path in real_films.paths:
        row, film = told.get(path.name, {}), told_of(path)
        if isinstance(film, UnusableFilm):
            assert film.code in NO_FILMS.get(row.get("verdict", ""), {film.code}), path.name
            assert str(film).endswith("."), path.name
            continue
        assert row.get("verdict", "plays") == "plays", path.name
        assert film.frames > 1, path.name
        assert (np.diff(film.times) > 0).all(), path.name
        if row:
            assert abs(film.width - row["shown_width"]) <= 1, path.name
            assert abs(film.height - row["shown_height"]) <= 1, path.name
            # The index counts packets that an edit list leaves out, at either end.
            first, last = film.times[0] / 1e6, film.times[-1] / 1e6
            assert first == pytest.approx(max(0, row["first_frame_s"]), abs=2e-3), path.name
            assert -2e-3 <= row["last_frame_s"] - last < 0.1, path.name


@pytest.mark.long
def test_each_real_film_is_made_ready_and_cut(
    real_films: RealFilms, tmp_path: Path, key: bytes
) -> None:
    for number, source in enumerate(real_films.paths):
        path = tmp_path / str(number)
        with bring(path, key, source.read_bytes()) as film:
            last = Job(path, key, task="prepare").all()[-1]
            if "failed" in last:
                assert last["failed"] not in ("broke_off", "stuck", "film_file"), source.name
                assert film.names() == ["original"], source.name
                continue
            facts, times = last["done"], stored_times(film)
            assert facts["ready"], source.name
            assert facts["frames"] == len(times), source.name
            copy = film.reader(facts["played"])
            assert np.array_equal(frame_times(copy).times, times), source.name
            if facts["better"]:
                better = Job(path, key, task="better").all()[-1]["done"]
                assert (better["played"], better["better"]) == ("playing", None), source.name
                copy = film.reader("playing")
                assert np.array_equal(frame_times(copy).times, times), source.name
                assert np.array_equal(stored_times(film), times), source.name
            strip = film.facts()["strip"]
            assert strip["made"] == len(strip["times_us"]) >= 10, source.name
            assert (film.length("waveform") is None) == (facts["audio_codec"] is None), source.name
            first, end = len(times) // 4, min(len(times) - 1, len(times) // 4 + 60)
            edges = {"start_us": int(times[first]), "end_us": int(times[end])}
            done = Job(path, key, task="clip", clip=1, **edges).all()[-1]["done"]
            clip = frame_times(film.reader(done["stream"]))
            assert np.array_equal(clip.times, times[first : end + 1] - times[first]), source.name
            assert clip.end == done["duration_us"], source.name
            done = Job(path, key, task="still", still=1, at_us=edges["end_us"]).all()[-1]["done"]
            assert done["width"] / done["height"] == pytest.approx(
                facts["width"] / facts["height"], rel=0.02
            ), source.name
        path.unlink()


def test_the_folder_of_real_films_is_there_when_it_is_named() -> None:
    folder = os.environ.get("VIGREVIEW_FILMS")
    assert folder is None or Path(folder).is_dir()
