"""Clips are found again by words, principle, film and day, where consent allows."""

import pytest

from tests.process.conftest import a_film, consent_to
from vigreview.process.consent import PURPOSES, consents, withdraw_consent
from vigreview.process.finding import Sought, find_clips
from vigreview.process.microanalysis import delete_clip, describe_clip, mark_clip
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.shared_review import get_ready, notice
from vigreview.process.together import hand_over
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

SECOND = 1_000_000


@pytest.fixture
def practice(tmp_path):
    vault = Vault.create(tmp_path / "vault", "a warm kitchen", new_recovery_key())
    yield Practice(vault)
    vault.lock()


def a_journey(practice, called, baby):
    made = add_family(practice, called, [Carer("Sam")], [Baby(baby)])
    consent_to(practice, made, PURPOSES)
    return made


def a_clip(practice, film, at, **said):
    made = mark_clip(practice, film, at * SECOND, (at + 3) * SECOND)
    describe_clip(practice, made, **said)
    return made


@pytest.fixture
def two(practice):
    """Two journeys, one of them with two films."""
    ours = a_journey(practice, "Ada and Sam", "Ada")
    theirs = a_journey(practice, "Bo and Kit", "Bo")
    first, second, other = (a_film(practice, one) for one in (ours, ours, theirs))
    with practice.write() as db:
        for film, day in ((first, "2026-03-01"), (second, "2026-05-01"), (other, "2026-04-01")):
            db["films"].update(film, {"filmed_on": day})
    return {
        "late": a_clip(practice, first, 10, name="Éva's song", principles=("waiting",)),
        "early": a_clip(practice, first, 1, name="Looking", why="The PAUSE before she turns"),
        "second": a_clip(practice, second, 2, wonder="about the song", principles=("waiting",)),
        "other": a_clip(practice, other, 2, name="A song", principles=("having-fun",)),
        "ours": ours,
        "theirs": theirs,
        "films": (first, second, other),
    }


def found(practice, **sought):
    return [one.clip.id for one in find_clips(practice, Sought(**sought))]


def test_without_anything_sought_all_clips_are_there_each_journey_in_the_order_of_time(
    practice, two
):
    everything = find_clips(practice, Sought())
    assert [one.clip.id for one in everything] == [
        *(two["early"], two["late"], two["second"], two["other"]),
    ]
    last = everything[-1]
    assert (last.called, last.baby, last.cycle, last.filmed_on) == (
        *("Bo and Kit", "Bo", 1, "2026-04-01"),
    )


@pytest.mark.parametrize(
    ("sought", "which"),
    [
        ({"words": "song"}, ["late", "second", "other"]),
        ({"words": "ÉVA"}, ["late"]),
        ({"words": "pause turns"}, ["early"]),
        ({"words": "kit"}, ["other"]),
        ({"words": "song kit"}, ["other"]),
        ({"words": "100%"}, []),
        ({"principle": "waiting"}, ["late", "second"]),
        ({"principle": "waiting", "cycle": 2}, ["second"]),
        ({"since": "2026-04-01"}, ["second", "other"]),
        ({"since": "2026-03-02", "until": "2026-04-01"}, ["other"]),
    ],
)
def test_clips_are_found(practice, two, sought, which):
    assert found(practice, **sought) == [two[one] for one in which]


def test_one_journeys_clips_are_found_alone(practice, two):
    assert found(practice, journey_id=two["theirs"]) == [two["other"]]


def test_what_was_said_in_a_review_finds_its_clip(practice, two):
    describe_clip(practice, two["other"], chosen=True)
    sitting = get_ready(practice, two["films"][2])
    hand_over(practice, sitting)
    together = Practice(practice.vault, sitting)
    notice(together, two["other"], "His fingers tell me that he likes it", None)
    assert found(practice, words="fingers") == [two["other"]]


def test_what_was_taken_away_or_may_not_be_played_is_not_found(practice, two):
    delete_clip(practice, two["late"])
    withdraw_consent(practice, consents(practice, two["theirs"])[0].id)
    assert found(practice) == [two["early"], two["second"]]
