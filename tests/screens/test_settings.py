"""The settings of this device: kept as they are set, and refused where they make no sense."""

import pytest

from tests.process.conftest import consent_to
from tests.screens.lives import a_family
from vigreview.process import settings
from vigreview.process.arriving import begin_next_film
from vigreview.process.consent import PURPOSES
from vigreview.refusals import TooLarge
from vigreview.vault.pin import check_pin


def pin_is(practice, digits):
    with practice.write() as db:
        return check_pin(db, digits).right


@pytest.fixture
def put_back_the_pin(practice):
    yield
    settings.change_pin(practice, "4711")


def test_how_soon_it_locks_is_kept(practice, desk):
    desk.open("settings")
    assert (desk.field("lock").value, desk.field("lock-together").value) == (10, 30)
    desk.fill(lock=5, lock_together=45)
    assert desk.told == ["Kept.", "Kept."]  # one for each of them
    assert settings.settings(practice) == settings.Settings(5, 45)
    desk.open("caseload").open("settings")
    assert (desk.field("lock").value, desk.field("lock-together").value) == (5, 45)
    assert desk.told == []


def test_how_large_and_how_long_a_film_may_be_is_kept_and_held_to(practice, desk):
    desk.open("settings")
    assert (desk.field("largest").value, desk.field("longest").value) == (8, 180)
    desk.fill(largest=2, longest=45)
    kept = settings.settings(practice)
    assert (kept.largest_gigabytes, kept.longest_minutes) == (2, 45)
    assert kept.lock_minutes == 10
    journey = a_family(practice)
    consent_to(practice, journey, PURPOSES)
    with pytest.raises(TooLarge, match="This film is larger than 2 GB"):
        begin_next_film(practice, journey, 2_000_000_001)
    said = desk.open("film", journey=journey).part("uploader")
    assert (said["most_bytes"], said["most_minutes"]) == (2_000_000_000, 45)


@pytest.mark.usefixtures("put_back_the_pin")
def test_the_pin_is_changed(practice, desk):
    desk.open("settings").fill(pin="90210")
    assert desk.tap("Change the PIN").told == ["The PIN is changed."]
    assert pin_is(practice, "90210")
    assert not pin_is(practice, "4711")


@pytest.mark.parametrize("digits", ["123", "12a4", "٤٧١١٢"])
def test_a_pin_that_is_no_pin_is_refused_in_one_sentence(practice, desk, digits):
    with practice.read() as db:
        before = list(db["pin"].rows)
    desk.open("settings").fill(pin=digits)
    assert desk.tap("Change the PIN").told == ["A PIN is 4 to 8 digits."]
    with practice.read() as db:
        assert list(db["pin"].rows) == before


def test_it_says_where_everything_lies(practice, desk):
    assert str(practice.vault.home) in desk.open("settings").lines
