"""Consent, and the one question that everything which plays, cuts or shows a film asks: `may`."""

import re
from dataclasses import dataclass

from sqlite_utils import Database

from vigreview.process.practice import Practice, Refused, insert, row, words_of
from vigreview.vault.events import now

# What a person can say yes to, each apart from the others.
PURPOSES = {
    "filming": "to be filmed, and the film kept on this device for our work together",
    "review": "to look at short clips of it together",
    "supervision": "to show it to the practitioner's supervisor",
    "training": "to show it in training or presentations",
}
# Filming the shared review itself is asked of each adult who is seen, with the names of those who
# may see it.
REVIEW_FILMING = "review filming"
ADULT_PURPOSES = {
    **PURPOSES,
    REVIEW_FILMING: "to have our shared review itself filmed for supervision, and seen by those "
    "named here and nobody else",
}
FOR_THEMSELVES = "for themselves"
CAPACITIES = (
    FOR_THEMSELVES,
    "parent with parental responsibility",
    "local authority",
    "special guardian",
    "delegated carer",
)
ON_HOLD = "This film is on hold."
# What the app does with a film, and what everybody in it must have said yes to.
_NEEDS = {
    "receive": ("filming",),
    "play": ("filming",),
    "cut": ("filming",),
    "still": ("filming",),
    "review": ("filming", "review"),
    # What is handed over as a file. What the family gets is theirs: nobody else sees it by that.
    "give": ("filming",),
    "supervise": ("filming", "supervision"),
    "teach": ("filming", "training"),
    "exchange": ("filming",),
}
# What a film is of: a moment of parent and baby, or the shared review itself.
MOMENT, SUPERVISION = "moment", "supervision"
_SUPERVISION_NEEDS = dict.fromkeys(
    ("receive", "play", "cut", "still", "supervise", "exchange"), (REVIEW_FILMING,)
)
_ONLY_THOSE_NAMED = "A film for supervision is seen by those its consent names, and nobody else."
_NOT_WHILE_HELD = ("review", "give", "supervise", "teach", "exchange")


@dataclass(frozen=True)
class Permission:
    """An answer of `may`. It is true or false; `because` says why not, in one sentence."""

    given: bool
    because: str = ""

    def __bool__(self) -> bool:
        return self.given

    def or_refuse(self) -> None:
        """Raises Refused where the answer is no."""
        if not self.given:
            raise Refused(self.because)


@dataclass(frozen=True)
class Consent:
    """One person's yes to one purpose; `about` is the name of the person who is seen.

    `seen_by` names those who may see a film of the shared review, where the yes is to that.
    """

    id: int
    about: str
    carer_id: int | None
    baby_id: int | None
    purpose: str
    given_by: str
    capacity: str
    evidence: str
    given_on: str
    withdrawn_at: str | None
    seen_by: str | None = None


def give_consent(
    practice: Practice,
    journey_id: int,
    *,
    purpose: str,
    given_by: str,
    capacity: str,
    evidence: str,
    given_on: str,
    carer_id: int | None = None,
    baby_id: int | None = None,
    seen_by: str = "",
) -> int:
    """Record that somebody consented for one person (a carer or a baby) to one purpose.

    `seen_by`: the names of those who may see a film of the shared review, between commas.
    Raises Refused.
    """
    if purpose not in ADULT_PURPOSES or capacity not in CAPACITIES:
        raise Refused("Choose what the consent is for, and who gives it.")
    if (carer_id is None) == (baby_id is None):
        raise Refused("A consent is about one person: a carer or a baby.")
    if purpose == REVIEW_FILMING and (carer_id is None or capacity != FOR_THEMSELVES):
        raise Refused("Each adult who is seen in the shared review says yes for themselves.")
    names = None
    if purpose == REVIEW_FILMING:
        names = ", ".join(_names(words_of(seen_by, "Who may see the film", 400)))
        words_of(names, "Who may see the film")
    held = {
        "journey_id": journey_id,
        "carer_id": carer_id,
        "baby_id": baby_id,
        "purpose": purpose,
        "given_by": words_of(given_by, "Who gave the consent", 200),
        "capacity": capacity,
        "evidence": words_of(evidence, "How the consent was given", 400),
        "given_on": given_on,
        "seen_by": names,
    }
    with practice.write() as db:
        consent_id = insert(db, "consents", held)
        practice.record(db, "give consent", "consents", consent_id, **held)
        return consent_id


