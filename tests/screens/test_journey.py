"""The journey page: all that was said and has grown, and nothing that hurts on hard days."""

from datetime import date, timedelta

import pytest

from tests.screens.lives import (
    QUESTION,
    a_clip,
    a_family,
    a_review,
    carer_of,
    make_copies,
    with_film,
    with_question,
)
from tests.screens.seat import Seat
from vigreview.process import together
from vigreview.process.content import our_principles
from vigreview.process.filming import erase_film
from vigreview.process.helping_question import describe, rate, say
from vigreview.process.journeys import visits
from vigreview.process.microanalysis import delete_clip, describe_clip
from vigreview.process.practice import Practice
from vigreview.process.shared_review import (
    add_idea,
    notice,
    noticed_since,
    on_my_mind,
    see_in_noticing,
    wonder,
)

WAITED = "He waited until she looked"


@pytest.fixture
def journey(practice):
    return with_question(practice, a_family(practice), "How can I help her settle?")


@pytest.fixture
def sam(practice, journey):
    return carer_of(practice, journey)


@pytest.fixture
def film(practice, journey):
    return with_film(practice, journey)


@pytest.fixture
def told(practice, film, sam):
    """A review that was held, with all that can be said in one; its clip's id."""
    clip = a_clip(practice, film, name="Waiting", why="Kim's own thought")
    make_copies(practice, film, clip)
    _, here = a_review(practice, film)
    notice(here, clip, "You held back, Sam", None)
    notice(here, clip, WAITED, sam, "Wuu sugay")
    wonder(here, clip, "I wonder who that is", sam)
    add_idea(here, "Wait a breath longer", sam)
    on_my_mind(here, "The nights are long", sam)
    rate(here, "now", 4)
    rate(here, "hoped", 8)
    together.close(here)
    return clip


def test_before_the_question_it_leads_to_sitting_down_together(practice, desk, session):
    journey = a_family(practice)
    desk.open("journey", journey=journey)
    assert "Agree the helping question together" in desk.lines
    assert "The helping question" not in desk.lines
    desk.tap("next_step")
    assert session.narrowed.page == "helping_question"
    here = Seat(session).open("helping_question", sitting=session.narrowed.sitting_id)
    assert here.title == "Is there something you wonder or worry about?"


def test_the_question_stands_as_it_is_worded_now_with_how_it_came_about(practice, desk, journey):
    again = together.open_question_sitting(practice, journey)
    here = Practice(practice.vault, again)
    say(here, "doubt", "Am I good enough?")
    say(here, "hope", "To feel close")
    say(here, "question", QUESTION, "Maxaan sameeyaa?")
    desk.open("journey", journey=journey)
    lines = desk.lines
    at = [
        lines.index(one)
        for one in (
            "The helping question",
            QUESTION,
            "Maxaan sameeyaa?",
            "How it came about",
            "How can I help her settle?",
            "To feel close",
            "Am I good enough?",
        )
    ]
    assert at == sorted(at)


def test_what_was_said_is_there_the_parents_words_first(desk, journey, told):
    lines = desk.open("journey", journey=journey).lines
    for words in (WAITED, "Wuu sugay", "I wonder who that is", "Wait a breath longer"):
        assert words in lines
    assert lines.index(WAITED) < lines.index("You held back, Sam")
    assert lines[lines.index("You held back, Sam") + 1] == "Kim"
    assert lines[lines.index(WAITED) + 2] == "Sam"


def test_something_on_their_mind_is_kept_apart_from_the_strengths(desk, journey, told):
    lines = desk.open("journey", journey=journey).lines
    assert lines.index("Something on their mind") < lines.index("The nights are long")
    assert lines.index("The nights are long") > lines.index("Ideas to try")


def test_private_notes_stay_on_the_clips_screen(desk, journey, film, told):
    assert "Kim's own thought" not in desk.open("journey", journey=journey).words
    assert "Kim's own thought" in desk.open("clips", film=film).words


