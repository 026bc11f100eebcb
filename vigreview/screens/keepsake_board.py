"""A keepsake as a board: what it will show, scene by scene, drawn small beside what is chosen."""

from html import escape
from pathlib import Path

import streamlit as st

from vigreview.process.filming import Film
from vigreview.process.keepsake import Keepsake, Moment
from vigreview.process.shared_review import Idea
from vigreview.process.tongues import tag
from vigreview.screens.screen import Quoted

LOOK = Path(__file__).with_suffix(".css")
LONG = 100  # letters from where on words may be too many to lie on a picture


def look() -> None:
    """Put the board's look on the screen."""
    st.html(LOOK)


def title_leaf(film: Film, chosen: Keepsake) -> None:
    """Draw the first card."""
    question = chosen.question if chosen.with_question else None
    if question is None:
        _leaf(film, _paragraph(chosen.names, "large"))
        return
    words = _paragraph(question.words, "large") + _other(question)
    _leaf(film, _paragraph(chosen.names, "small") + words)


def moment_leaf(film: Film, moment: Moment, number: int) -> None:
    """Draw a clip's still with the words that lie on it."""
    source = "" if moment.clip.face is None else f"/stills/{moment.clip.face}"
    picture = f'<img src="{source}" alt="The still of clip {number}" loading="lazy">'
    inside = picture if source else ""
    if moment.words:
        words = _paragraph(moment.words.words) + _other(moment.words)
        inside += f'<div class="caption">{words}</div>'
    _put(film, inside, "" if moment.shown else "out")


def ideas_leaf(film: Film, heading: str, ideas: list[Idea]) -> None:
    """Draw the last card."""
    words = "".join(_paragraph(idea.words) + _other(idea) for idea in ideas)
    _leaf(film, _paragraph(heading, "small") + words, "" if ideas else "out")


def _leaf(film: Film, inside: str, kind: str = "") -> None:
    _put(film, f'<div class="words">{inside}</div>', kind)


def _put(film: Film, inside: str, kind: str) -> None:
    wide = (film.width or 16) / (film.height or 9)
    st.html(f'<div class="leaf {kind}" style="--wide: {wide:.4f}">{inside}</div>')


def _paragraph(words: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(words)}</p>'


def _other(said: Quoted) -> str:
    """Draw words as they were said, in their own language."""
    if not said.original:
        return ""
    lang = escape(tag(said.said_in))
    return f'<p class="other" dir="auto" lang="{lang}">{escape(said.original)}</p>'
