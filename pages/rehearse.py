"""Rehearsing: the chosen clips in their order, as they will be seen together, alone at the desk."""

import streamlit as st

from vigreview.components.in_a_row.in_a_row import in_a_row
from vigreview.process.consent import may
from vigreview.process.filming import film
from vigreview.process.helping_question import helping_question
from vigreview.process.microanalysis import Clip, clips
from vigreview.screens import screen
from vigreview.screens.clips_in_films import in_their_films
from vigreview.screens.film_cards import for_supervision
from vigreview.screens.holding_card import on_hold


def draw() -> None:
    practice = screen.practice()
    one = film(practice, screen.asked_for("film"))
    screen.back_to(f"Clips of {one.called}", "clips", film=one.id)
    if one.for_supervision:
        screen.title("For supervision", "The clips in their order.")
    else:
        screen.title("Rehearse", "The clips in their order, as you will see them together.")
    screen.refusal()
    if one.held_at:
        on_hold(practice, one)
        return
    permission = may(practice, "play", one.id)
    if not permission or one.state != "ready":
        screen.text(permission.because or "This film is still being made ready.")
        return
    chosen = [clip for clip in clips(practice, one.id) if clip.chosen]
    if not chosen:
        screen.text("Choose at least one clip first.")
        return
    if one.for_supervision:
        screen.text(for_supervision(practice, one), "quiet")
    elif question := helping_question(practice, one.journey_id).words:
        screen.quote(question)
    # Neither a name nor a note: together they are not on the screen either.
    names = [clip.name if one.for_supervision else "" for clip in chosen]
    named = zip(chosen, names, strict=True)
    shown = in_their_films(practice, [(clip, name or "Our clip", "") for clip, name in named])
    in_a_row({"clips": shown}, key=f"rehearse-{one.id}")
    stills(chosen)
    if not one.for_supervision and st.button(
        "Get the shared review ready", type="primary", key="get_ready"
    ):
        screen.go("get_ready", film=one.id)


def stills(chosen: list[Clip]) -> None:
    """Show the still that stands for each clip, in their order, where one has been taken."""
    if not any(clip.face for clip in chosen):
        return
    screen.heading("What stands for each clip")
    for number, clip in screen.in_rows(list(enumerate(chosen, start=1))):
        st.html(screen.still_html(clip.face, f"The still of clip {number}"))
        screen.text(f"{number}.", "quiet")


draw()
