"""What two people keep together, as they see it themselves and as the journey page tells it."""

import pytest

from tests.screens.lives import (
    a_clip,
    a_family,
    a_review,
    carer_of,
    make_copies,
    with_film,
    with_question,
)
from tests.screens.seat import Seat
from vigreview.handing_over import take_back
from vigreview.process import acts, shared_review, together

WAITED = "I waited until she looked"
BATH = "Sing before the bath"


@pytest.fixture
def journey(practice):
    return with_question(practice, a_family(practice))


@pytest.fixture
def sam(practice, journey):
    return carer_of(practice, journey)


@pytest.fixture
def film(practice, journey):
    return with_film(practice, journey)


@pytest.fixture
def clip(practice, film):
    made = a_clip(practice, film)
    make_copies(practice, film, made)
    return made


@pytest.fixture
def review(practice, film, clip):
    return a_review(practice, film)[1]


@pytest.fixture
def here(review, hand_over):
    return hand_over(review.sitting)


@pytest.fixture
def told(session, journey):
    """Read the journey page, as the practitioner does who has taken the tablet back."""

    def read():
        take_back(session)
        return Seat(session).open("journey", journey=journey).lines

    return read


def until(here, title):
    return next(seat for seat in here.steps() if seat.title == title)


def test_strengths_stand_first_at_the_end_and_on_the_journey_page(here, told, review, clip, sam):
    shared_review.notice(review, clip, "She kicks", sam)
    strength = shared_review.notice(review, clip, WAITED, sam)
    shared_review.keep_strength(review, strength, True)
    lines = until(here, "Looking back at today").lines
    assert lines.index("What you do well") < lines.index(WAITED) < lines.index("What you noticed")
    assert lines.index("What you noticed") < lines.index("She kicks")
    lines = told()
    assert lines.index("Strengths") < lines.index(WAITED) < lines.index("She kicks")
    shared_review.keep_strength(review, strength, False)
    assert "Strengths" not in told()


def test_an_idea_begins_from_what_was_noticed_and_says_so_ever_after(
    practice, here, told, journey, review, clip, sam, hand_over
):
    said = shared_review.notice(review, clip, WAITED, sam)
    until(here, "What we take with us").tap(f"idea-from-{said}")
    box = here.part("box-idea")
    assert box["draft"] == f"We noticed: {WAITED}"
    assert box["args"] == {"noticing_id": said, "box": f"idea-{said}"}
    sent = {**box["args"], "words": BATH, "who": sam, "original": None, "fits": "bath"}
    sent["when_words"] = "on Sundays"
    acts.apply(review, "an idea of its own", box["verb"], sent)
    here.open("shared_review")
    assert "Sam · At bath time · on Sundays" in here.lines
    assert here.part("box-idea")["draft"] == "", "it is offered as a beginning once"
    assert here.tap("idea-own").part("box-idea")["args"] == {"box": "idea"}
    assert "Sam · At bath time · on Sundays" in until(here, "Looking back at today").lines
    together.close(review)
    assert f"From what was noticed: {WAITED}" in told()
    second = with_film(practice, journey)
    make_copies(practice, second, a_clip(practice, second))
    here = hand_over(a_review(practice, second)[0])
    assert "Sam · At bath time · on Sundays" in here.lines


def test_a_worry_is_no_beginning_of_an_idea_and_no_strength(here, review, sam):
    shared_review.on_my_mind(review, "The nights are long", sam)
    until(here, "What we take with us")
    assert not [key for key in here.keys if key.startswith("idea-from-")]
    assert here.parts("noticed-") == []


def test_who_noticed_may_be_both_or_somebody_else_who_is_named_once(here, review, clip, sam):
    until(here, "What did you notice?")
    offered = [(one["id"], one["word"]) for one in here.part("box-noticing")["who"]]
    both, another = ("together", "Together"), ("another/", "Somebody else")
    assert offered == [(sam, "Sam"), ("practitioner", "Kim"), both, another]
    shared_review.notice(review, clip, WAITED, "another/Marta, who interprets")
    shared_review.notice(review, clip, "We both smiled", "together")
    here.open("shared_review")
    offered = [one["word"] for one in here.part("box-noticing")["who"]]
    assert offered[-2:] == ["Marta, who interprets", "Somebody else"]
    assert here.lines.index("We both smiled") < here.lines.index(WAITED)
    assert {"Together", "Marta, who interprets"} <= set(here.lines)


def test_the_first_wording_is_there_where_the_practitioner_looks(here, told, review, clip, sam):
    said = shared_review.notice(review, clip, "I wated", sam)
    shared_review.reword(review, "noticings", said, WAITED)
    for seat in here.steps():
        assert "I wated" not in seat.words
    assert "First said: I wated" in told()


