"""A family's own words: asked for once, used on every screen from then on."""

from datetime import date, timedelta

import pytest

from tests.screens.lives import (
    a_clip,
    a_family,
    baby_of,
    carer_of,
    days_before_today,
    make_copies,
    with_film,
    with_question,
)
from vigreview.process import shared_review, together
from vigreview.process.journeys import close_gently
from vigreview.process.people import Baby, Carer, people
from vigreview.process.practice import Practice
from vigreview.process.progress import how_many


def filled_in(desk, **more):
    wanted = {
        "called": "The third floor",
        "carer_name": "Oluwaseun",
        "carer_by_baby": "Nana",
        "carer_called": "Seun",
        "baby_name": "Bibi",
    }
    return desk.open("new_family").fill(**{**wanted, **more})


def test_the_words_of_a_new_family_are_used_everywhere(practice, desk, hand_over):
    filled_in(desk, baby_birthday=date.today() - timedelta(days=100), baby_early=4)
    journey = desk.tap("begin").address["journey"]
    assert desk.title == "The third floor"
    assert "Seun with Bibi · 3 months (10 weeks corrected)" in desk.lines
    assert "Seun with Bibi · 3 months (10 weeks corrected)" in desk.open().lines
    assert (
        "There is no consent for Seun to be filmed" in desk.open("consent", journey=journey).words
    )
    assert {"Seun", "Bibi"} <= set(desk.lines)
    assert (
        "A few minutes of an everyday moment with Bibi." in desk.open("film", journey=journey).lines
    )

    with_question(practice, journey)
    film = with_film(practice, journey)
    clip = a_clip(practice, film)
    sitting = shared_review.get_ready(practice, film)
    make_copies(practice, film, clip)
    here = hand_over(sitting)
    assert [one["word"] for one in here.part("box-since")["who"]][:2] == ["Seun", "Kim"]
    shared_review.notice(Practice(practice.vault, sitting), clip, "Bibi looks", None)
    for _ in range(2):
        here.tap("turn-on")
    assert here.tap("to-thinking-ask").title == "What might Bibi have been thinking?"


def test_one_word_is_enough_and_nothing_about_anybody_is_presumed(practice, desk):
    filled_in(desk, carer_by_baby="", carer_called="", baby_birthday=date.today())
    journey = desk.tap("begin").address["journey"]
    (carer,) = people(practice, journey).carers
    assert (carer.called, carer.called_by_baby, carer.pronouns) == ("Oluwaseun",) * 2 + (None,)
    assert "Oluwaseun with Bibi · 0 days" in desk.lines


def test_a_bump_has_a_due_date_and_no_age(practice, desk):
    desk.open("new_family").fill(baby_born="Not yet born")
    assert "baby-birthday" not in desk.keys
    due = date.today() + timedelta(weeks=12)
    desk.fill(called="A bump", carer_name="Sam", baby_name="bump", baby_due=due)
    desk.tap("begin")
    assert f"Sam with bump · due {due.day} {due:%B %Y}" in desk.lines


def test_a_born_baby_without_a_birthday_is_asked_for_it(practice, desk):
    filled_in(desk).tap("begin")
    assert desk.told == ["Please say when the baby was born, or that they are not born yet."]
    assert desk.title == "A new family"
    assert desk.field("carer-name").value == "Oluwaseun"
    assert how_many(practice) == 0


@pytest.mark.parametrize(
    ("field", "asked"),
    [
        ("called", "What you call this family is still empty."),
        ("carer_name", "The carer's name is still empty."),
        ("baby_name", "The baby's name, or a word for the bump, is still empty."),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_half_is_kept(practice, desk, field, asked):
    filled_in(desk, baby_birthday=date.today(), **{field: "  "}).tap("begin")
    assert desk.told == [asked]
    assert how_many(practice) == 0


def test_changed_words_are_used_from_then_on(practice, desk):
    journey = a_family(practice)
    carer, baby = carer_of(practice, journey), baby_of(practice, journey)
    desk.open("people", journey=journey)
    desk.fill(**{f"carer-{carer}-called": "Sami"}).tap(f"keep-carer-{carer}")
    desk.fill(**{f"baby-{baby}-name": "Adaeze"}).tap(f"keep-baby-{baby}")
    assert "Sami with Adaeze · 10 weeks" in desk.open("journey", journey=journey).lines


def test_nothing_is_kept_where_nothing_was_changed(practice, desk):
    journey = a_family(practice)
    desk.open("people", journey=journey)
    keeps = [one for one in desk.buttons if one.key and one.key.startswith("keep-")]
    assert [one.disabled for one in keeps] == [True, True]


def test_an_empty_name_is_refused_and_the_old_one_stays(practice, desk):
    journey = a_family(practice)
    carer = carer_of(practice, journey)
    desk.open("people", journey=journey).fill(**{f"carer-{carer}-name": " "})
    assert desk.tap(f"keep-carer-{carer}").told == ["The carer's name is still empty."]
    assert people(practice, journey).carers[0].name == "Samira"


def test_a_bump_is_born(practice, desk):
    journey = a_family(practice, baby=Baby("bump", due_on=days_before_today(3)))
    baby = baby_of(practice, journey)
    desk.open("people", journey=journey).fill(**{f"baby-{baby}-born": "Born"})
    desk.fill(**{f"baby-{baby}-name": "Io", f"baby-{baby}-birthday": date.today()})
    desk.tap(f"keep-baby-{baby}")
    assert "Sam with Io · 0 days" in desk.open("journey", journey=journey).lines


def test_a_second_carer_and_a_twin_join_the_journey(practice, desk):
    journey = a_family(practice)
    desk.open("people", journey=journey).fill(new_carer_0_name="Jo")
    desk.tap("Add this carer")
    desk.fill(new_baby_1_name="Bo", new_baby_1_birthday=date.today() - timedelta(days=70))
    desk.tap("Add this baby")
    line = "Sam and Jo with Ada and Bo · 10 weeks"
    assert line in desk.open("journey", journey=journey).lines
    assert {"Jo says yes to …", "Bo says yes to …"} <= set(
        desk.open("consent", journey=journey).lines
    )


@pytest.mark.parametrize(
    "baby",
    [
        Baby("bump", due_on=days_before_today(90)),
        Baby("Ada", born_on=days_before_today(2000)),
    ],
    ids=["long overdue", "five years old"],
)
def test_dates_that_lie_far_off_by_now_can_still_be_looked_at(practice, desk, baby):
    journey = a_family(practice, baby=baby)
    close_gently(practice, journey)
    assert baby.name in desk.open("people", journey=journey).lines


def test_what_a_carer_told_of_themselves_is_there_again(practice, desk):
    told = Carer("Samira", "Dada", "Sam", "they/them", "Somali", True)
    journey = a_family(practice, carer=told)
    key = f"carer-{carer_of(practice, journey)}"
    desk.open("people", journey=journey)
    fields = ("name", "by-baby", "called", "pronouns", "language", "interpreter")
    there = [desk.field(f"{key}-{field}").value for field in fields]
    assert there == ["Samira", "Dada", "Sam", "they/them", "Somali", True]


def test_a_carers_own_language_has_a_field_beside_their_words(practice, hand_over):
    journey = a_family(practice, carer=Carer("Samira", language="Somali"))
    here = hand_over(together.open_question_sitting(practice, journey))
    (own,) = here.part("box-doubt")["own_languages"]
    assert (own["label"], own["lang"]) == ("The same in Somali, as it was said", "so")
