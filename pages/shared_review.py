"""Together: the shared review, one thing at a time. Nothing on this screen judges."""

import streamlit as st

from vigreview import screen
from vigreview import together_screen as stage
from vigreview.components.clip_player.clip_player import clip_player
from vigreview.components.shows.shows import shows
from vigreview.process.consent import may
from vigreview.process.filming import film
from vigreview.process.helping_question import helping_question
from vigreview.process.journeys import journey as the_journey
from vigreview.process.microanalysis import Clip
from vigreview.process.people import People, people
from vigreview.process.practice import Practice
from vigreview.process.shared_review import (
    Noticing,
    ideas,
    ideas_from_last_time,
    noticings,
    review_clips,
    review_steps,
)
from vigreview.process.together import Sitting, close
from vigreview.process.wording import principles
from vigreview.sights import levels_of


def draw() -> None:
    practice = screen.practice()
    sitting = stage.sitting_or_goodbye(practice)
    everybody = people(practice, sitting.journey_id)
    steps = review_steps(practice, sitting.id)
    if the_journey(practice, sitting.journey_id).closed_gently_at:
        steps.remove("ratings")
    step = sitting.step if sitting.step in steps else steps[0]
    name, _, number = step.partition(":")
    if name in ("clip", "wonder"):
        the_clip(practice, sitting, everybody, name, int(number))
    else:
        {
            "since": since,
            "question": our_question,
            "ideas": ideas_to_try,
            "ratings": where,
            "close": read_back,
        }[name](practice, sitting, everybody)
    stage.turn(practice, steps, step, last="Close our review", on_last=close)


def since(practice: Practice, sitting: Sitting, everybody: People) -> None:
    stage.ask("How have things been?")
    before = ideas_from_last_time(practice, sitting.id)
    said = [one for one in noticings(practice, sitting.id) if one.kind in ("since", "mind")]
    if before:
        screen.text("Ideas you had last time", "quiet")
        for idea in before:
            screen.quote(idea.words, idea.who or "", "earlier", idea.original)
    cards([one for one in said if one.kind == "since"])
    stage.own_words(
        practice,
        box="since",
        label="What have you noticed since?",
        verb="noticed_since",
        args={"idea_id": None},
        everybody=everybody,
        shown=[one.id for one in said],
    )
    cards([one for one in said if one.kind == "mind"], kind="mind")
    with st.expander("Something on my mind"):
        stage.own_words(
            practice,
            box="mind",
            label="It is fine to say it here",
            verb="on_my_mind",
            args={},
            everybody=everybody,
            shown=[one.id for one in said],
        )


def our_question(practice: Practice, sitting: Sitting, everybody: People) -> None:
    question = helping_question(practice, sitting.journey_id)
    stage.ask("Our question", "Is it still what you want to look for?")
    if question.words:
        newest = question.question[0]
        words = screen.quote_html(newest.words, original=newest.original)
        st.html(f'<div class="ours">{words}</div>')
    with st.expander("Say it differently", expanded=not question.words):
        stage.own_words(
            practice,
            box="question",
            label="In your own words",
            verb="say",
            args={"step": "question"},
            everybody=everybody,
            shown=[wording.id for wording in question.question],
            with_who=False,
        )
    for earlier in question.question[1:3]:
        screen.quote(earlier.words, "You said earlier", "earlier", earlier.original)


