"""Who will be there, said before the tablet is handed over."""

import streamlit as st

from vigreview.process.people import people
from vigreview.process.practice import Practice
from vigreview.process.presence import Presence, carers_last, presence, say_who_is_there
from vigreview.process.together import sitting
from vigreview.screens import screen

CARER, BABY = "carer", "baby"


def carers_to_come(practice: Practice, journey_id: int) -> tuple[int, ...]:
    """Return which carers the next time together is with; asked where there are several.

    None of them tapped means all: nobody is left out by mistake.
    """
    called = {one.id: one.called for one in people(practice, journey_id).carers}
    if len(called) < 2:
        return tuple(called)
    chosen = st.pills(
        "Who will be there",
        list(called),
        selection_mode="multi",
        default=[one for one in carers_last(practice, journey_id) if one in called],
        format_func=lambda one: screen.plain(called[one]),
        key="carers-to-come",
    )
    return tuple(one for one in called if one in chosen) or tuple(called)


def who_will_be_there(practice: Practice, sitting_id: int) -> None:
    """Put on the screen who of the journey will be there, and who else, to be changed by a tap."""
    everybody = people(practice, sitting(practice, sitting_id).journey_id)
    there = presence(practice, sitting_id)
    called = {(CARER, one.id): one.called for one in everybody.carers}
    called |= {(BABY, one.id): one.name for one in everybody.babies}
    told = [(CARER, one) for one in there.carers] + [(BABY, one) for one in there.babies]
    named, other = f"there-{sitting_id}", f"there-other-{sitting_id}"

    def keep() -> None:
        chosen = st.session_state[named]
        screen.doing(
            say_who_is_there,
            practice,
            sitting_id,
            Presence(
                tuple(one for kind, one in chosen if kind == CARER),
                tuple(one for kind, one in chosen if kind == BABY),
                tuple(word.strip() for word in st.session_state[other].split(",") if word.strip()),
            ),
        )

    with st.container(border=True, key="who-is-there"):
        screen.heading("Who will be there")
        st.pills(
            "Of this journey",
            list(called),
            selection_mode="multi",
            default=told,
            format_func=lambda one: screen.plain(called[one]),
            key=named,
            on_change=keep,
            label_visibility="collapsed",
        )
        st.text_input(
            "Anybody else, as they are called",
            ", ".join(there.others),
            key=other,
            on_change=keep,
            placeholder="Amina, our interpreter",
            help="With a comma between them. They can then say what they notice as well.",
        )