def test_ideas_wonderings_and_what_is_on_a_mind_can_be_put_differently(
    here, told, review, clip, sam
):
    mind = shared_review.on_my_mind(review, "The nigts are long", sam)
    since = shared_review.noticed_since(review, "She laughs", sam)
    feeling = shared_review.wonder(review, clip, "Glad", sam, about="feeling")
    idea = shared_review.add_idea(review, "Sing befor the bath", sam)
    here.open("shared_review")
    asked = [one for seat in here.steps() for one in seat.parts("reword-")]
    on_these = {(one["what"], one["said_id"]) for one in asked}
    assert on_these >= {("noticings", mind), ("noticings", since), ("ideas", idea)}
    together.go_to(review, f"clip:{clip}:feeling")
    here.open("shared_review")
    (asked,) = here.parts("reword-")
    assert (asked["what"], asked["said_id"], asked["said"]) == ("noticings", feeling, "Glad")
    shared_review.reword(review, "noticings", mind, "The nights are long")
    shared_review.reword(review, "ideas", idea, "Sing before the bath")
    lines = told()
    assert {"First said: The nigts are long", "First said: Sing befor the bath"} <= set(lines)


def test_words_in_two_languages_are_put_differently_where_they_stand(
    practice, here, told, journey, review, clip, sam
):
    with practice.write() as db:
        db["carers"].update(sam, {"language": "Polish"})
    noticed = shared_review.notice(review, clip, "I wated", sam, "Czekalam", said_in="Polish")
    polish = shared_review.add_idea(review, "Śpiewać przed kąpielą", sam, said_in="Polish")
    ours = shared_review.add_idea(review, "Wait a breath", None)
    seat = until(here.open("shared_review"), "What did you notice?")
    line = seat.part("noticed-")
    (own,) = line["own_languages"]
    assert (line["said"], line["own_said"], own["lang"]) == ("I wated", "Czekalam", "pl")
    assert own["label"] == "The same in Polish, as it was said"
    seat = until(seat, "What we take with us")
    lines = {one["said_id"]: one for one in seat.parts("reword-ideas-")}
    translated = (lines[polish]["said"], lines[polish]["own_said"])
    assert translated == ("", "Śpiewać przed kąpielą")
    assert "own_languages" not in lines[ours]
    shared_review.reword(review, "noticings", noticed, WAITED, "Czekałam", "Polish")
    shared_review.reword(review, "ideas", polish, BATH, "Śpiewać przed kąpielą", "Polish")
    lines = told()
    assert {WAITED, "Czekałam", "First said: I wated · Czekalam", BATH} <= set(lines)
    assert not any(one.startswith("First said: Śpiewać") for one in lines)


def test_whose_an_idea_is_and_when_can_be_said_anew_where_it_stands(here, told, review, sam):
    idea = shared_review.add_idea(review, BATH, sam, fits="bath", when_words="on Sundays")
    about = until(here.open("shared_review"), "What we take with us").part("reword-ideas-")["about"]
    assert (about["chosen"], about["when"]["fits"]) == (sam, ["bath"])
    assert about["when"]["said"] == "on Sundays"
    assert [one["word"] for one in about["who"]] == ["Sam", "Kim", "Together", "Somebody else"]
    args = {"idea_id": idea, "who": "together", "fits": "bedtime", "when_words": ""}
    acts.apply(review, "whose it is", "say_who_and_when", args)
    assert "Together · At bedtime" in here.open("shared_review").lines
    assert here.part("reword-ideas-")["about"]["chosen"] == "together"
    acts.apply(review, "it is Kim's", "say_who_and_when", {**args, "who": "practitioner"})
    assert "Kim · At bedtime" in until(here, "Looking back at today").lines
    assert "Kim · At bedtime" in told()


def test_next_time_is_put_differently_or_let_go_of_where_it_stands(here, told, review):
    bath = shared_review.plan_next(review, "The bth", when_words="after Easter")
    song = shared_review.plan_next(review, "A song")
    seat = until(here.open("shared_review"), "Next time")
    (line, _) = seat.parts("reword-next_times-")
    assert (line["said"], line["when"]["said"], line["gone"]) == ("The bth", "after Easter", False)
    said = {"what": "next_times", "said_id": bath, "words": "The bath", "when_words": "in May"}
    acts.apply(review, "put differently", "reword", said)
    acts.apply(review, "not after all", "let_go_next", {"next_id": song, "gone": True})
    seat.open("shared_review")
    assert {"The bath", "in May", "A song"} <= set(seat.lines)
    assert [one["gone"] for one in seat.parts("reword-next_times-")] == [False, True]
    lines = told()
    assert {"The bath", "in May", "First said: The bth · after Easter"} <= set(lines)
    assert "A song" not in lines


def test_next_time_is_another_film_or_the_end_and_the_journey_page_knows(
    here, told, review, hand_over
):
    until(here, "Next time")
    assert not any("who" in one for one in here.parts("box-"))
    shared_review.plan_next(review, "The bath", when_words="after the holiday")
    lines = here.open("shared_review").lines
    assert lines.index("The bath") + 1 == lines.index("after the holiday")
    here.tap("next-end")
    lines = told()
    assert {"For next time", "The bath", "after the holiday", "We come to the end"} <= set(lines)
    hand_over(review.sitting).tap("next-end")
    assert "We come to the end" not in told()


def test_the_thread_names_each_step_and_counts_nothing(here):
    thread = here.part("thread")
    assert [dot["name"] for dot in thread["dots"]] == [
        "Hello again",
        "Our question",
        "The first clip",
        "What we take with us",
        "How it feels now",
        "Looking back at today",
        "Next time",
    ]
    assert thread["here"] == "since"
    assert here.tap("turn-on").part("thread")["here"] == "question"
