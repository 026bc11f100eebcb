"""Microanalysis: clips and stills of a film. A clip is two times in it; nothing is rendered.

Times are integer microseconds of the film's own presentation times. A clip's start is its first
frame's time, its end its last frame's; both frames belong to it.
"""

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.process.consent import may
from vigreview.process.filming import ask, film, frame_times
from vigreview.process.practice import NotThere, Practice, Refused, insert, row
from vigreview.vault.events import now

SHORT_US, LONG_US, FEW_CLIPS = 3_000_000, 10_000_000, 4
LONGEST_NAME, LONGEST_NOTE = 200, 4000  # letters


@dataclass(frozen=True)
class Still:
    """One frame of a film that is kept as a picture."""

    id: int
    film_id: int
    clip_id: int | None
    at_us: int


@dataclass(frozen=True)
class Clip:
    """A moment of a film, from the frame at `start_us` to the frame at `end_us`, both included."""

    id: int
    film_id: int
    start_us: int
    end_us: int
    name: str
    standing: str
    position: int
    note: str
    principles: tuple[str, ...] = ()
    face: int | None = None  # the still that stands for the clip

    @property
    def chosen(self) -> bool:
        return self.standing == "chosen"

    @property
    def copy(self) -> str:
        """The name of this clip's own copy; other edges are another copy."""
        return f"{self.id}-{self.start_us}-{self.end_us}"

    @property
    def stream(self) -> str:
        """Where that copy lies in the film file."""
        return f"clip/{self.copy}"


def clips(practice: Practice, film_id: int) -> list[Clip]:
    """Return a film's clips in the order for the review."""
    with practice.read() as db:
        return _clips(db, "film_id = ? and deleted_at is null", film_id)


def clip(practice: Practice, clip_id: int) -> Clip:
    """Return one clip. Raises NotThere, for a deleted one as well."""
    with practice.read() as db:
        found = _clips(db, "id = ? and deleted_at is null", clip_id)
    if not found:
        raise NotThere("There is no such clip.")
    return found[0]


def _clips(db: Database, where: str, value: int) -> list[Clip]:
    found = []
    for held in db.table("clips").rows_where(where, [value], order_by="position, id"):
        del held["made_at"], held["deleted_at"]
        principles = db.table("clip_principles").rows_where(
            "clip_id = ?", [held["id"]], "principle"
        )
        face = max((still.id for still in _stills_of(db, held)), default=None)
        found.append(Clip(**held, principles=tuple(p["principle"] for p in principles), face=face))
    return found


def mark_clip(practice: Practice, film_id: int, start_us: int, end_us: int) -> int:
    """Mark a clip between two frames of the film, last in the order, and return its id."""
    may(practice, "cut", film_id).or_refuse()
    start_us, end_us = _on_frames(practice, film_id, start_us, end_us)
    with practice.write() as db:
        last = db.execute(
            "select coalesce(max(position), 0) from clips where film_id = ?", [film_id]
        ).fetchone()[0]
        edges = {"film_id": film_id, "start_us": start_us, "end_us": end_us}
        held = {**edges, "position": last + 1, "made_at": now()}
        clip_id = insert(db, "clips", held)
        practice.record(db, "mark clip", "clips", clip_id, **edges)
        return clip_id


def move_clip(practice: Practice, clip_id: int, start_us: int, end_us: int) -> None:
    """Move a clip's edges to other frames of its film."""
    before = clip(practice, clip_id)
    may(practice, "cut", before.film_id).or_refuse()
    start_us, end_us = _on_frames(practice, before.film_id, start_us, end_us)
    with practice.write() as db:
        db.table("clips").update(clip_id, {"start_us": start_us, "end_us": end_us})
        practice.record(
            db,
            "move clip",
            "clips",
            clip_id,
            before=[before.start_us, before.end_us],
            after=[start_us, end_us],
        )


def describe_clip(
    practice: Practice,
    clip_id: int,
    *,
    name: str | None = None,
    note: str | None = None,
    chosen: bool | None = None,
    principles: tuple[str, ...] | None = None,
) -> None:
    """Keep what is said of a clip: its name, private note, whether it is chosen, principles."""
    before = clip(practice, clip_id)
    change: dict[str, object] = {}
    if name is not None:
        change["name"] = name.strip()[:LONGEST_NAME]
    if note is not None:
        change["note"] = note.strip()[:LONGEST_NOTE]
    if chosen is not None:
        change["standing"] = "chosen" if chosen else "candidate"
    with practice.write() as db:
        if change:
            db.table("clips").update(clip_id, change)
        if principles is not None:
            db.table("clip_principles").delete_where("clip_id = ?", [clip_id])
            db.table("clip_principles").insert_all(
                {"clip_id": clip_id, "principle": principle} for principle in principles
            )
        practice.record(
            db,
            "describe clip",
            "clips",
            clip_id,
            before={"name": before.name, "note": before.note, "standing": before.standing},
            after={**change, "principles": principles},
        )


