"""Microanalysis: what is said of a clip, the order, taking away and bringing back."""

from uuid import uuid4

import pytest

from tests.screens.lives import a_clip, a_family, a_review, with_film, with_question
from tests.screens.seat import Seat
from vigreview.process.acts import apply, draft
from vigreview.process.content import our_principles
from vigreview.process.filming import erase_film
from vigreview.process.filming import film as the_film
from vigreview.process.microanalysis import clip, clips, delete_clip
from vigreview.process.practice import NotThere, Refused
from vigreview.process.saying import box_of
from vigreview.process.steps import undo
from vigreview.process.stills import take_still


@pytest.fixture
def journey(practice):
    return with_question(practice, a_family(practice), "What do I do that helps Ada settle?")


@pytest.fixture
def film(practice, journey):
    return with_film(practice, journey)


def order(practice, film):
    return [one.id for one in clips(practice, film)]


def test_a_film_without_clips_says_how_to_begin(desk, film):
    desk.open("clips", film=film)
    assert desk.title == "Clips of film 1"
    assert "What do I do that helps Ada settle?" in desk.lines
    assert "tap Start and End around a moment" in desk.words
    assert desk.part("bench")["clips"] == []


def test_the_bench_is_given_the_film_and_its_clips_in_order(practice, desk, film):
    first = a_clip(practice, film, name="Waiting")
    second = a_clip(practice, film, at=8, chosen=False)
    given = desk.open("clips", film=film).part("bench")
    assert given["src"] == f"/films/{film}/original"
    assert given["times_src"] == f"/films/{film}/times"
    assert (given["duration_us"], given["width"], given["height"]) == (20_000_000, 1280, 720)
    assert [(one["id"], one["name"], one["chosen"]) for one in given["clips"]] == [
        (first, "Waiting", True),
        (second, "Clip 2", False),
    ]


def say(practice, clip_id, **told):
    """Send what the browser sends of a clip: its boxes, what is seen, whether it is chosen."""
    for what, value in told.items():
        args = {"clip_id": clip_id, "what": what}
        if what == "chosen":
            verb, args = "choose_clip", {"clip_id": clip_id, "chosen": value}
        elif isinstance(value, bool):
            verb, args = "see_in_clip", {**args, "what": what.replace("_", " "), "seen": value}
        else:
            verb, args = "say_of_clip", {**args, "words": value, "box": box_of(clip_id, what)}
        apply(practice, str(uuid4()), verb, args)


def test_what_is_said_of_a_clip_is_on_its_card(practice, desk, film):
    made = a_clip(practice, film, chosen=False)
    say(
        practice,
        made,
        name=" Looking and waiting ",
        why="He held back.",
        wonder="What did she want?",
    )
    say(practice, made, chosen=True, initiative=True, both_in_sight=True)
    apply(practice, str(uuid4()), "see_in_clip", {"clip_id": made, "what": "waiting", "seen": True})
    card = desk.open("clips", film=film).part("saying")
    assert (card["clip_id"], card["chosen"]) == (made, True)
    assert [card[box]["words"] for box in ("name", "why", "wonder")] == [
        "Looking and waiting",
        "He held back.",
        "What did she want?",
    ]
    assert card["seen"] == ["initiative", "both in sight", "waiting"]
    (listed,) = desk.part("order")["clips"]
    assert (listed["name"], listed["chosen"]) == ("Looking and waiting", True)


def test_the_card_speaks_of_the_baby_by_name_and_offers_all_six_levels(practice, desk, film):
    a_clip(practice, film)
    card = desk.open("clips", film=film).part("saying")
    assert [one["words"] for one in card["cycle"]] == [
        "An initiative from Ada",
        "Somebody receives it",
        "And responds",
        "Received by Ada",
    ]
    assert [level["words"] for level in card["levels"]] == list(our_principles().level_names)
    assert all(one["means"] for level in card["levels"] for one in level["principles"])


