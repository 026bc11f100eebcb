"""Films on their way in: waited for, received piece by piece, all there."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from vigreview.cipher import KEY_BYTES, wipe
from vigreview.films.errors import WrongOffset
from vigreview.films.file import FilmFile
from vigreview.process.consent import MOMENT, may, may_film
from vigreview.process.film_limits import check_length, check_size
from vigreview.process.filming import (
    FILM_ENDING,
    Film,
    ask,
    change_film,
    film,
    film_row,
    films,
    open_film,
    unlink_film,
)
from vigreview.process.numbering import next_number
from vigreview.process.practice import NotThere, Practice, Refused, insert
from vigreview.process.same_film import fingerprint_of
from vigreview.refusals import Gone
from vigreview.vault.events import now, today

KEPT_AT_ONCE = 8 * 1024 * 1024  # bytes of a stretch that are put on the disk together
_DAY_S = timedelta(days=1).total_seconds()
_THERE_ALREADY = "This film is there already."


def expected_film(practice: Practice, journey_id: int, kind: str = MOMENT) -> int:
    """Return the id of the film that a journey waits for: one half arrived, or a fresh one.

    Raises Refused without consent, which comes before filming.
    """
    may_film(practice, journey_id, kind).or_refuse()
    with practice.write() as db:
        found = db.execute(
            "select max(id) from films where journey_id = ? and kind = ? and recorded = 0"
            " and state in ('expected', 'receiving')",
            [journey_id, kind],
        ).fetchone()[0]
        return int(found) if found else _fresh_film(db, journey_id, kind)


def begin_next_film(
    practice: Practice,
    journey_id: int,
    length: int | None,
    fingerprint: str | None = None,
    recorded: bool = False,
    kind: str = MOMENT,
) -> int:
    """Make room for one more film of a journey, beside others on their way; return its id.

    Raises as `begin_film` does; then there is no such film.
    """
    may_film(practice, journey_id, kind).or_refuse()
    with practice.write() as db:
        found = db.execute(
            "select min(id) from films where journey_id = ? and kind = ? and state = 'expected'",
            [journey_id, kind],
        ).fetchone()[0]
        film_id = int(found) if found else _fresh_film(db, journey_id, kind)
        begin_film(practice, film_id, length, fingerprint, recorded)
        return film_id


def _fresh_film(db: Database, journey_id: int, kind: str) -> int:
    held = {"journey_id": journey_id, "kind": kind, "state": "expected"}
    held |= {"cycle": next_number(db, journey_id, kind)}
    dates = {"filmed_on": today().isoformat(), "made_at": now()}
    return insert(db, "films", {**held, **dates})


def begin_film(
    practice: Practice,
    film_id: int,
    length: int | None,
    fingerprint: str | None = None,
    recorded: bool = False,
) -> None:
    """Make room for a film of `length` bytes that is about to arrive; None: told at its end.

    `fingerprint` is what the sender knows the same file again by; it says nothing else. `recorded`
    is for a film that is being made with this app, of which no other file exists.

    Raises Refused without consent or where the film is empty, TooLarge where it is larger than
    the settings allow, NoRoom where the disk is too full. What had arrived of another file is
    given up.
    """
    held = film(practice, film_id)
    may_film(practice, held.journey_id, held.kind).or_refuse()
    if held.state not in ("expected", "receiving"):
        raise Refused(_THERE_ALREADY)
    if held.state == "receiving" and held.recorded:
        raise Refused("Something filmed here is kept in this place. Decide about that first.")
    if length is not None:
        check_length(practice, length)
    give_up_film(practice, film_id)
    name = f"{secrets.token_hex(16)}{FILM_ENDING}"
    key = secrets.token_bytes(KEY_BYTES)
    try:
        with practice.write() as db:
            change = {"state": "receiving", "bytes": length, "key": key, "file": name}
            marks = {"fingerprint": fingerprint, "recorded": int(recorded)}
            change_film(db, film_id, {**change, **marks})
            told = {"bytes": length, "recorded": recorded, "kind": held.kind}
            practice.record(db, "begin film", "films", film_id, **told)
            FilmFile.create(practice.vault.films_folder / name, key).close()
    finally:
        wipe(key)


def tell_length(practice: Practice, film_id: int, length: int) -> None:
    """Keep how long a film is that began without saying so. Raises Refused where that is untrue."""
    held, known = received(practice, film_id)
    if known == length:
        return
    if known is not None or length < held:
        raise Refused("This film is of another length than was said before.")
    check_length(practice, length, held)
    with practice.write() as db:
        change_film(db, film_id, {"bytes": length})


def give_up_film(practice: Practice, film_id: int) -> None:
    """Give up what has arrived of a film; it is waited for again."""
    gone = {"key": None, "file": None, "bytes": None, "fingerprint": None, "recorded": 0}
    with practice.write() as db:
        held = film_row(db, film_id)
        if held["state"] != "receiving":
            return
        change_film(db, film_id, {"state": "expected", **gone})
        practice.record(db, "give up film", "films", film_id)
    unlink_film(practice.vault, held["file"])


def received(practice: Practice, film_id: int) -> tuple[int, int | None]:
    """Return how many bytes of a film have arrived, and how many there are (None: not told yet).

    All of them where it has arrived. Raises NotThere, or Gone for one that was erased.
    """
    held = film(practice, film_id)
    if held.state in ("preparing", "ready") and held.bytes is not None:
        return held.bytes, held.bytes
    if held.state in ("failed", "erased"):
        raise Gone(held.why or "This film has been erased.")
    if held.state != "receiving":
        raise NotThere("This film is not arriving.")
    with open_film(practice.vault, film_id) as file:
        # Sealed, if a crash came before the film was said to be there.
        return file.length("original") or file.held("original"), held.bytes


def half_arrived(practice: Practice, journey_id: int) -> list[tuple[Film, int]]:
    """Return a journey's films that are still on their way, and how many bytes there are of each.

    Recordings are not among them.
    """
    coming = [
        one for one in films(practice, journey_id) if one.state == "receiving" and not one.recorded
    ]
    return [(one, received(practice, one.id)[0]) for one in coming]


def receive(practice: Practice, film_id: int, offset: int, data: bytes) -> int:
    """Keep the next bytes of a film that is arriving; return how many there are now."""
    with arriving(practice, film_id) as arrival:
        return arrival.add(offset, data)


@contextmanager
def arriving(practice: Practice, film_id: int) -> Iterator["Arrival"]:
    """Hold a film's file open while one stretch of it arrives; all of it is durable at the end.

    Raises NotThere.
    """
    held = film(practice, film_id)
    if held.state != "receiving":
        raise NotThere("This film is not arriving.")
    with open_film(practice.vault, film_id) as file:
        arrival = Arrival(practice, held, file)
        try:
            yield arrival
        finally:
            arrival.settle()


class Arrival:
    """One stretch of a film that is arriving."""

    def __init__(self, practice: Practice, coming: Film, file: FilmFile) -> None:
        self._practice = practice
        self._film = coming
        self._file = file
        self._held = file.held("original")  # bytes on the disk
        self._waiting = bytearray()

    def add(self, offset: int, data: bytes) -> int:
        """Take the next bytes; return how many there are now. They are durable once settled.

        Consent is asked for anew: once it is withdrawn, Refused is raised, and what had arrived
        is taken out again (the file it came from is still where it was). Raises WrongOffset.
        """
        permission = may(self._practice, "receive", self._film.id)
        if not permission:
            self._waiting.clear()
            if not self._film.recorded:
                give_up_film(self._practice, self._film.id)
            raise Refused(permission.because)
        if self._film.bytes is None:
            check_size(self._practice, offset + len(data))
        if offset != self._held + len(self._waiting):
            raise WrongOffset(self._held + len(self._waiting))
        self._waiting += data
        if len(self._waiting) >= KEPT_AT_ONCE:
            self.settle()
        return self._held + len(self._waiting)

    def settle(self) -> None:
        """Put on the disk what has come."""
        if self._waiting:
            coming, self._waiting = self._waiting, bytearray()
            self._held = self._file.append("original", self._held, coming)


def arrived(practice: Practice, film_id: int) -> None:
    """Every byte is in: seal the film and ask for it to be made ready, in one change."""
    held = film(practice, film_id)
    if held.state != "receiving":
        return
    with open_film(practice.vault, film_id) as file:
        if file.length("original") is None:
            file.seal("original", "video/mp4")  # asked for only where it plays as such
        length, fingerprint = file.length("original"), fingerprint_of(file)
    with practice.write() as db:
        if film_row(db, film_id)["state"] != "receiving":
            return
        cycle = next_number(db, held.journey_id, held.kind, film_id)
        known = {"bytes": length, "fingerprint": fingerprint, "cycle": cycle}
        change_film(db, film_id, {"state": "preparing", **known})
        ask(db, film_id, "prepare", {})
        practice.record(db, "film arrived", "films", film_id)


def broken_off_recordings(practice: Practice, journey_id: int) -> list[Film]:
    """Return the recordings of a journey that were never stopped, oldest first.

    One that is being made at this moment is among them. They exist nowhere else, so they stay
    until a person decides: `finish_recording`, or `give_up_film`.
    """
    return [one for one in films(practice, journey_id) if one.recorded and one.state == "receiving"]


def finish_recording(practice: Practice, film_id: int) -> None:
    """Take what has arrived of a recording that broke off for the whole of it.

    Raises Refused where nothing has, or without consent.
    """
    may(practice, "receive", film_id).or_refuse()
    if not received(practice, film_id)[0]:
        raise Refused("Nothing of this recording was kept.")
    arrived(practice, film_id)


def remove_forsaken(practice: Practice, at: datetime) -> None:
    """Give up films of which nothing has arrived for a day before the time `at`.

    The file that they came from is still where it was. A recording that broke off is nowhere
    else: it stays until a person decides.
    """
    with practice.read() as db:
        rows = db.execute(
            "select id, file from films where state = 'receiving' and recorded = 0"
        ).fetchall()
    for film_id, name in rows:
        if _last_change(practice.vault.films_folder / name) < at.timestamp() - _DAY_S:
            give_up_film(practice, film_id)


def _last_change(path: Path) -> float:
    """Return when a film file or its log was last written to, in Unix seconds; 0 without one."""
    both = (path, path.with_name(path.name + "-journal"))
    return max((one.stat().st_mtime for one in both if one.exists()), default=0.0)
