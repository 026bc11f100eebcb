"""The ending: what was seen beside its stills, how it is now, wishes for the films; no more."""

import pytest

from vigreview.process import acts, together
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.ending import open_ending, seen, steps, wish_for_films, wishes
from vigreview.process.filming import erase_film, open_film
from vigreview.process.helping_question import describe, descriptions, rate, ratings
from vigreview.process.journeys import close_gently, end_journey, take_up_again
from vigreview.process.microanalysis import delete_clip, describe_clip, mark_clip
from vigreview.process.practice import NotThere, Practice, Refused
from vigreview.process.shared_review import get_ready, notice, noticings, wonder
from vigreview.process.stills import make_face, stills, take_still
from vigreview.process.watching import open_stream


@pytest.fixture
def clip(practice, film):
    made = mark_clip(practice, film, 0, 3_000_000)
    describe_clip(practice, made, chosen=True)
    return made


@pytest.fixture
def reviewed(practice, film, clip, sam):
    """A closed review in which Sam and the practitioner noticed something."""
    here = Practice(practice.vault, get_ready(practice, film))
    together.hand_over(practice, here.sitting)
    notice(here, clip, "I waited for her", sam)
    notice(here, clip, "You leaned in", None)
    wonder(here, clip, "There you are, Dada", sam)
    together.close(here)
    with open_film(practice.vault, film) as file:
        for one in stills(practice, film):
            with file.writer(one.stream, "image/jpeg") as out:
                out.write(b"a still")
    return here.sitting


@pytest.fixture
def ending(practice, consented):
    """The seat of an ending that is under way."""
    sitting = open_ending(practice, consented)
    together.hand_over(practice, sitting)
    return Practice(practice.vault, sitting)


def test_what_a_carer_noticed_comes_back_with_its_still(
    practice, film, reviewed, ending, consented
):
    (face,) = (one.id for one in stills(practice, film))
    looked_back = [(one.words, one.who, one.still) for one in seen(ending, consented)]
    assert looked_back == [("I waited for her", "Sam", face)]
    assert steps(ending) == ["question", "seen", "where", "baby", "us", "films", "close"]
    with open_stream(ending, "still", face).file:
        pass


def test_only_those_stills_can_be_reached_and_no_clip(practice, film, clip, reviewed, ending):
    other = take_still(practice, film, 1_000_000, clip)
    for kind, which in (("still", other), ("clip", clip), ("film", film)):
        with pytest.raises((Refused, NotThere)):
            open_stream(ending, kind, which, "playing" if kind == "film" else None)
    with pytest.raises(NotThere):
        noticings(ending, reviewed)


def test_words_stay_where_the_picture_may_not_be_shown(practice, film, consented, reviewed, ending):
    (face,) = (one.id for one in stills(practice, film))
    for one in consents(practice, consented):
        if one.purpose == "review":
            withdraw_consent(practice, one.id)
    assert [(one.words, one.still) for one in seen(ending, consented)] == [
        ("I waited for her", None)
    ]
    with pytest.raises(Refused):
        open_stream(ending, "still", face)


def test_words_stay_when_their_clip_is_gone(practice, consented, clip, reviewed, ending):
    delete_clip(practice, clip)
    assert [(one.words, one.still) for one in seen(ending, consented)] == [
        ("I waited for her", None)
    ]


def test_the_face_is_the_one_chosen_now(practice, film, clip, consented, reviewed, ending):
    other = take_still(practice, film, 1_000_000, clip)
    make_face(practice, other)
    assert [one.still for one in seen(ending, consented)] == [other]


def test_without_words_there_is_nothing_to_look_back_at(ending):
    assert steps(ending) == ["question", "where", "baby", "us", "films", "close"]


def test_rating_and_describing_again_stand_beside_the_first_time(practice, consented, ending):
    before = Practice(practice.vault, together.open_question_sitting(practice, consented))
    rate(before, "now", 3)
    describe(before, "baby", "Cries a lot")
    rate(ending, "now", 7)
    describe(ending, "baby", "Tells me what she wants")
    assert [(one.value, one.sitting_id) for one in ratings(practice, consented)] == [
        (3, before.sitting),
        (7, ending.sitting),
    ]
    assert [(one.words, one.sitting_id) for one in descriptions(practice, consented)] == [
        ("Cries a lot", before.sitting),
        ("Tells me what she wants", ending.sitting),
    ]


def test_a_wish_for_the_films_is_kept_in_their_words_and_changes_nothing(
    practice, film, consented, sam, ending
):
    args = {"words": "I would like the bath one", "who": sam, "original": "Chcę ten z kąpieli"}
    acts.apply(ending, "the first act", "wish_for_films", dict(args))
    acts.apply(ending, "the first act", "wish_for_films", dict(args))
    (wish,) = wishes(practice, consented)
    assert (wish.words, wish.original, wish.who) == (args["words"], args["original"], "Sam")
    assert open_film(practice.vault, film).close() is None


def test_a_wish_belongs_to_an_ending(practice, consented, sam):
    question = Practice(practice.vault, together.open_question_sitting(practice, consented))
    with pytest.raises(Refused):
        wish_for_films(question, "Erase them all", sam)
    with pytest.raises(Refused):
        wish_for_films(practice, "Erase them all", sam)


@pytest.mark.parametrize("closing", [close_gently, end_journey])
def test_a_closed_journey_is_asked_for_no_ending(practice, consented, closing):
    closing(practice, consented)
    with pytest.raises(Refused):
        open_ending(practice, consented)
    take_up_again(practice, consented)
    assert open_ending(practice, consented)


def test_an_ending_that_was_left_is_gone_on_with_and_a_closed_one_is_not(practice, consented):
    first = open_ending(practice, consented)
    assert open_ending(practice, consented) == first
    together.close(Practice(practice.vault, first))
    assert open_ending(practice, consented) > first


def test_words_stay_when_their_film_is_erased(practice, film, consented, reviewed, ending):
    erase_film(practice, film, "the family asked for it")
    assert [(one.words, one.still) for one in seen(ending, consented)] == [
        ("I waited for her", None)
    ]