def reorder(practice: Practice, clip_id: int, by: int) -> None:
    """Move a clip earlier (-1) or later (+1) in the order for the review."""
    film_id = clip(practice, clip_id).film_id
    with practice.write() as db:
        order = [one.id for one in clips(practice, film_id)]
        at = order.index(clip_id)
        to = min(max(at + by, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        for position, one in enumerate(order, start=1):
            db.table("clips").update(one, {"position": position})
        practice.record(db, "reorder clips", "films", film_id, order=order)


def delete_clip(practice: Practice, clip_id: int) -> None:
    """Take a clip away; it can be brought back for as long as its film lives."""
    clip(practice, clip_id)
    with practice.write() as db:
        db.table("clips").update(clip_id, {"deleted_at": now()})
        practice.record(db, "delete clip", "clips", clip_id)


def bring_back_clip(practice: Practice, clip_id: int) -> None:
    """Bring a deleted clip back as it was. Raises Refused where its film has been erased."""
    with practice.write() as db:
        if not film(practice, row(db, "clips", clip_id)["film_id"]).there:
            raise Refused("This film has been erased.")
        db.table("clips").update(clip_id, {"deleted_at": None})
        practice.record(db, "bring back clip", "clips", clip_id)


def take_still(practice: Practice, film_id: int, at_us: int, clip_id: int | None = None) -> int:
    """Keep the frame at a time as a picture, as a clip's face where one is named.

    Raises Refused without consent, or where the frame lies outside that clip.
    """
    may(practice, "still", film_id).or_refuse()
    at_us, _ = _on_frames(practice, film_id, at_us, at_us)
    if clip_id is not None:
        of = clip(practice, clip_id)
        if of.film_id != film_id or not of.start_us <= at_us <= of.end_us:
            raise Refused("The still is not within this clip.")
    with practice.write() as db:
        held = {"film_id": film_id, "clip_id": clip_id, "at_us": at_us}
        still_id = insert(db, "stills", {**held, "made_at": now()})
        ask(db, film_id, "still", {"still": str(still_id), "at_us": at_us})
        practice.record(db, "take still", "stills", still_id, **held)
        return still_id


def stills(practice: Practice, film_id: int) -> list[Still]:
    """Return a film's stills in film order."""
    with practice.read() as db:
        rows = db.query(
            "select id, film_id, clip_id, at_us from stills where film_id = ? order by at_us",
            [film_id],
        )
        return [Still(**held) for held in rows]


def stills_of(practice: Practice, clip: Clip) -> list[Still]:
    """Return a clip's stills in film order; those outside its edges are not its own."""
    with practice.read() as db:
        return _stills_of(db, {"id": clip.id, "start_us": clip.start_us, "end_us": clip.end_us})


def _stills_of(db: Database, clip: dict[str, Any]) -> list[Still]:
    rows = db.query(
        "select id, film_id, clip_id, at_us from stills where clip_id = :id"
        " and at_us between :start_us and :end_us order by at_us",
        clip,
    )
    return [Still(**held) for held in rows]


def advice(clip_or_clips: Clip | list[Clip]) -> str | None:
    """Return a kind word where a clip's length or the number of clips is unusual, else None."""
    if isinstance(clip_or_clips, Clip):
        length = clip_or_clips.end_us - clip_or_clips.start_us
        if length < SHORT_US:
            return "Shorter than 3 seconds: a moment often needs a little longer to show."
        if length > LONG_US:
            return "Longer than 10 seconds: what matters most may be in a part of it."
        return None
    if sum(one.chosen for one in clip_or_clips) > FEW_CLIPS:
        return "More than four clips chosen: fewer leave more time to talk."
    return None


def _on_frames(practice: Practice, film_id: int, start_us: int, end_us: int) -> tuple[int, int]:
    """Snap both times to the film's own frames, the nearest ones, in order."""
    times = frame_times(practice, film_id)
    if not len(times):
        raise Refused("This film is not ready for clips yet.")
    start, end = sorted((times.nearest(start_us), times.nearest(end_us)))
    return start, end
