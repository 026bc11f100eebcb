"""The record of acts: a chain that shows a change, and payloads that can be erased."""

import pytest

from vigreview.vault import events, keys, pin
from vigreview.vault.store import Vault


@pytest.fixture
def vault(tmp_path):
    made = Vault.create(tmp_path, "a warm kitchen on a grey day", keys.new_recovery_key())
    yield made
    made.lock()


def record_three(vault):
    with vault.write() as db:
        for number in range(3):
            events.record(db, "practitioner", "say", "words", number, said=f"words {number}")


def test_an_untouched_chain_holds(vault):
    record_three(vault)
    with vault.read() as db:
        assert events.first_broken(db) is None


@pytest.mark.parametrize(
    "meddling",
    [
        "update events set verb = 'unsay' where id = 2",
        "delete from payloads where event_id = 2; delete from events where id = 2",
        "update payloads set payload = '{}' where event_id = 2",
    ],
)
def test_meddling_shows(vault, meddling):
    record_three(vault)
    with vault.write() as db:
        for statement in meddling.split("; "):
            db.execute(statement)
    with vault.read() as db:
        assert events.first_broken(db) in (2, 3)


def test_what_was_said_can_be_erased_and_the_chain_still_holds(vault):
    record_three(vault)
    with vault.write() as db:
        assert events.erase_payloads(db, "words", 1) == 1
    with vault.read() as db:
        assert events.first_broken(db) is None
        assert db["payloads"].count == 2
        assert db["events"].count == 3


def test_five_wrong_pins_then_no_more(vault):
    with vault.write() as db:
        pin.set_pin(db, "4711")
    for left in (4, 3, 2, 1, 0):
        with vault.write() as db:
            assert pin.check_pin(db, "0000") == pin.PinCheck(False, left)
    with vault.write() as db:
        assert pin.check_pin(db, "4711") == pin.PinCheck(False, 0)
        pin.passphrase_given(db)
        assert pin.check_pin(db, "4711").right


@pytest.mark.parametrize("digits", ["123", "123456789", "12a4", "", "١٢٣٤"])
def test_a_pin_is_4_to_8_digits(vault, digits):
    with pytest.raises(ValueError, match="4 to 8"), vault.write() as db:
        pin.set_pin(db, digits)
