"""LosslessCut's list of segments: start and end in seconds and a name, no header.

A segment without an end reaches to the film's end. (https://github.com/mifi/lossless-cut)
"""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from vigreview.documents.reading import LONGEST_US, one_line, words_in
from vigreview.process.moments import Moment
from vigreview.refusals import Unusable

SECOND = 1_000_000  # microseconds


def seconds(us: int) -> str:
    """Return microseconds as seconds, to the last of them."""
    return f"{us // SECOND}.{us % SECOND:06}"


def losslesscut_csv(moments: Sequence[Moment]) -> bytes:
    """Return moments as LosslessCut reads them."""
    into = io.StringIO()
    writer = csv.writer(into, lineterminator="\n")
    for one in moments:
        end = "" if one.end_us is None else seconds(one.end_us)
        writer.writerow([seconds(one.start_us), end, one_line(one.name)])
    return into.getvalue().encode()


def read_losslesscut_csv(data: bytes) -> list[Moment]:
    """Return the moments in a list of LosslessCut's. Raises Unusable."""
    try:
        rows = list(csv.reader(io.StringIO(words_in(data), newline=""), strict=True))
    except csv.Error:
        raise Unusable("This file is not a list of clips that can be read.") from None
    return [_moment(number, row) for number, row in enumerate(rows, start=1) if any(row)]


def _moment(number: int, row: list[str]) -> Moment:
    if len(row) < 2:
        raise _not_a_clip(number)
    start, end = (_microseconds(number, each) for each in row[:2])
    return Moment(start or 0, end, one_line(row[2]) if len(row) > 2 else "")


def _microseconds(number: int, said: str) -> int | None:
    if not said.strip():
        return None
    try:
        us = Decimal(said.strip()) * SECOND
    except ArithmeticError:
        raise _not_a_clip(number) from None
    if not us.is_finite() or not 0 <= us <= LONGEST_US:
        raise _not_a_clip(number)
    return round(us)


def _not_a_clip(number: int) -> Unusable:
    return Unusable(
        f"Line {number} of this file is no clip: it should be a start and an end in seconds, and"
        " a name."
    )
