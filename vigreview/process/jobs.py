"""Film work in processes of its own: jobs are rows, taken up again after any kind of stop."""

import json
import logging
import os
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from vigreview.films.unusable import UnusableFilm
from vigreview.process.consent import Permission, may
from vigreview.process.film_worker import worker
from vigreview.process.filming import film_failed, film_key, sweep
from vigreview.process.practice import Practice
from vigreview.vault.errors import VaultLocked
from vigreview.vault.store import Vault

TRIES = 2
SAID_EVERY_SECONDS = 0.5
CRASHED = "This film could not be read: something in it stops the reading. Nothing of it was kept."
BROKE_OFF = "Something went wrong on this device while the film was worked with."
FILM_FACTS = ("duration_us", "frames", "width", "height")
# The worker's codes that speak of the film itself; any other trouble may pass.
UNUSABLE = {"broke_off", *(kind.code for kind in UnusableFilm.__subclasses__())}
STUCK = "stuck"  # a worker that found its decoder hanging: it counts like one that crashed
NEEDS = {"prepare": "receive", "clip": "cut", "still": "still"}  # what `may` is asked for each task

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """One piece of film work. `progress` runs from 0 to 1; `doing` says it in words."""

    id: int
    film_id: int
    task: str
    state: str
    progress: float
    doing: str
    why: str | None


def jobs(practice: Practice, film_id: int) -> list[Job]:
    """Return a film's jobs, oldest first."""
    with practice.read() as db:
        rows = db.query(
            "select id, film_id, task, state, progress, doing, why from jobs"
            " where film_id = ? order by id",
            [film_id],
        )
        return [Job(**held) for held in rows]


class Workers:
    """Runs a vault's jobs, `cores - 1` at a time and at least one, until the vault is locked.

    At a lock the processes under way go on with the film key that they hold; what they finish is
    in the film file, and is found there when the vault is opened again.
    """

    _under_way: ClassVar[dict[Path, threading.Lock]] = {}
    _guard = threading.Lock()

    _of_vault: ClassVar[WeakKeyDictionary[Vault, "Workers"]] = WeakKeyDictionary()

    @classmethod
    def at_work(cls, vault: Vault) -> "Workers":
        """Return the workers of an open vault, set to work where they are not yet."""
        with cls._guard:
            found = cls._of_vault.get(vault)
            if found is None:
                found = cls._of_vault[vault] = cls(vault)
            return found

    def __init__(self, vault: Vault, at_once: int | None = None) -> None:
        self._vault = vault
        sweep(vault)
        with vault.write() as db:
            # What a lock or the end of the program cut short was no try of the worker's.
            db.execute(
                "update jobs set state = 'waiting', tries = max(tries - 1, 0)"
                " where state = 'working'"
            )
        for _ in range(at_once or max(1, (os.cpu_count() or 2) - 1)):
            threading.Thread(target=self._work, daemon=True, name="film work").start()

    def _work(self) -> None:
        try:
            while True:
                job = self._take()
                if job:
                    self._run_or_set_aside(job)
                else:
                    with self._vault.committed:
                        self._vault.committed.wait(timeout=1)
        except VaultLocked:
            log.debug("the vault was locked; its film work goes on when it is opened")

    def _take(self) -> dict[str, Any] | None:
        with self._vault.read() as db:
            if not db.execute("select 1 from jobs where state = 'waiting' limit 1").fetchone():
                return None
        with self._vault.write() as db:
            # Clips and stills first: somebody is waiting with the tablet in hand.
            order = "task = 'prepare', id"
            for found in list(db.table("jobs").rows_where("state = 'waiting'", order_by=order)):
                permission = permission_for(self._vault, found)
                if permission:
                    found["tries"] += 1
                    change = {"state": "working", "tries": found["tries"]}
                    db.table("jobs").update(found["id"], change)
                    return found
                change = {"state": "failed", "why": permission.because}
                db.table("jobs").update(found["id"], change)
            return None

    def _run_or_set_aside(self, job: dict[str, Any]) -> None:
        """Run a job; what goes wrong with it here is no end to the other jobs."""
        try:
            self._run(job)
        except VaultLocked:
            raise
        except Exception as error:
            # Never the message: it may hold a path, a name or somebody's words.
            at = extract_tb(error.__traceback__)[-1]
            place = f"{Path(at.filename).name}:{at.lineno}"
            log.error("a film's job broke off: %s at %s", type(error).__name__, place)
            Said(self._vault, job).broke_off()

    def _run(self, job: dict[str, Any]) -> None:
        said = Said(self._vault, job)
        with self._vault.read() as db:
            (name,) = db.execute("select file from films where id = ?", [job["film_id"]]).fetchone()
        if name is None:
            return  # erased since the job was taken, which took the job as well
        path = self._vault.films_folder / name
        with self._guard:
            alone = self._under_way.setdefault(path, threading.Lock())
        with alone:
            order = {**json.loads(job["args"]), "path": str(path), "task": job["task"]}
            key = film_key(self._vault, job["film_id"])
            if key:
                with closing(worker(key, order, said.still_wanted)) as lines:
                    for line in lines:
                        said.hear(line)
                said.ended()
        sweep(self._vault)


