"""Captions of a clip: what is said and done in it, line by line, as the practitioner typed it.

A line may begin with its seconds within the clip, "1.5: There you are" or "1.5-3: There you are";
lines without share the time that is left between the others.
"""

import re
from dataclasses import dataclass

from vigreview.process.microanalysis import Clip

SECOND_US = 1_000_000
_LINE = re.compile(r"(?:(\d+(?:[.,]\d+)?)\s*s?\s*(?:[-–]\s*(\d+(?:[.,]\d+)?)\s*s?\s*)?:\s*)?(.+)")


@dataclass(frozen=True)
class Cue:
    """One caption: words, and microseconds into the clip from which and until which it shows."""

    start_us: int
    end_us: int
    words: str


def cues(clip: Clip) -> list[Cue]:
    """Return a clip's captions in order, each within the clip."""
    length = max(clip.end_us - clip.start_us, 1)
    found = [_LINE.fullmatch(line.strip()) for line in clip.captions.splitlines() if line.strip()]
    told = [(_us(one[1]), _us(one[2]), one[3].strip()) for one in found if one]
    starts = _filled([start for start, _, _ in told], length)
    made = []
    for at, (_, end, words) in enumerate(told):
        start, following = starts[at], starts[at + 1]
        until = end if end is not None else following
        if start < length:
            made.append(Cue(start, min(until, length) if until > start else length, words))
    return made


def _us(seconds: str | None) -> int | None:
    return round(float(seconds.replace(",", ".")) * SECOND_US) if seconds else None


def _filled(starts: list[int | None], length: int) -> list[int]:
    """Return when each line starts, and last the clip's end: even steps where nothing is told."""
    known = {at: start for at, start in enumerate(starts) if start is not None}
    known = {0: 0} | known | {len(starts): length}
    filled = []
    for at in range(len(starts) + 1):
        before = max(one for one in known if one <= at)
        after = min(one for one in known if one >= at)
        share = (at - before) / ((after - before) or 1)
        filled.append(round(known[before] + (known[after] - known[before]) * share))
    return filled
