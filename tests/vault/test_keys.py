"""Keys are wrapped, written down without slips, and overwritten in memory."""

import secrets
import subprocess
import sys
import textwrap

import pytest

from vigreview import cipher
from vigreview.vault import keys


def test_a_recovery_key_is_groups_of_letters_and_never_the_same():
    made = {keys.new_recovery_key() for _ in range(50)}
    assert len(made) == 50
    for key in made:
        groups = key.split("-")
        assert [len(group) for group in groups] == [4] * 8
        assert set("".join(groups)) <= set(keys.RECOVERY_LETTERS)


def test_the_recovery_key_holds_at_least_128_bits():
    letters = keys.GROUPS * keys.GROUP_LETTERS
    assert len(set(keys.RECOVERY_LETTERS)) ** letters >= 2**128


def test_only_the_right_secret_unwraps():
    data_key = secrets.token_bytes(32)
    wrapped = keys.wrap(data_key, "one secret")
    assert keys.unwrap(wrapped, "one secret") == data_key
    assert keys.unwrap(wrapped, "another") is None


def test_a_passphrase_typed_on_another_keyboard_is_the_same():
    wrapped = keys.wrap(bytes(32), "caf\u00e9 au lait")
    assert keys.unwrap(wrapped, "cafe\u0301 au lait") == bytes(32)


def test_wiping_overwrites_strings_and_bytes_in_place():
    digits = "".join(["a"] * 40)
    cipher.wipe(digits)
    assert digits == "\0" * 40
    held = bytes(bytearray(b"secret bytes"))
    cipher.wipe(held)
    assert held == bytes(12)
    with pytest.raises(ValueError, match="ASCII"):
        cipher.wipe("caf\u00e9" + "s")


def test_after_a_lock_the_data_key_is_nowhere_in_memory(tmp_path):
    script = textwrap.dedent(
        """
        import gc, sys
        from pathlib import Path
        from vigreview.vault import keys
        from vigreview.vault.store import Vault

        vault = Vault.create(Path(sys.argv[1]), "a warm kitchen", keys.new_recovery_key())
        with vault.write() as db:
            db["families"].insert({"called": "x", "made_at": "now"})
        masked = bytes(byte ^ 0x55 for byte in vault._data_key)
        vault.lock()
        del vault, db
        gc.collect()
        raw = bytearray(byte ^ 0x55 for byte in masked)
        digits = bytearray(raw.hex().encode())

        def count(wanted):
            found = 0
            with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
                for line in maps:
                    fields = line.split()
                    if "rw" not in fields[1]:
                        continue
                    start, end = (int(part, 16) for part in fields[0].split("-"))
                    try:
                        memory.seek(start)
                        found += memory.read(end - start).count(wanted)
                    except OSError:
                        continue
            return found

        # `raw` and `digits` are the only copies there may be: the ones just made.
        print(count(raw), raw.hex() and count(digits))
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    raw_copies, digit_copies = map(int, done.stdout.split())
    assert raw_copies <= 1
    assert digit_copies <= 2
