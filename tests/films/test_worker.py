"""The worker makes films ready in a process of its own, and nothing is half made when it dies."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av.logging
import numpy as np
import psutil
import pytest
from PIL import Image

from tests.films.making import Wanted, make, number_of, seen, steady, unsteady
from vigreview.films.errors import FilmLocked
from vigreview.films.file import FilmFile
from vigreview.films.preparing import stored_times

PLAYS = Wanted(steady(50), key_every=10, sound="aac")
SLOW_TO_STEP = Wanted(unsteady(60), key_every=60, b_frames=2, sound="aac")
FOREIGN = Wanted(steady(50, rate=20), codec="libvpx", container="webm", clock=1000)


class Job:
    """A worker at work."""

    def __init__(self, path: Path, key: bytes, **request: Any) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vigreview.films.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self.process.stdin
        line = json.dumps({"path": str(path), **request}).encode()
        self.process.stdin.write(key + line + b"\n")
        self.process.stdin.flush()

    def lines(self) -> Iterator[dict[str, Any]]:
        assert self.process.stdout
        for line in self.process.stdout:
            yield json.loads(line)

    def all(self) -> list[dict[str, Any]]:
        lines = list(self.lines())
        self.process.wait(60)
        return lines


def bring(path: Path, key: bytes, data: bytes) -> FilmFile:
    film = FilmFile.create(path, key)
    film.append("original", 0, data)
    film.seal("original", "video/mp4")
    return film


def test_a_film_that_plays_is_ready_without_a_copy(path: Path, key: bytes) -> None:
    with bring(path, key, make(PLAYS)) as film:
        lines = Job(path, key, task="prepare").all()
        assert film.names() == ["original", "strip", "times", "waveform"]
        assert list(stored_times(film)) == PLAYS.times
        facts = lines[-1]["done"]
        assert facts == film.facts()
        assert (facts["played"], facts["ready"], facts["frames"]) == ("original", True, 50)
        assert facts["waveform"]["peaks"] == film.length("waveform")
        assert film.media_type("strip") == "image/jpeg"
    assert sum("playable" in each for each in lines) == 1
    assert all(set(each) == {"progress", "doing"} for each in lines if "progress" in each)


def test_a_scrub_copy_takes_over_with_the_same_times(path: Path, key: bytes) -> None:
    with bring(path, key, make(SLOW_TO_STEP)) as film:
        job = Job(path, key, task="prepare")
        for line in job.lines():
            if "playable" in line:
                # While the copy is made, the film plays from its original.
                before = list(stored_times(film))
                assert line["playable"]["played"] == "original"
                assert len(before) == 60
            if "done" in line:
                assert line["done"]["played"] == "playing"
        assert job.process.wait(60) == 0
        assert list(stored_times(film)) == before
        copy = seen(film.reader("playing").read())
        assert copy.times == before
        assert copy.numbers == list(range(60))


def test_another_kind_of_film_gets_an_upright_copy(path: Path, key: bytes) -> None:
    with bring(path, key, make(FOREIGN)) as film:
        lines = Job(path, key, task="prepare").all()
        assert [next(iter(each)) for each in lines if "progress" not in each] == [
            "playable",
            "done",
        ]
        assert film.names() == ["original", "playing", "strip", "times"]
        assert list(stored_times(film)) == FOREIGN.times
        assert film.media_type("playing") == "video/mp4"


@pytest.mark.parametrize("wanted", [PLAYS, SLOW_TO_STEP, FOREIGN], ids=["plays", "slow", "foreign"])
def test_clips_and_stills_are_cut_from_what_is_played(
    path: Path, key: bytes, wanted: Wanted
) -> None:
    with bring(path, key, make(wanted)) as film:
        Job(path, key, task="prepare").all()
        times = [int(each) for each in stored_times(film)]
        lines = Job(path, key, task="clip", clip=7, start_us=times[11], end_us=times[31]).all()
        done = lines[-1]["done"]
        assert (done["stream"], done["frames"]) == ("clip/7", 21)
        clip = seen(film.reader("clip/7").read())
        assert clip.numbers == list(range(11, 32))
        assert clip.times == [each - times[11] for each in times[11:32]]
        done = Job(path, key, task="still", still="ab", at_us=times[20]).all()[-1]["done"]
        assert done == {"stream": "still/ab", "width": 320, "height": 240}
        with Image.open(io.BytesIO(film.reader("still/ab").read())) as image:
            assert number_of(np.asarray(image)) == 20
        wrong = Job(path, key, task="clip", clip=8, start_us=times[11] + 1, end_us=times[31]).all()
        assert wrong[-1]["failed"] == "not_a_frame"
        wrong = Job(path, key, task="still", still=8, at_us=times[-1] + 1).all()
        assert wrong[-1]["failed"] == "not_a_frame"
        assert "clip/8" not in film.names()


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"Dear diary. " * 99, "not_a_film"), (make(PLAYS)[:3000], "end_missing")],
)
def test_what_is_no_film_fails_with_a_sentence(
    path: Path, key: bytes, data: bytes, code: str
) -> None:
    with bring(path, key, data) as film:
        job = Job(path, key, task="prepare")
        last = job.all()[-1]
        assert job.process.returncode == 1
        assert last["failed"] == code
        assert last["sentence"].endswith(".")
        assert film.names() == ["original"]


def test_a_wrong_key_fails(path: Path, key: bytes) -> None:
    bring(path, key, b"").close()
    assert Job(path, bytes(32), task="prepare").all() == [
        {"failed": "film_file", "sentence": str(FilmLocked())}
    ]


def test_an_unknown_task_fails_and_does_not_hang(path: Path, key: bytes) -> None:
    bring(path, key, b"").close()
    assert Job(path, key, task="dance").all()[-1]["failed"] == "broke_off"


@pytest.mark.parametrize("how", ["closed", "terminated", "killed"])
def test_a_stopped_job_leaves_nothing_half_made_and_is_done_again(
    path: Path, key: bytes, how: str
) -> None:
    long = Wanted(steady(600), size=(640, 480), key_every=300)
    with bring(path, key, make(long)) as film:
        job = Job(path, key, task="prepare")
        for line in job.lines():
            if line.get("doing", "").startswith("Making the film") and line["progress"] > 0.1:
                break
        if how == "closed":
            job.process.stdin.close()
        elif how == "terminated":
            job.process.terminate()
        else:
            job.process.kill()
        assert job.process.wait(20) != 0
        assert "playing" not in film.names()
        assert film.facts()["ready"] is False
        assert "times" in film.names()
        lines = Job(path, key, task="prepare").all()
        assert lines[-1]["done"]["ready"] is True
        assert "playing" in film.names()
        again = Job(path, key, task="prepare").all()
        assert again[-1]["done"] == lines[-1]["done"]
        assert [each["doing"] for each in again if "doing" in each] == ["Looking at the film"]


def test_no_plain_film_lies_on_the_disk_meanwhile(path: Path, key: bytes) -> None:
    """Not in the film's folder, and not among the files that the worker holds open."""
    data = make(Wanted(steady(300), size=(640, 360), key_every=300))
    with bring(path, key, data):
        job = Job(path, key, task="prepare")
        opened: set[str] = set()
        for _ in job.lines():
            try:
                opened |= {each.path for each in psutil.Process(job.process.pid).open_files()}
            except psutil.Error:
                break
        job.process.wait(60)
        assert {Path(each).parent for each in opened} <= {path.parent}
        for each in path.parent.iterdir():
            stored = each.read_bytes()
            for place in (0, len(data) // 2, len(data) - 64):
                assert data[place : place + 64] not in stored


def test_decoders_never_wait_for_python_to_log() -> None:
    """They hang now and then when they do: see opening.py."""
    import vigreview.films.worker

    assert vigreview.films.worker.main
    assert av.logging.get_level() is None


@pytest.mark.long
def test_a_kill_at_any_moment_leaves_a_film_that_can_be_made_ready(path: Path, key: bytes) -> None:
    data = make(Wanted(steady(400), size=(640, 360), key_every=200, sound="aac"))
    with bring(path, key, data) as film:
        for after in range(1, 30):
            job = Job(path, key, task="prepare")
            for count, _ in enumerate(job.lines(), 1):
                if count == after:
                    break
            job.process.kill()
            job.process.wait(20)
            for name in film.names():  # whole, each of them
                assert len(film.reader(name).read()) == film.length(name)
        assert Job(path, key, task="prepare").all()[-1]["done"]["ready"] is True
        assert seen(film.reader("playing").read()).numbers == list(range(400))
