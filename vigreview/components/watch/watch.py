"""The watch: on every screen, hears the lock, and holds Lock now, or Cover and Leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

from vigreview.components.assets import Part, Sentence, ignore, register


class Watch(TypedDict):
    """What the watch needs to know.

    `role` is "practitioner" (it shows *Lock now*) or "together" (*Cover the screen* and *Leave*).
    `cover` is the cover as the server remembers it: "pause", or "asleep" until the PIN is given;
    the screen has nothing else on it then, and is drawn when the cover is taken off. `changes` is
    the number of the last change of this time together that the screen shows. `words` are its own:
    bar, cover, leave, covered, pause, carry-on, away, waiting; `lang` and `dir` become the page's.
    What asks for the PIN is in English: the practitioner reads it.
    """

    role: Literal["practitioner", "together"]
    words: Mapping[str, Sentence]
    lang: NotRequired[str]
    dir: NotRequired[str]
    cover: NotRequired[str]
    changes: NotRequired[int]


PART = Part(
    "watch",
    scripts=(
        "watch/calm.js",
        "watch/lock.js",
        "watch/pin.js",
        "watch/cover.js",
        "watch/leaving.js",
        "watch/following.js",
        "watch/taps.js",
        "watch/watch.js",
    ),
    styles=("watch/watch.css",),
)
_mount = register(PART)


def watch(data: Watch, key: str = "watch") -> None:
    """Mount the watch; put it first on the screen, so that nothing is painted before its cover.

    It listens to GET /gate/watch, and posts to /gate/here, /gate/cover {"on"} and, where it is
    asleep, {"pin"} or {"passphrase"}, /gate/leave {"pin"} or {"passphrase"}, and /lock. A lock or
    a 401 empties the page, then opens /sign-in. What changes on another screen of the same time
    together has this one drawn again.
    """
    _mount(data=data, key=key, on_redraw_change=ignore)
