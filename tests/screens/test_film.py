"""The films of a journey: consent first, then the film, and how it leaves again."""

from contextlib import closing

import pytest

from tests.process.conftest import FILM, a_film, consent_to
from tests.screens.lives import a_clip, a_family, a_review, carer_of, with_film, with_question
from vigreview.process.arriving import (
    arrived,
    begin_film,
    begin_next_film,
    expected_film,
    receive,
)
from vigreview.process.consent import PURPOSES, consents, withdraw_consent
from vigreview.process.filming import ask, film, film_failed, films, open_film
from vigreview.process.jobs import jobs
from vigreview.process.microanalysis import clips
from vigreview.process.shared_review import notice
from vigreview.process.watching import open_stream
from vigreview.screens.screen import day
from vigreview.vault.events import today


@pytest.fixture
def journey(practice):
    return a_family(practice)


@pytest.fixture
def consented(practice, journey):
    consent_to(practice, journey, PURPOSES)
    return journey


def test_without_consent_no_film_is_taken_and_it_says_whose_is_missing(practice, desk, journey):
    desk.open("film", journey=journey)
    assert desk.parts("uploader") == []
    assert "Consent comes first" in desk.lines
    assert "There is no consent for Sam to be filmed" in desk.words
    assert desk.tap("to_consent").title == "Consent"
    assert desk.address == {"journey": journey}


def test_with_consent_films_can_be_brought_and_the_limits_are_said(practice, desk, consented):
    said = desk.open("film", journey=consented).part("uploader")
    assert said["journey_id"] == consented
    assert (said["most_bytes"], said["most_minutes"]) == (8_000_000_000, 180)
    assert said["room_bytes"] > 0
    assert films(practice, consented) == []  # a film's row is made when it comes


def test_what_has_half_arrived_is_listed_where_it_goes_on(practice, desk, consented):
    half = begin_next_film(practice, consented, len(FILM), "its fingerprint")
    receive(practice, half, 0, FILM[:1000])
    known = {"fingerprint": "its fingerprint", "film_id": half, "held": 1000, "bytes": len(FILM)}
    known["kind"] = "moment"
    assert desk.open("film", journey=consented).part("uploader")["half"] == [known]
    assert f"erase-{half}" not in desk.keys


def test_the_films_that_are_here_are_told_so_that_they_are_known_again(practice, desk, consented):
    with practice.write() as db:
        db["films"].update(a_film(practice, consented), {"filmed_on": "2026-05-03"})
    with_film(practice, a_family(practice, "Nia and Jo"))
    known = desk.open("film", journey=consented).part("uploader")["known"]
    assert [one["words"] for one in known] == [
        "This film is here already: film 1, filmed on 3 May 2026.",
        "This film is here already, in another family's journey.",
    ]
    assert known[0]["film_id"] is not None
    assert known[1]["film_id"] is None
    assert "Nia" not in desk.words


def test_a_film_that_came_twice_says_so_on_its_card(practice, desk, consented):
    a_film(practice, consented)
    again = begin_next_film(practice, consented, len(FILM))  # another client than the page
    receive(practice, again, 0, FILM)
    arrived(practice, again)
    desk.open("film", journey=consented)
    twice = "This is the same film as film 1. You can keep both, or take this one out."
    assert desk.lines.count(twice) == 1
    assert f"cancel-{again}" in desk.keys


@pytest.fixture
def coming(practice, consented):
    """A film that is being made ready."""
    coming = expected_film(practice, consented)
    begin_film(practice, coming, len(FILM))
    receive(practice, coming, 0, FILM)
    arrived(practice, coming)
    return coming


def tell(practice, film_id, **told):
    """Put into a film's only job what its worker tells."""
    with practice.write() as db:
        (job,) = db.table("jobs").rows_where("film_id = ?", [film_id])
        db.table("jobs").update(job["id"], {"state": "working", **told})


def draw_strip(practice, film_id, made):
    """Leave a filmstrip in the film's file of which some is there, as a worker does."""
    times = list(range(0, 10_000_000, 1_000_000))
    strip = {"columns": 10, "tile_width": 160, "tile_height": 90, "times_us": times, "made": made}
    with open_film(practice.vault, film_id) as file:
        with file.writer("strip", "image/jpeg") as into:
            into.write(b"a picture")
        file.note_facts({"strip": strip})


