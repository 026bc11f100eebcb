"""Who will be there at a shared review: of the journey's people, and beside them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from vigreview.process import together
from vigreview.process.people import Carer, People, people
from vigreview.process.practice import Practice, Refused, words_of
from vigreview.process.speakers import LONGEST_WORD


@dataclass(frozen=True)
class Presence:
    """Ids of carers and babies, and words for others: an interpreter, a colleague."""

    carers: tuple[int, ...] = ()
    babies: tuple[int, ...] = ()
    others: tuple[str, ...] = ()

    def in_words(self, everybody: People) -> str:
        """Say who they are, by what they chose to be called."""
        carers = [one.called for one in everybody.carers if one.id in self.carers]
        babies = [one.name for one in everybody.babies if one.id in self.babies]
        return ", ".join([*carers, *babies, *self.others])


def presence(practice: Practice, sitting_id: int) -> Presence:
    """Return who will be there; until that was said, all of the journey's people."""
    sitting = together.sitting(practice, sitting_id)
    with practice.read() as db:
        rows = list(db.table("presence").rows_where("sitting_id = ?", [sitting_id], order_by="id"))
    if not rows:
        everybody = people(practice, sitting.journey_id)
        return Presence(
            tuple(one.id for one in everybody.carers), tuple(one.id for one in everybody.babies)
        )
    carers, babies, others = (
        tuple(held[what] for held in rows if held[what] is not None)
        for what in ("carer_id", "baby_id", "word")
    )
    return Presence(carers, babies, others)


def say_who_is_there(practice: Practice, sitting_id: int, there: Presence) -> None:
    """Keep who will be there, in the place of what was said before. Raises Refused."""
    sitting = together.sitting(practice, sitting_id)
    everybody = people(practice, sitting.journey_id)
    if not set(there.carers) <= {one.id for one in everybody.carers}:
        raise Refused("That person is not part of this journey.")
    if not set(there.babies) <= {one.id for one in everybody.babies}:
        raise Refused("That baby is not part of this journey.")
    if not there.carers:
        raise Refused("A shared review is with a parent or carer.")
    words = dict.fromkeys(words_of(word, "Who is there", LONGEST_WORD) for word in there.others)
    rows: list[tuple[str, int | str]] = [("carer_id", one) for one in there.carers]
    rows += [("baby_id", one) for one in there.babies] + [("word", word) for word in words]
    with practice.write() as db:
        table = db.table("presence")
        table.delete_where("sitting_id = ?", [sitting_id])
        table.insert_all({"sitting_id": sitting_id, column: which} for column, which in rows)
        said = there.in_words(everybody)
        practice.record(db, "say who is there", "sittings", sitting_id, there=said)


def in_turn(step: str, carers: Collection[int]) -> list[str]:
    """Return a step that is each carer's own: itself, or 'step:7' for each where they are more."""
    return [step] if len(carers) < 2 else [f"{step}:{one}" for one in carers]


def step_of(steps: Sequence[str], kept: str) -> str:
    """Return the step that a kept one means: itself, else the first of its name, else the first.

    Who is there may have changed since it was kept.
    """
    name = kept.partition(":")[0]
    named = [one for one in steps if one.partition(":")[0] == name]
    return kept if kept in steps else next(iter(named), steps[0])


def whose(step: str, everybody: People, carers: Collection[int] = ()) -> Carer:
    """Return the carer whose step it is (`in_turn`)."""
    among = [one for one in everybody.carers if one.id in carers] or list(everybody.carers)
    number = step.partition(":")[2]
    return next((one for one in among if str(one.id) == number), among[0])


def say_which_carers(practice: Practice, sitting_id: int, carers: Collection[int]) -> None:
    """Keep which carers will be there; who else will be stays as it was. Raises Refused."""
    there = presence(practice, sitting_id)
    if set(carers) != set(there.carers):
        say_who_is_there(practice, sitting_id, replace(there, carers=tuple(carers)))


def carers_last(practice: Practice, journey_id: int) -> tuple[int, ...]:
    """Return the carers of a journey who were there last, all of them where that was not said."""
    last = _said_last(practice, journey_id)
    if last:
        return presence(practice, last).carers
    return tuple(one.id for one in people(practice, journey_id).carers)


def there_last(practice: Practice, journey_id: int) -> str:
    """Say who was there when this journey's people last sat together, as was said before it."""
    last = _said_last(practice, journey_id)
    return presence(practice, last).in_words(people(practice, journey_id)) if last else ""


def _said_last(practice: Practice, journey_id: int) -> int | None:
    """Return the last sitting of which it was said who will be there."""
    with practice.read() as db:
        (last,) = db.execute(
            "select max(sitting_id) from presence join sittings on sittings.id = sitting_id"
            " where journey_id = ?",
            [journey_id],
        ).fetchone()
    return int(last) if last else None
