"""The languages of the shared screen, on the settings: each sentence beside the English, ticked."""

from collections.abc import Callable
from html import escape

import streamlit as st

from vigreview.languages.sentences import ENGLISH, LANGUAGES, Language, pattern_of, variables
from vigreview.languages.words import Value, fill
from vigreview.process.languages import (
    Line,
    back_to_the_draft,
    correct,
    lines,
    tick,
    untick,
    values,
)
from vigreview.process.people import Baby, Carer, People
from vigreview.process.practice import Practice, Refused
from vigreview.screens import screen

A_PAGE = 8  # sentences
REFUSED = "why a check was refused"
SHEETS = {
    "question": "The helping question",
    "review": "The shared review",
    "ending": "The ending",
    "levels": "The pictured cards",
    "principles": "What is on the cards",
    "parts": "Buttons and small words",
    "examples": "Examples to begin with",
}
_BORN = "2026-01-01"
FAMILIES = {
    "One baby": People((Carer("Maryam", "Mama", "Maryam"),), (Baby("Ada", _BORN),)),
    "Twins, two carers": People(
        (Carer("Maryam", "Mama", "Maryam"), Carer("Jo", "Dada", "Jo")),
        (Baby("Ada", _BORN), Baby("Sam", _BORN)),
    ),
    "Not yet born": People((Carer("Jo", "Jo", "Jo"),), (Baby("Bean"),)),
}
OTHERS: dict[str, Value] = {"place": 1, "count": 3, "language": LANGUAGES["pl"]}


def shared_languages(practice: Practice) -> None:
    """Put the part of the settings on the screen where an interpreter's checks are kept."""
    screen.heading(
        "Languages of the shared screen",
        "Ours are drafts. A parent sees a sentence once an interpreter has checked it, and reads "
        "it in English until then.",
    )
    language = st.selectbox(
        "Language",
        [one for one in LANGUAGES.values() if one != ENGLISH],
        index=None,
        format_func=lambda one: f"{one.name} · {one.own_name}",
        placeholder="Choose one to check",
        key="check-language",
        width=300,
        on_change=turn_to,
        args=(0,),
    )
    if language is None:
        return
    there = lines(practice, language)
    done = sum(one.checked for one in there)
    screen.text(f"{done} of {len(there)} sentences are checked.", "quiet")
    left, middle, right = st.columns(3)
    sheet = left.selectbox(
        "What it is about",
        SHEETS,
        format_func=SHEETS.__getitem__,
        key="check-sheet",
        on_change=turn_to,
        args=(0,),
    )
    family = middle.selectbox("Read it as for", FAMILIES, key="check-family")
    right.text_input("Who is checking it", key="check-by", placeholder="The interpreter’s name")
    of_sheet = [one for one in there if one.file == sheet]
    a_page(practice, language, of_sheet, values(FAMILIES[family], "Kim"))


def a_page(
    practice: Practice, language: Language, there: list[Line], family: dict[str, Value]
) -> None:
    """Put a few sentences on the screen, and the ways to those before and after."""
    pages = max(1, -(-len(there) // A_PAGE))
    at = min(st.session_state.get("check-page", 0), pages - 1)
    shown = there[at * A_PAGE : (at + 1) * A_PAGE]
    with st.container(border=True, key="sentences"):
        refused = st.session_state.pop(REFUSED, None)
        if refused:
            st.warning(screen.plain(refused))
        for line in shown:
            a_line(practice, language, line, family)
        before, all_of_it, after = st.columns([1, 2, 1])
        if at > 0:
            before.button(
                "Those before",
                key="check-before",
                width="stretch",
                on_click=turn_to,
                args=(at - 1,),
            )
        if any(one.source and not one.checked for one in shown):
            all_of_it.button(
                "All of these are right",
                key="check-page-tick",
                width="stretch",
                on_click=tick_them,
                args=(practice, language, shown),
            )
        if at + 1 < pages:
            after.button(
                "The next ones",
                key="check-after",
                width="stretch",
                on_click=turn_to,
                args=(at + 1,),
            )


def a_line(practice: Practice, language: Language, line: Line, family: dict[str, Value]) -> None:
    """Put one sentence on the screen: English, the translation, and whether it is checked."""
    words, act = st.columns([3, 1], vertical_alignment="center")
    with words:
        st.html(
            f'<div class="tongues"><p lang="en">{escape(read(line.english, ENGLISH, family))}</p>'
            f'<p lang="{language.code}" dir="{language.dir}">'
            f"{escape(read(line.source, language, family)) or '…'}</p></div>"
        )
        screen.text(screen.joined([line.comment, status(line)]), "quiet")
    with act:
        if line.checked:
            st.button(
                "Take the tick back",
                key=f"untick-{line.id}",
                width="stretch",
                on_click=doing,
                args=(untick, practice, language.code, [line.id]),
            )
        elif line.source:
            st.button(
                "This is right",
                key=f"tick-{line.id}",
                width="stretch",
                on_click=tick_them,
                args=(practice, language, [line]),
            )
        with st.popover("Word it differently", key=f"word-{line.id}", width="stretch"):
            wording(practice, language, line)


def wording(practice: Practice, language: Language, line: Line) -> None:
    """Put the field on the screen in which a sentence gets the service's own words."""
    screen.text("What stands in braces is filled in. Keep { $baby } and the like as they are.")
    st.code(line.english, language=None, wrap_lines=True)
    typed = st.text_area("In your service’s words", line.source, key=f"words-{line.id}")
    st.button(
        "Keep these words",
        key=f"correct-{line.id}",
        on_click=doing,
        args=(correct, practice, language.code, line.id, typed),
    )
    if not line.ours:
        st.button(
            "Back to the draft",
            key=f"draft-{line.id}",
            type="tertiary",
            on_click=put_back,
            args=(practice, language, line),
        )


def status(line: Line) -> str:
    """Say whether a sentence is checked, and whose words it is in."""
    if not line.source:
        return "No translation yet"
    whose = "" if line.ours else "Your service’s words"
    if not line.checked:
        return screen.joined([whose, "Not checked"])
    return screen.joined(
        [whose, f"Checked by {line.checked_by}, {screen.day(line.checked_at[:10])}"]
    )


def read(source: str, language: Language, family: dict[str, Value]) -> str:
    """Return a sentence as a family would read it."""
    if not source:
        return ""
    others = {name: OTHERS.get(name, "…") for name in variables(pattern_of(source))}
    return fill(source, language, {**others, **family})


def doing(verb: Callable[..., None], *args: object) -> None:
    """Call a verb from a button; why it was refused is said beside the sentences."""
    try:
        verb(*args)
    except Refused as error:
        st.session_state[REFUSED] = str(error)


def tick_them(practice: Practice, language: Language, shown: list[Line]) -> None:
    """Keep that sentences are right as they were shown, by whom was named."""
    right = {one.id: one.source for one in shown if one.source and not one.checked}
    by = st.session_state.get("check-by", "")
    doing(tick, practice, language.code, right, by)


def put_back(practice: Practice, language: Language, line: Line) -> None:
    """Show our draft of a sentence again."""
    doing(back_to_the_draft, practice, language.code, line.id)
    st.session_state.pop(f"words-{line.id}", None)


def turn_to(page: int) -> None:
    """Turn to another few sentences."""
    st.session_state["check-page"] = page
