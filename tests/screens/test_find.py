"""Finding clips again: what was sought, what is there, and the way to the bench and back."""

import pytest

from tests.screens.lives import a_clip, a_family, with_film
from vigreview.process.people import Baby


@pytest.fixture
def ours(practice):
    return a_family(practice)


@pytest.fixture
def film(practice, ours):
    return with_film(practice, ours)


@pytest.fixture
def theirs(practice):
    return a_family(practice, "Bo and Kit", baby=Baby("Bo", born_on="2026-05-01"))


def names(desk, *known):
    return [line for line in desk.lines if line in known]


def test_before_the_first_clip_the_screen_says_what_it_is_for(desk, practice):
    assert desk.open("caseload").tap("find").title == "Find clips"
    assert "There are no clips yet" in desk.words
    assert desk.parts("row") == []


def test_clips_of_all_journeys_are_there_and_lead_to_the_bench(practice, desk, film, theirs):
    made = a_clip(practice, film, name="A long wait", principles=("waiting",))
    other = a_clip(practice, with_film(practice, theirs), name="A song")
    desk.open("find")
    assert names(desk, "2 clips", "A long wait", "A song") == ["2 clips", "A long wait", "A song"]
    assert "Bo and Kit, with Bo · Film 1" in desk.words
    desk.tap(f"show-{other}")
    assert (desk.title, "A song" in desk.words) == ("Clips of film 1", True)
    assert desk.part("bench")["selected"] == other
    desk.open("find").tap(f"show-{made}")
    assert desk.part("bench")["selected"] == made


def test_one_journeys_clips_are_found_from_its_page(practice, desk, ours, film, theirs):
    a_clip(practice, film, name="A long wait")
    a_clip(practice, with_film(practice, theirs), name="A song")
    desk.open("journey", journey=ours).tap("find")
    assert "Every clip that you marked with Ada and Sam." in desk.lines
    assert names(desk, "A long wait", "A song") == ["A long wait"]
    assert desk.tap("back").title == "Ada and Sam"


def test_words_and_a_principle_narrow_what_is_there(practice, desk, film):
    a_clip(practice, film, name="A long wait", principles=("waiting",))
    a_clip(practice, film, at=8, name="A quick look", why="the pause before the song")
    desk.open("find").fill(words="SONG")
    assert names(desk, "A long wait", "A quick look", "One clip") == ["One clip", "A quick look"]
    desk.fill(words="", principle="waiting")
    assert names(desk, "A long wait", "A quick look") == ["A long wait"]
    desk.fill(words="nothing like that")
    assert "No clip is like that." in desk.words


def test_what_is_found_is_played_one_after_another(practice, desk, film):
    first = a_clip(practice, film, at=8, name="A long wait")
    second = a_clip(practice, film, at=1)
    desk.open("find").tap("in_a_row")
    played = desk.part("row")["clips"]
    assert [(one["id"], one["start_us"], one["end_us"], one["name"]) for one in played] == [
        (second, 1_000_000, 5_000_000, "A clip without a name"),
        (first, 8_000_000, 12_000_000, "A long wait"),
    ]
    assert played[0]["src"] == f"/films/{film}/original"
    assert desk.tap("in_a_row").parts("row") == []


def test_many_clips_are_shown_a_few_at_a_time(practice, desk, film):
    for number in range(10):
        a_clip(practice, film, at=number, name=f"Clip no {number}")
    assert "Clip no 7" in desk.open("find").words
    assert "Clip no 8" not in desk.words
    desk.fill(page=2)
    assert ("Clip no 8" in desk.words, "Clip no 7" in desk.words) == (True, False)
    desk.fill(words="no 3")
    assert "Clip no 3" in desk.words
