"""Two carers at one tablet: each is asked in turn, and words know whose and in what they are."""

import re

import pytest

from tests.screens.lives import (
    a_clip,
    a_family,
    a_review,
    days_before_today,
    with_film,
    with_question,
)
from tests.screens.seat import Seat
from vigreview import handing_over
from vigreview.process import acts, together
from vigreview.process.ending import open_ending
from vigreview.process.helping_question import describe, descriptions, rate, ratings
from vigreview.process.people import Baby, Carer, add_baby, add_carer, people
from vigreview.process.practice import Practice
from vigreview.process.presence import Presence, presence, say_who_is_there

MAMA = Carer("Zofia", "Mama", "Mama", "she/her", "Polish")
TATA = Carer("Bilal", "Tata", "Tata", "he/him", "Urdu")


@pytest.fixture
def ours(practice):
    """The journey of Mama and Tata with Ada and Ben."""
    journey = with_question(practice, a_family(practice, carer=MAMA))
    add_carer(practice, journey, TATA)
    add_baby(practice, journey, Baby("Ben", born_on=days_before_today(70)))
    return journey


@pytest.fixture
def mama(practice, ours):
    return people(practice, ours).carers[0].id


@pytest.fixture
def tata(practice, ours):
    return people(practice, ours).carers[1].id


@pytest.fixture
def sitting(practice, ours):
    return together.open_question_sitting(practice, ours)


@pytest.fixture
def here(sitting, hand_over):
    return hand_over(sitting)


@pytest.fixture
def seat(practice, sitting):
    return Practice(practice.vault, sitting)


def go_on(here, times):
    for _ in range(times):
        here.tap("turn-on")
    return here


def asked(here):
    """The word over the question: who is asked it, or None."""
    (head,) = [text for _, text in here.sources if "<h1" in text]
    found = re.search('class="whose"><bdi>(.*?)</bdi>', head)
    return found and found[1]


def test_each_is_asked_in_turn_and_sees_no_other_place(here, seat, mama, tata):
    rate(seat, "now", 3, mama)
    go_on(here, 3)
    assert (asked(here), here.title) == ("Mama", "Where would you say you are?")
    assert [(one["args"], one["value"]) for one in here.parts("rate-")] == [
        ({"scale": "now", "carer_id": mama}, 3),
        ({"scale": "hoped", "carer_id": mama}, None),
    ]
    here.tap("turn-on")
    assert asked(here) == "Tata"
    assert "Mama" not in here.words
    assert [(one["args"]["carer_id"], one["value"]) for one in here.parts("rate-")] == [
        (tata, None),
        (tata, None),
    ]
    assert go_on(here, 1).title == "How would you describe Ada and Ben?"


def test_the_act_on_the_screen_keeps_it_for_them(practice, ours, here, seat, tata):
    (now, _) = go_on(here, 4).parts("rate-")
    acts.apply(seat, "the act of Tata", now["verb"], {**now["args"], "value": 6})
    assert [(one.value, one.carer_id) for one in ratings(practice, ours)] == [(6, tata)]
    assert here.open("helping_question").parts("rate-")[0]["value"] == 6


def test_who_comes_alone_is_asked_as_ever(practice, ours, hand_over, mama, tata):
    film = with_film(practice, ours)
    a_clip(practice, film)
    sitting, seat = a_review(practice, film)
    say_who_is_there(practice, sitting, Presence(carers=(tata,)))
    together.go_to(seat, f"ratings:{mama}")  # where it was while both were thought to come
    here = hand_over(sitting)
    assert here.title == "How it feels now"
    assert "Tata" not in here.words
    assert here.part("rate-")["args"]["carer_id"] == tata
    names = [dot["name"] for dot in here.part("thread")["dots"]]
    assert names.count("How it feels now") == 1


@pytest.mark.parametrize("button", ["to_question", "ending"])
def test_who_will_come_is_said_before_the_tablet_is_handed_over(
    practice, ours, desk, session, mama, tata, button
):
    assert desk.open("journey", journey=ours).field("carers-to-come").value == [mama, tata]
    desk.fill(carers_to_come=[tata]).tap(button)
    sitting = session.narrowed.sitting_id
    assert presence(practice, sitting).carers == (tata,)
    assert len(presence(practice, sitting).babies) == 2
    handing_over.take_back(session)
    again = Seat(session).open("journey", journey=ours)
    assert again.field("carers-to-come").value == [tata]
    again.fill(carers_to_come=[]).tap(button)
    assert presence(practice, sitting).carers == (mama, tata)


def test_who_comes_is_not_asked_where_there_is_one(practice, desk):
    journey = a_family(practice)
    assert "carers-to-come" not in desk.open("journey", journey=journey).keys


