"""Clips as other tools know them: out with the last frame inside, in on the nearest frames."""

import pytest

from vigreview.documents.elan import eaf, from_eaf
from vigreview.documents.losslesscut import losslesscut_csv, read_losslesscut_csv
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.microanalysis import clips, describe_clip, mark_clip
from vigreview.process.moments import Moment, bring_moments, moments
from vigreview.process.practice import Refused
from vigreview.process.steps import redo, steps, undo


def edges(practice, film):
    return [(one.start_us, one.end_us) for one in clips(practice, film)]


def test_a_clip_leaves_with_its_last_frame_inside(practice, film):
    clip_id = mark_clip(practice, film, 1_000_000, 2_000_000)
    describe_clip(practice, clip_id, name="Looking", chosen=True, principles=["waiting"])
    mark_clip(practice, film, 19_000_000, 19_960_000)
    first, last = moments(practice, film)
    assert (first.start_us, first.last_us, first.end_us) == (1_000_000, 2_000_000, 2_040_000)
    assert (first.name, first.principles, first.chosen) == ("Looking", ("waiting",), True)
    assert (last.name, last.end_us) == ("Clip 2", 20_000_000)


def test_there_and_back_lands_on_the_same_frames(practice, film):
    for start in range(0, 12):
        mark_clip(practice, film, start * 1_040_000, start * 1_040_000 + start * 400_000)
    before = edges(practice, film)
    out = moments(practice, film)
    for back in (
        from_eaf(eaf(out, "f.mp4", "2026-11-22T10:00:00Z")),
        read_losslesscut_csv(losslesscut_csv(out)),
    ):
        assert bring_moments(practice, film, back) == len(before)
        assert edges(practice, film)[-len(before) :] == before


def test_what_is_brought_in_are_candidates_and_one_undo_takes_them_back(practice, film):
    mark_clip(practice, film, 0, 1_000_000)
    found = [
        Moment(1_010_000, 2_030_000, "a", ("waiting",), ("initiative",)),
        Moment(3_000_000, None, "b"),
    ]
    assert bring_moments(practice, film, found) == 2
    assert edges(practice, film)[1:] == [(1_000_000, 2_000_000), (3_000_000, 19_960_000)]
    brought = clips(practice, film)[1]
    assert (brought.standing, brought.principles, brought.seen) == (
        "candidate",
        ("waiting",),
        ("initiative",),
    )
    assert steps(practice, film).back == "bring clips in"
    undo(practice, film)
    assert len(edges(practice, film)) == 1
    redo(practice, film)
    assert clips(practice, film)[1] == brought


@pytest.mark.parametrize(
    "found",
    [
        [],
        [Moment(0, 1_000_000)] * 501,
        [Moment(0, 1_000_000), Moment(20_000_000, 21_000_000)],
        [Moment(2_000_000, 1_000_000)],
    ],
    ids=["none", "too many", "of a longer film", "backwards"],
)
def test_what_does_not_fit_the_film_changes_nothing(practice, film, found):
    with pytest.raises(Refused):
        bring_moments(practice, film, found)
    assert clips(practice, film) == []


def test_without_consent_nothing_goes_out_or_comes_in(practice, film, consented):
    withdraw_consent(practice, consents(practice, consented)[0].id)
    with pytest.raises(Refused):
        moments(practice, film)
    with pytest.raises(Refused):
        bring_moments(practice, film, [Moment(0, 1_000_000)])
