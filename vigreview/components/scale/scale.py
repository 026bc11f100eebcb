"""The scale: a place from 0 to 10, tapped, all numbers alike."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

from vigreview.components.assets import Part, ignore, register


class Mark(TypedDict):
    """Where it was before: from 0 to 10, and in words when that was."""

    value: int
    words: str


class Scale(TypedDict):
    """What a scale needs to know.

    `label` is the question; `low` and `high` say in words what 0 and 10 stand for. `verb` and
    `args` are the act of choosing; `value` (0 to 10) is added to `args`. `value` here is what
    was chosen before, None when nothing was. What `before` marks is shown only when asked for.
    """

    label: str
    low: str
    high: str
    verb: str
    args: dict[str, Any]
    value: NotRequired[int | None]
    help: NotRequired[str]
    before: NotRequired[list[Mark]]


PART = Part("scale", scripts=("scale/scale.js",), styles=("scale/scale.css",))
_mount = register(PART)


def scale(data: Scale, key: str) -> dict[str, Any] | None:
    """Mount a scale; return `{"value", "result"}` in the run after a choice was kept, else None."""
    kept: dict[str, Any] | None = _mount(data=data, key=key, on_kept_change=ignore).kept
    return kept
