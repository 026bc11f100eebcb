"""Consent comes before filming, is asked about everything, and can be taken back at any time."""

import pytest

from tests.process.conftest import consent_to
from vigreview.process.arriving import begin_film, expected_film, receive
from vigreview.process.consent import consents, give_consent, may, may_film, withdraw_consent
from vigreview.process.filming import erase_film
from vigreview.process.people import Carer, add_carer
from vigreview.process.practice import NotThere, Refused
from vigreview.process.watching import open_stream

EVERYTHING = ("receive", "play", "cut", "still", "review")


def test_without_consent_nothing_may_be_filmed(practice, journey):
    permission = may_film(practice, journey)
    assert not permission
    assert permission.because == (
        "There is no consent for Sam to be filmed, and the film kept on this device for our work "
        "together."
    )
    with pytest.raises(Refused):
        expected_film(practice, journey)


def test_everybody_who_is_seen_must_have_said_yes(practice, journey):
    consent_to(practice, journey, ["filming"])
    assert may_film(practice, journey)
    add_carer(practice, journey, Carer("Max"))
    assert "Max" in may_film(practice, journey).because


def test_a_yes_to_filming_is_not_a_yes_to_looking_together(practice, journey, film):
    review = [one for one in consents(practice, journey) if one.purpose == "review"]
    withdraw_consent(practice, review[0].id)
    assert may(practice, "play", film)
    assert not may(practice, "review", film)


@pytest.mark.parametrize("purpose", EVERYTHING)
def test_a_withdrawn_consent_refuses_everything_at_once(practice, journey, film, purpose):
    assert may(practice, purpose, film)
    filming = [one for one in consents(practice, journey) if one.purpose == "filming"]
    withdraw_consent(practice, filming[0].id)
    assert not may(practice, purpose, film)


def test_what_nobody_was_asked_about_is_refused(practice, film):
    assert not may(practice, "publish", film)
    assert not may(practice, "play", 99_999)


def test_a_stream_that_is_open_stops_at_the_next_piece(practice, journey, film):
    opened = open_stream(practice, "film", film, "original")
    assert opened.allowed()
    assert opened.read(0, 9) == b"the first"
    filming = [one for one in consents(practice, journey) if one.purpose == "filming"]
    withdraw_consent(practice, filming[0].id)
    assert not opened.allowed()
    opened.close()
    with pytest.raises(Refused):
        open_stream(practice, "film", film, "original")


def test_bytes_that_arrive_after_a_withdrawal_are_refused(practice, consented):
    film = expected_film(practice, consented)
    begin_film(practice, film, 1000)
    receive(practice, film, 0, b"x" * 100)
    for one in consents(practice, consented):
        withdraw_consent(practice, one.id)
    with pytest.raises(Refused):
        receive(practice, film, 100, b"x" * 100)


def test_an_erased_film_may_nothing(practice, film):
    erase_film(practice, film, "the family asked")
    assert may(practice, "play", film).because == "This film has been erased."
    with pytest.raises(Refused):
        open_stream(practice, "film", film, "original")


def test_a_consent_names_who_gave_it_in_which_capacity_and_how(practice, journey):
    given = {"given_by": "Leeds City Council", "capacity": "local authority"}
    baby = consents_about_baby(practice, journey)
    give_consent(
        practice,
        journey,
        purpose="filming",
        evidence="court order",
        given_on="2026-11-02",
        baby_id=baby,
        **given,
    )
    kept = consents(practice, journey)[0]
    assert (kept.about, kept.given_by, kept.capacity) == (
        "Ada",
        "Leeds City Council",
        "local authority",
    )


def consents_about_baby(practice, journey):
    with practice.read() as db:
        return next(db["journey_babies"].rows_where("journey_id = ?", [journey]))["baby_id"]


@pytest.mark.parametrize(
    "change",
    [
        {"given_by": " "},
        {"evidence": ""},
        {"capacity": "a friend"},
        {"purpose": "anything"},
        {"carer_id": None},
    ],
)
def test_a_consent_that_says_too_little_is_refused(practice, journey, change):
    whole = {
        "purpose": "filming",
        "given_by": "Samira",
        "capacity": "for themselves",
        "evidence": "signed form",
        "given_on": "2026-11-01",
        "carer_id": 1,
    }
    with pytest.raises(Refused):
        give_consent(practice, journey, **{**whole, **change})
    assert consents(practice, journey) == []


def test_there_is_no_stream_of_another_name(practice, film):
    with pytest.raises(NotThere):
        open_stream(practice, "film", film, "keys")
    with pytest.raises(NotThere):
        open_stream(practice, "words", film)
