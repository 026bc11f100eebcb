"""Consent: who said yes, for whom, to what, and on what evidence; and taking it back."""

from datetime import date
from typing import Any

import streamlit as st

from vigreview.process.consent import (
    ADULT_PURPOSES,
    CAPACITIES,
    PURPOSES,
    REVIEW_FILMING,
    Consent,
    consents,
    give_consent,
    may_film,
    withdraw_consent,
)
from vigreview.process.journeys import journey as the_journey
from vigreview.process.people import People, people
from vigreview.process.practice import Practice, Refused
from vigreview.screens import screen

EVIDENCE = (
    "signed form",
    "said so, and I wrote it in the record",
    "letter or email",
    "court order or care plan",
)


def draw() -> None:
    practice = screen.practice()
    journey = the_journey(practice, screen.asked_for("journey"))
    screen.back_to(journey.called, "journey", journey=journey.id)
    screen.title(
        "Consent",
        "Before filming, and for each person apart. Saying no changes nothing in the care, "
        "and a yes can be taken back at any time.",
    )
    screen.refusal()
    everybody = people(practice, journey.id)
    given = consents(practice, journey.id)
    permission = may_film(practice, journey.id)
    screen.text(permission.because or "Everybody has said yes to being filmed.", "quiet")
    for carer in everybody.carers:
        person(practice, journey.id, carer.called, given, carer_id=carer.id)
    for baby in everybody.babies:
        person(practice, journey.id, baby.name, given, baby_id=baby.id, carers=everybody)


def person(
    practice: Practice,
    journey_id: int,
    name: str,
    given: list[Consent],
    carer_id: int | None = None,
    baby_id: int | None = None,
    carers: People | None = None,
) -> None:
    mine = [one for one in given if (one.carer_id, one.baby_id) == (carer_id, baby_id)]
    key = f"carer-{carer_id}" if carer_id else f"baby-{baby_id}"
    with st.container(border=True, key=f"consent-{key}"):
        screen.heading(name)
        for one in mine:
            line(practice, one)
        missing = [
            purpose
            for purpose in (ADULT_PURPOSES if carer_id else PURPOSES)
            if purpose not in {one.purpose for one in mine if not one.withdrawn_at}
        ]
        if missing:
            ask(practice, journey_id, name, key, missing, carer_id, baby_id, carers)


def line(practice: Practice, consent: Consent) -> None:
    words, act = st.columns([4, 1], vertical_alignment="center")
    with words:
        facts = screen.joined(
            [
                f"{consent.given_by}, {consent.capacity}",
                consent.evidence,
                f"{date.fromisoformat(consent.given_on):%d %B %Y}",
            ]
        )
        taken_back = screen.day((consent.withdrawn_at or "")[:10])
        may = "Was to" if taken_back else "May"
        screen.lines(
            (f"Yes, {ADULT_PURPOSES[consent.purpose]}", ""),
            (f"{may} be seen by {consent.seen_by}" if consent.seen_by else "", ""),
            (facts, "quiet"),
            (f"Taken back on {taken_back}" if taken_back else "", "quiet"),
        )
    if not consent.withdrawn_at:
        act.button(
            "Take back",
            key=f"withdraw-{consent.id}",
            on_click=screen.doing,
            args=(withdraw_consent, practice, consent.id),
        )


def ask(
    practice: Practice,
    journey_id: int,
    name: str,
    key: str,
    missing: list[str],
    carer_id: int | None,
    baby_id: int | None,
    carers: People | None,
) -> None:
    with st.expander(f"{screen.plain(name)} says yes to …", expanded=set(PURPOSES) <= set(missing)):
        for purpose in missing:
            st.checkbox(ADULT_PURPOSES[purpose].capitalize(), key=f"{key}-{purpose}")
        seen_by = ""
        if REVIEW_FILMING in missing and st.session_state[f"{key}-{REVIEW_FILMING}"]:
            seen_by = st.text_input(
                "Who may see it: your supervisor’s name, or several with commas between",
                key=f"{key}-seen-by",
                max_chars=400,
            )
        left, right = st.columns(2)
        by = left.text_input(
            "Who gives this consent",
            name if carer_id else (carers.carers[0].name if carers and carers.carers else ""),
            key=f"{key}-by",
        )
        capacity = right.selectbox(
            "As", CAPACITIES, index=0 if carer_id else 1, key=f"{key}-capacity"
        )
        evidence = left.selectbox(
            "How it was given", EVIDENCE, key=f"{key}-evidence", accept_new_options=True
        )
        on = right.date_input(
            "On", date.today(), key=f"{key}-on", max_value=date.today(), format="DD/MM/YYYY"
        )
        if st.button("Keep this consent", key=f"{key}-keep", type="primary"):
            purposes = [one for one in missing if st.session_state[f"{key}-{one}"]]
            given = {"given_by": by, "capacity": capacity, "evidence": evidence}
            about = {"carer_id": carer_id, "baby_id": baby_id, "given_on": on.isoformat()}
            keep(practice, journey_id, purposes, {**given, **about}, seen_by)


def keep(
    practice: Practice,
    journey_id: int,
    purposes: list[str],
    given: dict[str, Any],
    seen_by: str,
) -> None:
    if not purposes:
        st.warning("Tick what the yes is to.")
        return
    try:
        with practice.write():  # all of them, or none
            for purpose in purposes:
                names = seen_by if purpose == REVIEW_FILMING else ""
                give_consent(practice, journey_id, purpose=purpose, seen_by=names, **given)
    except Refused as refusal:
        st.warning(screen.plain(str(refusal)))
        return
    st.rerun()


draw()
