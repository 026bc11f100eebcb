"""What is thought of for next time, at the end of a shared review: another film, or the end."""

from dataclasses import dataclass

from vigreview.process import together
from vigreview.process.practice import Practice, insert, words_of
from vigreview.process.tongues import as_said
from vigreview.vault.events import now


@dataclass(frozen=True)
class NextTime:
    """What people would like to do next time, in their words; `ending`: we come to the end."""

    id: int
    sitting_id: int
    ending: bool
    words: str
    original: str | None
    when_words: str | None
    said_at: str
    said_in: str | None = None


def plan_next(
    practice: Practice,
    words: str,
    original: str | None = None,
    when_words: str | None = None,
    said_in: str | None = None,
) -> int:
    """Keep what could be filmed next, and when, in people's own words; return its id."""
    when = words_of(when_words, "When that may be", 200) if (when_words or "").strip() else None
    return _keep(practice, False, when, **as_said(words, original, said_in))


def come_to_the_end(practice: Practice, ending: bool) -> None:
    """Keep that these people come to the end of their journey, or take that back."""
    sitting = together.here(practice)
    planned = any(one.ending for one in next_times(practice, sitting.id))
    if ending and not planned:
        _keep(practice, True, None, words="")
    if planned and not ending:
        with practice.write() as db:
            db.table("next_times").delete_where("sitting_id = ? and ending", [sitting.id])
            practice.record(db, "not come to the end", "sittings", sitting.id)


def _keep(practice: Practice, ending: bool, when: str | None, **said: str | None) -> int:
    sitting = together.here(practice)
    held = {"ending": int(ending), **said, "when_words": when}
    with practice.write() as db:
        where = {"sitting_id": sitting.id, "said_at": now()}
        made = insert(db, "next_times", {**held, **where})
        practice.record(db, "plan next time", "next_times", made, **held)
        return made


def next_times(practice: Practice, sitting_id: int) -> list[NextTime]:
    """Return what was thought of for next time in a sitting, in the order in which it was said."""
    together.sitting(practice, sitting_id)
    with practice.read() as db:
        rows = db.table("next_times").rows_where("sitting_id = ?", [sitting_id], order_by="id")
        return [NextTime(**{**held, "ending": bool(held["ending"])}) for held in rows]
