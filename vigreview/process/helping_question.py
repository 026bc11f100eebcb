"""The helping question: from a doubt, to a hope, to a question that presumes strengths.

Every wording is kept, in the parent's own words; the newest one is the one in use.
"""

from dataclasses import dataclass

from vigreview.process import together
from vigreview.process.practice import Practice, Refused, insert, row, words_of
from vigreview.vault.events import now

STEPS = ("doubt", "hope", "question")


@dataclass(frozen=True)
class Wording:
    """Words for a doubt, a hope or the question. `original` holds another language's words."""

    id: int
    words: str
    original: str | None
    said_at: str


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
    """Where the parent is ('now') or hopes to get to ('hoped'), from 0 to 10."""

    scale: str
    value: int
    said_at: str
    sitting_id: int | None = None


@dataclass(frozen=True)
class Description:
    """The parent's words about the baby, or about us."""

    id: int
    about: str
    words: str
    said_at: str
    original: str | None
    sitting_id: int | None = None


def say(practice: Practice, step: str, words: str, original: str | None = None) -> int:
    """Keep a doubt, a hope or the helping question in the parent's words; return its id."""
    if step not in STEPS:
        raise Refused("Say whether this is the doubt, the hope or the question.")
    held = {
        "words": words_of(words, "What you want to say"),
        "original": (original or "").strip() or None,
    }
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
            wording = Wording(held["id"], held["words"], held["original"], held["said_at"])
            said[held["step"]].append(wording)
    return HelpingQuestion(*(tuple(said[step]) for step in STEPS))


def rate(practice: Practice, scale: str, value: int) -> int:
    """Keep where the parent is now, or hopes to get to, from 0 to 10; return the rating's id.

    Said again in the same sitting, the newer one stands.
    """
    if scale not in ("now", "hoped") or isinstance(value, bool) or value not in range(11):
        raise Refused("Choose a number from 0 to 10.")
    sitting = together.here(practice)
    with practice.write() as db:
        if row(db, "journeys", sitting.journey_id)["closed_gently_at"]:
            raise Refused("This journey is closed: nobody is asked for numbers any more.")
        where = {"journey_id": sitting.journey_id, "sitting_id": sitting.id, "scale": scale}
        rating_id = insert(db, "ratings", {**where, "value": value, "said_at": now()})
        practice.record(db, "rate", "ratings", rating_id, scale=scale, value=value)
        return rating_id


def ratings(practice: Practice, journey_id: int) -> list[Rating]:
    """Return a journey's ratings, oldest first: the last of each scale in each sitting."""
    with practice.read() as db:
        rows = db.query(
            "select scale, value, said_at, sitting_id from ratings where id in"
            " (select max(id) from ratings where journey_id = ? group by sitting_id, scale)"
            " order by id",
            [journey_id],
        )
        return [Rating(**held) for held in rows]


def describe(practice: Practice, about: str, words: str, original: str | None = None) -> int:
    """Keep the parent's words about the baby or about us; return their id."""
    if about not in ("baby", "us"):
        raise Refused("Say whether this is about the baby or about you together.")
    held = {
        "words": words_of(words, "What you want to say"),
        "original": (original or "").strip() or None,
    }
    sitting = together.here(practice)
    with practice.write() as db:
        where = {"journey_id": sitting.journey_id, "sitting_id": sitting.id, "about": about}
        said_id = insert(db, "descriptions", {**where, **held, "said_at": now()})
        practice.record(db, f"describe {about}", "descriptions", said_id, **held)
        return said_id


def descriptions(practice: Practice, journey_id: int) -> list[Description]:
    """Return the words about the baby and about us, oldest first."""
    with practice.read() as db:
        rows = db.query(
            "select id, about, words, said_at, original, sitting_id from descriptions"
            " where journey_id = ? order by id",
            [journey_id],
        )
        return [Description(**held) for held in rows]
