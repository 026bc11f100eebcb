"""Waiting for the thing, and saying what was there instead when it does not come."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from playwright.sync_api import Page

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


@contextmanager
def asked_for_files(page: Page) -> Iterator[Any]:
    """Catch the file chooser that opens meanwhile; `.value` afterwards, as in Playwright.

    What is pressed right after the catching began may come before Chromium hears that it has:
    one round trip lies between.
    """
    with page.expect_file_chooser() as chooser:
        page.evaluate("0")
        yield chooser
