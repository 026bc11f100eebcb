"""Fields that more than one screen asks for: a carer's and a baby's own words."""

from datetime import date, timedelta

import streamlit as st

from vigreview.process.people import Baby, Carer
from vigreview.screens import screen


def carer_fields(key: str = "carer", held: Carer | None = None) -> Carer:
    """Ask for a carer's own words and return them."""
    held = held or Carer("")
    screen.heading("Parent or carer")
    left, right = st.columns(2)
    name = left.text_input("Name", held.name, key=f"{key}-name")
    called_by_baby = right.text_input(
        "What baby calls them",
        held.called_by_baby,
        key=f"{key}-by-baby",
        placeholder="Mum, Daddy, Nana, Sam …",
    )
    called = left.text_input(
        "What we call them", held.called, key=f"{key}-called", placeholder="Same as the name"
    )
    pronouns = right.text_input(
        "Pronouns, if offered",
        held.pronouns or "",
        key=f"{key}-pronouns",
        placeholder="Left empty: they",
    )
    language = left.text_input(
        "Language they feel at home in", held.language or "", key=f"{key}-language"
    )
    interpreter = right.checkbox(
        "An interpreter comes along", held.interpreter, key=f"{key}-interpreter"
    )
    offered = (pronouns.strip() or None, language.strip() or None)
    return Carer(name, called_by_baby, called, *offered, interpreter, held.id)


def baby_fields(key: str = "baby", held: Baby | None = None) -> Baby:
    """Ask for a baby's name and dates and return them."""
    held = held or Baby("")
    today = date.today()
    screen.heading("Baby")
    name = st.text_input(
        "Name, or the word for the bump", held.name, key=f"{key}-name", placeholder="Ada, or bump"
    )
    born = st.segmented_control(
        "Is baby born?",
        ["Born", "Not yet born"],
        default="Not yet born" if held.id and held.unborn else "Born",
        key=f"{key}-born",
    )
    left, right = st.columns(2)
    if born == "Not yet born":
        expected = _day(held.due_on)
        due = left.date_input(
            "Due on",
            expected,
            key=f"{key}-due",
            min_value=min(expected or today, today - timedelta(weeks=6)),
            max_value=today + timedelta(weeks=45),
            format="DD/MM/YYYY",
        )
        return Baby(name, None, due.isoformat() if due else None, 0, held.id)
    birthday = _day(held.born_on)
    born_on = left.date_input(
        "Born on",
        birthday,
        key=f"{key}-birthday",
        min_value=min(birthday or today, today - timedelta(days=1500)),
        max_value=today,
        format="DD/MM/YYYY",
    )
    early = right.number_input(
        "Weeks early", 0, 18, held.weeks_early, key=f"{key}-early", help="0 where born at term."
    )
    return Baby(name, born_on.isoformat() if born_on else "", held.due_on, int(early), held.id)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
