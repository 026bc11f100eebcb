"""A new family: what you call it, who cares for the baby, and the words they chose."""

import streamlit as st

from vigreview.process.people import add_family
from vigreview.process.practice import Refused
from vigreview.screens import screen
from vigreview.screens.fields import baby_fields, carer_fields


def draw() -> None:
    screen.back_to("Families", "caseload")
    screen.title("A new family", "The words they choose are used in every sentence from here on.")
    called = st.text_input(
        "What you call this family",
        key="called",
        placeholder="Ada and Sam",
        help="Only you see this. First names are enough.",
    )
    carer = carer_fields()
    baby = baby_fields()
    if st.button("Begin the journey", type="primary", key="begin"):
        try:
            journey = add_family(screen.practice(), called, [carer], [baby])
        except Refused as refusal:
            st.warning(screen.plain(str(refusal)))
        else:
            screen.go("journey", journey=journey)
    screen.text("More carers and babies can be added afterwards.", "quiet")


draw()
