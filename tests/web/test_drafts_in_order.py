"""Drafts that come late, in parallel or twice: the newest words are the ones that stay."""

import time
import uuid

import pytest

from vigreview.process import acts, settings, together
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice, Refused
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    vault = Vault.create(tmp_path_factory.mktemp("drafts"), "a warm kitchen", new_recovery_key())
    settings.begin(Practice(vault), "Kim", "4711")
    yield Practice(vault)
    vault.lock()


@pytest.fixture
def seat(desk):
    family = add_family(desk, "Sam", [Carer("Sam", "Dada", "Sam")], [Baby("Ada")])
    return Practice(desk.vault, together.open_question_sitting(desk, family))


@pytest.fixture
def send(seat):
    def apply(verb, **args):
        return acts.apply(seat, str(uuid.uuid4()), verb, {"box": "hope", **args})

    return apply


def test_an_older_draft_that_comes_late_changes_nothing(seat, send):
    send("keep_draft", words="She looked at me", turn=2)
    send("keep_draft", words="She loo", turn=1)
    assert acts.draft(seat, "hope") == "She looked at me"
    send("keep_draft", words="the same turn, sent again", turn=2)
    assert acts.draft(seat, "hope") == "She looked at me"
    send("keep_draft", words="She looked at me and", turn=3)
    assert acts.draft(seat, "hope") == "She looked at me and"


def test_a_late_draft_does_not_refill_a_box_that_keep_emptied(seat, send):
    send("keep_draft", words="To feel cl", turn=1)
    send("say", step="hope", words="To feel close", original=None, turn=3)
    send("keep_draft", words="To feel clos", turn=2)
    assert acts.draft(seat, "hope") == ""
    assert acts.drafts(seat) == []


def test_keep_does_not_empty_what_was_typed_after_it(seat, send):
    send("keep_draft", words="And to laugh", turn=6)
    send("say", step="hope", words="To feel close", original=None, turn=5)
    assert acts.draft(seat, "hope") == "And to laugh"


def test_words_are_kept_although_the_clock_was_set_back(seat, send):
    tomorrow = int((time.time() + 86_400) * 1000)
    send("keep_draft", words="by the wrong clock", turn=tomorrow)
    send("keep_draft", words="by the right one", turn=int(time.time() * 1000))
    assert acts.draft(seat, "hope") == "by the right one"


@pytest.mark.parametrize("turn", ["1", 1.5, True, 10**30])
def test_a_turn_is_a_whole_number(seat, send, turn):
    with pytest.raises(Refused):
        send("keep_draft", words="She looked", turn=turn)
    assert acts.draft(seat, "hope") == ""
