"""Films on their way in: waited for, received piece by piece, all there."""

import secrets

from vigreview.cipher import KEY_BYTES, wipe
from vigreview.films.file import FilmFile
from vigreview.process.consent import may, may_film
from vigreview.process.filming import (
    FILM_ENDING,
    ask,
    change_film,
    film,
    film_row,
    open_film,
    unlink_film,
)
from vigreview.process.practice import NotThere, Practice, Refused, insert
from vigreview.vault.events import now, today

LARGEST_BYTES = 8_000_000_000


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
    name = f"{secrets.token_hex(16)}{FILM_ENDING}"
    key = secrets.token_bytes(KEY_BYTES)
    try:
        with practice.write() as db:
            change = {"state": "receiving", "bytes": length, "key": key, "file": name}
            change_film(db, film_id, {**change, "fingerprint": fingerprint})
            practice.record(db, "begin film", "films", film_id, bytes=length)
            FilmFile.create(practice.vault.films_folder / name, key).close()
    finally:
        wipe(key)


def give_up_film(practice: Practice, film_id: int) -> None:
    """Give up what has arrived of a film; it is waited for again."""
    with practice.write() as db:
        held = film_row(db, film_id)
        if held["state"] != "receiving":
            return
        change_film(db, film_id, {"state": "expected", "key": None, "file": None, "bytes": None})
        practice.record(db, "give up film", "films", film_id)
    unlink_film(practice.vault, held["file"])


def received(practice: Practice, film_id: int) -> tuple[int, int]:
    """Return how many bytes of a film have arrived, and how many there are. Raises NotThere."""
    held = film(practice, film_id)
    if held.state != "receiving" or held.bytes is None:
        raise NotThere("This film is not arriving.")
    with open_film(practice.vault, film_id) as file:
        return file.held("original"), held.bytes


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
        if film_row(db, film_id)["state"] != "receiving":
            return
        change_film(db, film_id, {"state": "preparing"})
        ask(db, film_id, "prepare", {})
        practice.record(db, "film arrived", "films", film_id)
