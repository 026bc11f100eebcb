"""Reading a file that another tool made: its length and its letters, before what is in it."""

from vigreview.refusals import Unusable

MOST_BYTES = 5_000_000
MS = 1_000  # microseconds
LONGEST_US = 24 * 3600 * 1_000_000  # a time beyond a day is none of a film's


def words_in(data: bytes) -> str:
    """Return a file's text: UTF-8, with or without a byte-order mark. Raises Unusable."""
    _not_too_large(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable("This file's letters cannot be read: it should be plain UTF-8.") from None


def whole(data: bytes) -> bytes:
    """Return a file's bytes where they are not too many. Raises Unusable."""
    _not_too_large(data)
    return data


def _not_too_large(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise Unusable("This file is too large to be such a list.")


def one_line(words: str) -> str:
    """Return words as one line, without letters that no file may hold."""
    kept = "".join(each if each.isprintable() else " " for each in words)
    return " ".join(kept.split())