def permission_for(vault: Vault, job: dict[str, Any]) -> Permission:
    """Say whether a job may be done now: consent may have been withdrawn since it was asked."""
    return may(Practice(vault), NEEDS[job["task"]], job["film_id"])


class Said:
    """What a worker says about its job, put into the vault's rows."""

    def __init__(self, vault: Vault, job: dict[str, Any]) -> None:
        self._vault = vault
        self._job = job
        self._over = False
        self._next_progress = 0.0

    def still_wanted(self) -> bool:
        """Tell whether the film is still there and this may be done with it.

        A locked vault leaves its work going on.
        """
        try:
            return self._there() and bool(permission_for(self._vault, self._job))
        except VaultLocked:
            return True

    def _there(self) -> bool:
        with self._vault.read() as db:
            return bool(db.table("jobs").count_where("id = ?", [self._job["id"]]))

    def hear(self, line: dict[str, Any]) -> None:
        """Take in one line of the worker's."""
        try:
            if "progress" in line:
                self._progress(line)
            elif "playable" in line:
                self._film_is_ready(line["playable"])
            elif "done" in line:
                self._done(line["done"])
            elif "failed" in line and line["failed"] != STUCK:
                self._failed(line["sentence"], line["failed"] in UNUSABLE)
        except VaultLocked:
            log.debug("locked while film work was under way")

    def ended(self) -> None:
        """The worker has stopped: one that was not stopped and said no last word has crashed."""
        if self._over or not self._there():
            return
        permission = permission_for(self._vault, self._job)
        if not permission:
            self._failed(permission.because)
        elif self._job["tries"] >= TRIES:
            self._failed(CRASHED, unusable=True)
        else:
            self._update({"state": "waiting"})

    def broke_off(self) -> None:
        """Something went wrong outside the worker: it is tried again, and the film is kept."""
        if self._job["tries"] >= TRIES:
            self._failed(BROKE_OFF)
        else:
            self._update({"state": "waiting"})

    def _progress(self, line: dict[str, Any]) -> None:
        if time.monotonic() < self._next_progress:
            return
        self._next_progress = time.monotonic() + SAID_EVERY_SECONDS
        self._update({"progress": float(line["progress"]), "doing": line.get("doing", "")})

    def _film_is_ready(self, facts: dict[str, Any]) -> None:
        with self._vault.write() as db:
            known = {name: facts.get(name) for name in FILM_FACTS}
            db.execute(
                "update films set state = 'ready', duration_us = :duration_us, frames = :frames,"
                " width = :width, height = :height where id = :id and key is not null",
                {**known, "id": self._job["film_id"]},
            )

    def _done(self, facts: dict[str, Any]) -> None:
        self._over = True
        if self._job["task"] == "prepare":
            self._film_is_ready(facts)
        self._update({"state": "done", "progress": 1.0})

    def _failed(self, sentence: str, unusable: bool = False) -> None:
        self._over = True
        if unusable and self._job["task"] == "prepare" and not self._played_already():
            film_failed(self._vault, self._job["film_id"], sentence)
        else:
            self._update({"state": "failed", "why": sentence})

    def _played_already(self) -> bool:
        """Tell whether the film can be used without what failed: its scrub copy, say."""
        with self._vault.read() as db:
            ready = "id = ? and state = 'ready'"
            return bool(db.table("films").count_where(ready, [self._job["film_id"]]))

    def _update(self, change: dict[str, Any]) -> None:
        with self._vault.write() as db:
            # The row is gone where the film was erased meanwhile; then there is nothing to say.
            sets = ", ".join(f"{name} = :{name}" for name in change)
            db.execute(
                f"update jobs set {sets} where id = :id",  # noqa: S608 - our own column names
                {**change, "id": self._job["id"]},
            )