def test_a_review_has_a_step_for_each_with_their_last_times_only(
    practice, ours, hand_over, seat, mama, tata
):
    rate(seat, "now", 2, mama)
    rate(seat, "now", 8, tata)
    together.close(seat)
    film = with_film(practice, ours)
    a_clip(practice, film)
    sitting, review = a_review(practice, film)
    together.go_to(review, "ratings")  # as a review that was begun before kept it
    here = hand_over(sitting)
    dots = [dot["name"] for dot in here.part("thread")["dots"]]
    own = [name for name in dots if name.startswith("How it feels now")]
    assert own == ["How it feels now: Mama", "How it feels now: Tata"]
    seen = []
    for _ in own:
        seen.append((asked(here), [mark["value"] for mark in here.part("rate-")["before"]]))
        here.tap("turn-on")
    assert seen == [("Mama", [2]), ("Tata", [8])]
    assert here.title == "Looking back at today"


def test_a_description_says_whose_it_is_and_one_may_be_of_both(
    practice, ours, here, seat, mama, tata
):
    box = go_on(here, 5).part("box-baby")
    assert [(one["word"], one["id"]) for one in box["who"]] == [
        ("Mama", mama),
        ("Tata", tata),
        ("Together", "together"),
    ]
    for act, who, words in (("one", tata, "Two owls"), ("two", "together", "Never alone")):
        args = {**box["args"], "words": words, "who": who}
        acts.apply(seat, f"act number {act}", box["verb"], args)
    assert [(one.who, one.words) for one in descriptions(practice, ours)] == [
        ("Tata", "Two owls"),
        ("", "Never alone"),
    ]
    lines = here.open("helping_question").lines
    assert lines[lines.index("Two owls") + 1] == "Tata"
    assert lines[lines.index("Never alone") + 1] == "Together"


def test_at_the_ending_each_ones_first_time_stands_beside(
    practice, ours, seat, mama, tata, hand_over, desk, session
):
    for who, first in ((mama, "Two little birds"), (tata, "So much noise")):
        describe(seat, "baby", first, who=who)
        rate(seat, "now", 4, who)
    together.close(seat)
    sitting = open_ending(practice, ours)
    describe(Practice(practice.vault, sitting), "baby", "They tell me things", who=mama)
    here = go_on(hand_over(sitting), 1)
    assert [asked(here), asked(go_on(here, 1))] == ["Mama", "Tata"]
    assert [mark["value"] for mark in here.part("rate-")["before"]] == [4]
    lines = go_on(here, 1).lines
    said = ["Mama", "Two little birds", "When we began", "They tell me things", "Now"]
    assert lines[lines.index("Mama") :][:8] == [*said, "Tata", "So much noise", "When we began"]
    handing_over.take_back(session)
    page = desk.open("journey", journey=ours)
    assert any(line.startswith("Mama about Ada and Ben, ") for line in page.lines)
    assert "Mama and Tata with Ada and Ben · 10 weeks" in page.lines
    assert len(page.charts) == 2
    grown = page.lines[page.lines.index("How it has grown") :]
    assert [line for line in grown if line in ("Mama", "Tata")] == ["Mama", "Tata"]


def test_what_was_rated_before_this_was_asked_apart_is_of_whoever_was_there(
    practice, ours, seat, desk, here, session, mama
):
    rate(seat, "now", 5, mama)
    with practice.write() as db:
        db.execute("update ratings set carer_id = null")
    assert go_on(here, 3).parts("rate-")[0]["value"] is None
    handing_over.take_back(session)
    assert "Whoever was there" in desk.open("journey", journey=ours).lines


def test_the_second_field_goes_by_whose_words_they_are(practice, ours, hand_over, mama, tata):
    film = with_film(practice, ours)
    a_clip(practice, film)
    here = hand_over(a_review(practice, film)[0])
    box = here.part("box-since")
    speaks = {one["id"]: one["languages"] for one in box["who"]}
    assert speaks == {
        mama: ["Polish"],
        tata: ["Urdu"],
        "practitioner": [],
        "together": ["Polish", "Urdu"],
        "another/": ["Polish", "Urdu"],
    }
    assert [(one["lang"], one["name"]["words"]) for one in box["own_languages"]] == [
        ("pl", "polski"),
        ("ur", "اردو"),
    ]


def test_a_question_may_be_said_in_any_language_of_those_there(here, seat, ours):
    box = here.part("box-doubt")
    assert "who" not in box
    assert [one["id"] for one in box["own_languages"]] == ["Polish", "Urdu"]
    said = {"words": "Am I enough?", "original": "کیا میں کافی ہوں؟", "said_in": "Urdu"}
    acts.apply(seat, "the first act", "say", {"step": "doubt", **said})
    here.open("helping_question")
    assert any('class="original" dir="auto" lang="ur">کیا' in text for _, text in here.sources)


def test_what_nobody_has_put_into_english_yet_is_marked_as_well(here, seat):
    said = {"words": "", "original": "Czy ja wystarczę?", "said_in": "Polish"}
    acts.apply(seat, "the first act", "say", {"step": "doubt", **said})
    here.open("helping_question")
    assert any('<p dir="auto" lang="pl">Czy ja' in text for _, text in here.sources)
