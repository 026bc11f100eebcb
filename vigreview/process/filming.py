"""Films of a journey: found, opened, made ready, erased. Their insides are `vigreview.films`."""

import json
from array import array
from bisect import bisect_left
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from vigreview.cipher import wipe
from vigreview.films.errors import FilmNotThere
from vigreview.films.file import FilmFile
from vigreview.process.consent import ON_HOLD, SUPERVISION, may
from vigreview.process.numbering import close_gap
from vigreview.process.practice import NotThere, Practice, Refused, words_of
from vigreview.vault import events
from vigreview.vault.events import now
from vigreview.vault.store import Vault

FILM_ENDING = ".film"
TAKEN_OUT = "It was taken out before it was ready."


@dataclass(frozen=True)
class Film:
    """A film of a journey. `cycle` counts from 1; width and height are as shown upright.

    `kind` is what it is of, one of `consent`'s; each kind of a journey's is counted by itself.
    `missing_us` is how much of its end did not come with it; `recorded`: filmed with this app.
    While it is held (`held_at`), for the reason in `held_why`, it is neither reviewed nor erased.
    """

    id: int
    journey_id: int
    kind: str
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
    missing_us: int | None
    recorded: bool
    made_at: str
    erased_at: str | None
    held_at: str | None
    held_why: str | None

    @property
    def there(self) -> bool:
        return self.state in ("receiving", "preparing", "ready")

    @property
    def for_supervision(self) -> bool:
        return self.kind == SUPERVISION

    @property
    def called(self) -> str:
        """What it is called in the middle of a sentence."""
        return called(self.kind, self.cycle)

    @property
    def was_of_use(self) -> bool:
        """Whether it is one of its journey's films: it was ready, or still may be."""
        gone = self.state == "erased" and self.frames is None
        return self.state not in ("expected", "failed") and not gone


@dataclass(frozen=True)
class Pictures:
    """Which stream plays, whether there is a waveform, and the filmstrip's tiles (0: none yet).

    The first `made` tiles are there, each of `tile_width` by `tile_height` pixels, and shows the
    film at its time in microseconds; the others are still to come.
    """

    playing: str
    waveform: bool
    tiles: int
    columns: int
    made: int
    times_us: tuple[int, ...]
    tile_width: int
    tile_height: int

    @property
    def whole_strip(self) -> bool:
        return 0 < self.made == self.tiles


def called(kind: str, number: int) -> str:
    """Return what a film of a kind is called in the middle of a sentence."""
    return f"supervision film {number}" if kind == SUPERVISION else f"film {number}"


class FrameTimes:
    """The presentation times of a film's frames, in µs, as the browser's timeline shows them."""

    def __init__(self, times: "array[int]") -> None:
        self._times = times

    def __len__(self) -> int:
        return len(self._times)

    def all(self) -> list[int]:
        """Return the times of all frames, in order."""
        return self._times.tolist()

    def nearest(self, at_us: int) -> int:
        """Return the time of the frame that is nearest to a time."""
        after = bisect_left(self._times, at_us)
        around = self._times[max(0, after - 1) : after + 1]
        return min(around, key=lambda time: abs(time - at_us))


def film(practice: Practice, film_id: int) -> Film:
    """Return one film. Raises NotThere."""
    with practice.read() as db:
        return _film(film_row(db, film_id))


def films(practice: Practice, journey_id: int) -> list[Film]:
    """Return a journey's films in the order of their cycles, those that are gone as well."""
    with practice.read() as db:
        ids = db.execute("select id from films where journey_id = ? order by id", [journey_id])
        return [_film(film_row(db, film_id)) for (film_id,) in ids.fetchall()]


def _film(held: dict[str, Any]) -> Film:
    del held["file"]
    held["recorded"] = bool(held["recorded"])
    return Film(**held)


def film_row(db: Database, film_id: int) -> dict[str, Any]:
    """Return a film's row without its key, of which reading would leave copies in memory."""
    found = db.query(
        "select id, journey_id, kind, cycle, state, why, bytes, fingerprint, filmed_on,"
        " duration_us, frames, width, height, missing_us, recorded, made_at, erased_at, held_at,"
        " held_why, file"
        " from films where id = ?",
        [film_id],
    )
    for held in found:
        return held
    raise NotThere("There is no such film.")


def change_film(db: Database, film_id: int, change: dict[str, Any]) -> None:
    # sqlite-utils would read the whole row first, and so the key.
    sets = ", ".join(f"{name} = :{name}" for name in change)
    db.execute(
        f"update films set {sets} where id = :id",  # noqa: S608 - our own column names
        {**change, "id": film_id},
    )


