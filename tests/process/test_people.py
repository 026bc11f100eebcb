"""Families and the words they chose."""

from datetime import date

import pytest

from vigreview.process.people import (
    Baby,
    Carer,
    People,
    add_baby,
    add_carer,
    add_family,
    change_baby,
    change_carer,
    people,
)
from vigreview.process.practice import Refused


def test_the_chosen_words_are_used_and_can_change(practice, journey):
    everybody = people(practice, journey)
    assert (everybody.carer, everybody.baby) == ("Sam", "Ada")
    sam = everybody.carers[0]
    change_carer(practice, Carer(sam.name, "Mummy", "Sammy", id=sam.id))
    assert people(practice, journey).carer == "Sammy"
    assert people(practice, journey).carers[0].called_by_baby == "Mummy"


def test_what_is_left_empty_falls_back_to_the_name(practice):
    journey = add_family(practice, "The Lees", [Carer("Jo Lee")], [Baby("bump")])
    carer = people(practice, journey).carers[0]
    assert (carer.called, carer.called_by_baby, carer.pronouns) == ("Jo Lee", "Jo Lee", None)


def test_twins_and_couples_come_into_one_sentence(practice, journey):
    add_carer(practice, journey, Carer("Max", called="Max"))
    add_baby(practice, journey, Baby("Bo"))
    add_baby(practice, journey, Baby("Cy"))
    everybody = people(practice, journey)
    assert everybody.carer == "Sam and Max"
    assert everybody.baby == "Ada, Bo and Cy"


def test_twins_are_of_one_age_and_other_children_each_of_theirs():
    ada, ben = Baby("Ada", "2026-04-20"), Baby("Ben", "2026-04-20")
    on = date(2026, 11, 22)
    assert People((), (ada, ben)).ages_words(on) == ["7 months"]
    assert People((), (ada, Baby("Cy", "2026-11-21"))).ages_words(on) == [
        "Ada: 7 months",
        "Cy: 1 day",
    ]


def test_a_bump_gets_a_name_and_a_birthday(practice):
    journey = add_family(practice, "The Lees", [Carer("Jo")], [Baby("bump", due_on="2026-12-24")])
    bump = people(practice, journey).babies[0]
    assert bump.unborn
    assert bump.age_words(date(2026, 11, 22)) == "due 24 December 2026"
    change_baby(practice, Baby("Noor", "2026-12-20", "2026-12-24", id=bump.id))
    noor = people(practice, journey).babies[0]
    assert (noor.name, noor.unborn) == ("Noor", False)


@pytest.mark.parametrize(
    ("baby", "words"),
    [
        (Baby("A", "2026-11-21"), "1 day"),
        (Baby("A", "2026-10-25"), "4 weeks"),
        (Baby("A", "2026-04-20"), "7 months"),
        (Baby("A", "2026-04-20", weeks_early=8), "7 months (5 months corrected)"),
        (Baby("A", "2026-11-01", weeks_early=6), "3 weeks (0 days corrected)"),
        (Baby("A", "2024-04-20", weeks_early=8), "31 months"),
        (Baby("A"), "not yet born"),
    ],
)
def test_ages_are_said_with_the_corrected_one_up_to_two_years(baby, words):
    assert baby.age_words(date(2026, 11, 22)) == words


@pytest.mark.parametrize(
    ("called", "carers", "babies"),
    [
        ("  ", [Carer("Jo")], [Baby("Bo")]),
        ("The Lees", [], [Baby("Bo")]),
        ("The Lees", [Carer("Jo")], []),
        ("The Lees", [Carer(" ")], [Baby("Bo")]),
    ],
)
def test_a_family_without_people_or_names_is_refused_and_leaves_nothing(
    practice, called, carers, babies
):
    with practice.read() as db:
        before = db["families"].count, db["carers"].count
    with pytest.raises(Refused):
        add_family(practice, called, carers, babies)
    with practice.read() as db:
        assert (db["families"].count, db["carers"].count) == before
