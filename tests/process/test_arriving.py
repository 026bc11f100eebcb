"""Films on their way in: several at once, of unknown length, broken off, given up, again."""

import hashlib
import os
from datetime import UTC, datetime, timedelta

import pytest

from tests.process.conftest import FILM, consent_to
from vigreview.process import arriving, film_limits
from vigreview.process.arriving import (
    arrived,
    begin_film,
    begin_next_film,
    broken_off_recordings,
    expected_film,
    finish_recording,
    give_up_film,
    receive,
    received,
    remove_forsaken,
    tell_length,
)
from vigreview.process.consent import PURPOSES, consents, withdraw_consent
from vigreview.process.filming import erase_film, film, film_failed, films, open_film
from vigreview.process.jobs import jobs
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Refused
from vigreview.process.same_film import known_films, same_before
from vigreview.process.settings import Settings, change
from vigreview.refusals import Gone, NoRoom, NotThere, TooLarge


def bring(practice, film_id, content=FILM):
    receive(practice, film_id, received(practice, film_id)[0], content)
    arrived(practice, film_id)


def content_of(practice, film_id):
    with open_film(practice.vault, film_id) as file:
        return file.read("original", 0, file.length("original"))


@pytest.fixture
def recording(practice, consented):
    """The id of something that is being filmed here; its length is not known yet."""
    return begin_next_film(practice, consented, None, recorded=True)


def test_several_films_arrive_side_by_side(practice, consented):
    first = begin_next_film(practice, consented, len(FILM))
    second = begin_next_film(practice, consented, 5)
    receive(practice, first, 0, FILM[:10])
    bring(practice, second, b"other")
    assert received(practice, first) == (10, len(FILM))
    bring(practice, first, FILM[10:])
    assert (content_of(practice, first), content_of(practice, second)) == (FILM, b"other")


def test_films_are_numbered_in_the_order_in_which_they_arrive(practice, consented):
    slow, taken_out, quick = (begin_next_film(practice, consented, len(FILM)) for _ in range(3))
    bring(practice, quick)
    give_up_film(practice, taken_out)
    bring(practice, slow)
    third = begin_next_film(practice, consented, len(FILM))
    assert third == taken_out  # the place that was given up, under a number of its own
    bring(practice, third)
    held = {one.id: one.cycle for one in films(practice, consented)}
    assert held == {quick: 1, slow: 2, third: 3}


def cycles(practice, journey):
    return {one.id: one.cycle for one in films(practice, journey) if one.state == "preparing"}


def test_a_film_that_comes_to_nothing_leaves_no_gap(practice, consented):
    first, second, third = (begin_next_film(practice, consented, len(FILM)) for _ in range(3))
    for one in (first, second, third):
        bring(practice, one)
    film_failed(practice.vault, first, "only sound")
    assert cycles(practice, consented) == {second: 1, third: 2}
    fourth = begin_next_film(practice, consented, len(FILM))
    bring(practice, fourth)
    erase_film(practice, second, "the wrong film")
    assert cycles(practice, consented) == {third: 1, fourth: 2}


def test_a_number_by_which_a_film_is_known_is_kept_and_never_given_twice(practice, consented):
    first, second, third = (begin_next_film(practice, consented, len(FILM)) for _ in range(3))
    for one in (first, second, third):
        bring(practice, one)
    with practice.write() as db:
        clip = {"start_us": 0, "end_us": 9, "position": 1, "made_at": "2026-11-01"}
        db["clips"].insert({"film_id": second, **clip})
    film_failed(practice.vault, first, "only sound")
    assert cycles(practice, consented) == {second: 2, third: 3}
    fourth = begin_next_film(practice, consented, len(FILM))
    bring(practice, fourth)
    assert cycles(practice, consented)[fourth] == 4


def test_a_film_that_is_refused_leaves_no_row(practice, consented):
    for length in (0, -3, 8_000_000_001):
        with pytest.raises(Refused):
            begin_next_film(practice, consented, length)
    assert films(practice, consented) == []


def test_a_film_that_arrived_is_said_to_be_all_there(practice, consented):
    one = begin_next_film(practice, consented, len(FILM))
    bring(practice, one)
    assert received(practice, one) == (len(FILM), len(FILM))
    arrived(practice, one)  # a client that lost the answer says so again
    assert len(jobs(practice, one)) == 1


