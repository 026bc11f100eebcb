"""The keepsake as a film: made as it is chosen, watched, and handed over with a reason."""

import json
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.films.keepsake import KEEPSAKE
from vigreview.process.consent import may
from vigreview.process.files_out import KEEPSAKE_KIND, add_file_out
from vigreview.process.filming import ask, film
from vigreview.process.jobs import Job, jobs
from vigreview.process.keepsake import Keepsake, at_the_desk, keepsake
from vigreview.process.keepsake_parts import tidy_keepsake
from vigreview.process.practice import Practice, Refused, words_of
from vigreview.process.shared_review import Idea, Noticing
from vigreview.process.stills import still
from vigreview.process.watching import Opened, opened_for

HEADING = "Our ideas"  # above the ideas, on the last card


@dataclass(frozen=True)
class Made:
    """A keepsake that has been made: `number` tells it from another; `fresh`: as chosen now."""

    number: int
    fresh: bool


def make_keepsake(practice: Practice, film_id: int) -> None:
    """Ask for the keepsake as it is chosen now. Raises Refused where it may not be made."""
    chosen = keepsake(practice, film_id)
    may(practice, "give", film_id).or_refuse()
    if film(practice, film_id).state != "ready":
        raise Refused("This film is not ready yet.")
    if not chosen.shown:
        raise Refused("Choose at least one clip first.")
    with practice.write() as db:
        if _under_way(practice, film_id):
            raise Refused("The keepsake is being made already.")
        _forget_jobs(db, film_id)
        ask(db, film_id, "keepsake", {"needs": "give", "scenes": _scenes(practice, chosen)})
        told = [[one.clip.id, one.words.id if one.words else None] for one in chosen.shown]
        practice.record(db, "make keepsake", "films", film_id, clips=json.dumps(told))


def _forget_jobs(db: Database, film_id: int) -> None:
    """Forget earlier work on a film's keepsake, but for what made the one that is there."""
    db.execute(
        "delete from jobs where film_id = :film and task = 'keepsake' and id is not"
        " (select max(id) from jobs"
        "  where film_id = :film and task = 'keepsake' and state = 'done')",
        {"film": film_id},
    )


def _scenes(practice: Practice, chosen: Keepsake) -> list[dict[str, Any]]:
    """What the keepsake shows, scene by scene, as film work takes it."""
    question = chosen.question if chosen.with_question else None
    words = {"text": question.words, "original": question.original} if question else None
    scenes: list[dict[str, Any]] = [{"kind": "title", "small": chosen.names, "words": words}]
    for moment in chosen.shown:
        edges = {"start_us": moment.clip.start_us, "end_us": moment.clip.end_us}
        said = _words(moment.words, chosen) if moment.words else None
        scenes.append({"kind": "clip", **edges, "words": said})
        if moment.slowly:
            scenes.append({"kind": "clip", **edges, "slowly": True})
        if moment.still and moment.clip.face:
            face = still(practice, moment.clip.face)
            part = face.crop.part if face.crop else None
            scenes.append({"kind": "still", "at_us": face.at_us, "crop": part, "words": said})
    on_card = [_words(idea, chosen) for idea, shown in chosen.ideas if shown]
    if on_card:
        scenes.append({"kind": "ideas", "small": HEADING, "ideas": on_card})
    return scenes


def _words(said: Noticing | Idea, chosen: Keepsake) -> dict[str, Any]:
    by = said.who if chosen.several_carers else None
    return {"text": said.words, "original": said.original, "by": by}


def _keepsake_jobs(practice: Practice, film_id: int) -> list[Job]:
    return [job for job in jobs(practice, film_id) if job.task == "keepsake"]


def _under_way(practice: Practice, film_id: int) -> Job | None:
    found = _keepsake_jobs(practice, film_id)
    return next((job for job in reversed(found) if job.goes_on), None)


def being_made(practice: Practice, film_id: int) -> Job | None:
    """Return the work on a film's keepsake that goes on, or that failed, if there is any."""
    found = _keepsake_jobs(practice, film_id)
    last = found[-1] if found else None
    return last if last and (last.goes_on or last.state == "failed") else None


def made(practice: Practice, film_id: int) -> Made | None:
    """Return the keepsake that was made last; None where there is none, or it may not be given."""
    if not may(practice, "give", film_id):
        return None
    done = [job for job in _keepsake_jobs(practice, film_id) if job.state == "done"]
    if not done:
        return None
    with practice.read() as db:
        query = "select args from jobs where id = ?"
        (args,) = db.execute(query, [done[-1].id]).fetchone()
    fresh = json.loads(args)["scenes"] == _scenes(practice, keepsake(practice, film_id))
    return Made(done[-1].id, fresh)


def cancel_keepsake(practice: Practice, film_id: int) -> None:
    """Stop making the keepsake; of what was begun nothing is left. One made before stays."""
    at_the_desk(practice)
    with practice.write() as db:
        going_on = _under_way(practice, film_id)
        if going_on is None:
            return
        db.table("jobs").update(going_on.id, {"state": "cancelled", "doing": "", "left_s": None})
        practice.record(db, "cancel keepsake", "films", film_id)
    if going_on.state == "waiting":  # else whoever works on it tidies up once it has stopped
        tidy_keepsake(practice.vault, film_id)


def open_keepsake(practice: Practice, film_id: int) -> Opened:
    """Open the keepsake to be watched at the desk. Raises Refused or NotThere."""
    at_the_desk(practice)
    return opened_for(practice, film_id, KEEPSAKE, "give")


def hand_over_keepsake(practice: Practice, film_id: int, why: str) -> int:
    """Have the keepsake as a file for the family, with a reason; return the file's id.

    Raises Refused without consent or a reason, and where it is not the one that is chosen now.
    """
    at_the_desk(practice)
    why = words_of(why, "Why it is handed over", 400)
    may(practice, "give", film_id).or_refuse()
    there = made(practice, film_id)
    if there is None or not there.fresh:
        raise Refused("Make the keepsake first, as it is chosen now.")
    of = film(practice, film_id)
    held = {"film_id": film_id, "kind": KEEPSAKE_KIND, "for_whom": "family", "why": why}
    name = f"film-{of.cycle}-keepsake.mp4"
    return add_file_out(practice, held | {"name": name}, {"kind": KEEPSAKE_KIND})
