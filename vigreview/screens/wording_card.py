"""A service's own wording of the principles, on the settings: out to fill in, back, beside ours."""

from collections.abc import Iterator
from html import escape

import streamlit as st

from vigreview.components.list_picker.list_picker import Picked, list_picker
from vigreview.components.table_giver.table_giver import table_giver
from vigreview.documents.wording import read_wording, wording_csv
from vigreview.process.content import Principle, our_principles
from vigreview.process.practice import Practice
from vigreview.process.wording import (
    Wording,
    back_to_ours,
    faults,
    is_a_services,
    principles,
    take_wording,
    worded,
)
from vigreview.refusals import Unusable
from vigreview.screens import screen

BROUGHT = "wording brought"
FAULTS_AT_ONCE = 12
MOST_BYTES = 300_000


def service_wording(practice: Practice) -> None:
    """Put the part of the settings on the screen that brings a service's wording and takes it."""
    screen.heading(
        "Your service’s wording",
        "The six levels keep their names. What stands under them is in our own words, until you "
        "bring those that your service may use.",
    )
    now, theirs = principles(practice), is_a_services(practice)
    screen.text(f"In use now: {now.source}" if theirs else f"In use now, ours. {now.source}")
    screen.text(
        "Download the table, and fill it in with a spreadsheet program. Say in its line “Source” "
        "whose words they are. Leave a line out, or add your own with an empty Id. Save it as "
        "“CSV UTF-8”.",
        "quiet",
    )
    give, take, back = st.columns([1.3, 1, 2])
    with give:
        data = wording_csv(now, now.source if theirs else "")
        table_giver("Download the table", "principles.csv", data, key="give-wording")
    with take:
        picked = list_picker(
            {"words": "Bring it back", "endings": [".csv", ".txt"], "most_bytes": MOST_BYTES},
            key="wording",
        )
    if theirs:
        back.button("Back to our words", key="our-wording", on_click=put_back, args=(practice,))
    if picked:
        st.session_state[BROUGHT] = read(picked)
    brought = st.session_state.get(BROUGHT)
    if isinstance(brought, Wording):
        beside(practice, brought)
    elif brought:
        not_yet(brought)


def read(picked: Picked) -> Wording | list[str]:
    """Return the wording in a file, or what stands in its way."""
    try:
        wording = read_wording(picked.data)
    except Unusable as reason:
        return [str(reason)]
    return faults(wording) or wording


def not_yet(sentences: list[str]) -> None:
    """Say what has to be put right in the file first."""
    with st.container(border=True, key="wording-faults"):
        screen.text("This file cannot be taken yet", "called")
        for sentence in sentences[:FAULTS_AT_ONCE]:
            screen.text(sentence)
        more = len(sentences) - FAULTS_AT_ONCE
        if more > 0:
            screen.text(f"And {more} more.", "quiet")


def beside(practice: Practice, wording: Wording) -> None:
    """Show a wording that could be taken beside ours, level by level."""
    with st.container(border=True, key="wording-beside"):
        screen.text("Ours, and what you have brought", "called")
        screen.text(wording.source, "quiet")
        with st.container(horizontal=True):
            take = st.button("Use this wording", key="take-wording", type="primary")
            st.button("Not now", key="leave-wording", type="tertiary", on_click=forget)
        st.html("".join(tables(wording)))
    if take:
        screen.doing(take_wording, practice, wording)
        forget()
        st.toast("Your service’s wording is in use now.")
        st.rerun()


def tables(wording: Wording) -> Iterator[str]:
    """A table for each level, as HTML, escaped."""
    pairs = zip(our_principles().levels, worded(wording).levels, strict=True)
    for ours, theirs in pairs:
        there = {one.id: one for one in ours.principles}
        rows: list[tuple[Principle | None, Principle | None]] = [
            (there.pop(one.id, None), one) for one in theirs.principles
        ]
        rows += [(one, None) for one in there.values()]
        yield (
            f'<h3>{escape(ours.name)}</h3><table class="beside"><thead><tr><th scope="col">Ours'
            '</th><th scope="col">Your service’s</th></tr></thead><tbody>'
            f'<tr><td class="quiet">{escape(ours.means)}</td>'
            f'<td class="quiet" dir="auto">{escape(theirs.means)}</td></tr>'
        )
        for one, other in rows:
            yield f"<tr>{cell(one, 'New')}{cell(other, 'Left out')}</tr>"
        yield "</tbody></table>"


def cell(one: Principle | None, without: str) -> str:
    if one is None:
        return f'<td class="quiet">{without}</td>'
    return f'<td dir="auto"><b>{escape(one.name)}</b><br>{escape(one.means)}</td>'


def put_back(practice: Practice) -> None:
    screen.doing(back_to_ours, practice)
    st.toast("Our own words are in use again.")


def forget() -> None:
    st.session_state.pop(BROUGHT, None)
