"""Something that was said in a review, put differently by those who said it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

from vigreview.components.assets import Part, Sentence, ignore, register


class Rewording(TypedDict):
    """What the part needs to know.

    `said` are the words as they stand, `draft` those being put in their place, `box` the name of
    that draft. `words` are the part's own: reword, reword-label, keep, not; `keeping` says what is
    kept, waiting or refused.
    """

    what: Literal["noticings", "ideas"]
    said_id: int
    said: str
    draft: str
    box: str
    words: Mapping[str, Sentence]
    keeping: Mapping[str, Sentence]
    lang: NotRequired[str]
    dir: NotRequired[str]


PART = Part(
    "rewording",
    scripts=("note_box/field.js", "rewording/line.js", "rewording/rewording.js"),
    styles=("rewording/rewording.css",),
)
_mount = register(PART)


def rewording(data: Rewording, key: str) -> None:
    """Mount the part. Acts: keep_draft, and reword {what, said_id, words, box, turn}."""
    _mount(data=data, key=key, on_kept_change=ignore)
