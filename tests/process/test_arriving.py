"""Films on their way in: several at once, of unknown length, broken off, given up."""

import pytest

from tests.process.conftest import FILM
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
    tell_length,
)
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.filming import film, film_failed, films, open_film
from vigreview.process.jobs import jobs
from vigreview.process.practice import Refused


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


def test_a_number_is_never_given_twice(practice, consented):
    first, second, third = (begin_next_film(practice, consented, len(FILM)) for _ in range(3))
    for one in (first, second, third):
        bring(practice, one)
    film_failed(practice.vault, first, "only sound")
    fourth = begin_next_film(practice, consented, len(FILM))
    bring(practice, fourth)
    numbers = [one.cycle for one in films(practice, consented) if one.state != "failed"]
    assert numbers == [2, 3, 4]


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
