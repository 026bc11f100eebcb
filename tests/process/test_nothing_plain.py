"""No plain film and no key lies anywhere while a film is brought, made ready, cut and kept."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from tests.films.making import Wanted, make, steady
from tests.process.conftest import consent_to
from tests.process.film_work import HDR, PASSPHRASE, running_workers, settled, until
from vigreview.films.keepsake import KEEPSAKE
from vigreview.process import jobs as the_jobs
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.consent import PURPOSES
from vigreview.process.filming import open_film
from vigreview.process.jobs import Workers
from vigreview.process.keepsake_film import make_keepsake
from vigreview.process.microanalysis import describe_clip, mark_clip
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.shared_review import get_ready
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

PROJECT = Path(the_jobs.__file__).parents[2]
# What films, their copies and their pictures begin with: no encrypted file holds these.
PLAIN = [b"ftypisom", b"ftypqt", b"RIFF", b"JFIF", b"moovl", b"matroska", b"x264"]
PLAYS = Wanted(steady(100), key_every=100, sound="aac")
KEEPING = "Making the keepsake"
FOREIGN = Wanted(steady(100), codec="mpeg4", container="avi", clock=25, sound="mp2")


NO_FILES = ("/dev/", "pipe:", "socket:", "anon_inode:")
CODE = (".py", ".pyc", ".so")  # being loaded
FONTS = (".ttf", ".otf", ".ttc")  # being written with


class Watcher:
    """Looks at everything that the import could leave something in."""

    def __init__(self, practice: Practice, scratch: Path, content: bytes) -> None:
        self._practice, self._scratch = practice, scratch
        ends = (0, len(content) // 3, len(content) // 2, len(content) - 64)
        self._pieces = [content[at : at + 64] for at in ends]
        self._plain = [*PLAIN, *self._pieces]
        self._before = set(_files(PROJECT))
        self.looked_at: set[str] = set()

    def look(self, stage: str) -> None:
        self.looked_at.add(stage)
        assert not list(self._scratch.iterdir()), stage
        for path in _files(self._practice.vault.home):
            with suppress(FileNotFoundError):  # the database's logs come and go
                stored = path.read_bytes()
                assert not any(plain in stored for plain in self._plain), (stage, path.name)

    def look_at_workers(self, stage: str) -> None:
        """Their open files, arguments and environment; those of the film are known to be there."""
        folder = self._folder = self._practice.vault.films_folder
        with self._practice.read() as db:
            rows = db.query("select file, key from films where key is not null")
            secrets = [
                form
                for row in rows
                for form in (row["file"].encode(), row["key"], row["key"].hex().encode())
            ]
        for child in running_workers(folder):
            with suppress(FileNotFoundError):  # it may be done by now
                self._look_at(Path(f"/proc/{child.pid}"), secrets, stage)

    def _look_at(self, proc: Path, secrets: list[bytes], stage: str) -> None:
        told = (proc / "cmdline").read_bytes() + (proc / "environ").read_bytes()
        assert not any(secret in told for secret in secrets), stage
        assert Path(os.readlink(proc / "cwd")) == PROJECT
        for link in (proc / "fd").iterdir():
            with suppress(FileNotFoundError):
                opened = os.readlink(link)
                code = opened.endswith((*CODE, *FONTS))
                assert code or opened.startswith((str(self._folder), *NO_FILES)), (stage, opened)

    def look_where_workers_live(self) -> None:
        for path in set(_files(PROJECT)) - self._before:
            with suppress(FileNotFoundError):
                stored = path.read_bytes()
                assert not any(plain in stored for plain in self._pieces), path


def _files(folder: Path) -> list[Path]:
    """All files below a folder, but for what Python and the tools of developers keep there."""
    kept = {"__pycache__", ".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
    return [
        Path(where) / name
        for where, folders, names in os.walk(folder)
        for name in names
        if folders.__setitem__(slice(None), [each for each in folders if each not in kept]) is None
    ]


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks into /proc")
@pytest.mark.parametrize(
    ("wanted", "stages"),
    [
        (PLAYS, {"playable", "Listening to the sound", "Making it quick to step through", KEEPING}),
        (FOREIGN, {"Drawing the filmstrip", "Making a copy that plays on this device"}),
        pytest.param(HDR, {"Making a sharper picture"}, marks=pytest.mark.long),
    ],
    ids=["plays", "copied", "quick first"],
)
def test_nothing_plain_and_no_key_lies_anywhere_at_any_stage(tmp_path, monkeypatch, wanted, stages):
    content = make(wanted)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    vault = Vault.create(tmp_path / "vault", PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    watcher = Watcher(practice, scratch, content)
    broken = []
    honest = the_jobs.worker

    def watched(key, order, still_wanted):
        for line in honest(key, order, still_wanted):
            stage = line.get("doing") or next(iter(line))
            if stage in watcher.looked_at:
                yield line
                continue
            try:
                watcher.look(stage)
                watcher.look_at_workers(stage)
            except AssertionError as error:
                broken.append(error)
            yield line

    monkeypatch.setattr(the_jobs, "worker", watched)
    journey = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(practice, journey, PURPOSES)
    film_id = expected_film(practice, journey)
    begin_film(practice, film_id, len(content))
    half = len(content) // 2
    receive(practice, film_id, 0, content[:half])
    watcher.look("arriving")
    receive(practice, film_id, half, content[half:])
    arrived(practice, film_id)
    watcher.look("arrived")
    Workers.at_work(vault)
    until(practice, film_id, "ready")
    settled(practice, film_id)
    clip = mark_clip(practice, film_id, 0, 300_000)
    describe_clip(practice, clip, chosen=True)
    get_ready(practice, film_id)
    settled(practice, film_id)
    watcher.look("cut")
    if KEEPING in stages:
        make_keepsake(practice, film_id)
        settled(practice, film_id)
        with open_film(vault, film_id) as file:
            assert file.length(KEEPSAKE)
        watcher.look("kept")
    watcher.look_where_workers_live()
    vault.lock()
    watcher.look("locked")
    assert broken == []
    assert {*stages, "Looking at the film", "done", "Making the clip"} <= watcher.looked_at
