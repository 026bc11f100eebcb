"""Looking around with a demo family: a whole journey, made by the verbs, whole at once."""

import pytest

from vigreview.process.demo import FILM, PIN, open_demo
from vigreview.process.practice import Practice
from vigreview.process.progress import caseload, cycles
from vigreview.process.watching import open_stream
from vigreview.vault.pin import check_pin


@pytest.mark.long
def test_a_demo_family_has_a_whole_journey_and_its_film_is_drawn_once(tmp_path):
    heard = []
    vault = open_demo(tmp_path, lambda part, doing: heard.append((part, doing)))
    assert [part for part, _ in heard] == sorted(part for part, _ in heard)
    look_around(vault)
    drawn = (tmp_path / FILM).stat().st_mtime_ns
    again = open_demo(tmp_path, lambda part, doing: None)
    look_around(again)
    assert (tmp_path / FILM).stat().st_mtime_ns == drawn


def look_around(vault):
    practice = Practice(vault)
    (case,) = caseload(practice)
    assert case.next_step.words == "Plan film 4, or the ending"
    grown = cycles(practice, case.journey.id)
    assert [cycle.number for cycle in grown] == [1, 2, 3]
    for cycle in grown:
        assert cycle.review.said("noticing")
        assert cycle.review.ideas
        for clip in cycle.review.clips:
            for kind, which in (("clip", clip.id), ("still", clip.face)):
                opened = open_stream(practice, kind, which)
                assert opened.read(0, 64)
                opened.close()
    with vault.write() as db:
        assert db.table("jobs").count == 0
        assert check_pin(db, PIN).right
    vault.lock()
