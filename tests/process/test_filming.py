"""Films arrive, fail, and are erased, and leave nothing behind that should be gone."""

import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.process.conftest import FILM, a_film
from vigreview import cipher
from vigreview.films.file import FilmFile
from vigreview.process import arriving, film_worker, filming, together
from vigreview.process.arriving import (
    arrived,
    begin_film,
    expected_film,
    give_up_film,
    receive,
    received,
)
from vigreview.process.filming import erase_film, film_failed, films, open_film, sweep
from vigreview.process.filming import film as the_film
from vigreview.process.jobs import jobs
from vigreview.process.journeys import journey
from vigreview.process.microanalysis import (
    bring_back_clip,
    clips,
    delete_clip,
    describe_clip,
    mark_clip,
)
from vigreview.process.practice import NotThere, Practice, Refused
from vigreview.process.progress import next_step
from vigreview.process.shared_review import get_ready, notice, noticings
from vigreview.process.stills import stills, take_still
from vigreview.vault import events


def files_of(practice):
    return {path.name for path in practice.vault.films_folder.iterdir()}


def test_a_film_arrives_in_pieces_and_goes_on_where_it_was(practice, consented):
    film = expected_film(practice, consented)
    begin_film(practice, film, len(FILM))
    receive(practice, film, 0, FILM[:1000])
    assert received(practice, film) == (1000, len(FILM))
    assert expected_film(practice, consented) == film
    receive(practice, film, 1000, FILM[1000:])
    arrived(practice, film)
    assert the_film(practice, film).state == "preparing"
    assert [job.task for job in jobs(practice, film)] == ["prepare"]
    with open_film(practice.vault, film) as file:
        assert file.read("original", 0, len(FILM)) == FILM


def test_the_first_bytes_of_a_film_are_found_nowhere_on_the_disk(practice, film):
    for path in practice.vault.home.rglob("*"):
        if path.is_file():
            assert FILM[:32] not in path.read_bytes()


def test_another_file_chosen_instead_begins_anew(practice, consented):
    film = expected_film(practice, consented)
    begin_film(practice, film, 1000)
    receive(practice, film, 0, b"x" * 500)
    before = files_of(practice)
    begin_film(practice, film, 2000)
    assert received(practice, film) == (0, 2000)
    assert len(files_of(practice)) == len(before)


@pytest.mark.parametrize("length", [0, -1, 8_000_000_001])
def test_a_film_of_no_or_too_many_bytes_is_refused(practice, consented, length):
    film = expected_film(practice, consented)
    with pytest.raises(Refused):
        begin_film(practice, film, length)
    assert the_film(practice, film).state == "expected"


def test_a_film_given_up_leaves_nothing(practice, consented):
    before = files_of(practice)
    film = expected_film(practice, consented)
    begin_film(practice, film, 1000)
    give_up_film(practice, film)
    assert files_of(practice) == before
    assert expected_film(practice, consented) == film
    with pytest.raises(NotThere):
        received(practice, film)


def test_a_failed_film_leaves_its_sentence_and_nothing_else(practice, consented):
    film = a_film(practice, consented)
    name = file_name(practice, film)
    film_failed(practice.vault, film, "This file has no picture in it, only sound.")
    kept = the_film(practice, film)
    assert (kept.state, kept.why) == ("failed", "This file has no picture in it, only sound.")
    assert not any(name in one for one in files_of(practice))
    assert expected_film(practice, consented) != film


def file_name(practice, film):
    with practice.read() as db:
        return db["films"].get(film)["file"]


def test_erasing_takes_key_file_clips_and_stills_and_leaves_a_line(practice, film):
    name = file_name(practice, film)
    clip = mark_clip(practice, film, 1_000_000, 5_000_000)
    take_still(practice, film, 2_000_000, clip)
    with practice.read() as db:
        key = db["films"].get(film)["key"]
    erase_film(practice, film, "the family asked for it")
    kept = the_film(practice, film)
    assert kept.state == "erased"
    assert kept.erased_at
    assert kept.why == "the family asked for it"
    assert clips(practice, film) == []
    assert stills(practice, film) == []
    assert jobs(practice, film) == []
    assert not any(one.startswith(name) for one in files_of(practice))
    with practice.read() as db:
        assert db["films"].get(film)["key"] is None
        line = next(db["events"].rows_where("verb = 'erase film' and subject_id = ?", [film]))
        assert line["actor"] == "practitioner"
        assert not any(key in str(payload).encode() for payload in db["payloads"].rows)


def test_erasing_asks_why(practice, film):
    with pytest.raises(Refused):
        erase_film(practice, film, "  ")
    assert the_film(practice, film).state == "ready"


def test_a_file_without_a_row_is_swept_away(practice, film):
    stray = practice.vault.films_folder / "0123.film"
    log = practice.vault.films_folder / "4567.film-wal"
    for path in (stray, log):
        path.write_bytes(b"left by a crash")
    sweep(practice.vault)
    assert not stray.exists()
    assert not log.exists()
    with open_film(practice.vault, film) as file:
        assert file.length("original") == len(FILM)


