"""The clip player: one clip between two people, large and calm, without times or scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from vigreview.components.assets import Part, Sentence, ignore, register


class Pinned(TypedDict):
    """A moment that was pinned: µs into the clip, a place in thousandths of the picture."""

    noticing_id: int
    into_us: int
    x: int
    y: int


class ClipPlayer(TypedDict):
    """What the clip player needs to know.

    `src` is the clip's small copy, which holds the clip's frames and no other; `poster` the
    still shown before it is played. `name` is said to screen readers and shown nowhere.
    `width` and `height` (pixels, upright) keep its place while it loads. With `tell_stops` a
    stop on a moment is handed back. `moments` were pinned; `captions` is the address of a WebVTT
    file. `words` are its own, as they are in the sentences that begin with player-. `lang` and
    `dir` are those of the screen.
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
    moments: NotRequired[Sequence[Pinned]]
    captions: NotRequired[str | None]


PART = Part(
    "clip_player",
    scripts=(
        "clip_player/closer.js",
        "clip_player/pins.js",
        "clip_player/captions.js",
        "clip_player/clip_player.js",
    ),
    styles=("film.css", "clip_player/clip_player.css"),
)
_mount = register(PART)


def clip_player(data: ClipPlayer, key: str) -> int | None:
    """Mount the player; return the µs into the clip copy where it was just stopped, else None.

    Its act is pin_moment {noticing_id, at_us, x, y}; it runs the screen anew when that is kept.
    """
    mounted = _mount(data=data, key=key, on_stopped_change=ignore, on_pinned_change=ignore)
    stopped: int | None = mounted.stopped
    return stopped
