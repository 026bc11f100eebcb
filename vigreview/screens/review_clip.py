"""A clip of the shared review: large, with the talk about it beside or below."""

import streamlit as st

from vigreview.components.clip_player.clip_player import clip_player
from vigreview.components.noticed.noticed import noticed
from vigreview.components.shows.shows import shows
from vigreview.process.captions import cues
from vigreview.process.consent import may
from vigreview.process.filming import film
from vigreview.process.microanalysis import Clip
from vigreview.process.shared_review import WONDERS, Noticing, noticings, review_clips
from vigreview.process.together import go_to
from vigreview.process.wording import principles
from vigreview.screens import screen, stage
from vigreview.screens.review_rewording import cards_to_reword, in_other_words
from vigreview.screens.review_stage import Review
from vigreview.screens.sights import cards_of


def the_clip(review: Review, clip_id: int, asked: str) -> None:
    """Put a clip on the screen, and one question about it; `asked` is one of WONDERS, or ""."""
    practice = review.practice
    clip = next(one for one in review_clips(practice, review.sitting.id) if one.id == clip_id)
    about = [one for one in noticings(practice, review.sitting.id) if one.clip_id == clip.id]
    with st.container(key="talk"):
        watch, talk = st.columns([1.6, 1], gap="medium")
        with watch:
            player(review, clip, about)
        with talk:
            if asked in WONDERS:
                wondering(review, clip, asked, about)
            else:
                noticing(review, clip, [one for one in about if one.kind == "noticing"])
            if about:
                questions(review, clip, asked, about)


def noticing(review: Review, clip: Clip, said: list[Noticing]) -> None:
    """Ask what was noticed, and put on the screen what has been said."""
    words = review.words
    stage.ask(words("clip-ask"))
    box, shown = f"noticing-{clip.id}", [one.id for one in said]
    review.box(box, words("own-words"), "notice", {"clip_id": clip.id}, shown)
    for one in said:
        review.card(one)
        what_to_do(review, one)
        principles_of(review, one)


def wondering(review: Review, clip: Clip, asked: str, about: list[Noticing]) -> None:
    """Ask one of the questions that may be left out."""
    words = review.words
    stage.ask(words(f"{asked}-ask"))
    said = [one for one in about if one.kind == asked]
    args = {"clip_id": clip.id, "about": asked}
    shown = [one.id for one in said]
    review.box(f"{asked}-{clip.id}", words("own-words"), "wonder", args, shown)
    cards_to_reword(review, said)


def questions(review: Review, clip: Clip, asked: str, about: list[Noticing]) -> None:
    """Put the other questions on the screen, each to be opened by a tap, with what was said."""
    words = review.words
    with st.container(key="questions"):
        if asked:
            the_question(review, f"clip:{clip.id}", "clip-ask")
            review.cards([one for one in about if one.kind == "noticing"])
        else:
            screen.text(words("wonder-lead"), "quiet")
        review.cards([one for one in about if one.kind == "wondering"])
        for one in WONDERS:
            if one != asked:
                the_question(review, f"clip:{clip.id}:{one}", f"{one}-ask")
                review.cards([said for said in about if said.kind == one])


def the_question(review: Review, step: str, sentence: str) -> None:
    st.button(
        screen.plain(review.words(sentence)),
        key=f"to-{sentence}",
        width="stretch",
        on_click=screen.doing,
        args=(go_to, review.practice, step),
    )


def player(review: Review, clip: Clip, about: list[Noticing]) -> None:
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
            "moments": [
                {"noticing_id": one.id, "into_us": into, "x": one.pin.x, "y": one.pin.y}
                for one in about
                if one.pin and (into := one.pin.into(clip)) is not None
            ],
            "captions": f"/clips/{clip.id}/captions" if cues(clip) else None,
        },
        key=f"clip-{clip.id}",
    )


def what_to_do(review: Review, one: Noticing) -> None:
    """Put under a noticing what can be done with it: a strength, the moment, an idea from it."""
    practice = review.practice
    done = noticed(
        {
            **in_other_words(review, one),
            "noticing_id": one.id,
            "strength": one.strength,
            "pinned": one.pin is not None,
            "with_picture": bool(may(practice, "review", review.sitting.film_id or 0)),
        },
        key=f"noticed-{one.id}",
    )
    if done.idea == one.id:
        go_to(practice, f"ideas:{one.id}")
        st.rerun()


def principles_of(review: Review, one: Noticing) -> None:
    named = principles(review.practice)
    shows(
        {
            "noticing_id": one.id,
            "levels": cards_of(named, one.principles, review.words),
            "seen": one.principles,
            "source": named.source,
            "words": review.words.parts("shows"),
            "keeping": review.words.parts("keeping"),
            **review.tongue,
        },
        key=f"shows-{one.id}",
    )
