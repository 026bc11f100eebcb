"""A moment pinned to the picture: the very frame of the film, and a place in it.

Pins go with their film; what was said stays.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from vigreview.process import together
from vigreview.process.consent import may
from vigreview.process.filming import frame_times
from vigreview.process.getting_ready import review_clips
from vigreview.process.microanalysis import Clip
from vigreview.process.practice import Practice, Refused, row

WHOLE = 1000  # a place is told in thousandths of the picture's width and height


@dataclass(frozen=True)
class Pin:
    """A frame, in microseconds of the film's own time, and a place from its upper left corner."""

    at_us: int
    x: int
    y: int

    def into(self, clip: Clip) -> int | None:
        """Microseconds into a clip's copy, or None where the clip's edges leave it out now."""
        return self.at_us - clip.start_us if clip.start_us <= self.at_us <= clip.end_us else None


def pin_moment(practice: Practice, noticing_id: int, at_us: int, x: int, y: int) -> None:
    """Pin what was noticed to a frame, `at_us` into its clip's copy, and a place in the picture.

    A pin that was there before gives way. Raises Refused.
    """
    if not (0 <= x <= WHOLE and 0 <= y <= WHOLE):
        raise Refused("That is not within the picture.")
    with practice.write() as db:
        clip = _clip_of(practice, db, noticing_id)
        may(practice, "review", clip.film_id).or_refuse()
        nearest = frame_times(practice, clip.film_id).nearest(clip.start_us + at_us)
        pin = Pin(min(max(nearest, clip.start_us), clip.end_us), x, y)
        held = {"noticing_id": noticing_id, "film_id": clip.film_id, **vars(pin)}
        db.table("noticing_moments").insert(held, replace=True)
        practice.record(db, "pin moment", "noticings", noticing_id)


def unpin_moment(practice: Practice, noticing_id: int) -> None:
    """Take the pin of what was noticed away again."""
    with practice.write() as db:
        _clip_of(practice, db, noticing_id)
        db.table("noticing_moments").delete_where("noticing_id = ?", [noticing_id])
        practice.record(db, "unpin moment", "noticings", noticing_id)


def _clip_of(practice: Practice, db: Database, noticing_id: int) -> Clip:
    sitting = together.here(practice)
    held = row(db, "noticings", noticing_id)
    if held["sitting_id"] != sitting.id:
        raise Refused("That was said in another review.")
    shown = {clip.id: clip for clip in review_clips(practice, sitting.id)}
    if held["clip_id"] not in shown:
        raise Refused("This was not said about a clip of this review.")
    return shown[held["clip_id"]]


def pin_of(db: Database, noticing_id: int) -> Pin | None:
    """Return the pin of what was noticed, if it has one."""
    rows = db.table("noticing_moments").rows_where("noticing_id = ?", [noticing_id])
    return next((Pin(held["at_us"], held["x"], held["y"]) for held in rows), None)
