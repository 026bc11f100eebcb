"""The clip player: one clip between two people, large and calm, without times or scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from vigreview.components.assets import Part, Sentence, ignore, register


class ClipPlayer(TypedDict):
    """What the clip player needs to know.

    `src` is the clip's small copy, which holds the clip's frames and no other; `poster` the
    still shown before it is played. `name` is said to screen readers and shown nowhere.
    `width` and `height` (pixels, upright) keep its place while it loads. With `tell_stops` a
    stop on a moment is handed back. `words` are its own: play, stop, again, on, start, slowly,
    trouble. `lang` and `dir` are those of the screen.
    """

    src: str
    name: Sentence
    words: Mapping[str, Sentence]
    lang: NotRequired[str]
    dir: NotRequired[str]
    width: int
    height: int
    poster: NotRequired[str | None]
    tell_stops: NotRequired[bool]


PART = Part(
    "clip_player",
    scripts=("clip_player/clip_player.js",),
    styles=("film.css", "clip_player/clip_player.css"),
)
_mount = register(PART)


def clip_player(data: ClipPlayer, key: str) -> int | None:
    """Mount the player; return the µs into the clip copy where it was just stopped, else None."""
    stopped: int | None = _mount(data=data, key=key, on_stopped_change=ignore).stopped
    return stopped
