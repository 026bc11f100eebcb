"""Clips go to the field's tools and come back on the same frames; what is no list is refused."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pympi import Elan

from vigreview.documents.elan import eaf, from_eaf
from vigreview.documents.losslesscut import losslesscut_csv, read_losslesscut_csv
from vigreview.documents.reading import MOST_BYTES
from vigreview.documents.table import table_csv
from vigreview.documents.webvtt import webvtt
from vigreview.process.moments import Moment
from vigreview.refusals import Unusable

# Two that overlap, and a name that every format has a trap for.
MOMENTS = [
    Moment(33_367, 4_004_000, "Ada looks up", ("waiting", "warm-voice"), ("initiative",), True),
    Moment(
        2_002_000,
        2_969_634,
        '=1+1, "<b>" & --> ünder\nline',
        why="she waits",
        wonder="what it was like",
        last_us=2_936_267,
    ),
]
MADE = "2026-11-22T10:00:00.000+00:00"


def opened_by_pympi(tmp_path: Path, data: bytes) -> Elan.Eaf:
    path = tmp_path / "film.eaf"
    path.write_bytes(data)
    return Elan.Eaf(str(path))


def test_pympi_opens_an_eaf_file_and_finds_the_clips(tmp_path):
    held = opened_by_pympi(tmp_path, eaf(MOMENTS, "film-1.mp4", MADE))
    assert held.get_annotation_data_for_tier("Clips") == [(34, 4004, "Ada looks up")]
    assert held.get_annotation_data_for_tier("Clips 2") == [
        (2002, 2969, '=1+1, "<b>" & --> ünder line')
    ]
    said = held.get_ref_annotation_data_for_tier("Principles")
    assert said[0][:3] == (34, 4004, "Waiting; A warm voice")
    assert held.get_ref_annotation_data_for_tier("Yes-cycle")[0][2] == "initiative"
    assert [one["MEDIA_URL"] for one in held.get_linked_files()] == ["./film-1.mp4"]


def test_private_notes_leave_only_when_they_are_asked_for(tmp_path):
    for made in (eaf(MOMENTS, "f.mp4", MADE), table_csv(MOMENTS)):
        assert b"she waits" not in made
        assert b"what it was like" not in made
    assert b"she waits" not in losslesscut_csv(MOMENTS) + webvtt(MOMENTS)
    held = opened_by_pympi(tmp_path, eaf(MOMENTS, "f.mp4", MADE, notes=True))
    assert held.get_ref_annotation_data_for_tier("Why it was chosen 2")[0][2] == "she waits"
    assert b"what it was like" in table_csv(MOMENTS, notes=True)


def test_an_eaf_file_brings_back_all_that_it_took_along():
    back = from_eaf(eaf(MOMENTS, "f.mp4", MADE, notes=True))
    assert [one.principles for one in back] == [("waiting", "warm-voice"), ()]
    assert [one.seen for one in back] == [("initiative",), ()]
    assert [one.name for one in back] == ["Ada looks up", '=1+1, "<b>" & --> ünder line']
    assert (back[1].why, back[1].wonder) == ("she waits", "what it was like")


def test_what_pympi_writes_is_read(tmp_path):
    other = Elan.Eaf()
    other.add_tier("talk")
    other.add_annotation("talk", 1000, 2500, "oh, look")
    other.add_annotation("talk", 3000, 3500, "")
    other.add_linked_file("/elsewhere/film.mp4", mimetype="video/mp4")
    path = tmp_path / "other.eaf"
    other.to_file(str(path))
    found = from_eaf(path.read_bytes())
    assert [(one.start_us, one.end_us, one.name) for one in found] == [
        (1_000_000, 2_500_000, "oh, look"),
        (3_000_000, 3_500_000, ""),
    ]


def test_an_eaf_file_that_begins_later_in_the_film_is_laid_there():
    late = eaf(MOMENTS[:1], "f.mp4", MADE).replace(
        b'MIME_TYPE="video/mp4"', b'MIME_TYPE="video/mp4" TIME_ORIGIN="5000"'
    )
    assert from_eaf(late)[0].start_us == 5_034_000


def test_losslesscut_s_list_goes_there_and_back_to_the_microsecond():
    made = losslesscut_csv(MOMENTS)
    assert made.splitlines()[0] == b"0.033367,4.004000,Ada looks up"
    back = read_losslesscut_csv(made)
    assert [(one.start_us, one.end_us) for one in back] == [
        (one.start_us, one.end_us) for one in MOMENTS
    ]
    assert back[1].name == '=1+1, "<b>" & --> ünder line'


def test_losslesscut_s_open_ends_are_the_film_s_own():
    assert read_losslesscut_csv(b"\xef\xbb\xbf,2.5,a\r\n3.25,,\r\n\r\n4,5") == [
        Moment(0, 2_500_000, "a"),
        Moment(3_250_000, None, ""),
        Moment(4_000_000, 5_000_000, ""),
    ]


def test_webvtt_shows_the_names_over_the_film():
    first, second = webvtt(MOMENTS).decode().split("\n\n")[1:]
    assert first == "00:00:00.034 --> 00:00:04.004\nAda looks up"
    assert second.splitlines()[1] == '=1+1, "&lt;b&gt;" &amp; --&gt; ünder line'


def test_a_spreadsheet_reckons_nothing_of_a_table():
    rows = list(csv.DictReader(io.StringIO(table_csv(MOMENTS).decode("utf-8-sig"))))
    assert rows[0]["start_us"] == "33367"
    assert rows[0]["start_s"] == "0.033367"
    assert rows[1]["last_frame_us"] == "2936267"
    assert rows[0]["principles"] == "Waiting; A warm voice"
    assert rows[1]["name"].startswith("'=1+1")


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
<ANNOTATION_DOCUMENT><TIER TIER_ID="&b;"/></ANNOTATION_DOCUMENT>"""
OUTSIDE = b"""<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<ANNOTATION_DOCUMENT>&f;</ANNOTATION_DOCUMENT>"""
GOOD = eaf(MOMENTS, "f.mp4", MADE)
BAD_EAF = {
    "nothing": b"",
    "a film": b"\x00\x00\x00\x18ftypmp42",
    "another document": b"<html/>",
    "cut short": GOOD[:-30],
    "entities": ENTITIES,
    "a file of this device": OUTSIDE,
    "a hundred deep": b"<ANNOTATION_DOCUMENT>" + b"<A>" * 100 + b"</A>" * 100,
    "a time that is none": GOOD.replace(b'TIME_VALUE="34"', b'TIME_VALUE="soon"'),
    "a time without end": GOOD.replace(b'TIME_VALUE="4004"', b'TIME_VALUE="%s"' % (b"9" * 9000)),
    "an end before its start": GOOD.replace(b'TIME_VALUE="4004"', b'TIME_VALUE="3"'),
    "frames": GOOD.replace(b"milliseconds", b"PAL-frames"),
    "unknown letters": b'<?xml version="1.0" encoding="klingon"?><ANNOTATION_DOCUMENT/>',
    "too large": GOOD + b" " * MOST_BYTES,
}
BAD_CSV = {
    "a header": b"start,end,name\n1,2,a",
    "one column": b"1\n",
    "no number": b"1,NaN,a",
    "endless": b"1,1e999999,a",
    "before the film": b"-1,2,a",
    "an open quote": b'1,2,"a',
    "other letters": "1,2,ü".encode("latin-1"),
    "no text": bytes(range(256)),
    "too large": b"1,2,a\n" * MOST_BYTES,
}


