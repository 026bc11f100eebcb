"""Films of the shared review itself: under their own consent, seen by those it names."""

import pytest

from tests.process.conftest import FILM, a_film, consent_to
from vigreview.process.advising import balance
from vigreview.process.arriving import (
    arrived,
    begin_film,
    begin_next_film,
    expected_film,
    half_arrived,
    receive,
)
from vigreview.process.consent import (
    PURPOSES,
    REVIEW_FILMING,
    SUPERVISION,
    consents,
    give_consent,
    may,
    may_be_seen_by,
    may_film,
    withdraw_consent,
)
from vigreview.process.files_out import file_out, files_out, hand_over_file, may_fetch
from vigreview.process.filming import erase_film, films, open_film
from vigreview.process.filming import film as the_film
from vigreview.process.finding import Sought, find_clips
from vigreview.process.journeys import journey as the_journey
from vigreview.process.keepsake_film import make_keepsake
from vigreview.process.microanalysis import clip, clips, describe_clip, mark_clip
from vigreview.process.people import Carer, add_carer, people
from vigreview.process.practice import Practice, Refused
from vigreview.process.progress import cycles, next_step
from vigreview.process.shared_review import get_ready
from vigreview.process.stills import take_still
from vigreview.process.together import add_review_sitting, hand_over
from vigreview.process.watching import open_stream

ITS_USES = ("receive", "play", "cut", "still", "supervise", "exchange")
NEVER = ("review", "give", "teach")


def say_yes(practice, journey, seen_by="Noor Haddad", **changed):
    """Each adult says yes to the shared review being filmed."""
    for carer in people(practice, journey).carers:
        whole = {
            "purpose": REVIEW_FILMING,
            "given_by": carer.name,
            "capacity": "for themselves",
            "evidence": "signed form",
            "given_on": "2026-11-01",
            "carer_id": carer.id,
            "seen_by": seen_by,
        }
        give_consent(practice, journey, **{**whole, **changed})


def take_back(practice, journey):
    for one in consents(practice, journey):
        if one.purpose == REVIEW_FILMING:
            withdraw_consent(practice, one.id)


@pytest.fixture
def talk(practice, journey):
    """A film of the shared review that is ready; nobody has said yes to anything else."""
    say_yes(practice, journey)
    return a_film(practice, journey, SUPERVISION)


def test_it_asks_a_consent_of_its_own_before_filming(practice, consented):
    assert may_film(practice, consented)
    refused = may_film(practice, consented, SUPERVISION)
    assert not refused
    assert refused.because == (
        "There is no consent for Sam to have our shared review itself filmed for supervision, and "
        "seen by those named here and nobody else."
    )
    with pytest.raises(Refused):
        expected_film(practice, consented, SUPERVISION)
    with pytest.raises(Refused):
        begin_next_film(practice, consented, 1000, kind=SUPERVISION)
    say_yes(practice, consented)
    assert may_film(practice, consented, SUPERVISION)
    add_carer(practice, consented, Carer("Max"))
    assert "Max" in may_film(practice, consented, SUPERVISION).because


def test_that_consent_is_to_nothing_else_and_is_each_adult_s_own(practice, journey):
    say_yes(practice, journey)
    assert may_film(practice, journey, SUPERVISION)
    assert not may_film(practice, journey)
    ada = people(practice, journey).babies[0].id
    for wrong in (
        {"carer_id": None, "baby_id": ada},
        {"capacity": "local authority"},
        {"seen_by": " "},
        {"seen_by": " , ;"},
    ):
        with pytest.raises(Refused):
            say_yes(practice, journey, **wrong)
    assert len(consents(practice, journey)) == 1


def test_only_those_whom_everybody_named_may_see_it(practice, journey):
    assert may_be_seen_by(practice, journey) == ()
    max_ = add_carer(practice, journey, Carer("Max"))
    sam = people(practice, journey).carers[0].id
    say_yes(practice, journey, "Noor Haddad, Ines  Vogt;Lee", carer_id=sam)
    withdraw_consent(practice, consents(practice, journey)[0].id)
    assert may_be_seen_by(practice, journey) == ()
    say_yes(practice, journey, "ines vogt, Kit", carer_id=max_)
    assert may_be_seen_by(practice, journey) == ("Ines Vogt",)
    take_back(practice, journey)
    assert may_be_seen_by(practice, journey) == ()


