"""Every film in VIGREVIEW_FILMS is made ready, or told kindly to be none; clips are exact."""

import os
from pathlib import Path

import numpy as np
import pytest

from tests.films.conftest import RealFilms
from tests.films.test_worker import Job, bring
from vigreview.films.preparing import stored_times
from vigreview.films.times import frame_times

PARTS = 4  # so that they can be gone through side by side


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_each_real_film_is_made_ready_and_cut(
    real_films: RealFilms, tmp_path: Path, key: bytes, part: int
) -> None:
    for number, source in enumerate(real_films.paths[part::PARTS]):
        path = tmp_path / str(number)
        with bring(path, key, source.read_bytes()) as film:
            last = Job(path, key, task="prepare").all()[-1]
            if "failed" in last:
                assert last["failed"] not in ("broke_off", "stuck", "film_file"), source.name
                assert film.names() == ["original"], source.name
                continue
            facts, times = last["done"], stored_times(film)
            assert facts["ready"], source.name
            assert (np.diff(times) > 0).all(), source.name
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
