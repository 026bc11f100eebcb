"""Whose words they are: a carer's, the practitioner's, both together's, or another's there."""

from typing import NamedTuple

from sqlite_utils import Database

from vigreview.process import together
from vigreview.process.practice import Practice, Refused, words_of

# A carer's id, None for the practitioner, TOGETHER, or another/ and the word for that person.
Who = int | str | None
TOGETHER = "together"
ANOTHER = "another/"
LONGEST_WORD = 60  # letters


class Speaker(NamedTuple):
    """The columns that say whose words a row holds; both empty: the practitioner's."""

    carer_id: int | None
    said_by: str | None


def speaker(db: Database, journey_id: int, who: Who) -> Speaker:
    """Return the speaker, who is of this journey or beside it. Raises Refused."""
    if isinstance(who, str):
        if who == TOGETHER:
            return Speaker(None, TOGETHER)
        if who.startswith(ANOTHER):
            word = who.removeprefix(ANOTHER)
            return Speaker(None, words_of(word, "Who noticed it", LONGEST_WORD))
        raise Refused("It is not clear whose words these are.")
    ours = "select 1 from journey_carers where journey_id = ? and carer_id = ?"
    if who is not None and not db.execute(ours, [journey_id, who]).fetchone():
        raise Refused("That person is not part of this journey.")
    return Speaker(who, None)


def who_of(carer_id: int | None, said_by: str | None) -> Who:
    """Return who speaks, from the columns that say whose words a row holds."""
    if said_by is None:
        return carer_id
    return TOGETHER if said_by == TOGETHER else f"{ANOTHER}{said_by}"


def others(practice: Practice, sitting_id: int) -> list[str]:
    """Return the words for others: who will be there, and who has said something before."""
    journey_id = together.sitting(practice, sitting_id).journey_id
    with practice.read() as db:
        there = db.table("presence").rows_where(
            "sitting_id = ? and word is not null", [sitting_id], order_by="id"
        )
        words = [held["word"] for held in there]
        found = db.execute(
            "select said_by from (select said_by, sitting_id, said_at from noticings"
            " union all select said_by, sitting_id, said_at from ideas)"
            " where said_by is not null and said_by <> ?"
            " and sitting_id in (select id from sittings where journey_id = ?)"
            " group by said_by order by min(said_at)",
            [TOGETHER, journey_id],
        )
        return list(dict.fromkeys([*words, *(word for (word,) in found.fetchall())]))
