"""Kind words before a review: about a clip's length, how many there are, and what they show."""

from dataclasses import dataclass

from vigreview.process.microanalysis import Clip

SHORT_US, LONG_US, FEW_CLIPS = 3_000_000, 10_000_000, 4
RECEPTION = {"received", "response"}


@dataclass(frozen=True)
class Balance:
    """One thing that is good to have somewhere in a review's clips, and the clips that have it."""

    words: str
    clips: tuple[int, ...]


def advice(clip: Clip) -> str | None:
    """Return a kind word where a clip's length is unusual, else None."""
    length = clip.end_us - clip.start_us
    if length < SHORT_US:
        return "Shorter than 3 seconds: a moment often needs a little longer to show."
    if length > LONG_US:
        return "Longer than 10 seconds: what matters most may be in a part of it."
    return None


def advice_on_all(clips: list[Clip]) -> str | None:
    """Return a kind word where many clips are chosen, else None."""
    if sum(one.chosen for one in clips) > FEW_CLIPS:
        return "More than four clips chosen: fewer leave more time to talk."
    return None


def balance(clips: list[Clip], other: str, for_supervision: bool = False) -> list[Balance]:
    """Say what the chosen clips show between them, each with the clips that show it; no score.

    Both people in sight, an initiative of the `other`'s (baby's; in a film for supervision the
    parent's), its reception, and the helping question.
    """
    wanted = {
        "Both of you in sight": {"both in sight"},
        f"Something that {other} begins": {"initiative"},
        "You receive it" if for_supervision else "Somebody receives it": RECEPTION,
        "About the helping question": {"about our question"},
    }
    chosen = [one for one in clips if one.chosen]
    return [
        Balance(words, tuple(one.id for one in chosen if seen & set(one.seen)))
        for words, seen in wanted.items()
    ]
