"""Looking back at today: strengths in the parent's words beside their stills, ideas, thanks."""

import streamlit as st

from vigreview.process.consent import may
from vigreview.process.helping_question import helping_question
from vigreview.process.microanalysis import Clip
from vigreview.process.shared_review import (
    WONDERED,
    Noticing,
    ideas,
    noticings,
    review_clips,
)
from vigreview.screens import screen, stage
from vigreview.screens.review_stage import Review


def looking_back(review: Review, purpose: str = "review") -> None:
    """Put on the screen what was seen today: strengths first, then all the rest.

    Stills are shown where consent allows `purpose`. What is on the parent's mind stays with how
    things have been.
    """
    practice, words = review.practice, review.words
    for newest in helping_question(practice, review.sitting.journey_id).question[:1]:
        screen.quote_said(newest, words("step-question"), "earlier")
    said = noticings(practice, review.sitting.id)
    film_id = review.sitting.film_id
    seen = bool(film_id is not None and may(practice, purpose, film_id))
    clips = {clip.id: clip for clip in review_clips(practice, review.sitting.id)} if seen else {}
    strengths = [one for one in said if one.strength]
    rest = [one for one in said if not one.strength]
    beside_stills(review, words("back-strengths"), strengths, clips, "strengths")
    noticed = [one for one in rest if one.kind == "noticing"]
    beside_stills(review, words("back-noticed"), noticed, clips, "noticed")
    listed(review, words("back-wondered"), [one for one in rest if one.kind in WONDERED])
    listed(review, words("back-since"), [one for one in rest if one.kind == "since"])
    made = ideas(practice, review.sitting.id)
    if made:
        screen.heading(words("back-ideas"))
        for idea in made:
            review.idea(idea)
    screen.text(words("back-thanks"), "big")


def beside_stills(
    review: Review, heading: str, said: list[Noticing], clips: dict[int, Clip], kind: str
) -> None:
    """Put words on the screen, those of one clip together beside its still."""
    if not said:
        return
    screen.heading(heading)
    with st.container(key=kind):
        for clip_id in dict.fromkeys(one.clip_id for one in said):
            about = [one for one in said if one.clip_id == clip_id]
            clip = clips.get(clip_id or 0)
            if clip is None or clip.face is None:
                review.cards(about)
                continue
            picture, words = st.columns([1, 1.8], vertical_alignment="center")
            with picture:
                st.html(screen.still_html(clip.face, review.words("clip-still")))
            with words:
                review.cards(about)


def listed(review: Review, heading: str, said: list[Noticing]) -> None:
    if said:
        screen.heading(heading)
        review.cards(said)


def read_back(review: Review) -> None:
    """The step in which two people look back at what they said today."""
    stage.ask(review.words("step-back"), review.words("back-lead"))
    stage.begun_and_not_kept(review.practice)
    looking_back(review)
