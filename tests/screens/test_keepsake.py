"""Keepsake: what it shows, chosen at the desk alone; made, watched, handed over."""

import pytest

from tests.screens.lives import (
    QUESTION,
    a_clip,
    a_family,
    a_review,
    carer_of,
    with_film,
    with_question,
)
from vigreview.process import shared_review, together
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.files_out import files_out
from vigreview.process.holding import hold_film
from vigreview.process.jobs import jobs
from vigreview.process.journeys import close_gently
from vigreview.process.keepsake import keepsake
from vigreview.process.microanalysis import delete_clip

NOTICED, WONDERED, MINE = "I wait for *her*", "Here I am, Dada", "Kim saw how patient you were"
IDEA = "Sing before the bath"
PRIVATE = {"name": "Kims name for it", "why": "a private note", "wonder": "a private question"}


@pytest.fixture
def journey(practice):
    return with_question(practice, a_family(practice))


@pytest.fixture
def film(practice, journey):
    return with_film(practice, journey)


@pytest.fixture
def clips(practice, journey, film):
    """Two clips of a review that has been closed; the first was talked about."""
    clips = [a_clip(practice, film, **PRIVATE), a_clip(practice, film, at=8, **PRIVATE)]
    _, seat = a_review(practice, film)
    sam = carer_of(practice, journey)
    shared_review.notice(seat, clips[0], MINE, None)
    shared_review.notice(seat, clips[0], NOTICED, sam)
    shared_review.wonder(seat, clips[0], WONDERED, sam)
    shared_review.add_idea(seat, IDEA, sam)
    together.close(seat)
    return clips


def finish(practice):
    with practice.write() as db:
        db.execute("update jobs set state = 'done'")


def test_the_journey_leads_to_what_it_shows_in_the_parents_words(desk, journey, film, clips):
    desk.open("journey", journey=journey).tap(f"keepsake-{film}")
    assert (desk.title, desk.address) == ("Keepsake", {"film": film})
    assert {QUESTION, NOTICED, IDEA} <= set(desk.lines)
    assert desk.field(f"words-{clips[0]}").options == [
        NOTICED.replace("*", "\\*"),
        WONDERED,
        "No words",
    ]
    assert "Without words: nothing was kept about this clip." in desk.lines
    for never in (MINE, *PRIVATE.values()):
        assert never not in desk.words
    assert desk.tap("back").title == "Ada and Sam"


def test_what_is_tapped_is_chosen(practice, desk, film, clips):
    desk.open("keepsake", film=film)
    first, second = clips
    wondered = keepsake(practice, film).moments[0].choices[1].id
    desk.fill(**{f"words_{first}": wondered, f"slowly_{first}": True, f"still_{first}": True})
    desk.fill(**{f"shown_{second}": False, "question": False})
    desk.fill(**{f"idea_{keepsake(practice, film).ideas[0][0].id}": False})
    chosen = keepsake(practice, film)
    moment, left_out = chosen.moments
    assert (moment.words.words, moment.slowly, moment.still) == (WONDERED, True, True)
    assert not left_out.shown
    assert not chosen.with_question
    assert [shown for _, shown in chosen.ideas] == [False]
    assert f"slowly-{second}" not in desk.keys
    desk.fill(**{f"words_{first}": 0})
    assert keepsake(practice, film).moments[0].words is None
    # All of it is there again after a reload.
    assert not desk.open("keepsake", film=film).field(f"shown-{second}").value


def test_it_is_made_watched_and_handed_over_as_it_is_chosen_now(practice, desk, film, clips):
    desk.open("keepsake", film=film).tap("make")
    assert {"make", "cancel"} & desk.keys == {"cancel"}
    desk.tap("cancel")
    assert "make" in desk.open("keepsake", film=film).keys
    desk.tap("make")
    finish(practice)
    desk.open("keepsake", film=film)
    made = next(job for job in jobs(practice, film) if job.task == "keepsake")
    assert desk.part("keepsake-")["src"] == f"/keepsakes/{film}?made={made.id}"
    assert desk.field("hand_over").disabled, "there is no reason yet"
    desk.fill(why="Sam would like to keep it").tap("hand_over")
    (file,) = files_out(practice, film)
    assert (file.kind, file.why) == ("keepsake", "Sam would like to keep it")
    finish(practice)
    desk.open("keepsake", film=film)
    assert [one.proto.url for one in desk.elements if one.type == "link_button"] == [
        f"/files/{file.id}"
    ]
    assert file.name in desk.open("files", film=film).lines
    desk.open("keepsake", film=film).fill(**{f"slowly_{clips[0]}": True})
    assert "Something has been chosen differently since this was made." in desk.lines
    assert {"make", "hand_over"} & desk.keys == {"make"}


def test_what_could_not_be_made_says_why(practice, desk, film, clips):
    desk.open("keepsake", film=film).tap("make")
    with practice.write() as db:
        db.execute("update jobs set state = 'failed', why = 'The disk is full.'")
    assert "The disk is full." in desk.open("keepsake", film=film).told
    assert "make" in desk.keys


def test_without_a_review_it_says_what_it_is_made_of(desk, film):
    desk.open("keepsake", film=film)
    assert "It is made of the shared review, which is still to come." in desk.lines
    assert "make" not in desk.keys
    assert desk.tap("to_clips").title.startswith("Clips")


def test_with_nothing_noticed_the_clips_stand_by_themselves(practice, desk, journey, film):
    a_clip(practice, film)
    a_review(practice, film)
    desk.open("keepsake", film=film)
    assert "No words about these clips have been kept, so they stand by themselves." in desk.lines
    assert not desk.field("make").disabled


def test_clips_that_were_taken_away_leave_nothing_to_make_it_of(practice, desk, film, clips):
    for clip in clips:
        delete_clip(practice, clip)
    assert (
        "The clips of this review have been taken away." in desk.open("keepsake", film=film).lines
    )
    assert "make" not in desk.keys


def test_a_film_on_hold_or_without_consent_shows_nothing(practice, desk, journey, film, clips):
    desk.open("keepsake", film=film).tap("make")
    finish(practice)
    hold_film(practice, film, "To talk over with Jo")
    assert "This film is on hold" in desk.open("keepsake", film=film).lines
    assert nothing_of_it(desk)
    desk.tap(f"release-{film}")
    assert desk.parts("keepsake-")
    withdraw_consent(practice, consents(practice, journey)[0].id)
    assert "There is no consent for" in desk.open("keepsake", film=film).words
    assert nothing_of_it(desk)


def nothing_of_it(desk):
    shown = [NOTICED, IDEA, "/stills/"]
    sources = [text for _, text in desk.sources]
    return not desk.parts("keepsake-") and not any(
        each in text for each in shown for text in sources
    )


def test_after_a_hard_day_nothing_is_asked(practice, desk, journey, film, clips):
    close_gently(practice, journey)
    desk.open("keepsake", film=film)
    assert "Nothing needs to be decided now." in desk.words
    assert not desk.field("question").value
    assert QUESTION not in desk.lines
    assert "take home: the moments" not in desk.words


def test_together_there_is_no_keepsake(practice, film, clips, hand_over):
    here = hand_over(a_review(practice, film)[0])
    here.open("keepsake", film=film)
    assert "Keepsake" not in here.lines
    assert f"keepsake-{film}" not in here.keys
