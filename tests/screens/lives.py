"""Families and how far their journeys have come, told through the verbs of the process."""

from datetime import timedelta

from tests.process.conftest import a_film, consent_to
from vigreview.process import shared_review, together
from vigreview.process.consent import PURPOSES
from vigreview.process.filming import open_film
from vigreview.process.helping_question import say
from vigreview.process.microanalysis import clip, describe_clip, mark_clip
from vigreview.process.people import Baby, Carer, add_family, people
from vigreview.process.practice import Practice
from vigreview.vault.events import today

QUESTION = "What do I do that helps Ada settle?"
SECOND_US = 1_000_000


def days_before_today(days):
    return (today() - timedelta(days=days)).isoformat()


def a_family(practice, called="Ada and Sam", carer=None, baby=None):
    """Return the journey of Sam (whom Ada calls Dada) with Ada, who is ten weeks old."""
    carer = carer or Carer("Samira", "Dada", "Sam")
    baby = baby or Baby("Ada", born_on=days_before_today(70))
    return add_family(practice, called, [carer], [baby])


def carer_of(practice, journey):
    return people(practice, journey).carers[0].id


def baby_of(practice, journey):
    return people(practice, journey).babies[0].id


def with_question(practice, journey, words=QUESTION):
    with practice.write():
        here = Practice(practice.vault, together.open_question_sitting(practice, journey))
        say(here, "question", words)
        together.close(here)
    return journey


def with_film(practice, journey):
    """Everybody says yes, and a film of 20 s is there; return its id."""
    with practice.write():
        consent_to(practice, journey, PURPOSES)
        return a_film(practice, journey)


def a_clip(practice, film, at=0, chosen=True, **said):
    """Mark four seconds and return the clip's id."""
    with practice.write():
        made = mark_clip(practice, film, at * SECOND_US, (at + 4) * SECOND_US)
        describe_clip(practice, made, chosen=chosen, **said)
        return made


def make_copies(practice, film, *clips):
    """Leave the copies of these clips in the film's file, as a worker does."""
    with open_film(practice.vault, film) as file:
        for one in clips:
            with file.writer(clip(practice, one).stream, "video/mp4") as out:
                out.write(b"a clip")


def a_review(practice, film):
    """Get a film's review ready; return its sitting's id and its own seat."""
    sitting = shared_review.get_ready(practice, film)
    return sitting, Practice(practice.vault, sitting)
