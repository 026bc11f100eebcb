"""The helping question: from a doubt, to a hope, to a question that presumes strengths.

Every wording is kept, in the parent's own words; the newest one is the one in use.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from vigreview.process import together
from vigreview.process.journeys import journey
from vigreview.process.practice import Practice, Refused, insert, row
from vigreview.process.presence import in_turn, presence
from vigreview.process.speakers import TOGETHER, Who, speaker
from vigreview.process.tongues import as_said
from vigreview.vault.events import now

STEPS = ("doubt", "hope", "question")


@dataclass(frozen=True)
class Wording:
    """Words for a doubt, a hope or the question. `original` holds another language's words."""

    id: int
    words: str
    original: str | None
    said_at: str
    said_in: str | None = None


@dataclass(frozen=True)
class HelpingQuestion:
    """All wordings of a journey, newest first in each list."""

    doubt: tuple[Wording, ...] = ()
    hope: tuple[Wording, ...] = ()
    question: tuple[Wording, ...] = ()

    @property
    def words(self) -> str | None:
        """The helping question as it is worded now, or None where there is none yet."""
        return self.question[0].words if self.question else None


@dataclass(frozen=True)
class Rating:
    """Where a carer is ('now') or hopes to get to ('hoped'), from 0 to 10.

    Without `carer_id` it was rated before this was asked apart: it is of whoever was there.
    """

    scale: str
    value: int
    said_at: str
    sitting_id: int | None = None
    carer_id: int | None = None


@dataclass(frozen=True)
class Description:
    """A carer's words about the baby, or about us; without `carer_id` those of all who were there.

    `who` is that carer's chosen word.
    """

    id: int
    about: str
    words: str
    said_at: str
    original: str | None
    sitting_id: int | None = None
    carer_id: int | None = None
    who: str = ""
    said_in: str | None = None


def question_steps(practice: Practice) -> list[str]:
    """Return the steps of this seat's talk about the question; 'where:7' asks carer 7.

    After a hard day nothing is rated.
    """
    sitting = together.here(practice)
    gently = journey(practice, sitting.journey_id).closed_gently_at
    where = [] if gently else in_turn("where", presence(practice, sitting.id).carers)
    return [*STEPS, *where, "baby", "us", "close"]


def say(
    practice: Practice,
    step: str,
    words: str,
    original: str | None = None,
    said_in: str | None = None,
) -> int:
    """Keep a doubt, a hope or the helping question in the parent's words; return its id."""
    if step not in STEPS:
        raise Refused("Say whether this is the doubt, the hope or the question.")
    held = as_said(words, original, said_in)
    sitting = together.here(practice)
    with practice.write() as db:
        where = {"journey_id": sitting.journey_id, "sitting_id": sitting.id, "step": step}
        said_id = insert(db, "question_words", {**where, **held, "said_at": now()})
        practice.record(db, f"say {step}", "question_words", said_id, **held)
        return said_id


def helping_question(practice: Practice, journey_id: int) -> HelpingQuestion:
    """Return every wording of a journey's doubt, hope and helping question."""
    said: dict[str, list[Wording]] = {step: [] for step in STEPS}
    with practice.read() as db:
        for held in db.table("question_words").rows_where(
            "journey_id = ?", [journey_id], order_by="id desc"
        ):
            told = {name: held[name] for name in ("id", "words", "original", "said_at", "said_in")}
            said[held["step"]].append(Wording(**told))
    return HelpingQuestion(*(tuple(said[step]) for step in STEPS))


def rate(practice: Practice, scale: str, value: int, carer_id: int | None = None) -> int:
    """Keep where a carer is now, or hopes to get to, from 0 to 10; return the rating's id.

    A carer who sits there alone needs no naming. Said again in the same sitting, their newer one
    stands. Raises Refused where it is not clear whose it is.
    """
    if scale not in ("now", "hoped") or isinstance(value, bool) or value not in range(11):
        raise Refused("Choose a number from 0 to 10.")
    sitting = together.here(practice)
    with practice.write() as db:
        if row(db, "journeys", sitting.journey_id)["closed_gently_at"]:
            raise Refused("This journey is closed: nobody is asked for numbers any more.")
        if carer_id is None:
            carer_id = _the_only_carer(db, sitting.journey_id)
        if carer_id is None:
            raise Refused("It is not clear whose place that is.")
        speaker(db, sitting.journey_id, carer_id)
        held = {"scale": scale, "value": value, "carer_id": carer_id}
        where = {"journey_id": sitting.journey_id, "sitting_id": sitting.id}
        rating_id = insert(db, "ratings", {**where, **held, "said_at": now()})
        practice.record(db, "rate", "ratings", rating_id, **held)
        return rating_id


def _the_only_carer(db: Database, journey_id: int) -> int | None:
    rows = list(db.table("journey_carers").rows_where("journey_id = ?", [journey_id], limit=2))
    return rows[0]["carer_id"] if len(rows) == 1 else None


def ratings(practice: Practice, journey_id: int) -> list[Rating]:
    """Return a journey's ratings, oldest first: each carer's last of each scale in each sitting."""
    with practice.read() as db:
        rows = db.query(
            "select scale, value, said_at, sitting_id, carer_id from ratings where id in"
            " (select max(id) from ratings where journey_id = ?"
            " group by sitting_id, scale, carer_id)"
            " order by id",
            [journey_id],
        )
        return [Rating(**held) for held in rows]


def describe(
    practice: Practice,
    about: str,
    words: str,
    original: str | None = None,
    who: Who = None,
    said_in: str | None = None,
) -> int:
    """Keep a carer's words about the baby or about us; return their id.

    `who` may be a carer, or TOGETHER; left out, they are the only carer's.
    """
    if about not in ("baby", "us"):
        raise Refused("Say whether this is about the baby or about you together.")
    sitting = together.here(practice)
    with practice.write() as db:
        if who is None:
            who = _the_only_carer(db, sitting.journey_id) or TOGETHER
        said = speaker(db, sitting.journey_id, who)
        if said.said_by not in (None, TOGETHER):
            raise Refused("It is not clear whose words these are.")
        held = {**as_said(words, original, said_in), "carer_id": said.carer_id}
        where = {"journey_id": sitting.journey_id, "sitting_id": sitting.id, "about": about}
        said_id = insert(db, "descriptions", {**where, **held, "said_at": now()})
        practice.record(db, f"describe {about}", "descriptions", said_id, **held)
        return said_id


def descriptions(practice: Practice, journey_id: int) -> list[Description]:
    """Return the words about the baby and about us, oldest first."""
    with practice.read() as db:
        rows = db.query(
            "select d.id, about, words, said_at, original, sitting_id, carer_id, said_in,"
            " coalesce(c.called, '') as who"
            " from descriptions d left join carers c on c.id = carer_id"
            " where journey_id = ? order by d.id",
            [journey_id],
        )
        return [Description(**held) for held in rows]
