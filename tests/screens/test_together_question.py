"""The helping question, together: one step at a time, every wording kept."""

import pytest

from tests.screens.lives import a_family, days_before_today
from tests.screens.seat import Seat
from vigreview.process import acts, together
from vigreview.process.helping_question import helping_question
from vigreview.process.people import Baby
from vigreview.process.practice import Practice

TITLES = [
    "Is there something you wonder or worry about?",
    "What would you like instead?",
    "So what shall we look for together?",
    "Where would you say you are?",
    "How would you describe Ada?",
    "And how is it between you and Ada?",
    "We can leave it open for now",
]


@pytest.fixture
def journey(practice):
    return a_family(practice)


@pytest.fixture
def sitting(practice, journey):
    return together.open_question_sitting(practice, journey)


@pytest.fixture
def here(sitting, hand_over):
    return hand_over(sitting)


@pytest.fixture
def keep(practice, sitting):
    """Keep words as the note box on the screen does."""
    made = iter(range(1000))

    def kept(verb, **args):
        seat = Practice(practice.vault, sitting)
        return acts.apply(seat, f"the act {next(made):04}", verb, args)

    return kept


def go_on(here, times):
    for _ in range(times):
        here.tap("turn-on")
    return here


def test_it_goes_from_doubt_to_hope_to_question_one_thing_at_a_time(here):
    seen = []
    for seat in here.steps():
        assert len(seat.titles) == 1
        assert len(seat.parts("box-")) <= 1
        seen.append(seat.title)
    assert seen == TITLES
    assert [seat.title for seat in here.steps("turn-back")] == TITLES[::-1]


def test_each_box_asks_for_words_of_its_own_step(here):
    asked = []
    for _ in range(3):
        asked += [(box["verb"], box["args"]) for box in here.parts("box-")]
        here.tap("turn-on")
    assert asked == [("say", {"step": s, "box": s}) for s in ("doubt", "hope", "question")]
    assert [one["args"]["scale"] for one in here.parts("rate-")] == ["now", "hoped"]
    about = [here.tap("turn-on").part("box-")["args"]["about"] for _ in range(2)]
    assert about == ["baby", "us"]


def test_what_was_said_before_stands_beside_the_next_step(here, keep):
    keep("say", step="doubt", words="Am I good enough?", box="doubt")
    here.tap("turn-on")
    assert "Am I good enough?" in here.lines
    keep("say", step="hope", words="To feel close", box="hope")
    here.tap("turn-on")
    assert "To feel close" in here.lines
    assert "Am I good enough?" not in here.lines


def test_rewording_keeps_the_earlier_words(practice, journey, here, keep):
    for words in ("How do I help?", "What do I do that helps Ada?"):
        keep("say", step="question", words=words, box="question")
    go_on(here, 2)
    assert here.lines.index("What do I do that helps Ada?") < here.lines.index("How do I help?")
    assert here.part("box-question")["label"] == "Would you word it differently now?"
    said = helping_question(practice, journey).question
    assert [one.words for one in said] == ["What do I do that helps Ada?", "How do I help?"]


def test_words_in_another_language_stand_beside(here, keep):
    keep("say", step="doubt", words="Am I good enough?", original="Miyaan ku filanahay?")
    here.open("helping_question")
    assert {"Am I good enough?", "Miyaan ku filanahay?"} <= set(here.lines)


def test_examples_speak_of_this_baby(here):
    assert "Some that other parents began with" in here.lines
    for _ in range(3):
        assert "{baby}" not in here.words
        here.tap("turn-on")
    here.tap("turn-back")
    assert "Ada" in here.words


def test_examples_are_of_all_that_parents_wonder_about(here):
    assert "Am I a good enough parent?" in here.lines
    assert "Feeding feels like a fight, and I dread it." in here.lines
    assert "I don't feel much yet. What if it never comes?" not in here.lines


def test_a_baby_not_born_yet_is_never_spoken_of_as_born(practice, hand_over):
    bump = Baby("bump", due_on=days_before_today(-60))
    here = hand_over(together.open_question_sitting(practice, a_family(practice, baby=bump)))
    assert "I don't feel much yet. What if it never comes?" in here.lines
    assert "Feeding feels like a fight, and I dread it." not in here.lines
    spoken_of = False
    for seat in here.steps():
        spoken_of = spoken_of or "bump" in seat.words
        assert "Ada" not in seat.words
        assert "weeks" not in seat.words
    assert spoken_of


def test_ratings_given_are_shown_again(here, keep):
    go_on(here, 3)
    assert [one["value"] for one in here.parts("rate-")] == [None, None]
    keep("rate", scale="now", value=0)
    keep("rate", scale="hoped", value=9)
    assert [one["value"] for one in here.open("helping_question").parts("rate-")] == [0, 9]


def test_it_goes_on_where_it_was_with_the_words_half_typed(session, sitting, here, keep):
    go_on(here, 1)
    keep("keep_draft", box="hope", words="To feel cl")
    again = Seat(session).open("helping_question", sitting=sitting)
    assert again.title == "What would you like instead?"
    assert again.part("box-hope")["draft"] == "To feel cl"
    assert go_on(again, 1).part("box-question")["draft"] == ""


def test_it_ends_on_the_question_and_says_thank_you(session, sitting, here, keep):
    keep("say", step="question", words="What do I do that helps Ada?", box="question")
    go_on(here, 6)
    assert here.title == "Our helping question"
    assert "What do I do that helps Ada?" in here.lines
    here.tap("turn-close")
    assert here.title == "Thank you"
    assert "turn-back" not in here.keys
    assert here.parts("box-") == []
    assert Seat(session).open("helping_question", sitting=sitting).title == "Thank you"
