"""Keepsake: a small film to take home, of the review's clips with the parent's own words."""

import streamlit as st

from vigreview.components.clip_player.clip_player import clip_player
from vigreview.languages.words import Words
from vigreview.process.consent import may
from vigreview.process.files_out import KEEPSAKE_KIND, files_out
from vigreview.process.filming import Film, film
from vigreview.process.journeys import Journey
from vigreview.process.journeys import journey as the_journey
from vigreview.process.keepsake import (
    Keepsake,
    Moment,
    choose_idea,
    choose_moment,
    choose_question,
    keepsake,
)
from vigreview.process.keepsake_film import (
    HEADING,
    being_made,
    cancel_keepsake,
    hand_over_keepsake,
    made,
    make_keepsake,
)
from vigreview.process.people import people
from vigreview.process.practice import Practice
from vigreview.screens import keepsake_board as board
from vigreview.screens import screen
from vigreview.screens.file_lines import files_asked_for
from vigreview.screens.holding_card import on_hold

NO_WORDS = 0


def draw() -> None:
    practice = screen.practice()
    one = film(practice, screen.asked_for("film"))
    journey = the_journey(practice, one.journey_id)
    screen.back_to(journey.called, "journey", journey=journey.id)
    screen.title("Keepsake", lead(practice, journey))
    screen.refusal()
    if one.held_at:
        on_hold(practice, one)
        return
    permission = may(practice, "give", one.id)
    if not permission or one.state != "ready":
        screen.text(permission.because or "This film is still being made ready.", "lead")
        return
    chosen = keepsake(practice, one.id)
    if not chosen.moments:
        nothing_yet(one, chosen)
        return
    board.look()
    what_is_in_it(practice, one, chosen)
    with st.container(border=True, key="keepsake-film"):
        the_film(practice, one)


def lead(practice: Practice, journey: Journey) -> str:
    if journey.closed_gently_at:
        return "Moments to keep, if and when they are wished for. Nothing needs to be decided now."
    carer = people(practice, journey.id).carer
    return f"A small film to take home: the moments you looked at, with {carer}’s own words."


def nothing_yet(one: Film, chosen: Keepsake) -> None:
    if chosen.reviewed:
        screen.text("The clips of this review have been taken away.", "lead")
        return
    screen.text("It is made of the shared review, which is still to come.", "lead")
    screen.text("What is noticed there becomes the words of this film.", "quiet")
    if st.button(f"To the clips of film {one.cycle}", key="to_clips"):
        screen.go("clips", film=one.id)


def what_is_in_it(practice: Practice, one: Film, chosen: Keepsake) -> None:
    screen.heading("What it shows, in this order")
    if not chosen.noticed:
        screen.text("No words about these clips have been kept, so they stand by themselves.")
    the_title(practice, one, chosen)
    for number, moment in enumerate(chosen.moments, start=1):
        with st.container(border=True, key=f"scene-{moment.clip.id}"):
            the_moment(practice, one, moment, number)
    if chosen.ideas:
        the_ideas(practice, one, chosen)


def the_title(practice: Practice, one: Film, chosen: Keepsake) -> None:
    with st.container(border=True, key="scene-title"):
        picture, choices = st.columns([1, 1.15], gap="medium", vertical_alignment="center")
        with picture:
            board.title_leaf(one, chosen)
        with choices:
            screen.heading("It begins with")
            if chosen.question is None:
                screen.text(chosen.names)
                return

            def choose() -> None:
                screen.doing(choose_question, practice, one.id, st.session_state["question"])

            st.checkbox(
                "The helping question", chosen.with_question, key="question", on_change=choose
            )


def the_moment(practice: Practice, one: Film, moment: Moment, number: int) -> None:
    picture, choices = st.columns([1, 1.15], gap="medium", vertical_alignment="center")
    with picture:
        board.moment_leaf(one, moment, number)
    with choices:
        screen.heading(f"Clip {number}")
        choice(practice, one, moment, "shown", "In the keepsake")
        if moment.shown:
            the_words(practice, one, moment)
            choice(practice, one, moment, "slowly", "Then once more, slowly")
            if moment.clip.face:
                choice(practice, one, moment, "still", "Then its still, for a while")


