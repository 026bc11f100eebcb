"""Families, carers and babies, and the words they chose for themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlite_utils import Database

from vigreview.process.practice import Practice, Refused, insert, row, words_of
from vigreview.vault.events import now, today

Age = tuple[int, str]  # how many, and of what: "day", "week" or "month"
TWO_YEARS = 730  # days


@dataclass(frozen=True)
class Carer:
    """A parent or carer. `called` is what we call them, `called_by_baby` what their baby does."""

    name: str
    called_by_baby: str = ""
    called: str = ""
    pronouns: str | None = None
    language: str | None = None
    interpreter: bool = False
    id: int = 0


@dataclass(frozen=True)
class Baby:
    """A baby, born or not yet. Dates are ISO days; `weeks_early` is 0 at term."""

    name: str
    born_on: str | None = None
    due_on: str | None = None
    weeks_early: int = 0
    id: int = 0

    @property
    def unborn(self) -> bool:
        return self.born_on is None

    def age_words(self, on: date) -> str:
        """Say how old the baby is, with the corrected age for one born early (NHS: to age two)."""
        age, corrected = self.age(on), self.corrected_age(on)
        if age is None:
            return f"due {_day(self.due_on)}" if self.due_on else "not yet born"
        words = _count(*age)
        if corrected:
            words += f" ({_count(*corrected)} corrected)"
        return words

    def age(self, on: date) -> Age | None:
        """Return how old the baby is, or None before birth."""
        return _age(self._days(on)) if self.born_on else None

    def corrected_age(self, on: date) -> Age | None:
        """Return the age from the due date for one born early, until two (NHS), else None."""
        if not self.born_on or self.weeks_early <= 0 or self._days(on) >= TWO_YEARS:
            return None
        return _age(max(0, self._days(on) - 7 * self.weeks_early))

    def _days(self, on: date) -> int:
        return (on - date.fromisoformat(self.born_on or "")).days


@dataclass(frozen=True)
class People:
    """The carers and babies of one journey."""

    carers: tuple[Carer, ...] = field(default_factory=tuple)
    babies: tuple[Baby, ...] = field(default_factory=tuple)

    @property
    def baby(self) -> str:
        """The babies' chosen names, as they go into a sentence."""
        return _and(baby.name for baby in self.babies) or "your baby"

    @property
    def carer(self) -> str:
        """What the carers chose to be called."""
        return _and(carer.called for carer in self.carers) or "you"

    def ages_words(self, on: date) -> list[str]:
        """Say how old the babies are: once where they are of one age, else each by their name."""
        ages = [(baby.name, baby.age_words(on)) for baby in self.babies]
        if len({age for _, age in ages}) == 1:
            return [ages[0][1]]
        return [f"{name}: {age}" for name, age in ages]

    @property
    def called_by_baby(self) -> str:
        """What the babies call the carers."""
        return _and(carer.called_by_baby for carer in self.carers) or "you"


def add_family(
    practice: Practice, called: str, carers: Sequence[Carer], babies: Sequence[Baby]
) -> int:
    """Add a family with its people and start its first journey; return the journey's id."""
    called = words_of(called, "What you call this family", 200)
    if not carers or not babies:
        raise Refused("A journey has at least one carer and one baby.")
    with practice.write() as db:
        family_id = insert(db, "families", {"called": called, "made_at": now()})
        practice.record(db, "add family", "families", family_id, called=called)
        carer_ids = [_add_carer(practice, db, family_id, carer) for carer in carers]
        baby_ids = [_add_baby(practice, db, family_id, baby) for baby in babies]
        return _start_journey(practice, db, family_id, carer_ids, baby_ids)


def start_journey(
    practice: Practice, family_id: int, carer_ids: Sequence[int], baby_ids: Sequence[int]
) -> int:
    """Start another journey for a family that is there already; return its id."""
    if not carer_ids or not baby_ids:
        raise Refused("A journey has at least one carer and one baby.")
    with practice.write() as db:
        return _start_journey(practice, db, family_id, carer_ids, baby_ids)


