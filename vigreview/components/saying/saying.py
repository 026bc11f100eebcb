"""Saying what a clip is: its name, what there is to see in it, and private notes about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

from vigreview.components.assets import Part, Sentence, ignore, register


class Box(TypedDict):
    """One of the clip's boxes: the words kept, those typed since, and the name of their draft.

    A `draft` of None says that nothing was typed since, an empty one that the box was emptied.
    """

    words: str
    draft: str | None
    box: str
    longest: int


class Sight(TypedDict):
    """Something that may be seen in a clip: `what` goes into the act, `words` on the screen."""

    what: str
    words: Sentence
    means: Sentence


class Level(TypedDict):
    """A level of the principles, and what may be seen on it."""

    words: Sentence
    means: Sentence
    principles: Sequence[Sight]


class Saying(TypedDict):
    """What the part needs to know; `seen` holds all that is seen in the clip, by `what`.

    `what_for` it may be chosen, and `to_ask`, what is wondered about there, are words to show.
    `source` says whose words the levels and principles are.
    """

    clip_id: int
    name: Box
    why: Box
    wonder: Box
    captions: Box
    chosen: bool
    cycle: Sequence[Sight]
    also: Sequence[Sight]
    levels: Sequence[Level]
    what_for: str
    to_ask: str
    source: str
    seen: Sequence[str]


PART = Part(
    "saying",
    scripts=("note_box/field.js", "saying/sights.js", "saying/saying.js"),
    styles=("saying/sights.css", "saying/saying.css"),
)
_mount = register(PART)


def saying(data: Saying, key: str) -> dict[str, Any] | None:
    """Mount the part; return the act that was kept in this run, {verb, clip_id}, else None.

    Acts: keep_draft {box, words, turn} half a second after typing; on leaving a box say_of_clip
    {clip_id, what, words, box, turn}; see_in_clip {clip_id, what, seen}; choose_clip {clip_id,
    chosen}.
    """
    kept: dict[str, Any] | None = _mount(data=data, key=key, on_kept_change=ignore).kept
    return kept
