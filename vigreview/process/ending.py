"""A journey's ending, together: what was seen, how it is now beside how it was, and the films.

Nothing of it is asked where a journey was closed gently.
"""

from dataclasses import dataclass

from vigreview.process import together
from vigreview.process.consent import may
from vigreview.process.journeys import journey
from vigreview.process.practice import Practice, Refused
from vigreview.process.presence import in_turn, presence
from vigreview.process.shared_review import keep_said

STEPS = ("question", "seen", "where", "baby", "us", "films", "close")


@dataclass(frozen=True)
class Seen:
    """What a carer said they saw; `still` is of that moment, where it may be shown."""

    words: str
    original: str | None
    who: str
    still: int | None
    said_in: str | None = None


@dataclass(frozen=True)
class Wish:
    """What somebody would like to happen with the films."""

    id: int
    words: str
    original: str | None
    who: str
    said_at: str
    said_in: str | None = None


def open_ending(practice: Practice, journey_id: int) -> int:
    """Return the journey's ending that is still open, or a fresh one.

    Raises Refused for a journey that has ended, or was closed gently: it is asked for nothing.
    """
    if not journey(practice, journey_id).open:
        raise Refused("This journey is closed. Take it up again first.")
    return together.open_sitting(practice, journey_id, "ending", STEPS[0])


def steps(practice: Practice) -> list[str]:
    """Return the steps of this seat's ending; 'where:7' asks carer 7.

    There is nothing to look back at without words.
    """
    sitting = together.here(practice)
    there = presence(practice, sitting.id).carers
    ours = [step for step in STEPS if step != "seen" or seen(practice, sitting.journey_id)]
    return [one for step in ours for one in (in_turn(step, there) if step == "where" else [step])]


def seen(practice: Practice, journey_id: int) -> list[Seen]:
    """Return what a journey's carers noticed in their clips, in the order in which they said it."""
    with practice.read() as db:
        held = list(db.query(_SEEN, {"journey": journey_id}))
    films = {one["film_id"] for one in held if one["face"]}
    shown = {film_id for film_id in films if may(practice, "review", film_id)}
    return [
        Seen(
            one["words"],
            one["original"],
            one["who"],
            one["face"] if one["film_id"] in shown else None,
            one["said_in"],
        )
        for one in held
    ]


_SEEN = """
select n.words, n.original, n.said_in, c.called as who, k.face, k.film_id
from noticings n
join sittings s on s.id = n.sitting_id
join carers c on c.id = n.carer_id
left join clips k on k.id = n.clip_id and k.deleted_at is null
where s.journey_id = :journey and n.kind = 'noticing'
order by n.id
"""


def wish_for_films(
    practice: Practice,
    words: str,
    who: int | None,
    original: str | None = None,
    said_in: str | None = None,
) -> int:
    """Keep what somebody would like to happen with the films, in their words; nothing happens."""
    if together.here(practice).kind != "ending":
        raise Refused("That is asked at the ending.")
    return keep_said(practice, "films", words, who, original, said_in)


def wishes(practice: Practice, journey_id: int) -> list[Wish]:
    """Return what people would like to happen with a journey's films, as they said it."""
    with practice.read() as db:
        return [Wish(**held) for held in db.query(_WISHES, {"journey": journey_id})]


_WISHES = """
select n.id, n.words, n.original, n.said_at, n.said_in,
       coalesce(c.called, (select name from practitioner), 'practitioner') as who
from noticings n
join sittings s on s.id = n.sitting_id
left join carers c on c.id = n.carer_id
where s.journey_id = :journey and n.kind = 'films'
order by n.id
"""
