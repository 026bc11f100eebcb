"""The worker makes films ready in a process of its own, and nothing is half made when it dies."""

import io
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av.logging
import numpy as np
import psutil
import pytest
from PIL import Image

from tests.films.making import Wanted, bright, make, number_of, seen, steady, unsteady
from vigreview.films import growing, worker
from vigreview.films.errors import FilmLocked
from vigreview.films.file import FilmFile
from vigreview.films.growing import GrowingStrip
from vigreview.films.preparing import stored_times
from vigreview.films.probe import probe
from vigreview.films.strip import lay_key_frames

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
    progress = [each for each in lines if "progress" in each]
    assert all(set(each) == {"progress", "doing", "left_s"} for each in progress)
    told = [each["progress"] for each in progress]
    assert told == sorted(told)


def test_a_film_that_is_slow_to_step_through_plays_at_once_and_its_copy_takes_over(
    path: Path, key: bytes
) -> None:
    with bring(path, key, make(SLOW_TO_STEP)) as film:
        facts = Job(path, key, task="prepare").all()[-1]["done"]
        assert (facts["played"], facts["better"]) == ("original", "scrub")
        before = list(stored_times(film))
        assert len(before) == 60
        assert "playing" not in film.names()
        facts = Job(path, key, task="better").all()[-1]["done"]
        assert (facts["played"], facts["better"]) == ("playing", None)
        assert list(stored_times(film)) == before
        copy = seen(film.reader("playing").read())
        assert copy.times == before
        assert copy.numbers == list(range(60))
        # A strip of one key frame would tell nothing: it came with the copy.
        assert tiles_of(film) == pytest.approx(expected_tiles(film), abs=1)
        again = Job(path, key, task="better").all()
        assert [next(iter(each)) for each in again] == ["done"]


def tiles_of(film: FilmFile) -> list[int]:
    """The numbers that the tiles of a filmstrip tell."""
    strip = film.facts()["strip"]
    wide, high = strip["tile_width"], strip["tile_height"]
    with Image.open(io.BytesIO(film.reader("strip").read())) as image:
        sheet = np.asarray(image)
    places = [divmod(each, strip["columns"]) for each in range(strip["made"])]
    return [
        number_of(sheet[row * high : (row + 1) * high, column * wide : (column + 1) * wide])
        for row, column in places
    ]


def expected_tiles(film: FilmFile) -> list[int]:
    """The numbers of the frames that are shown when each tile's time has come."""
    return [
        int(each) for each in np.searchsorted(stored_times(film), film.facts()["strip"]["times_us"])
    ]


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
        assert lines[-1]["done"]["better"] is None


def test_filmstrip_and_waveform_come_with_the_copy_where_key_frames_are_rare(
    path: Path, key: bytes
) -> None:
    """The film begins at 2 s in its file, and what is played at 0."""
    rare = Wanted(
        steady(250, start=2_000_000),
        codec="mpeg4",
        container="matroska",
        clock=1000,
        key_every=250,
        sound="mp2",
    )
    with bring(path, key, make(rare)) as film:
        lines = Job(path, key, task="prepare").all()
        doing = list(dict.fromkeys(each["doing"] for each in lines if "doing" in each))
        assert doing == ["Looking at the film", "Making a copy that plays on this device"]
        assert tiles_of(film) == pytest.approx(expected_tiles(film), abs=1)
        assert film.facts()["strip"]["times_us"][0] < 1_000_000
        peaks = np.frombuffer(film.reader("waveform").read(), dtype=np.uint8)
        assert len(peaks) == pytest.approx(500, abs=5)
        assert lines[-1]["done"]["waveform"] == {"per_second": 50, "peaks": len(peaks)}


def test_the_filmstrip_is_there_before_a_copy_is_begun_and_on_the_timeline_of_the_copy(
    path: Path, key: bytes
) -> None:
    film_like = Wanted(
        steady(250, start=2_000_000), codec="mpeg4", container="matroska", clock=1000, key_every=10
    )
    with bring(path, key, make(film_like)) as film:
        job = Job(path, key, task="prepare")
        for line in job.lines():
            if line.get("doing", "").startswith("Making a copy"):
                break
        assert film.names() == ["original", "strip"]
        tiles, times = tiles_of(film), film.facts()["strip"]["times_us"]
        assert len(tiles) == 10
        for number, at in zip(tiles, times, strict=True):
            assert at - 400_000 <= number * 40_000 <= at
        job.all()


