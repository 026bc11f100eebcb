"""A film on hold: no review, no erasure, nothing on a together screen, until it is released."""

import pytest

from vigreview.process.acts import apply
from vigreview.process.consent import may
from vigreview.process.filming import erase_film, film_row
from vigreview.process.filming import film as the_film
from vigreview.process.holding import hold_film, release_film
from vigreview.process.jobs import cancel
from vigreview.process.microanalysis import clips, describe_clip, mark_clip
from vigreview.process.practice import Practice, Refused
from vigreview.process.shared_review import get_ready, review_clips
from vigreview.process.together import hand_over
from vigreview.process.watching import open_stream

WHY = "Something to talk over with Jo first"


def chosen(practice, film):
    describe_clip(practice, mark_clip(practice, film, 1_000_000, 5_000_000), chosen=True)


def test_a_film_on_hold_is_neither_reviewed_nor_erased_and_can_be_worked_on(practice, film):
    chosen(practice, film)
    hold_film(practice, film, WHY)
    assert may(practice, "review", film).because == "This film is on hold."
    with pytest.raises(Refused, match="on hold"):
        get_ready(practice, film)
    with pytest.raises(Refused, match="on hold"):
        erase_film(practice, film, "the journey is over")
    assert the_film(practice, film).held_why == WHY
    assert may(practice, "play", film)
    mark_clip(practice, film, 6_000_000, 9_000_000)
    assert len(clips(practice, film)) == 2
    release_film(practice, film)
    assert get_ready(practice, film)
    erase_film(practice, film, "the journey is over")
    with practice.read() as db:
        assert film_row(db, film)["state"] == "erased"


def test_nothing_of_it_opens_on_a_tablet_that_was_handed_over_before(practice, film):
    chosen(practice, film)
    sitting = get_ready(practice, film)
    hand_over(practice, sitting)
    together = Practice(practice.vault, sitting)
    (shown,) = review_clips(practice, sitting)
    hold_film(practice, film, WHY)
    for kind, which in (("clip", shown.id), ("still", shown.face)):
        with pytest.raises(Refused, match="on hold"):
            open_stream(together, kind, which)


def test_it_is_held_once_with_a_reason_and_from_the_desk_alone(practice, film):
    with pytest.raises(Refused, match="Why"):
        hold_film(practice, film, "  ")
    hold_film(practice, film, WHY)
    with pytest.raises(Refused, match="already"):
        hold_film(practice, film, WHY)
    with pytest.raises(Refused):
        apply(practice, "an act of somebody", "hold_film", {"film_id": film, "why": WHY})
    assert the_film(practice, film).held_why == WHY


def test_a_held_film_that_is_still_being_made_ready_is_not_taken_out(practice, film):
    with practice.write() as db:
        db["films"].update(film, {"state": "preparing"})
    hold_film(practice, film, WHY)
    with pytest.raises(Refused, match="on hold"):
        cancel(practice, film)
    assert the_film(practice, film).there