def choice(practice: Practice, one: Film, moment: Moment, what: str, label: str) -> None:
    key = f"{what}-{moment.clip.id}"

    def choose() -> None:
        change = {what: st.session_state[key]}
        screen.doing(choose_moment, practice, one.id, moment.clip.id, **change)

    st.checkbox(label, getattr(moment, what), key=key, on_change=choose)


def the_words(practice: Practice, one: Film, moment: Moment) -> None:
    if not moment.choices:
        screen.text("Without words: nothing was kept about this clip.", "quiet")
        return
    said = {words.id: screen.plain(words.words) for words in moment.choices}
    said[NO_WORDS] = "No words"
    key = f"words-{moment.clip.id}"

    def choose() -> None:
        words = st.session_state[key] or None
        screen.doing(choose_moment, practice, one.id, moment.clip.id, words=words)

    now = moment.words.id if moment.words else NO_WORDS
    st.radio(
        "With these words",
        list(said),
        list(said).index(now),
        format_func=said.__getitem__,
        key=key,
        on_change=choose,
    )
    if moment.words and len(moment.words.words) > board.LONG:
        screen.text("Words too long to lie on the picture come just before it.", "quiet")


def the_ideas(practice: Practice, one: Film, chosen: Keepsake) -> None:
    with st.container(border=True, key="scene-ideas"):
        picture, choices = st.columns([1, 1.15], gap="medium", vertical_alignment="center")
        with picture:
            board.ideas_leaf(one, HEADING, [idea for idea, shown in chosen.ideas if shown])
        with choices:
            screen.heading("It ends with")
            for idea, shown in chosen.ideas:
                key = f"idea-{idea.id}"

                def choose(idea_id: int = idea.id, key: str = key) -> None:
                    screen.doing(choose_idea, practice, one.id, idea_id, st.session_state[key])

                st.checkbox(screen.plain(idea.words), shown, key=key, on_change=choose)


def the_film(practice: Practice, one: Film) -> None:
    job = being_made(practice, one.id)
    if job and job.goes_on:
        under_way(one.id)
        return
    there = made(practice, one.id)
    screen.heading("The film")
    if job and job.why:
        st.warning(screen.plain(job.why))
    if there:
        clip_player(
            {
                "src": f"/keepsakes/{one.id}?made={there.number}",
                "name": "The keepsake",
                "words": Words().parts("player"),
                "width": one.width or 16,
                "height": one.height or 9,
            },
            key=f"keepsake-{one.id}",
        )
    if there and there.fresh:
        hand_over(practice, one)
        return
    if there:
        screen.text("Something has been chosen differently since this was made.")
    st.button(
        "Make it once more" if there else "Make the keepsake",
        key="make",
        type="primary",
        disabled=not keepsake(practice, one.id).shown,
        on_click=screen.doing,
        args=(make_keepsake, practice, one.id),
    )


@st.fragment(run_every=1)
def under_way(film_id: int) -> None:
    practice = screen.practice()
    job = being_made(practice, film_id)
    if job is None or not job.goes_on:
        st.rerun()
    screen.refusal()  # a tap in here runs this fragment alone
    screen.heading("The film")
    st.progress(job.progress, text="The keepsake is being made")
    st.button(
        "Cancel", key="cancel", on_click=screen.doing, args=(cancel_keepsake, practice, film_id)
    )


def hand_over(practice: Practice, one: Film) -> None:
    screen.heading("To take home", "Handed over on purpose: it is written down, with the reason.")
    why = st.text_input("Why", key="why", max_chars=400, placeholder="Sam would like to keep it")
    st.button(
        "Hand it over as a file",
        key="hand_over",
        type="primary",
        disabled=not why.strip(),
        on_click=screen.doing,
        args=(hand_over_keepsake, practice, one.id, why),
    )
    if any(file.kind == KEEPSAKE_KIND for file in files_out(practice, one.id)):
        files_asked_for(one.id, KEEPSAKE_KIND)


draw()
