"""The caseload: who there is, found by name, a page at a time, each with the next step."""

import pytest

from tests.process.conftest import a_film, consent_to
from tests.screens.lives import (
    a_clip,
    a_family,
    a_review,
    days_before_today,
    make_copies,
    with_film,
    with_question,
)
from vigreview.process import together
from vigreview.process.arriving import begin_film, expected_film
from vigreview.process.consent import PURPOSES
from vigreview.process.filming import erase_film, film_failed
from vigreview.process.journeys import close_gently, end_journey
from vigreview.process.people import Baby


def opened(desk):
    return [one.key for one in desk.buttons if one.key.startswith("open-")]


def test_an_empty_caseload_says_what_to_do_first(desk):
    desk.open()
    assert desk.title == "Families"
    assert "Nobody here yet" in desk.lines
    assert "Begin with a family" in desk.words
    assert desk.tap("new_family").title == "A new family"
    assert desk.open().tap("settings").title == "Settings"


def test_a_name_that_nobody_has_is_said_to_be_nobodys(practice, desk):
    a_family(practice)
    desk.open().fill(search="Zed")
    assert "No family or baby is called “Zed”." in desk.lines
    assert "Nobody here yet" not in desk.words
    assert "Sam with Ada" not in desk.words


@pytest.mark.parametrize("sought", ["mo and", "ZUZ", " Zuzu "])
def test_a_family_is_found_by_what_it_is_called_and_by_its_baby(practice, desk, sought):
    a_family(practice)
    sought_after = a_family(
        practice, "Mo and Lin", baby=Baby("Zuzu", born_on=days_before_today(30))
    )
    desk.open().fill(search=sought)
    assert opened(desk) == [f"open-{sought_after}"]


@pytest.mark.parametrize("sought", ["%", "_", "\\"])
def test_signs_are_looked_for_as_they_are(practice, desk, sought):
    a_family(practice)
    signed = a_family(practice, f"A{sought}B")
    assert opened(desk.open().fill(search=sought)) == [f"open-{signed}"]


def test_the_newest_family_comes_first_and_those_that_ended_last(practice, desk):
    first, second, third, fourth = (a_family(practice, f"Family {n}") for n in range(4))
    end_journey(practice, fourth)
    close_gently(practice, third)
    there = opened(desk.open())
    assert there == [f"open-{one}" for one in (second, first, fourth, third)]


def test_six_families_are_on_a_page(practice, desk):
    journeys = [a_family(practice, f"Family {n}") for n in range(6)]
    assert len(opened(desk.open())) == 6
    assert "page" not in desk.keys
    journeys.append(a_family(practice, "One more"))
    assert opened(desk.open()) == [f"open-{one}" for one in reversed(journeys[1:])]
    assert opened(desk.fill(page=2)) == [f"open-{journeys[0]}"]


def test_a_search_from_a_later_page_shows_what_it_finds(practice, desk):
    for n in range(20):
        a_family(practice, f"{'Near' if n < 7 else 'Far'} {n}")
    desk.open().fill(page=3)
    desk.fill(search="Near")
    assert len(opened(desk)) == 6
    assert desk.field("page").value == 1
    assert len(opened(desk.fill(page=2))) == 1


def no_question(practice, journey):
    return ("Agree the helping question together", None)


def no_consent(practice, journey):
    with_question(practice, journey)
    return ("Ask for consent before the first film", "Consent")


def no_film(practice, journey):
    with_question(practice, journey)
    consent_to(practice, journey, PURPOSES)
    return ("Bring the first film", "Films")


def receiving(practice, journey):
    no_film(practice, journey)
    begin_film(practice, expected_film(practice, journey), 1000)
    return ("Film 1 is still arriving", "Films")


def preparing(practice, journey):
    no_clips(practice, journey, state="preparing")
    return ("Film 1 is being made ready", "Films")


def failed(practice, journey):
    with_question(practice, journey)
    film_failed(practice.vault, with_film(practice, journey), "There is no picture in it.")
    return ("The last film could not be used: bring it again", "Films")


def no_clips(practice, journey, state="ready"):
    with_question(practice, journey)
    film = with_film(practice, journey)
    with practice.write() as db:
        db["films"].update(film, {"state": state})
    return film


def waiting_for_clips(practice, journey):
    a_clip(practice, no_clips(practice, journey), chosen=False)
    return ("Film 1 is waiting for its clips", "Clips of film 1")


def ready_for_review(practice, journey):
    a_clip(practice, no_clips(practice, journey))
    return ("Film 1 is ready for its shared review", "Getting ready")


def in_review(practice, journey):
    film = no_clips(practice, journey)
    make_copies(practice, film, a_clip(practice, film))
    together.hand_over(practice, a_review(practice, film)[0])
    return ("Go on with the shared review of film 1", "Getting ready")


def reviewed(practice, journey):
    film = no_clips(practice, journey)
    a_clip(practice, film)
    together.close(a_review(practice, film)[1])
    return ("Plan film 2, or the ending", None)


def erased(practice, journey):
    erase_film(practice, no_clips(practice, journey), "The family asked for it")
    return ("Plan film 2, or the ending", None)


def second_film(practice, journey):
    reviewed(practice, journey)
    a_film(practice, journey)
    return ("Film 2 is waiting for its clips", "Clips of film 2")


def ended(practice, journey):
    with_question(practice, journey)
    end_journey(practice, journey)
    return ("This journey has ended", None)


@pytest.mark.parametrize(
    "so_far",
    [
        no_question,
        no_consent,
        no_film,
        receiving,
        preparing,
        failed,
        waiting_for_clips,
        ready_for_review,
        in_review,
        reviewed,
        erased,
        second_film,
        ended,
    ],
    ids=lambda so_far: so_far.__name__,
)
def test_the_next_step_is_said_in_words_and_one_tap_away(practice, desk, so_far):
    journey = a_family(practice)
    words, leads_to = so_far(practice, journey)
    desk.open()
    assert words in desk.lines
    assert "Sam with Ada · 10 weeks" in desk.lines
    assert (f"on-{journey}" in desk.keys) == (leads_to is not None)
    if leads_to:
        assert desk.tap(f"on-{journey}").title == leads_to


def test_a_journey_closed_gently_shows_no_age_and_asks_for_nothing(practice, desk):
    journey = a_family(practice)
    no_question(practice, journey)
    close_gently(practice, journey)
    desk.open()
    assert "Closed gently" in desk.lines
    assert "Sam with Ada" in desk.lines
    assert "weeks" not in desk.words
    assert f"on-{journey}" not in desk.keys
    assert desk.tap(f"open-{journey}").address == {"journey": journey}
