"""Waiting for the thing, and saying what was there instead when it does not come."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
BETWEEN_LOOKS_S = 0.02


def wait_for(
    what: Callable[[], T], within_s: float = 30.0, or_say: Callable[[], str] = lambda: ""
) -> T:
    """Return the first true value of `what()`; fail with what `or_say()` returns."""
    until = time.monotonic() + within_s
    looking = threading.Event()
    while time.monotonic() < until:
        found = what()
        if found:
            return found
        looking.wait(BETWEEN_LOOKS_S)
    raise AssertionError(f"not within {within_s} s: {or_say()}")
