"""Bringing a film: consent first, then the file, then it is made ready."""

import streamlit as st

from vigreview.components.uploader.uploader import uploader
from vigreview.process.arriving import half_arrived
from vigreview.process.consent import MOMENT, SUPERVISION, may_be_seen_by, may_film
from vigreview.process.film_limits import largest_bytes, room
from vigreview.process.filming import Film, films
from vigreview.process.journeys import Journey
from vigreview.process.journeys import journey as the_journey
from vigreview.process.people import people
from vigreview.process.practice import Practice
from vigreview.process.same_film import Known, known_films
from vigreview.process.settings import settings
from vigreview.screens import screen
from vigreview.screens.film_cards import card, could_not_be_used, taken_out
from vigreview.screens.filming import broken_off, consent_comes_first, what_it_is_of

BY_ITSELF = "Films are made ready by themselves, one after another. You can leave this page."

ITS_OWN_KIND = (
    "This film is for your supervision: never on a together screen, and not the family’s."
)


def draw() -> None:
    practice = screen.practice()
    journey = the_journey(practice, screen.asked_for("journey"))
    screen.back_to(journey.called, "journey", journey=journey.id)
    there = films(practice, journey.id)
    baby = baby_of(practice, journey)
    screen.title("Films", f"A few minutes of an everyday moment with {baby}.")
    broken_off(practice, journey.id)
    screen.refusal()
    bring(practice, journey, there, which_kind(baby))
    could_not_be_used(practice, [one for one in there if one.state == "failed"])
    if any(one.state == "preparing" for one in there):
        screen.text(BY_ITSELF, "quiet")
    in_order = sorted(there, key=lambda one: (one.cycle, one.id), reverse=True)
    for one in sorted(in_order, key=lambda one: one.for_supervision):
        shown(practice, journey, one)
    taken_out(there)


def baby_of(practice: Practice, journey: Journey) -> str:
    return people(practice, journey.id).baby


def which_kind(baby: str) -> str:
    chosen: str | None = st.segmented_control(
        "What the film is of",
        (MOMENT, SUPERVISION),
        default=MOMENT,
        format_func=lambda kind: screen.plain(what_it_is_of(kind, baby)),
        key="kind",
    )
    return chosen or MOMENT


def bring(practice: Practice, journey: Journey, there: list[Film], kind: str) -> None:
    if consent_comes_first(practice, journey.id, kind):
        return
    if kind == SUPERVISION:
        names = ", ".join(may_be_seen_by(practice, journey.id))
        screen.text(f"{ITS_OWN_KIND} It may be seen by: {names or 'nobody so far'}.", "quiet")
    said = uploader(
        {
            "journey_id": journey.id,
            "kind": kind,
            "most_bytes": largest_bytes(practice),
            "most_minutes": settings(practice).longest_minutes,
            "room_bytes": room(practice),
            "half": [
                {
                    "film_id": one.id,
                    "kind": one.kind,
                    "held": held,
                    "bytes": one.bytes,
                    "fingerprint": one.fingerprint,
                }
                for one, held in half_arrived(practice, journey.id)
            ],
            "known": [
                {
                    "fingerprint": one.fingerprint,
                    "film_id": one.film_id if one.ready else None,
                    "words": words_for(one),
                }
                for one in known_films(practice, journey.id)
            ],
            "here": [one.id for one in there if one.state not in ("expected", "receiving")],
        },
        key=f"uploader-{journey.id}",
    )
    if said.film_now:
        for_supervision = {"supervision": 1} if kind == SUPERVISION else {}
        screen.go("film_now", journey=journey.id, **for_supervision)
    if said.go_to:
        screen.go("clips", film=said.go_to)
    if said.arrived or said.taken_out:
        st.rerun()


def words_for(known: Known) -> str:
    """Say that this film is here already, and which it is unless it is another family's."""
    if known.film_id is None:
        return "This film is here already, in another family's journey."
    return f"This film is here already: {known.called}, filmed on {screen.day(known.filmed_on)}."


def shown(practice: Practice, journey: Journey, one: Film) -> None:
    if one.state in ("expected", "failed", "erased"):
        return
    allowed = may_film(practice, journey.id, one.kind)
    if one.state == "receiving" and (one.recorded or allowed):
        return  # `broken_off` or the uploader has said what there is of it
    card(practice, one)


draw()