def _start_journey(
    practice: Practice,
    db: Database,
    family_id: int,
    carer_ids: Sequence[int],
    baby_ids: Sequence[int],
) -> int:
    started = {"family_id": family_id, "started_on": today().isoformat()}
    journey_id = insert(db, "journeys", started)
    db.table("journey_carers").insert_all(
        {"journey_id": journey_id, "carer_id": c} for c in carer_ids
    )
    db.table("journey_babies").insert_all(
        {"journey_id": journey_id, "baby_id": b} for b in baby_ids
    )
    practice.record(db, "start journey", "journeys", journey_id)
    return journey_id


def add_carer(practice: Practice, journey_id: int, carer: Carer) -> int:
    """Add a carer to a journey and its family; return the carer's id."""
    with practice.write() as db:
        family_id = row(db, "journeys", journey_id)["family_id"]
        carer_id = _add_carer(practice, db, family_id, carer)
        db.table("journey_carers").insert({"journey_id": journey_id, "carer_id": carer_id})
        return carer_id


def add_baby(practice: Practice, journey_id: int, baby: Baby) -> int:
    """Add a baby to a journey and its family; return the baby's id."""
    with practice.write() as db:
        family_id = row(db, "journeys", journey_id)["family_id"]
        baby_id = _add_baby(practice, db, family_id, baby)
        db.table("journey_babies").insert({"journey_id": journey_id, "baby_id": baby_id})
        return baby_id


def change_carer(practice: Practice, carer: Carer) -> None:
    """Keep new words for a carer; they are used in every sentence from then on."""
    with practice.write() as db:
        before = row(db, "carers", carer.id)
        after = _carer_row(carer)
        db.table("carers").update(carer.id, after)
        practice.record(db, "change carer", "carers", carer.id, before=before, after=after)


def change_baby(practice: Practice, baby: Baby) -> None:
    """Keep a baby's new name or dates: a bump gets a name, a due date becomes a birthday."""
    with practice.write() as db:
        before = row(db, "babies", baby.id)
        after = _baby_row(baby)
        db.table("babies").update(baby.id, after)
        practice.record(db, "change baby", "babies", baby.id, before=before, after=after)


def _add_carer(practice: Practice, db: Database, family_id: int, carer: Carer) -> int:
    held = {"family_id": family_id, **_carer_row(carer)}
    carer_id = insert(db, "carers", held)
    practice.record(db, "add carer", "carers", carer_id, **_carer_row(carer))
    return carer_id


def _add_baby(practice: Practice, db: Database, family_id: int, baby: Baby) -> int:
    held = {"family_id": family_id, **_baby_row(baby)}
    baby_id = insert(db, "babies", held)
    practice.record(db, "add baby", "babies", baby_id, **_baby_row(baby))
    return baby_id


def _carer_row(carer: Carer) -> dict[str, object]:
    name = words_of(carer.name, "The carer's name", 200)
    called = carer.called.strip() or name
    return {
        "name": name,
        "called": called,
        "called_by_baby": carer.called_by_baby.strip() or called,
        "pronouns": (carer.pronouns or "").strip() or None,
        "language": (carer.language or "").strip() or None,
        "interpreter": int(carer.interpreter),
    }


def _baby_row(baby: Baby) -> dict[str, object]:
    if baby.born_on == "":
        raise Refused("Please say when the baby was born, or that they are not born yet.")
    return {
        "name": words_of(baby.name, "The baby's name, or a word for the bump,", 200),
        "born_on": baby.born_on,
        "due_on": baby.due_on,
        "weeks_early": baby.weeks_early,
    }


def people(practice: Practice, journey_id: int) -> People:
    """Return the carers and babies of a journey, in the order they were added."""
    with practice.read() as db:
        carers = db.query(
            "select c.* from carers c join journey_carers j on j.carer_id = c.id "
            "where j.journey_id = ? order by c.id",
            [journey_id],
        )
        babies = db.query(
            "select b.* from babies b join journey_babies j on j.baby_id = b.id "
            "where j.journey_id = ? order by b.id",
            [journey_id],
        )
        return People(tuple(map(_carer, carers)), tuple(map(_baby, babies)))


def _carer(held: dict) -> Carer:
    held.pop("family_id")
    return Carer(**{**held, "interpreter": bool(held["interpreter"])})


def _baby(held: dict) -> Baby:
    held.pop("family_id")
    return Baby(**held)


def _and(names: Iterable[str]) -> str:
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _age(days: int) -> Age:
    if days < 14:
        return days, "day"
    if days < 90:
        return days // 7, "week"
    return int(days / 30.44), "month"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
