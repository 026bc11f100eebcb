"""Rehearsing: the chosen clips in their order, at the desk alone."""

import pytest

from tests.screens.lives import QUESTION, a_clip, a_family, a_review, with_film, with_question
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.holding import hold_film
from vigreview.process.microanalysis import put_in_order


@pytest.fixture
def journey(practice):
    return with_question(practice, a_family(practice))


@pytest.fixture
def film(practice, journey):
    return with_film(practice, journey)


def test_the_chosen_clips_are_played_in_their_order_and_say_nothing_private(practice, desk, film):
    said = {"name": "Kims name for it", "why": "a private note", "wonder": "a private question"}
    first, second = a_clip(practice, film, **said), a_clip(practice, film, at=8, **said)
    left_out = a_clip(practice, film, at=15, chosen=False)
    put_in_order(practice, film, [second, left_out, first])
    desk.open("clips", film=film).tap("rehearse")
    assert desk.title == "Rehearse"
    played = desk.part("rehearse")["clips"]
    assert [(one["id"], one["start_us"], one["end_us"]) for one in played] == [
        (second, 8_000_000, 12_000_000),
        (first, 0, 4_000_000),
    ]
    assert {one["src"] for one in played} == {f"/films/{film}/original"}
    assert QUESTION in desk.lines
    for words in said.values():
        assert words not in desk.words
    assert desk.tap("get_ready").title == "Getting ready"


def test_without_a_chosen_clip_there_is_nothing_to_rehearse(practice, desk, film):
    a_clip(practice, film, chosen=False)
    desk.open("rehearse", film=film)
    assert "Choose at least one clip first." in desk.lines
    assert desk.parts("rehearse") == []


def test_what_may_not_be_played_is_not_rehearsed(practice, desk, journey, film):
    a_clip(practice, film)
    hold_film(practice, film, "To talk over with Jo")
    assert "This film is on hold" in desk.open("rehearse", film=film).lines
    assert desk.parts("rehearse") == []
    desk.tap(f"release-{film}")
    assert desk.parts("rehearse")
    withdraw_consent(practice, consents(practice, journey)[0].id)
    assert desk.open("rehearse", film=film).parts("rehearse") == []


def test_together_there_is_no_rehearsing(practice, film, hand_over):
    a_clip(practice, film)
    here = hand_over(a_review(practice, film)[0])
    here.open("rehearse", film=film)
    assert here.parts("rehearse") == []
    assert "Rehearse" not in here.lines
