"""Films of a journey: received, made ready, opened, erased. Their insides are `vigreview.films`."""

import json
import secrets
from array import array
from bisect import bisect_left
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from vigreview.cipher import KEY_BYTES, wipe
from vigreview.films.errors import FilmNotThere
from vigreview.films.file import FilmFile
from vigreview.process.consent import may, may_film
from vigreview.process.practice import NotThere, Practice, Refused, insert, words_of
from vigreview.vault import events
from vigreview.vault.events import now, today
from vigreview.vault.store import Vault

LARGEST_BYTES = 8_000_000_000
_FILM = ".film"


@dataclass(frozen=True)
class Film:
    """A film of a journey. `cycle` counts from 1; width and height are as shown upright."""

    id: int
    journey_id: int
    cycle: int
    state: str
    why: str | None
    bytes: int | None
    fingerprint: str | None
    filmed_on: str
    duration_us: int | None
    frames: int | None
    width: int | None
    height: int | None
    made_at: str
    erased_at: str | None

    @property
    def there(self) -> bool:
        return self.state in ("receiving", "preparing", "ready")


@dataclass(frozen=True)
class Pictures:
    """Which stream plays, whether there is a waveform, and the filmstrip's tiles (0: none yet)."""

    playing: str
    waveform: bool
    tiles: int
    columns: int


class FrameTimes:
    """The presentation times of a film's frames, in µs, as the browser's timeline shows them."""

    def __init__(self, times: "array[int]") -> None:
        self._times = times

    def __len__(self) -> int:
        return len(self._times)

    def nearest(self, at_us: int) -> int:
        """Return the time of the frame that is nearest to a time."""
        after = bisect_left(self._times, at_us)
        around = self._times[max(0, after - 1) : after + 1]
        return min(around, key=lambda time: abs(time - at_us))


def film(practice: Practice, film_id: int) -> Film:
    """Return one film. Raises NotThere."""
    with practice.read() as db:
        return _film(_row(db, film_id))


def films(practice: Practice, journey_id: int) -> list[Film]:
    """Return a journey's films in the order of their cycles, those that are gone as well."""
    with practice.read() as db:
        ids = db.execute("select id from films where journey_id = ? order by id", [journey_id])
        return [_film(_row(db, film_id)) for (film_id,) in ids.fetchall()]


def _film(held: dict[str, Any]) -> Film:
    del held["file"]
    return Film(**held)


def _row(db: Database, film_id: int) -> dict[str, Any]:
    """Return a film's row without its key, of which reading would leave copies in memory."""
    found = db.query(
        "select id, journey_id, cycle, state, why, bytes, fingerprint, filmed_on, duration_us,"
        " frames, width, height, made_at, erased_at, file from films where id = ?",
        [film_id],
    )
    for held in found:
        return held
    raise NotThere("There is no such film.")


def _change(db: Database, film_id: int, change: dict[str, Any]) -> None:
    # sqlite-utils would read the whole row first, and so the key.
    sets = ", ".join(f"{name} = :{name}" for name in change)
    db.execute(
        f"update films set {sets} where id = :id",  # noqa: S608 - our own column names
        {**change, "id": film_id},
    )


def expected_film(practice: Practice, journey_id: int) -> int:
    """Return the id of the film that a journey waits for: one half arrived, or a fresh one.

    Raises Refused without consent, which comes before filming.
    """
    may_film(practice, journey_id).or_refuse()
    with practice.write() as db:
        found = db.execute(
            "select max(id) from films where journey_id = ? and state in ('expected', 'receiving')",
            [journey_id],
        ).fetchone()[0]
        if found:
            return int(found)
        cycle = db.execute(
            "select count(*) + 1 from films where journey_id = ? and state <> 'failed'"
            " and not (state = 'erased' and frames is null)",  # erased before it was ready
            [journey_id],
        ).fetchone()[0]
        held = {"journey_id": journey_id, "cycle": cycle, "state": "expected"}
        dates = {"filmed_on": today().isoformat(), "made_at": now()}
        return insert(db, "films", {**held, **dates})


