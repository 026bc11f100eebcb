"""Files that are handed over: only where everybody said yes, with a reason, and recorded."""

import pytest

from tests.process.conftest import a_film, consent_to
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.files_out import (
    files_out,
    hand_over_file,
    may_fetch,
    put_away_file,
)
from vigreview.process.filming import erase_film, open_film
from vigreview.process.holding import hold_film
from vigreview.process.jobs import jobs
from vigreview.process.microanalysis import mark_clip
from vigreview.process.practice import NotThere, Practice, Refused
from vigreview.process.stills import take_still
from vigreview.process.together import open_question_sitting


def for_family(practice, film, **what):
    given = {"kind": "mp4", "for_whom": "family", "why": "Sam asked for it", **what}
    return hand_over_file(practice, film, **given)


@pytest.mark.parametrize(
    ("for_whom", "purpose"),
    [("family", "filming"), ("supervision", "supervision"), ("training", "training")],
)
def test_it_needs_the_yes_of_everybody_in_it(practice, film, consented, for_whom, purpose):
    clip_id = mark_clip(practice, film, 0, 1_000_000)
    file_id = for_family(practice, film, clip_id=clip_id, for_whom=for_whom)
    of_baby = [
        one for one in consents(practice, consented) if one.purpose == purpose and one.baby_id
    ]
    withdraw_consent(practice, of_baby[0].id)
    with pytest.raises(Refused, match="There is no consent for Ada"):
        for_family(practice, film, clip_id=clip_id, for_whom=for_whom)
    with pytest.raises(Refused, match="There is no consent for Ada"):
        may_fetch(practice, file_id)


def test_consent_to_one_thing_is_none_to_another(practice, journey):
    consent_to(practice, journey, ["filming", "review"])
    film = a_film(practice, journey)
    clip_id = mark_clip(practice, film, 0, 1_000_000)
    assert for_family(practice, film, clip_id=clip_id)
    for for_whom in ("supervision", "training"):
        with pytest.raises(Refused, match="There is no consent"):
            for_family(practice, film, clip_id=clip_id, for_whom=for_whom)


def test_without_a_reason_nothing_is_handed_over(practice, film):
    with pytest.raises(Refused, match="still empty"):
        for_family(practice, film, kind="table", why="  ")
    assert files_out(practice, film) == []
    assert jobs(practice, film) == []


@pytest.mark.parametrize(
    "what",
    [
        {"kind": "mp4"},
        {"kind": "exe"},
        {"kind": "table", "clip_id": 1},
        {"kind": "table", "for_whom": "everybody"},
        {"kind": "table", "notes": True},
        {"kind": "mp4", "clip_id": 1, "for_whom": "own work"},
        {"kind": "losslesscut", "for_whom": "own work", "notes": True},
    ],
)
def test_what_does_not_fit_together_is_refused(practice, film, what):
    mark_clip(practice, film, 0, 1_000_000)
    with pytest.raises(Refused):
        for_family(practice, film, **what)
    assert files_out(practice, film) == []


def test_a_film_on_hold_hands_nothing_over(practice, film):
    file_id = for_family(practice, film, kind="table")
    hold_film(practice, film, "to be talked about")
    with pytest.raises(Refused, match="on hold"):
        for_family(practice, film, kind="table")
    with pytest.raises(Refused, match="on hold"):
        may_fetch(practice, file_id)


def test_nothing_is_handed_over_from_a_time_together(practice, film, consented):
    file_id = for_family(practice, film, kind="table")
    seat = Practice(practice.vault, open_question_sitting(practice, consented))
    for act in (
        lambda: for_family(seat, film, kind="table"),
        lambda: may_fetch(seat, file_id),
        lambda: put_away_file(seat, file_id),
    ):
        with pytest.raises(Refused, match="practitioner's own screen"):
            act()


def test_another_film_s_clip_or_still_is_not_there(practice, film, consented):
    other = a_film(practice, consented)
    clip_id = mark_clip(practice, other, 0, 1_000_000)
    still_id = take_still(practice, other, 0)
    with pytest.raises(NotThere):
        for_family(practice, film, clip_id=clip_id)
    with pytest.raises(NotThere):
        for_family(practice, film, kind="png", still_id=still_id)


def test_the_line_stays_when_the_film_goes_and_the_file_does_not(practice, film):
    still_id = take_still(practice, film, 0)
    file_id = for_family(practice, film, kind="png", still_id=still_id)
    with open_film(practice.vault, film) as stored, stored.writer(f"export/{file_id}", "") as out:
        out.write(b"a picture")
    erase_film(practice, film, "the family asked")
    (line,) = files_out(practice, film)
    assert line.why == "Sam asked for it"
    with pytest.raises(Refused, match="erased"):
        may_fetch(practice, file_id)
    put_away_file(practice, file_id)
    assert files_out(practice, film)[0].gone_at


def test_what_is_put_away_can_not_be_fetched(practice, film):
    clip_id = mark_clip(practice, film, 0, 1_000_000)
    file_id = for_family(practice, film, clip_id=clip_id)
    put_away_file(practice, file_id)
    assert [one.state for one in jobs(practice, film)] == ["cancelled"]
    with pytest.raises(NotThere):
        may_fetch(practice, file_id)
