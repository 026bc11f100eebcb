"""Film work goes on after any kind of stop, harms nobody else, and ends with its film."""

import io
import itertools
import json
import re
import signal
import sys
import time

import av
import numpy as np
import psutil
import pytest

from tests.films.making import Wanted, make, steady
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
from vigreview.process.arriving import arrived, begin_next_film, receive
from vigreview.process.consent import PURPOSES, consents, withdraw_consent
from vigreview.process.filming import (
    TAKEN_OUT,
    ask,
    erase_film,
    film,
    frame_times,
    open_film,
    pictures,
    try_again,
)
from vigreview.process.jobs import Job, Workers, cancel, jobs
from vigreview.process.microanalysis import mark_clip, take_still
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice, Refused
from vigreview.process.said import BROKE_OFF, CRASHED, HUNG, LEFT_UNDONE, Said
from vigreview.process.settings import Settings, change
from vigreview.process.turns import gives_way, in_turn
from vigreview.vault.events import now
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault


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


def children(besides=()):
    there = psutil.Process().children(recursive=True)
    return [one for one in there if one.status() != psutil.STATUS_ZOMBIE and one not in besides]


def says(monkeypatch, line):
    """Let the worker take its key and its order, and say this one line."""
    script = f"{LISTENS}; print({json.dumps(line)!r}, flush=True)"
    monkeypatch.setattr(film_worker, "WORKER", [sys.executable, "-c", script])


@pytest.mark.parametrize("code", ["no_room", "film_file"])
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


@pytest.mark.parametrize("code", ["sound_only", "too_much", "broke_off"])
def test_a_film_that_cannot_be_used_leaves_only_its_sentence(
    practice, journey, content, monkeypatch, code
):
    says(monkeypatch, {"failed": code, "sentence": "There is only sound."})
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "failed")
    assert film(practice, film_id).why == "There is only sound."


HANGS_SILENTLY = f"{LISTENS}; print('{{}}', flush=True); sys.stdin.read(); threading.Event().wait()"
HANGS_IN_A_DECODER = """
import sys, threading
import vigreview.films.worker as worker
worker.PATIENCE = 0.3
worker.prepare = lambda *film_and_all: threading.Event().wait()
sys.exit(worker.main())
"""


@pytest.mark.parametrize(
    ("script", "limit_s"),
    [("import threading; " + HANGS_SILENTLY, 0.3), (HANGS_IN_A_DECODER, 30)],
    ids=["wholly", "in a decoder"],
)
def test_one_that_hangs_is_ended_after_a_limit_and_tried_once_more(
    practice, journey, content, monkeypatch, script, limit_s
):
    monkeypatch.setattr(film_worker, "WORKER", [sys.executable, "-c", script])
    monkeypatch.setattr(film_worker, "SILENT_SECONDS", limit_s)
    film_id = arriving(practice, journey, content)
    Workers.at_work(practice.vault)
    until(practice, film_id, "failed")
    assert film(practice, film_id).why == HUNG
    wait_for(lambda: not list(practice.vault.films_folder.iterdir()))
    monkeypatch.undo()
    other = arriving(practice, journey, content)
    until(practice, other, "ready")
    settled(practice, other)


SLEEPY = f"{LISTENS}; import threading; threading.Event().wait(1); print('{{}}', flush=True)"


def test_a_device_that_slept_in_between_is_no_worker_that_hangs(monkeypatch):
    monkeypatch.setattr(film_worker, "WORKER", [sys.executable, "-c", SLEEPY])
    monkeypatch.setattr(time, "monotonic", itertools.count(step=3600.0).__next__)
    assert list(film_worker.worker(bytearray(32), {}, lambda: True)) == [{}]


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("sys.exit(9)", LEFT_UNDONE),
        ('print(\'{"failed": "stuck", "sentence": "Stuck."}\')', LEFT_UNDONE),
        ('print(\'{"failed": "too_long", "sentence": "Too long."}\')', "Too long."),
    ],
)
def test_what_was_filmed_here_is_kept_where_another_try_might_make_something_of_it(
    practice, journey, content, monkeypatch, script, told
):
    with monkeypatch.context() as troubled:
        troubled.setattr(film_worker, "WORKER", [sys.executable, "-c", f"{LISTENS}; {script}"])
        film_id = begin_next_film(practice, journey, len(content), recorded=True)
        receive(practice, film_id, 0, content)
        arrived(practice, film_id)
        Workers.at_work(practice.vault)
        settled(practice, film_id)
    assert jobs(practice, film_id)[0].why == told
    assert film(practice, film_id).state == "preparing"
    try_again(practice, film_id)
    until(practice, film_id, "ready")
    settled(practice, film_id)


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


def queue(db, *wanted):
    """Put jobs in a queue: (film, task, state, args)."""
    db.table("jobs").delete_where()
    for film_id, task, state, args in wanted:
        db.table("jobs").insert(
            {"film_id": film_id, "task": task, "state": state, "args": args, "asked_at": now()}
        )


SHARPER, SCRUB = '{"sharper": true}', '{"sharper": false}'


@pytest.fixture
def two_films(practice, journey, content):
    return arriving(practice, journey, content), arriving(practice, journey, content)


