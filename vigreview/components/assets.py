"""Reads the parts' scripts and styles, and registers each part with Streamlit once.

Streamlit loads a part's script as one module from a `blob:` address, which can import nothing.
So what the parts share is put in front of each part's own script.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent


def read_assets(*names: str) -> str:
    """Return the named files of this folder, one after the other, as one text."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)


def register(name: str, scripts: tuple[str, ...], styles: tuple[str, ...]) -> Callable[..., Any]:
    """Register a part and return the function that mounts it.

    `scripts` and `styles` are paths below this folder. The last script holds the one
    `export default`. Every part lives in a shadow root, so that no style leaks either way.
    """
    mount: Callable[..., Any] = st.components.v2.component(
        f"vigreview_{name}",
        js=read_assets("keep.js", "screen.js", *scripts),
        css=read_assets("look.css", *styles),
        isolate_styles=True,
    )
    return mount


def ignore() -> None:
    """Do nothing: Streamlit hands a trigger back only where it has a callback for it."""
