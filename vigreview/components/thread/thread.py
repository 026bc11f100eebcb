"""The thread of a time together: a dot for each step, to be gone to in any order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NotRequired, TypedDict

import streamlit as st

from vigreview.components.assets import Part, Sentence, register


class Dot(TypedDict):
    """One step, and its name, which is said to screen readers."""

    step: str
    name: Sentence


class Thread(TypedDict):
    """The steps in their order, the one on the screen, and the name of all of them together.

    `place` tells more exactly what is on the screen: where it changes, that is seen from its top.
    """

    name: Sentence
    dots: Sequence[Dot]
    here: str
    place: NotRequired[str]
    lang: NotRequired[str]
    dir: NotRequired[str]


PART = Part("thread", scripts=("thread/thread.js",), styles=("thread/thread.css",))
_mount = register(PART)


def thread(data: Thread, key: str, go: Callable[[str], None]) -> None:
    """Mount the thread; `go` is called with a step before the run in which it is to be shown."""

    def gone() -> None:
        step = st.session_state[key].get("gone")
        if step in {dot["step"] for dot in data["dots"]}:
            go(step)

    _mount(data=data, key=key, on_gone_change=gone)
