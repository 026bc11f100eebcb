"""The people of a journey: changing their words and dates, adding a carer or a baby."""

import streamlit as st

from vigreview.process.journeys import journey as the_journey
from vigreview.process.people import (
    Baby,
    Carer,
    add_baby,
    add_carer,
    change_baby,
    change_carer,
    people,
)
from vigreview.process.practice import Practice, Refused
from vigreview.screens import screen
from vigreview.screens.fields import baby_fields, carer_fields


def draw() -> None:
    practice = screen.practice()
    journey = the_journey(practice, screen.asked_for("journey"))
    screen.back_to(journey.called, "journey", journey=journey.id)
    screen.title("The people of this journey", "Their words, as they would like to hear them.")
    screen.refusal()
    everybody = people(practice, journey.id)
    for carer in everybody.carers:
        one_carer(practice, carer)
    for baby in everybody.babies:
        one_baby(practice, baby)
    another(practice, journey.id)


def one_carer(practice: Practice, held: Carer) -> None:
    with st.container(border=True):
        carer = carer_fields(f"carer-{held.id}", held)
        if st.button("Keep", key=f"keep-carer-{held.id}", disabled=carer == held):
            keep(lambda: change_carer(practice, carer))


def one_baby(practice: Practice, held: Baby) -> None:
    with st.container(border=True):
        baby = baby_fields(f"baby-{held.id}", held)
        if st.button("Keep", key=f"keep-baby-{held.id}", disabled=baby == held):
            keep(lambda: change_baby(practice, baby))


def another(practice: Practice, journey_id: int) -> None:
    count = st.session_state.setdefault("added", 0)
    with st.expander("Add a carer"):
        carer = carer_fields(f"new-carer-{count}")
        if st.button("Add this carer"):
            keep(lambda: add_carer(practice, journey_id, carer))
    with st.expander("Add a baby"):
        baby = baby_fields(f"new-baby-{count}")
        if st.button("Add this baby"):
            keep(lambda: add_baby(practice, journey_id, baby))


def keep(change) -> None:
    try:
        change()
    except Refused as refusal:
        st.warning(screen.plain(str(refusal)))
        return
    st.session_state["added"] += 1
    st.toast("Kept.")
    st.rerun()


draw()