def test_an_open_file_that_cannot_be_removed_goes_later(practice, film, monkeypatch):
    """Windows raises PermissionError for a file that somebody has open."""
    path = practice.vault.films_folder / file_name(practice, film)
    honest = Path.unlink
    once = [PermissionError("somebody has it open")]

    def unlink(self, *args, **named):
        if once:
            raise once.pop()
        honest(self, *args, **named)

    monkeypatch.setattr(Path, "unlink", unlink)
    erase_film(practice, film, "the family asked for it")
    assert the_film(practice, film).state == "erased"
    assert path.exists()
    sweep(practice.vault)
    assert not path.exists()


def test_a_film_erased_while_it_is_opened_leaves_no_empty_file(practice, film, monkeypatch):
    path = practice.vault.films_folder / file_name(practice, film)
    honest = cipher.connect

    def erased_first(*args, **named):
        FilmFile.erase(path)
        return honest(*args, **named)

    monkeypatch.setattr(cipher, "connect", erased_first)
    with pytest.raises(NotThere, match="no longer on this device"):
        open_film(practice.vault, film)
    assert not any(name.startswith(path.name) for name in files_of(practice))


def test_a_film_whose_file_is_gone_is_not_there(practice, film):
    FilmFile.erase(practice.vault.films_folder / file_name(practice, film))
    with pytest.raises(NotThere, match="no longer on this device"):
        open_film(practice.vault, film)


def test_erasing_takes_private_notes_and_keeps_what_was_said(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    other = mark_clip(practice, film, 1_000_000, 5_000_000)
    describe_clip(practice, made, name="Looking", why="an earlier private thought", chosen=True)
    describe_clip(practice, made, why="a private thought")
    describe_clip(practice, other, why="a private thought")
    delete_clip(practice, other)
    seat = Practice(practice.vault, get_ready(practice, film))
    together.hand_over(practice, seat.sitting)
    notice(seat, made, "she looked at me", None)
    erase_film(practice, film, "the family asked for it")
    with practice.read() as db:
        assert [db["clips"].get(one)["why"] for one in (made, other)] == ["", ""]
        assert db["clips"].get(made)["name"] == "Looking"
        left = " ".join(held["payload"] for held in db["payloads"].rows)
        assert "private thought" not in left
        assert "she looked at me" in left
        assert events.first_broken(db) is None
    assert [one.words for one in noticings(practice, seat.sitting)] == ["she looked at me"]


def test_a_film_erased_before_it_was_ready_is_no_cycle(practice, consented):
    half = expected_film(practice, consented)
    begin_film(practice, half, 1000)
    erase_film(practice, half, "the wrong film")
    assert the_film(practice, expected_film(practice, consented)).cycle == 1


def test_cycles_are_counted_without_the_films_that_failed(practice, consented):
    first = a_film(practice, consented)
    film_failed(practice.vault, a_film(practice, consented), "only sound")
    third = a_film(practice, consented)
    held = {one.id: one.cycle for one in films(practice, consented)}
    assert (held[first], held[third]) == (1, 2)


@pytest.fixture
def wiped(monkeypatch):
    """What is wiped: each secret itself, and what it was before."""
    seen = []
    honest = cipher.wipe

    def wipe(key):
        seen.append((key, bytes(bytearray(key))))
        honest(key)

    monkeypatch.setattr(arriving, "wipe", wipe)
    monkeypatch.setattr(filming, "wipe", wipe)
    monkeypatch.setattr(film_worker, "wipe", wipe)
    return seen


def test_a_films_key_is_wiped_wherever_it_was_used(practice, consented, wiped, monkeypatch):
    film = expected_film(practice, consented)
    begin_film(practice, film, 1000)
    with practice.read() as db:
        key = db["films"].get(film)["key"]
    assert [type(held) for held, _ in wiped] == [bytes]
    open_film(practice.vault, film).close()
    assert [type(held) for held, _ in wiped] == [bytes, bytes, bytearray]
    monkeypatch.setattr(film_worker, "WORKER", [sys.executable, "-c", ""])
    handed_over = filming.film_key(practice.vault, film)
    list(film_worker.worker(handed_over, {}, lambda: True))
    assert handed_over == bytes(32)
    assert all(before in (key, bytes(32)) for _, before in wiped)
    assert not any(any(held) for held, _ in wiped)


def test_what_is_read_of_a_film_has_no_copy_of_its_key(practice, consented, film, monkeypatch):
    """Only `film_key` reads it; every other question leaves it where it is."""
    asked = []
    honest = Database.execute

    def execute(self, sql, *args):
        cursor = honest(self, sql, *args)
        if "key" in [column[0] for column in cursor.description or []]:
            asked.append(sql)
        return cursor

    monkeypatch.setattr(Database, "execute", execute)
    made = mark_clip(practice, film, 0, 4_000_000)
    describe_clip(practice, made, chosen=True)
    get_ready(practice, film)
    next_step(practice, journey(practice, consented))
    delete_clip(practice, made)
    bring_back_clip(practice, made)
    half = expected_film(practice, consented)
    begin_film(practice, half, 1000)
    give_up_film(practice, half)
    erase_film(practice, film, "the family asked for it")
    sweep(practice.vault)
    assert set(asked) == {"select key from films where id = ?"}
