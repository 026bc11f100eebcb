"""How a journey has grown, in two charts: where they said they are, and moments as they gather."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from vigreview.process.helping_question import Rating, ratings
from vigreview.process.journeys import Journey
from vigreview.process.people import Carer, people
from vigreview.process.practice import Practice
from vigreview.process.progress import Cycle, moments_of_principles
from vigreview.process.wording import principles
from vigreview.screens import screen


def how_it_has_grown(practice: Practice, journey: Journey, grown: list[Cycle]) -> None:
    """Put both charts on the screen; nothing of a journey that was closed gently."""
    if journey.closed_gently_at:
        return
    rated = ratings(practice, journey.id)
    named = principles(practice)
    moments = moments_of_principles(named, grown)
    if not rated and not moments:
        return
    screen.heading("How it has grown")
    left, right = st.columns(2)
    if rated:
        with left:
            screen.text("Where they said they are, and hope to get to, from 0 to 10", "quiet")
            _rating_lines(rated, people(practice, journey.id).carers)
    if moments:
        with right:
            screen.text("Moments of each principle, as they gather", "quiet")
            st.altair_chart(_moment_bars(moments, named.level_names), width="stretch")


def _rating_lines(rated: list[Rating], carers: Sequence[Carer]) -> None:
    """Put a chart on the screen for each carer; whose it is stands over it where they are more."""
    each: list[tuple[int | None, str]] = [(one.id, one.called) for one in carers]
    for carer_id, called in [*each, (None, "Whoever was there")]:
        theirs = [one for one in rated if one.carer_id == carer_id]
        if theirs:
            if len(carers) > 1:
                screen.text(called, "called")
            st.altair_chart(_rating_line(theirs), width="stretch", key=f"rated-{carer_id or 0}")


def _rating_line(rated: list[Rating]) -> alt.Chart:
    words = {"now": "Where I am now", "hoped": "Where I hope to get to"}
    frame = pd.DataFrame(
        [{"day": one.said_at[:10], "value": one.value, "what": words[one.scale]} for one in rated]
    )
    return (
        alt.Chart(frame, height=230)
        .mark_line(point={"size": 70}, strokeWidth=3)
        .encode(
            x=alt.X("day:T", title=None, axis=alt.Axis(format="%d %b", tickCount=4)),
            y=alt.Y("value:Q", title=None, scale=alt.Scale(domain=[0, 10])),
            color=alt.Color("what:N", title=None, legend=alt.Legend(orient="bottom")),
        )
    )


def _moment_bars(moments: list[dict[str, Any]], levels: Sequence[str]) -> alt.Chart:
    frame = pd.DataFrame(moments)
    frame["film"] = "Film " + frame["cycle"].astype(str)
    return (
        alt.Chart(frame, height=230)
        .mark_bar(cornerRadius=4)
        .encode(
            x=alt.X("sum(moments):Q", title=None, axis=alt.Axis(tickMinStep=1, format="d")),
            y=alt.Y("level:N", title=None, sort=list(levels), axis=alt.Axis(labelLimit=220)),
            color=alt.Color("film:N", title=None, legend=alt.Legend(orient="bottom")),
        )
    )
