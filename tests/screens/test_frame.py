"""Around every screen: who is signed in, addresses that lead nowhere, the demo's banner."""

import json

import pytest

from tests.screens.lives import a_family, with_film, with_question
from tests.screens.seat import Seat
from vigreview.process import together
from vigreview.web.sessions import ASLEEP, PAUSE

NEEDS = {
    "journey": "journey",
    "people": "journey",
    "consent": "journey",
    "film": "journey",
    "clips": "film",
    "get_ready": "film",
    "files": "film",
}
PAGES = ("caseload", "new_family", "settings", "find", *NEEDS)


@pytest.fixture
def journey(practice):
    return with_question(practice, a_family(practice))


SLIPS = ["", "-1", "one", "1 or 1", "²", "٣", "9" * 40]


@pytest.mark.parametrize(
    ("page", "which"), [*((page, "999999") for page in NEEDS), *(("journey", no) for no in SLIPS)]
)
def test_an_address_with_a_slip_in_it_says_so_and_leads_back(desk, journey, page, which):
    desk.open(page, **{NEEDS[page]: which})
    assert desk.title == "There is nothing here"
    assert "Sam with Ada" not in desk.words
    assert desk.tap("To the families").title == "Families"


@pytest.mark.parametrize("page", NEEDS)
def test_an_address_without_its_number_leads_back(desk, page):
    assert desk.open(page).title == "There is nothing here"


def test_a_page_that_is_not_there_shows_the_families(desk, journey):
    assert desk.open("no_such_page").title == "Families"


@pytest.mark.parametrize("page", ["helping_question", "shared_review", "ending"])
def test_together_screens_are_not_opened_from_the_desk(practice, desk, journey, page):
    sitting = together.open_question_sitting(practice, journey)
    assert desk.open(page, sitting=sitting).title == "Families"


@pytest.mark.parametrize("page", PAGES)
def test_nobody_signed_in_sees_no_family(practice, journey, page):
    film = with_film(practice, journey)
    nobody = Seat().open(page, journey=journey, film=film)
    assert nobody.lines == ["The screen was locked. Please sign in again.", "To the sign-in page"]


@pytest.mark.parametrize("page", PAGES)
def test_a_screen_left_open_shows_nothing_after_a_lock(practice, desk, doors, journey, page):
    film = with_film(practice, journey)
    doors.begin(practice.vault, "Kim on another screen")  # keeps the vault open
    desk.open(page, journey=journey, film=film)
    doors.lock(desk.session)
    desk.open(page, journey=journey, film=film)
    assert desk.lines == ["The screen was locked. Please sign in again.", "To the sign-in page"]


def test_a_badge_from_before_the_handing_over_opens_nothing(practice, session, desk, journey):
    desk.open("journey", journey=journey).tap("to_question")
    assert session.narrowed
    assert desk.words.count("Ada") == 0


def test_the_watch_knows_whose_screen_it_is_and_whether_it_is_covered(
    practice, session, desk, hand_over, journey
):
    told = desk.open().part("watch")
    assert (told["role"], told["cover"], told["changes"]) == ("practitioner", "", 0)
    here = hand_over(together.open_question_sitting(practice, journey))
    assert here.part("watch")["role"] == "together"
    for cover in (PAUSE, ASLEEP):
        session.cover = cover
        here.open("helping_question")
        assert here.part("watch")["cover"] == cover
        assert here.lines == [json.dumps(here.part("watch"))]  # and nothing else is on the screen


def test_a_tap_on_a_screen_that_fell_asleep_changes_nothing(practice, session, hand_over, journey):
    sitting_id = together.open_question_sitting(practice, journey)
    here = hand_over(sitting_id)
    session.cover = ASLEEP
    here.tap("turn-on")
    assert together.sitting(practice, sitting_id).step == "doubt"


def test_the_demo_family_says_that_it_is_made_up(practice, doors):
    demo, _ = doors.begin(practice.vault, "Kim", demo=True)
    assert (
        "A demo family. Everything here is made up. The PIN that takes the tablet back is 1234."
        in Seat(demo).open().lines
    )


def test_a_real_family_is_never_said_to_be_made_up(desk, journey):
    assert "made up" not in desk.open().words