def test_words_that_are_being_typed_are_there_after_a_reload(practice, desk, film):
    made = a_clip(practice, film, why="Her turn")
    typed = {"box": box_of(made, "why"), "words": "Her turn came", "turn": 1}
    apply(practice, str(uuid4()), "keep_draft", typed)
    assert desk.open("clips", film=film).part("saying")["why"]["draft"] == "Her turn came"
    say(practice, made, why="Her turn came at last")
    box = desk.open("clips", film=film).part("saying")["why"]
    assert (box["words"], box["draft"]) == ("Her turn came at last", None)
    emptied = {"box": box_of(made, "why"), "words": ""}
    apply(practice, str(uuid4()), "keep_draft", emptied)
    assert desk.open("clips", film=film).part("saying")["why"]["draft"] == ""


def test_leaving_a_box_is_one_step_and_leaving_it_as_it_was_is_none(practice, film):
    made = a_clip(practice, film)
    for typed in ("Loo", "Looking"):
        draft = {"box": box_of(made, "name"), "words": typed}
        apply(practice, str(uuid4()), "keep_draft", draft)
    say(practice, made, name="Looking")
    say(practice, made, name="Looking")
    undo(practice, film)
    assert clip(practice, made).name == ""
    assert clip(practice, made).chosen


def test_a_principle_that_is_not_in_the_list_any_more_stays_with_its_clip(practice, desk, film):
    made = a_clip(practice, film, principles=("of an earlier list",))
    say(practice, made, waiting=True)
    assert clip(practice, made).principles == ("of an earlier list", "waiting")
    *_, earlier = desk.open("clips", film=film).part("saying")["levels"]
    assert [one["what"] for one in earlier["principles"]] == ["of an earlier list"]
    apply(
        practice,
        str(uuid4()),
        "see_in_clip",
        {"clip_id": made, "what": "of an earlier list", "seen": False},
    )
    assert clip(practice, made).principles == ("waiting",)


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("see_in_clip", {"what": "a deficit", "seen": True}),
        ("see_in_clip", {"what": "waiting", "seen": 1}),
        ("say_of_clip", {"what": "standing", "words": "chosen"}),
        ("choose_clip", {"chosen": "yes"}),
    ],
)
def test_what_no_card_sends_is_refused(practice, film, verb, told):
    made = a_clip(practice, film)
    before = clip(practice, made)
    with pytest.raises(Refused):
        apply(practice, str(uuid4()), verb, {"clip_id": made, **told})
    assert clip(practice, made) == before


def test_nothing_is_said_of_a_clip_from_a_together_screen(practice, film):
    made = a_clip(practice, film)
    _, together = a_review(practice, film)
    with pytest.raises(Refused):
        apply(together, str(uuid4()), "say_of_clip", {"clip_id": made, "what": "why", "words": "x"})


def test_more_words_than_can_be_kept_do_no_harm(practice, desk, film):
    made = a_clip(practice, film)
    say(practice, made, name="a name " * 60, why="a note " * 1000)
    kept = clip(practice, made)
    assert kept.name.startswith("a name a name")
    assert kept.why.startswith("a note a note")
    card = desk.open("clips", film=film).part("saying")
    assert (card["name"]["longest"], card["why"]["longest"]) == (200, 4000)


def test_words_begun_go_with_their_film(practice, film):
    made = a_clip(practice, film)
    begun = {"box": box_of(made, "why"), "words": "Something private"}
    apply(practice, str(uuid4()), "keep_draft", begun)
    erase_film(practice, film, "Sam asked for it")
    assert draft(practice, box_of(made, "why")) == ""


def test_the_order_for_the_review_is_that_of_the_list(practice, desk, film):
    first, second, third = (a_clip(practice, film, at=at) for at in (0, 5, 10))
    say(practice, second, name="Waiting", chosen=False)
    put = {"film_id": film, "order": [third, first, second]}
    apply(practice, str(uuid4()), "put_in_order", put)
    given = desk.open("clips", film=film).part("order")
    assert given["film_id"] == film
    assert [(one["id"], one["name"], one["chosen"]) for one in given["clips"]] == [
        (third, "Clip 1", True),
        (first, "Clip 2", True),
        (second, "Waiting", False),
    ]
    assert {one["length_us"] for one in given["clips"]} == {4_000_000}
    assert [one["id"] for one in desk.part("bench")["clips"]] == [third, first, second]


