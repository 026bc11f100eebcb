"""Settings of this device: how soon it locks, which films it takes, and the PIN."""

from dataclasses import replace
from typing import Any

import streamlit as st

from vigreview.process import settings
from vigreview.screens import screen
from vigreview.screens.languages_card import shared_languages
from vigreview.screens.wording_card import service_wording

FIELD = 300  # CSS pixels: as wide as what goes into it


def draw() -> None:
    practice = screen.practice()
    screen.back_to("Families", "caseload")
    screen.title("Settings", "For this device.")
    held = settings.settings(practice)

    def keep() -> None:
        wanted = replace(
            held,
            lock_minutes=st.session_state["lock"],
            lock_minutes_together=st.session_state["lock-together"],
            largest_gigabytes=st.session_state["largest"],
            longest_minutes=st.session_state["longest"],
        )
        settings.change(practice, wanted)
        st.toast("Kept.")

    screen.heading("The lock", "The screen locks by itself when nobody has touched it for a while.")
    number("When you work alone", "minutes", 120, held.lock_minutes, key="lock", on_change=keep)
    number(
        "While you sit together",
        "minutes",
        240,
        held.lock_minutes_together,
        key="lock-together",
        on_change=keep,
        help="Longer, because a good talk leaves the tablet alone. It is covered then, and asks "
        "for your PIN.",
    )
    screen.heading("Films", "The most that one film may have. A few minutes are plenty.")
    number("Size", "GB", 100, held.largest_gigabytes, key="largest", on_change=keep)
    number("Length", "minutes", 720, held.longest_minutes, key="longest", on_change=keep)
    screen.heading("PIN", "Takes the tablet back after a time together: 4 to 8 digits.")
    screen.refusal()

    def change_pin() -> None:
        pin, st.session_state["pin"] = st.session_state["pin"], ""
        settings.change_pin(practice, pin)
        st.toast("The PIN is changed.")

    pin = st.text_input("New PIN", type="password", key="pin", max_chars=8, width=FIELD)
    st.button("Change the PIN", disabled=not pin, on_click=screen.doing, args=(change_pin,))
    service_wording(practice)
    shared_languages(practice)
    screen.heading("Where everything lies")
    screen.text(str(practice.vault.home), "quiet")
    screen.text(
        "Locked with your passphrase. Make a copy of this folder now and then, on a disk that "
        "your service allows.",
        "quiet",
    )


def number(label: str, unit: str, most: int, value: int, **field: Any) -> None:
    """Put a field for a whole number from 1 on the screen, with its unit beside it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.number_input(label, 1, most, value, width=FIELD, **field)
        with st.container(width="content", key=f"unit-{field['key']}"):
            screen.text(unit)


draw()
