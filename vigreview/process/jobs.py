"""Film work in processes of its own: jobs are rows, taken up again after any kind of stop."""

import json
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any, ClassVar
from weakref import WeakKeyDictionary

from vigreview.process.filming import film_failed, sweep
from vigreview.process.practice import Practice
from vigreview.vault.errors import VaultLocked
from vigreview.vault.store import Vault

WORKER = [sys.executable, "-m", "vigreview.films.worker"]
TRIES = 2
SILENT_SECONDS = 120  # a decoder that says nothing for so long is hung
SAID_EVERY_SECONDS = 0.5
CRASHED = "This film could not be read: something in it stops the reading. Nothing of it was kept."
FILM_FACTS = ("duration_us", "frames", "width", "height")

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
            db.execute("update jobs set state = 'waiting' where state = 'working'")
        for _ in range(at_once or max(1, (os.cpu_count() or 2) - 1)):
            threading.Thread(target=self._work, daemon=True, name="film work").start()

    def _work(self) -> None:
        try:
            while True:
                job = self._take()
                if job:
                    self._run(job)
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
            found = next(
                db.table("jobs").rows_where(
                    "state = 'waiting'", order_by="task = 'prepare', id", limit=1
                ),
                None,
            )
            if found is None:
                return None
            db.table("jobs").update(found["id"], {"state": "working", "tries": found["tries"] + 1})
            film = next(db.table("films").rows_where("id = ?", [found["film_id"]]))
            return {**found, "tries": found["tries"] + 1, "key": film["key"], "file": film["file"]}

    def _run(self, job: dict[str, Any]) -> None:
        path = self._vault.films_folder / job["file"]
        with self._guard:
            alone = self._under_way.setdefault(path, threading.Lock())
        with alone:
            order = {**json.loads(job["args"]), "path": str(path), "task": job["task"]}
            said = Said(self._vault, job)
            for line in worker(job["key"], order, said.still_wanted):
                said.hear(line)
            said.ended()


class Said:
    """What a worker says about its job, put into the vault's rows."""

    def __init__(self, vault: Vault, job: dict[str, Any]) -> None:
        self._vault = vault
        self._job = job
        self._over = False
        self._next_progress = 0.0

    def still_wanted(self) -> bool:
        """Tell whether the film is still there; a locked vault leaves its work going on."""
        try:
            with self._vault.read() as db:
                return (
                    next(db.table("jobs").rows_where("id = ?", [self._job["id"]]), None) is not None
                )
        except VaultLocked:
            return True

    def hear(self, line: dict[str, Any]) -> None:
        """Take in one line of the worker's."""
        try:
            if "progress" in line:
                self._progress(line)
            elif "playable" in line:
                self._film_is_ready(line["playable"])
            elif "done" in line:
                self._done(line["done"])
            elif "failed" in line:
                self._failed(line["sentence"])
        except VaultLocked:
            log.debug("locked while film work was under way")

    def ended(self) -> None:
        """The worker has stopped: one that said neither done nor failed has crashed."""
        if self._over or not self.still_wanted():
            return
        if self._job["tries"] >= TRIES:
            self._failed(CRASHED)
            return
        with self._vault.write() as db:
            db.table("jobs").update(self._job["id"], {"state": "waiting"})

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

    def _failed(self, sentence: str) -> None:
        self._over = True
        if self._job["task"] == "prepare" and not self._played_already():
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


def worker(key: bytes, order: dict[str, Any], still_wanted: Any) -> Iterator[dict[str, Any]]:
    """Run one worker process and yield the lines it says.

    The film's key goes to it by pipe. It is killed when it falls silent or is no longer wanted.
    """
    process = subprocess.Popen(
        WORKER,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(key + json.dumps(order).encode() + b"\n")
        process.stdin.flush()
        yield from _lines(process.stdout, still_wanted)
    except BrokenPipeError:
        log.warning("a film worker stopped before it was told what to do")
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def _lines(stdout: IO[bytes], still_wanted: Any) -> Iterator[dict[str, Any]]:
    said: Queue[bytes] = Queue()

    def listen() -> None:
        for line in stdout:
            said.put(line)
        said.put(b"")

    threading.Thread(target=listen, daemon=True, name="film worker's voice").start()
    silent_since = time.monotonic()
    while time.monotonic() - silent_since < SILENT_SECONDS and still_wanted():
        try:
            line = said.get(timeout=1)
        except Empty:
            continue
        if not line:
            return
        silent_since = time.monotonic()
        yield json.loads(line)
