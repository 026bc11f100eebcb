"""Clips are two times on real frames of a film; marking renders nothing and loses nothing."""

import pytest

from tests.process.conftest import FRAME_US
from vigreview.process.advising import advice, advice_on_all
from vigreview.process.microanalysis import (
    bring_back_clip,
    clip,
    clips,
    delete_clip,
    describe_clip,
    mark_clip,
    move_clip,
    put_in_order,
)
from vigreview.process.practice import NotThere, Refused
from vigreview.process.stills import stills, stills_of, take_still


def test_a_clip_snaps_to_the_nearest_frames_in_order(practice, film):
    marked = clip(practice, mark_clip(practice, film, 5_030_000, 1_019_000))
    assert (marked.start_us, marked.end_us) == (1_000_000, 5_040_000)
    assert marked.start_us % FRAME_US == marked.end_us % FRAME_US == 0


def test_times_beyond_the_film_are_its_first_and_last_frame(practice, film):
    marked = clip(practice, mark_clip(practice, film, -5, 99_000_000))
    assert (marked.start_us, marked.end_us) == (0, 19_960_000)


def test_an_edge_moves_by_a_frame(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    move_clip(practice, made, 1_000_000 + FRAME_US, 5_000_000)
    assert clip(practice, made).start_us == 1_040_000


def test_what_is_said_of_a_clip_is_kept(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    describe_clip(
        practice,
        made,
        name="Looking and waiting",
        why="wonder about the pause",
        chosen=True,
        principles=("waiting", "being-attentive"),
    )
    kept = clip(practice, made)
    assert (kept.name, kept.why, kept.chosen) == (
        "Looking and waiting",
        "wonder about the pause",
        True,
    )
    assert set(kept.principles) == {"waiting", "being-attentive"}
    describe_clip(practice, made, principles=())
    assert clip(practice, made).principles == ()
    assert clip(practice, made).name == "Looking and waiting"


def test_the_order_is_the_practitioners(practice, film):
    one, two, three = (
        mark_clip(practice, film, at * 1_000_000, (at + 1) * 1_000_000) for at in range(3)
    )
    put_in_order(practice, film, [one, three, two])
    assert [held.id for held in clips(practice, film)] == [one, three, two]


def test_a_clip_taken_away_can_be_brought_back_as_it_was(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    describe_clip(practice, made, name="Here")
    before = clip(practice, made)
    delete_clip(practice, made)
    with pytest.raises(NotThere):
        clip(practice, made)
    bring_back_clip(practice, made)
    assert clip(practice, made) == before


def test_a_still_is_a_frame_and_becomes_the_clips_face(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    still = take_still(practice, film, 2_013_000, made)
    assert [(one.id, one.at_us) for one in stills(practice, film)] == [(still, 2_000_000)]
    assert clip(practice, made).face == still


def test_a_still_outside_its_clip_is_not_its_face(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    still = take_still(practice, film, 5_000_000, made)
    assert clip(practice, made).face == still
    move_clip(practice, made, 1_000_000, 4_960_000)
    moved = clip(practice, made)
    assert (moved.face, stills_of(practice, moved)) == (None, [])
    move_clip(practice, made, 5_000_000, 6_000_000)
    assert [one.id for one in stills_of(practice, clip(practice, made))] == [still]


@pytest.mark.parametrize("at_us", [960_000, 5_040_000])
def test_a_still_is_taken_within_its_clip(practice, film, at_us):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    with pytest.raises(Refused, match="not within this clip"):
        take_still(practice, film, at_us, made)
    take_still(practice, film, at_us)
    assert len(stills(practice, film)) == 1


def test_advice_is_given_and_nothing_is_forbidden(practice, film):
    short = clip(practice, mark_clip(practice, film, 0, 1_000_000))
    long = clip(practice, mark_clip(practice, film, 0, 15_000_000))
    right = clip(practice, mark_clip(practice, film, 0, 5_000_000))
    assert "3 seconds" in advice(short)
    assert "10 seconds" in advice(long)
    assert advice(right) is None
    for _ in range(2):
        mark_clip(practice, film, 0, 5_000_000)
    for one in clips(practice, film):
        describe_clip(practice, one.id, chosen=True)
    assert "four" in advice_on_all(clips(practice, film))


def test_other_edges_are_another_copy(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    before = clip(practice, made).stream
    move_clip(practice, made, 1_000_000, 5_040_000)
    assert clip(practice, made).stream != before
