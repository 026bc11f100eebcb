"""Film work in processes of its own: jobs are rows, taken up again after any kind of stop."""

import json
import logging
import os
import threading
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from vigreview.process.film_worker import worker
from vigreview.process.filming import film_key, film_row, sweep, take_out
from vigreview.process.keepsake_parts import tidy_keepsake
from vigreview.process.practice import Practice
from vigreview.process.said import Said, permission_for
from vigreview.process.settings import settings
from vigreview.process.turns import in_turn
from vigreview.vault.errors import VaultLocked
from vigreview.vault.store import Vault

MINUTE_US = 60_000_000
BETWEEN_TRIES_SECONDS = 5  # to write down what went wrong, on a full disk say

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """One piece of film work. `progress` runs from 0 to 1; `doing` says it in words.

    `left_s` is how many seconds it will still take, None where that is not known.
    """

    id: int
    film_id: int
    task: str
    state: str
    progress: float
    doing: str
    left_s: int | None
    why: str | None
    sharper: bool = False  # it makes the full copy of a film of which there is a quick one

    @property
    def goes_on(self) -> bool:
        return self.state in ("waiting", "working")


def jobs(practice: Practice, film_id: int) -> list[Job]:
    """Return a film's jobs, oldest first."""
    with practice.read() as db:
        rows = db.query(
            "select id, film_id, task, state, progress, doing, left_s, why,"
            " coalesce(json_extract(args, '$.sharper'), 0) as sharper"
            " from jobs where film_id = ? order by id",
            [film_id],
        )
        return [Job(**{**held, "sharper": bool(held["sharper"])}) for held in rows]


def is_worked_on(practice: Practice, film_id: int) -> bool:
    """Tell whether something of a whole film is still being made: its better copy, say."""
    return any(job.goes_on for job in jobs(practice, film_id) if job.task in ("prepare", "better"))


def cancel(practice: Practice, film_id: int) -> None:
    """Cancel the work on a film. Its worker stops within a moment.

    A film that cannot be played yet is taken out, with all that is there of it. One that is ready
    stays as it is: only what is made behind it ends.
    """
    with practice.write() as db:
        if film_row(db, film_id)["state"] != "ready":
            take_out(practice, film_id)
            return
        ended = db.execute(
            "update jobs set state = 'cancelled', doing = '', left_s = null"
            " where film_id = ? and task = 'better' and state in ('waiting', 'working', 'failed')",
            [film_id],
        )
        if ended.rowcount:
            practice.record(db, "cancel film work", "films", film_id)


@dataclass
class _Home:
    """What the workers of one folder share, however often its vault is locked and opened again."""

    vault: Vault  # as it was opened last
    slots: threading.Semaphore
    under_way: set[int] = field(default_factory=set)  # ids of jobs
    changing: threading.Lock = field(default_factory=threading.Lock)


