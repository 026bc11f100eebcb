"""Whether a passphrase would hold against somebody who has the tablet, said in plain words."""

from dataclasses import dataclass
from typing import Any

from zxcvbn import zxcvbn

SHORTEST = 12
LONGEST = 200
_LOOKED_AT = 72  # zxcvbn's own limit; what follows only makes a passphrase stronger
_ENOUGH = 3
_HOUR, _DAY, _MONTH, _YEAR = 3600, 86400, 86400 * 30, 86400 * 365
_WHY = {
    "dictionary": "It is close to words that are tried first.",
    "spatial": "Keys that lie side by side are tried early.",
    "repeat": "Repeating the same letters adds very little.",
    "sequence": "Letters or numbers in order are tried early.",
    "regex": "Recent years are easy to guess.",
    "date": "Dates are easy to guess.",
}


@dataclass(frozen=True)
class Strength:
    """`score` 0 to 4, whether that is enough, and one or two sentences for the person."""

    score: int
    enough: bool
    sentence: str


def strength_of(passphrase: str, name: str = "") -> Strength:
    """Judge a passphrase; the practitioner's own `name` in it counts for nothing."""
    if len(passphrase) > LONGEST:
        return Strength(0, False, f"Please use no more than {LONGEST} characters.")
    if not passphrase:
        return Strength(0, False, "Four or five words that do not belong together work well.")
    judged = zxcvbn(passphrase[:_LOOKED_AT], [name, *name.split(), "vigreview"])
    score = int(judged["score"])
    if len(passphrase) < SHORTEST:
        missing = SHORTEST - len(passphrase)
        letters = "character" if missing == 1 else "characters"
        return Strength(min(score, 2), False, f"{missing} more {letters}, please.")
    if score < _ENOUGH:
        return Strength(score, False, f"{_why(judged)} Another unrelated word would help.")
    seconds = float(judged["crack_times_seconds"]["offline_slow_hashing_1e4_per_second"])
    judgement = f"With the tablet in hand, guessing it would take {_long(seconds)}."
    if score == _ENOUGH:
        return Strength(score, True, f"Just enough. {judgement} One more word would make it years.")
    return Strength(score, True, f"Good. {judgement}")


def _why(judged: dict[str, Any]) -> str:
    parts: list[dict[str, Any]] = judged["sequence"]
    easiest = max(parts, key=lambda part: len(part["token"]), default={})
    return _WHY.get(easiest.get("pattern", ""), "It would be guessed too soon.")


def _long(seconds: float) -> str:
    if seconds >= 100 * _YEAR:
        return "more than a lifetime"
    units = ((_YEAR, "year"), (_MONTH, "month"), (_DAY, "day"), (_HOUR, "hour"))
    length, unit = next((pair for pair in units if seconds >= pair[0]), units[-1])
    count = max(1, round(seconds / length))
    return f"about {count} {unit}{'s' if count > 1 else ''}"
