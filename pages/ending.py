"""Together: the end of a journey. What was seen, how it is now, and what becomes of the films."""

import streamlit as st

from vigreview import screen
from vigreview import together_screen as stage
from vigreview.process.ending import seen, steps, wishes
from vigreview.process.helping_question import descriptions, helping_question
from vigreview.process.people import People, people
from vigreview.process.practice import Practice
from vigreview.process.together import Sitting, close

FIRST = "When we began"


def draw() -> None:
    practice = screen.practice()
    sitting = stage.sitting_or_goodbye(practice)
    everybody = people(practice, sitting.journey_id)
    all_steps = steps(practice)
    step = sitting.step if sitting.step in all_steps else all_steps[0]
    if step == "seen":
        what_was_seen(practice, sitting)
    elif step in ("baby", "us"):
        about(practice, sitting, step, everybody)
    else:
        {"question": our_question, "where": where, "films": our_films, "close": goodbye}[step](
            practice, sitting, everybody
        )
    stage.turn(practice, all_steps, step, last="We have come to the end", on_last=close)


def our_question(practice: Practice, sitting: Sitting, everybody: People) -> None:
    question = helping_question(practice, sitting.journey_id).question
    if question:
        stage.ask("This is what we looked for", "Let us look at how far you have come.")
        words = screen.quote_html(question[0].words, original=question[0].original)
        st.html(f'<div class="ours">{words}</div>')
    else:
        stage.ask("Here we are, at the end", "Let us look at how far you have come.")


def what_was_seen(practice: Practice, sitting: Sitting) -> None:
    stage.ask("What you saw in your films", "In your own words.")
    for one in seen(practice, sitting.journey_id):
        if one.still is None:
            screen.quote(one.words, one.who, "parent", one.original)
            continue
        picture, words = st.columns([1, 1.8], vertical_alignment="center")
        with picture:
            st.html(screen.still_html(one.still, "A still of this moment"))
        with words:
            screen.quote(one.words, one.who, "parent", one.original)


def where(practice: Practice, sitting: Sitting, everybody: People) -> None:
    stage.ask("Where would you say you are now?", "Only if you like. There is no right number.")
    stage.rating(practice, sitting, "now", "Where I am now")


def about(practice: Practice, sitting: Sitting, step: str, everybody: People) -> None:
    if step == "baby":
        stage.ask(f"How would you describe {everybody.baby} now?", "A few words are plenty.")
    else:
        stage.ask(
            f"And how is it between you and {everybody.baby} now?",
            "The way you two are together, these days.",
        )
    said = [one for one in descriptions(practice, sitting.journey_id) if one.about == step]
    today = [one for one in said if one.sitting_id == sitting.id]
    first = next((one for one in said if one.sitting_id != sitting.id), None)
    for one in today:
        screen.quote(one.words, "Now", "parent", one.original)
    stage.describing(practice, step, everybody, [one.id for one in today])
    if first:
        screen.quote(first.words, FIRST, "earlier", first.original)


def our_films(practice: Practice, sitting: Sitting, everybody: People) -> None:
    stage.ask(
        "What would you like to happen with your films?",
        "You can take some home, or have them erased. You can still tell us later.",
    )
    said = wishes(practice, sitting.journey_id)
    for one in said:
        screen.quote(one.words, one.who, "parent", one.original)
    stage.own_words(
        practice,
        box="films",
        label="In your own words",
        verb="wish_for_films",
        args={},
        everybody=everybody,
        shown=[one.id for one in said],
    )


def goodbye(practice: Practice, sitting: Sitting, everybody: People) -> None:
    stage.ask(
        "Thank you for this journey",
        f"What you and {everybody.baby} have together goes on.",
    )
    stage.begun_and_not_kept(practice)
    said = [one for one in descriptions(practice, sitting.journey_id) if one.about == "us"]
    if said:
        screen.quote(said[-1].words, original=said[-1].original)


draw()