def open_film(vault: Vault, film_id: int) -> FilmFile:
    """Open a film's file with the key that only the vault holds. Raises NotThere."""
    with vault.read() as db:
        file = film_row(db, film_id)["file"]
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
            "update jobs set state = 'waiting', tries = 0, progress = 0, doing = '',"
            " left_s = null, why = null"
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
    strip = facts.get("strip", {}) if "strip" in names else {}
    return Pictures(
        playing=next((each for each in ("playing", "quick") if each in names), "original"),
        waveform="waveform" in names,
        tiles=len(strip.get("times_us", [])),
        columns=strip.get("columns", 1),
        made=strip.get("made", 0),
        times_us=tuple(strip.get("times_us", ())),
        tile_width=strip.get("tile_width", 16),
        tile_height=strip.get("tile_height", 9),
    )


def erase_film(practice: Practice, film_id: int, why: str) -> None:
    """Erase a film: its key, its file, its clips and stills, and private notes about them.

    What was said in reviews stays, and so do the clips' names and a line that it was erased.
    Raises Refused while the film is on hold.
    """
    why = words_of(why, "Why the film is erased", 400)
    with practice.write() as db:
        held = film_row(db, film_id)
        if held["held_at"]:
            raise Refused(ON_HOLD)
        _forget(db, film_id, {"state": "erased", "erased_at": now(), "why": why})
        practice.record(db, "erase film", "films", film_id, why=why)
    unlink_film(practice.vault, held["file"])


def take_out(practice: Practice, film_id: int) -> None:
    """Take out a film that was never ready: its key and its file. A line says so.

    Raises Refused where it is ready by now: such a film is erased, with a word why; and while it
    is on hold.
    """
    with practice.write() as db:
        held = film_row(db, film_id)
        if held["held_at"]:
            raise Refused(ON_HOLD)
        if held["state"] not in ("receiving", "preparing"):
            raise Refused("This film is not being made ready any more.")
        change = {"state": "erased", "erased_at": now(), "why": TAKEN_OUT}
        _forget(db, film_id, change)
        practice.record(db, "take out film", "films", film_id)
    unlink_film(practice.vault, held["file"])


def film_failed(vault: Vault, film_id: int, why: str) -> None:
    """A film that cannot be used leaves nothing behind but the sentence that says why."""
    with vault.write() as db:
        held = film_row(db, film_id)
        _forget(db, film_id, {"state": "failed", "why": why})
        events.record(db, "vigreview", "film failed", "films", film_id, why=why)
    unlink_film(vault, held["file"])


def put_away(practice: Practice, film_ids: list[int]) -> None:
    """Put away what is said of films that could not be used; the events keep it."""
    with practice.write() as db:
        for film_id in film_ids:
            if film_row(db, film_id)["state"] == "failed":
                gone = {"state": "erased", "erased_at": now(), "frames": None}
                change_film(db, film_id, gone)
                practice.record(db, "put film away", "films", film_id)


def _forget(db: Database, film_id: int, change: dict[str, Any]) -> None:
    close_gap(db, film_id)
    # The fingerprint would tell that this very film was here, whoever still has it.
    change_film(db, film_id, {**change, "key": None, "file": None, "fingerprint": None})
    db.table("jobs").delete_where("film_id = ?", [film_id])
    db.execute(
        "update clips set deleted_at = coalesce(deleted_at, ?), why = '', wonder = '',"
        " captions = '', face = null where film_id = ?",
        [now(), film_id],
    )
    db.table("stills").delete_where("film_id = ?", [film_id])
    db.table("steps").delete_where("film_id = ?", [film_id])  # they tell earlier notes as well
    for of_film in ("keepsakes", "keepsake_clips", "keepsake_ideas", "noticing_moments"):
        db.table(of_film).delete_where("film_id = ?", [film_id])
    for (clip_id,) in db.execute("select id from clips where film_id = ?", [film_id]).fetchall():
        events.erase_payloads(db, "clips", clip_id)  # they tell earlier notes
        db.table("drafts").delete_where("box like ?", [f"desk/clip-{clip_id}-%"])


def unlink_film(vault: Vault, name: str | None) -> None:
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
        for path in vault.films_folder.glob(f"*{FILM_ENDING}*"):
            name = path.name.partition(FILM_ENDING)[0] + FILM_ENDING
            if name not in kept:
                _erase_file(path.with_name(name))
