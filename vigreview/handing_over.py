"""Handing the tablet over: the process opens the sitting, the gate narrows the session to it."""

from collections.abc import Collection

from vigreview.process import together
from vigreview.process.consent import may
from vigreview.process.ending import open_ending, seen
from vigreview.process.languages import speak
from vigreview.process.practice import Practice, Refused
from vigreview.process.presence import say_which_carers
from vigreview.process.shared_review import readiness, review_clips
from vigreview.process.stills import stills_of
from vigreview.web.sessions import DOORS, Narrowing, Session, current

PAGES = {"question": "helping_question", "review": "shared_review", "ending": "ending"}


def narrowing_of(practice: Practice, sitting: together.Sitting) -> Narrowing:
    """Return all that may be reached while a sitting is on the tablet."""
    shown = review_clips(practice, sitting.id)
    stills = {still.id for clip in shown for still in stills_of(practice, clip)}
    if sitting.kind == "ending":
        stills |= {one.still for one in seen(practice, sitting.journey_id) if one.still}
    return Narrowing(
        sitting.id, PAGES[sitting.kind], frozenset(clip.id for clip in shown), frozenset(stills)
    )


def hand_over(session: Session, sitting_id: int) -> None:
    """Narrow a session to a sitting. Its browser is taken there, its other screens are dropped."""
    practice = Practice(session.vault)
    sitting = together.hand_over(practice, sitting_id)
    DOORS.narrow(session, narrowing_of(practice, sitting))


def hand_over_review(sitting_id: int, language: str) -> None:
    """Hand over this screen's tablet for a shared review, once its clips are made."""
    session = current()
    practice = Practice(session.vault)
    film_id = together.sitting(practice, sitting_id).film_id
    may(practice, "review", film_id or 0).or_refuse()
    if not readiness(practice, sitting_id).ready:
        raise Refused("The clips are still being made.")
    speak(practice, sitting_id, language)
    hand_over(session, sitting_id)


def hand_over_question(journey_id: int, language: str, carers: Collection[int]) -> None:
    """Hand over this screen's tablet to talk about the helping question."""
    session = current()
    sitting_id = together.open_question_sitting(Practice(session.vault), journey_id)
    speak(Practice(session.vault), sitting_id, language)
    say_which_carers(Practice(session.vault), sitting_id, carers)
    hand_over(session, sitting_id)


def hand_over_ending(journey_id: int, language: str, carers: Collection[int]) -> None:
    """Hand over this screen's tablet to end a journey together."""
    session = current()
    sitting_id = open_ending(Practice(session.vault), journey_id)
    speak(Practice(session.vault), sitting_id, language)
    say_which_carers(Practice(session.vault), sitting_id, carers)
    hand_over(session, sitting_id)


def go_on_together(session: Session) -> None:
    """After a sign-in: a time together that a crash or a lock cut short is where it goes on."""
    sitting = together.under_way(Practice(session.vault))
    if sitting:
        narrowing = narrowing_of(Practice(session.vault), sitting)
        DOORS.narrow(session, narrowing, sitting.cover or "")


def take_back(session: Session) -> None:
    """The practitioner has given the PIN: the sitting is set aside, the session is wide again."""
    if session.narrowed:
        together.take_back(Practice(session.vault), session.narrowed.sitting_id)
    DOORS.widen(session)
