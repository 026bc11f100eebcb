"""Together: from a doubt, to a hope, to the helping question, in the parent's own words."""

import streamlit as st

from vigreview.languages.examples import examples
from vigreview.languages.words import Words
from vigreview.process.helping_question import (
    Wording,
    helping_question,
    question_steps,
)
from vigreview.process.people import People, people
from vigreview.process.practice import Practice
from vigreview.process.presence import step_of
from vigreview.process.together import Sitting, close, here
from vigreview.screens import screen, stage
from vigreview.screens.in_turn import described, of_whom, rate_in_turn


def draw() -> None:
    practice = screen.practice()
    sitting = stage.sitting_or_goodbye(practice)
    words = stage.words(practice)
    everybody = people(practice, sitting.journey_id)
    steps = question_steps(practice)
    step = step_of(steps, sitting.step)
    if step in ("doubt", "hope", "question"):
        in_words(practice, sitting, step, everybody, words)
    elif step.startswith("where"):
        rate_in_turn(practice, sitting, step, "where-ask", "where-lead", ("now", "hoped"))
    elif step in ("baby", "us"):
        about(practice, sitting, step, everybody, words)
    else:
        closing(practice, sitting, everybody, words)
    stage.turn(practice, steps, step, last=words("question-close"), on_last=close)


def in_words(
    practice: Practice, sitting: Sitting, step: str, everybody: People, words: Words
) -> None:
    question = helping_question(practice, sitting.journey_id)
    stage.ask(words(f"{step}-ask"), words(f"{step}-lead"))
    before = {"hope": question.doubt, "question": question.hope}.get(step, ())
    if before:
        screen.quote_said(before[0], words("you-said"), "earlier")
    said: tuple[Wording, ...] = getattr(question, step)
    if said:
        screen.quote_said(said[0])
    with st.expander(screen.plain(words("examples-open"))):
        for example in examples(words, step):
            screen.text(example)
    stage.own_words(
        practice,
        box=step,
        label=words("word-it-differently" if said else "own-words"),
        verb="say",
        args={"step": step},
        everybody=everybody,
        shown=[wording.id for wording in said],
        with_who=False,
    )
    for earlier in said[1:]:
        screen.quote_said(earlier, words("you-said-earlier"), "earlier")


def about(practice: Practice, sitting: Sitting, step: str, everybody: People, words: Words) -> None:
    stage.ask(words(f"describe-{step}-ask"), words(f"describe-{step}-lead"))
    said = described(practice, sitting, step)
    for one in said[-3:]:
        screen.quote_said(one, of_whom(practice, sitting, one))
    stage.describing(practice, step, everybody, [one.id for one in said])


def closing(practice: Practice, sitting: Sitting, everybody: People, words: Words) -> None:
    here(practice)
    stage.begun_and_not_kept(practice)
    question = helping_question(practice, sitting.journey_id).question
    if question:
        stage.ask(words("our-question"), words("our-question-lead"))
        st.html(f'<div class="ours">{screen.quote_html(question[0])}</div>')
    else:
        stage.ask(words("left-open"), words("left-open-lead"))


draw()
