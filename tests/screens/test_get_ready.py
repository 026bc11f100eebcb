"""Getting ready: consent, the clips' copies, and handing the tablet over."""

import pytest

from tests.process.conftest import consent_to
from tests.screens.lives import a_clip, a_family, make_copies, with_film, with_question
from tests.screens.seat import Seat
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.holding import hold_film
from vigreview.process.jobs import jobs
from vigreview.process.presence import presence
from vigreview.process.together import under_way


@pytest.fixture
def journey(practice):
    return with_question(practice, a_family(practice))


@pytest.fixture
def film(practice, journey):
    return with_film(practice, journey)


def test_a_film_is_not_shown_together_without_consent_to_that(practice, desk, journey, film):
    a_clip(practice, film)
    for given in consents(practice, journey):
        if given.purpose == "review" and given.carer_id:
            withdraw_consent(practice, given.id)
    desk.open("get_ready", film=film)
    assert "Not to be shown together yet" in desk.lines
    assert "There is no consent for Sam to look at short clips of it together." in desk.lines
    assert "hand_over" not in desk.keys
    assert jobs(practice, film) == []
    assert desk.tap("to_consent").title == "Consent"
    consent_to(practice, journey, ["review"])
    assert "Making the clips ready: 0 of 1" in desk.open("get_ready", film=film).lines


def test_without_a_chosen_clip_there_is_nothing_to_get_ready(practice, desk, film):
    a_clip(practice, film, chosen=False)
    assert "Choose at least one clip first." in desk.open("get_ready", film=film).lines
    assert jobs(practice, film) == []


def test_it_shows_the_question_and_the_chosen_clips_in_order(practice, desk, film):
    a_clip(practice, film, name="Waiting")
    a_clip(practice, film, at=5, chosen=False, name="Perhaps not")
    a_clip(practice, film, at=10)
    lines = desk.open("get_ready", film=film).lines
    assert "What do I do that helps Ada settle?" in lines
    assert lines.index("Waiting") < lines.index("A moment")
    assert "Perhaps not" not in lines


def test_the_tablet_is_handed_over_only_when_all_copies_are_made(practice, desk, film):
    first, second = a_clip(practice, film), a_clip(practice, film, at=8)
    make_copies(practice, film, first)
    desk.open("get_ready", film=film)
    assert "Making the clips ready: 1 of 2" in desk.lines
    assert "hand_over" not in desk.keys
    make_copies(practice, film, second)
    assert "hand_over" in desk.open("get_ready", film=film).keys


def test_a_copy_that_could_not_be_made_says_why(practice, desk, film):
    a_clip(practice, film)
    desk.open("get_ready", film=film)
    with practice.write() as db:
        db.execute("update jobs set state = 'failed', why = 'The disk is full.'")
    with practice.read() as db:
        assert db["jobs"].count_where("task = 'clip'") == 1
    desk.open("get_ready", film=film)
    with practice.read() as db:
        waiting = db["jobs"].count_where("task = 'clip' and state = 'waiting'")
    assert waiting == 1, "looking again asks for the copy again"
    assert "The disk is full." in desk.told


def test_handing_over_blanks_the_practitioners_screen(practice, desk, session, film):
    make_copies(practice, film, a_clip(practice, film, why="A private thought"))
    desk.open("get_ready", film=film).tap("hand_over")
    sitting = under_way(practice)
    assert session.narrowed.place == f"/shared_review?sitting={sitting.id}"
    assert desk.lines == ["The screen was locked. Please sign in again.", "To the sign-in page"]
    here = Seat(session).open("shared_review", sitting=sitting.id)
    assert here.title == "Hello again"


def test_consent_taken_back_while_getting_ready_stops_the_handing_over(
    practice, desk, session, journey, film
):
    make_copies(practice, film, a_clip(practice, film))
    desk.open("get_ready", film=film)
    withdraw_consent(practice, consents(practice, journey)[0].id)
    desk.tap("hand_over")
    assert session.narrowed is None
    assert "Not to be shown together yet" in desk.lines


def test_a_film_on_hold_is_not_got_ready_and_not_handed_over(practice, desk, film):
    made = a_clip(practice, film)
    make_copies(practice, film, made)
    desk.open("get_ready", film=film)
    hold_film(practice, film, "To talk over with Jo")
    desk.tap("hand_over")
    assert under_way(practice) is None
    assert "This film is on hold" in desk.open("get_ready", film=film).lines
    assert "hand_over" not in desk.keys
    desk.tap(f"release-{film}")
    assert "Everything is ready." in desk.lines


def test_who_will_be_there_is_said_and_may_say_what_they_notice(practice, desk, session, film):
    made = a_clip(practice, film)
    make_copies(practice, film, made)
    desk.open("get_ready", film=film)
    (there,) = (key for key in desk.keys if key.startswith("there-other-"))
    assert [one.options for one in desk.elements if one.type == "button_group"] == [["Sam", "Ada"]]
    desk.field(there).set_value("Amina, <b>Jo</b>")
    desk.tap("hand_over")
    sitting = under_way(practice)
    here = Seat(session).open("shared_review", sitting=sitting.id)
    words = [one["word"] for one in here.part("box-since")["who"]]
    assert words[0] == "Sam"
    assert {"Amina", "<b>Jo</b>"} <= set(words)
    assert presence(practice, sitting.id).others == ("Amina", "<b>Jo</b>")


def test_from_getting_ready_one_can_rehearse(desk, practice, film):
    a_clip(practice, film)
    assert desk.open("get_ready", film=film).tap("rehearse").title == "Rehearse"
