"""The shared review of one film: its steps, and the verbs of what is said, kept and thought of.

Each of them has a room of its own: getting ready, what is noticed, moments in the picture, ideas,
next time.
"""

from vigreview.process.getting_ready import Readiness, get_ready, readiness, review_clips
from vigreview.process.ideas import (
    FITS,
    Idea,
    add_idea,
    ideas,
    ideas_from_last_time,
    say_who_and_when,
)
from vigreview.process.journeys import journey
from vigreview.process.next_time import (
    NextTime,
    come_to_the_end,
    let_go_next,
    next_times,
    plan_next,
)
from vigreview.process.noticing import (
    CAN_BE_STRENGTHS,
    OF_A_CLIP,
    WONDERED,
    WONDERS,
    Noticing,
    keep_said,
    keep_strength,
    notice,
    noticed_since,
    noticings,
    on_my_mind,
    see_in_noticing,
    wonder,
)
from vigreview.process.pinning import Pin, pin_moment, unpin_moment
from vigreview.process.practice import Practice
from vigreview.process.presence import in_turn, presence, step_of
from vigreview.process.rewording import reword
from vigreview.process.together import sitting

__all__ = [
    "CAN_BE_STRENGTHS",
    "FITS",
    "OF_A_CLIP",
    "WONDERED",
    "WONDERS",
    "Idea",
    "NextTime",
    "Noticing",
    "Pin",
    "Readiness",
    "add_idea",
    "come_to_the_end",
    "get_ready",
    "ideas",
    "ideas_from_last_time",
    "keep_said",
    "keep_strength",
    "let_go_next",
    "next_times",
    "notice",
    "noticed_since",
    "noticings",
    "on_my_mind",
    "pin_moment",
    "plan_next",
    "readiness",
    "review_clips",
    "review_steps",
    "reword",
    "say_who_and_when",
    "see_in_noticing",
    "step_among",
    "unpin_moment",
    "wonder",
]


def review_steps(practice: Practice, sitting_id: int) -> list[str]:
    """Return the review's steps in order; 'clip:7' plays clip 7, 'ratings:7' asks carer 7.

    After a hard day nothing is rated, and no other film is asked for.
    """
    gently = journey(practice, sitting(practice, sitting_id).journey_id).closed_gently_at
    clips = [f"clip:{clip.id}" for clip in review_clips(practice, sitting_id)]
    ours = ["since", "question", *clips, "ideas"]
    if gently:
        return [*ours, "back"]
    return [*ours, *in_turn("ratings", presence(practice, sitting_id).carers), "back", "next"]


def step_among(steps: list[str], kept: str) -> str:
    """Return the step that a kept one means.

    'ideas:5' is 'ideas', from noticing 5, and 'clip:7:feeling' is 'clip:7', with that question
    open; 'wonder:7' and 'close' are what reviews kept before their steps had these names.
    """
    name, _, rest = kept.partition(":")
    clip = f"clip:{rest.partition(':')[0]}"
    known = {"ideas": "ideas", "clip": clip, "wonder": clip, "close": "back"}
    meant = known.get(name, kept)
    return step_of(steps, meant) if name == "ratings" or meant in steps else steps[0]
