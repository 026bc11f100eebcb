"""What both film screens hold: consent comes first, and recordings that broke off."""

import streamlit as st

from vigreview.process.arriving import (
    broken_off_recordings,
    finish_recording,
    give_up_film,
    received,
)
from vigreview.process.consent import SUPERVISION, may_film
from vigreview.process.filming import Film
from vigreview.process.practice import Practice
from vigreview.screens import screen


def what_it_is_of(kind: str, baby: str) -> str:
    """Return in words what a film of a kind is of."""
    if kind == SUPERVISION:
        return "Our shared review itself, for supervision"
    return f"An everyday moment with {baby}"


def consent_comes_first(practice: Practice, journey_id: int, kind: str) -> bool:
    """Tell whether somebody's consent is missing; say whose, and where to go."""
    permission = may_film(practice, journey_id, kind)
    if permission:
        return False
    with st.container(border=True):
        screen.heading("Consent comes first")
        screen.text(permission.because)
        if st.button("To consent", type="primary", key="to_consent"):
            screen.go("consent", journey=journey_id)
    return True


def broken_off(practice: Practice, journey_id: int) -> None:
    """Offer what there is of recordings that were never stopped."""
    with st.container():  # what lies below keeps its place, whatever is said here
        for one in broken_off_recordings(practice, journey_id):
            if received(practice, one.id)[0]:
                with st.container(border=True, key=f"broken-off-{one.id}"):
                    use_or_erase(practice, one)


def use_or_erase(practice: Practice, one: Film) -> None:
    screen.heading("A recording broke off", f"Filmed on {screen.day(one.filmed_on)}")
    screen.text("What was filmed until then is here.")
    left, right = st.columns(2)
    if left.button("Use it", key=f"use-{one.id}", type="primary", width="stretch"):
        screen.doing(finish_recording, practice, one.id)
        screen.go("film", journey=one.journey_id)
    with right.popover("Erase it", key=f"giving-up-{one.id}", width="stretch"):
        screen.text("What was filmed goes for good.")
        st.button(
            "Erase it for good",
            key=f"give-up-{one.id}",
            on_click=screen.doing,
            args=(give_up_film, practice, one.id),
        )
