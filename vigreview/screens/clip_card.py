"""The card of one clip at the desk: what is said of it, in boxes and chips, and its stills."""

import streamlit as st

from vigreview.components.crop.crop import crop
from vigreview.components.saying.saying import Box, Sight, saying
from vigreview.process.acts import typed
from vigreview.process.filming import film
from vigreview.process.microanalysis import LONGEST_NAME, LONGEST_NOTE, Clip
from vigreview.process.practice import Practice
from vigreview.process.saying import box_of
from vigreview.process.stills import Still, delete_still, make_face, stills_of
from vigreview.process.wording import principles
from vigreview.screens import screen
from vigreview.screens.sights import levels_of, sight

SELECTED = "selected clip"  # where this screen keeps which clip is on the bench


def what_it_is(practice: Practice, clip: Clip, other: str, for_supervision: bool) -> None:
    """Put the boxes and chips of a clip on the screen; each is kept as it is tapped or left.

    `other` is who begins and receives: baby, or the parent in a film for supervision.
    """
    named = principles(practice)
    saying(
        {
            "clip_id": clip.id,
            "name": _box(practice, clip, "name", LONGEST_NAME),
            "why": _box(practice, clip, "why", LONGEST_NOTE),
            "wonder": _box(practice, clip, "wonder", LONGEST_NOTE),
            "captions": _box(practice, clip, "captions", LONGEST_NOTE),
            "chosen": clip.chosen,
            "cycle": _between_you(other) if for_supervision else _yes_cycle(other),
            "also": [
                sight("both in sight", "Both in sight"),
                sight("about our question", "About our question"),
            ],
            "levels": levels_of(named, clip.principles, for_supervision),
            "what_for": "For supervision" if for_supervision else "For the shared review",
            "to_ask": "What to ask in supervision"
            if for_supervision
            else "What to wonder about together",
            "source": named.source,
            "seen": [*clip.seen, *clip.principles],
        },
        key="saying",
    )


def _yes_cycle(baby: str) -> list[Sight]:
    return [
        sight("initiative", f"An initiative from {baby}"),
        sight("received", "Somebody receives it"),
        sight("response", "And responds"),
        sight("received by baby", f"Received by {baby}"),
    ]


def _between_you(parent: str) -> list[Sight]:
    return [
        sight("initiative", f"An initiative from {parent}"),
        sight("received", "You receive it"),
        sight("response", "And respond"),
        sight("received by parent", f"Received by {parent}"),
    ]


def _box(practice: Practice, clip: Clip, what: str, longest: int) -> Box:
    box = box_of(clip.id, what)
    words: str = getattr(clip, what)
    return {"words": words, "draft": typed(practice, box), "box": box, "longest": longest}


def its_stills(practice: Practice, clip: Clip) -> None:
    """Put a clip's stills in rows: one stands for the clip, any can be taken away."""
    held = stills_of(practice, clip)
    if not held:
        return
    screen.text("Stills", "called")
    of = film(practice, clip.film_id)
    for one in screen.in_rows(held):
        _still(practice, clip, one, of.width or 16, of.height or 9)


def _still(practice: Practice, clip: Clip, one: Still, width: int, height: int) -> None:
    into = f"{(one.at_us - clip.start_us) / 1e6:.1f} s into the clip"
    stands = one.id == clip.face
    cropped = crop(
        {
            "still_id": one.id,
            "src": screen.still_src(one),
            "whole_src": f"/stills/{one.id}/whole",
            "part": one.crop.part if one.crop else None,
            "width": width,
            "height": height,
            "alt": f"The still {into}",
        },
        key=f"crop-{one.id}",
    )
    if cropped:
        st.rerun()  # the bench above was drawn before this, and can undo it now
    st.button(
        "Stands for the clip" if stands else "Let it stand for the clip",
        key=f"face-{one.id}",
        disabled=stands,
        width="stretch",
        help=into,
        on_click=screen.doing,
        args=(make_face, practice, one.id),
    )
    st.button(
        "Take it away",
        key=f"still-away-{one.id}",
        type="tertiary",
        width="stretch",
        on_click=screen.doing,
        args=(delete_still, practice, one.id),
    )