def test_withdrawn_it_stops_at_the_next_piece_and_an_ordinary_film_goes_on(
    practice, consented, film
):
    say_yes(practice, consented)
    made = a_film(practice, consented, SUPERVISION)
    opened = open_stream(practice, "film", made, "original")
    assert opened.allowed()
    take_back(practice, consented)
    assert not opened.allowed()
    opened.close()
    for use in (*ITS_USES, *NEVER):
        assert not may(practice, use, made), use
        assert may(practice, use, film), use
    with pytest.raises(Refused):
        mark_clip(practice, made, 0, 1_000_000)


def test_bytes_that_arrive_after_that_are_refused_and_what_came_goes(practice, journey):
    say_yes(practice, journey)
    made = begin_next_film(practice, journey, 1000, kind=SUPERVISION)
    receive(practice, made, 0, b"x" * 100)
    assert [(one.kind, held) for one, held in half_arrived(practice, journey)] == [
        (SUPERVISION, 100)
    ]
    take_back(practice, journey)
    with pytest.raises(Refused):
        receive(practice, made, 100, b"x" * 100)
    assert half_arrived(practice, journey) == []


@pytest.mark.parametrize("use", NEVER)
def test_it_is_never_shown_to_others_whatever_else_there_is_a_yes_to(
    practice, consented, talk, use
):
    assert all(may(practice, each, talk) for each in ITS_USES)
    assert may(practice, use, talk).because == (
        "A film for supervision is seen by those its consent names, and nobody else."
    )


def test_no_shared_review_no_keepsake_and_nothing_of_it_together(practice, consented, talk):
    made = mark_clip(practice, talk, 1_000_000, 4_000_000)
    describe_clip(practice, made, chosen=True)
    kept = take_still(practice, talk, 2_000_000, made)
    for act in (get_ready, make_keepsake):
        with pytest.raises(Refused, match="nobody else"):
            act(practice, talk)
    with practice.write() as db:  # even where a row said otherwise
        sitting = add_review_sitting(practice, db, consented, talk)
        db["sitting_clips"].insert({"sitting_id": sitting, "clip_id": made, "position": 1})
    hand_over(practice, sitting)
    together = Practice(practice.vault, sitting)
    for kind, which, stream in (
        ("film", talk, "original"),
        ("clip", made, None),
        ("still", kept, None),
        ("still", kept, "whole"),
    ):
        with pytest.raises(Refused):
            open_stream(together, kind, which, stream)


def test_it_is_counted_by_itself_and_is_no_cycle(practice, consented, film):
    say_yes(practice, consented)
    with practice.write() as db:
        asked = {"step": "question", "words": "What do I do?", "said_at": "2026-11-01"}
        db["question_words"].insert({"journey_id": consented, **asked})
    first, second = (a_film(practice, consented, SUPERVISION) for _ in range(2))
    assert next_step(practice, the_journey(practice, consented)).film_id == film
    another = a_film(practice, consented)
    called = {one.id: one.called for one in films(practice, consented)}
    assert called == {
        film: "film 1",
        first: "supervision film 1",
        second: "supervision film 2",
        another: "film 2",
    }
    assert [cycle.film.id for cycle in cycles(practice, consented)] == [film, another]
    erase_film(practice, another, "the family asked")
    assert "film 3" in next_step(practice, the_journey(practice, consented)).words


def test_find_keeps_it_apart(practice, consented, film):
    say_yes(practice, consented)
    talk = a_film(practice, consented, SUPERVISION)
    ours = mark_clip(practice, film, 0, 3_000_000)
    theirs = mark_clip(practice, talk, 0, 3_000_000)
    for one in (ours, theirs):
        describe_clip(practice, one, name="Giving turns", principles=("short-turns",))
    sought = {"words": "turns", "principle": "short-turns", "journey_id": consented}
    assert [one.clip.id for one in find_clips(practice, Sought(**sought))] == [ours]
    (found,) = find_clips(practice, Sought(**sought, kind=SUPERVISION))
    assert (found.clip.id, found.film) == (theirs, "supervision film 1")


