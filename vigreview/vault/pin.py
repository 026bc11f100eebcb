"""The practitioner's PIN, which takes the tablet back after a time together.

Five tries; then only the passphrase does. The count of tries is kept in the vault, so that
restarting the app gives nobody five more.
"""

from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY
from sqlite_utils import Database

TRIES = 5
_HASHER = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


@dataclass(frozen=True)
class PinCheck:
    """Whether the PIN was right, and how many tries are left."""

    right: bool
    tries_left: int


def set_pin(db: Database, pin: str) -> None:
    """Keep the PIN (4 to 8 digits), as a hash. Raises ValueError on anything else."""
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 8):
        raise ValueError("A PIN is 4 to 8 digits.")
    row = {"id": 1, "hash": _HASHER.hash(pin), "tries_left": TRIES}
    db.table("pin").upsert(row, pk="id")


def check_pin(db: Database, pin: str) -> PinCheck:
    """Check a PIN inside a write transaction; a wrong one uses up a try."""
    row = next(iter(db.table("pin").rows))
    if row["tries_left"] <= 0:
        return PinCheck(False, 0)
    try:
        _HASHER.verify(row["hash"], pin)
    except VerifyMismatchError:
        left = row["tries_left"] - 1
        db.table("pin").update(1, {"tries_left": left})
        return PinCheck(False, left)
    db.table("pin").update(1, {"tries_left": TRIES})
    return PinCheck(True, TRIES)


def passphrase_given(db: Database) -> None:
    """Give the tries back, once the passphrase has been typed."""
    db.table("pin").update(1, {"tries_left": TRIES})
