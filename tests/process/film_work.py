"""What the tests of film work share: a film arrives, its work comes to an end."""

import psutil

from tests.films.making import bright
from tests.waiting import wait_for
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.filming import film
from vigreview.process.jobs import jobs

PASSPHRASE = "a warm kitchen"
LISTENS = "import sys; sys.stdin.buffer.read(32); sys.stdin.buffer.readline()"  # a stand-in worker
HDR = bright(10, (1280, 800))


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
