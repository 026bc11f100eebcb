"""A family with consent, and a film that must be copied before a browser plays it."""

import pytest

from tests.films.making import Wanted, make, steady
from tests.process.conftest import consent_to
from tests.process.film_work import (
    PASSPHRASE,
)
from vigreview.process.consent import PURPOSES
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault


@pytest.fixture(scope="module")
def content():
    """A film of 4 s that must be copied before a browser plays it: MPEG-4 in AVI."""
    return make(Wanted(times=steady(100), codec="mpeg4", container="avi", clock=25))


@pytest.fixture
def practice(tmp_path):
    vault = Vault.create(tmp_path / "vault", PASSPHRASE, new_recovery_key())
    yield Practice(vault)
    vault.lock()


@pytest.fixture
def journey(practice):
    made = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(practice, made, PURPOSES)
    return made
