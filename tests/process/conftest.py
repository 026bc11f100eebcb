"""A family with consent and a film that is ready, made through the verbs themselves."""

from array import array

import pytest

from vigreview.process import together
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.consent import MOMENT, PURPOSES, give_consent
from vigreview.process.filming import open_film
from vigreview.process.microanalysis import describe_clip, mark_clip
from vigreview.process.people import Baby, Carer, add_family, people
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.process.shared_review import get_ready
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

FRAME_US = 40_000
FILM = b"the first bytes of a known film, and the rest of it" * 4000


@pytest.fixture(scope="session")
def _made(tmp_path_factory):
    vault = Vault.create(tmp_path_factory.mktemp("practice"), "a warm kitchen", new_recovery_key())
    begin(Practice(vault), "Kim", "4711")
    yield vault
    vault.lock()


@pytest.fixture
def practice(_made):
    """The practitioner's desk, over a vault that all tests of a session share."""
    return Practice(_made)


@pytest.fixture
def journey(practice):
    """The id of a journey of Sam (whom Ada calls Dada) with Ada."""
    sam = Carer("Samira", "Dada", "Sam")
    ada = Baby("Ada", born_on="2026-04-20")
    return add_family(practice, "Ada and Sam", [sam], [ada])


@pytest.fixture
def consented(practice, journey):
    """A journey on which everybody has said yes to everything."""
    consent_to(practice, journey, PURPOSES)
    return journey


def consent_to(practice, journey, purposes):
    everybody = people(practice, journey)
    by = {"given_by": "Samira", "evidence": "signed form", "given_on": "2026-11-01"}
    for purpose in purposes:
        for carer in everybody.carers:
            give_consent(
                practice,
                journey,
                purpose=purpose,
                capacity="for themselves",
                carer_id=carer.id,
                **by,
            )
        for baby in everybody.babies:
            give_consent(
                practice,
                journey,
                purpose=purpose,
                capacity="parent with parental responsibility",
                baby_id=baby.id,
                **by,
            )


@pytest.fixture
def film(practice, consented):
    """The id of a film of 20 s that is ready: its times are there, as a worker leaves them."""
    return a_film(practice, consented)


def a_film(practice, journey_id, kind=MOMENT):
    film_id = expected_film(practice, journey_id, kind)
    begin_film(practice, film_id, len(FILM))
    receive(practice, film_id, 0, FILM)
    arrived(practice, film_id)
    times = array("q", range(0, 20_000_000, FRAME_US))
    with (
        open_film(practice.vault, film_id) as file,
        file.writer("times", "application/octet-stream") as out,
    ):
        out.write(times.tobytes())
    with practice.write() as db:
        change = {"state": "ready", "duration_us": 20_000_000, "frames": 500}
        db["films"].update(film_id, {**change, "width": 1280, "height": 720})
        db["jobs"].delete_where("film_id = ?", [film_id])
    return film_id


@pytest.fixture
def moment(practice, film):
    """A chosen clip, from 4 to 7 seconds."""
    made = mark_clip(practice, film, 4_000_000, 7_000_000)
    describe_clip(practice, made, chosen=True)
    return made


@pytest.fixture
def review(practice, film, moment):
    """The seat of a review that is under way."""
    sitting = get_ready(practice, film)
    together.hand_over(practice, sitting)
    return Practice(practice.vault, sitting)


@pytest.fixture
def sam(practice, consented):
    return people(practice, consented).carers[0].id


@pytest.fixture
def elsewhere(practice, consented):
    return Practice(practice.vault, together.open_question_sitting(practice, consented))