def test_a_clip_plays_where_it_is_mentioned(desk, journey, told):
    desk.open("journey", journey=journey)
    assert desk.parts("play-") == []
    desk.tap(f"to-play-{told}")
    assert desk.part(f"play-{told}")["src"] == f"/clips/{told}"


def test_the_cycles_come_in_order_and_what_was_noticed_since_belongs_to_the_ideas(
    practice, desk, journey, sam, told
):
    second = with_film(practice, journey)
    clip = a_clip(practice, second)
    _, here = a_review(practice, second)
    noticed_since(here, "She looks for me now", sam)
    notice(here, clip, "A second strength", sam)
    lines = desk.open("journey", journey=journey).lines
    at = [
        lines.index(one)
        for one in (
            "Film 1",
            WAITED,
            "Wait a breath longer",
            "What was noticed since",
            "She looks for me now",
            "Film 2",
            "A second strength",
        )
    ]
    assert at == sorted(at)


def test_how_things_had_been_before_the_first_review_is_there(practice, desk, journey, film, sam):
    a_clip(practice, film)
    _, here = a_review(practice, film)
    noticed_since(here, "It was a hard week", sam)
    assert desk.open("journey", journey=journey).lines.count("It was a hard week") == 1


def test_ratings_and_moments_are_drawn(practice, desk, journey, film, told):
    assert len(desk.open("journey", journey=journey).charts) == 1
    describe_clip(practice, told, principles=(our_principles().choices()[0],))
    assert len(desk.open("journey", journey=journey).charts) == 2
    assert "Where they said they are, and hope to get to, from 0 to 10" in desk.lines


def test_a_principle_named_in_the_review_is_named_with_the_words(practice, desk, journey, film):
    clip = a_clip(practice, film)
    _, here = a_review(practice, film)
    said = notice(here, clip, WAITED, carer_of(practice, journey))
    one = our_principles().levels[0].principles[5]
    see_in_noticing(here, said, one.id, True)
    desk.open("journey", journey=journey)
    assert one.name in desk.lines
    assert len(desk.charts) == 1


def test_words_about_baby_and_us_are_there(practice, desk, journey):
    here = Practice(practice.vault, together.open_question_sitting(practice, journey))
    describe(here, "baby", "A little owl")
    describe(here, "us", "Getting there")
    lines = desk.open("journey", journey=journey).lines
    assert lines.index("In their words") < lines.index("A little owl")
    assert "Getting there" in lines


def test_words_about_a_clip_stay_when_the_clip_is_taken_away(practice, desk, journey, told):
    delete_clip(practice, told)
    lines = desk.open("journey", journey=journey).lines
    for words in (WAITED, "You held back, Sam", "I wonder who that is"):
        assert lines.count(words) == 1
    assert f"to-play-{told}" not in desk.keys


def test_an_erased_film_leaves_every_word_and_the_line_that_says_so(
    practice, desk, journey, film, told
):
    erase_film(practice, film, "Sam asked for it")
    desk.open("journey", journey=journey)
    today = date.today()
    assert f"This film was erased on {today.day} {today:%B %Y}: Sam asked for it" in desk.lines
    for words in (WAITED, "You held back, Sam", "I wonder who that is", "Wait a breath longer"):
        assert desk.lines.count(words) == 1
    assert f"to-play-{told}" not in desk.keys
    assert not any("<img" in text for _, text in desk.sources)


def test_words_of_a_review_stay_when_its_film_is_got_ready_again(
    practice, desk, journey, film, told
):
    desk.open("get_ready", film=film)
    lines = desk.open("journey", journey=journey).lines
    for words in (WAITED, "I wonder who that is", "Wait a breath longer", "The nights are long"):
        assert lines.count(words) == 1


