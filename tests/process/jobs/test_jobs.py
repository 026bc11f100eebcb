"""Film work is done, goes on after a crash, and says what it cannot do."""

import signal
import sys

import pytest

from tests.process.film_work import (
    arriving,
    running_workers,
    settled,
    until,
)
from tests.waiting import wait_for
from vigreview.process import film_worker
from vigreview.process.filming import (
    ask,
    film,
    frame_times,
    open_film,
    pictures,
)
from vigreview.process.jobs import Workers, jobs
from vigreview.process.microanalysis import mark_clip
from vigreview.process.said import CRASHED
from vigreview.process.settings import Settings, change
from vigreview.process.stills import take_still


def test_a_film_is_made_ready(practice, journey, content):
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "ready")
    settled(practice, film_id)
    kept = film(practice, film_id)
    assert (kept.width, kept.height, kept.frames) == (320, 240, 100)
    assert len(frame_times(practice, film_id)) == 100
    shown = pictures(practice, film_id)
    assert (shown.playing, shown.tiles > 0) == ("playing", True)


def test_a_still_is_the_frame_that_was_asked_for(practice, journey, content):
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "ready")
    clip = mark_clip(practice, film_id, 1_000_000, 2_000_000)
    still = take_still(practice, film_id, 1_480_000, clip)
    settled(practice, film_id)
    with open_film(practice.vault, film_id) as file:
        picture = file.read(f"still/{still}", 0, file.length(f"still/{still}"))
    assert picture.startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"these are only words", "film"),
        (b"\x00" * 5000, "film"),
    ],
)
def test_what_is_no_film_says_so_and_leaves_nothing(practice, journey, content, words):
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "failed")
    assert words in film(practice, film_id).why
    wait_for(lambda: not list(practice.vault.films_folder.iterdir()))


def test_a_killed_worker_is_followed_by_another(practice, journey, content):
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    folder = practice.vault.films_folder
    wait_for(lambda: running_workers(folder))[0].send_signal(signal.SIGKILL)
    until(practice, film_id, "ready")
    settled(practice, film_id)


def test_one_that_crashes_each_time_fails_with_a_sentence(practice, journey, content, monkeypatch):
    dies = "import sys; sys.stdin.buffer.read(33); sys.exit(9)"
    monkeypatch.setattr(film_worker, "WORKER", [sys.executable, "-c", dies])
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "failed")
    assert film(practice, film_id).why == CRASHED


def test_stills_are_taken_anew_from_a_sharper_copy(practice, journey, content):
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "ready")
    settled(practice, film_id)
    take_still(practice, film_id, 1_480_000)
    settled(practice, film_id)
    with practice.write() as db:
        ask(db, film_id, "better", {"sharper": True})
    settled(practice, film_id)
    tasks = [(job.task, job.state) for job in jobs(practice, film_id)]
    assert tasks == [(task, "done") for task in ("prepare", "still", "better", "still")]


def test_the_longest_film_is_what_the_settings_say(practice, journey, content):
    change(practice, Settings(longest_minutes=0))
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "failed")
    assert "4 s" in film(practice, film_id).why
