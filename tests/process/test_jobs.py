"""Film work goes on after any kind of stop, harms nobody else, and ends with its film."""

import os
import signal
import sys
from pathlib import Path

import psutil
import pytest

from tests.films.making import Wanted, make, steady
from tests.process.conftest import consent_to
from tests.waiting import wait_for
from vigreview.films.file import FilmFile
from vigreview.process import jobs as the_jobs
from vigreview.process.consent import PURPOSES
from vigreview.process.filming import (
    arrived,
    begin_film,
    erase_film,
    expected_film,
    film,
    frame_times,
    open_film,
    pictures,
    receive,
)
from vigreview.process.jobs import CRASHED, Workers, jobs, worker
from vigreview.process.microanalysis import mark_clip, take_still
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

PASSPHRASE = "a warm kitchen"


@pytest.fixture(scope="module")
def content():
    """A film of 4 s that must be copied before a browser plays it: MPEG-4 in AVI."""
    return make(Wanted(times=steady(100), codec="mpeg4", container="avi", clock=25))


@pytest.fixture
def practice(tmp_path):
    vault = Vault.create(tmp_path / "vault", PASSPHRASE, new_recovery_key())
    yield Practice(vault)
    vault.lock()


@pytest.fixture
def journey(practice):
    made = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(practice, made, PURPOSES)
    return made


def arriving(practice, journey, content):
    film_id = expected_film(practice, journey)
    begin_film(practice, film_id, len(content))
    receive(practice, film_id, 0, content)
    arrived(practice, film_id)
    return film_id


def until(practice, film_id, state):
    return wait_for(
        lambda: film(practice, film_id).state == state,
        60,
        lambda: f"{film(practice, film_id)} {jobs(practice, film_id)}",
    )


def settled(practice, film_id):
    return wait_for(
        lambda: all(one.state in ("done", "failed") for one in jobs(practice, film_id)), 60
    )


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
    assert list(practice.vault.films_folder.iterdir()) == []


def running_workers(folder):
    """The worker processes of this test: those that have a file of this vault open."""
    found = []
    for child in psutil.Process().children(recursive=True):
        try:
            opened = [one.path for one in child.open_files()]
        except psutil.Error:
            continue
        if any(path.startswith(str(folder)) for path in opened):
            found.append(child)
    return found


def test_a_killed_worker_is_followed_by_another(practice, journey, content):
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    folder = practice.vault.films_folder
    wait_for(lambda: running_workers(folder))[0].send_signal(signal.SIGKILL)
    until(practice, film_id, "ready")
    settled(practice, film_id)


def test_one_that_crashes_each_time_fails_with_a_sentence(practice, journey, content, monkeypatch):
    dies = "import sys; sys.stdin.buffer.read(33); sys.exit(9)"
    monkeypatch.setattr(the_jobs, "WORKER", [sys.executable, "-c", dies])
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "failed")
    assert film(practice, film_id).why == CRASHED


def test_work_that_outlasts_a_lock_is_found_at_the_next_sign_in(practice, journey, content):
    film_id = arriving(practice, journey, content)
    path = next(practice.vault.films_folder.glob("*.film"))
    with practice.read() as db:
        key = db.table("films").get(film_id)["key"]
    Workers.at_work(practice.vault)
    wait_for(lambda: running_workers(practice.vault.films_folder))
    practice.vault.lock()
    wait_for(lambda: not running_workers(path.parent), 60)
    with FilmFile.open(path, key) as file:
        assert file.facts()["ready"]
    again = Practice(Vault.open(practice.vault.home, PASSPHRASE))
    Workers.at_work(again.vault)
    until(again, film_id, "ready")
    settled(again, film_id)
    again.vault.lock()


def test_an_erased_film_ends_its_work_and_leaves_nothing(practice, journey, content):
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    folder = practice.vault.films_folder
    wait_for(lambda: running_workers(folder))
    erase_film(practice, film_id, "the family asked")
    wait_for(lambda: not running_workers(folder))
    assert list(folder.iterdir()) == []
    assert film(practice, film_id).state == "erased"


def test_the_key_is_in_no_argument_and_no_environment_of_a_worker(practice, journey, content):
    film_id = arriving(practice, journey, content)
    with practice.read() as db:
        key = db.table("films").get(film_id)["key"]
    Workers.at_work(practice.vault)
    child = wait_for(lambda: running_workers(practice.vault.films_folder))[0]
    said = Path(f"/proc/{child.pid}/cmdline").read_bytes()
    said += Path(f"/proc/{child.pid}/environ").read_bytes()
    assert key not in said
    assert key.hex().encode() not in said
    settled(practice, film_id)


def test_nothing_plain_is_on_the_disk_while_a_film_is_made_ready(
    practice, journey, content, monkeypatch, tmp_path
):
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    seen = set()

    def ready():
        for path in [*scratch.rglob("*"), *practice.vault.home.rglob("*")]:
            if path.is_file():
                seen.add(path.name)
                assert content[:64] not in path.read_bytes()
        return film(practice, film_id).state == "ready"

    wait_for(ready, 60)
    settled(practice, film_id)
    assert not list(scratch.iterdir())
    assert any(name.endswith(".film") for name in seen)


@pytest.mark.long
@pytest.mark.parametrize("step", range(8))
def test_a_kill_at_every_step_of_getting_ready(practice, journey, content, step):
    """The worker is killed at its n-th sign of life; what is done again makes the film whole."""
    film_id = arriving(practice, journey, content)
    with practice.read() as db:
        held = db.table("films").get(film_id)
    path = practice.vault.films_folder / held["file"]
    lines = worker(held["key"], {"path": str(path), "task": "prepare"}, lambda: True)
    for number, line in enumerate(lines):
        if number == step or "done" in line:
            break
    lines.close()
    Workers.at_work(practice.vault)
    until(practice, film_id, "ready")
    settled(practice, film_id)
    assert len(frame_times(practice, film_id)) == 100
    assert pictures(practice, film_id).tiles > 0
    assert os.path.getsize(path) > len(content)