def test_who_waits_comes_first_and_a_sharper_copy_before_the_clips_of_its_film(practice, two_films):
    one, other = two_films
    with practice.write() as db:
        queue(
            db,
            (one, "better", "waiting", SHARPER),
            (other, "better", "waiting", SCRUB),
            (other, "prepare", "waiting", "{}"),
            (one, "clip", "waiting", "{}"),
            (one, "still", "waiting", "{}"),
            (other, "clip", "waiting", "{}"),
        )
        order = [(job["film_id"], job["task"]) for job in in_turn(db)]
    assert order == [
        (one, "still"),
        (other, "clip"),
        (other, "prepare"),
        (one, "better"),
        (other, "better"),
    ]


def test_the_jobs_of_one_film_are_done_one_after_another(practice, two_films):
    one, other = two_films
    with practice.write() as db:
        queue(
            db,
            (one, "prepare", "working", "{}"),
            (one, "still", "waiting", "{}"),
            (other, "clip", "waiting", "{}"),
        )
        assert [job["film_id"] for job in in_turn(db)] == [other]


@pytest.mark.parametrize(
    ("args", "progress", "waiting", "at_once", "gives"),
    [
        (SCRUB, 0.9, ("one", "clip"), 2, True),
        (SCRUB, 0.1, ("other", "prepare"), 1, True),
        (SCRUB, 0.1, ("other", "prepare"), 2, False),  # somebody else has time for it
        (SCRUB, 0.1, ("other", "better"), 1, False),
        (SHARPER, 0.1, ("one", "still"), 2, True),
        (SHARPER, 0.1, ("one", "clip"), 1, False),  # it is cut from what is being made
        (SHARPER, 0.1, ("other", "clip"), 1, True),
        (SHARPER, 0.7, ("one", "still"), 1, False),  # nearly there
    ],
)
def test_only_what_goes_on_behind_a_film_gives_way(
    practice, two_films, args, progress, waiting, at_once, gives
):
    film_of = dict(zip(("one", "other"), two_films, strict=True))
    with practice.write() as db:
        queue(
            db,
            (film_of["one"], "better", "working", args),
            (film_of[waiting[0]], waiting[1], "waiting", "{}"),
        )
        db.execute("update jobs set progress = ? where state = 'working'", [progress])
        running = next(db.table("jobs").rows_where("state = 'working'"))
        assert gives_way(db, running, at_once) is gives
        assert not gives_way(db, {**running, "task": "prepare"}, at_once)


@pytest.mark.parametrize("args", [SHARPER, SCRUB])
@pytest.mark.parametrize(
    ("standing", "at_once", "gives"),
    [
        ([("other", "better", "waiting", SHARPER), ("other", "clip", "waiting", "{}")], 1, None),
        ([("other", "clip", "working", "{}"), ("other", "still", "waiting", "{}")], 2, False),
        ([("other", "prepare", "working", "{}"), ("third", "clip", "waiting", "{}")], 2, True),
    ],
)
def test_nothing_gives_way_to_what_could_not_begin_then(
    practice, journey, content, two_films, args, standing, at_once, gives
):
    names = dict(zip(("one", "other"), two_films, strict=True))
    names["third"] = arriving(practice, journey, content)
    if gives is None:  # clips wait for the sharper copy of their film, which comes before a scrub's
        gives = args == SCRUB
    with practice.write() as db:
        queue(
            db,
            (names["one"], "better", "working", args),
            *((names[name], *rest) for name, *rest in standing),
        )
        running = next(db.table("jobs").rows_where("task = 'better' and state = 'working'"))
        assert gives_way(db, running, at_once) is gives


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


FULL_DISK = """
import sys
import vigreview.films.worker as worker
from vigreview.films.chunks import Chunks
honest = Chunks.begin
def on_a_full_disk(self, name):
    begun = honest(self, name)
    if name == "playing":  # room for a little more, and no more
        pages = self.value("PRAGMA page_count")
        self.rows(f"PRAGMA max_page_count = {pages + 40}")
    return begun
Chunks.begin = on_a_full_disk
sys.exit(worker.main())
"""


def a_film_of_noise():
    """Two seconds that no encoder makes small."""
    into, chance = io.BytesIO(), np.random.default_rng(7)
    with av.open(into, "w", format="avi") as container:
        stream = container.add_stream("mjpeg", rate=25)
        stream.width, stream.height, stream.pix_fmt = 640, 480, "yuvj420p"
        for _ in range(50):
            image = chance.integers(0, 256, (480, 640, 3), dtype=np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
        container.mux(stream.encode(None))
    return into.getvalue()


def test_a_disk_that_fills_up_keeps_the_film_and_says_how_much_room_is_wanted(
    practice, journey, monkeypatch
):
    noise = a_film_of_noise()
    with monkeypatch.context() as full:
        full.setattr(film_worker, "WORKER", [sys.executable, "-c", FULL_DISK])
        film_id = arriving(practice, journey, noise)
        Workers.at_work(practice.vault)
        settled(practice, film_id)
    (job,) = jobs(practice, film_id)
    assert job.state == "failed"
    assert "not enough room" in job.why
    assert re.search(r"about \d+ MB more", job.why)
    assert film(practice, film_id).state == "preparing"
    try_again(practice, film_id)
    until(practice, film_id, "ready")
    settled(practice, film_id)
