"""Finding clips again: across journeys, by words, principle, film and day."""

from dataclasses import dataclass

from vigreview.process.consent import MOMENT, may
from vigreview.process.filming import called
from vigreview.process.microanalysis import Clip, clip
from vigreview.process.practice import Practice


@dataclass(frozen=True)
class Sought:
    """What clips are looked for; what is not given leaves all of them. Days are ISO days.

    `kind` is what their films are of: films of one kind are found at a time, never both.
    Each of the `words` must be somewhere: in a clip's name or notes, in what was said about it
    in a review, in its family's or baby's name.
    """

    words: str = ""
    principle: str | None = None
    journey_id: int | None = None
    kind: str = MOMENT
    cycle: int | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class Found:
    """A clip, and where it belongs: what its family is called, its baby's name, its film."""

    clip: Clip
    journey_id: int
    called: str
    baby: str
    kind: str
    cycle: int
    filmed_on: str

    @property
    def film(self) -> str:
        """What its film is called in the middle of a sentence."""
        return called(self.kind, self.cycle)


def find_clips(practice: Practice, sought: Sought) -> list[Found]:
    """Return the clips that are sought and may be played, each journey's in the order of time."""
    with practice.read() as db:
        rows = list(db.query(_CLIPS, vars(sought) | {"words": None}))
    wanted = sought.words.casefold().split()
    played: dict[int, bool] = {}
    found = []
    for held in rows:
        told = f"{held.pop('told')} {held['baby']}".casefold()
        clip_id, film_id = held.pop("id"), held.pop("film_id")
        if not all(word in told for word in wanted):
            continue
        if film_id not in played:
            played[film_id] = bool(may(practice, "play", film_id))
        if played[film_id]:
            found.append(Found(clip(practice, clip_id), **held))
    return found


def described_by(practice: Practice) -> list[str]:
    """Return the ids of all principles that clips are described by."""
    with practice.read() as db:
        rows = db.execute("select distinct principle from clip_principles order by principle")
        return [principle for (principle,) in rows.fetchall()]


_CLIPS = """
select c.id, c.film_id, f.kind, f.cycle, f.filmed_on, f.journey_id, a.called,
       coalesce((select group_concat(b.name, ' and ') from babies b
                 join journey_babies k on k.baby_id = b.id
                 where k.journey_id = f.journey_id), '') as baby,
       c.name || ' ' || c.why || ' ' || c.wonder || ' ' || a.called || ' ' ||
       coalesce((select group_concat(n.words || ' ' || coalesce(n.original, ''), ' ')
                 from noticings n where n.clip_id = c.id), '') as told
from clips c
join films f on f.id = c.film_id
join journeys j on j.id = f.journey_id
join families a on a.id = j.family_id
where c.deleted_at is null and f.state = 'ready'
  and (:journey_id is null or f.journey_id = :journey_id)
  and f.kind = :kind
  and (:cycle is null or f.cycle = :cycle)
  and (:since is null or f.filmed_on >= :since)
  and (:until is null or f.filmed_on <= :until)
  and (:principle is null or exists (
       select 1 from clip_principles p where p.clip_id = c.id and p.principle = :principle))
order by a.called collate nocase, f.journey_id, f.cycle, c.start_us, c.id
"""
