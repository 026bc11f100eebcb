"""What a noticing shows: the principles as pictured cards, to pick from together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from vigreview.components.assets import Part, Sentence, ignore, register
from vigreview.components.saying.saying import Level


class Shows(TypedDict):
    """What the part needs to know; `seen` holds the principles picked so far, by `what`.

    `source` says whose words they are. The first six levels have pictures. `words` are the part's
    own: ask, again, done, group. `lang` and `dir` are those of the screen; the principles are
    worded in English.
    """

    noticing_id: int
    levels: Sequence[Level]
    seen: Sequence[str]
    source: str
    words: Mapping[str, Sentence]
    keeping: NotRequired[Mapping[str, Sentence]]
    lang: NotRequired[str]
    dir: NotRequired[str]


PART = Part(
    "shows",
    scripts=("saying/sights.js", "shows/pictures.js", "shows/shows.js"),
    styles=("saying/sights.css", "shows/shows.css"),
)
_mount = register(PART)


def shows(data: Shows, key: str) -> dict[str, Any] | None:
    """Mount the part; return {noticing_id} in the run after a tap was kept, else None.

    Each tap is the act see_in_noticing {noticing_id, what, seen}.
    """
    kept: dict[str, Any] | None = _mount(data=data, key=key, on_kept_change=ignore).kept
    return kept
