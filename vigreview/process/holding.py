"""Holding a film: no review, no erasure, nothing of it on a together screen, until it is released.

For a worry about what a film shows. The reason is a private word; the concern itself is recorded
where the service's own procedure says, not here.
"""

from vigreview.process.filming import change_film, film_row
from vigreview.process.practice import Practice, Refused, words_of
from vigreview.vault.events import now


def hold_film(practice: Practice, film_id: int, why: str) -> None:
    """Hold a film, with a reason. Raises Refused where it is gone, or held already."""
    why = words_of(why, "Why the film is held", 400)
    with practice.write() as db:
        found = film_row(db, film_id)
        if found["state"] not in ("receiving", "preparing", "ready"):
            raise Refused("This film is not here any more.")
        if found["held_at"]:
            raise Refused("This film is on hold already.")
        change_film(db, film_id, {"held_at": now(), "held_why": why})
        practice.record(db, "hold film", "films", film_id, why=why)


def release_film(practice: Practice, film_id: int) -> None:
    """Release a film that was held."""
    with practice.write() as db:
        if film_row(db, film_id)["held_at"]:
            change_film(db, film_id, {"held_at": None, "held_why": None})
            practice.record(db, "release film", "films", film_id)