@pytest.mark.parametrize("data", BAD_EAF.values(), ids=BAD_EAF)
def test_what_is_no_eaf_file_is_refused_in_one_sentence(data):
    refused_kindly(from_eaf, data)


@pytest.mark.parametrize("data", BAD_CSV.values(), ids=BAD_CSV)
def test_what_is_no_list_is_refused_in_one_sentence(data):
    refused_kindly(read_losslesscut_csv, data)


def refused_kindly(read, data):
    with pytest.raises(Unusable) as refusal:
        read(data)
    assert re.fullmatch(r"[A-Z][^<>]*\.", str(refusal.value))


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=40), st.integers(0, 40))
@settings(deadline=None)
def test_a_damaged_file_is_read_or_refused(at, put, left_out):
    damaged = GOOD[:at] + put + GOOD[at + left_out :]
    for read in (from_eaf, read_losslesscut_csv):
        try:
            assert all(one.start_us >= 0 for one in read(damaged))
        except Unusable as refusal:
            assert "\n" not in str(refusal)  # noqa: PT017


WORDS = st.text(max_size=30)


@given(
    st.lists(
        st.tuples(st.integers(0, 10**9), st.integers(2_000, 10**7), WORDS), min_size=1, max_size=12
    )
)
@settings(deadline=None)
def test_whatever_a_clip_is_called_it_comes_back(drawn):
    moments = [Moment(start, start + lasts, name) for start, lasts, name in drawn]
    back = from_eaf(eaf(moments, "f.mp4", MADE))
    assert len(back) == len(moments)
    in_order = sorted(one.start_us for one in moments)
    for before, after in zip(in_order, back, strict=True):
        assert 0 <= after.start_us - before < 1000
    listed = read_losslesscut_csv(losslesscut_csv(moments))
    assert [(one.start_us, one.end_us) for one in listed] == [
        (one.start_us, one.end_us) for one in moments
    ]