def test_a_clip_taken_away_can_be_brought_back_as_it_was(practice, desk, film):
    stays, goes = a_clip(practice, film), a_clip(practice, film, at=8, name="Waiting")
    desk.open("clips", film=film).tap("take_away")
    assert order(practice, film) == [stays]
    assert "The clip has been taken away." in desk.lines
    desk.tap("bring_back")
    assert order(practice, film) == [stays, goes]
    assert clip(practice, goes).name == "Waiting"
    assert "The clip has been taken away." not in desk.lines


def test_taking_away_the_only_clip_can_be_undone(practice, desk, film):
    goes = a_clip(practice, film)
    desk.open("clips", film=film).tap("take_away").tap("bring_back")
    assert order(practice, film) == [goes]


def test_a_clip_that_undoing_brought_back_is_not_said_to_be_away(practice, desk, film):
    goes = a_clip(practice, film)
    desk.open("clips", film=film).tap("take_away")
    undo(practice, film)
    assert order(practice, film) == [goes]
    assert "has been taken away" not in desk.fill().words


def test_bringing_back_belongs_to_the_film_it_was_taken_from(practice, desk, film):
    a_clip(practice, film)
    desk.open("clips", film=film).tap("take_away")
    others = with_film(practice, a_family(practice, "Mo and Lin"))
    assert "bring_back" not in desk.open("clips", film=others).keys
    assert "bring_back" in desk.open("clips", film=film).keys


def test_no_clip_comes_back_from_an_erased_film(practice, desk, film):
    a_clip(practice, film)
    desk.open("clips", film=film).tap("take_away")
    erase_film(practice, film, "Sam asked for it")
    desk.tap("bring_back")
    assert "This film has been erased." in desk.lines
    assert clips(practice, film) == []


def test_nothing_is_said_of_a_clip_that_another_screen_took_away(practice, desk, film):
    made = a_clip(practice, film)
    desk.open("clips", film=film)
    delete_clip(practice, made)
    with pytest.raises(NotThere):
        say(practice, made, name="Too late")
    assert "tap Start and End around a moment" in desk.open("clips", film=film).words


@pytest.mark.parametrize(
    ("seconds", "advice"), [(2, "Shorter than 3 seconds"), (12, "Longer than 10 seconds")]
)
def test_advice_on_the_length_is_given_and_not_enforced(practice, desk, film, seconds, advice):
    made = a_clip(practice, film)
    with practice.write() as db:
        db["clips"].update(made, {"end_us": seconds * 1_000_000})
    desk.open("clips", film=film)
    assert advice in desk.words
    assert "get_ready" in desk.keys


def test_many_chosen_clips_are_advised_against_and_allowed(practice, desk, film):
    for at in range(5):
        a_clip(practice, film, at=at)
    desk.open("clips", film=film)
    assert "More than four clips chosen" in desk.words
    assert desk.tap("get_ready").title == "Getting ready"


def test_the_review_waits_for_a_chosen_clip(practice, desk, film):
    a_clip(practice, film, chosen=False)
    desk.open("clips", film=film)
    assert "get_ready" not in desk.keys
    assert "Choose one to four clips" in desk.words


def test_what_the_clips_show_between_them_is_said_kindly_and_scores_nothing(practice, desk, film):
    one, two = a_clip(practice, film, name="Looking"), a_clip(practice, film, at=8)
    a_clip(practice, film, at=12, chosen=False, seen=("about our question",))
    say(practice, one, both_in_sight=True, initiative=True)
    say(practice, two, both_in_sight=True)
    lines = desk.open("clips", film=film).lines
    assert "Both of you in sight: Looking, Clip 2." in lines
    assert "Something that Ada begins: Looking." in lines
    (open_still,) = [line for line in lines if line.startswith("Not noted so far")]
    assert "somebody receives it; about the helping question." in open_still
    assert "a review can be good without it" in open_still
    assert "get_ready" in desk.keys
    say(practice, two, received=True, about_our_question=True)
    assert "Not noted so far" not in desk.open("clips", film=film).words


