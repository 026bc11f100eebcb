"""What goes wrong in film work ends in a sentence, harms nobody else, and keeps what it can."""

import io
import itertools
import json
import re
import sys
import time

import av
import numpy as np
import pytest

from tests.process.film_work import (
    LISTENS,
    arriving,
    settled,
    until,
)
from tests.waiting import wait_for
from vigreview.process import film_worker
from vigreview.process import jobs as the_jobs
from vigreview.process.arriving import arrived, begin_next_film, receive
from vigreview.process.filming import (
    film,
    try_again,
)
from vigreview.process.jobs import Workers, jobs
from vigreview.process.said import BROKE_OFF, HUNG, LEFT_UNDONE


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
    assert "RuntimeError at test_trouble.py" in caplog.text
    assert "Ada and Sam" not in caplog.text


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
