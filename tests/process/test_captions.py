"""Captions: lines that were typed become cues within their clip."""

import pytest

from tests.process.conftest import a_film
from vigreview.process.captions import cues
from vigreview.process.filming import erase_film
from vigreview.process.microanalysis import clip, mark_clip
from vigreview.process.saying import say_of_clip
from vigreview.process.steps import undo


@pytest.fixture
def four_seconds(practice, consented):
    return mark_clip(practice, a_film(practice, consented), 8_000_000, 12_000_000)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", []),
        (" \n\n", []),
        ("There you are", [(0, 4, "There you are")]),
        ("one\n\ntwo", [(0, 2, "one"), (2, 4, "two")]),
        ("1: one\n1.5-3: two", [(1, 1.5, "one"), (1.5, 3, "two")]),
        ("1,5 s – 2 s: one", [(1.5, 2, "one")]),
        ("one\n3: two", [(0, 3, "one"), (3, 4, "two")]),
        ("1: one\ntwo\n3: three", [(1, 2, "one"), (2, 3, "two"), (3, 4, "three")]),
        ("2 kisses for Ada", [(0, 4, "2 kisses for Ada")]),
        ("Sam: there you are", [(0, 4, "Sam: there you are")]),
        ("9: too late", []),
        ("3-9: long", [(3, 4, "long")]),
        ("3: one\n1: two", [(3, 4, "one"), (1, 4, "two")]),
    ],
)
def test_lines_with_and_without_times(practice, four_seconds, typed, told):
    say_of_clip(practice, four_seconds, "captions", typed)
    found = cues(clip(practice, four_seconds))
    assert [(one.start_us / 1e6, one.end_us / 1e6, one.words) for one in found] == told


def test_they_can_be_undone_and_go_with_the_film(practice, four_seconds):
    film = clip(practice, four_seconds).film_id
    say_of_clip(practice, four_seconds, "captions", "Ah, it is you")
    say_of_clip(practice, four_seconds, "captions", "")
    undo(practice, film)
    assert clip(practice, four_seconds).captions == "Ah, it is you"
    erase_film(practice, film, "Sam asked for it")
    with practice.read() as db:
        assert db.table("clips").get(four_seconds)["captions"] == ""
        assert not [one for one in db.table("payloads").rows if "Ah, it is" in one["payload"]]
