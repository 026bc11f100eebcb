"""In which language the shared screen speaks, asked before the tablet is handed over."""

import streamlit as st

from vigreview.languages.sentences import LANGUAGES
from vigreview.process.languages import ready, suggested
from vigreview.process.practice import Practice


def language_of_screen(practice: Practice, journey_id: int) -> str:
    """Return the code of the language that the next time together is in.

    Asked where a sentence of another language than English is checked, else English.
    """
    first = suggested(practice, journey_id)
    codes = [one.code for one in ready(practice)]
    if len(codes) == 1:
        return first.code
    chosen: str = st.selectbox(
        "The shared screen speaks",
        codes,
        index=codes.index(first.code),
        format_func=lambda code: f"{LANGUAGES[code].own_name} · {LANGUAGES[code].name}",
        key="speaks",
        width=300,
        help="Sentences that are not checked yet are in English.",
    )
    return chosen
