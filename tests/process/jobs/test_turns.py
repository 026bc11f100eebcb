"""Whose turn it is: who waits comes first, one film's jobs are done one after another."""

import pytest

from tests.process.film_work import (
    arriving,
)
from vigreview.process.turns import gives_way, in_turn
from vigreview.vault.events import now


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
