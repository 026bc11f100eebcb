"""What a lost tablet tells, what a forgotten passphrase loses, and what a crash leaves."""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from vigreview import cipher
from vigreview.vault import keys, schema
from vigreview.vault.errors import (
    NoVault,
    VaultExists,
    VaultLocked,
    WrongPassphrase,
    WrongRecoveryKey,
)
from vigreview.vault.store import Vault, default_home, synced_folder

PASSPHRASE = "a warm kitchen on a grey day"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    home = tmp_path_factory.mktemp("vault")
    recovery_key = keys.new_recovery_key()
    vault = Vault.create(home, PASSPHRASE, recovery_key)
    yield vault, recovery_key
    vault.lock()


def everything_below(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_nothing_that_a_person_said_is_found_below_the_vault(made):
    vault, _ = made
    with vault.write() as db:
        db["practitioner"].upsert({"id": 1, "name": "Marker Markerson"}, pk="id")
        db["families"].insert({"called": "Marker sentence about a family", "made_at": "now"})
    found = everything_below(vault.home)
    for marker in ("Marker Markerson", "Marker sentence", PASSPHRASE):
        assert marker.encode() not in found
        assert marker.encode("utf-16-le") not in found
    assert b"SQLite format 3" not in found


def test_the_key_file_holds_parameters_of_rfc_9106_and_no_name(made):
    vault, _ = made
    held = json.loads((vault.home / "keys.json").read_text())
    for wrapped in (held["passphrase"], held["recovery"]):
        assert wrapped["kdf"] == "argon2id"
        assert wrapped["memory_kib"] >= 64 * 1024
        assert wrapped["passes"] >= 3
        assert wrapped["lanes"] == 4
        assert len(bytes.fromhex(wrapped["salt"])) == 16
    assert set(held) == {"format", "passphrase", "recovery"}


def test_a_wrong_passphrase_opens_nothing(made):
    vault, _ = made
    with pytest.raises(WrongPassphrase):
        Vault.open(vault.home, PASSPHRASE + " ")
    assert vault.opens_with(PASSPHRASE)
    assert not vault.opens_with("another")


def test_the_recovery_key_sets_a_new_passphrase_however_it_is_typed(tmp_path):
    recovery_key = keys.new_recovery_key()
    vault = Vault.create(tmp_path, PASSPHRASE, recovery_key)
    with vault.write() as db:
        db["families"].insert({"called": "here", "made_at": "now"})
    vault.lock()
    with pytest.raises(WrongRecoveryKey):
        Vault.recover(tmp_path, keys.new_recovery_key(), "new words for a new day")
    typed = recovery_key.lower().replace("-", "  ")
    Vault.recover(tmp_path, typed, "new words for a new day").lock()
    with pytest.raises(WrongPassphrase):
        Vault.open(tmp_path, PASSPHRASE)
    again = Vault.open(tmp_path, "new words for a new day")
    with again.read() as db:
        assert [row["called"] for row in db["families"].rows] == ["here"]
    again.lock()


def test_a_vault_is_not_made_twice_and_not_opened_where_there_is_none(made, tmp_path):
    vault, _ = made
    with pytest.raises(VaultExists):
        Vault.create(vault.home, PASSPHRASE, keys.new_recovery_key())
    with pytest.raises(NoVault):
        Vault.open(tmp_path / "nowhere", PASSPHRASE)


def test_a_database_without_its_key_file_is_set_aside_with_its_films(tmp_path):
    """It is left by a set-up cut short, or by a key file that was lost and may be found again."""
    for number in (1, 2):
        (tmp_path / "vault.db").write_bytes(b"a database of an earlier key")
        (tmp_path / "vault.db-wal").write_bytes(b"its log")
        (tmp_path / "films").mkdir(exist_ok=True)
        (tmp_path / "films" / "a.film").write_bytes(b"its film")
        vault = Vault.create(tmp_path, PASSPHRASE, keys.new_recovery_key())
        with vault.read() as db:
            assert db["families"].count == 0
        vault.lock()
        aside = tmp_path / f"vault.db.set-aside-{number}"
        assert aside.read_bytes() == b"a database of an earlier key"
        assert aside.with_name(aside.name + "-wal").read_bytes() == b"its log"
        assert (tmp_path / f"films.set-aside-{number}" / "a.film").exists()
        assert list((tmp_path / "films").iterdir()) == []
        (tmp_path / "keys.json").unlink()


def elsewhere(home, call):
    """Have another program do something with a vault; return what it says when it ends."""
    script = (
        "import sys; from pathlib import Path; from vigreview.vault.store import Vault;"
        f"home = Path(sys.argv[1]); {call}"
    )
    return subprocess.run(
        [sys.executable, "-c", script, str(home)], capture_output=True, text=True, check=False
    ).stderr


def test_no_second_program_sets_up_or_recovers_a_vault_that_is_in_use(tmp_path):
    recovery_key = keys.new_recovery_key()
    vault = Vault.create(tmp_path, PASSPHRASE, recovery_key)
    before = (tmp_path / "keys.json").read_bytes()
    said = elsewhere(tmp_path, f"Vault.recover(home, {recovery_key!r}, 'other words')")
    assert "VaultInUse" in said
    assert (tmp_path / "keys.json").read_bytes() == before
    (tmp_path / "keys.json").unlink()
    assert "VaultInUse" in elsewhere(tmp_path, "Vault.create(home, 'other words', 'ABCD')")
    assert not list(tmp_path.glob("*set-aside*"))
    vault.lock()


def test_the_key_file_and_its_name_are_on_the_disk(tmp_path, monkeypatch):
    synced = []
    honest = os.fsync

    def fsync(file):
        synced.append(os.fstat(file).st_ino)
        honest(file)

    monkeypatch.setattr(os, "fsync", fsync)
    wrapped = keys.wrap(bytes(32), PASSPHRASE)
    keys.save(tmp_path / "keys.json", wrapped, wrapped)
    assert synced == [(tmp_path / "keys.json").stat().st_ino, tmp_path.stat().st_ino]


def test_a_locked_vault_gives_nothing(tmp_path):
    vault = Vault.create(tmp_path, PASSPHRASE, keys.new_recovery_key())
    vault.lock()
    assert vault.locked
    with pytest.raises(VaultLocked), vault.read():
        raise AssertionError("not reached")


def test_a_lock_in_the_middle_of_a_read_closes_the_database_afterwards(tmp_path):
    vault = Vault.create(tmp_path, PASSPHRASE, keys.new_recovery_key())
    with vault.read() as db:
        vault.lock()
        assert db["families"].count == 0
    with pytest.raises(cipher.sqlcipher3.ProgrammingError):
        db.execute("select 1")


def test_a_change_that_fails_leaves_nothing(made):
    vault, _ = made
    with vault.read() as db:
        before = db["families"].count

    def fails() -> None:
        with vault.write() as db:
            db["families"].insert({"called": "half", "made_at": "now"})
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        fails()
    with vault.read() as db:
        assert db["families"].count == before


def test_a_write_inside_a_write_is_one_change(made):
    vault, _ = made

    def both() -> None:
        with vault.write() as db:
            db["families"].insert({"called": "outer", "made_at": "now"})
            with vault.write() as inner:
                inner["families"].insert({"called": "inner", "made_at": "now"})
            raise RuntimeError("after the inner one")

    with pytest.raises(RuntimeError):
        both()
    with vault.read() as db:
        assert not list(db["families"].rows_where("called in ('outer', 'inner')"))


def test_many_threads_write_and_nothing_is_lost(tmp_path):
    vault = Vault.create(tmp_path, PASSPHRASE, keys.new_recovery_key())

    def write(number: int) -> None:
        for at in range(20):
            with vault.write() as db:
                db["families"].insert({"called": f"{number}-{at}", "made_at": "now"})

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with vault.read() as db:
        assert db["families"].count == 120
    vault.lock()


def test_what_is_deleted_is_gone_from_decrypted_pages_and_the_log(tmp_path):
    vault = Vault.create(tmp_path, PASSPHRASE, keys.new_recovery_key())
    marker = "a sentence that was asked to be erased"
    with vault.write() as db:
        family = db["families"].insert({"called": marker, "made_at": "now"}).last_pk
    with vault.write() as db:
        db["families"].delete(family)
    vault.forget_deleted()
    assert (tmp_path / "vault.db-wal").stat().st_size == 0
    assert marker.encode() not in decrypted(vault, tmp_path / "vault.db")
    with vault.write() as db:  # the test can see what is there, so it would see what is left
        db["families"].insert({"called": marker, "made_at": "now"})
    vault.forget_deleted()
    assert marker.encode() in decrypted(vault, tmp_path / "vault.db")
    vault.lock()


def test_a_reader_delays_forgetting_and_nobody_waits_for_them(tmp_path):
    vault = Vault.create(tmp_path, PASSPHRASE, keys.new_recovery_key())
    log = tmp_path / "vault.db-wal"
    with vault.write() as db:
        family = db["families"].insert({"called": "to be forgotten", "made_at": "now"}).last_pk
    with vault.read() as reader:
        reader.execute("begin")
        assert reader["families"].count == 1
        with vault.write() as db:
            db["families"].delete(family)
        begun = time.monotonic()
        vault.forget_deleted()
        with vault.write() as db:
            db["families"].insert({"called": "meanwhile", "made_at": "now"})
        assert time.monotonic() - begun < 5
        assert log.stat().st_size > 0
        assert reader["families"].count == 1
        reader.execute("commit")
    assert log.stat().st_size == 0
    with vault.read() as db:
        assert [row["called"] for row in db["families"].rows] == ["meanwhile"]
    vault.lock()


def decrypted(vault: Vault, path: Path) -> bytes:
    """Every page of a SQLCipher 4 file, the free ones too: AES-256-CBC, IV and HMAC at its end.

    https://www.zetetic.net/sqlcipher/design/
    """
    page_bytes, reserved, salt_bytes = 4096, 80, 16
    held = path.read_bytes()
    plain = bytearray()
    for start in range(0, len(held), page_bytes):
        page = held[start : start + page_bytes]
        vector = page[page_bytes - reserved : page_bytes - reserved + 16]
        body = page[salt_bytes if start == 0 else 0 : page_bytes - reserved]
        aes = Cipher(algorithms.AES(bytes(vault._data_key)), modes.CBC(vector)).decryptor()
        plain += aes.update(body) + aes.finalize()
    return bytes(plain)


def test_a_second_program_cannot_open_a_vault_that_is_in_use(made):
    vault, _ = made
    script = (
        "import sys; from pathlib import Path; from vigreview.vault.store import Vault;"
        "Vault.open(Path(sys.argv[1]), sys.argv[2])"
    )
    second = subprocess.run(
        [sys.executable, "-c", script, str(vault.home), PASSPHRASE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "VaultInUse" in second.stderr
    Vault.open(vault.home, PASSPHRASE).lock()  # the same program may: a second window
    assert not vault.locked


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/kim/OneDrive - NHS/vigreview", "OneDrive"),
        ("/home/kim/Dropbox/vigreview", "Dropbox"),
        ("/Users/kim/Library/Mobile Documents/x", "iCloud"),
        ("/home/kim/.local/share/vigreview", None),
    ],
)
def test_a_synced_folder_is_recognised(path, service):
    assert synced_folder(Path(path)) == service


def test_the_vault_lies_where_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("VIGREVIEW_HOME", str(tmp_path))
    assert default_home() == tmp_path
    monkeypatch.delenv("VIGREVIEW_HOME")
    assert default_home().name == "vigreview"


class TestSqliteUtilsOverSqlcipher:
    """sqlite-utils handles what sqlcipher3 raises where it handles what sqlite3 raises."""

    @pytest.fixture
    def fresh_db(self, tmp_path):
        database = Database(cipher.connect(tmp_path / "fresh.db", bytes(range(32))), strict=True)
        yield database
        database.close()

    def test_an_upsert_replaces(self, fresh_db):
        fresh_db["words"].insert({"id": 1, "said": "one"}, pk="id")
        fresh_db["words"].upsert({"id": 1, "said": "two"}, pk="id")
        assert list(fresh_db["words"].rows) == [{"id": 1, "said": "two"}]

    def test_an_insert_with_alter_adds_the_missing_column(self, fresh_db):
        fresh_db["words"].insert({"id": 1}, pk="id")
        # It inserts, is told by an OperationalError that a column is missing, and adds it.
        fresh_db["words"].insert({"id": 2, "said": "new"}, alter=True)
        assert "said" in fresh_db["words"].columns_dict

    def test_an_ignored_conflict_is_ignored(self, fresh_db):
        fresh_db["words"].insert({"id": 1, "said": "one"}, pk="id")
        fresh_db["words"].insert({"id": 1, "said": "two"}, pk="id", ignore=True)
        assert fresh_db["words"].get(1)["said"] == "one"

    def test_a_failing_migration_leaves_nothing_and_stays_pending(self, fresh_db):
        migrations = Migrations("failing")

        @migrations()
        def half(db):
            db["half"].create({"id": int}, pk="id")
            raise cipher.sqlcipher3.OperationalError("in the middle")

        with pytest.raises(cipher.sqlcipher3.OperationalError):
            migrations.apply(fresh_db)
        assert not fresh_db["half"].exists()
        assert [one.name for one in migrations.pending(fresh_db)] == ["half"]

    def test_a_broken_foreign_key_is_refused(self, fresh_db):
        schema.migrations.apply(fresh_db)
        with pytest.raises(cipher.sqlcipher3.IntegrityError):
            fresh_db["journeys"].insert({"family_id": 99, "started_on": "2026-01-01"})
        assert fresh_db["journeys"].count == 0

    def test_sittings_from_before_there_were_endings_stay_as_they_were(self, fresh_db):
        schema.migrations.apply(fresh_db, stop_before="ending")
        fresh_db["families"].insert({"called": "Ada and Sam", "made_at": "2026-01-01"})
        fresh_db["journeys"].insert({"family_id": 1, "started_on": "2026-01-01"})
        sitting = {"journey_id": 1, "step": "close", "state": "closed", "made_at": "2026-01-01"}
        fresh_db["sittings"].insert({**sitting, "kind": "question"})
        said = {"sitting_id": 1, "words": "She looked", "said_at": "2026-01-01"}
        fresh_db["noticings"].insert({**said, "kind": "mind"})
        before = [*fresh_db["sittings"].rows, *fresh_db["noticings"].rows]
        schema.migrations.apply(fresh_db)
        after = [*fresh_db["sittings"].rows, *fresh_db["noticings"].rows]
        assert [now | was for was, now in zip(before, after, strict=True)] == after
        fresh_db["sittings"].insert({**sitting, "kind": "ending"})
        fresh_db["noticings"].insert({**said, "kind": "films"})
        for table, other in (("sittings", sitting), ("noticings", said)):
            with pytest.raises(cipher.sqlcipher3.IntegrityError):
                fresh_db[table].insert({**other, "kind": "something else"})
        assert fresh_db.execute("pragma integrity_check").fetchone() == ("ok",)
        assert fresh_db.execute("pragma foreign_key_check").fetchall() == []

    def test_what_was_rated_and_said_before_is_of_the_only_carer_or_of_whoever_was_there(
        self, fresh_db
    ):
        schema.migrations.apply(fresh_db, stop_before="whose_words")
        day = "2026-01-01"
        fresh_db["families"].insert({"called": "Ada and Sam", "made_at": day})
        for language in ("Polish", "English", " Urdu"):
            carer = {"family_id": 1, "name": "Sam", "called": "Sam", "called_by_baby": "Dada"}
            fresh_db["carers"].insert({**carer, "language": language, "interpreter": 0})
        carers_of = {1: [1], 2: [1, 2], 3: [1, 3]}
        for journey, carers in carers_of.items():
            fresh_db["journeys"].insert({"family_id": 1, "started_on": day})
            fresh_db["journey_carers"].insert_all(
                {"journey_id": journey, "carer_id": one} for one in carers
            )
            here = {"journey_id": journey, "sitting_id": journey}
            fresh_db["sittings"].insert(
                {"journey_id": journey, "kind": "question", "step": "a", "state": "closed"}
                | {"made_at": day}
            )
            fresh_db["ratings"].insert({**here, "scale": "now", "value": journey, "said_at": day})
            said = {"words": "a", "original": "b", "said_at": day}
            fresh_db["descriptions"].insert({**here, **said, "about": "us"})
            fresh_db["question_words"].insert({**here, **said, "step": "doubt"})
            fresh_db["ideas"].insert({**here, **said, "carer_id": carers[-1]})
            fresh_db["ideas"].insert({**here, **said, "original": None, "carer_id": 1})
            there = {"sitting_id": journey, **said}
            fresh_db["noticings"].insert({**there, "kind": "mind", "carer_id": carers[-1]})
            fresh_db["next_times"].insert({**there, "ending": 0})
        tables = ("ratings", "descriptions", "question_words", "ideas", "noticings", "next_times")
        before = [row for table in tables for row in fresh_db[table].rows]
        schema.migrations.apply(fresh_db)
        after = [row for table in tables for row in fresh_db[table].rows]
        assert [now | was for was, now in zip(before, after, strict=True)] == after
        whose = {table: [one["carer_id"] for one in fresh_db[table].rows] for table in tables[:2]}
        assert whose == {"ratings": [1, None, None], "descriptions": [1, None, None]}
        languages = {
            table: [one["said_in"] for one in fresh_db[table].rows if one["original"]]
            for table in tables[1:]
        }
        # Words of nobody in particular: in the one other language that there is.
        assert languages == {
            "descriptions": ["Polish", "Polish", None],
            "question_words": ["Polish", "Polish", None],
            "ideas": ["Polish", "Polish", "Urdu"],
            "noticings": ["Polish", "Polish", "Urdu"],
            "next_times": ["Polish", "Polish", None],
        }
        assert [one["said_in"] for one in fresh_db["ideas"].rows if not one["original"]] == [
            None
        ] * 3
        assert fresh_db.execute("pragma foreign_key_check").fetchall() == []
