"""A service's wording on the settings: faults are said, else it lies beside ours, and is taken."""

import pytest

from tests.screens.lives import a_clip, a_family, with_film
from vigreview.components.list_picker.list_picker import Picked
from vigreview.documents.wording import wording_csv
from vigreview.process.content import our_principles
from vigreview.process.microanalysis import describe_clip
from vigreview.process.wording import is_a_services, principles
from vigreview.screens import wording_card

TABLE = wording_csv(our_principles(), "© Our service, 2026").decode("utf-8-sig")
THEIRS = TABLE.replace("Waiting,", "We wait <b>,").replace(
    "Being attentive,wondering,Wondering", "Being attentive,,Marvelling"
)


@pytest.fixture
def film(practice):
    return with_film(practice, a_family(practice))


@pytest.fixture
def pick(monkeypatch):
    """Chooses a file in the run that comes next."""
    chosen = []
    monkeypatch.setattr(
        wording_card, "list_picker", lambda *_, **__: chosen.pop() if chosen else None
    )
    return lambda words: chosen.append(Picked("theirs.csv", words.encode()))


def test_a_wording_is_shown_beside_ours_taken_used_and_put_back(practice, desk, pick):
    pick(THEIRS)
    desk.open("settings")
    assert {"© Our service, 2026", "Ours, and what you have brought"} <= set(desk.lines)
    for words in ("OursYour service’s", "We wait <b>", "NewMarvelling", "Left out"):
        assert words in desk.words
    assert not is_a_services(practice)
    desk.tap("take-wording")
    assert desk.told == ["Your service’s wording is in use now."]
    assert "In use now: © Our service, 2026" in desk.lines
    assert "Ours, and what you have brought" not in desk.lines
    assert principles(practice).name_of("waiting") == "We wait <b>"
    desk.tap("our-wording")
    assert not is_a_services(practice)
    assert "our-wording" not in desk.keys


def test_what_cannot_be_taken_is_said_line_by_line(practice, desk, pick):
    pick(TABLE.replace("Guiding,guiding", "Guidance,guiding").replace("waiting,", "wating,"))
    desk.open("settings")
    told = [line for line in desk.lines if line.startswith("Line ")]
    assert len(told) == 2
    assert "nobody knows the id “wating”; for a principle of your own leave it empty" in told[0]
    assert "take-wording" not in desk.keys
    pick(TABLE)  # the same file, put right
    desk.open("settings")
    assert "take-wording" in desk.keys


def test_not_now_leaves_everything_as_it_was(practice, desk, pick):
    pick(THEIRS)
    desk.open("settings").tap("leave-wording")
    assert "take-wording" not in desk.keys
    assert not is_a_services(practice)


def test_it_is_used_where_a_principle_is_picked_and_shown(practice, desk, film, pick):
    one = a_clip(practice, film)
    describe_clip(practice, one, principles=["waiting", "wondering"])
    pick(THEIRS)
    desk.open("settings").tap("take-wording")
    card = desk.open("clips", film=film).part("saying")
    assert card["source"] == "© Our service, 2026"
    assert "We wait <b>" in [each["words"] for each in card["levels"][1]["principles"]]
    assert "Marvelling" in [each["words"] for each in card["levels"][0]["principles"]]
    earlier = card["levels"][-1]
    assert earlier["words"] == "From an earlier list"
    assert [each["words"] for each in earlier["principles"]] == ["Wondering"]
    assert "We wait <b>, Wondering" in desk.open("find").lines
    desk.fill(principle="wondering")  # one that was left out can be looked for still
    assert "We wait <b>, Wondering" in desk.lines