@pytest.mark.parametrize(
    ("left_s", "words"),
    [
        (None, "Making a copy that plays on this device"),
        (20, "Making a copy that plays on this device · less than a minute left"),
        (130, "Making a copy that plays on this device · about 2 minutes left"),
        (7000, "Making a copy that plays on this device · more than an hour left"),
    ],
)
def test_a_film_that_is_being_made_ready_shows_how_far_it_is_and_how_long_it_takes(
    practice, desk, consented, coming, left_s, words
):
    doing = "Making a copy that plays on this device"
    tell(practice, coming, progress=0.4, doing=doing, left_s=left_s)
    desk.open("film", journey=consented)
    assert len(desk.parts("uploader")) == 1  # another can be brought meanwhile
    (bar,) = [one for one in desk.elements if one.type == "progress"]
    assert bar.proto.value == 40
    assert words in desk.lines
    alone = "Films are made ready by themselves, one after another. You can leave this page."
    assert desk.lines.count(alone) == 1


def test_what_there_is_of_the_filmstrip_can_be_looked_through_meanwhile(
    practice, desk, consented, coming
):
    assert desk.open("film", journey=consented).parts("filmstrip") == []
    draw_strip(practice, coming, made=4)
    shown = desk.open("film", journey=consented).part("filmstrip")
    assert (shown["made"], len(shown["times_us"])) == (4, 10)
    with closing(open_stream(practice, "film", coming, "strip")) as opened:
        assert shown["src"] == f"/films/{coming}/strip"
        assert opened.read(0, opened.length) == b"a picture"


def test_the_filmstrip_is_not_shown_once_consent_is_withdrawn(practice, desk, consented, coming):
    draw_strip(practice, coming, made=4)
    withdraw_consent(practice, consents(practice, consented)[0].id)
    assert desk.open("film", journey=consented).parts("filmstrip") == []


def test_a_film_can_be_taken_out_while_it_is_made_ready(practice, desk, consented, coming):
    desk.open("film", journey=consented).tap(f"cancel-{coming}")
    assert film(practice, coming).state == "erased"
    gone = f"A film was taken out on {day(today().isoformat())}, before it was ready."
    assert gone in desk.lines
    assert film(practice, expected_film(practice, consented)).cycle == 1
    assert "taken out" not in desk.open("journey", journey=consented).words


def test_a_ready_film_can_be_used_while_it_is_made_better_behind_it(practice, desk, consented):
    there = a_film(practice, consented)
    with practice.write() as db:
        ask(db, there, "better", {"sharper": False})
    tell(practice, there, progress=0.2, doing="Making it quick to step through", left_s=60)
    desk.open("film", journey=consented)
    assert "It is made quicker to step through behind this; you can begin." in desk.lines
    assert "about a minute left" in desk.lines
    assert f"clips-{there}" in desk.keys
    desk.tap(f"leave-{there}")
    assert [job.state for job in jobs(practice, there)] == ["cancelled"]
    assert film(practice, there).state == "ready"
    assert "made quicker" not in desk.words


def test_a_better_copy_that_failed_leaves_the_film_as_it_is(practice, desk, consented):
    there = a_film(practice, consented)
    with practice.write() as db:
        ask(db, there, "better", {"sharper": True})
    tell(practice, there, state="failed", why="There is not enough room.")
    desk.open("film", journey=consented)
    assert "There is not enough room. The film can be used as it is." in desk.lines
    desk.tap(f"again-{there}")
    assert "A sharper picture of it is being made behind this; you can begin." in desk.lines


def test_a_film_whose_end_is_missing_is_offered_as_what_it_is(practice, desk, consented):
    there = a_film(practice, consented)
    with practice.write() as db:
        db["films"].update(there, {"missing_us": 9_000_000, "duration_us": 192_000_000})
    desk.open("film", journey=consented)
    assert "The last part of this film is missing: 3 min 12 s can be used." in desk.lines


ONLY_SOUND = "This file has no picture in it, only sound."
NO_FILM = "This file is not a film; perhaps another file was chosen by mistake."


def fail(practice, film_id, sentence, bytes_, on):
    film_failed(practice.vault, film_id, sentence)
    with practice.write() as db:
        told = {"bytes": bytes_, "made_at": f"{on}T09:00:00+00:00"}
        db["films"].update(film_id, told)


def test_a_film_that_cannot_be_used_says_why_and_another_can_be_brought(practice, desk, consented):
    fail(practice, a_film(practice, consented), ONLY_SOUND, 108_300, "2026-05-03")
    desk.open("film", journey=consented)
    assert "This film could not be used" in desk.lines
    assert ONLY_SOUND in desk.lines
    assert "Brought on 3 May 2026 · 108 kB" in desk.lines
    assert "Nothing of this was kept here. Where it came from, it is as it was." in desk.lines
    assert len(desk.parts("uploader")) == 1


