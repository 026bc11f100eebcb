"""Microanalysis: what is said of a clip, the order, taking away and bringing back."""

import pytest

from tests.screens.lives import a_clip, a_family, with_film, with_question
from tests.screens.seat import Seat
from vigreview.process import content
from vigreview.process.filming import erase_film
from vigreview.process.microanalysis import clip, clips, delete_clip, describe_clip


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


def test_what_is_said_of_a_clip_is_kept(practice, desk, film):
    made = a_clip(practice, film, chosen=False)
    seen = [content.principles()[0].id, content.principles()[3].id]
    desk.open("clips", film=film)
    desk.fill(**{f"name-{made}": " Looking and waiting "})
    desk.fill(**{f"why-{made}": "He held back, she came to him."})
    desk.fill(**{f"chosen-{made}": "Chosen"})
    desk.fill(**{f"principles-{made}": seen})
    kept = clip(practice, made)
    assert kept.name == "Looking and waiting"
    assert kept.why == "He held back, she came to him."
    assert kept.chosen
    assert kept.principles == tuple(sorted(seen))
    assert "1. Looking and waiting" in desk.lines
    assert "4.0 s · chosen" in desk.lines


def test_what_was_said_of_a_clip_is_there_after_a_reload(practice, desk, session, film):
    made = a_clip(practice, film, chosen=False, name="Waiting", why="Her turn came.")
    desk.open("clips", film=film).fill(**{f"chosen-{made}": "Chosen"})
    again = Seat(session).open("clips", film=film)
    assert again.field(f"name-{made}").value == "Waiting"
    assert again.field(f"why-{made}").value == "Her turn came."
    assert again.field(f"chosen-{made}").value == "Chosen"


def test_words_are_taken_off_again(practice, desk, film):
    made = a_clip(practice, film, name="Waiting", why="A note", principles=("waiting",))
    desk.open("clips", film=film)
    desk.fill(**{f"name-{made}": "", f"why-{made}": "", f"chosen-{made}": "Perhaps"})
    desk.fill(**{f"principles-{made}": []})
    kept = clip(practice, made)
    assert (kept.name, kept.why, kept.chosen, kept.principles) == ("", "", False, ())


def test_a_principle_that_is_not_in_the_list_any_more_stays_with_its_clip(practice, desk, film):
    made = a_clip(practice, film, principles=("of an earlier list",))
    desk.open("clips", film=film)
    desk.fill(**{f"principles-{made}": ["of an earlier list", content.principles()[0].id]})
    assert "of an earlier list" in clip(practice, made).principles
    assert len(clip(practice, made).principles) == 2


def test_more_words_than_can_be_kept_do_no_harm(practice, desk, film):
    made = a_clip(practice, film)
    desk.open("clips", film=film)
    desk.fill(**{f"name-{made}": "a name " * 60, f"why-{made}": "a note " * 1000})
    kept = clip(practice, made)
    assert kept.name.startswith("a name a name")
    assert kept.why.startswith("a note a note")
    assert (desk.field(f"name-{made}").proto.max_chars) == 200
    assert (desk.field(f"why-{made}").proto.max_chars) == 4000


def test_the_order_for_the_review_is_changed_step_by_step(practice, desk, film):
    first, second, third = (a_clip(practice, film, at=at) for at in (0, 5, 10))
    desk.open("clips", film=film)
    assert desk.field(f"up-{first}").disabled
    assert desk.field(f"down-{third}").disabled
    desk.tap(f"up-{third}")
    assert order(practice, film) == [first, third, second]
    desk.tap(f"down-{first}")
    assert order(practice, film) == [third, first, second]
    assert [one["id"] for one in desk.part("bench")["clips"]] == [third, first, second]


def test_a_clip_shown_is_the_one_that_words_are_kept_for(practice, desk, film):
    first, second = a_clip(practice, film), a_clip(practice, film, at=8)
    desk.open("clips", film=film)
    assert f"name-{second}" in desk.keys
    desk.tap(f"select-{first}")
    assert desk.part("bench")["selected"] == first
    assert f"name-{second}" not in desk.keys
    desk.fill(**{f"name-{first}": "The first"})
    assert clip(practice, second).name == ""


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


def test_a_clip_that_another_screen_took_away_says_so_calmly(practice, desk, film):
    made = a_clip(practice, film)
    desk.open("clips", film=film)
    delete_clip(practice, made)
    desk.fill(**{f"name-{made}": "Too late"})
    assert "tap Start and End around a moment" in desk.words


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


def test_a_film_that_is_not_ready_has_no_bench(practice, desk, film):
    with practice.write() as db:
        db["films"].update(film, {"state": "preparing"})
    desk.open("clips", film=film)
    assert desk.parts("bench") == []
    assert "This film is still being made ready." in desk.lines


def test_another_window_that_shows_older_words_changes_nothing(practice, film, desk):
    made = a_clip(practice, film)
    older = desk.open("clips", film=film)
    describe_clip(practice, made, name="Looking", why="the pause")
    older.tap("Show")
    kept = clip(practice, made)
    assert (kept.name, kept.why) == ("Looking", "the pause")
