"""The watch: on every screen, hears the lock, and holds Lock now, or Cover and Leave."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from vigreview.components.assets import Part, ignore, register


class Watch(TypedDict):
    """What the watch needs to know.

    `role` is "practitioner" (it shows *Lock now*) or "together" (*Cover the screen* and *Leave*).
    `covered` is the cover as the server remembers it, read when the screen is first drawn; the
    screen has nothing else on it then, and is drawn when the cover is taken off.
    """

    role: Literal["practitioner", "together"]
    covered: NotRequired[bool]


PART = Part(
    "watch",
    scripts=("watch/lock.js", "watch/cover.js", "watch/leaving.js", "watch/watch.js"),
    styles=("watch/watch.css",),
)
_mount = register(PART)


def watch(data: Watch, key: str = "watch") -> None:
    """Mount the watch; put it first on the screen, so that nothing is painted before its cover.

    It listens to GET /gate/watch, and posts to /gate/here, /gate/cover {"on"}, /gate/leave
    {"pin"} or {"passphrase"}, and /lock. A lock or a 401 empties the page, then opens /sign-in.
    """
    _mount(data=data, key=key, on_uncovered_change=ignore)
