"""A service's own wording: checked, taken, used, put back; what clips were described by stays."""

import dataclasses
import json

import pytest

from vigreview.process import together
from vigreview.process.content import our_principles
from vigreview.process.microanalysis import clip, describe_clip, mark_clip
from vigreview.process.practice import Practice
from vigreview.process.saying import see_in_clip
from vigreview.process.wording import (
    Line,
    Wording,
    back_to_ours,
    faults,
    is_a_services,
    principles,
    take_wording,
)
from vigreview.refusals import Refused
from vigreview.vault.events import first_broken

LEVELS = our_principles().level_names


@pytest.fixture(autouse=True)
def _as_shipped(practice):
    """The vault is every test's: the next one finds our own words again."""
    yield
    with practice.write() as db:
        db["wording_lines"].delete_where()
        db["wordings"].delete_where()


def a_wording(
    *changed: Line, without: tuple[str, ...] = (), source: str = "© Our service"
) -> Wording:
    """A whole wording, a principle under each level, with some lines more."""
    held = [
        Line(number, level.name, level.principles[0].id, f"Theirs {number}", "As we say it")
        for number, level in enumerate(our_principles().levels, start=3)
    ]
    return Wording(source, (*(one for one in held if one.id not in without), *changed))


def with_line(**told: str) -> Wording:
    line = {"level": "Guiding", "id": "", "name": "One of our own", "means": "", **told}
    return a_wording(Line(number=20, **line))


def test_ours_are_in_use_until_a_service_brings_its_own_and_again_afterwards(practice):
    assert principles(practice) == our_principles()
    assert not is_a_services(practice)
    take_wording(practice, with_line())
    taken = principles(practice)
    assert is_a_services(practice)
    assert taken.source == "© Our service"
    assert taken.level_names == LEVELS
    assert taken.name_of("interested-look") == "Theirs 3"
    assert [one.name for one in taken.by_level()[4].principles] == ["Theirs 7", "One of our own"]
    back_to_ours(practice)
    assert principles(practice).by_level() == our_principles().by_level()
    assert principles(practice).choices() == our_principles().choices()
    assert not is_a_services(practice)


def test_a_second_wording_replaces_the_first_and_each_is_written_down(practice):
    take_wording(practice, with_line())
    take_wording(practice, a_wording(source="The second"))
    back_to_ours(practice)
    back_to_ours(practice)  # nothing to put back: nothing is written
    with practice.read() as db:
        told = list(db["events"].rows_where("subject = 'wordings'", order_by="id"))[-3:]
        said = [json.loads(one["payload"]) for one in db["payloads"].rows]
        assert [one["verb"] for one in told] == ["take wording"] * 2 + ["put wording back"]
        assert first_broken(db) is None
    assert {"source": "The second", "lines": 6} in said


def test_what_a_clip_was_described_by_stays_with_the_words_that_it_had_last(practice, film):
    one = mark_clip(practice, film, 200_000, 400_000)
    take_wording(practice, with_line(id="warm-voice", level=LEVELS[1], name="Warmth"))
    take_wording(practice, with_line())
    own = principles(practice).choices()[-2]
    describe_clip(practice, one, principles=["warm-voice", own])
    assert principles(practice).name_of("warm-voice") == "Warmth"
    assert "warm-voice" not in principles(practice).choices()
    assert principles(practice).choices(["warm-voice"])[-1] == "warm-voice"
    back_to_ours(practice)
    now = principles(practice)
    assert (now.name_of("warm-voice"), now.name_of(own)) == ("A warm voice", "One of our own")
    assert now.level_of(own) == "Guiding"
    assert set(clip(practice, one).principles) == {"warm-voice", own}
    see_in_clip(practice, one, own, False)  # a dropped one can still be taken out
    assert clip(practice, one).principles == ("warm-voice",)
    with pytest.raises(Refused):
        see_in_clip(practice, one, own, True)  # and not be chosen any more


def test_a_service_s_own_principle_can_be_chosen_and_is_the_same_on_every_device(practice, film):
    take_wording(practice, with_line())
    first = set(principles(practice).choices())
    take_wording(practice, with_line(means="Said otherwise"))
    assert set(principles(practice).choices()) == first
    (own,) = first - set(our_principles().choices())
    one = mark_clip(practice, film, 200_000, 400_000)
    see_in_clip(practice, one, own, True)
    assert clip(practice, one).principles == (own,)


def test_a_service_says_how_it_reads_towards_a_parent_or_says_nothing_of_it(practice):
    take_wording(practice, with_line(to_parent="You and the parent choose"))
    read = principles(practice).by_level(to_parent=True)
    assert read[4].principles[1].means == "You and the parent choose"
    assert (read[0].principles[0].name, read[0].principles[0].means) == ("Theirs 3", "")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"level": ""}, "the level is missing"),
        ({"level": "Guidance"}, "“Guidance” is none of the six levels"),
        ({"name": ""}, ""),  # a level's own line: nothing is wrong with it
        ({"name": "", "id": "warm-voice"}, "the name is missing"),
        ({"id": "guiding"}, "“guiding” stands for a level, and is no principle of its own"),
        ({"id": "wating"}, "nobody knows the id “wating”; for a principle of your own leave it"),
        ({"id": "own-'); drop"}, "nobody knows the id"),
        ({"id": "interested-look"}, "“interested-look” is there already, further up"),
        ({"name": "theirs 4"}, "“theirs 4” is there already, further up"),
        ({"name": "Looking; waiting"}, "a name is without “;”"),
        ({"name": "n" * 81}, "the name is too long: 80 letters at most"),
        ({"means": "m" * 301}, "the description is too long: 300 letters at most"),
        ({"to_parent": "m" * 301}, "the reading towards a parent is too long"),
        ({"means": "Itâ€™s theirs"}, "letters of the description got mixed up on the way"),
        ({"means": "MÃ¼tter"}, "letters of the description got mixed up on the way"),
        ({"means": "Mütter, être, “so” – 母"}, ""),
        ({"level": "guiding", "name": "In small letters"}, ""),
    ],
)
def test_each_fault_is_told_in_one_sentence_with_its_line(practice, line, says):
    brought = with_line(**line)
    found = faults(brought)
    if says:
        assert len(found) == 1
        assert found[0].startswith(f"Line 20: {says}")
        assert found[0].endswith(".")
        with pytest.raises(Refused):
            take_wording(practice, brought)
        assert not is_a_services(practice)
    else:
        assert found == []


def test_a_wording_without_a_source_or_with_an_empty_level_is_not_taken():
    assert faults(dataclasses.replace(a_wording(), source="")) == [
        "Say in the line “Source” where this wording comes from."
    ]
    assert faults(a_wording(without=("scaffolding", "interested-look")))[0] == (
        "There is no principle under “Being attentive”."
    )
    many = [Line(20 + n, "Guiding", "", f"Number {n}", "") for n in range(30)]
    assert faults(a_wording(*many)) == ["Under “Guiding” there are more than 30 principles."]


def test_between_two_people_nobody_changes_the_wording(practice, journey):
    here = Practice(practice.vault, together.open_question_sitting(practice, journey))
    with pytest.raises(Refused):
        take_wording(here, a_wording())
    with pytest.raises(Refused):
        back_to_ours(here)