def test_a_second_look_at_the_same_film_is_read_with_the_first(
    practice, desk, journey, film, sam, told
):
    _, here = a_review(practice, film)
    notice(here, told, "And she waited too", sam)
    noticed_since(here, "More waiting at home", sam)
    lines = desk.open("journey", journey=journey).lines
    for words in (WAITED, "And she waited too", "More waiting at home"):
        assert lines.count(words) == 1
    assert lines.count("Film 1") == 1


def test_visits_are_recorded_those_before_vig_begins_too(practice, desk):
    journey = a_family(practice)
    desk.open("journey", journey=journey)
    desk.fill(visit_present="Sam, Ada and Gran", visit_minutes=45)
    desk.fill(visit_on=date.today() - timedelta(days=3), visit_setting="at the family hub")
    desk.tap("keep_visit")
    (visit,) = visits(practice, journey)
    assert (visit.purpose, visit.minutes) == ("getting to know each other", 45)
    day = date.today() - timedelta(days=3)
    assert f"{day.day} {day:%B %Y} · getting to know each other" in desk.lines
    assert "at the family hub · 45 minutes · Sam, Ada and Gran" in desk.lines


def test_a_visit_with_nobody_there_is_not_recorded(practice, desk, journey):
    desk.open("journey", journey=journey).tap("keep_visit")
    assert desk.told == ["Who was there is still empty."]
    assert visits(practice, journey) == []


def test_closing_gently_hides_ages_charts_and_prompts_and_keeps_every_word(
    practice, desk, journey, told
):
    describe_clip(practice, told, principles=(our_principles().choices()[0],))
    desk.open("journey", journey=journey)
    assert "weeks" in desk.words
    desk.tap("close_gently")
    assert "weeks" not in desk.words
    assert desk.charts == []
    assert "Where they said they are" not in desk.words
    assert "What comes next" not in desk.words
    assert "Closed gently" in desk.lines
    for key in ("next_step", "keep_visit", "close_gently", "end_journey"):
        assert key not in desk.keys
    assert WAITED in desk.lines


def test_a_journey_closed_gently_is_taken_up_again_when_somebody_decides(desk, journey, told):
    desk.open("journey", journey=journey).tap("close_gently").tap("take_up")
    assert "What comes next" in desk.lines
    assert "weeks" in desk.words
    assert len(desk.charts) == 1


def test_closing_gently_stops_ratings_together(practice, desk, hand_over, journey):
    desk.open("journey", journey=journey).tap("close_gently")
    here = hand_over(together.open_question_sitting(practice, journey))
    seen = [seat.title for seat in here.steps()]
    assert "Where would you say you are?" not in seen
    assert seen[-1] == "Our helping question"


def test_a_journey_that_has_ended_says_so(desk, journey, told):
    desk.open("journey", journey=journey).tap("end_journey")
    assert "This journey has ended" in desk.lines
    assert "next_step" not in desk.keys
    assert WAITED in desk.lines


def test_another_journey_begins_with_the_same_people_and_asks_for_consent_anew(
    practice, desk, journey, film
):
    desk.open("journey", journey=journey).tap("end_journey")
    another = desk.tap("another").address["journey"]
    assert another != journey
    assert "Sam with Ada · 10 weeks" in desk.lines
    assert "Agree the helping question together" in desk.lines
    assert "There is no consent for Sam to be filmed" in desk.open("consent", journey=another).words


def test_the_doors_lead_to_the_screens_of_this_journey(desk, journey):
    titles = {
        "to_people": "The people of this journey",
        "to_consent": "Consent",
        "to_films": "Films",
    }
    for door, title in titles.items():
        assert desk.open("journey", journey=journey).tap(door).title == title
        assert desk.address == {"journey": journey}
        assert desk.tap("back").title == "Ada and Sam"


def test_one_familys_words_are_not_on_anothers_page(practice, desk, journey, told):
    other = with_question(practice, a_family(practice, "Mo and Lin"), "What makes Lin laugh?")
    words = desk.open("journey", journey=other).words
    assert WAITED not in words
    assert "How can I help her settle?" not in words
    assert "Ada and Sam" not in words
