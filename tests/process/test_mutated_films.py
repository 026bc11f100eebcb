"""Whatever is wrong with a file, it ends in a sentence, leaves nothing behind and stops nobody."""

import os
from pathlib import Path

import pytest

from tests.process.conftest import consent_to
from tests.process.mutating import made_films, mutated
from tests.waiting import wait_for
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.consent import PURPOSES
from vigreview.process.filming import Film, erase_film, film, films
from vigreview.process.jobs import Workers, jobs
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

AT_ONCE = 100
LARGEST_REAL = 300_000  # bytes: larger ones would make it long without making it harder
EACH_TAKES_AT_MOST_S = 30


@pytest.fixture(scope="module")
def whole_films() -> list[bytes]:
    """Made films of many kinds, and the small ones of those that phones made."""
    folder = os.environ.get("VIGREVIEW_FILMS")
    real = sorted(Path(folder).iterdir()) if folder else []
    small = [
        path.read_bytes()
        for path in real
        if path.suffix not in (".md", ".json") and 0 < path.stat().st_size < LARGEST_REAL
    ]
    return made_films() + small


@pytest.fixture
def practice(tmp_path: Path):
    vault = Vault.create(tmp_path / "vault", "a warm kitchen", new_recovery_key())
    yield Practice(vault)
    vault.lock()


def test_a_hundred_mutated_films_end_in_a_sentence(practice, whole_films):
    bring_and_judge(practice, whole_films, range(AT_ONCE))


@pytest.mark.long
@pytest.mark.parametrize("first", range(AT_ONCE, 2000, AT_ONCE))
def test_all_mutated_films_end_in_a_sentence(practice, whole_films, first):
    bring_and_judge(practice, whole_films, range(first, first + AT_ONCE))


def bring_and_judge(practice: Practice, whole_films: list[bytes], numbers: range) -> None:
    journey = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(practice, journey, PURPOSES)
    brought = {}
    for number in numbers:
        content = mutated(whole_films, number)
        if content:
            brought[bring(practice, journey, content)] = number
    Workers(practice.vault, at_once=2)
    for film_id, number in brought.items():
        told = settled(practice, film_id)
        if told.state == "failed":
            assert told.why, f"film {number} failed without a word"
            assert told.why.endswith("."), f"film {number}: {told.why}"
        else:
            assert told.state == "ready", f"film {number} is {told.state}"
            assert told.frames, f"film {number} is ready without a frame"
    nothing_is_left_behind(practice)
    whole = bring(practice, journey, whole_films[0])
    assert settled(practice, whole).state == "ready"
    for one in films(practice, journey):
        if one.state == "ready":
            erase_film(practice, one.id, "The test is over.")
    assert files_of(practice) == set()
    with practice.read() as db:
        assert not db.table("films").count_where("key is not null")


def bring(practice: Practice, journey: int, content: bytes) -> int:
    film_id = expected_film(practice, journey)
    begin_film(practice, film_id, len(content))
    receive(practice, film_id, 0, content)
    arrived(practice, film_id)
    return film_id


def settled(practice: Practice, film_id: int) -> Film:
    """The film once nothing is done with it any more."""

    def over() -> bool:
        going = [one for one in jobs(practice, film_id) if one.state in ("waiting", "working")]
        return not going and film(practice, film_id).state in ("ready", "failed")

    # The films before it in the queue may take their time as well.
    within = EACH_TAKES_AT_MOST_S * AT_ONCE
    wait_for(over, within, lambda: f"{film(practice, film_id)} {jobs(practice, film_id)}")
    return film(practice, film_id)


def nothing_is_left_behind(practice: Practice) -> None:
    # A film is told to have failed once its key is gone; its file, unreadable by then, goes next.
    wait_for(
        lambda: files_of(practice) == kept_files(practice),
        EACH_TAKES_AT_MOST_S,
        lambda: f"left: {files_of(practice) - kept_files(practice)}",
    )


def files_of(practice: Practice) -> set[str]:
    """The films whose files, or whose files' logs, lie in the vault."""
    there = practice.vault.films_folder.iterdir()
    return {path.name.partition("-")[0] for path in there}


def kept_files(practice: Practice) -> set[str]:
    with practice.read() as db:
        found = db.execute("select file from films where key is not null").fetchall()
    return {name for (name,) in found}
