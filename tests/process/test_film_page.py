"""What the films' screen offers while a film is not ready: to try again, and to erase it."""

import pytest

from tests.process.conftest import FILM
from tests.screens.seat import Seat
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.filming import film
from vigreview.process.jobs import jobs
from vigreview.web import sessions


@pytest.fixture
def desk(practice, monkeypatch):
    doors = sessions.Sessions()
    monkeypatch.setattr(sessions, "DOORS", doors)
    return Seat(doors.begin(practice.vault, "Kim")[0])


@pytest.fixture
def half(practice, consented):
    film_id = expected_film(practice, consented)
    begin_film(practice, film_id, len(FILM))
    receive(practice, film_id, 0, FILM[:1000])
    return film_id


@pytest.fixture
def coming(practice, half):
    receive(practice, half, 1000, FILM[1000:])
    arrived(practice, half)
    return half


def erase(desk, film_id):
    desk.fill(**{f"why-{film_id}": "Sam asked for it"})
    desk.tap(f"erase-{film_id}")


def test_a_film_half_arrived_can_be_erased_when_consent_is_gone(practice, desk, consented, half):
    withdraw_consent(practice, consents(practice, consented)[0].id)
    erase(desk.open("film", journey=consented), half)
    assert film(practice, half).state == "erased"
    assert desk.parts("uploader") == []


def test_a_film_being_made_ready_can_be_taken_out(practice, desk, consented, coming):
    desk.open("film", journey=consented).tap(f"cancel-{coming}")
    assert film(practice, coming).state == "erased"
    assert len(desk.parts("uploader")) == 1


def test_passing_trouble_says_so_and_can_be_tried_again(practice, desk, consented, coming):
    with practice.write() as db:
        db.execute("update jobs set state = 'failed', why = 'There is not enough room.'")
    desk.open("film", journey=consented)
    assert "There is not enough room." in desk.lines
    assert f"cancel-{coming}" in desk.keys
    desk.tap(f"again-{coming}")
    assert "There is not enough room." not in desk.lines
    assert [job.state for job in jobs(practice, coming)] == ["waiting"]
