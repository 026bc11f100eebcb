"""What a worker says about its job, put into the vault's rows."""

import json
import logging
import time
from collections.abc import Callable
from typing import Any

from vigreview.films.unusable import BrokeOff, Stuck, TooLong, TooMuch, UnusableFilm
from vigreview.process.consent import Permission, may
from vigreview.process.filming import ask, film_failed
from vigreview.process.practice import Practice
from vigreview.process.stills import ask_again
from vigreview.process.turns import gives_way, is_sharper
from vigreview.vault.errors import VaultLocked
from vigreview.vault.store import Vault

TRIES = 2
SAID_EVERY_SECONDS = 0.5
CRASHED = "This film could not be read: something in it stops the reading. Nothing of it was kept."
HUNG = (
    "This film could not be read to its end: the reading stands still at one place."
    " Nothing of it was kept."
)
LEFT_UNDONE = "Something in this film stops the reading, so this part of the work was left undone."
BROKE_OFF = "Something went wrong on this device while the film was worked with."
FILM_FACTS = ("duration_us", "frames", "width", "height", "missing_us")
# The worker's codes that speak of the film itself; any other trouble may pass.
UNUSABLE = {kind.code for kind in UnusableFilm.__subclasses__()}
# Of these another device, or other settings, might make something: a film that was made here, and
# lies nowhere else, is kept until a person decides.
PERHAPS = {kind.code for kind in (BrokeOff, Stuck, TooLong, TooMuch)}
# What `may` is asked for each task; a file to hand over says itself for whom it is.
NEEDS = {"prepare": "receive", "better": "receive", "clip": "cut", "still": "still"}

log = logging.getLogger(__name__)


def permission_for(vault: Vault, job: dict[str, Any]) -> Permission:
    """Say whether a job may be done now: consent may have been withdrawn since it was asked."""
    purpose = NEEDS.get(job["task"]) or json.loads(job["args"])["needs"]
    return may(Practice(vault), purpose, job["film_id"])


