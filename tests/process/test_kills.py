"""Film work is taken up again after a kill of the worker, of the server, and of both."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.films.making import Wanted, make, steady
from tests.process.conftest import consent_to
from tests.process.film_work import HDR, PASSPHRASE, arriving, settled, until
from tests.waiting import wait_for
from vigreview.process.arriving import arrived, begin_film, expected_film, receive, received
from vigreview.process.consent import PURPOSES
from vigreview.process.filming import film, frame_times, open_film, pictures
from vigreview.process.jobs import Workers, jobs
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

PROJECT = Path(__file__).parents[2]
PLAYS = Wanted(steady(200), size=(480, 360), key_every=50, sound="aac")
RARE = Wanted(steady(200), key_every=200, codec="mpeg4", clock=1000, sound="aac")
FOREIGN = Wanted(steady(200), codec="mpeg4", container="avi", clock=25, sound="mp2")

# A program that has the vault open, and stops for good when a worker says the line waited for.
SERVER = """
import json, sys, threading
from pathlib import Path
from vigreview.process import jobs
from vigreview.vault.store import Vault
home, passphrase, task, stage = sys.argv[1:]
honest = jobs.worker
def watched(key, order, still_wanted):
    for line in honest(key, order, still_wanted):
        said = line.get("doing") or next(iter(line))
        if order["task"] == task and said.startswith(stage):
            print("there", flush=True)
            threading.Event().wait()
        yield line
jobs.worker = watched
threading.Timer(90, print, ["it never came"], {"flush": True}).start()
jobs.Workers.at_work(Vault.open(Path(home), passphrase))
threading.Event().wait()
"""

# One that receives half of a film and is killed in the middle.
RECEIVER = """
import sys, threading
from pathlib import Path
from vigreview.process.arriving import receive
from vigreview.process.practice import Practice
from vigreview.vault.store import Vault
home, passphrase, film_id, content = sys.argv[1:]
practice = Practice(Vault.open(Path(home), passphrase))
data = Path(content).read_bytes()
receive(practice, int(film_id), 0, data[: len(data) // 2])
print("there", flush=True)
threading.Event().wait()
"""


@pytest.fixture
def home(tmp_path):
    return tmp_path / "vault"


def brought(home, wanted):
    """Leave a vault with a film that has arrived, and nobody who works on it."""
    vault = Vault.create(home, PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    journey = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(practice, journey, PURPOSES)
    film_id = arriving(practice, journey, make(wanted))
    vault.lock()
    return film_id


def killed(script, *told, what="server"):
    """Run a program until it says that it is there, and kill it, its workers, or both."""
    program = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, told)], cwd=PROJECT, stdout=subprocess.PIPE
    )
    assert program.stdout.readline() == b"there\n"
    workers = psutil.Process(program.pid).children(recursive=True)
    for process in [
        *(workers if what != "server" else []),
        *([program] if what != "worker" else []),
    ]:
        process.kill()
    if what == "worker":
        psutil.wait_procs(workers, 20)
        program.kill()
    program.wait(20)
    program.stdout.close()
    # A worker whose server is gone ends by itself.
    _, alive = psutil.wait_procs(workers, 20)
    assert alive == []


def whole_again(home, film_id, frames):
    """Open the vault as the next sign-in does, and see all of the work done."""
    vault = Vault.open(home, PASSPHRASE)
    practice = Practice(vault)
    Workers.at_work(vault)
    until(practice, film_id, "ready")
    wait_for(lambda: not any(one.goes_on for one in jobs(practice, film_id)), 60)
    settled(practice, film_id)
    assert [one.why for one in jobs(practice, film_id)] == [None] * len(jobs(practice, film_id))
    assert len(frame_times(practice, film_id)) == frames
    shown = pictures(practice, film_id)
    assert shown.playing == "playing"
    assert shown.whole_strip
    with open_film(vault, film_id) as file:
        assert file.facts()["better"] is None
        for name in file.names():
            assert len(file.reader(name).read()) == file.length(name)
        sound = file.facts()["audio_codec"]
        assert (file.length("waveform") is not None) == (sound is not None)
    assert film(practice, film_id).frames == frames
    with practice.read() as db:
        assert db.execute("select max(tries) from jobs").fetchone()[0] <= 2
    vault.lock()


@pytest.mark.parametrize(
    ("what", "wanted", "task", "stage"),
    [
        ("server", PLAYS, "better", "Making it quick"),
        ("both", RARE, "prepare", "Making a copy"),
    ],
    ids=["better", "copy"],
)
def test_work_cut_short_is_taken_up_again(home, what, wanted, task, stage):
    film_id = brought(home, wanted)
    killed(SERVER, home, PASSPHRASE, task, stage, what=what)
    whole_again(home, film_id, len(wanted.times))


# Every stage of every kind of film; all three kinds of stop where most is half made.
STAGES = [
    (PLAYS, "prepare", "Looking", "server"),
    (PLAYS, "prepare", "playable", "both"),
    (PLAYS, "prepare", "Drawing", "worker"),
    (PLAYS, "prepare", "Listening", "server"),
    (PLAYS, "prepare", "done", "both"),
    (PLAYS, "better", "Looking", "worker"),
    (PLAYS, "better", "Making it quick", "server worker both"),
    (PLAYS, "better", "done", "server"),
    (FOREIGN, "prepare", "Drawing", "both"),
    (FOREIGN, "prepare", "Making a copy", "server worker both"),
    (FOREIGN, "prepare", "playable", "server"),
    (RARE, "prepare", "Making a copy", "worker"),
    (HDR, "prepare", "Making a copy", "server"),
    (HDR, "prepare", "done", "worker"),
    (HDR, "better", "Making a sharper", "server worker both"),
    (HDR, "better", "done", "both"),
]


@pytest.mark.long
@pytest.mark.parametrize(
    ("wanted", "task", "stage", "what"),
    [(*stage, what) for *stage, stops in STAGES for what in stops.split()],
)
def test_work_cut_short_at_any_stage_is_taken_up_again(home, what, wanted, task, stage):
    film_id = brought(home, wanted)
    killed(SERVER, home, PASSPHRASE, task, stage, what=what)
    whole_again(home, film_id, len(wanted.times))


def test_a_film_that_was_arriving_goes_on_from_what_is_here(home, tmp_path):
    content = make(FOREIGN)
    (tmp_path / "phone").write_bytes(content)
    vault = Vault.create(home, PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    journey = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(practice, journey, PURPOSES)
    film_id = expected_film(practice, journey)
    begin_film(practice, film_id, len(content))
    vault.lock()
    killed(RECEIVER, home, PASSPHRASE, film_id, tmp_path / "phone")
    vault = Vault.open(home, PASSPHRASE)
    practice = Practice(vault)
    held, _ = received(practice, film_id)
    assert 0 <= held <= len(content) // 2
    receive(practice, film_id, held, content[held:])
    arrived(practice, film_id)
    vault.lock()
    whole_again(home, film_id, len(FOREIGN.times))
