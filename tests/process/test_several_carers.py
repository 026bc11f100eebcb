"""Where several carers sit there: what each rates and says is theirs, and in their language."""

import uuid

import pytest

from vigreview.languages.names import tongue
from vigreview.process import acts, together
from vigreview.process.helping_question import (
    describe,
    descriptions,
    question_steps,
    rate,
    ratings,
    say,
)
from vigreview.process.journeys import close_gently
from vigreview.process.people import Baby, Carer, add_carer, add_family, people
from vigreview.process.practice import Practice, Refused
from vigreview.process.presence import Presence, say_who_is_there
from vigreview.process.tongues import own_languages, tag


@pytest.fixture
def sam(practice, journey):
    return people(practice, journey).carers[0].id


@pytest.fixture
def max_(practice, journey):
    return add_carer(practice, journey, Carer("Max", language="Urdu"))


@pytest.fixture
def here(practice, journey):
    """The seat of a talk about the helping question."""
    sitting = together.open_question_sitting(practice, journey)
    together.hand_over(practice, sitting)
    return Practice(practice.vault, sitting)


def send(here, verb, **args):
    acts.apply(here, str(uuid.uuid4()), verb, args)


def test_each_ones_last_of_each_scale_in_each_sitting_stands(practice, journey, here, sam, max_):
    for scale, value, who in (
        ("now", 3, sam),
        ("now", 8, max_),
        ("hoped", 9, sam),
        ("now", 4, sam),
    ):
        rate(here, scale, value, who)
    together.close(here)
    again = Practice(practice.vault, together.open_question_sitting(practice, journey))
    rate(again, "now", 5, sam)
    assert [(one.scale, one.value, one.carer_id) for one in ratings(practice, journey)] == [
        ("now", 8, max_),
        ("hoped", 9, sam),
        ("now", 4, sam),
        ("now", 5, sam),
    ]


def test_who_is_alone_need_not_be_named_and_of_several_one_must(practice, journey, here, sam):
    send(here, "rate", scale="now", value=3)
    describe(here, "us", "Just us two")
    add_carer(practice, journey, Carer("Max"))
    with pytest.raises(Refused):
        send(here, "rate", scale="now", value=9)
    describe(here, "us", "All of us")
    assert [(one.value, one.carer_id) for one in ratings(practice, journey)] == [(3, sam)]
    assert [(one.words, one.carer_id) for one in descriptions(practice, journey)] == [
        ("Just us two", sam),
        ("All of us", None),
    ]


def test_nobody_elses_carer_rates_or_describes_here(practice, journey, here):
    other = add_family(practice, "The Lees", [Carer("Jo Lee")], [Baby("bump")])
    jo = people(practice, other).carers[0].id
    for verb, args in (
        ("rate", {"scale": "now", "value": 3, "carer_id": jo}),
        ("rate", {"scale": "now", "value": 3, "carer_id": True}),
        ("describe", {"about": "us", "words": "Hello", "who": jo}),
        ("describe", {"about": "us", "words": "Hello", "who": "another/Gran"}),
        ("describe", {"about": "us", "words": "Hello", "who": "someone"}),
    ):
        with pytest.raises(Refused):
            send(here, verb, **args)
    assert ratings(practice, journey) == []
    assert descriptions(practice, journey) == []


def test_each_carer_who_is_there_has_a_step_of_their_own(practice, journey, here, sam, max_):
    asked = ["doubt", "hope", "question", f"where:{sam}", f"where:{max_}", "baby", "us", "close"]
    assert question_steps(here) == asked
    say_who_is_there(practice, here.sitting, Presence((max_,)))
    assert question_steps(here)[3:5] == ["where", "baby"]
    close_gently(practice, journey)
    assert "where" not in question_steps(here)


@pytest.mark.parametrize(
    ("who", "languages"),
    [
        ("sam", []),
        ("max", ["Urdu"]),
        ("jo", ["Somali"]),
        ("practitioner", []),
        (None, []),
        ("together", ["Urdu"]),
        ("another/Gran", ["Urdu"]),
        ("", ["Urdu"]),
    ],
)
def test_words_may_be_in_a_language_of_who_says_them(practice, journey, sam, max_, who, languages):
    jo = add_carer(practice, journey, Carer("Jo", language="Somali"))  # and is not there
    ids = {"sam": sam, "max": max_, "jo": jo}
    found = own_languages(people(practice, journey), ids.get(who, who), [sam, max_])
    assert [one.name for one in found] == languages


def test_the_language_stays_with_the_words(practice, journey, here):
    send(here, "say", step="hope", words="Peace", original="سکون", said_in=" Urdu ")
    with pytest.raises(Refused):
        say(here, "hope", "Peace", "سکون", "U" * 201)
    with practice.read() as db:
        (held,) = db.table("question_words").rows_where("sitting_id = ?", [here.sitting])
    assert (held["original"], held["said_in"]) == ("سکون", "Urdu")


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("Somali", "so"),
        ("dari", "fa-AF"),
        ("Bangla", "bn"),
        ("polski", "pl"),
        ("British English", "en"),
        ("Urdu, and some Punjabi", ""),
        ("<b>", ""),
        (None, ""),
    ],
)
def test_a_language_has_the_tag_that_a_screen_reader_knows(named, code):
    assert tag(named) == code
    assert not named or tongue(named).own_name