class Workers:
    """Runs a vault's jobs, `cores - 1` at a time and at least one, until the vault is locked.

    At a lock the processes under way go on with the film key that they hold; what they finish is
    in the film file, and is found there when the vault is opened again. One that is still under
    way then is heard again, and can be cancelled.
    """

    _homes: ClassVar[dict[Path, _Home]] = {}
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
        self._at_once = at_once or max(1, (os.cpu_count() or 2) - 1)
        slots = threading.Semaphore(self._at_once)
        self._home = self._homes.setdefault(vault.home, _Home(vault, slots))
        sweep(vault)
        with self._home.changing:
            self._home.vault = vault
            with vault.write() as db:
                working = db.execute("select id from jobs where state = 'working'").fetchall()
                for (job_id,) in working:
                    if job_id not in self._home.under_way:
                        _take_up_again(db, job_id)
        for _ in range(self._at_once):
            threading.Thread(target=self._work, daemon=True, name="film work").start()

    def _work(self) -> None:
        try:
            while True:
                with self._home.slots:
                    job = self._take()
                    if job:
                        self._work_on(job)
                if not job:
                    with self._vault.committed:
                        self._vault.committed.wait(timeout=1)
        except VaultLocked:
            log.debug("the vault was locked; its film work goes on when it is opened")

    def _take(self) -> dict[str, Any] | None:
        with self._vault.read() as db:
            if not in_turn(db):
                return None
        with self._vault.write() as db:
            for found in in_turn(db):
                permission = permission_for(self._vault, found)
                if permission:
                    found["tries"] += 1
                    change = {"state": "working", "tries": found["tries"]}
                    db.table("jobs").update(found["id"], change)
                    self._home.under_way.add(found["id"])
                    return found
                change = {"state": "failed", "why": permission.because}
                db.table("jobs").update(found["id"], change)
            return None

    def _work_on(self, job: dict[str, Any]) -> None:
        try:
            self._run_or_set_aside(job)
        except VaultLocked:
            self._leave(job)
            raise
        finally:
            self._home.under_way.discard(job["id"])

    def _run_or_set_aside(self, job: dict[str, Any]) -> None:
        """Run a job; what goes wrong with it here is no end to the other jobs."""
        try:
            self._run(job)
        except VaultLocked:
            raise
        except Exception as error:
            _log_broken("a film's job broke off", error)
            self._set_aside(job)

    def _leave(self, job: dict[str, Any]) -> None:
        """Forget a job whose end a lock kept from being told: it is to be done again.

        While the vault is still locked, whoever opens it sees to that.
        """
        with self._home.changing:
            self._home.under_way.discard(job["id"])
            with suppress(VaultLocked), self._home.vault.write() as db:
                _take_up_again(db, job["id"])

    def _set_aside(self, job: dict[str, Any]) -> None:
        """Write down that a job broke off, as soon as that can be written."""
        while True:
            try:
                return Said(lambda: self._home.vault, job).broke_off()
            except VaultLocked:
                raise
            except Exception as error:
                _log_broken("that a job broke off could not be kept", error)
                with self._vault.committed:
                    self._vault.committed.wait(timeout=BETWEEN_TRIES_SECONDS)

    def _run(self, job: dict[str, Any]) -> None:
        said = Said(lambda: self._home.vault, job, self._at_once)
        with self._vault.read() as db:
            (name,) = db.execute("select file from films where id = ?", [job["film_id"]]).fetchone()
        if name is None:
            return  # erased since the job was taken, which took the job as well
        path = self._vault.films_folder / name
        with self._guard:
            alone = self._under_way.setdefault(path, threading.Lock())
        with alone:
            order = self._order(job, path)
            key = film_key(self._vault, job["film_id"])
            if key:
                with closing(worker(key, order, said.still_wanted)) as lines:
                    for line in lines:
                        said.hear(line)
                said.ended()
            if job["task"] == "keepsake":
                tidy_keepsake(self._home.vault, job["film_id"])
        sweep(self._home.vault)

    def _order(self, job: dict[str, Any], path: Path) -> dict[str, Any]:
        """What the worker is asked for."""
        order = {**json.loads(job["args"]), "path": str(path), "task": job["task"]}
        if job["task"] in ("prepare", "better"):
            longest = settings(Practice(self._vault)).longest_minutes
            order["longest_us"] = longest * MINUTE_US
        return order


def _take_up_again(db: Database, job_id: int) -> None:
    # What a lock or the end of the program cut short was no try of the worker's.
    db.execute(
        "update jobs set state = 'waiting', tries = max(tries - 1, 0)"
        " where id = ? and state = 'working'",
        [job_id],
    )


def _log_broken(what: str, error: Exception) -> None:
    # Never the message: it may hold a path, a name or somebody's words.
    at = extract_tb(error.__traceback__)[-1]
    log.error("%s: %s at %s:%s", what, type(error).__name__, Path(at.filename).name, at.lineno)
