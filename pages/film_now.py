"""Filming with this device: consent first, then a look through the camera, then the film."""

import streamlit as st

from vigreview.components.recorder.recorder import recorder
from vigreview.process.consent import MOMENT, SUPERVISION
from vigreview.process.film_limits import largest_bytes, room
from vigreview.process.journeys import journey as the_journey
from vigreview.process.people import people
from vigreview.process.settings import settings
from vigreview.screens import screen
from vigreview.screens.filming import broken_off, consent_comes_first, what_it_is_of

LEAST_BYTES = 200_000_000  # a few minutes


def draw() -> None:
    practice = screen.practice()
    journey = the_journey(practice, screen.asked_for("journey"))
    screen.back_to("Films", "film", journey=journey.id)
    baby = people(practice, journey.id).baby
    kind = SUPERVISION if st.query_params.get("supervision") == "1" else MOMENT
    screen.title("Film now", f"{what_it_is_of(kind, baby)}.")
    broken_off(practice, journey.id)
    with st.container():
        screen.refusal()
    if consent_comes_first(practice, journey.id, kind):
        return
    most = min(largest_bytes(practice), room(practice))
    if most < LEAST_BYTES:
        screen.text("There is hardly any room left on this device: too little for a film.")
        return
    recorder(
        {
            "journey_id": journey.id,
            "kind": kind,
            "most_bytes": most,
            "most_minutes": settings(practice).longest_minutes,
            "then": f"/film?journey={journey.id}",
        },
        key=f"recorder-{journey.id}-{kind}",
    )


draw()
