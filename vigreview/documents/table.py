"""A plain table for a spreadsheet: CSV with a header, a clip a line, in the review's order."""

import csv
import io
from collections.abc import Sequence

from vigreview.documents.losslesscut import seconds
from vigreview.documents.reading import one_line
from vigreview.process.content import Principles, our_principles
from vigreview.process.moments import Moment

HEADER = (
    *("order", "name", "chosen", "start_us", "last_frame_us", "end_us", "start_s", "end_s"),
    *("principles", "seen"),
)
NOTES = ("why", "wonder")
# What a spreadsheet would take for the beginning of a formula (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@")
OURS = our_principles()


def table_csv(moments: Sequence[Moment], notes: bool = False, named: Principles = OURS) -> bytes:
    """Return moments as a table, the private notes only where they are asked for.

    `named` words the principles.
    """
    into = io.StringIO()
    writer = csv.writer(into)
    writer.writerow([*HEADER, *(NOTES if notes else ())])
    for order, one in enumerate(moments, start=1):
        times = (one.start_us, one.last_us, one.end_us)
        writer.writerow(
            [
                *(order, cell(one.name), "yes" if one.chosen else "perhaps"),
                *("" if each is None else each for each in times),
                *("" if each is None else seconds(each) for each in (one.start_us, one.end_us)),
                cell("; ".join(map(named.name_of, one.principles))),
                cell("; ".join(one.seen)),
                *((cell(one.why), cell(one.wonder)) if notes else ()),
            ]
        )
    # The mark at its start tells spreadsheets that this is UTF-8.
    return into.getvalue().encode("utf-8-sig")


def cell(words: str) -> str:
    """Return words so that a spreadsheet shows them and reckons nothing."""
    line = one_line(words)
    return f"'{line}" if line.startswith(FORMULA) else line
