"""The journey: what comes next, and all that has grown so far, cycle by cycle."""

from datetime import date
from html import escape

import streamlit as st

from vigreview.handing_over import hand_over_ending, hand_over_question
from vigreview.languages.sentences import ENGLISH
from vigreview.process.ending import wishes
from vigreview.process.filming import films
from vigreview.process.helping_question import (
    HelpingQuestion,
    descriptions,
    helping_question,
)
from vigreview.process.journeys import (
    SETTINGS,
    VISIT_PURPOSES,
    Journey,
    close_gently,
    end_journey,
    record_visit,
    take_up_again,
    visits,
)
from vigreview.process.journeys import journey as the_journey
from vigreview.process.people import People, people, start_journey
from vigreview.process.practice import Practice, Refused
from vigreview.process.presence import there_last
from vigreview.process.progress import NextStep, cycles, next_step
from vigreview.screens import screen
from vigreview.screens.cycle_card import the_cycle
from vigreview.screens.film_cards import for_supervision
from vigreview.screens.growth import how_it_has_grown
from vigreview.screens.language_choice import language_of_screen
from vigreview.screens.presence_card import carers_to_come

# Of the next time together: the code of its language, and the carers who will be there.
Meeting = tuple[str, tuple[int, ...]]


def draw() -> None:
    practice = screen.practice()
    journey = the_journey(practice, screen.asked_for("journey"))
    everybody = people(practice, journey.id)
    question = helping_question(practice, journey.id)
    screen.back_to("Families", "caseload")
    ages = [] if journey.closed_gently_at else everybody.ages_words(date.today())
    screen.title(
        journey.called,
        screen.joined([f"{everybody.carer} with {everybody.baby}", *ages]),
    )
    screen.refusal()
    meeting = what_next(practice, journey, question)
    the_question(question)
    grown = cycles(practice, journey.id)
    for cycle in grown:
        the_cycle(practice, cycle)
    if grown and st.button("Find clips of this journey", key="find", type="tertiary"):
        screen.go("find", journey=journey.id)
    of_our_reviews(practice, journey)
    how_it_has_grown(practice, journey, grown)
    in_their_words(practice, journey, everybody)
    the_visits(practice, journey)
    gently(practice, journey, meeting)


def what_next(practice: Practice, journey: Journey, question: HelpingQuestion) -> Meeting:
    """Say what comes next; return how the next time together will be."""
    step = next_step(practice, journey)
    with st.container(border=True, key="next"):
        if not journey.open:
            screen.text(step.words, "lead")
            st.button(
                "Take this journey up again",
                key="take_up",
                on_click=screen.doing,
                args=(take_up_again, practice, journey.id),
            )
            if journey.ended_on and st.button("Begin another journey", key="another"):
                everybody = people(practice, journey.id)
                carers = [carer.id for carer in everybody.carers]
                babies = [baby.id for baby in everybody.babies]
                another = start_journey(practice, journey.family_id, carers, babies)
                screen.go("journey", journey=another)
            return ENGLISH.code, ()
        above, below = st.container(), st.container()
        with below:
            meeting = language_of_screen(practice, journey.id), carers_to_come(practice, journey.id)
        with above:
            the_step(journey, step, question, meeting)
        return meeting


def the_step(journey: Journey, step: NextStep, question: HelpingQuestion, meeting: Meeting) -> None:
    words, act = st.columns([2.2, 1.4], vertical_alignment="center")
    with words:
        screen.lines(("What comes next", "quiet"), (step.words, "lead"))
    with act:
        next_button(journey, step.page, step.film_id, meeting)
    doors(journey, question, meeting)


def next_button(journey: Journey, page: str, film_id: int | None, meeting: Meeting) -> None:
    big = {"type": "primary", "width": "stretch"}
    if page in ("clips", "get_ready"):
        label = "Find the clips" if page == "clips" else "Get the review ready"
        if st.button(label, key="next_step", **big):
            screen.go(page, film=film_id or 0)
    elif page == "journey" and film_id is None:
        st.button(
            "Sit down together",
            key="next_step",
            on_click=screen.doing,
            args=(hand_over_question, journey.id, *meeting),
            help="Hands the tablet over. Leaving asks for your PIN.",
            **big,
        )
    else:
        label = "To consent" if page == "consent" else "To the films"
        if st.button(label, key="next_step", **big):
            screen.go("consent" if page == "consent" else "film", journey=journey.id)


def doors(journey: Journey, question: HelpingQuestion, meeting: Meeting) -> None:
    people_door, consent_door, film_door, question_door = st.columns(4)
    if people_door.button("People", key="to_people", width="stretch"):
        screen.go("people", journey=journey.id)
    if consent_door.button("Consent", key="to_consent", width="stretch"):
        screen.go("consent", journey=journey.id)
    if film_door.button("Films", key="to_films", width="stretch"):
        screen.go("film", journey=journey.id)
    if question.words:
        question_door.button(
            "Our question",
            key="to_question",
            width="stretch",
            on_click=screen.doing,
            args=(hand_over_question, journey.id, *meeting),
            help="Hands the tablet over, to look at the helping question together.",
        )


