"""Holding a film and releasing it, at the desk: a calm word on its card and beside its clips."""

import streamlit as st

from vigreview.process.filming import Film
from vigreview.process.holding import hold_film, release_film
from vigreview.process.practice import Practice
from vigreview.screens import screen

PROCEDURE = (
    "For a worry about what it shows, follow your service’s own procedure: this is not the place "
    "for the concern’s record."
)


def on_hold(practice: Practice, one: Film) -> None:
    """Say that a film is on hold, since when and why, and how it is released."""
    with st.container(border=True, key=f"held-{one.id}"):
        words, act = st.columns([3, 1], vertical_alignment="center")
        with words:
            screen.lines(
                ("This film is on hold", "called"),
                (f"Since {screen.day((one.held_at or '')[:10])}: {one.held_why}", ""),
                (
                    "No shared review and no erasing until you release it; nothing of it is on a "
                    "together screen. You can work on its clips.",
                    "quiet",
                ),
                (PROCEDURE, "quiet"),
            )
        act.button(
            "Release it",
            key=f"release-{one.id}",
            width="stretch",
            on_click=screen.doing,
            args=(release_film, practice, one.id),
        )


def holding(practice: Practice, one: Film) -> None:
    """Offer to hold a film, with a reason."""
    with st.popover("Hold this film", key=f"holding-{one.id}", type="tertiary"):
        screen.text(
            "There will be no shared review of it, and it is not erased, until you release it."
        )
        screen.text(PROCEDURE, "quiet")
        why = st.text_input(
            "A word for yourself",
            key=f"hold-why-{one.id}",
            placeholder="To talk over in supervision first",
        )
        st.button(
            "Hold it",
            key=f"hold-{one.id}",
            on_click=screen.doing,
            args=(hold_film, practice, one.id, why),
        )
