"""Film work goes on after any kind of stop, and ends with its consent and its film."""

import sys

import psutil

from tests.process.conftest import consent_to
from tests.process.film_work import (
    LISTENS,
    PASSPHRASE,
    arriving,
    running_workers,
    settled,
    until,
)
from tests.waiting import wait_for
from vigreview.films.file import FilmFile
from vigreview.process import film_worker
from vigreview.process import jobs as the_jobs
from vigreview.process.consent import PURPOSES, consents, withdraw_consent
from vigreview.process.filming import (
    erase_film,
    film,
)
from vigreview.process.jobs import Workers, cancel, jobs
from vigreview.process.practice import Practice
from vigreview.process.said import Said
from vigreview.vault.store import Vault


def children(besides=()):
    there = psutil.Process().children(recursive=True)
    return [one for one in there if one.status() != psutil.STATUS_ZOMBIE and one not in besides]


def test_consent_that_comes_back_at_once_is_no_crash(practice, journey, content, monkeypatch):
    film_id = arriving(practice, journey, content)
    with practice.write() as db:
        db.execute("update jobs set state = 'working', tries = 2")
        job = next(db.table("jobs").rows)
    said = Said(lambda: practice.vault, job)
    withdraw(practice, journey)
    assert not said.still_wanted()
    consent_to(practice, journey, PURPOSES)
    said.ended()
    assert "There is no consent" in jobs(practice, film_id)[0].why
    assert film(practice, film_id).state == "preparing"


def test_what_the_end_of_the_program_cut_short_was_no_try(practice, journey, content):
    film_id = arriving(practice, journey, content)
    with practice.write() as db:
        db.execute("update jobs set state = 'working', tries = 2")
    Workers.at_work(practice.vault)
    settled(practice, film_id)
    with practice.read() as db:
        assert db.execute("select tries from jobs").fetchone() == (2,)
    assert film(practice, film_id).state == "ready"


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


SAYS_WHEN_TOLD = f"""{LISTENS}
import json, pathlib, threading
told = pathlib.Path(sys.argv[1])
for part, doing in ((0.25, "Making a copy"), (0.75, "Drawing the filmstrip")):
    while not told.exists() and part > 0.5:
        threading.Event().wait(0.05)
    print(json.dumps({{"progress": part, "doing": doing, "left_s": 75}}), flush=True)
sys.stdin.read()
"""


def test_work_that_outlasts_a_lock_is_heard_again_and_can_be_cancelled(
    practice, journey, content, monkeypatch, tmp_path
):
    told = tmp_path / "told"
    before = children()  # a browser of other tests, perhaps
    with monkeypatch.context() as slow:
        slow.setattr(film_worker, "WORKER", [sys.executable, "-c", SAYS_WHEN_TOLD, str(told)])
        film_id = arriving(practice, journey, content)
        Workers.at_work(practice.vault)
        wait_for(lambda: jobs(practice, film_id)[0].progress == 0.25)
    (slow_one,) = children(before)
    practice.vault.lock()
    again = Practice(Vault.open(practice.vault.home, PASSPHRASE))
    Workers(again.vault, at_once=1)
    other = arriving(again, journey, content)
    told.touch()
    wait_for(lambda: jobs(again, film_id)[0].progress == 0.75)
    assert jobs(again, other)[0].state == "waiting"
    assert children(before) == [slow_one]
    cancel(again, film_id)
    until(again, other, "ready")
    assert not slow_one.is_running()
    settled(again, other)
    again.vault.lock()


def test_a_last_word_that_comes_while_the_vault_is_locked_is_asked_for_again(
    practice, journey, content, monkeypatch
):
    film_id = arriving(practice, journey, content)
    vault, honest = practice.vault, the_jobs.worker
    opened = []

    def locks_before_the_end(key, order, still_wanted):
        for line in honest(key, order, still_wanted):
            if "done" in line and not opened:
                vault.lock()
                yield line
                opened.append(Vault.open(vault.home, PASSPHRASE))
                Workers.at_work(opened[0])
            else:
                yield line

    monkeypatch.setattr(the_jobs, "worker", locks_before_the_end)
    Workers.at_work(vault)
    wait_for(lambda: opened, 60)
    again = Practice(opened[0])
    until(again, film_id, "ready")
    settled(again, film_id)
    assert [job.state for job in jobs(again, film_id)] == ["done"]
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