def the_question(question: HelpingQuestion) -> None:
    if not question.words:
        return
    screen.heading("The helping question")
    newest = question.question[0]
    screen.quote_said(newest)
    earlier = [
        *(("Worded earlier", one) for one in question.question[1:]),
        *(("The hope", one) for one in question.hope),
        *(("The doubt", one) for one in question.doubt),
    ]
    if earlier:
        with st.expander("How it came about"):
            for label, wording in earlier:
                screen.quote_said(wording, label, "earlier")


def of_our_reviews(practice: Practice, journey: Journey) -> None:
    """List the films of the shared review itself, apart from the journey's own."""
    there = [one for one in films(practice, journey.id) if one.for_supervision and one.was_of_use]
    if not there:
        return
    screen.heading("For your supervision", "Films of the shared review itself.")
    for one in there:
        with st.container(border=True, key=f"supervision-{one.id}"):
            words, act = st.columns([3, 1], vertical_alignment="center")
            gone = f"Erased on {screen.day((one.erased_at or '')[:10])}: {one.why}"
            with words:
                screen.lines(
                    (screen.first_large(one.called), "called"),
                    (f"Filmed on {screen.day(one.filmed_on)}", "quiet"),
                    (gone if one.state == "erased" else for_supervision(practice, one), "quiet"),
                )
            opens = one.state == "ready" and act.button(
                "Find the clips", key=f"supervision-clips-{one.id}", width="stretch"
            )
            if opens:
                screen.go("clips", film=one.id)


def in_their_words(practice: Practice, journey: Journey, everybody: People) -> None:
    said = descriptions(practice, journey.id)
    if said:
        screen.heading("In their words")
    several = len(everybody.carers) > 1
    for one in said:
        about = f"about {everybody.baby}" if one.about == "baby" else "about us"
        said_of = f"{one.who or 'Together'} {about}" if several else screen.first_large(about)
        screen.quote_said(one, f"{said_of}, {screen.day(one.said_at[:10])}")
    wished = wishes(practice, journey.id)
    if wished:
        screen.heading("What they would like to happen with the films")
    for wish in wished:
        screen.quote_said(wish, f"{wish.who}, {screen.day(wish.said_at[:10])}", "")


def the_visits(practice: Practice, journey: Journey) -> None:
    screen.heading("Visits")
    for visit in visits(practice, journey.id):
        minutes = f"{visit.minutes} minutes" if visit.minutes else ""
        facts = screen.joined([visit.setting, minutes, visit.present])
        st.html(
            f"<p><b>{escape(screen.day(visit.visited_on))}</b> · {escape(visit.purpose)}</p>"
            f'<p class="quiet">{escape(facts)}</p>'
        )
    if journey.closed_gently_at:
        return
    with st.expander("Record a visit"):
        left, right = st.columns(2)
        purpose = left.selectbox("What it was for", VISIT_PURPOSES, key="visit-purpose")
        on = right.date_input(
            "When", date.today(), key="visit-on", max_value=date.today(), format="DD/MM/YYYY"
        )
        setting = left.selectbox("Where", SETTINGS, key="visit-setting", accept_new_options=True)
        minutes = right.number_input("Minutes", 0, 600, 60, step=15, key="visit-minutes")
        present = st.text_input(
            "Who was there", there_last(practice, journey.id), key="visit-present"
        )
        if st.button("Keep this visit", key="keep_visit"):
            try:
                record_visit(
                    practice,
                    journey.id,
                    purpose,
                    on.isoformat(),
                    setting or "",
                    int(minutes) or None,
                    present,
                )
            except Refused as refusal:
                st.warning(screen.plain(str(refusal)))
            else:
                st.rerun()


def gently(practice: Practice, journey: Journey, meeting: Meeting) -> None:
    if not journey.open:
        return
    with st.expander("Ending, or closing gently"):
        screen.text(
            "An ending looks back together: what was seen, how it is now, and what becomes of the "
            "films. It hands the tablet over.",
            "quiet",
        )
        left, right = st.columns(2)
        left.button(
            "Sit down for the ending",
            key="ending",
            width="stretch",
            on_click=screen.doing,
            args=(hand_over_ending, journey.id, *meeting),
        )
        right.button(
            "This journey has ended",
            key="end_journey",
            width="stretch",
            on_click=screen.doing,
            args=(end_journey, practice, journey.id),
        )
        screen.text(
            "Closing gently is for hard days. It stops ages, prompts, ratings and reminders at "
            "once, asks nothing, and keeps everything until you decide.",
            "quiet",
        )
        st.button(
            "Close gently",
            key="close_gently",
            on_click=screen.doing,
            args=(close_gently, practice, journey.id),
        )


draw()
