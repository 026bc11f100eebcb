"""Settings of this device: how soon it locks, which films it takes, and the PIN."""

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
            largest_gigabytes=st.session_state["largest"],
            longest_minutes=st.session_state["longest"],
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
    screen.heading("Films", "Said before a film is chosen, and held to when it comes.")
    st.number_input(
        "A film may have so many gigabytes",
        1,
        100,
        held.largest_gigabytes,
        key="largest",
        on_change=keep,
    )
    st.number_input(
        "A film may last so many minutes",
        1,
        720,
        held.longest_minutes,
        key="longest",
        on_change=keep,
        help="A few minutes of an everyday moment are plenty.",
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
