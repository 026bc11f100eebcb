"""Reads the parts' scripts and styles, and registers each part with Streamlit once.

Streamlit loads a part's script as one module from a `blob:` address, which can import nothing.
So what the parts share is put in front of each part's own script.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

import streamlit as st

HERE = Path(__file__).parent
SHARED_SCRIPTS = ("keep.js", "screen.js")
SHARED_STYLES = ("look.css",)


class InAnother(TypedDict):
    """A sentence in another language than its part's; `lang` and `dir` as HTML has them."""

    words: str
    lang: str
    dir: str


# What a part says: in the language that its data names in `lang` and `dir`, English where none is.
Sentence = str | InAnother


@dataclass(frozen=True)
class Part:
    """A part by its name and its own files, paths below this folder.

    The last script holds the one `export default`.
    """

    name: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]

    @property
    def script(self) -> str:
        """The whole module, what the parts share included."""
        return _read(*SHARED_SCRIPTS, *self.scripts)

    @property
    def style(self) -> str:
        """The whole style sheet, what the parts share included."""
        return _read(*SHARED_STYLES, *self.styles)


def register(part: Part) -> Callable[..., Any]:
    """Register a part and return the function that mounts it.

    Every part lives in a shadow root, so that no style leaks either way.
    """
    mount: Callable[..., Any] = st.components.v2.component(
        f"vigreview_{part.name}", js=part.script, css=part.style, isolate_styles=True
    )
    return mount


def ignore() -> None:
    """Do nothing: Streamlit hands a trigger back only where it has a callback for it."""


def _read(*names: str) -> str:
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)
