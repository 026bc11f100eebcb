"""The vault's data key, and the two secrets that can unwrap it.

A random 32-byte data key encrypts the database. It is kept only wrapped (AES key wrap, RFC 3394),
once under a key derived from the passphrase and once under one derived from the recovery key.
Derivation is Argon2id with RFC 9106's second recommended option (64 MiB, 3 passes, 4 lanes).
The key file holds no name and nothing about a family.
"""

import json
import os
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from argon2.profiles import RFC_9106_LOW_MEMORY as ARGON2
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from vigreview.cipher import KEY_BYTES, wipe

SALT_BYTES = 16
GROUPS, GROUP_LETTERS = 8, 4
# 20 letters that are hard to misread or mishear in handwriting; 32 of them hold 138 bits.
RECOVERY_LETTERS = "ABCDEFHJKMNPRSTUWXYZ"


@dataclass(frozen=True)
class Wrapped:
    """A data key wrapped under a secret: Argon2 parameters, salt (16 bytes), wrapped key."""

    salt: bytes
    key: bytes
    memory_kib: int = ARGON2.memory_cost
    passes: int = ARGON2.time_cost
    lanes: int = ARGON2.parallelism

    def as_json(self) -> dict[str, object]:
        return {
            "kdf": "argon2id",
            "memory_kib": self.memory_kib,
            "passes": self.passes,
            "lanes": self.lanes,
            "salt": self.salt.hex(),
            "wrapped": self.key.hex(),
        }

    @classmethod
    def from_json(cls, held: dict) -> "Wrapped":
        return cls(
            bytes.fromhex(held["salt"]),
            bytes.fromhex(held["wrapped"]),
            held["memory_kib"],
            held["passes"],
            held["lanes"],
        )


def new_recovery_key() -> str:
    """Return a fresh recovery key: eight groups of four letters, joined by hyphens."""
    groups = (
        "".join(secrets.choice(RECOVERY_LETTERS) for _ in range(GROUP_LETTERS))
        for _ in range(GROUPS)
    )
    return "-".join(groups)


def plain_recovery_key(typed: str) -> str:
    """Return a typed recovery key without spaces, hyphens or lower case."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def wrap(data_key: bytes | bytearray, secret: str) -> Wrapped:
    """Wrap the 32-byte data key under a secret."""
    salt = secrets.token_bytes(SALT_BYTES)
    blank = Wrapped(salt, b"")
    wrapping_key = _derive(secret, blank)
    try:
        return Wrapped(salt, aes_key_wrap(wrapping_key, bytes(data_key)))
    finally:
        wipe(wrapping_key)


def unwrap(wrapped: Wrapped, secret: str) -> bytearray | None:
    """Return the data key, or None where the secret is not the right one."""
    wrapping_key = _derive(secret, wrapped)
    try:
        plain = aes_key_unwrap(wrapping_key, wrapped.key)
    except InvalidUnwrap:
        return None
    finally:
        wipe(wrapping_key)
    data_key = bytearray(plain)
    wipe(plain)
    return data_key


def _derive(secret: str, wrapped: Wrapped) -> bytes:
    # NFKC: the same passphrase typed on another keyboard may be composed differently.
    return hash_secret_raw(
        unicodedata.normalize("NFKC", secret).encode(),
        wrapped.salt,
        time_cost=wrapped.passes,
        memory_cost=wrapped.memory_kib,
        parallelism=wrapped.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def save(path: Path, passphrase: Wrapped, recovery: Wrapped) -> None:
    """Write the key file so that a crash leaves the old one or the new one, never half of one."""
    text = json.dumps(
        {"format": 1, "passphrase": passphrase.as_json(), "recovery": recovery.as_json()}, indent=1
    )
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
    if os.name == "posix":  # the new name is on the disk once its folder is
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def load(path: Path) -> tuple[Wrapped, Wrapped]:
    """Return the data key wrapped under the passphrase and under the recovery key."""
    held = json.loads(path.read_text(encoding="utf-8"))
    return Wrapped.from_json(held["passphrase"]), Wrapped.from_json(held["recovery"])