def begin_film(
    practice: Practice, film_id: int, length: int, fingerprint: str | None = None
) -> None:
    """Make room for a film of `length` bytes that is about to arrive.

    `fingerprint` is what the sender knows the same file again by; it says nothing else.

    Raises Refused without consent, or where the film is empty or larger than 8 GB. What had
    arrived of another file is given up.
    """
    held = film(practice, film_id)
    may_film(practice, held.journey_id).or_refuse()
    if held.state not in ("expected", "receiving"):
        raise Refused("This film is there already.")
    if length <= 0:
        raise Refused("This file is empty.")
    if length > LARGEST_BYTES:
        raise Refused("This film is larger than 8 GB, which is more than can be taken in.")
    give_up_film(practice, film_id)
    name = f"{secrets.token_hex(16)}{_FILM}"
    key = secrets.token_bytes(KEY_BYTES)
    try:
        with practice.write() as db:
            change = {"state": "receiving", "bytes": length, "key": key, "file": name}
            _change(db, film_id, {**change, "fingerprint": fingerprint})
            practice.record(db, "begin film", "films", film_id, bytes=length)
            FilmFile.create(practice.vault.films_folder / name, key).close()
    finally:
        wipe(key)


def give_up_film(practice: Practice, film_id: int) -> None:
    """Give up what has arrived of a film; it is waited for again."""
    with practice.write() as db:
        held = _row(db, film_id)
        if held["state"] != "receiving":
            return
        _change(db, film_id, {"state": "expected", "key": None, "file": None, "bytes": None})
        practice.record(db, "give up film", "films", film_id)
    _unlink(practice.vault, held["file"])


def received(practice: Practice, film_id: int) -> tuple[int, int]:
    """Return how many bytes of a film have arrived, and how many there are. Raises NotThere."""
    held = film(practice, film_id)
    if held.state != "receiving" or held.bytes is None:
        raise NotThere("This film is not arriving.")
    with open_film(practice.vault, film_id) as file:
        return file.held("original"), held.bytes


def open_film(vault: Vault, film_id: int) -> FilmFile:
    """Open a film's file with the key that only the vault holds. Raises NotThere."""
    with vault.read() as db:
        file = _row(db, film_id)["file"]
    key = film_key(vault, film_id)
    if key is None:
        raise NotThere("This film has been erased.")
    try:
        return FilmFile.open(vault.films_folder / file, key)
    except FilmNotThere as error:
        raise NotThere(str(error)) from None
    finally:
        wipe(key)


def film_key(vault: Vault, film_id: int) -> bytearray | None:
    """Return a film's key, for the caller to use and wipe; None where it has been erased."""
    with vault.read() as db:
        found = db.execute("select key from films where id = ?", [film_id]).fetchone()
    if found is None or found[0] is None:
        return None
    key = bytearray(found[0])
    wipe(found[0])
    return key


def receive(practice: Practice, film_id: int, offset: int, data: bytes) -> int:
    """Keep the next bytes of a film that is arriving; return how many there are now."""
    may(practice, "receive", film_id).or_refuse()
    with open_film(practice.vault, film_id) as file:
        return file.append("original", offset, data)


def arrived(practice: Practice, film_id: int) -> None:
    """Every byte is in: seal the film and ask for it to be made ready, in one change."""
    with open_film(practice.vault, film_id) as file:
        file.seal("original", "video/mp4")  # asked for only where it plays as such
    with practice.write() as db:
        if _row(db, film_id)["state"] != "receiving":
            return
        _change(db, film_id, {"state": "preparing"})
        ask(db, film_id, "prepare", {})
        practice.record(db, "film arrived", "films", film_id)