def withdraw_consent(practice: Practice, consent_id: int) -> None:
    """Withdraw a consent. From the next byte on, nothing that needs it is played, cut or shown."""
    with practice.write() as db:
        if row(db, "consents", consent_id)["withdrawn_at"] is None:
            db.table("consents").update(consent_id, {"withdrawn_at": now()})
            practice.record(db, "withdraw consent", "consents", consent_id)


def consents(practice: Practice, journey_id: int) -> list[Consent]:
    """Return every consent of a journey, the withdrawn ones too, oldest first."""
    with practice.read() as db:
        rows = db.query(
            "select c.id, coalesce(k.called, b.name) as about, c.carer_id, c.baby_id, c.purpose,"
            " c.given_by, c.capacity, c.evidence, c.given_on, c.withdrawn_at, c.seen_by"
            " from consents c"
            " left join carers k on k.id = c.carer_id left join babies b on b.id = c.baby_id"
            " where c.journey_id = ? order by c.id",
            [journey_id],
        )
        return [Consent(**held) for held in rows]


def may(practice: Practice, purpose: str, film_id: int) -> Permission:
    """Say whether a film may be received, played, cut, made a still of, or shown in a review.

    No is the answer unless the film is there and everybody on its journey has consented.
    """
    with practice.read() as db:
        film = db.execute(
            "select journey_id, key is not null, held_at is not null, kind from films where id = ?",
            [film_id],
        ).fetchone()
        if film is None:
            return Permission(False, "There is no such film.")
        journey_id, there, held, kind = film
        if not there:
            return Permission(False, "This film has been erased.")
        if held and purpose in _NOT_WHILE_HELD:
            return Permission(False, ON_HOLD)
        return _on_journey(db, purpose, journey_id, kind)


def may_film(practice: Practice, journey_id: int, kind: str = MOMENT) -> Permission:
    """Say whether a film may be made for this journey: consent comes before filming."""
    with practice.read() as db:
        return _on_journey(db, "receive", journey_id, kind)


def may_be_seen_by(practice: Practice, journey_id: int) -> tuple[str, ...]:
    """Return the names of those who may see films of a journey's shared reviews.

    They are named by every adult who is seen; nobody is while one of them has not said yes.
    """
    with practice.read() as db:
        if not _on_journey(db, "play", journey_id, SUPERVISION):
            return ()
        rows = db.execute(
            "select carer_id, seen_by from consents where journey_id = ? and purpose = ?"
            " and withdrawn_at is null and carer_id in"
            " (select carer_id from journey_carers where journey_id = consents.journey_id)"
            " order by id",
            [journey_id, REVIEW_FILMING],
        ).fetchall()
    named: dict[int, dict[str, str]] = {}
    for carer_id, names in rows:
        named.setdefault(carer_id, {}).update((one.casefold(), one) for one in _names(names))
    first, *others = named.values()
    return tuple(name for known, name in first.items() if all(known in one for one in others))


def _names(names: str) -> list[str]:
    return [name for one in re.split("[,;\n]", names) if (name := " ".join(one.split()))]


def _on_journey(db: Database, purpose: str, journey_id: int, kind: str) -> Permission:
    needed = (_NEEDS if kind == MOMENT else _SUPERVISION_NEEDS).get(purpose)
    if needed is None:
        unknown = purpose not in _NEEDS
        return Permission(
            False, "Nobody has been asked about this." if unknown else _ONLY_THOSE_NAMED
        )
    # In a film of the shared review it is the adults who are seen, each for themselves.
    seen = list(db.query(_ADULTS, {"journey": journey_id}))
    if kind == MOMENT:
        seen += db.query(_BABIES, {"journey": journey_id})
    if not seen:
        return Permission(False, "There is no such journey.")
    given = {
        (held["carer_id"], held["baby_id"], held["purpose"])
        for held in db.query(
            "select carer_id, baby_id, purpose from consents"
            " where journey_id = ? and withdrawn_at is null",
            [journey_id],
        )
    }
    for person in seen:
        for need in needed:
            if (person["carer_id"], person["baby_id"], need) not in given:
                return Permission(
                    False, f"There is no consent for {person['name']} {ADULT_PURPOSES[need]}."
                )
    return Permission(True)


_ADULTS = """
select c.called as name, c.id as carer_id, null as baby_id from carers c
join journey_carers j on j.carer_id = c.id where j.journey_id = :journey
"""
_BABIES = """
select b.name, null as carer_id, b.id as baby_id from babies b
join journey_babies j on j.baby_id = b.id where j.journey_id = :journey
"""
