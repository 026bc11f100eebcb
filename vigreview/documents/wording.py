"""A service's wording of the principles as a table: CSV that spreadsheet programs open and save.

What such programs make of a CSV differs: with commas, semicolons or tabs between its cells (RFC
4180 knows commas only), in UTF-8, in UTF-16 ("Unicode Text"), or in the letters of Windows ("CSV").
"""

import csv
import io
from collections.abc import Iterator

from vigreview.documents.reading import one_line, whole
from vigreview.documents.table import FORMULA, cell
from vigreview.process.content import Principles, shipped
from vigreview.process.wording import Line, Wording
from vigreview.refusals import Unusable

HEADER = ("Level", "Id", "Name", "What it means", "Towards a parent (optional)")
SOURCE = "Source"
SEPARATORS = ",;\t"
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# How the files of workbooks begin, also of those that were only named .csv.
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def wording_csv(principles: Principles, source: str) -> bytes:
    """Return the principles as a table to fill in, each level before its own."""
    into = io.StringIO()
    writer = csv.writer(into)
    writer.writerow(HEADER)
    writer.writerow([SOURCE, "", cell(source), "", ""])
    ids = [level["id"] for level in shipped("principles")["levels"]]
    both = zip(ids, principles.by_level(), principles.by_level(to_parent=True), strict=True)
    for level_id, level, to_parent in both:
        writer.writerow([level.name, level_id, "", cell(level.means), cell(to_parent.means)])
        for one, read in zip(level.principles, to_parent.principles, strict=True):
            told = (one.name, one.means, read.means)
            writer.writerow([level.name, one.id, *map(cell, told)])
    # The mark at its start tells spreadsheets that this is UTF-8.
    return into.getvalue().encode("utf-8-sig")


def read_wording(data: bytes) -> Wording:
    """Return the wording in a table that a service has filled in. Raises Unusable."""
    words = _words_in(whole(data))
    first = words.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(words, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        raise Unusable("This file is not a table that can be read.") from None
    if not rows or _cells(rows[0])[0].casefold() != HEADER[0].casefold():
        raise Unusable(
            "This is not our table: its first line should be as it was, and begin with “Level”."
        )
    told = list(_lines(rows[1:]))
    source = next((line for line in told if line.level.casefold() == SOURCE.casefold()), None)
    credits = (source.name or source.means or source.id) if source else ""
    return Wording(credits, tuple(line for line in told if line is not source))


def _lines(rows: list[list[str]]) -> Iterator[Line]:
    for number, row in enumerate(rows, start=2):
        level, name_id, *told = _cells(row)
        if any((level, name_id, *told)):
            yield Line(number, level, name_id.casefold(), *told)


def _cells(row: list[str]) -> list[str]:
    cells = [_as_it_was(one_line(each)) for each in row[: len(HEADER)]]
    return cells + [""] * (len(HEADER) - len(cells))


def _as_it_was(words: str) -> str:
    """Words without the sign that kept a spreadsheet from reckoning with them."""
    return words[1:] if words.startswith(tuple(f"'{sign}" for sign in FORMULA)) else words


def _words_in(data: bytes) -> str:
    if data.startswith(WORKBOOKS):
        raise Unusable("This is a workbook. Please save it as “CSV UTF-8”, and choose that file.")
    letters = next((name for mark, name in MARKS.items() if data.startswith(mark)), None)
    try:
        if letters:
            return data.decode(letters)
        if b"\0" in data:
            raise Unusable("This file's letters cannot be read. Please save it as “CSV UTF-8”.")
        try:
            return data.decode()
        except UnicodeDecodeError:
            return data.decode("cp1252")
    except UnicodeDecodeError:
        raise Unusable(
            "This file's letters cannot be read. Please save it as “CSV UTF-8”."
        ) from None
