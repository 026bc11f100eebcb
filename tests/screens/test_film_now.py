"""Filming with this device: consent first; what broke off of a recording is used or erased."""

import pytest

from tests.process.conftest import FILM, consent_to
from tests.screens.lives import a_family
from vigreview.process import film_limits
from vigreview.process.arriving import begin_next_film, receive
from vigreview.process.consent import PURPOSES, consents, withdraw_consent
from vigreview.process.filming import film
from vigreview.process.settings import Settings, change


@pytest.fixture
def journey(practice):
    return a_family(practice)


@pytest.fixture
def consented(practice, journey):
    consent_to(practice, journey, PURPOSES)
    return journey


@pytest.fixture
def broken_off(practice, consented):
    """A recording of which something arrived, and that was never stopped."""
    begun = begin_next_film(practice, consented, None, recorded=True)
    receive(practice, begun, 0, FILM)
    return begun


def test_without_consent_nothing_is_filmed_and_it_says_whose_is_missing(desk, journey):
    desk.open("film_now", journey=journey)
    assert desk.parts("recorder") == []
    assert "Consent comes first" in desk.lines
    assert "There is no consent for Sam to be filmed" in desk.words
    assert desk.tap("to_consent").title == "Consent"


def test_filming_keeps_to_the_limits_and_leads_back_to_the_films(practice, desk, consented):
    change(practice, Settings(longest_minutes=15, largest_gigabytes=2))
    desk.open("film_now", journey=consented)
    wanted = desk.part("recorder")
    assert wanted["journey_id"] == consented
    assert wanted["most_minutes"] == 15
    assert wanted["most_bytes"] <= 2_000_000_000
    assert wanted["then"] == f"/film?journey={consented}"
    assert desk.tap("back").title == "Films"


def test_where_there_is_hardly_room_that_is_said_before_filming(desk, consented, monkeypatch):
    free = film_limits.KEPT_FREE + 100_000_000
    usage = film_limits.shutil.disk_usage("/")
    monkeypatch.setattr(film_limits.shutil, "disk_usage", lambda path: usage._replace(free=free))
    desk.open("film_now", journey=consented)
    assert desk.parts("recorder") == []
    assert "There is hardly any room left on this device: too little for a film." in desk.lines


@pytest.mark.parametrize("page", ["film", "film_now"])
def test_what_was_filmed_until_it_broke_off_is_used(practice, desk, consented, broken_off, page):
    desk.open(page, journey=consented)
    assert "What was filmed until then is here." in desk.lines
    assert desk.tap(f"use-{broken_off}").title == "Films"
    assert film(practice, broken_off).state == "preparing"
    assert "What was filmed until then is here." not in desk.lines


@pytest.mark.parametrize("page", ["film", "film_now"])
def test_what_was_filmed_until_it_broke_off_is_erased(practice, desk, consented, broken_off, page):
    files = {one for one in practice.vault.films_folder.iterdir() if one.suffix == ".film"}
    desk.open(page, journey=consented).tap(f"give-up-{broken_off}")
    assert film(practice, broken_off).state == "expected"
    assert "What was filmed until then is here." not in desk.lines
    assert len(files & set(practice.vault.films_folder.iterdir())) == len(files) - 1


def test_without_consent_what_broke_off_is_not_used(practice, desk, consented, broken_off):
    withdraw_consent(practice, consents(practice, consented)[0].id)
    desk.open("film_now", journey=consented).tap(f"use-{broken_off}")
    assert film(practice, broken_off).state == "receiving"
    assert any("There is no consent for Sam" in said for said in desk.told)


def test_a_recording_of_which_nothing_arrived_is_not_spoken_of(practice, desk, consented):
    begin_next_film(practice, consented, None, recorded=True)
    desk.open("film_now", journey=consented)
    assert "A recording broke off" not in desk.lines