class Said:
    """Hears what one worker says, and what its silence means."""

    def __init__(self, vault: Callable[[], Vault], job: dict[str, Any], at_once: int = 1) -> None:
        """`vault` gives it as it was opened last; `at_once` jobs are done at a time, at most."""
        self._opened = vault
        self._job = job
        self._at_once = at_once
        self._over = False
        self._untold = False  # its last word came while the vault was locked
        self._stuck = False
        self._gave_way = False
        self._refusal = ""
        self._next_progress, self._doing = 0.0, ""

    @property
    def _vault(self) -> Vault:
        return self._opened()

    def still_wanted(self) -> bool:
        """Tell whether the work should go on: nobody erased, cancelled or withdrew anything.

        False as well where it makes room for something more urgent. A locked vault leaves its
        work going on.
        """
        try:
            if not self._at_work():
                return False
            permission = permission_for(self._vault, self._job)
            if not permission:
                self._refusal = permission.because  # also if it is given again the next moment
                return False
            with self._vault.read() as db:
                self._gave_way = gives_way(db, self._job, self._at_once)
            return not self._gave_way
        except VaultLocked:
            return True

    def _at_work(self) -> bool:
        with self._vault.read() as db:
            ours = "id = ? and state = 'working'"
            return bool(db.table("jobs").count_where(ours, [self._job["id"]]))

    def hear(self, line: dict[str, Any]) -> None:
        """Take in one line of the worker's."""
        try:
            if "progress" in line:
                self._progress(line)
            elif "playable" in line:
                self._film_is_ready(line["playable"])
            elif "done" in line:
                self._done(line["done"])
            elif line.get("failed") == Stuck.code:
                self._stuck = True  # that counts like a crash: it is tried once more
            elif "failed" in line:
                self._failed(line["sentence"], line["failed"])
        except VaultLocked:
            self._untold = self._over
            log.debug("locked while film work was under way")

    def ended(self) -> None:
        """The worker has stopped: one that was not stopped and said no last word has crashed."""
        if self._untold:
            self._again(tries=self._job["tries"] - 1)  # what it made is found there
        if self._over or not self._at_work():
            return
        if self._refusal:
            self._failed(self._refusal)
        elif self._gave_way:
            self._again(tries=self._job["tries"] - 1)
        elif self._job["tries"] >= TRIES:
            self._failed(*((HUNG, Stuck.code) if self._stuck else (CRASHED, BrokeOff.code)))
        else:
            self._again()

    def broke_off(self) -> None:
        """Something went wrong outside the worker: it is tried again, and the film is kept."""
        if self._job["tries"] >= TRIES:
            self._failed(BROKE_OFF)
        else:
            self._again()

    def _again(self, tries: int | None = None) -> None:
        change: dict[str, Any] = {"state": "waiting", "progress": 0.0, "doing": "", "left_s": None}
        self._update(change if tries is None else {**change, "tries": max(0, tries)})

    def _progress(self, line: dict[str, Any]) -> None:
        if line["doing"] == self._doing and time.monotonic() < self._next_progress:
            return
        self._next_progress = time.monotonic() + SAID_EVERY_SECONDS
        self._doing = line["doing"]
        told = {"doing": self._doing, "left_s": line.get("left_s")}
        self._update({"progress": float(line["progress"]), **told})

    def _film_is_ready(self, facts: dict[str, Any]) -> None:
        with self._vault.write() as db:
            known = {name: facts.get(name) for name in FILM_FACTS}
            sets = ", ".join(f"{name} = :{name}" for name in FILM_FACTS)
            db.execute(
                f"update films set state = 'ready', {sets}"  # noqa: S608 - our own column names
                " where id = :id and key is not null",
                {**known, "id": self._job["film_id"]},
            )

    def _done(self, facts: dict[str, Any]) -> None:
        self._over = True
        with self._vault.write():  # all of it, or none
            if self._job["task"] in ("prepare", "better"):
                self._film_is_ready(facts)
            if self._job["task"] == "prepare" and facts.get("better"):
                ask_better(self._vault, self._job["film_id"], facts["better"] == "sharper")
            if is_sharper(self._job):
                with self._vault.write() as db:
                    ask_again(db, self._job["film_id"])
            self._update({"state": "done", "progress": 1.0, "left_s": None})

    def _failed(self, sentence: str, code: str | None = None) -> None:
        self._over = True
        if code in UNUSABLE and self._job["task"] == "prepare" and not self._is_kept(code):
            film_failed(self._vault, self._job["film_id"], sentence)
        else:
            kept = LEFT_UNDONE if sentence in (CRASHED, HUNG) else sentence
            self._update({"state": "failed", "why": kept, "left_s": None})

    def _is_kept(self, code: str | None) -> bool:
        """Tell whether the film stays: it plays without its waveform, say, or is nowhere else."""
        with self._vault.read() as db:
            kept = "id = ? and (state = 'ready' or (recorded and ?))"
            given = [self._job["film_id"], code in PERHAPS]
            return bool(db.table("films").count_where(kept, given))

    def _update(self, change: dict[str, Any]) -> None:
        with self._vault.write() as db:
            # The row is gone where the film was erased meanwhile, and another's where it was
            # cancelled; then there is nothing to say.
            sets = ", ".join(f"{name} = :{name}" for name in change)
            db.execute(
                f"update jobs set {sets}"  # noqa: S608 - our own column names
                " where id = :id and state = 'working'",
                {**change, "id": self._job["id"]},
            )


def ask_better(vault: Vault, film_id: int, sharper: bool) -> None:
    """Ask for the copy that a ready film wants behind it, unless it has been asked for before."""
    with vault.write() as db:
        if not db.table("jobs").count_where("film_id = ? and task = 'better'", [film_id]):
            ask(db, film_id, "better", {"sharper": sharper})
