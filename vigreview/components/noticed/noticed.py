"""What can be done with something that was noticed: a strength, a moment, other words, an idea."""

from __future__ import annotations

from typing import NamedTuple

from vigreview.components.assets import Part, ignore, register
from vigreview.components.rewording.rewording import OPENING, InOtherWords


class Noticed(InOtherWords):
    """What the part needs to know.

    `words` are the part's own, as they are in the sentences that begin with noticed-.
    """

    noticing_id: int
    strength: bool
    pinned: bool
    with_picture: bool


class Done(NamedTuple):
    """What came of it in this run; `idea` is set where an idea is to be made from it."""

    kept: bool
    idea: int | None


PART = Part(
    "noticed",
    scripts=(*OPENING, "noticed/noticed.js"),
    styles=("note_box/note_box.css", "rewording/rewording.css", "noticed/noticed.css"),
)
_mount = register(PART)


def noticed(data: Noticed, key: str) -> Done:
    """Mount the part; return what came of it in this run.

    Acts: keep_strength {noticing_id, kept}, unpin_moment {noticing_id}, keep_draft and reword
    as `rewording` does. To pin a moment it asks the clip on the same screen.
    """
    mounted = _mount(data=data, key=key, on_kept_change=ignore, on_idea_change=ignore)
    return Done(bool(mounted.kept), mounted.idea)
