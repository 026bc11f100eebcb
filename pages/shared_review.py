"""Together: the shared review, one thing at a time. Nothing on this screen judges."""

import streamlit as st

from vigreview.components.thread.thread import Dot, Thread, thread
from vigreview.process.helping_question import helping_question
from vigreview.process.presence import whose
from vigreview.process.shared_review import (
    come_to_the_end,
    ideas_from_last_time,
    next_times,
    noticings,
    review_steps,
    step_among,
)
from vigreview.process.together import close, go_to
from vigreview.screens import screen, stage
from vigreview.screens.in_turn import rate_in_turn
from vigreview.screens.review_clip import the_clip
from vigreview.screens.review_closing import read_back
from vigreview.screens.review_ideas import ideas_to_take
from vigreview.screens.review_rewording import cards_to_reword, put_differently
from vigreview.screens.review_stage import Review


def draw() -> None:
    practice = screen.practice()
    sitting = stage.sitting_or_goodbye(practice)
    review = Review.of(practice, sitting)
    steps = review_steps(practice, sitting.id)
    step = step_among(steps, sitting.step)
    name, _, number = step.partition(":")
    # A step may say more: which question of a clip is open, what an idea is made from.
    more = sitting.step.removeprefix(step).lstrip(":")
    if name == "clip":
        the_clip(review, int(number), more)
    elif name == "ratings":
        rate_in_turn(practice, sitting, step, "step-ratings", "ratings-ask")
    elif name == "ideas":
        ideas_to_take(review, int(more) if more.isdecimal() else None)
    else:
        {
            "since": since,
            "question": our_question,
            "back": read_back,
            "next": next_time,
        }[name](review)
    stage.turn(
        practice,
        steps,
        step,
        last=review.words("review-close"),
        on_last=close,
        thread=lambda: the_thread(review, steps, step),
    )


def the_thread(review: Review, steps: list[str], here: str) -> None:
    """Put a dot on the screen for each step; any of them can be gone to."""
    dots: list[Dot] = []
    clips = [step for step in steps if step.startswith("clip:")]
    words = review.words
    for step in steps:
        if step in clips:
            name = words.part("step-clip", place=clips.index(step) + 1)
        elif step.startswith("ratings:"):
            name = words.part("step-ratings-of", name=whose(step, review.everybody).called)
        else:
            name = words.part(f"step-{step}")
        dots.append({"step": step, "name": name})
    data: Thread = {
        "name": review.words.part("thread"),
        "dots": dots,
        "here": here,
        "place": review.sitting.step,
        **review.tongue,
    }
    thread(data, "thread", go=lambda step: screen.doing(go_to, review.practice, step))


def since(review: Review) -> None:
    practice, words = review.practice, review.words
    stage.ask(words("step-since"), words("since-lead"))
    said = noticings(practice, review.sitting.id)
    before = ideas_from_last_time(practice, review.sitting.id)
    if before:
        screen.text(words("since-ideas"), "quiet")
        for idea in before:
            review.idea(idea, "earlier")
    noticed = [one for one in said if one.kind == "since"]
    with st.container():  # it has its place also while it is empty: what opens below stays open
        cards_to_reword(review, noticed)
    shown = [one.id for one in noticed]
    review.box("since", words("since-ask"), "noticed_since", {"idea_id": None}, shown)
    minds = [one for one in said if one.kind == "mind"]
    with st.container():
        cards_to_reword(review, minds, kind="mind")
    with st.expander(screen.plain(words("mind-open"))):
        review.box("mind", words("mind-ask"), "on_my_mind", {}, [one.id for one in minds])


def our_question(review: Review) -> None:
    words = review.words
    question = helping_question(review.practice, review.sitting.journey_id)
    stage.ask(words("step-question"), words("question-still"))
    if question.words:
        newest = question.question[0]
        st.html(f'<div class="ours">{screen.quote_html(newest)}</div>')
    with st.expander(screen.plain(words("question-differently")), expanded=not question.words):
        shown = [wording.id for wording in question.question]
        review.box(
            "question", words("own-words"), "say", {"step": "question"}, shown, with_who=False
        )
    for earlier in question.question[1:3]:
        screen.quote_said(earlier, words("you-said-earlier"), "earlier")


def next_time(review: Review) -> None:
    """What could be filmed next, or that these people come to the end; nothing of it is asked."""
    practice, words = review.practice, review.words
    stage.ask(words("step-next"), words("next-lead"))
    said = next_times(practice, review.sitting.id, also_gone=True)
    planned = [one for one in said if not one.ending]
    shown = [one.id for one in planned]
    when = review.when_line("next", "", "next-when")
    review.box("next", words("next-ask"), "plan_next", {}, shown, with_who=False, when=when)
    for one in planned:
        screen.quote_said(one, one.when_words or "", "earlier" if one.gone else "parent")
        put_differently(review, one)
    ending = any(one.ending for one in said)
    st.button(
        screen.plain(words("next-end-kept" if ending else "next-end")),
        key="next-end",
        type="primary" if ending else "secondary",
        on_click=screen.doing,
        args=(come_to_the_end, practice, not ending),
    )


draw()