def the_clip(
    practice: Practice, sitting: Sitting, everybody: People, step: str, clip_id: int
) -> None:
    clip = next(one for one in review_clips(practice, sitting.id) if one.id == clip_id)
    kind = "noticing" if step == "clip" else "wondering"
    said = [
        one
        for one in noticings(practice, sitting.id)
        if one.kind == kind and one.clip_id == clip.id
    ]
    with st.container(key="talk"):
        watch, talk = st.columns([1.35, 1], gap="medium")
        with watch:
            player(practice, sitting, clip)
        with talk:
            if kind == "noticing":
                stage.ask("What did you notice?")
            else:
                stage.ask(
                    f"What might {everybody.baby} have been thinking or feeling?",
                    f"If there were words for {everybody.called_by_baby}, what would they be?",
                )
            stage.own_words(
                practice,
                box=f"{kind}-{clip.id}",
                label="In your own words",
                verb="notice" if kind == "noticing" else "wonder",
                args={"clip_id": clip.id},
                everybody=everybody,
                shown=[one.id for one in said],
            )
            for one in said:
                card(one)
                if kind == "noticing":
                    principles_of(practice, one)


def player(practice: Practice, sitting: Sitting, clip: Clip) -> None:
    assert sitting.film_id is not None
    permission = may(practice, "review", sitting.film_id)
    if not permission:
        screen.text("This film is not to be shown any more.", "lead")
        return
    shape = film(practice, sitting.film_id)
    words = stage.words(practice)
    # One player for a clip's two steps: it stays where it is when the talk moves on.
    clip_player(
        {
            "src": f"/clips/{clip.id}",
            "poster": f"/stills/{clip.face}" if clip.face else None,
            "name": words.part("player-name"),
            "words": words.parts("player"),
            "lang": words.language.code,
            "dir": words.language.dir,
            "width": shape.width or 16,
            "height": shape.height or 9,
        },
        key=f"clip-{clip.id}",
    )


def cards(said: list[Noticing], kind: str = "") -> None:
    for one in said:
        card(one, kind)


def card(one: Noticing, kind: str = "") -> None:
    speaker = "parent" if one.by_parent else "practitioner"
    screen.quote(one.words, one.who, kind or speaker, one.original)


def principles_of(practice: Practice, one: Noticing) -> None:
    named = principles(practice)
    shows(
        {
            "noticing_id": one.id,
            "levels": levels_of(named, one.principles),
            "seen": one.principles,
            "source": named.source,
            "words": stage.words(practice).parts("shows"),
        },
        key=f"shows-{one.id}",
    )


def ideas_to_try(practice: Practice, sitting: Sitting, everybody: People) -> None:
    stage.ask("Ideas to try", "More of what already works. As many or as few as you like.")
    made = ideas(practice, sitting.id)
    stage.own_words(
        practice,
        box="idea",
        label="An idea, in your own words",
        verb="add_idea",
        args={},
        everybody=everybody,
        shown=[one.id for one in made],
    )
    for idea in made:
        screen.quote(idea.words, idea.who or "", original=idea.original)


def where(practice: Practice, sitting: Sitting, everybody: People) -> None:
    stage.ask("Where would you say you are now?", "Only if you would like to.")
    stage.rating(practice, sitting, "now", "Where I am now")


def read_back(practice: Practice, sitting: Sitting, everybody: People) -> None:
    stage.ask("What we saw together")
    stage.begun_and_not_kept(practice)
    question = helping_question(practice, sitting.journey_id).words
    if question:
        screen.quote(question, "Our question", "earlier")
    said = noticings(practice, sitting.id)
    shown = review_clips(practice, sitting.id)
    assert sitting.film_id is not None
    permission = may(practice, "review", sitting.film_id)
    for clip in shown:
        about = [one for one in said if one.clip_id == clip.id]
        if not about:
            continue
        picture, words = st.columns([1, 1.8])
        with picture:
            face = clip.face if permission else None
            st.html(screen.still_html(face, "A still of our clip"))
        with words:
            cards(about)
    # Words outlive their clip: its film may have been erased since.
    there = {None, *(clip.id for clip in shown)}
    cards([one for one in said if one.clip_id not in there])
    cards([one for one in said if one.kind == "since"])
    made = ideas(practice, sitting.id)
    if made:
        screen.heading("Ideas to try")
        for idea in made:
            screen.quote(idea.words, idea.who or "", original=idea.original)


draw()
