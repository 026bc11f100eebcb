"""Who will be there at a shared review is said before it, and kept with it."""

import pytest

from tests.screens.lives import a_clip, a_family, with_film
from vigreview.process.getting_ready import get_ready
from vigreview.process.people import people
from vigreview.process.practice import Refused
from vigreview.process.presence import Presence, presence, say_who_is_there, there_last
from vigreview.process.speakers import others


@pytest.fixture
def journey(practice):
    return a_family(practice)


@pytest.fixture
def review(practice, journey):
    film = with_film(practice, journey)
    a_clip(practice, film)
    return get_ready(practice, film)


def test_until_it_is_said_everybody_of_the_journey_will_be_there(practice, journey, review):
    everybody = people(practice, journey)
    there = presence(practice, review)
    assert there.carers == tuple(one.id for one in everybody.carers)
    assert there.babies == tuple(one.id for one in everybody.babies)
    assert there.others == ()
    assert there_last(practice, journey) == ""


def test_what_is_said_last_counts_and_each_is_there_once(practice, journey, review):
    (carer,) = people(practice, journey).carers
    said = Presence((carer.id,), (), (" Amina ", "Amina", "Jo, a colleague"))
    say_who_is_there(practice, review, Presence((carer.id,), (), ("Nobody we know",)))
    say_who_is_there(practice, review, said)
    assert presence(practice, review) == Presence((carer.id,), (), ("Amina", "Jo, a colleague"))
    assert others(practice, review) == ["Amina", "Jo, a colleague"]
    assert there_last(practice, journey) == f"{carer.called}, Amina, Jo, a colleague"


@pytest.mark.parametrize(
    "there",
    [Presence(), Presence((999,)), Presence((1,), (999,)), Presence((1,), (), ("A" * 61,))],
)
def test_who_is_not_of_this_journey_is_refused_and_nothing_changes(practice, review, there):
    before = presence(practice, review)
    with pytest.raises(Refused):
        say_who_is_there(practice, review, there)
    assert presence(practice, review) == before