def test_a_recording_grows_until_its_length_is_told(practice, recording):
    assert received(practice, recording) == (0, None)
    receive(practice, recording, 0, FILM[:1000])
    assert received(practice, recording) == (1000, None)
    with pytest.raises(Refused):
        tell_length(practice, recording, 999)
    tell_length(practice, recording, 1000)
    with pytest.raises(Refused):
        tell_length(practice, recording, 1001)
    arrived(practice, recording)
    held = film(practice, recording)
    assert (held.state, held.bytes, held.recorded) == ("preparing", 1000, True)


def test_a_recording_that_broke_off_is_kept_and_can_be_used(practice, consented, recording):
    receive(practice, recording, 0, FILM[:1000])
    assert [one.id for one in broken_off_recordings(practice, consented)] == [recording]
    assert expected_film(practice, consented) != recording
    with pytest.raises(Refused, match="Decide about that first"):
        begin_film(practice, recording, 5)
    finish_recording(practice, recording)
    assert broken_off_recordings(practice, consented) == []
    assert content_of(practice, recording) == FILM[:1000]
    assert (film(practice, recording).state, film(practice, recording).bytes) == ("preparing", 1000)
    assert [job.task for job in jobs(practice, recording)] == ["prepare"]


def test_a_recording_of_which_nothing_was_kept_is_no_film(practice, consented, recording):
    with pytest.raises(Refused, match="Nothing of this recording was kept"):
        finish_recording(practice, recording)
    give_up_film(practice, recording)
    assert broken_off_recordings(practice, consented) == []
    assert not film(practice, recording).recorded


def test_a_crash_between_sealing_and_saying_so_costs_nothing(practice, consented, recording):
    receive(practice, recording, 0, FILM)
    with open_film(practice.vault, recording) as file:
        file.seal("original", "video/mp4")
    finish_recording(practice, recording)
    assert content_of(practice, recording) == FILM


def test_a_recording_is_not_finished_without_consent(practice, consented, recording):
    receive(practice, recording, 0, FILM)
    withdraw_consent(practice, consents(practice, consented)[0].id)
    with pytest.raises(Refused, match="There is no consent"):
        finish_recording(practice, recording)


def test_a_film_that_came_to_nothing_is_gone_for_good(practice, consented):
    one = begin_next_film(practice, consented, len(FILM))
    bring(practice, one)
    film_failed(practice.vault, one, "This file has no picture in it, only sound.")
    with pytest.raises(Gone, match="only sound"):
        received(practice, one)


# Limits


@pytest.fixture
def at_most_1_gb(practice):
    change(practice, Settings(largest_gigabytes=1))
    yield
    change(practice, Settings())


@pytest.mark.usefixtures("at_most_1_gb")
def test_a_film_may_be_as_large_as_the_settings_say(practice, consented):
    begin_next_film(practice, consented, 1_000_000_000)
    with pytest.raises(TooLarge, match="This film is larger than 1 GB, which is more than"):
        begin_next_film(practice, consented, 1_000_000_001)


def test_a_recording_may_grow_no_further_than_a_film_may(practice, recording, monkeypatch):
    monkeypatch.setattr(film_limits, "GB", 1000)
    receive(practice, recording, 0, b"x" * 8000)
    with pytest.raises(TooLarge):
        receive(practice, recording, 8000, b"x")
    assert received(practice, recording) == (8000, None)  # what was filmed is kept


def test_a_film_for_which_there_is_no_room_is_refused_before_it_is_sent(
    practice, consented, monkeypatch
):
    monkeypatch.setattr(film_limits, "room", lambda practice: len(FILM) - 1)
    with pytest.raises(NoRoom, match="There is not enough room left on this device"):
        begin_next_film(practice, consented, len(FILM))
    assert films(practice, consented) == []


# Consent withdrawn in the middle


def test_once_consent_is_withdrawn_the_next_byte_takes_out_what_had_arrived(practice, consented):
    one = begin_next_film(practice, consented, len(FILM))
    with arriving.arriving(practice, one) as arrival:
        arrival.add(0, FILM[:1000])
        there = set(practice.vault.films_folder.iterdir())
        withdraw_consent(practice, consents(practice, consented)[0].id)
        with pytest.raises(Refused, match="There is no consent for Sam to be filmed"):
            arrival.add(1000, FILM[1000:])
    with pytest.raises(NotThere):
        received(practice, one)
    assert len(set(practice.vault.films_folder.iterdir()) & there) < len(there)