def test_it_is_handed_over_for_supervision_to_one_of_those_named_by_name(practice, journey, talk):
    made = mark_clip(practice, talk, 0, 1_000_000)
    asked = {"kind": "mp4", "clip_id": made, "why": "Our meeting in May"}

    def hand(to_whom, for_whom="supervision"):
        return hand_over_file(practice, talk, for_whom=for_whom, to_whom=to_whom, **asked)

    for nobody in ("", "Lee", "noor"):
        with pytest.raises(Refused, match="whom the consent names"):
            hand(nobody)
    for for_whom in ("family", "training"):
        with pytest.raises(Refused, match="nobody else"):
            hand("Noor Haddad", for_whom)
    file_id = hand("Noor Haddad")
    line = file_out(practice, file_id)
    assert (line.to_whom, line.why) == ("Noor Haddad", "Our meeting in May")
    assert line.name == f"supervision-film-1-clip-{made}.mp4"
    assert may_fetch(practice, file_id)
    take_back(practice, journey)
    with pytest.raises(Refused, match="no consent"):
        may_fetch(practice, file_id)
    say_yes(practice, journey, "Ines Vogt")  # another yes, to another person
    with pytest.raises(Refused, match="whom the consent names"):
        may_fetch(practice, file_id)


def test_it_is_erased_as_every_film_is_and_the_line_stays(practice, talk):
    made = mark_clip(practice, talk, 0, 1_000_000)
    describe_clip(practice, made, why="I waited", wonder="Did I wait too long?")
    hand_over_file(
        practice,
        talk,
        kind="table",
        for_whom="own work",
        why="My notes",
        to_whom="somebody else",
    )
    path = practice.vault.films_folder / _file(practice, talk)
    assert path.exists()
    erase_film(practice, talk, "Supervision is over")
    assert not path.exists()
    assert clips(practice, talk) == []
    with practice.read() as db:
        assert db["clips"].get(made)["why"] == ""
    assert the_film(practice, talk).why == "Supervision is over"
    assert [(one.why, one.to_whom) for one in files_out(practice, talk)] == [("My notes", "")]


def _file(practice, film_id):
    with practice.read() as db:
        return db.execute("select file from films where id = ?", [film_id]).fetchone()[0]


def test_what_its_clips_show_is_the_parents_beginning_and_your_receiving(practice, talk):
    made = mark_clip(practice, talk, 0, 3_000_000)
    seen = ("initiative", "received", "received by parent")
    describe_clip(practice, made, chosen=True, seen=seen)
    assert clip(practice, made).seen == seen
    found = balance(clips(practice, talk), "Sam", for_supervision=True)
    assert [(one.words, bool(one.clips)) for one in found] == [
        ("Both of you in sight", False),
        ("Something that Sam begins", True),
        ("You receive it", True),
        ("About the helping question", False),
    ]


def test_a_film_that_is_awaited_as_one_kind_is_not_taken_for_the_other(practice, consented):
    say_yes(practice, consented)
    waiting = expected_film(practice, consented)
    made = begin_next_film(practice, consented, len(FILM), kind=SUPERVISION)
    assert made != waiting
    begin_film(practice, waiting, len(FILM))
    for one in (waiting, made):
        receive(practice, one, 0, FILM)
        arrived(practice, one)
    kinds = {one.id: (one.kind, one.cycle) for one in films(practice, consented)}
    assert kinds == {waiting: ("moment", 1), made: (SUPERVISION, 1)}
    with open_film(practice.vault, made) as file:
        assert file.length("original") == len(FILM)


def test_a_yes_to_everything_else_is_none_to_this(practice, journey):
    consent_to(practice, journey, PURPOSES)
    assert not may_film(practice, journey, SUPERVISION)
