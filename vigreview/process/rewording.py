"""What was said in a time together, put differently there: its first wording stays beside it."""

from typing import Any

from vigreview.process.next_time import WHEN
from vigreview.process.noticing import said_here
from vigreview.process.practice import Practice, Refused, maybe_words, words_of
from vigreview.process.tongues import as_said

REWORDED = ("noticings", "ideas", "next_times")
# The columns that people say, and those that keep what they said there first.
_FIRST = {"words": "first_words", "original": "first_original", "when_words": "first_when"}


def reword(
    practice: Practice,
    what: str,
    said_id: int,
    words: str,
    original: str | None = None,
    said_in: str | None = None,
    when_words: str | None = None,
) -> None:
    """Put differently what was said in this seat's sitting: one of REWORDED, by its id.

    `original` and `said_in` (`process.tongues`), and `when_words` of a next time, stay as they are
    where they are None; "" takes them away. Raises Refused for what was said in another sitting,
    or was let go of.
    """
    if what not in REWORDED or (when_words is not None and what != "next_times"):
        raise Refused("Only what was said here can be put right.")
    with practice.write() as db:
        before = said_here(practice, db, said_id, what)
        if what == "next_times" and (before["ending"] or before["let_go_at"]):
            raise Refused("That is not there any more.")
        after: dict[str, Any] = {"words": words_of(words, "What you want to say")}
        if original is not None or said_in is not None:
            after = as_said(words, original, before["said_in"] if said_in is None else said_in)
        if when_words is not None:
            after["when_words"] = maybe_words(when_words, *WHEN)
        changed = {name: now for name, now in after.items() if now != before[name]}
        if not changed:
            return
        db.table(what).update(said_id, changed | _first(before, before | changed))
        was = {name: before[name] for name in changed}
        practice.record(db, "reword", what, said_id, before=was, after=changed)


def _first(before: dict[str, Any], after: dict[str, Any]) -> dict[str, str]:
    """Return what was said first and does not stand any more, by the columns that keep it.

    Words to which a translation is added stand still: as they were said.
    """
    stand = (after["words"], after["original"])
    gone = [name for name in _FIRST if before.get(name) and before[name] != after[name]]
    return {
        _FIRST[name]: before[name]
        for name in gone
        if before[_FIRST[name]] is None and (name == "when_words" or before[name] not in stand)
    }
