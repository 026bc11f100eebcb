"""Saying what a clip is, one thing at a time, as the browser sends it from the desk.

The words of a clip's boxes are kept while they are typed as drafts, and become one step of the
bench when the box is left.
"""

from typing import Any

from vigreview.process.microanalysis import SEEN, clip, describe_clip
from vigreview.process.practice import Practice, Refused
from vigreview.process.wording import principles

BOXES = ("name", "why", "wonder", "captions")


def box_of(clip_id: int, what: str) -> str:
    """Return the name of the draft that holds what is being typed about a clip."""
    return f"clip-{clip_id}-{what}"


def say_of_clip(practice: Practice, clip_id: int, what: str, words: str) -> None:
    """Keep one of a clip's BOXES: its name, private notes, or what is said and done in it."""
    if what not in BOXES:
        raise Refused("There is no such box.")
    if words.strip() == getattr(clip(practice, clip_id), what):
        return
    told: dict[str, Any] = {what: words}
    describe_clip(practice, clip_id, **told)


def see_in_clip(practice: Practice, clip_id: int, what: str, seen: bool) -> None:
    """Put one thing among what is seen in a clip, or take it out: one of SEEN, or a principle."""
    with practice.write():
        one = clip(practice, clip_id)
        if what not in (*SEEN, *principles(practice).choices(one.principles)):
            raise Refused("That is not one of the things to see in a clip.")
        held = one.seen if what in SEEN else one.principles
        now = [other for other in held if other != what] + ([what] if seen else [])
        if what in SEEN:
            describe_clip(practice, clip_id, seen=now)
        else:
            describe_clip(practice, clip_id, principles=sorted(now))


def choose_clip(practice: Practice, clip_id: int, chosen: bool) -> None:
    """Choose a clip for the shared review, or leave it a candidate."""
    describe_clip(practice, clip_id, chosen=chosen)
