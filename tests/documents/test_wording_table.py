"""The table of a service's wording: out, through what spreadsheet programs make of it, and back."""

import csv
import io
import zipfile

import pytest

from vigreview.documents.elan import eaf, from_eaf
from vigreview.documents.table import table_csv
from vigreview.documents.wording import HEADER, read_wording, wording_csv
from vigreview.process.content import our_principles
from vigreview.process.moments import Moment
from vigreview.process.wording import faults, worded
from vigreview.refusals import Unusable

OURS = our_principles()
SOURCE = "© Café “Vidéo” 2026"


def filled_in() -> str:
    return wording_csv(OURS, SOURCE).decode("utf-8-sig")


def with_cells_between(separator: str) -> str:
    into = io.StringIO()
    csv.writer(into, delimiter=separator).writerows(csv.reader(io.StringIO(filled_in())))
    return into.getvalue()


def workbook() -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    return into.getvalue()


# As LibreOffice, Excel's "CSV UTF-8", its "CSV" in Britain and in Germany, its "Unicode Text".
SAVED = {
    "comma, UTF-8": (",", "utf-8"),
    "comma, UTF-8 with its mark": (",", "utf-8-sig"),
    "comma, Windows letters": (",", "cp1252"),
    "semicolon, Windows letters": (";", "cp1252"),
    "tab, UTF-16": ("\t", "utf-16"),
}


@pytest.mark.parametrize(("separator", "letters"), SAVED.values(), ids=SAVED)
def test_our_wording_comes_back_as_it_went_whatever_program_saved_it(separator, letters):
    back = read_wording(with_cells_between(separator).encode(letters))
    assert back.source == SOURCE
    assert faults(back) == []
    assert worded(back).by_level() == OURS.by_level()
    means = [one.means for level in OURS.by_level(to_parent=True) for one in level.principles]
    read = [
        one.means for level in worded(back).by_level(to_parent=True) for one in level.principles
    ]
    assert read == means


def test_a_spreadsheet_knows_its_letters_and_reckons_with_nothing():
    made = wording_csv(OURS, "=HYPERLINK(1)")
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    assert tuple(rows[0]) == HEADER
    assert rows[1][2] == "'=HYPERLINK(1)"
    assert read_wording(made).source == "=HYPERLINK(1)"


def test_lines_are_counted_as_a_spreadsheet_shows_them():
    words = filled_in().replace("Guiding,guiding", "Guidance,guiding")
    words = words.replace("\r\n", "\r\n\r\n", 1)  # an empty row
    words = words.replace('"Being there for the parent,', '"Being there\r\nfor the parent,', 1)
    (said,) = [one for one in faults(read_wording(words.encode())) if "Guidance" in one]
    rows = list(csv.reader(io.StringIO(words)))
    number = next(at for at, row in enumerate(rows, start=1) if row and row[0] == "Guidance")
    assert said == f"Line {number}: “Guidance” is none of the six levels."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (workbook(), "This is a workbook. Please save it as “CSV UTF-8”"),
        (b"\xd0\xcf\x11\xe0 an older workbook", "This is a workbook"),
        (filled_in().encode("utf-16-le"), "letters cannot be read"),
        (b"\xff\xfe\x00", "letters cannot be read"),
        (b"Level,\x81\x8d", "letters cannot be read"),
        (b"", "This is not our table"),
        (b"0.5,1.0,A clip", "This is not our table"),
        (b'Level,Id\n"open', "not a table that can be read"),
        (b"Level" * 2_000_000, "too large"),
    ],
)
def test_what_is_no_such_table_is_refused_in_one_sentence(data, says):
    with pytest.raises(Unusable, match=says):
        read_wording(data)


def test_lists_of_clips_use_the_service_s_words_and_know_the_earlier_ones():
    theirs = worded(read_wording(filled_in().replace("Waiting", "We wait").encode()), (OURS,))
    moment = Moment(0, 1_000_000, "Ada", ("waiting",))
    made = eaf([moment], "f.mp4", "2026-11-22T10:00:00Z", named=theirs)
    assert b"We wait" in made
    assert from_eaf(made, theirs)[0].principles == ("waiting",)
    before = eaf([moment], "f.mp4", "2026-11-22T10:00:00Z")
    assert from_eaf(before, theirs)[0].principles == ("waiting",)
    assert b"We wait" in table_csv([moment], named=theirs)