def test_before_a_clip_is_chosen_nothing_is_said_of_a_balance(practice, desk, film):
    a_clip(practice, film, chosen=False, seen=("both in sight",))
    assert "between them" not in desk.open("clips", film=film).words


def test_a_film_is_held_with_a_reason_and_released_beside_its_clips(practice, desk, film):
    a_clip(practice, film)
    desk.open("clips", film=film).tap(f"hold-{film}")
    assert desk.told == ["Why the film is held is still empty."]
    assert not the_film(practice, film).held_at
    desk.fill(**{f"hold-why-{film}": "To talk over with Jo"}).tap(f"hold-{film}")
    assert the_film(practice, film).held_why == "To talk over with Jo"
    assert "This film is on hold" in desk.lines
    assert "To talk over with Jo" in desk.words
    assert "your service’s own procedure" in desk.words
    assert desk.title == "Clips of film 1, on hold"
    assert "get_ready" not in desk.keys
    assert desk.part("bench")["clips"]
    desk.tap(f"release-{film}")
    assert "This film is on hold" not in desk.lines
    assert "get_ready" in desk.keys


def test_a_film_that_is_not_ready_has_no_bench(practice, desk, film):
    with practice.write() as db:
        db["films"].update(film, {"state": "preparing"})
    desk.open("clips", film=film)
    assert desk.parts("bench") == []
    assert "This film is still being made ready." in desk.lines


def test_a_still_that_was_cropped_is_shown_so_with_undo_in_words(practice, desk, film):
    made = a_clip(practice, film, chosen=True)
    kept = take_still(practice, film, 1_000_000, made)
    told = desk.open("clips", film=film).part("crop")
    assert (told["src"], told["whole_src"]) == (f"/stills/{kept}", f"/stills/{kept}/whole")
    assert (told["part"], told["width"], told["height"]) == (None, 1280, 720)
    part = {"still_id": kept, "part": [250, 100, 500, 400]}
    apply(practice, str(uuid4()), "crop_still", part)
    desk.open("clips", film=film)
    assert desk.part("crop")["src"] == f"/stills/{kept}?part=250-100-500-400"
    assert desk.part("crop")["part"] == [250, 100, 500, 400]
    assert desk.part("bench")["undo"] == "cropping a still"
    shown = f'<img class="still part" src="/stills/{kept}?part=250-100-500-400"'
    for page in ("rehearse", "get_ready"):
        assert any(shown in text for _, text in desk.open(page, film=film).sources), page


def test_one_of_a_clips_stills_stands_for_it_and_any_can_be_taken_away(practice, desk, film):
    made, other = a_clip(practice, film), a_clip(practice, film, at=8)
    early, late = (take_still(practice, film, at * 1_000_000, made) for at in (1, 3))
    take_still(practice, film, 9_000_000, other)
    say(practice, other, name="Another")
    delete_clip(practice, other)
    desk.open("clips", film=film)
    alts = {early: "The still 1.0 s into the clip", late: "The still 3.0 s into the clip"}
    assert {one["still_id"]: one["alt"] for one in desk.parts("crop")} == alts
    assert desk.field(f"face-{late}").disabled
    desk.tap(f"face-{early}")
    assert clip(practice, made).face == early
    desk.tap(f"still-away-{early}")
    assert clip(practice, made).face == late
    assert [one["still_id"] for one in desk.parts("crop")] == [late]
    undo(practice, film)
    assert [one["still_id"] for one in desk.open("clips", film=film).parts("crop")] == [early, late]


def test_clips_taken_away_are_listed_and_come_back_one_by_one(practice, desk, session, film):
    first, second = a_clip(practice, film, name="Waiting"), a_clip(practice, film, at=8)
    delete_clip(practice, first)
    delete_clip(practice, second)
    desk = Seat(session).open("clips", film=film)
    assert "Clips that were taken away" in desk.lines
    assert "At 0:08, 4.0 s" in desk.lines
    desk.tap(f"back-{first}")
    assert [one.name for one in clips(practice, film)] == ["Waiting"]
    assert desk.part("saying")["clip_id"] == first
    desk.tap(f"back-{second}")
    assert order(practice, film) == [first, second]
    assert "Clips that were taken away" not in desk.lines
