"""What is thought of for next time, at the end of a shared review: another film, or the end."""

from dataclasses import dataclass

from vigreview.process import together
from vigreview.process.noticing import said_here
from vigreview.process.practice import Practice, Refused, insert, maybe_words
from vigreview.process.speakers import TOGETHER
from vigreview.process.tongues import as_said
from vigreview.vault.events import now

WHEN = ("When that may be", 200)  # what it is called, and its letters at most


@dataclass(frozen=True)
class NextTime:
    """What people would like to do next time, in their words; `ending`: we come to the end.

    What they said `first_` is there where they put it differently later.
    """

    id: int
    sitting_id: int
    ending: bool
    words: str
    original: str | None
    when_words: str | None
    said_at: str
    said_in: str | None = None
    first_words: str | None = None
    first_original: str | None = None
    first_when: str | None = None
    let_go_at: str | None = None

    carer_id = None
    said_by = TOGETHER  # nobody is asked whose words these are

    @property
    def gone(self) -> bool:
        """Whether they let it go; they may take it up again for as long as they sit together."""
        return self.let_go_at is not None


def plan_next(
    practice: Practice,
    words: str,
    original: str | None = None,
    when_words: str | None = None,
    said_in: str | None = None,
) -> int:
    """Keep what could be filmed next, and when, in people's own words; return its id."""
    when = maybe_words(when_words, *WHEN)
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


def let_go_next(practice: Practice, next_id: int, gone: bool) -> None:
    """Let go of what was thought of for next time, or take it up again, in its own sitting."""
    with practice.write() as db:
        before = said_here(practice, db, next_id, "next_times")
        if before["ending"]:
            raise Refused("Only what could be filmed can be let go of.")
        if gone == (before["let_go_at"] is not None):
            return
        db.table("next_times").update(next_id, {"let_go_at": now() if gone else None})
        verb = "let go of next time" if gone else "take up next time again"
        practice.record(db, verb, "next_times", next_id)


def _keep(practice: Practice, ending: bool, when: str | None, **said: str | None) -> int:
    sitting = together.here(practice)
    held = {"ending": int(ending), **said, "when_words": when}
    with practice.write() as db:
        where = {"sitting_id": sitting.id, "said_at": now()}
        made = insert(db, "next_times", {**held, **where})
        practice.record(db, "plan next time", "next_times", made, **held)
        return made


def next_times(practice: Practice, sitting_id: int, also_gone: bool = False) -> list[NextTime]:
    """Return what was thought of for next time in a sitting, in the order in which it was said.

    What was let go of is left out, unless it is asked for.
    """
    together.sitting(practice, sitting_id)
    with practice.read() as db:
        rows = db.table("next_times").rows_where("sitting_id = ?", [sitting_id], order_by="id")
        said = [NextTime(**{**held, "ending": bool(held["ending"])}) for held in rows]
    return [one for one in said if also_gone or not one.gone]
