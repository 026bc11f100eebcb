"""Together: from a doubt, to a hope, to the helping question, in the parent's own words."""

import streamlit as st

from vigreview import screen
from vigreview import together_screen as stage
from vigreview.languages.examples import examples
from vigreview.languages.words import Words
from vigreview.process.helping_question import (
    Wording,
    descriptions,
    helping_question,
)
from vigreview.process.journeys import journey as the_journey
from vigreview.process.people import People, people
from vigreview.process.practice import Practice
from vigreview.process.together import QUESTION_STEPS, Sitting, close, here


def draw() -> None:
    practice = screen.practice()
    sitting = stage.sitting_or_goodbye(practice)
    words = stage.words(practice)
    everybody = people(practice, sitting.journey_id)
    steps = list(QUESTION_STEPS)
    if the_journey(practice, sitting.journey_id).closed_gently_at:
        steps.remove("where")
    step = sitting.step if sitting.step in steps else steps[0]
    if step in ("doubt", "hope", "question"):
        in_words(practice, sitting, step, everybody, words)
    elif step == "where":
        where(practice, sitting, words)
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


def where(practice: Practice, sitting: Sitting, words: Words) -> None:
    stage.ask(words("where-ask"), words("where-lead"))
    stage.rating(practice, sitting, "now", words("scale-now"))
    stage.rating(practice, sitting, "hoped", words("scale-hoped"))


def about(practice: Practice, sitting: Sitting, step: str, everybody: People, words: Words) -> None:
    stage.ask(words(f"describe-{step}-ask"), words(f"describe-{step}-lead"))
    said = [one for one in descriptions(practice, sitting.journey_id) if one.about == step]
    for one in said[-3:]:
        screen.quote_said(one)
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
