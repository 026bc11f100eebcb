"""Sentences that more than one page says."""

import math


def please_wait(seconds: float) -> str:
    """Return a sentence that asks for a little patience."""
    return f"Please wait {_about(seconds)} before you try again."


def not_the_passphrase(seconds: float) -> str:
    """Return the one sentence after a wrong passphrase; it tells nothing else."""
    if seconds <= 1:
        return "That is not the passphrase; please try again."
    return f"That is not the passphrase; you can try again in {_about(seconds)}."


def _about(seconds: float) -> str:
    whole = max(1, math.ceil(seconds))
    if whole >= 120:
        return f"{math.ceil(whole / 60)} minutes"
    return "a second" if whole == 1 else f"{whole} seconds"
