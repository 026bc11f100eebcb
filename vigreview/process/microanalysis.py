"""Microanalysis: the clips of a film. A clip is two times in it; nothing is rendered.

Times are integer microseconds of the film's own presentation times. A clip's start is its first
frame's time, its end its last frame's; both frames belong to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.process.consent import may
from vigreview.process.filming import film, frame_times
from vigreview.process.practice import NotThere, Practice, Refused, insert, row
from vigreview.process.steps import step
from vigreview.vault.events import now

LONGEST_NAME, LONGEST_NOTE = 200, 4000  # letters
# The yes-cycle, in the order in which it goes round.
YES_CYCLE = ("initiative", "received", "response", "received by baby")
# What else may be seen in a clip, beside its principles; in a film for supervision it is the
# parent who begins, and receives in the end.
SEEN = (*YES_CYCLE, "received by parent", "both in sight", "about our question")


@dataclass(frozen=True)
class Clip:
    """A moment of a film, from the frame at `start_us` to the frame at `end_us`, both included.

    `why` it was chosen and what to `wonder` about with the parent are private notes. `seen` holds
    some of SEEN; `face` is the still that stands for the clip. `captions` are lines of what is said
    and done in it (`process.captions`), which a parent sees.
    """

    id: int
    film_id: int
    start_us: int
    end_us: int
    name: str
    standing: str
    position: int
    why: str
    wonder: str
    captions: str = ""
    face: int | None = None
    principles: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()

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


def deleted_clips(practice: Practice, film_id: int) -> list[Clip]:
    """Return the clips of a film that were taken away and can be brought back, the last first."""
    with practice.read() as db:
        return _clips(db, "film_id = ? and deleted_at is not null", film_id, "deleted_at desc")


def _clips(db: Database, where: str, value: int, order_by: str = "position, id") -> list[Clip]:
    columns = "id, film_id, start_us, end_us, name, standing, position, why, wonder, captions"
    found = []
    for held in db.query(
        f"select {columns}, ({_FACE}) as face from clips"  # noqa: S608 - our own text
        f" where {where} order by {order_by}",
        [value],
    ):
        principles = _listed(db, "clip_principles", "principle", held["id"])
        seen = _listed(db, "clip_seen", "what", held["id"])
        found.append(Clip(**held, principles=principles, seen=seen))
    return found


# The still that was chosen to stand for a clip, or the newest; only one within its edges.
_FACE = """
select s.id from stills s
where s.clip_id = clips.id and s.deleted_at is null
  and s.at_us between clips.start_us and clips.end_us
order by s.id = clips.face desc, s.id desc limit 1
"""


def _listed(db: Database, table: str, column: str, clip_id: int) -> tuple[str, ...]:
    query = f"select {column} from {table} where clip_id = ? order by rowid"  # noqa: S608 - our own
    return tuple(value for (value,) in db.execute(query, [clip_id]).fetchall())


def mark_clip(practice: Practice, film_id: int, start_us: int, end_us: int) -> int:
    """Mark a clip between two frames of the film, last in the order, and return its id."""
    may(practice, "cut", film_id).or_refuse()
    start_us, end_us = on_frames(practice, film_id, start_us, end_us)
    with step(practice, film_id, "mark clip") as db:
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
    start_us, end_us = on_frames(practice, before.film_id, start_us, end_us)
    with step(practice, before.film_id, "move clip") as db:
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
    why: str | None = None,
    wonder: str | None = None,
    captions: str | None = None,
    chosen: bool | None = None,
    principles: Sequence[str] | None = None,
    seen: Sequence[str] | None = None,
) -> None:
    """Keep what is said of a clip, as far as it is given. Raises Refused for what is none of SEEN.

    Its name, why it was chosen, what to wonder about, its captions, whether it is chosen for the
    review, its principles, and what else is seen in it.
    """
    before = clip(practice, clip_id)
    told = {"name": name, "why": why, "wonder": wonder, "captions": captions}
    change: dict[str, Any] = {
        what: words.strip()[: LONGEST_NAME if what == "name" else LONGEST_NOTE]
        for what, words in told.items()
        if words is not None
    }
    if chosen is not None:
        change["standing"] = "chosen" if chosen else "candidate"
    if not set(seen or ()) <= set(SEEN):
        raise Refused("That is not one of the things to see in a clip.")
    with step(practice, before.film_id, "describe clip") as db:
        if change:
            db.table("clips").update(clip_id, change)
        if principles is not None:
            _list(db, "clip_principles", "principle", clip_id, principles)
        if seen is not None:
            _list(db, "clip_seen", "what", clip_id, [one for one in SEEN if one in seen])
        practice.record(
            db,
            "describe clip",
            "clips",
            clip_id,
            before={what: getattr(before, what) for what in change},
            after={**change, "principles": principles, "seen": seen},
        )


def _list(db: Database, table: str, column: str, clip_id: int, values: Sequence[str]) -> None:
    db.table(table).delete_where("clip_id = ?", [clip_id])
    db.table(table).insert_all({"clip_id": clip_id, column: value} for value in values)


def put_in_order(practice: Practice, film_id: int, order: list[int]) -> None:
    """Put a film's clips in this order for the review, by their ids.

    Raises Refused where these are not the film's clips: another window may have changed them.
    """
    with step(practice, film_id, "reorder clips") as db:
        if sorted(order) != sorted(one.id for one in clips(practice, film_id)):
            raise Refused("The clips have changed meanwhile. Please look again.")
        for position, clip_id in enumerate(order, start=1):
            db.table("clips").update(clip_id, {"position": position})
        practice.record(db, "reorder clips", "films", film_id, order=order)


def delete_clip(practice: Practice, clip_id: int) -> None:
    """Take a clip away; it can be brought back for as long as its film lives."""
    with step(practice, clip(practice, clip_id).film_id, "take clip away") as db:
        db.table("clips").update(clip_id, {"deleted_at": now()})
        practice.record(db, "delete clip", "clips", clip_id)


def bring_back_clip(practice: Practice, clip_id: int) -> None:
    """Bring a deleted clip back as it was. Raises Refused where its film has been erased."""
    with practice.read() as db:
        film_id = row(db, "clips", clip_id)["film_id"]
    with step(practice, film_id, "bring clip back") as db:
        if not film(practice, film_id).there:
            raise Refused("This film has been erased.")
        db.table("clips").update(clip_id, {"deleted_at": None})
        practice.record(db, "bring back clip", "clips", clip_id)


def on_frames(practice: Practice, film_id: int, start_us: int, end_us: int) -> tuple[int, int]:
    """Snap both times to the film's own frames, the nearest ones, in order."""
    times = frame_times(practice, film_id)
    if not len(times):
        raise Refused("This film is not ready for clips yet.")
    start, end = sorted((times.nearest(start_us), times.nearest(end_us)))
    return start, end
