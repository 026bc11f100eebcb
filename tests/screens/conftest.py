"""Screens without a browser: one vault for the whole run, an empty caseload for each test."""

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager

from tests.screens.seat import Seat
from vigreview import handing_over
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault
from vigreview.web import sessions

KEPT = ("practitioner", "pin", "_sqlite_migrations")


@pytest.fixture(scope="session")
def _vault(tmp_path_factory):
    vault = Vault.create(tmp_path_factory.mktemp("screens"), "a warm kitchen", new_recovery_key())
    begin(Practice(vault), "Kim", "4711")
    yield vault
    vault.lock()


@pytest.fixture
def practice(_vault):
    """The practitioner's desk, over a vault in which there is nobody yet."""
    yield Practice(_vault)
    with _vault.write() as db:
        db.execute("pragma defer_foreign_keys = on")
        for table in db.table_names():
            if table not in KEPT:
                db.execute(f"delete from {table}")


@pytest.fixture(autouse=True)
def doors(monkeypatch):
    """Doors of our own, so that nobody else's hooks hear of the sign-ins of these tests."""
    own = sessions.Sessions()
    monkeypatch.setattr(sessions, "DOORS", own)
    monkeypatch.setattr(handing_over, "DOORS", own)
    return own


@pytest.fixture(autouse=True)
def _no_search_for_parts(monkeypatch):
    # Each AppTest reads every installed package for parts that ship with it. There are none, and
    # it takes longer than the screen.
    monkeypatch.setattr(
        BidiComponentManager, "discover_and_register_components", lambda self, **_: None
    )


@pytest.fixture
def session(practice, doors):
    """Kim's sign-in."""
    return doors.begin(practice.vault, "Kim")[0]


@pytest.fixture
def desk(session):
    """The practitioner's own screen."""
    return Seat(session)


@pytest.fixture
def hand_over(session):
    """Hand the tablet over for a sitting; return the screen that lies between the two."""

    def over(sitting_id):
        handing_over.hand_over(session, sitting_id)
        narrowed = session.narrowed
        return Seat(session).open(narrowed.page, sitting=sitting_id)

    return over
