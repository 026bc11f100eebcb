"""Settings of this device: how soon it locks, and the PIN that takes the tablet back."""

from dataclasses import replace

import streamlit as st

from vigreview import screen
from vigreview.process import settings


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
        )
        settings.change(practice, wanted)
        st.toast("Kept.")

    st.number_input(
        "Lock after so many minutes untouched",
        1,
        120,
        held.lock_minutes,
        key="lock",
        on_change=keep,
    )
    st.number_input(
        "The same while you sit together",
        1,
        240,
        held.lock_minutes_together,
        key="lock-together",
        on_change=keep,
        help="Longer, because a good talk leaves the tablet alone.",
    )
    screen.heading("PIN", "Takes the tablet back after a time together: 4 to 8 digits.")
    screen.refusal()

    def change_pin() -> None:
        pin, st.session_state["pin"] = st.session_state["pin"], ""
        settings.change_pin(practice, pin)
        st.toast("The PIN is changed.")

    pin = st.text_input("New PIN", type="password", key="pin", max_chars=8)
    st.button("Change the PIN", disabled=not pin, on_click=screen.doing, args=(change_pin,))
    screen.heading("Where everything lies")
    screen.text(str(practice.vault.home), "quiet")
    screen.text(
        "Locked with your passphrase. Make a copy of this folder now and then, on a disk that "
        "your service allows.",
        "quiet",
    )


draw()
