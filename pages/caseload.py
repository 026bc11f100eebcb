"""The caseload: each journey with its next step in words."""

from datetime import date

import streamlit as st

from vigreview.process.practice import Practice
from vigreview.process.progress import Case, caseload, how_many
from vigreview.screens import screen

AT_ONCE = 6
TARGETS = {"film": "film", "clips": "clips", "get_ready": "get_ready", "consent": "consent"}


def draw() -> None:
    practice = screen.practice()
    screen.title("Families", "What comes next, for each of them.")
    search, add = st.columns([3, 1], vertical_alignment="bottom")
    sought = search.text_input(
        "Find a family or a baby", key="search", placeholder="Name", on_change=first_page
    )
    if add.button("New family", type="primary", key="new_family", width="stretch"):
        screen.go("new_family")
    found = how_many(practice, sought.strip())
    if found:
        families(practice, sought.strip(), found)
    else:
        nobody(sought)
    with st.container(horizontal=True, gap="medium"):
        if st.button("Find clips", key="find", type="tertiary"):
            screen.go("find")
        if st.button("Settings", key="settings", type="tertiary"):
            screen.go("settings")


def families(practice: Practice, sought: str, found: int) -> None:
    page = 1
    if found > AT_ONCE:
        page = st.session_state.get("page", 1)
    for case in caseload(practice, sought, (page - 1) * AT_ONCE, AT_ONCE):
        card(case)
    if found > AT_ONCE:
        st.pagination(-(-found // AT_ONCE), key="page")


def first_page() -> None:
    st.session_state["page"] = 1


def nobody(sought: str) -> None:
    if sought:
        screen.text(f"No family or baby is called “{sought}”.", "lead")
        return
    with st.container(border=True):
        screen.heading("Nobody here yet")
        screen.text(
            "Begin with a family: what you call it, who cares for the baby, and what their baby "
            "calls them. Films come later, after consent."
        )


def card(case: Case) -> None:
    journey, people = case.journey, case.people
    with st.container(border=True, key=f"case-{journey.id}"):
        words, act = st.columns([3, 1.6], vertical_alignment="center")
        with words:
            ages = [] if journey.closed_gently_at else people.ages_words(date.today())
            screen.lines(
                (journey.called, "called"),
                (screen.joined([f"{people.carer} with {people.baby}", *ages]), "quiet"),
                (case.next_step.words, ""),
            )
        with act:
            begun = journey.open and case.next_step.page in TARGETS
            if begun and st.button(
                "Go on", key=f"on-{journey.id}", type="primary", width="stretch"
            ):
                turn_to(case)
            if st.button("Open the journey", key=f"open-{journey.id}", width="stretch"):
                screen.go("journey", journey=journey.id)


def turn_to(case: Case) -> None:
    step = case.next_step
    if step.page in ("clips", "get_ready") and step.film_id:
        screen.go(step.page, film=step.film_id)
    screen.go(TARGETS[step.page], journey=case.journey.id)


draw()