def test_what_could_not_be_used_is_said_in_one_place_and_can_be_put_away(practice, desk, consented):
    there = a_film(practice, consented)
    spoilt = [a_film(practice, consented) for _ in range(2)]
    fail(practice, spoilt[0], ONLY_SOUND, 8_000_000, "2026-05-03")
    fail(practice, spoilt[1], NO_FILM, 1_400_000_000, "2026-05-04")
    desk.open("film", journey=consented)
    assert desk.lines.count("These could not be used") == 1
    first = desk.lines.index(NO_FILM)
    assert desk.lines[first + 1 : first + 4] == [
        "Brought on 4 May 2026 · 1.4 GB",
        ONLY_SOUND,
        "Brought on 3 May 2026 · 8 MB",
    ]
    desk.tap("put-away")
    assert NO_FILM not in desk.lines
    assert ONLY_SOUND not in desk.lines
    assert f"clips-{there}" in desk.keys
    assert "taken out" not in desk.words
    assert "erased" not in desk.open("journey", journey=consented).words


def test_a_film_made_here_that_could_not_be_used_is_not_said_to_be_elsewhere(
    practice, desk, consented
):
    spoilt = a_film(practice, consented)
    fail(practice, spoilt, ONLY_SOUND, 900, "2026-05-03")
    with practice.write() as db:
        db["films"].update(spoilt, {"recorded": 1})
    desk.open("film", journey=consented)
    assert "Filmed here on 3 May 2026 · 1 kB" in desk.lines
    assert "Nothing of this was kept here." in desk.lines
    assert "Where it came from" not in desk.words


def test_films_lie_in_the_order_of_their_numbers_the_newest_first(practice, desk, consented):
    a_film(practice, consented)
    a_film(practice, consented)
    with practice.write() as db:
        db.execute("update films set cycle = 3 - cycle")
    desk.open("film", journey=consented)
    assert desk.lines.index("Film 2") < desk.lines.index("Film 1")


def test_a_ready_film_is_known_by_a_picture_out_of_it_where_that_may_be_seen(
    practice, desk, consented
):
    there = a_film(practice, consented)
    draw_strip(practice, there, made=10)
    seen = "A picture out of film 1"
    assert any(seen in text for _, text in desk.open("film", journey=consented).sources)
    withdraw_consent(practice, consents(practice, consented)[0].id)
    assert not any(seen in text for _, text in desk.open("film", journey=consented).sources)


def test_what_has_arrived_is_told_so_that_its_row_leaves_the_list(
    practice, desk, consented, coming
):
    half = begin_next_film(practice, consented, len(FILM), "its fingerprint")
    receive(practice, half, 0, FILM[:1000])
    spoilt = a_film(practice, consented)
    film_failed(practice.vault, spoilt, ONLY_SOUND)
    assert desk.open("film", journey=consented).part("uploader")["here"] == [coming, spoilt]


def test_a_film_that_is_ready_leads_to_its_clips(practice, desk, consented):
    there = a_film(practice, consented)
    desk.open("film", journey=consented)
    assert "20 s, ready for its clips" in desk.lines
    assert desk.tap(f"clips-{there}").title == "Clips of film 1"


def test_erasing_asks_why(practice, desk, consented):
    there = a_film(practice, consented)
    desk.open("film", journey=consented)
    assert desk.field(f"erase-{there}").disabled
    desk.fill(**{f"why-{there}": "   "})
    assert desk.field(f"erase-{there}").disabled
    assert film(practice, there).state == "ready"


def test_an_erased_film_is_gone_with_its_clips_and_a_line_says_so(practice, desk, journey):
    with_question(practice, journey)
    there = with_film(practice, journey)
    clip = a_clip(practice, there)
    _, seat = a_review(practice, there)
    notice(seat, clip, "He waited for me", carer_of(practice, journey))
    desk.open("film", journey=journey).fill(**{f"why-{there}": "Sam asked for it"})
    desk.tap(f"erase-{there}")
    assert f"clips-{there}" not in desk.keys
    assert clips(practice, there) == []
    assert "This film has been erased." in desk.open("clips", film=there).lines
    assert "This film has been erased." in desk.open("get_ready", film=there).lines
    desk.open("journey", journey=journey)
    assert "This film was erased on" in desk.words
    assert "Sam asked for it" in desk.words
    assert "He waited for me" in desk.lines


def test_the_day_of_a_film_reads_like_a_day(practice, desk, consented):
    there = a_film(practice, consented)
    with practice.write() as db:
        db["films"].update(there, {"filmed_on": "2026-03-05"})
    assert "Filmed on 5 March 2026" in desk.open("film", journey=consented).lines


def test_a_film_on_hold_says_so_on_its_card_and_is_not_erased(practice, desk, consented):
    held = a_film(practice, consented)
    desk.open("film", journey=consented)
    desk.fill(**{f"hold-why-{held}": "To talk over with Jo"}).tap(f"hold-{held}")
    assert "This film is on hold" in desk.lines
    assert f"erase-{held}" not in desk.keys
    assert f"clips-{held}" in desk.keys
    desk.tap(f"release-{held}")
    assert f"erase-{held}" in desk.keys
    assert not film(practice, held).held_at
