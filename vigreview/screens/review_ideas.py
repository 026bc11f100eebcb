"""What we take with us: ideas in words of both, from what was noticed or on their own."""

import streamlit as st

from vigreview.process.shared_review import CAN_BE_STRENGTHS, FITS, Noticing, ideas, noticings
from vigreview.process.together import go_to
from vigreview.screens import screen, stage
from vigreview.screens.review_rewording import put_differently
from vigreview.screens.review_stage import Review


def ideas_to_take(review: Review, born: int | None) -> None:
    """The step in which ideas are made; `born` is the noticing from which one is being made."""
    words = review.words
    stage.ask(words("step-ideas"), words("ideas-lead"))
    made = ideas(review.practice, review.sitting.id)
    said = [
        one for one in noticings(review.practice, review.sitting.id) if one.kind in CAN_BE_STRENGTHS
    ]
    said.sort(key=lambda one: not one.strength)
    origin = next((one for one in said if one.id == born), None)
    the_box(
        review,
        origin,
        [idea.id for idea in made],
        begun=any(idea.noticing_id == born for idea in made),
    )
    for idea in made:
        review.idea(idea)
        put_differently(review, idea)
    to_begin_from([one for one in said if one is not origin], review)


def the_box(review: Review, origin: Noticing | None, shown: list[int], begun: bool) -> None:
    words = review.words
    beginning = ""
    if origin:
        screen.text(words("ideas-from-this"), "quiet")
        review.card(origin)
        beginning = "" if begun else words("ideas-beginning", words=origin.words)
    box = f"idea-{origin.id}" if origin else "idea"
    review.box(
        box,
        words("ideas-ask"),
        "add_idea",
        {"noticing_id": origin.id} if origin else {},
        shown,
        beginning=beginning,
        when=review.when_line(box, "when-ask", "when-own", FITS),
    )
    if origin:
        st.button(
            screen.plain(words("ideas-own")),
            key="idea-own",
            type="tertiary",
            on_click=screen.doing,
            args=(go_to, review.practice, "ideas"),
        )


def to_begin_from(said: list[Noticing], review: Review) -> None:
    """Offer what was noticed today, strengths first, to begin an idea from."""
    if not said:
        return
    screen.heading(review.words("ideas-begin"))
    for one in said:
        with st.container(key=f"from-{one.id}"):
            words, act = st.columns([2.4, 1], vertical_alignment="center")
            with words:
                review.card(one)
            act.button(
                screen.plain(review.words("ideas-from")),
                key=f"idea-from-{one.id}",
                width="stretch",
                on_click=screen.doing,
                args=(go_to, review.practice, f"ideas:{one.id}"),
            )
