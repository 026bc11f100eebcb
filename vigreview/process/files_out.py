"""Files that are handed over: what, to whom, why; each is recorded, and made only where it may be.

A clip or a still is made as 'export/<id>' in the film's file, and goes from there once it has been
handed over. A list of clips holds times and words, and is written when it is fetched. The line
that something was handed over stays when the film goes.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vigreview.films.overall import FROM_COPY
from vigreview.process.consent import may, may_be_seen_by
from vigreview.process.filming import Film, ask, film, film_row, open_film
from vigreview.process.jobs import jobs
from vigreview.process.microanalysis import clip
from vigreview.process.practice import NotThere, Practice, Refused, insert, row, words_of
from vigreview.process.stills import still
from vigreview.process.watching import Opened, opened_for
from vigreview.vault.events import now

# For whom a file can be, and what `may` is asked then.
FOR_WHOM = {
    "family": "give",
    "supervision": "supervise",
    "training": "teach",
    "own work": "exchange",
}
# What of: the kinds of file there are.
CLIP_KINDS, STILL_KINDS = ("mp4", "silent"), ("jpeg", "png")
LIST_KINDS = ("elan", "losslesscut", "webvtt", "table")
KEEPSAKE_KIND = "keepsake"  # asked for by `process.keepsake`
ENDINGS = {
    **{"mp4": "mp4", "silent": "mp4", "jpeg": "jpg", "png": "png"},
    **{"elan": "eaf", "losslesscut": "csv", "webvtt": "vtt", "table": "csv"},
}


@dataclass(frozen=True)
class FileOut:
    """A file that was asked for. `handed_at`: when it had been fetched; `gone_at`: put away.

    `to_whom` names the one person who gets it, where the film is for supervision.
    """

    id: int
    film_id: int
    clip_id: int | None
    still_id: int | None
    kind: str
    for_whom: str
    notes: bool
    to_whom: str
    why: str
    asked_at: str
    handed_at: str | None
    gone_at: str | None
    name: str

    @property
    def stream(self) -> str:
        return f"export/{self.id}"

    @property
    def is_list(self) -> bool:
        return self.kind in LIST_KINDS


@dataclass(frozen=True)
class Making:
    """How far a file is: it can be fetched, is being made, or why it could not be made.

    `note` says where it was made from the copy that plays here.
    """

    ready: bool
    progress: float = 0.0
    why: str | None = None
    note: str = ""


def hand_over_file(
    practice: Practice,
    film_id: int,
    *,
    kind: str,
    for_whom: str,
    why: str,
    clip_id: int | None = None,
    still_id: int | None = None,
    notes: bool = False,
    to_whom: str = "",
) -> int:
    """Ask for a file of a clip, of a still, or of the list of a film's clips; return its id.

    The private `notes` go with a list for one's own work only. Raises Refused without consent,
    without a reason, while the film is on hold, and in a time together; of a film for supervision
    also where `to_whom` is none of those whom its consent names.
    """
    _at_the_desk(practice)
    why = words_of(why, "Why it is handed over", 400)
    fits = (clip_id is not None, still_id is not None) == (kind in CLIP_KINDS, kind in STILL_KINDS)
    if kind not in ENDINGS or for_whom not in FOR_WHOM or not fits:
        raise Refused("Choose what is handed over, and to whom.")
    if for_whom == "own work" and kind not in LIST_KINDS:
        raise Refused("A file with pictures is for somebody who has a yes to it.")
    if notes and (for_whom != "own work" or kind not in ("elan", "table")):
        raise Refused("Private notes are for your own work only.")
    may(practice, FOR_WHOM[for_whom], film_id).or_refuse()
    of = film(practice, film_id)
    to_whom = to_whom if _is_named(of, for_whom) else ""
    _to_one_of_those_named(practice, of, for_whom, to_whom)
    if of.state != "ready":
        raise Refused("This film is not ready yet.")
    frames, part = _frames(practice, film_id, clip_id, still_id)
    which = f"-clip-{clip_id}" if clip_id else f"-still-{still_id}" if still_id else "-clips"
    held = {"film_id": film_id, "clip_id": clip_id, "still_id": still_id, "kind": kind}
    held |= {"for_whom": for_whom, "to_whom": to_whom, "notes": int(notes), "why": why}
    held["name"] = f"{of.called.replace(' ', '-')}{which}.{ENDINGS[kind]}"
    form = {"kind": "mp4" if kind in CLIP_KINDS else kind, "sound": kind == "mp4"}
    return add_file_out(practice, held, form | frames | part)


def add_file_out(practice: Practice, held: dict[str, Any], order: dict[str, Any]) -> int:
    """Keep that a file was asked for, and ask for the work that makes it; return its id.

    Whoever calls this has asked whether it may be handed over.
    """
    with practice.write() as db:
        file_id = insert(db, "files_out", held | {"asked_at": now()})
        if held["kind"] not in LIST_KINDS:
            needs = FOR_WHOM[held["for_whom"]]
            ask(db, held["film_id"], "export", {"export": file_id, "needs": needs, **order})
        practice.record(db, "ask for file", "files_out", file_id, **held)
        return file_id


def _is_named(of: Film, for_whom: str) -> bool:
    return of.for_supervision and for_whom == "supervision"


def _to_one_of_those_named(practice: Practice, of: Film, for_whom: str, to_whom: str) -> None:
    named = may_be_seen_by(practice, of.journey_id)
    if _is_named(of, for_whom) and to_whom not in named:
        raise Refused("Choose one of those whom the consent names.")


def _frames(
    practice: Practice, film_id: int, clip_id: int | None, still_id: int | None
) -> tuple[dict[str, int], dict[str, Any]]:
    """The first and last frame of what is handed over, and which part of a still's."""
    if clip_id is not None:
        of = clip(practice, clip_id)
        _same_film(of.film_id, film_id)
        return {"start_us": of.start_us, "end_us": of.end_us}, {}
    if still_id is not None:
        kept = still(practice, still_id)
        _same_film(kept.film_id, film_id)
        part = {"crop": kept.crop.part} if kept.crop else {}
        return {"start_us": kept.at_us, "end_us": kept.at_us}, part
    return {}, {}


