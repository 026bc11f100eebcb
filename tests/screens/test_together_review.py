"""The shared review, together: one thing at a time, the parent's words first, nothing private."""

import pytest

from tests.screens.lives import (
    QUESTION,
    a_clip,
    a_family,
    a_review,
    carer_of,
    make_copies,
    with_film,
    with_question,
)
from tests.screens.seat import Seat
from vigreview.process import acts, shared_review, together
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.content import our_principles
from vigreview.process.filming import erase_film
from vigreview.process.holding import hold_film
from vigreview.process.journeys import close_gently

WAITED = "He waited until she looked"
NEVER = {
    "a private note": "a note for Kim alone",
    "the name of a clip": "Kims name for it",
    "a clip that was not chosen": "the moment left out",
    "another family": "The Zebra family",
    "another parent": "Zebedee",
    "another family's words": "zebra words",
}


@pytest.fixture
def journey(practice):
    other = with_question(practice, a_family(practice, NEVER["another family"]), "zebra words?")
    with practice.write() as db:
        db["carers"].update(carer_of(practice, other), {"called": NEVER["another parent"]})
    return with_question(practice, a_family(practice))


@pytest.fixture
def sam(practice, journey):
    return carer_of(practice, journey)


@pytest.fixture
def film(practice, journey):
    return with_film(practice, journey)


@pytest.fixture
def clips(practice, film):
    said = {"name": NEVER["the name of a clip"], "why": NEVER["a private note"]}
    made = [a_clip(practice, film, at=at, **said) for at in (0, 8)]
    a_clip(practice, film, at=15, chosen=False, name=NEVER["a clip that was not chosen"])
    make_copies(practice, film, *made)
    return made


@pytest.fixture
def review(practice, film, clips):
    """The review's own seat; its sitting is `review.sitting`."""
    return a_review(practice, film)[1]


@pytest.fixture
def here(review, hand_over):
    return hand_over(review.sitting)


def until(here, title):
    for seat in here.steps():
        if seat.title == title:
            return seat
    raise AssertionError(f"{title} was never asked")


def test_it_leads_from_step_to_step_one_thing_at_a_time(here, clips):
    seen = []
    for seat in here.steps():
        assert len(seat.titles) == 1
        seen.append((seat.title, [one["src"] for one in seat.parts("clip-")]))
    assert seen == [
        ("Hello again", []),
        ("Our question", []),
        *(("What did you notice?", [f"/clips/{one}"]) for one in clips),
        ("What we take with us", []),
        ("How it feels now", []),
        ("Looking back at today", []),
        ("Next time", []),
    ]


def test_after_a_hard_day_nothing_is_rated_and_no_film_is_asked_for(practice, journey, here):
    close_gently(practice, journey)
    titles = [seat.title for seat in here.open("shared_review").steps()]
    assert titles[-2:] == ["What we take with us", "Looking back at today"]
    assert "turn-close" in here.keys


def test_nothing_private_and_nothing_of_anybody_else_is_ever_sent(here, review, clips, sam):
    shared_review.notice(review, clips[0], WAITED, sam)
    for seat in here.steps():
        sent = "\n".join(text for _, text in seat.sources)
        for what, words in NEVER.items():
            assert words not in sent, f"{what} was sent with {seat.title}"
    sent = "\n".join(text for _, text in here.tap("turn-close").sources)
    assert not any(words in sent for words in NEVER.values())


def test_no_times_no_scores_and_no_practice_words_are_sent(here):
    for seat in here.steps():
        for text in ("start_us", "end_us", "duration", "standing", "candidate"):
            assert text not in seat.words


def test_another_page_cannot_be_asked_for(practice, here, journey, film):
    for page in ("caseload", "journey", "clips", "people", "consent", "film", "find", "settings"):
        asked = here.open(page, journey=journey, film=film)
        assert asked.title == "There is nothing here"
        assert asked.buttons == [], "a way out that leads nowhere"
        assert not any(words in asked.words for words in (*NEVER.values(), "Ada"))


def test_another_sitting_cannot_be_asked_for(practice, here, journey):
    other = together.open_question_sitting(practice, journey)
    assert here.open("shared_review", sitting=other).title == "Hello again"
    assert here.open("helping_question", sitting=other).title == "There is nothing here"


