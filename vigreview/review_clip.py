"""A clip of the shared review: large, with the talk about it beside or below."""

import streamlit as st

from vigreview import screen
from vigreview import together_screen as stage
from vigreview.components.clip_player.clip_player import clip_player
from vigreview.components.shows.shows import shows
from vigreview.process.consent import may
from vigreview.process.filming import film
from vigreview.process.microanalysis import Clip
from vigreview.process.shared_review import WONDERED, WONDERS, Noticing, noticings, review_clips
from vigreview.process.wording import principles
from vigreview.review_stage import Review
from vigreview.sights import levels_of


def the_clip(review: Review, clip_id: int) -> None:
    """Put a clip on the screen, what was noticed in it, and what may be wondered about it."""
    practice, words = review.practice, review.words
    clip = next(one for one in review_clips(practice, review.sitting.id) if one.id == clip_id)
    about = [one for one in noticings(practice, review.sitting.id) if one.clip_id == clip.id]
    noticed = [one for one in about if one.kind == "noticing"]
    with st.container(key="talk"):
        watch, talk = st.columns([1.6, 1], gap="medium")
        with watch:
            player(review, clip, noticed)
        with talk:
            stage.ask(words("clip-ask"))
            review.box(
                f"noticing-{clip.id}",
                words("own-words"),
                "notice",
                {"clip_id": clip.id},
                [one.id for one in noticed],
            )
            for one in noticed:
                review.card(one)
                principles_of(review, one)
            if about:
                wondering(review, clip, about)


def player(review: Review, clip: Clip, noticed: list[Noticing]) -> None:
    if not may(review.practice, "review", clip.film_id):
        screen.text(review.words("clip-not-shown"), "lead")
        return
    shape = film(review.practice, clip.film_id)
    clip_player(
        {
            "src": f"/clips/{clip.id}",
            "poster": f"/stills/{clip.face}" if clip.face else None,
            "name": review.words.part("player-name"),
            "words": review.words.parts("player"),
            **review.tongue,
            "width": shape.width or 16,
            "height": shape.height or 9,
        },
        key=f"clip-{clip.id}",
    )


def principles_of(review: Review, one: Noticing) -> None:
    named = principles(review.practice)
    shows(
        {
            "noticing_id": one.id,
            "levels": levels_of(named, one.principles),
            "seen": one.principles,
            "source": named.source,
            "words": review.words.parts("shows"),
            **review.tongue,
        },
        key=f"shows-{one.id}",
    )


def wondering(review: Review, clip: Clip, about: list[Noticing]) -> None:
    """Put three questions on the screen that open on a tap, and may be left closed."""
    screen.text(review.words("wonder-lead"), "quiet")
    review.cards([one for one in about if one.kind == "wondering"])
    for question in WONDERS:
        said = [one for one in about if one.kind == question]
        with st.expander(screen.plain(review.words(f"{question}-ask")), expanded=bool(said)):
            review.box(
                f"{question}-{clip.id}",
                review.words("own-words"),
                "wonder",
                {"clip_id": clip.id, "about": question},
                [one.id for one in said],
            )
            review.cards(said)


def said_of(about: list[Noticing]) -> list[Noticing]:
    """Return what was wondered about a clip, old reviews' wonderings too."""
    return [one for one in about if one.kind in WONDERED]
