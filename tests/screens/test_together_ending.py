"""The ending, together: one thing at a time, the first time beside today, nothing asked in vain."""

import pytest

from tests.screens.lives import (
    QUESTION,
    a_clip,
    a_family,
    a_review,
    carer_of,
    days_before_today,
    with_film,
    with_question,
)
from vigreview import handing_over
from vigreview.process import acts, together
from vigreview.process.ending import open_ending, wishes
from vigreview.process.helping_question import describe, rate
from vigreview.process.journeys import close_gently, end_journey, journey
from vigreview.process.people import Baby
from vigreview.process.practice import Practice
from vigreview.process.shared_review import notice

TITLES = [
    "This is what we looked for",
    "Where would you say you are now?",
    "How would you describe Ada now?",
    "And how is it between you and Ada now?",
    "What would you like to happen with your films?",
    "Thank you for this journey",
]


@pytest.fixture
def ours(practice):
    return with_question(practice, a_family(practice))


@pytest.fixture
def here(practice, ours, hand_over):
    return hand_over(open_ending(practice, ours))


@pytest.fixture
def said_at_first(practice, ours):
    first = Practice(practice.vault, together.open_question_sitting(practice, ours))
    rate(first, "now", 3)
    describe(first, "baby", "She cries a lot")
    together.close(first)


def noticed(practice, ours):
    film = with_film(practice, ours)
    clip = a_clip(practice, film)
    _, seat = a_review(practice, film)
    notice(seat, clip, "I waited for her", carer_of(practice, ours))
    together.close(seat)


def test_it_goes_from_the_question_to_goodbye_one_thing_at_a_time(here):
    seen = []
    for seat in here.steps():
        assert len(seat.titles) == 1
        assert len(seat.parts("box-")) <= 1
        seen.append(seat.title)
    assert seen == TITLES
    assert [seat.title for seat in here.steps("turn-back")] == TITLES[::-1]


def test_the_question_stands_at_the_beginning(here):
    assert QUESTION in here.lines


def test_what_they_noticed_comes_back_in_their_words(practice, ours, hand_over):
    noticed(practice, ours)
    here = hand_over(open_ending(practice, ours)).tap("turn-on")
    assert here.title == "What you saw in your films"
    assert "I waited for her" in here.lines


def test_the_first_time_lies_beside_today(practice, said_at_first, here):
    here.tap("turn-on")
    assert here.part("rate-now-")["value"] is None
    assert here.part("rate-now-")["before"] == [{"value": 3, "words": "When we began"}]
    here.tap("turn-on")
    assert "She cries a lot" in here.lines
    assert "When we began" in here.lines


def test_an_age_is_said_with_the_corrected_one_of_a_baby_who_came_early(practice, hand_over):
    early = Baby("Ada", born_on=days_before_today(140), weeks_early=10)
    here = hand_over(open_ending(practice, a_family(practice, baby=early)))
    assert "Ada is 4 months old now." not in here.lines
    here.tap("turn-on").tap("turn-on")
    assert "Ada is 4 months old now." in here.lines
    assert "Counted from the day Ada was due, it is 10 weeks." in here.lines


def test_a_bump_has_no_age(practice, hand_over):
    bump = Baby("bump", due_on=days_before_today(-30))
    here = hand_over(open_ending(practice, a_family(practice, baby=bump)))
    here.tap("turn-on").tap("turn-on")
    assert here.title == "How would you describe bump now?"
    assert " old now" not in here.words


def test_words_are_kept_and_shown_on_the_journey_page(practice, ours, here, desk, session):
    for _ in range(4):
        here.tap("turn-on")
    box = here.part("box-")
    seat = Practice(practice.vault, together.under_way(practice).id)
    args = {"words": "We would like the bath one", "who": carer_of(practice, ours)}
    acts.apply(seat, "the wish for films", box["verb"], {**args, "original": None})
    assert [one.words for one in wishes(practice, ours)] == ["We would like the bath one"]
    handing_over.take_back(session)
    assert "We would like the bath one" in desk.open("journey", journey=ours).lines


def test_coming_to_the_end_closes_this_time_and_leaves_the_journey_open(practice, ours, here):
    for _ in range(5):
        here.tap("turn-on")
    here.tap("turn-close")
    assert here.title == "Thank you"
    assert journey(practice, ours).open


@pytest.mark.parametrize("closing", [close_gently, end_journey])
def test_a_closed_journey_offers_no_ending(practice, ours, desk, closing):
    assert "ending" in desk.open("journey", journey=ours).keys
    closing(practice, ours)
    assert "ending" not in desk.open("journey", journey=ours).keys


def test_the_journey_page_hands_the_tablet_over_for_it(ours, desk, session):
    desk.open("journey", journey=ours).tap("ending")
    assert session.narrowed.page == "ending"
