"""The films of a journey: consent first, then the film, and how it leaves again."""

import pytest

from tests.process.conftest import FILM, a_film, consent_to
from tests.screens.lives import a_clip, a_family, a_review, carer_of, with_film, with_question
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.consent import PURPOSES
from vigreview.process.filming import film, film_failed
from vigreview.process.microanalysis import clips
from vigreview.process.shared_review import notice


@pytest.fixture
def journey(practice):
    return a_family(practice)


@pytest.fixture
def consented(practice, journey):
    consent_to(practice, journey, PURPOSES)
    return journey


def test_without_consent_no_film_is_taken_and_it_says_whose_is_missing(practice, desk, journey):
    desk.open("film", journey=journey)
    assert desk.parts("uploader") == []
    assert "Consent comes first" in desk.lines
    assert "There is no consent for Sam to be filmed" in desk.words
    assert desk.tap("to_consent").title == "Consent"
    assert desk.address == {"journey": journey}


def test_with_consent_a_film_can_be_brought(practice, desk, consented):
    (wanted,) = desk.open("film", journey=consented).parts("uploader")
    assert film(practice, wanted["film_id"]).state == "expected"
    again = desk.open("film", journey=consented).part("uploader")
    assert again["film_id"] == wanted["film_id"]


def test_a_film_half_arrived_goes_on_where_it_was(practice, desk, consented):
    half = expected_film(practice, consented)
    begin_film(practice, half, len(FILM))
    receive(practice, half, 0, FILM[:1000])
    desk.open("film", journey=consented)
    assert desk.part("uploader")["film_id"] == half
    assert "Choose the same file again and it goes on where it was." in desk.words


def test_a_film_that_is_being_made_ready_shows_how_far_it_is(practice, desk, consented):
    coming = expected_film(practice, consented)
    begin_film(practice, coming, len(FILM))
    receive(practice, coming, 0, FILM)
    arrived(practice, coming)
    with practice.write() as db:
        db.execute("update jobs set progress = 0.4, doing = 'Drawing the filmstrip'")
    desk.open("film", journey=consented)
    assert desk.parts("uploader") == []
    (bar,) = [one for one in desk.elements if one.type == "progress"]
    assert bar.proto.value == 40
    assert "Drawing the filmstrip" in desk.lines
    assert "You can leave this page: it goes on by itself." in desk.lines


def test_a_film_that_cannot_be_used_says_why_and_another_can_be_brought(practice, desk, consented):
    spoilt = a_film(practice, consented)
    film_failed(practice.vault, spoilt, "This file has no picture in it, only sound.")
    desk.open("film", journey=consented)
    assert "This file has no picture in it, only sound." in desk.lines
    assert len(desk.parts("uploader")) == 1


def test_a_film_that_is_ready_leads_to_its_clips(practice, desk, consented):
    there = a_film(practice, consented)
    desk.open("film", journey=consented)
    assert "0 min 20 s, ready for its clips" in desk.lines
    assert desk.tap(f"clips-{there}").title == "Clips of film 1"


def test_erasing_asks_why(practice, desk, consented):
    there = a_film(practice, consented)
    desk.open("film", journey=consented)
    assert desk.field(f"erase-{there}").disabled
    desk.fill(**{f"why-{there}": "   "})
    assert desk.field(f"erase-{there}").disabled
    assert film(practice, there).state == "ready"


def test_an_erased_film_is_gone_with_its_clips_and_a_line_says_so(practice, desk, journey):
    with_question(practice, journey)
    there = with_film(practice, journey)
    clip = a_clip(practice, there)
    _, seat = a_review(practice, there)
    notice(seat, clip, "He waited for me", carer_of(practice, journey))
    desk.open("film", journey=journey).fill(**{f"why-{there}": "Sam asked for it"})
    desk.tap(f"erase-{there}")
    assert f"clips-{there}" not in desk.keys
    assert clips(practice, there) == []
    assert "This film has been erased." in desk.open("clips", film=there).lines
    assert "This film has been erased." in desk.open("get_ready", film=there).lines
    desk.open("journey", journey=journey)
    assert "This film was erased on" in desk.words
    assert "Sam asked for it" in desk.words
    assert "He waited for me" in desk.lines


def test_the_day_of_a_film_reads_like_a_day(practice, desk, consented):
    there = a_film(practice, consented)
    with practice.write() as db:
        db["films"].update(there, {"filmed_on": "2026-03-05"})
    assert "Filmed on 5 March 2026" in desk.open("film", journey=consented).lines