def ask(db: Database, film_id: int, task: str, args: dict[str, Any]) -> None:
    """Ask for film work, as a row that is committed with what asked for it."""
    db.table("jobs").insert(
        {
            "film_id": film_id,
            "task": task,
            "args": json.dumps(args),
            "state": "waiting",
            "asked_at": now(),
        }
    )


def try_again(practice: Practice, film_id: int) -> None:
    """Have the work on a film that failed done again. Raises Refused where it may not be."""
    may(practice, "receive", film_id).or_refuse()
    with practice.write() as db:
        db.execute(
            "update jobs set state = 'waiting', tries = 0, progress = 0, doing = '', why = null"
            " where film_id = ? and state = 'failed'",
            [film_id],
        )
        practice.record(db, "try again", "films", film_id)


def frame_times(practice: Practice, film_id: int) -> FrameTimes:
    """Return the times of a film's frames; none while it is not ready."""
    times: array[int] = array("q")
    with open_film(practice.vault, film_id) as file:
        length = file.length("times")
        if length:
            times.frombytes(file.read("times", 0, length))
    return FrameTimes(times)


def pictures(practice: Practice, film_id: int) -> Pictures:
    """Return what a player should ask for now; it changes as more of the film is made ready."""
    with open_film(practice.vault, film_id) as file:
        names, facts = set(file.names()), file.facts()
    strip = facts.get("strip", {})
    return Pictures(
        playing="playing" if "playing" in names else "original",
        waveform="waveform" in names,
        tiles=len(strip.get("times_us", [])) if "strip" in names else 0,
        columns=strip.get("columns", 1),
    )


def erase_film(practice: Practice, film_id: int, why: str) -> None:
    """Erase a film: its key, its file, its clips and stills, and private notes about them.

    What was said in reviews stays, and so do the clips' names and a line that it was erased.
    """
    why = words_of(why, "Why the film is erased", 400)
    with practice.write() as db:
        held = _row(db, film_id)
        _forget(db, film_id, {"state": "erased", "erased_at": now(), "why": why})
        practice.record(db, "erase film", "films", film_id, why=why)
    _unlink(practice.vault, held["file"])


def film_failed(vault: Vault, film_id: int, why: str) -> None:
    """A film that cannot be used leaves nothing behind but the sentence that says why."""
    with vault.write() as db:
        held = _row(db, film_id)
        _forget(db, film_id, {"state": "failed", "why": why})
        events.record(db, "vigreview", "film failed", "films", film_id, why=why)
    _unlink(vault, held["file"])


def _forget(db: Database, film_id: int, change: dict[str, Any]) -> None:
    _change(db, film_id, {**change, "key": None, "file": None})
    db.table("stills").delete_where("film_id = ?", [film_id])
    db.table("jobs").delete_where("film_id = ?", [film_id])
    db.execute(
        "update clips set deleted_at = coalesce(deleted_at, ?), note = '' where film_id = ?",
        [now(), film_id],
    )
    for (clip_id,) in db.execute("select id from clips where film_id = ?", [film_id]).fetchall():
        events.erase_payloads(db, "clips", clip_id)  # they tell earlier notes


def _unlink(vault: Vault, name: str | None) -> None:
    vault.forget_deleted()
    if name:
        _erase_file(vault.films_folder / name)


def _erase_file(path: Path) -> None:
    # Windows keeps a file that somebody has open; `sweep` comes back for it.
    with suppress(PermissionError):
        FilmFile.erase(path)


def sweep(vault: Vault) -> None:
    """Remove film files, and their logs, that no row has the key of.

    A crash came between the two, or somebody had the file open when it was to go.
    """
    with vault.write() as db:  # nobody begins a film meanwhile
        kept = {name for (name,) in db.execute("select file from films where file is not null")}
        for path in vault.films_folder.glob(f"*{_FILM}*"):
            name = path.name.partition(_FILM)[0] + _FILM
            if name not in kept:
                _erase_file(path.with_name(name))
