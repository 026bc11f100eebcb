"""Filming with this device: consent first, then a look through the camera, then the film."""

import streamlit as st

from vigreview import screen
from vigreview.components.recorder.recorder import recorder
from vigreview.filming_screen import broken_off, consent_comes_first
from vigreview.process.arriving import largest_bytes
from vigreview.process.journeys import journey as the_journey
from vigreview.process.people import people
from vigreview.process.settings import settings


def draw() -> None:
    practice = screen.practice()
    journey = the_journey(practice, screen.asked_for("journey"))
    screen.back_to("Films", "film", journey=journey.id)
    baby = people(practice, journey.id).baby
    screen.title("Film now", f"A few minutes of an everyday moment with {baby}.")
    with st.container():  # the camera's picture keeps its place, whatever is said here
        broken_off(practice, journey.id)
        screen.refusal()
    if consent_comes_first(practice, journey.id):
        return
    recorder(
        {
            "journey_id": journey.id,
            "most_bytes": largest_bytes(practice),
            "most_minutes": settings(practice).longest_minutes,
            "then": f"/film?journey={journey.id}",
        },
        key=f"recorder-{journey.id}",
    )


draw()
