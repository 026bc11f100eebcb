"""Noting that something failed without writing down what a family said."""

import logging
import traceback
from pathlib import Path

_LOG = logging.getLogger("vigreview.web")


def log_failure(doing: str, error: BaseException) -> None:
    """Log the kind of an error and where it arose, never its message.

    A message may quote what somebody typed or what a row holds.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    _LOG.error("%s failed: %s at %s", doing, type(error).__name__, places)
