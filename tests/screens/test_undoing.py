"""The bench is told what undo would take back and redo do again, in words."""

import re
from pathlib import Path

import pytest

from tests.screens.lives import a_clip, a_family, with_film
from vigreview.components.bench.bench import STEPS
from vigreview.process.microanalysis import delete_clip, describe_clip, move_clip
from vigreview.process.steps import redo, undo

PROCESS = Path(__file__).parents[2] / "vigreview" / "process"


@pytest.fixture
def film(practice):
    return with_film(practice, a_family(practice))


def said(desk, film):
    given = desk.open("clips", film=film).part("bench")
    return given["undo"], given["redo"]


def test_the_last_act_on_a_film_is_what_undo_names(practice, desk, film):
    assert said(desk, film) == (None, None)
    made = a_clip(practice, film)
    move_clip(practice, made, 1_000_000, 3_000_000)
    assert said(desk, film) == ("moving an edge", None)
    describe_clip(practice, made, name="Waiting")
    delete_clip(practice, made)
    assert said(desk, film) == ("taking a clip away", None)
    undo(practice, film)
    undo(practice, film)
    assert said(desk, film) == ("moving an edge", "what was said of a clip")
    redo(practice, film)
    assert said(desk, film) == ("what was said of a clip", "taking a clip away")


def test_another_film_has_nothing_to_undo(practice, desk, film):
    a_clip(practice, film)
    other = with_film(practice, a_family(practice, "Mo and Lin"))
    assert said(desk, other) == (None, None)


def test_there_are_words_for_every_step():
    written = re.compile(r'with step\(.*, "([a-z ]+)"\)')
    verbs = {verb for file in PROCESS.glob("*.py") for verb in written.findall(file.read_text())}
    assert verbs == set(STEPS)