def test_what_was_recorded_waits_locked_when_consent_is_withdrawn(practice, consented, recording):
    receive(practice, recording, 0, FILM[:1000])
    withdraw_consent(practice, consents(practice, consented)[0].id)
    with pytest.raises(Refused, match="There is no consent"):
        receive(practice, recording, 1000, FILM[1000:])
    assert received(practice, recording) == (1000, None)


# Forsaken


def last_touched(practice, film_id, at):
    with practice.read() as db:
        name = db["films"].get(film_id)["file"]
    for path in practice.vault.films_folder.glob(f"{name}*"):
        os.utime(path, (at.timestamp(), at.timestamp()))


def test_what_half_arrived_is_removed_after_a_day_and_no_sooner(practice, consented, recording):
    now = datetime.now(UTC)
    forsaken, resumed = (begin_next_film(practice, consented, len(FILM)) for _ in range(2))
    there = begin_next_film(practice, consented, len(FILM))
    bring(practice, there)
    for one in (forsaken, resumed, recording):
        receive(practice, one, 0, FILM[:1000])
        last_touched(practice, one, now - timedelta(hours=23))
    receive(practice, resumed, 1000, FILM[1000:2000])
    remove_forsaken(practice, now)
    assert received(practice, forsaken) == (1000, len(FILM))
    remove_forsaken(practice, now + timedelta(hours=2))
    with pytest.raises(NotThere):
        received(practice, forsaken)
    assert received(practice, resumed) == (2000, len(FILM))
    assert received(practice, recording) == (1000, None)  # it is nowhere else
    assert film(practice, there).state == "preparing"


# The same film twice


@pytest.fixture
def another_family(practice):
    journey = add_family(practice, "Nia and Jo", [Carer("Jo")], [Baby("Nia", born_on="2026-05-01")])
    consent_to(practice, journey, PURPOSES)
    return journey


@pytest.fixture
def long_content():
    return os.urandom(3 * 1024 * 1024)


@pytest.fixture
def long_film(practice, consented, long_content):
    one = begin_next_film(practice, consented, len(long_content), "what the client said")
    bring(practice, one, long_content)
    return one


def test_a_film_is_known_by_its_length_and_ends_whoever_sent_it(
    practice, consented, long_film, long_content
):
    ends = str(len(long_content)).encode() + long_content[: 1024**2] + long_content[-(1024**2) :]
    assert film(practice, long_film).fingerprint == hashlib.sha256(ends).hexdigest()
    small = begin_next_film(practice, consented, 3)
    bring(practice, small, b"abc")
    assert film(practice, small).fingerprint == hashlib.sha256(b"3abcabc").hexdigest()


def test_the_same_film_again_is_taken_and_said(practice, consented, long_film, long_content):
    again = begin_next_film(practice, consented, len(long_content))
    bring(practice, again, long_content)
    before = same_before(practice, again)
    assert (before.film_id, before.cycle) == (long_film, 1)
    assert same_before(practice, long_film) is None
    own = [one.film_id for one in known_films(practice, consented) if one.film_id]
    assert own == [long_film, again]


def test_of_another_familys_film_it_is_not_said_which(
    practice, long_film, another_family, long_content
):
    (known,) = [
        one
        for one in known_films(practice, another_family)
        if one.fingerprint == film(practice, long_film).fingerprint
    ]
    assert (known.film_id, known.cycle) == (None, None)
    again = begin_next_film(practice, another_family, len(long_content))
    bring(practice, again, long_content)
    assert same_before(practice, again).film_id is None


def test_an_erased_film_is_not_known_again(practice, consented, long_film, long_content):
    print_ = film(practice, long_film).fingerprint
    erase_film(practice, long_film, "the family asked for it")
    assert film(practice, long_film).fingerprint is None
    assert print_ not in [one.fingerprint for one in known_films(practice, consented)]
    with practice.read() as db:
        assert not any(print_ in held["payload"] for held in db["payloads"].rows)
    given_up = begin_next_film(practice, consented, len(long_content), "a fingerprint")
    give_up_film(practice, given_up)
    assert film(practice, given_up).fingerprint is None
