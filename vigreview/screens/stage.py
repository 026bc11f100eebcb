"""What the together screens share: one thing at a time, large, with a way on and a way back."""

from collections.abc import Callable, Collection, Mapping, Sequence
from html import escape
from typing import Any, cast

import streamlit as st

from vigreview.components.note_box.note_box import NoteBox, Speaker, note_box
from vigreview.languages.words import Words, for_part
from vigreview.process import languages
from vigreview.process.acts import PRACTITIONER, draft, drafts
from vigreview.process.helping_question import helping_question
from vigreview.process.people import People
from vigreview.process.practice import Practice
from vigreview.process.presence import presence
from vigreview.process.speakers import TOGETHER
from vigreview.process.together import Sitting, go_to, sitting
from vigreview.screens import screen
from vigreview.screens.own_language import in_their_languages, with_languages
from vigreview.web.sessions import current


def sitting_or_goodbye(practice: Practice) -> Sitting:
    """Return this screen's sitting; one that has been closed says thank you and ends the screen."""
    assert practice.sitting is not None
    found = sitting(practice, practice.sitting)
    if found.state == "closed":
        say = words(practice)
        ask(say("closed-title"), say("closed-lead"))
        question = helping_question(practice, found.journey_id).question
        if question:
            st.html(f'<div class="ours">{screen.quote_html(question[0])}</div>')
        st.stop()
    screen.refusal()
    return found


def words(practice: Practice) -> Words:
    """Return what says this seat's sentences, by their ids in data/languages/en/*.ftl.

    In its sitting's language where they are checked, else in English; people's words filled in.
    """
    return languages.words(practice)


def ask(question: str, lead: str = "", whose: str = "", in_turn: str = "") -> None:
    """Put the one thing that this screen is about at its top.

    Where one of several is asked, `whose` is their word and `in_turn` says that others come too.
    """
    whose_html = (
        f'<p class="whose"><bdi>{escape(whose)}</bdi> '
        f"<span{screen.tongue(in_turn)}>{escape(in_turn)}</span></p>"
        if whose
        else ""
    )
    lead_html = f'<p class="lead"{screen.tongue(lead)}>{escape(lead)}</p>' if lead else ""
    st.html(
        f'<header class="ask">{whose_html}<h1{screen.tongue(question)}>{escape(question)}</h1>'
        f"{lead_html}</header>"
    )


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
    beginning: str = "",
    beside: Sequence[Speaker] = (),
    more: Mapping[str, Any] | None = None,
) -> None:
    """Put a note box on the screen: words are kept as they are typed, then kept for good.

    Where those who speak feel at home in another language, their original words fit beside. What
    was kept is on the disk before this run began, so the screen shows it already. `beginning`
    stands in an empty box to be gone on with; `with_who`: carers or the practitioner may speak,
    and `beside` them others; `more` is what else this box is told (`NoteBox`).
    """
    say = words(practice)
    data: NoteBox = {
        "lang": say.language.code,
        "dir": say.language.dir,
        "label": for_part(label),
        "box": box,
        "verb": verb,
        "args": {**args, "box": box},
        "draft": draft(practice, box) or beginning,
        "shown": shown,
        "placeholder": placeholder,
        "words": say.parts("note"),
        "keeping": say.parts("keeping"),
    }
    there = presence(practice, practice.sitting or 0).carers
    speakers = [*(carers_and_us(everybody, there) if with_who else ()), *beside]
    if speakers:
        data["who"] = with_languages(speakers, everybody, there)
        data["chosen"] = speakers[0]["id"]
    own = in_their_languages(say, everybody, there, speakers)
    if own:
        data["own_languages"] = own
        data["own_draft"] = draft(practice, f"{box}/own")
    note_box(cast("NoteBox", {**data, **(more or {})}), key=f"box-{box}")


def carers_of(everybody: People, there: Collection[int]) -> list[Speaker]:
    """Return a journey's carers as speakers, those who are there first."""
    return [
        {"id": one.id, "word": one.called, "kind": "carer"}
        for one in sorted(everybody.carers, key=lambda one: one.id not in there)
    ]


def carers_and_us(everybody: People, there: Collection[int]) -> list[Speaker]:
    """Return a journey's carers, and the practitioner, as speakers."""
    itself: Speaker = {
        "id": PRACTITIONER,
        "word": current().practitioner,
        "kind": "practitioner",
    }
    return [*carers_of(everybody, there), itself]


def describing(practice: Practice, about: str, everybody: People, shown: list[int]) -> None:
    """Put the box on the screen in which carers describe 'baby', or 'us'.

    Where several are there, each says whose words they are, or that they are of all of them.
    """
    there = presence(practice, practice.sitting or 0).carers
    together: Speaker = {
        "id": TOGETHER,
        "word": words(practice).part("who-together"),
        "kind": "together",
    }
    alone = there[0] if len(there) == 1 else None
    own_words(
        practice,
        box=about,
        label=words(practice)("own-words"),
        verb="describe",
        args={"about": about, **({"who": alone} if alone else {})},
        everybody=everybody,
        shown=shown,
        with_who=False,
        beside=[] if alone else [*carers_of(everybody, there), together],
    )


def turn(
    practice: Practice,
    steps: list[str],
    step: str,
    last: str,
    on_last: Callable[[Practice], None],
    thread: Callable[[], None] = lambda: None,
) -> None:
    """Put the ways back and on at the foot of the screen; `thread` draws what lies between them."""
    say = words(practice)
    at = steps.index(step)
    with st.container(key="turn"):
        back, between, on = st.columns([1, 2.6, 1.2], vertical_alignment="center")
        with between:
            thread()
        if at > 0:
            back.button(
                screen.plain(say("turn-back")),
                key="turn-back",
                width="stretch",
                on_click=screen.doing,
                args=(go_to, practice, steps[at - 1]),
            )
        if at + 1 < len(steps):
            on.button(
                screen.plain(say("turn-on")),
                key="turn-on",
                type="primary",
                width="stretch",
                on_click=screen.doing,
                args=(go_to, practice, steps[at + 1]),
            )
        else:
            on.button(
                screen.plain(last),
                key="turn-close",
                type="primary",
                width="stretch",
                on_click=screen.doing,
                args=(on_last, practice),
            )


def begun_and_not_kept(practice: Practice) -> None:
    """Show what is still in a box at the end, so that nothing is left behind unseen."""
    for typed in drafts(practice):
        screen.quote(typed, words(practice)("begun"), "earlier")
