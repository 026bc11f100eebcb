"""What can be done with something that was noticed: a strength, a moment, other words, an idea."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, NotRequired, TypedDict

from vigreview.components.assets import Part, Sentence, ignore, register


class Noticed(TypedDict):
    """What the part needs to know.

    `said` are the words as they stand, `draft` those being put in their place, `box` the name of
    that draft. `words` are the part's own, as they are in the sentences that begin with noticed-;
    `keeping` says what is kept, waiting or refused.
    """

    noticing_id: int
    said: str
    draft: str
    box: str
    strength: bool
    pinned: bool
    with_picture: bool
    words: Mapping[str, Sentence]
    keeping: Mapping[str, Sentence]
    lang: NotRequired[str]
    dir: NotRequired[str]


class Done(NamedTuple):
    """What came of it in this run; `idea` is set where an idea is to be made from it."""

    kept: bool
    idea: int | None


PART = Part(
    "noticed",
    scripts=("note_box/field.js", "rewording/line.js", "noticed/noticed.js"),
    styles=("rewording/rewording.css", "noticed/noticed.css"),
)
_mount = register(PART)


def noticed(data: Noticed, key: str) -> Done:
    """Mount the part; return what came of it in this run.

    Acts: keep_strength {noticing_id, kept}, unpin_moment {noticing_id}, keep_draft and reword
    {what, said_id, words, box, turn}. To pin a moment it asks the clip on the same screen.
    """
    mounted = _mount(data=data, key=key, on_kept_change=ignore, on_idea_change=ignore)
    return Done(bool(mounted.kept), mounted.idea)
