"""What goes on behind a film that plays already: it gives way, can be left, and harms nothing."""

import itertools
import sys

import pytest

from tests.films.making import Wanted, make, steady
from tests.process.film_work import (
    LISTENS,
    arriving,
    running_workers,
    settled,
    until,
)
from tests.waiting import wait_for
from vigreview.process import film_worker
from vigreview.process import jobs as the_jobs
from vigreview.process.filming import (
    TAKEN_OUT,
    film,
    open_film,
    pictures,
    try_again,
)
from vigreview.process.jobs import Job, Workers, cancel, jobs
from vigreview.process.microanalysis import mark_clip
from vigreview.process.practice import Refused
from vigreview.process.said import LEFT_UNDONE
from vigreview.process.stills import take_still

NEVER_ENDS = f"""{LISTENS}
import json
print(json.dumps({{"progress": 0.25, "doing": "Making it quick", "left_s": 75}}), flush=True)
sys.stdin.read()
"""
ONE_THAT_PLAYS = make(Wanted(times=steady(60), key_every=60))  # slow to step through


def better_behind(practice, journey, monkeypatch, sharper=False):
    """A film that is ready, and behind it work on a better copy that never ends."""
    film_id = arriving(practice, journey, ONE_THAT_PLAYS)
    honest = the_jobs.worker

    def never_better(key, order, still_wanted):
        if order["task"] != "better":
            return honest(key, order, still_wanted)
        with monkeypatch.context() as this:
            this.setattr(film_worker, "WORKER", [sys.executable, "-c", NEVER_ENDS])
            return begun(honest(key, order, still_wanted))

    def begun(lines):
        return _Lines(next(lines), lines)  # now it runs, and the next one is an honest one

    monkeypatch.setattr(the_jobs, "worker", never_better)
    Workers.at_work(practice.vault)
    wait_for(lambda: job_of(practice, film_id, "better").progress == 0.25)
    if sharper:
        with practice.write() as db:
            db.execute("update jobs set args = '{\"sharper\": true}' where task = 'better'")
    return film_id


class _Lines:
    """A worker's lines of which the first has been heard already."""

    def __init__(self, first, lines):
        self._lines = lines
        self._all = itertools.chain([first], lines)

    def __iter__(self):
        return self._all

    def close(self):
        self._lines.close()


def job_of(practice, film_id, task):
    found = [job for job in jobs(practice, film_id) if job.task == task]
    return found[-1] if found else Job(0, film_id, task, "not asked", 0, "", None, None)


def test_a_film_that_plays_is_ready_while_it_is_made_quicker_behind_it(
    practice, journey, monkeypatch
):
    film_id = better_behind(practice, journey, monkeypatch)
    assert film(practice, film_id).state == "ready"
    assert job_of(practice, film_id, "prepare").state == "done"
    job = job_of(practice, film_id, "better")
    assert (job.state, job.doing, job.left_s) == ("working", "Making it quick", 75)
    assert pictures(practice, film_id).playing == "original"


def test_what_goes_on_behind_a_film_gives_way_to_who_waits_and_is_done_afterwards(
    practice, journey, content, monkeypatch
):
    with monkeypatch.context() as never:
        film_id = better_behind(practice, journey, never)
        still = take_still(practice, film_id, 1_000_000)
        never.undo()  # from here on, it comes to its end
        wait_for(lambda: job_of(practice, film_id, "still").state == "done", 60)
    with open_film(practice.vault, film_id) as file:
        assert f"still/{still}" in file.names()
    settled(practice, film_id)
    assert job_of(practice, film_id, "better").state == "done"
    assert pictures(practice, film_id).playing == "playing"
    with practice.read() as db:
        assert db.execute("select tries from jobs where task = 'better'").fetchone() == (1,)


def test_cancelling_what_goes_on_behind_a_film_leaves_it_ready(practice, journey, monkeypatch):
    film_id = better_behind(practice, journey, monkeypatch)
    folder = practice.vault.films_folder
    cancel(practice, film_id)
    wait_for(lambda: not running_workers(folder))
    assert job_of(practice, film_id, "better").state == "cancelled"
    assert film(practice, film_id).state == "ready"
    clip = mark_clip(practice, film_id, 0, 1_000_000)
    take_still(practice, film_id, 400_000, clip)
    wait_for(lambda: job_of(practice, film_id, "still").state == "done", 60)


def test_cancelling_a_film_that_cannot_be_played_yet_takes_it_out(
    practice, journey, content, monkeypatch
):
    with monkeypatch.context() as never:
        never.setattr(film_worker, "WORKER", [sys.executable, "-c", NEVER_ENDS])
        film_id = arriving(practice, journey, content)
        Workers.at_work(practice.vault)
        folder = practice.vault.films_folder
        wait_for(lambda: jobs(practice, film_id)[0].progress == 0.25)
    cancel(practice, film_id)
    wait_for(lambda: not running_workers(folder))
    assert list(folder.iterdir()) == []
    taken = film(practice, film_id)
    assert (taken.state, taken.why) == ("erased", TAKEN_OUT)
    assert jobs(practice, film_id) == []
    with practice.read() as db:
        assert db.execute("select key, file from films where id = ?", [film_id]).fetchone() == (
            None,
            None,
        )
        taken_out = "verb = 'take out film' and subject_id = ?"
        assert db.table("events").count_where(taken_out, [film_id]) == 1
    # Nobody else was harmed, and the first film is still to come.
    other = arriving(practice, journey, content)
    until(practice, other, "ready")
    settled(practice, other)
    assert film(practice, other).cycle == 1


def test_cancelling_where_nothing_is_made_says_so(practice, journey, content):
    film_id = arriving(practice, journey, b"these are only words")
    Workers.at_work(practice.vault)
    until(practice, film_id, "failed")
    with pytest.raises(Refused):
        cancel(practice, film_id)


def test_a_crash_in_what_is_made_behind_a_film_leaves_it_ready(practice, journey, monkeypatch):
    honest = the_jobs.worker

    def dies_at_better(key, order, still_wanted):
        if order["task"] == "better":
            return iter_closing(honest(key, {**order, "path": "/nowhere"}, still_wanted))
        return honest(key, order, still_wanted)

    def iter_closing(lines):
        lines.close()
        return _Lines({}, lines)

    monkeypatch.setattr(the_jobs, "worker", dies_at_better)
    film_id = arriving(practice, journey, ONE_THAT_PLAYS)
    Workers.at_work(practice.vault)
    wait_for(lambda: job_of(practice, film_id, "better").state == "failed", 60)
    assert job_of(practice, film_id, "better").why == LEFT_UNDONE
    assert film(practice, film_id).state == "ready"
    monkeypatch.undo()
    try_again(practice, film_id)
    wait_for(lambda: job_of(practice, film_id, "better").state == "done", 60)