def test_the_parents_words_come_first_and_apart(here, review, clips, sam):
    shared_review.notice(review, clips[0], "You held back, Sam", None)
    shared_review.notice(review, clips[0], WAITED, sam)
    until(here, "What did you notice?")
    lines = here.lines
    assert lines.index(WAITED) < lines.index("You held back, Sam")
    quotes = [text for kind, text in here.sources if kind == "html" and "<blockquote" in text]
    kinds = ["said parent" in one for one in quotes]
    assert kinds == [True, False]
    assert here.part("box-noticing")["chosen"] == sam


def test_words_kept_in_the_box_are_on_the_screen_of_their_own_clip(here, review, clips, sam):
    until(here, "What did you notice?")
    box = here.part("box-noticing")
    sent = {**box["args"], "words": WAITED, "who": box["who"][0]["id"], "original": None}
    kept = acts.apply(review, "an-act-of-its-own", box["verb"], sent)
    here.open("shared_review")
    assert WAITED in here.lines
    assert here.part("box-noticing")["shown"] == [kept["id"]]
    until(here.tap("turn-on"), "What did you notice?")
    assert WAITED not in here.lines


def test_a_principle_can_be_named_after_what_was_noticed(here, review, clips, sam):
    said = shared_review.notice(review, clips[0], WAITED, sam)
    one = our_principles().levels[0].principles[2]
    act = {"noticing_id": said, "what": one.id, "seen": True}
    acts.apply(review, "the first tap", "see_in_noticing", act)
    until(here, "What did you notice?")
    cards = here.part("shows-")
    assert cards["noticing_id"] == said
    assert cards["seen"] == [one.id]
    assert [level["words"] for level in cards["levels"]] == list(our_principles().level_names)
    assert cards["source"] == our_principles().source


def test_a_principle_of_an_earlier_list_does_not_stop_a_review(here, review, clips, sam):
    said = shared_review.notice(review, clips[0], WAITED, sam)
    with review.write() as db:
        earlier = {"noticing_id": said, "principle": "of an earlier list"}
        db.table("noticing_principles").insert(earlier)
    until(here, "What did you notice?")
    assert here.part("shows-")["levels"][-1]["principles"][0]["words"] == "of an earlier list"


def test_wondering_comes_after_there_are_words_and_is_never_required(here, review, clips, sam):
    asked = "What might Ada have been thinking?"
    until(here, "What did you notice?")
    assert asked not in here.lines
    shared_review.notice(review, clips[0], WAITED, sam)
    lines = here.open("shared_review").lines
    assert lines.index(WAITED) < lines.index(asked)
    shared_review.wonder(review, clips[0], "Who is that?", sam, about="feeling")
    lines = here.open("shared_review").lines
    assert lines.index("What might Ada have been feeling?") < lines.index("Who is that?")


@pytest.mark.parametrize(
    ("about", "asks"),
    [
        ("thinking", "What might Ada have been thinking?"),
        ("feeling", "What might Ada have been feeling?"),
        ("me", "And you? What were you thinking or feeling?"),
    ],
)
def test_a_question_opens_at_a_tap_and_is_there_after_a_reload(
    session, here, review, clips, sam, about, asks
):
    shared_review.notice(review, clips[0], WAITED, sam)
    until(here, "What did you notice?")
    here.open("shared_review").tap(f"to-{about}-ask")
    for seat in (here, Seat(session).open("shared_review")):
        assert seat.titles == [asks]
        (box,) = seat.parts("box-")
        args = {"clip_id": clips[0], "about": about, "box": f"{about}-{clips[0]}"}
        assert (box["verb"], box["args"]) == ("wonder", args)
        assert WAITED in seat.lines
        assert seat.part("clip-")["src"] == f"/clips/{clips[0]}"
    assert here.tap("to-clip-ask").title == "What did you notice?"
    assert here.tap("turn-on").part("clip-")["src"] == f"/clips/{clips[1]}"


def test_what_was_wondered_in_an_older_review_is_there_still(practice, here, review, clips, sam):
    said = shared_review.wonder(review, clips[0], "Who is that?", sam)
    with practice.write() as db:
        db.table("noticings").update(said, {"kind": "wondering"})
        db.table("sittings").update(review.sitting, {"step": f"wonder:{clips[0]}"})
    here.open("shared_review")
    assert here.title == "What did you notice?"
    assert "Who is that?" in here.lines


def test_next_time_begins_with_the_ideas_from_last_time(practice, journey, here, review, hand_over):
    shared_review.add_idea(review, "Wait a breath longer")
    assert "Ideas you had last time" not in here.lines
    together.close(review)
    second = with_film(practice, journey)
    make_copies(practice, second, a_clip(practice, second))
    here = hand_over(a_review(practice, second)[0])
    assert "Ideas you had last time" in here.lines
    assert "Wait a breath longer" in here.lines
    assert here.part("box-since")["label"] == "What have you noticed since?"