def _same_film(one: int, other: int) -> None:
    if one != other:
        raise NotThere("There is nothing of that number in this film.")


def _at_the_desk(practice: Practice) -> None:
    if practice.sitting is not None:
        raise Refused("Files are handed over from the practitioner's own screen.")


def files_out(practice: Practice, film_id: int) -> list[FileOut]:
    """Return the files that were asked for of a film, the last first, those put away too."""
    with practice.read() as db:
        rows = db.table("files_out").rows_where("film_id = ?", [film_id], order_by="id desc")
        return [_file(held) for held in rows]


def kind_of_last(practice: Practice, kinds: Sequence[str]) -> str:
    """Return which of these kinds was asked for last, of any film; else the first of them."""
    asked = f"kind in ({', '.join('?' * len(kinds))})"
    with practice.read() as db:
        rows = db.table("files_out").rows_where(asked, list(kinds), order_by="id desc", limit=1)
        return next((str(held["kind"]) for held in rows), kinds[0])


def file_out(practice: Practice, file_id: int) -> FileOut:
    """Return one file that was asked for. Raises NotThere."""
    with practice.read() as db:
        return _file(row(db, "files_out", file_id))


def _file(held: dict[str, Any]) -> FileOut:
    return FileOut(**{**held, "notes": bool(held["notes"])})


def making(practice: Practice, file: FileOut) -> Making:
    """Tell how far a file is."""
    if file.is_list:
        return Making(ready=True)
    with practice.read() as db:
        query = "task = 'export' and json_extract(args, '$.export') = ?"
        found = db.table("jobs").rows_where(query, [file.id], order_by="id desc", select="id")
        job_id = next((held["id"] for held in found), None)
    job = next((one for one in jobs(practice, file.film_id) if one.id == job_id), None)
    if job is None:
        return Making(ready=False, why="This film is not here any more.")
    failed = job.state in ("failed", "cancelled")
    note = FROM_COPY if job.doing == FROM_COPY else ""
    return Making(job.state == "done", job.progress, job.why if failed else None, note)


def may_fetch(practice: Practice, file_id: int) -> FileOut:
    """Return a file that may be fetched now. Raises Refused or NotThere."""
    _at_the_desk(practice)
    file = file_out(practice, file_id)
    if file.handed_at or file.gone_at:
        raise NotThere("This file has been handed over or put away.")
    may(practice, FOR_WHOM[file.for_whom], file.film_id).or_refuse()
    of = film(practice, file.film_id)
    _to_one_of_those_named(practice, of, file.for_whom, file.to_whom)
    return file


def open_file(practice: Practice, file: FileOut) -> Opened:
    """Open a clip's or a still's file. `allowed` is asked again before every piece."""
    return opened_for(practice, file.film_id, file.stream, FOR_WHOM[file.for_whom])


def handed_over(practice: Practice, file_id: int) -> None:
    """Note that a file has been fetched, and delete what was made of it."""
    _end(practice, file_id, "handed_at", "hand over file")


def put_away_file(practice: Practice, file_id: int) -> None:
    """Put away a file that nobody fetched, and delete what was made of it."""
    _at_the_desk(practice)
    _end(practice, file_id, "gone_at", "put file away")


def _end(practice: Practice, file_id: int, when: str, verb: str) -> None:
    with practice.write() as db:
        file = _file(row(db, "files_out", file_id))
        if file.handed_at or file.gone_at:
            return
        db.table("files_out").update(file_id, {when: now()})
        db.execute(
            "update jobs set state = 'cancelled' where task = 'export'"
            " and state in ('waiting', 'working') and json_extract(args, '$.export') = ?",
            [file_id],
        )
        said = json.dumps([file.kind, file.for_whom, file.to_whom, file.why])
        practice.record(db, verb, "files_out", file_id, what=said)
        there = film_row(db, file.film_id)["file"] is not None
    if there and not file.is_list:
        with open_film(practice.vault, file.film_id) as stored:
            stored.delete(file.stream)
