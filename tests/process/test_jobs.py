"""Film work goes on after any kind of stop, harms nobody else, and ends with its film."""

import json
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
from vigreview.process import film_worker
from vigreview.process import jobs as the_jobs
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.consent import PURPOSES, consents, withdraw_consent
from vigreview.process.film_worker import worker
from vigreview.process.filming import erase_film, film, frame_times, open_film, pictures, try_again
from vigreview.process.jobs import BROKE_OFF, CRASHED, Workers, jobs
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
    wait_for(lambda: not list(practice.vault.films_folder.iterdir()))


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
    monkeypatch.setattr(film_worker, "WORKER", [sys.executable, "-c", dies])
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "failed")
    assert film(practice, film_id).why == CRASHED


LISTENS = "import sys; sys.stdin.buffer.read(32); sys.stdin.buffer.readline()"


def says(monkeypatch, line):
    """Let the worker take its key and its order, and say this one line."""
    script = f"{LISTENS}; print({json.dumps(line)!r}, flush=True)"
    monkeypatch.setattr(film_worker, "WORKER", [sys.executable, "-c", script])


@pytest.mark.parametrize("code", ["no_room", "film_file", "too_much"])
def test_trouble_that_may_pass_keeps_the_film_and_can_be_tried_again(
    practice, journey, content, monkeypatch, code
):
    with monkeypatch.context() as troubled:
        says(troubled, {"failed": code, "sentence": "There is not enough room."})
        film_id = arriving(practice, journey, content)
        Workers.at_work(practice.vault)
        settled(practice, film_id)
    (job,) = jobs(practice, film_id)
    assert (job.state, job.why) == ("failed", "There is not enough room.")
    assert film(practice, film_id).state == "preparing"
    try_again(practice, film_id)
    until(practice, film_id, "ready")
    settled(practice, film_id)
    assert jobs(practice, film_id)[0].why is None


@pytest.mark.parametrize("code", ["sound_only", "broke_off"])
def test_a_film_that_cannot_be_used_leaves_only_its_sentence(
    practice, journey, content, monkeypatch, code
):
    says(monkeypatch, {"failed": code, "sentence": "There is only sound."})
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "failed")
    assert film(practice, film_id).why == "There is only sound."


def test_a_film_that_hangs_is_tried_twice(practice, journey, content, monkeypatch):
    says(monkeypatch, {"failed": "stuck", "sentence": "not this one"})
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "failed")
    assert film(practice, film_id).why == CRASHED


def test_what_the_end_of_the_program_cut_short_was_no_try(practice, journey, content):
    film_id = arriving(practice, journey, content)
    with practice.write() as db:
        db.execute("update jobs set state = 'working', tries = 2")
    Workers.at_work(practice.vault)
    settled(practice, film_id)
    with practice.read() as db:
        assert db.execute("select tries from jobs").fetchone() == (2,)
    assert film(practice, film_id).state == "ready"


def test_one_film_that_goes_wrong_here_does_not_end_the_work_on_others(
    practice, journey, content, monkeypatch, caplog
):
    """Whatever is raised is logged as a kind and a place; its message could hold words."""
    wrong = arriving(practice, journey, content)
    honest = the_jobs.worker

    def goes_wrong(key, order, still_wanted):
        if order["path"].endswith(held["file"]):
            raise RuntimeError("Ada and Sam")
        return honest(key, order, still_wanted)

    with practice.read() as db:
        held = db.table("films").get(wrong)
    monkeypatch.setattr(the_jobs, "worker", goes_wrong)
    other = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, other, "ready")
    settled(practice, other)
    settled(practice, wrong)
    (job,) = jobs(practice, wrong)
    assert (job.state, job.why) == ("failed", BROKE_OFF)
    assert film(practice, wrong).state == "preparing"
    assert "RuntimeError at test_jobs.py" in caplog.text
    assert "Ada and Sam" not in caplog.text


def withdraw(practice, journey):
    filming = [one for one in consents(practice, journey) if one.purpose == "filming"]
    withdraw_consent(practice, filming[0].id)


def test_queued_work_is_not_begun_once_consent_is_withdrawn(practice, journey, content):
    film_id = arriving(practice, journey, content)
    withdraw(practice, journey)
    Workers.at_work(practice.vault)
    settled(practice, film_id)
    (job,) = jobs(practice, film_id)
    assert (job.state, "There is no consent for Sam" in job.why) == ("failed", True)
    assert film(practice, film_id).state == "preparing"


def test_work_under_way_stops_once_consent_is_withdrawn(practice, journey, content, monkeypatch):
    waits = f"{LISTENS}; print('{{}}', flush=True); sys.stdin.read()"
    monkeypatch.setattr(film_worker, "WORKER", [sys.executable, "-c", waits])
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    wait_for(lambda: jobs(practice, film_id)[0].state == "working")
    withdraw(practice, journey)
    settled(practice, film_id)
    assert "There is no consent for Sam" in jobs(practice, film_id)[0].why
    assert film(practice, film_id).state == "preparing"


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


def test_a_file_that_could_not_be_removed_goes_after_the_next_work(practice, journey, content):
    stray = practice.vault.films_folder / "0123.film-wal"
    Workers.at_work(practice.vault)
    stray.write_bytes(b"it was open when its film was erased")
    film_id = arriving(practice, journey, content)
    settled(practice, film_id)
    wait_for(lambda: not stray.exists())


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
    lines = worker(bytearray(held["key"]), {"path": str(path), "task": "prepare"}, lambda: True)
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
