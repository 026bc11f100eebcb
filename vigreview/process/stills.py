"""Stills: frames of a film that are kept as pictures, one of a clip's as its face."""

import json
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from vigreview.process.consent import may
from vigreview.process.filming import ask
from vigreview.process.microanalysis import Clip, clip, on_frames
from vigreview.process.practice import NotThere, Practice, Refused, insert
from vigreview.process.steps import step
from vigreview.vault.events import now

WHOLE = 1000  # a crop is told in thousandths of the picture's width and height


@dataclass(frozen=True)
class Crop:
    """A part of a picture: left, top, width, height in thousandths of its own, from its corner."""

    left: int
    top: int
    width: int
    height: int

    @property
    def part(self) -> list[int]:
        """Left, top, width, height, as film work takes them."""
        return [self.left, self.top, self.width, self.height]

    def or_refuse(self) -> None:
        """Raises Refused where it lies outside the picture, or is too small to be seen."""
        inside = (
            0 <= self.left <= WHOLE - self.width
            and 0 <= self.top <= WHOLE - self.height
            and min(self.width, self.height) >= WHOLE // 10
        )
        if not inside:
            raise Refused("This part of the picture is too small, or not within it.")


@dataclass(frozen=True)
class Still:
    """One frame of a film that is kept as a picture, whole or a part of it."""

    id: int
    film_id: int
    clip_id: int | None
    at_us: int
    crop: Crop | None = None

    @property
    def copy(self) -> str:
        """The name of this still's own picture; another part of the frame is another picture."""
        return "-".join(map(str, [self.id, *(self.crop.part if self.crop else ())]))

    @property
    def stream(self) -> str:
        """Where that picture lies in the film file."""
        return f"still/{self.copy}"

    @property
    def whole(self) -> "Still":
        """The same still without a crop."""
        return replace(self, crop=None)


def take_still(practice: Practice, film_id: int, at_us: int, clip_id: int | None = None) -> int:
    """Keep the frame at a time as a picture, of a clip where one is named; return its id.

    Raises Refused without consent, or where the frame lies outside that clip.
    """
    may(practice, "still", film_id).or_refuse()
    at_us, _ = on_frames(practice, film_id, at_us, at_us)
    if clip_id is not None:
        of = clip(practice, clip_id)
        if of.film_id != film_id or not of.start_us <= at_us <= of.end_us:
            raise Refused("The still is not within this clip.")
    with step(practice, film_id, "take still") as db:
        held = {"film_id": film_id, "clip_id": clip_id, "at_us": at_us}
        still_id = insert(db, "stills", {**held, "made_at": now()})
        if clip_id is not None:
            db.table("clips").update(clip_id, {"face": still_id})
        ask_for_picture(db, Still(still_id, film_id, clip_id, at_us))
        practice.record(db, "take still", "stills", still_id, **held)
        return still_id


def make_face(practice: Practice, still_id: int) -> None:
    """Let a still stand for its clip."""
    found = still(practice, still_id)
    if found.clip_id is None:
        raise Refused("This still belongs to no clip.")
    with step(practice, found.film_id, "choose face") as db:
        db.table("clips").update(found.clip_id, {"face": still_id})
        practice.record(db, "choose face", "clips", found.clip_id, still=still_id)


def crop_still(practice: Practice, still_id: int, crop: Crop | None) -> None:
    """Keep a part of a still's picture, or the whole of it again. Raises Refused."""
    found = still(practice, still_id)
    may(practice, "still", found.film_id).or_refuse()
    if crop:
        crop.or_refuse()
    with step(practice, found.film_id, "crop still") as db:
        told = json.dumps(crop.part) if crop else None
        db.table("stills").update(still_id, {"crop": told})
        ask_for_picture(db, replace(found, crop=crop))
        practice.record(db, "crop still", "stills", still_id, crop=told)


def crop_to(practice: Practice, still_id: int, part: list[int] | None) -> None:
    """Crop a still as the browser tells it: left, top, width, height in thousandths; None: whole.

    Raises Refused.
    """
    if part is not None and len(part) != 4:
        raise Refused("This part of the picture is too small, or not within it.")
    whole = part is None or part == [0, 0, WHOLE, WHOLE]
    crop_still(practice, still_id, None if whole or part is None else Crop(*part))


def delete_still(practice: Practice, still_id: int) -> None:
    """Take a still away; undoing brings it back."""
    found = still(practice, still_id)
    with step(practice, found.film_id, "take still away") as db:
        db.table("stills").update(still_id, {"deleted_at": now()})
        practice.record(db, "delete still", "stills", still_id)


def ask_for_picture(db: Database, still: Still) -> None:
    """Ask for a still's picture as a row, committed with what asked for it."""
    args: dict[str, Any] = {"still": still.copy, "at_us": still.at_us}
    ask(db, still.film_id, "still", args | ({"crop": still.crop.part} if still.crop else {}))


def ask_again(db: Database, film_id: int) -> None:
    """Have a film's stills taken anew: there are sharper pictures now."""
    for one in _stills(db, "film_id = ?", [film_id]):
        ask_for_picture(db, one)
        if one.crop:
            ask_for_picture(db, one.whole)  # it is cropped anew from that


def still(practice: Practice, still_id: int) -> Still:
    """Return one still. Raises NotThere, for one that was taken away as well."""
    with practice.read() as db:
        found = _stills(db, "id = ?", [still_id])
    if not found:
        raise NotThere("There is no such still.")
    return found[0]


def stills(practice: Practice, film_id: int) -> list[Still]:
    """Return a film's stills in film order."""
    with practice.read() as db:
        return _stills(db, "film_id = ?", [film_id])


def stills_of(practice: Practice, clip: Clip) -> list[Still]:
    """Return a clip's stills in film order; those outside its edges are not its own."""
    with practice.read() as db:
        within = "clip_id = ? and at_us between ? and ?"
        return _stills(db, within, [clip.id, clip.start_us, clip.end_us])


def _stills(db: Database, where: str, given: list[Any]) -> list[Still]:
    rows = db.query(
        "select id, film_id, clip_id, at_us, crop from stills"  # noqa: S608 - our own text
        f" where {where} and deleted_at is null order by at_us, id",
        given,
    )
    return [
        Still(**{**held, "crop": Crop(*json.loads(held["crop"])) if held["crop"] else None})
        for held in rows
    ]
