"""The numbers of a journey's films: film 1 and its shared review are the first cycle.

Films of the shared review itself, for supervision, are counted by themselves.
"""

from sqlite_utils import Database


def next_number(db: Database, journey_id: int, kind: str, film_id: int = 0) -> int:
    """Return the number of a journey's next film of a kind; `film_id` is to have it.

    Films that never came to be used are not counted, nor those still on their way: they get
    theirs in the order in which they arrive.
    """
    highest = db.execute(
        "select coalesce(max(cycle), 0) from films where journey_id = ? and kind = ? and id <> ?"
        " and state in ('preparing', 'ready', 'erased')"
        " and not (state = 'erased' and frames is null)",  # erased before it was ready
        [journey_id, kind, film_id],
    ).fetchone()[0]
    return int(highest) + 1


def close_gap(db: Database, film_id: int) -> None:
    """Let the films behind one that comes to nothing move up by one; call it while that is there.

    Once somebody has worked with one of them, all keep the numbers that they are known by.
    """
    db.execute(
        "update films set cycle = cycle - 1 where state in ('preparing', 'ready') and exists ("
        "  select 1 from films gone where gone.id = :gone and gone.state = 'preparing'"
        "  and gone.journey_id = films.journey_id and gone.kind = films.kind"
        "  and gone.cycle < films.cycle"
        " and not exists ("
        "  select 1 from films later where later.journey_id = gone.journey_id"
        "  and later.kind = gone.kind"
        "  and later.cycle > gone.cycle and (later.state = 'erased'"
        "  or exists (select 1 from clips where clips.film_id = later.id)"
        "  or exists (select 1 from sittings where sittings.film_id = later.id))))",
        {"gone": film_id},
    )
