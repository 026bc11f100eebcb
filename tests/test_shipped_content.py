"""What `data/` ships: principles, example questions and the demo family fit together."""

import json
from pathlib import Path
from typing import Any

import pytest

from vigreview.films.drawn import MOMENTS
from vigreview.languages.sentences import sentences
from vigreview.process.content import our_principles
from vigreview.process.journeys import SETTINGS, VISIT_PURPOSES

DATA = Path(__file__).parents[1] / "data"
LEVELS = [
    "Being attentive",
    "Encouraging initiatives",
    "Receiving initiatives",
    "Developing attuned interactions",
    "Guiding",
    "Deepening discussion",
]


def shipped(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    return content


@pytest.fixture(scope="module")
def demo() -> dict[str, Any]:
    return shipped("demo")


def principle_ids() -> list[str]:
    return [item["id"] for level in shipped("principles")["levels"] for item in level["items"]]


def test_the_six_levels_are_there_with_their_source() -> None:
    principles = shipped("principles")
    assert [level["name"] for level in principles["levels"]] == LEVELS
    assert "Kennedy" in principles["source"]["citation"]
    assert principles["source"]["custodian"] == "AVIGuk"
    ids = principle_ids() + [level["id"] for level in principles["levels"]]
    assert len(set(ids)) == len(ids)
    for level in principles["levels"]:
        assert level["means"]
        assert all(item["name"] and item["means"] for item in level["items"])


def test_each_principle_can_be_read_as_what_a_practitioner_does_with_a_parent() -> None:
    said = our_principles()
    for ours, theirs in zip(said.by_level(to_parent=True), said.by_level(), strict=True):
        assert ours.name == theirs.name
        assert ours.means != theirs.means
        assert [one.id for one in ours.principles] == [one.id for one in theirs.principles]
        for one in ours.principles:
            assert "baby" not in f"{one.name} {one.means}".lower()
            assert one.means.startswith(("You", "Something in you"))


def test_the_pictured_cards_say_what_the_principles_do() -> None:
    there = {one.id: one.source for one in sentences("en").values() if one.file == "levels"}
    for level in shipped("principles")["levels"]:
        assert there.pop(f"level-{level['id']}-name") == level["name"]
        assert there.pop(f"level-{level['id']}-means") == level["means"]
    assert not there


def test_what_is_on_a_card_is_said_as_the_principles_say_it() -> None:
    there = {one.id: one.source for one in sentences("en").values() if one.file == "principles"}
    for level in shipped("principles")["levels"]:
        for item in level["items"]:
            assert there.pop(f"principle-{item['id']}-name") == item["name"]
            assert there.pop(f"principle-{item['id']}-means") == item["means"]
    assert not there


def test_example_questions_go_from_doubt_to_hope_to_question() -> None:
    sources = {one.id: one.source for one in sentences("en").values() if one.file == "examples"}
    begun = [id.removeprefix("example-doubt-") for id in sources if id.startswith("example-doubt")]
    assert len(begun) >= 12
    assert len(sources) == 3 * len(begun)
    for which in begun:
        assert f"example-hope-{which}" in sources
        assert "?" in sources[f"example-question-{which}"]
        assert "{ $baby }" in sources[f"example-question-{which}"]


def test_the_demo_family_has_three_cycles_of_moments_that_the_film_holds(
    demo: dict[str, Any],
) -> None:
    assert [cycle["number"] for cycle in demo["cycles"]] == [1, 2, 3]
    used = [clip["moment"] for cycle in demo["cycles"] for clip in cycle["clips"]]
    assert len(set(used)) == len(used)
    assert set(used) <= set(range(len(MOMENTS)))
    for cycle in demo["cycles"]:
        assert 1 <= len(cycle["clips"]) <= 4
        assert cycle["film"]["filmed_days_ago"] > cycle["reviewed_days_ago"]


def test_every_principle_named_in_the_demo_is_shipped(demo: dict[str, Any]) -> None:
    named = {
        name
        for cycle in demo["cycles"]
        for name in [
            *(name for clip in cycle["clips"] for name in clip["principles"]),
            *(strength["principle"] for strength in cycle["strengths"]),
        ]
    }
    assert named
    assert named <= set(principle_ids())


def test_what_is_said_in_the_demo_points_at_something(demo: dict[str, Any]) -> None:
    people = {person["id"] for person in demo["carers"] + demo["babies"]} | {"practitioner"}
    for cycle in demo["cycles"]:
        clips = range(len(cycle["clips"]))
        for said in cycle["noticings"] + cycle["wonderings"] + cycle["strengths"]:
            assert said["clip"] in clips
            assert said["who"] in people
            assert said["words"]
        assert {said["about"] for said in cycle["wonderings"]} <= people
        assert {said["idea"] for said in cycle["noticed_since"]} <= set(range(len(cycle["ideas"])))
        firsts = {}
        for said in cycle["noticings"]:
            firsts.setdefault(said["clip"], said["who"])
        assert set(firsts) == set(clips)
        assert "practitioner" not in firsts.values(), "the parent's ideas come first"


def test_visits_ratings_and_consents_of_the_demo_are_whole(demo: dict[str, Any]) -> None:
    people = {person["id"] for person in demo["carers"] + demo["babies"]} | {"practitioner"}
    for visit in demo["visits"]:
        assert visit["purpose"] in VISIT_PURPOSES
        assert visit["setting"] in SETTINGS
        assert visit["minutes"] > 0
        assert set(visit["who"]) <= people
    assert [visit["days_ago"] for visit in demo["visits"]] == sorted(
        (visit["days_ago"] for visit in demo["visits"]), reverse=True
    )
    for rating in demo["ratings"]:
        assert 0 <= rating["now"] <= 10
        assert 0 <= rating["hoped"] <= 10
    first_film = max(cycle["film"]["filmed_days_ago"] for cycle in demo["cycles"])
    for consent in demo["consents"]:
        assert consent["days_ago"] > first_film, "consent comes before filming"
        assert {consent["who"], consent["for"]} <= people
    assert {consent["for"] for consent in demo["consents"] if consent["given"]} == {"sam", "ada"}
    assert all(
        baby["born_days_ago"] > demo["journey"]["started_days_ago"] for baby in demo["babies"]
    )
