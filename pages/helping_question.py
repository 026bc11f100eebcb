"""Together: from a doubt, to a hope, to the helping question, in the parent's own words."""

import streamlit as st

from vigreview import screen
from vigreview import together_screen as stage
from vigreview.process import content
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
    everybody = people(practice, sitting.journey_id)
    steps = list(QUESTION_STEPS)
    if the_journey(practice, sitting.journey_id).closed_gently_at:
        steps.remove("where")
    step = sitting.step if sitting.step in steps else steps[0]
    if step in ("doubt", "hope", "question"):
        in_words(practice, sitting, step, everybody)
    elif step == "where":
        where(practice, sitting)
    elif step in ("baby", "us"):
        about(practice, sitting, step, everybody)
    else:
        closing(practice, sitting)
    stage.turn(practice, steps, step, last="We have our question", on_last=close)


def in_words(practice: Practice, sitting: Sitting, step: str, everybody: People) -> None:
    asks = {
        "doubt": ("Is there something you wonder or worry about?", "However it comes out is fine."),
        "hope": ("What would you like instead?", "A hope, however small."),
        "question": (
            "So what shall we look for together?",
            "A question about what you already do, that we can look for in the film.",
        ),
    }
    question = helping_question(practice, sitting.journey_id)
    stage.ask(*asks[step])
    before = {"hope": question.doubt, "question": question.hope}.get(step, ())
    if before:
        screen.quote(before[0].words, "You said", "earlier", before[0].original)
    said: tuple[Wording, ...] = getattr(question, step)
    if said:
        screen.quote(said[0].words, original=said[0].original)
    examples(step, everybody)
    stage.own_words(
        practice,
        box=step,
        label="In your own words" if not said else "Would you word it differently now?",
        verb="say",
        args={"step": step},
        everybody=everybody,
        shown=[wording.id for wording in said],
        with_who=False,
    )
    for earlier in said[1:]:
        screen.quote(earlier.words, "You said earlier", "earlier", earlier.original)


def examples(step: str, everybody: People) -> None:
    with st.expander("Some that other parents began with"):
        unborn = all(baby.unborn for baby in everybody.babies)
        for words in content.examples(step, everybody.baby, unborn)[:6]:
            screen.text(words)


def where(practice: Practice, sitting: Sitting) -> None:
    stage.ask("Where would you say you are?", "Only if you like. There is no right number.")
    stage.rating(practice, sitting, "now", "Where I am now")
    stage.rating(practice, sitting, "hoped", "Where I hope to get to")


def about(practice: Practice, sitting: Sitting, step: str, everybody: People) -> None:
    if step == "baby":
        stage.ask(f"How would you describe {everybody.baby}?", "A few words are plenty.")
    else:
        stage.ask(
            f"And how is it between you and {everybody.baby}?",
            "The way you two are together, just now.",
        )
    said = [one for one in descriptions(practice, sitting.journey_id) if one.about == step]
    for one in said[-3:]:
        screen.quote(one.words, original=one.original)
    stage.describing(practice, step, everybody, [one.id for one in said])


def closing(practice: Practice, sitting: Sitting) -> None:
    here(practice)
    stage.begun_and_not_kept(practice)
    question = helping_question(practice, sitting.journey_id)
    if question.words:
        stage.ask("Our helping question", "We will look for the answers in your own film.")
        st.html(f'<div class="ours">{screen.quote_html(question.words)}</div>')
    else:
        stage.ask(
            "We can leave it open for now",
            "The question may come later, or while we look at the film together.",
        )


draw()
