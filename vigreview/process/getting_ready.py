"""Getting a shared review ready: its clips in order, a small copy and a face of each."""

import json
from dataclasses import dataclass

from sqlite_utils import Database

from vigreview.process import together
from vigreview.process.consent import may
from vigreview.process.filming import ask, film, open_film
from vigreview.process.jobs import jobs
from vigreview.process.microanalysis import Clip, clips
from vigreview.process.practice import Practice, Refused
from vigreview.process.stills import take_still


@dataclass(frozen=True)
class Readiness:
    """How many of a review's clip copies are made; `why` says what went wrong, if anything did."""

    made: int
    wanted: int
    why: str | None = None

    @property
    def ready(self) -> bool:
        return self.wanted > 0 and self.made == self.wanted


def get_ready(practice: Practice, film_id: int) -> int:
    """Ask for a copy of each chosen clip, in the order of the review; return the sitting's id.

    A review that is still open is used again, with the clips as they are chosen now.
    """
    may(practice, "review", film_id).or_refuse()
    chosen = [clip for clip in clips(practice, film_id) if clip.chosen]
    if not chosen:
        raise Refused("Choose at least one clip first.")
    with practice.write() as db:
        sitting_id = _open_review(practice, db, film_id)
        db.table("sitting_clips").delete_where("sitting_id = ?", [sitting_id])
        db.table("sitting_clips").insert_all(
            {"sitting_id": sitting_id, "clip_id": clip.id, "position": position}
            for position, clip in enumerate(chosen, start=1)
        )
        for clip in chosen:
            if clip.face is None:
                take_still(practice, film_id, (clip.start_us + clip.end_us) // 2, clip.id)
        _ask_for_copies(practice, db, film_id, chosen)
        return sitting_id


def _open_review(practice: Practice, db: Database, film_id: int) -> int:
    found = next(
        db.table("sittings").rows_where("film_id = ? and state <> 'closed'", [film_id], limit=1),
        None,
    )
    if found:
        return int(found["id"])
    return together.add_review_sitting(practice, db, film(practice, film_id).journey_id, film_id)


def _ask_for_copies(practice: Practice, db: Database, film_id: int, chosen: list[Clip]) -> None:
    with open_film(practice.vault, film_id) as file:
        there = set(file.names())
    db.table("jobs").delete_where("film_id = ? and task = 'clip' and state = 'failed'", [film_id])
    under_way = "film_id = ? and task = 'clip' and state in ('waiting', 'working')"
    asked = {
        json.loads(job["args"])["clip"] for job in db.table("jobs").rows_where(under_way, [film_id])
    }
    for clip in chosen:
        if clip.stream not in there and clip.copy not in asked:
            edges = {"start_us": clip.start_us, "end_us": clip.end_us}
            ask(db, film_id, "clip", {"clip": clip.copy, **edges})


def readiness(practice: Practice, sitting_id: int) -> Readiness:
    """Say how far getting ready has come."""
    shown = review_clips(practice, sitting_id)
    film_id = together.sitting(practice, sitting_id).film_id
    if film_id is None or not shown:
        return Readiness(0, 0)
    with open_film(practice.vault, film_id) as file:
        there = set(file.names())
    ours = [job for job in jobs(practice, film_id) if job.task not in ("keepsake", "export")]
    why = next((job.why for job in ours if job.state == "failed"), None)
    return Readiness(sum(clip.stream in there for clip in shown), len(shown), why)


def review_clips(practice: Practice, sitting_id: int) -> list[Clip]:
    """Return the clips of a review in their order."""
    found = together.sitting(practice, sitting_id)
    if found.film_id is None:
        return []
    with practice.read() as db:
        order = {
            held["clip_id"]: held["position"]
            for held in db.table("sitting_clips").rows_where("sitting_id = ?", [sitting_id])
        }
    shown = [clip for clip in clips(practice, found.film_id) if clip.id in order]
    return sorted(shown, key=lambda clip: order[clip.id])


def of_this_review(practice: Practice, sitting_id: int, clip_id: int) -> None:
    """Raises Refused where a clip is none of a review's."""
    if clip_id not in {clip.id for clip in review_clips(practice, sitting_id)}:
        raise Refused("That clip is not part of this review.")
