"""Together: the end of a journey. What was seen, how it is now, and what becomes of the films."""

import streamlit as st

from vigreview.languages.words import Words
from vigreview.process.ending import seen, steps, wishes
from vigreview.process.helping_question import Description, helping_question
from vigreview.process.people import People, people
from vigreview.process.practice import Practice
from vigreview.process.presence import presence, step_of
from vigreview.process.together import Sitting, close
from vigreview.screens import screen, stage
from vigreview.screens.in_turn import described, of_whom, rate_in_turn
from vigreview.vault.events import today


def draw() -> None:
    practice = screen.practice()
    sitting = stage.sitting_or_goodbye(practice)
    words = stage.words(practice)
    everybody = people(practice, sitting.journey_id)
    all_steps = steps(practice)
    step = step_of(all_steps, sitting.step)
    draw_step = {
        "question": our_question,
        "seen": what_was_seen,
        "where": where,
        "baby": about,
        "us": about,
        "films": our_films,
        "close": goodbye,
    }[step.partition(":")[0]]
    draw_step(practice, sitting, everybody, words)
    stage.turn(practice, all_steps, step, last=words("ending-close"), on_last=close)


def our_question(practice: Practice, sitting: Sitting, everybody: People, words: Words) -> None:
    question = helping_question(practice, sitting.journey_id).question
    if question:
        stage.ask(words("ending-question"), words("ending-lead"))
        st.html(f'<div class="ours">{screen.quote_html(question[0])}</div>')
    else:
        stage.ask(words("ending-no-question"), words("ending-lead"))


def what_was_seen(practice: Practice, sitting: Sitting, everybody: People, words: Words) -> None:
    stage.ask(words("ending-seen"), words("ending-seen-lead"))
    for one in seen(practice, sitting.journey_id):
        if one.still is None:
            screen.quote_said(one, one.who)
            continue
        picture, beside = st.columns([1, 1.8], vertical_alignment="center")
        with picture:
            st.html(screen.still_html(one.still, words("ending-still")))
        with beside:
            screen.quote_said(one, one.who)


def where(practice: Practice, sitting: Sitting, everybody: People, words: Words) -> None:
    rate_in_turn(practice, sitting, sitting.step, "ending-where-ask", "ending-where-lead")


def about(practice: Practice, sitting: Sitting, everybody: People, words: Words) -> None:
    step = sitting.step
    stage.ask(words(f"ending-{step}-ask"), words(f"ending-{step}-lead"))
    if step == "baby":
        ages(everybody, words)
    said = described(practice, sitting, step)
    today_ = [one for one in said if one.sitting_id == sitting.id]
    several = len(presence(practice, sitting.id).carers) > 1
    if not several:
        for one in today_:
            screen.quote_said(one, words("ending-now"))
    stage.describing(practice, step, everybody, [one.id for one in today_])
    for whose in dict.fromkeys(one.carer_id for one in said):
        theirs = [one for one in said if one.carer_id == whose]
        first = next((one for one in theirs if one not in today_), None)
        if several:
            beside_the_first(first, [one for one in theirs if one in today_], words)
        elif first:
            screen.quote_said(first, words("ending-first"), "earlier")


def beside_the_first(first: Description | None, now: list[Description], words: Words) -> None:
    """Put one carer's words on the screen, or those of all: as they began, and today beside it."""
    screen.heading((first or now[0]).who or words("who-together"))
    began, now_ = st.columns(2)
    if first:
        with began:
            screen.quote_said(first, words("ending-first"), "earlier")
    with now_:
        for one in now:
            screen.quote_said(one, words("ending-now"))


def ages(everybody: People, words: Words) -> None:
    """Say how old the babies are; of one who came early, the corrected age as well."""
    for baby in everybody.babies:
        age, corrected = baby.age(today()), baby.corrected_age(today())
        if age:
            count, unit = age
            screen.text(words(f"ending-age-{unit}", baby=baby.name, count=count), "quiet")
        if corrected:
            count, unit = corrected
            screen.text(words(f"ending-corrected-{unit}", baby=baby.name, count=count), "quiet")


def our_films(practice: Practice, sitting: Sitting, everybody: People, words: Words) -> None:
    stage.ask(words("ending-films-ask"), words("ending-films-lead"))
    said = wishes(practice, sitting.journey_id)
    for one in said:
        screen.quote_said(one, one.who)
    stage.own_words(
        practice,
        box="films",
        label=words("own-words"),
        verb="wish_for_films",
        args={},
        everybody=everybody,
        shown=[one.id for one in said],
    )


def goodbye(practice: Practice, sitting: Sitting, everybody: People, words: Words) -> None:
    stage.ask(words("ending-thanks"), words("ending-goes-on"))
    stage.begun_and_not_kept(practice)
    last = {one.carer_id: one for one in described(practice, sitting, "us")}
    for one in last.values():
        screen.quote_said(one, of_whom(practice, sitting, one))


draw()