def test_a_strip_is_stored_again_as_it_grows(
    film: FilmFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was stored of it on the way shows its first tiles, and says how many they are."""
    data = make(Wanted(steady(500), key_every=10))
    told = probe(io.BytesIO(data))
    strip = GrowingStrip(film, told, None, lambda **facts: film.note_facts(facts))
    monkeypatch.setattr(growing, "SHOWN_EVERY", 0.0)
    for _ in lay_key_frames(io.BytesIO(data), told, strip.sheet):
        strip.show()
        if strip.sheet.strip.made == 7:
            break
    assert film.facts()["strip"]["made"] == 7
    assert len(tiles_of(film)) == 7
    assert not strip.whole


HDR = bright(10, (1920, 1080))


def test_high_dynamic_range_plays_in_fewer_lines_first_and_then_in_all(
    path: Path, key: bytes
) -> None:
    with bring(path, key, make(HDR)) as film:
        facts = Job(path, key, task="prepare").all()[-1]["done"]
        assert (facts["played"], facts["better"]) == ("quick", "sharper")
        assert "playing" not in film.names()
        assert film_size(film, "quick") == (1280, 720)
        before = [int(each) for each in stored_times(film)]
        facts = Job(path, key, task="better").all()[-1]["done"]
        assert (facts["played"], facts["better"]) == ("playing", None)
        assert film_size(film, "playing") == (1920, 1080)
        assert list(stored_times(film)) == before
        # A window that still plays the quick copy goes on; it is gone once clips are cut.
        assert "quick" in film.names()
        Job(path, key, task="clip", clip=1, start_us=before[2], end_us=before[9]).all()
        assert "quick" not in film.names()
        assert film_size(film, "clip/1") == (1920, 1080)


def film_size(film: FilmFile, stream: str) -> tuple[int, int]:
    told = probe(film.reader(stream))
    return told.width, told.height


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


@pytest.mark.parametrize(
    "how",
    ["killed", *(pytest.param(each, marks=pytest.mark.long) for each in ("closed", "terminated"))],
)
def test_a_stopped_job_leaves_nothing_half_made_and_is_done_again(
    path: Path, key: bytes, how: str
) -> None:
    long = Wanted(steady(500), size=(480, 360), key_every=250)
    with bring(path, key, make(long)) as film:
        assert Job(path, key, task="prepare").all()[-1]["done"]["ready"] is True
        job = Job(path, key, task="better")
        for line in job.lines():
            if line.get("doing", "").startswith("Making it quick") and line["progress"] > 0.1:
                break
        if how == "closed":
            job.process.stdin.close()
        elif how == "terminated":
            job.process.terminate()
        else:
            job.process.kill()
        assert job.process.wait(20) != 0
        assert "playing" not in film.names()
        assert film.facts()["played"] == "original"
        assert "times" in film.names()
        lines = Job(path, key, task="better").all()
        assert lines[-1]["done"]["played"] == "playing"
        again = Job(path, key, task="prepare").all()
        assert again[-1]["done"] == lines[-1]["done"]
        assert {each["doing"] for each in again if "doing" in each} == {"Looking at the film"}


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
@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(steady(400), size=(640, 360), key_every=200, sound="aac"),
        Wanted(steady(300), size=(640, 360), key_every=300, codec="mpeg4", clock=1000, sound="aac"),
        bright(25, (1280, 800)),
    ],
    ids=["plays", "copied", "quick first"],
)
def test_a_kill_at_any_moment_leaves_a_film_that_can_be_made_ready(
    path: Path, key: bytes, wanted: Wanted
) -> None:
    with bring(path, key, make(wanted)) as film:
        for task in ("prepare", "better"):
            for after in range(1, 30, 2):
                job = Job(path, key, task=task)
                for count, _ in enumerate(job.lines(), 1):
                    if count == after:
                        break
                job.process.kill()
                job.process.wait(20)
                for name in film.names():  # whole, each of them
                    assert len(film.reader(name).read()) == film.length(name)
            assert "done" in Job(path, key, task=task).all()[-1]
        assert film.facts()["played"] == "playing"
        assert seen(film.reader("playing").read()).numbers == list(range(len(wanted.times)))
        assert "strip" in film.names()


def test_a_device_that_slept_in_between_is_no_decoder_that_hangs(monkeypatch) -> None:
    class Woken(Exception):
        """It has slept often enough."""

    naps = iter(range(worker.LOOKS - 1))

    def sleeps(_: float) -> None:
        if next(naps, None) is None:
            raise Woken

    monkeypatch.setattr(time, "sleep", sleeps)
    monkeypatch.setattr(time, "monotonic", itertools.count(step=3600.0).__next__)
    monkeypatch.setattr(os, "_exit", pytest.fail)
    with open(os.devnull, "wb", buffering=0) as nowhere, pytest.raises(Woken):
        worker._watch_life(worker.Teller(nowhere))
