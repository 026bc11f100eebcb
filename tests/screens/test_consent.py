"""Consent on its screen: each person apart, on some evidence, and taken back at once."""

import pytest

from tests.process.conftest import consent_to
from tests.screens.lives import a_clip, a_family, baby_of, carer_of, with_film
from vigreview.process.consent import PURPOSES, consents, may, may_film
from vigreview.process.people import Baby, add_baby


@pytest.fixture
def journey(practice):
    return a_family(practice)


def test_consent_is_given_for_each_person_and_then_everybody_has(practice, desk, journey):
    carer, baby = carer_of(practice, journey), baby_of(practice, journey)
    desk.open("consent", journey=journey)
    assert "There is no consent for Sam to be filmed" in desk.words
    desk.fill(**{f"carer-{carer}-filming": True}).tap(f"carer-{carer}-keep")
    assert "There is no consent for Ada to be filmed" in desk.words
    assert not may_film(practice, journey)
    desk.fill(**{f"baby-{baby}-filming": True}).tap(f"baby-{baby}-keep")
    assert "Everybody has said yes to being filmed." in desk.lines
    assert may_film(practice, journey)


def test_who_gave_it_in_what_capacity_and_how_is_kept_and_shown(practice, desk, journey):
    baby = f"baby-{baby_of(practice, journey)}"
    desk.open("consent", journey=journey)
    assert desk.field(f"{baby}-by").value == "Samira"
    answers = {"by": "Pat of the council", "capacity": "local authority", "filming": True}
    desk.fill(**{f"{baby}-{name}": value for name, value in answers.items()})
    desk.fill(**{f"{baby}-evidence": "court order or care plan"}).tap(f"{baby}-keep")
    (kept,) = consents(practice, journey)
    assert (kept.given_by, kept.capacity, kept.about) == (
        "Pat of the council",
        "local authority",
        "Ada",
    )
    assert f"Yes, {PURPOSES['filming']}" in desk.lines
    assert "Pat of the council, local authority · court order or care plan" in desk.words


def test_a_yes_to_one_thing_is_no_yes_to_another(practice, desk, journey):
    carer = f"carer-{carer_of(practice, journey)}"
    desk.open("consent", journey=journey).fill(**{f"{carer}-supervision": True})
    desk.tap(f"{carer}-keep")
    assert [one.purpose for one in consents(practice, journey)] == ["supervision"]
    left = {f"{carer}-{purpose}" for purpose in ("filming", "review", "training")}
    assert left <= desk.keys
    assert f"{carer}-supervision" not in desk.keys


def test_a_yes_to_nothing_is_not_kept(practice, desk, journey):
    carer = carer_of(practice, journey)
    desk.open("consent", journey=journey).tap(f"carer-{carer}-keep")
    assert desk.told == ["Tick what the yes is to."]
    assert consents(practice, journey) == []


def test_a_yes_that_nobody_gave_is_not_kept(practice, desk, journey):
    carer = f"carer-{carer_of(practice, journey)}"
    desk.open("consent", journey=journey).fill(**{f"{carer}-filming": True, f"{carer}-by": " "})
    assert desk.tap(f"{carer}-keep").told == ["Who gave the consent is still empty."]
    assert consents(practice, journey) == []


def test_consent_taken_back_counts_at_once_and_stays_written_down(practice, desk, journey):
    film = with_film(practice, journey)
    a_clip(practice, film)
    assert may(practice, "review", film)
    given = next(
        one for one in consents(practice, journey) if one.baby_id and one.purpose == "filming"
    )
    desk.open("consent", journey=journey).tap(f"withdraw-{given.id}")
    assert "There is no consent for Ada to be filmed" in desk.words
    assert "Taken back on" in desk.words
    assert f"withdraw-{given.id}" not in desk.keys
    for use in ("receive", "play", "cut", "still", "review"):
        assert not may(practice, use, film)
    assert "There is no consent for Ada to be filmed" in desk.open("clips", film=film).words
    assert desk.parts("bench") == []
    assert "There is no consent for Ada to be filmed" in desk.open("get_ready", film=film).words
    assert "There is no consent for Ada to be filmed" in desk.open("film", journey=journey).words


def test_somebody_who_joins_later_is_asked_as_well(practice, desk, journey):
    consent_to(practice, journey, PURPOSES)
    add_baby(practice, journey, Baby("Bo", born_on="2026-01-01"))
    assert "There is no consent for Bo to be filmed" in desk.open("consent", journey=journey).words


def test_one_familys_yes_is_not_anothers(practice, desk, journey):
    other = a_family(practice, "Mo and Lin")
    consent_to(practice, journey, PURPOSES)
    desk.open("consent", journey=other)
    assert "There is no consent for Sam to be filmed" in desk.words
    assert "Take back" not in desk.words
