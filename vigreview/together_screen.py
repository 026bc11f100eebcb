"""What the together screens share: one thing at a time, large, with a way on and a way back."""

from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from vigreview import screen
from vigreview.components.note_box.note_box import NoteBox, Speaker, note_box
from vigreview.components.scale.scale import Mark, scale
from vigreview.languages.words import Words
from vigreview.process import languages
from vigreview.process.acts import PRACTITIONER, draft, drafts
from vigreview.process.helping_question import helping_question, ratings
from vigreview.process.people import People
from vigreview.process.practice import Practice
from vigreview.process.together import Sitting, go_to, sitting
from vigreview.web.sessions import current


def sitting_or_goodbye(practice: Practice) -> Sitting:
    """Return this screen's sitting; one that has been closed says thank you and ends the screen."""
    assert practice.sitting is not None
    found = sitting(practice, practice.sitting)
    st.html('<span class="together-mark"></span>')
    if found.state == "closed":
        ask("Thank you", "Everything you said is kept. The tablet goes back with Leave.")
        question = helping_question(practice, found.journey_id).words
        if question:
            st.html(f'<div class="ours">{screen.quote_html(question)}</div>')
        st.stop()
    screen.refusal()
    return found


def words(practice: Practice) -> Words:
    """Return what says this seat's sentences, by their ids in data/languages/en/*.ftl.

    In its sitting's language where they are checked, else in English; people's words filled in.
    """
    return languages.words(practice)


def ask(question: str, lead: str = "") -> None:
    """Put the one thing that this screen is about at its top."""
    lead_html = f'<p class="lead">{escape(lead)}</p>' if lead else ""
    st.html(f'<header class="ask"><h1>{escape(question)}</h1>{lead_html}</header>')


def own_words(
    practice: Practice,
    box: str,
    label: str,
    verb: str,
    args: dict[str, Any],
    everybody: People,
    shown: list[int],
    with_who: bool = True,
    placeholder: str = "",
) -> None:
    """Put a note box on the screen: words are kept as they are typed, then kept for good.

    Where a carer feels at home in another language, their original words fit beside. What was
    kept is on the disk before this run began, so the screen shows it already.
    """
    data: NoteBox = {
        "label": label,
        "box": box,
        "verb": verb,
        "args": {**args, "box": box},
        "draft": draft(practice, box),
        "shown": shown,
        "placeholder": placeholder,
    }
    if with_who:
        carers: list[Speaker] = [
            {"id": one.id, "word": one.called, "kind": "carer"} for one in everybody.carers
        ]
        itself: Speaker = {
            "id": PRACTITIONER,
            "word": current().practitioner,
            "kind": "practitioner",
        }
        data["who"] = [*carers, itself]
        data["chosen"] = everybody.carers[0].id if everybody.carers else PRACTITIONER
    spoken = [one.language for one in everybody.carers if one.language]
    if spoken:
        data["own_language"] = {
            "label": f"The same in {spoken[0]}, as it was said",
            "draft": draft(practice, f"{box}/own"),
        }
    note_box(data, key=f"box-{box}")


def describing(practice: Practice, about: str, everybody: People, shown: list[int]) -> None:
    """Put the box on the screen in which a parent describes 'baby', or 'us'."""
    own_words(
        practice,
        box=about,
        label="In your own words",
        verb="describe",
        args={"about": about},
        everybody=everybody,
        shown=shown,
        with_who=False,
    )


def rating(practice: Practice, here: Sitting, name: str, label: str) -> None:
    """Put a scale from 0 to 10 on the screen, with what was chosen in this sitting before.

    Where it was at other times is shown to those who ask for it.
    """
    rated = [one for one in ratings(practice, here.journey_id) if one.scale == name]
    chosen = [one.value for one in rated if one.sitting_id == here.id]
    earlier = [one.value for one in rated if one.sitting_id != here.id]
    marks: list[Mark] = [{"value": value, "words": "When we began"} for value in earlier[:1]]
    marks += [{"value": value, "words": "Last time"} for value in earlier[1:][-1:]]
    scale(
        {
            "label": label,
            "low": "Far from my hope",
            "high": "All I hoped for",
            "verb": "rate",
            "args": {"scale": name},
            "value": chosen[-1] if chosen else None,
            "before": marks,
        },
        key=f"rate-{name}",
    )


def turn(
    practice: Practice,
    steps: list[str],
    step: str,
    last: str,
    on_last: Callable[[Practice], None],
) -> None:
    """Put the ways back and on at the foot of the screen."""
    at = steps.index(step)
    with st.container(key="turn"):
        back, _, on = st.columns([1, 1.4, 1.4], vertical_alignment="center")
        if at > 0:
            back.button(
                "Back",
                key="turn-back",
                width="stretch",
                on_click=screen.doing,
                args=(go_to, practice, steps[at - 1]),
            )
        if at + 1 < len(steps):
            on.button(
                "Go on",
                key="turn-on",
                type="primary",
                width="stretch",
                on_click=screen.doing,
                args=(go_to, practice, steps[at + 1]),
            )
        else:
            on.button(
                last,
                key="turn-close",
                type="primary",
                width="stretch",
                on_click=screen.doing,
                args=(on_last, practice),
            )


def begun_and_not_kept(practice: Practice) -> None:
    """Show what is still in a box at the end, so that nothing is left behind unseen."""
    for words in drafts(practice):
        screen.quote(words, "Begun, and not kept yet: go back to keep it", "earlier")