def test_the_question_can_be_said_differently_and_the_earlier_words_stay(here, review):
    here.tap("turn-on")
    assert QUESTION in here.lines
    args = {"step": "question", "words": "How do we two settle?", "original": None}
    acts.apply(review, "said-differently", "say", args)
    lines = here.open("shared_review").lines
    assert lines.index("How do we two settle?") < lines.index(QUESTION)


def test_it_goes_on_at_the_same_step_after_a_reload(session, here, review, clips, sam):
    until(here, "What did you notice?")
    shared_review.wonder(review, clips[0], "Who is that?", sam)
    acts.keep_draft(review, f"noticing-{clips[0]}", "Maybe she th")
    again = Seat(session).open("shared_review", sitting=review.sitting)
    assert again.title == here.title
    assert "Who is that?" in again.lines
    assert again.part("box-noticing")["draft"] == "Maybe she th"


def test_the_closing_page_reads_all_of_it_back(here, review, clips, sam):
    shared_review.noticed_since(review, "She looks for me now", sam)
    shared_review.on_my_mind(review, "The nights are long", sam)
    shared_review.notice(review, clips[1], WAITED, sam)
    shared_review.wonder(review, clips[1], "Who is that?", sam)
    shared_review.add_idea(review, "Wait a breath longer", sam)
    lines = until(here, "Looking back at today").lines
    for words in (QUESTION, WAITED, "Who is that?", "Wait a breath longer", "She looks for me now"):
        assert words in lines
    assert "The nights are long" not in lines


def test_what_is_on_their_mind_stays_with_how_things_have_been(here, review, sam):
    shared_review.on_my_mind(review, "The nights are long", sam)
    assert "The nights are long" in here.open("shared_review").lines
    for seat in here.tap("turn-on").steps():
        assert "The nights are long" not in seat.lines


def test_a_closed_review_says_thank_you_and_takes_nothing_more(session, here, review):
    until(here, "Next time").tap("turn-close")
    assert here.title == "Thank you"
    assert not {"turn-on", "turn-back", "turn-close"} & here.keys
    again = Seat(session).open("shared_review", sitting=review.sitting)
    assert again.title == "Thank you"
    assert again.parts("box-") == again.parts("clip-") == []


def test_consent_taken_back_in_the_middle_stops_the_film_and_not_the_talk(
    practice, journey, here, review, clips, sam
):
    shared_review.notice(review, clips[0], WAITED, sam)
    until(here, "What did you notice?")
    withdraw_consent(practice, consents(practice, journey)[0].id)
    here.open("shared_review")
    assert here.parts("clip-") == []
    assert "This film is not to be shown any more." in here.lines
    assert WAITED in here.lines
    assert "turn-on" in here.keys


def test_a_film_held_in_the_middle_shows_nothing_more_and_says_nothing_of_it(
    practice, film, here, review, clips, sam
):
    shared_review.notice(review, clips[0], WAITED, who=sam)
    why = "To talk over with Jo"
    hold_film(practice, film, why)
    sent = []
    for screen in until(here, "What did you notice?").steps():
        sent += [text for _, text in screen.sources]
    assert "This film is not to be shown any more." in "\n".join(sent)
    assert WAITED in "\n".join(sent)
    for never in (why, "on hold", "/clips/", "/stills/"):
        assert never not in "\n".join(sent), never


def test_a_film_erased_in_the_middle_leaves_the_words(practice, film, here, review, clips, sam):
    shared_review.notice(review, clips[0], WAITED, sam)
    until(here, "What did you notice?")
    erase_film(practice, film, "Sam asked for it")
    here.open("shared_review")
    assert here.parts("clip-") == []
    assert WAITED in until(here, "Looking back at today").lines


def test_without_a_question_there_is_room_to_find_one(practice, hand_over):
    journey = a_family(practice)
    film = with_film(practice, journey)
    make_copies(practice, film, a_clip(practice, film))
    here = hand_over(a_review(practice, film)[0]).tap("turn-on")
    assert here.part("box-question")["verb"] == "say"
    assert "None" not in here.words


def test_handed_over_again_it_goes_on_and_not_back_to_the_start(practice, session, here, review):
    until(here, "What we take with us")
    together.take_back(practice, review.sitting)
    together.hand_over(practice, review.sitting)
    assert Seat(session).open("shared_review").title == "What we take with us"
