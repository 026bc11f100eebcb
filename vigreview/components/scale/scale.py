"""The scale: a place from 0 to 10, tapped, all numbers alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from vigreview.components.assets import Part, Sentence, ignore, register


class Mark(TypedDict):
    """Where it was before: from 0 to 10, and in words when that was."""

    value: int
    words: Sentence


class Scale(TypedDict):
    """What a scale needs to know.

    `label` is the question. `verb` and `args` are the act of choosing; `value` (0 to 10) is added
    to `args`. `value` here is what was chosen before, None when nothing was. What `before` marks is
    shown only when asked for. `words` say what 0 and 10 stand for (low, high) and the two states
    of the button that asks (show, hide); `keeping` what is kept, waiting or refused. `lang` and
    `dir` are those of the screen.
    """

    label: Sentence
    verb: str
    args: dict[str, Any]
    words: Mapping[str, Sentence]
    keeping: Mapping[str, Sentence]
    lang: NotRequired[str]
    dir: NotRequired[str]
    value: NotRequired[int | None]
    help: NotRequired[Sentence]
    before: NotRequired[list[Mark]]


PART = Part("scale", scripts=("scale/scale.js",), styles=("scale/scale.css",))
_mount = register(PART)


def scale(data: Scale, key: str) -> dict[str, Any] | None:
    """Mount a scale; return `{"value", "result"}` in the run after a choice was kept, else None."""
    kept: dict[str, Any] | None = _mount(data=data, key=key, on_kept_change=ignore).kept
    return kept
