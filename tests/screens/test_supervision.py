"""Films of the shared review itself: brought as what they are, seen apart, given to those named."""

import pytest

from tests.process.conftest import FILM, a_film, consent_to
from tests.process.test_supervision import say_yes, take_back
from tests.screens.lives import a_clip, a_family, carer_of, with_film, with_question
from vigreview.documents.elan import from_eaf
from vigreview.handing_files import principles_of, written
from vigreview.process.arriving import begin_next_film, receive
from vigreview.process.consent import PURPOSES, REVIEW_FILMING, SUPERVISION, consents
from vigreview.process.consent import may_be_seen_by as seen_by
from vigreview.process.files_out import file_out, files_out, hand_over_file
from vigreview.process.filming import erase_film, film
from vigreview.process.stills import take_still

NAMED = "Noor Haddad"
LABEL = f"Our shared review, for supervision. May be seen by: {NAMED}."


@pytest.fixture
def journey(practice):
    return with_question(practice, a_family(practice))


@pytest.fixture
def talk(practice, journey):
    """A film of the shared review, beside an ordinary one."""
    with_film(practice, journey)
    say_yes(practice, journey, NAMED)
    return a_film(practice, journey, SUPERVISION)


def test_without_its_own_consent_it_is_not_brought_and_it_says_whose_is_missing(
    practice, desk, journey
):
    consent_to(practice, journey, PURPOSES)
    assert desk.open("film", journey=journey).part("uploader")["kind"] == "moment"
    desk.fill(kind=SUPERVISION)
    assert desk.parts("uploader") == []
    assert "There is no consent for Sam to have our shared review itself filmed" in desk.words
    assert desk.tap("to_consent").title == "Consent"


def test_the_consent_names_who_may_see_it_and_is_asked_of_adults_alone(practice, desk, journey):
    carer = f"carer-{carer_of(practice, journey)}"
    desk.open("consent", journey=journey)
    assert sum(key.endswith(REVIEW_FILMING) for key in desk.keys) == 1
    desk.fill(**{f"{carer}-{REVIEW_FILMING}": True, f"{carer}-filming": True})
    assert desk.tap(f"{carer}-keep").told == ["Who may see the film is still empty."]
    assert consents(practice, journey) == []
    desk.fill(**{f"{carer}-seen-by": "Noor Haddad,  Ines Vogt"}).tap(f"{carer}-keep")
    assert "May be seen by Noor Haddad, Ines Vogt" in desk.lines
    assert seen_by(practice, journey) == ("Noor Haddad", "Ines Vogt")
    (mine,) = [one for one in consents(practice, journey) if one.purpose == REVIEW_FILMING]
    desk.tap(f"withdraw-{mine.id}")
    assert "Was to be seen by Noor Haddad, Ines Vogt" in desk.lines
    assert seen_by(practice, journey) == ()


def test_it_is_brought_or_filmed_as_what_it_is(practice, desk, journey):
    say_yes(practice, journey, NAMED)
    desk.open("film", journey=journey)
    assert "There is no consent for Sam to be filmed" in desk.words
    half = begin_next_film(practice, journey, len(FILM), kind=SUPERVISION)
    receive(practice, half, 0, FILM[:1000])
    told = desk.fill(kind=SUPERVISION).part("uploader")
    assert told["kind"] == SUPERVISION
    assert [one["kind"] for one in told["half"]] == [SUPERVISION]
    assert "It may be seen by: Noor Haddad." in desk.words
    desk.open("film_now", journey=journey, supervision=1)
    assert "Our shared review itself, for supervision." in desk.lines
    assert desk.part("recorder")["kind"] == SUPERVISION
    assert desk.open("film_now", journey=journey).parts("recorder") == []


def test_it_has_its_own_label_among_the_films_and_on_the_journey_page(
    practice, desk, journey, talk
):
    desk.open("film", journey=journey)
    assert {"Film 1", "Supervision film 1", LABEL} <= set(desk.lines)
    desk.open("journey", journey=journey)
    assert "Film 1 is waiting for its clips" in desk.lines
    before, _, after = desk.words.partition("For your supervision")
    assert "Film 1" in before
    assert "Supervision film 1" in after
    assert LABEL in after
    assert desk.tap(f"supervision-clips-{talk}").title == "Clips of supervision film 1"
    erase_film(practice, talk, "Supervision is over")
    desk.open("journey", journey=journey)
    assert "Supervision is over" in desk.words
    assert f"supervision-clips-{talk}" not in desk.keys


def test_its_bench_speaks_of_the_practitioner_towards_the_parent(practice, desk, talk):
    desk.open("clips", film=talk)
    assert "Sam says or shows something, and you receive it." in desk.words
    assert "baby does something" not in desk.words
    a_clip(practice, talk, name="I wait", principles=("checking-with-you",), seen=("initiative",))
    card = desk.open("clips", film=talk).part("saying")
    assert [one["words"] for one in card["cycle"]] == [
        "An initiative from Sam",
        "You receive it",
        "And respond",
        "Received by Sam",
    ]
    assert (card["what_for"], card["to_ask"]) == ("For supervision", "What to ask in supervision")
    told = [one for level in card["levels"] for one in (level, *level["principles"])]
    assert len(card["levels"]) == 6
    assert not [one for one in told if "baby" in f"{one['words']} {one['means']}".lower()]
    assert "Checking that they are with you" in [one["words"] for one in told]
    assert "Something that Sam begins: I wait." in desk.lines
    assert "The order for supervision" in desk.lines
    assert LABEL in desk.lines
    assert "get_ready" not in desk.keys
    assert "Ada" not in desk.part("saying")["cycle"][0]["words"]


def test_it_is_played_in_order_for_supervision_and_never_made_ready(practice, desk, talk):
    made = a_clip(practice, talk, name="I wait", why="my own note")
    take_still(practice, talk, 1_000_000, made)
    desk.open("clips", film=talk)
    assert desk.tap("rehearse").title == "For supervision"
    (clip,) = desk.part("rehearse")["clips"]
    assert clip["name"] == "I wait"
    assert "my own note" not in desk.words
    assert "get_ready" not in desk.keys
    desk.open("get_ready", film=talk)
    assert "Not for a shared review" in desk.lines
    assert {"to_consent", "hand_over"} & desk.keys == set()


def test_taken_back_nothing_of_it_is_shown(practice, desk, journey, talk):
    made = a_clip(practice, talk, name="I wait")
    take_back(practice, journey)
    for page in ("clips", "rehearse"):
        desk.open(page, film=talk)
        assert "There is no consent for Sam" in desk.words
        assert desk.parts("bench") == desk.parts("rehearse-") == []
    assert f"show-{made}" not in desk.open("find", journey=journey).keys
    assert "May be seen by: nobody now." in desk.open("journey", journey=journey).words


def test_find_shows_it_only_where_it_is_asked_for(practice, desk, journey, talk):
    made = a_clip(practice, talk, name="I wait", principles=("checking-with-you",))
    desk.open("find", journey=journey)
    assert "There are no clips yet. They are marked on a film, and found again here." in desk.lines
    desk.fill(for_supervision=True)
    assert f"show-{made}" in desk.keys
    assert "Checking that they are with you" in desk.lines
    assert "Supervision film 1" in desk.words


def test_its_files_go_to_one_of_those_named(practice, desk, journey, talk):
    made = a_clip(practice, talk)
    desk.open("files", film=talk)
    assert desk.field("whom-clip").options == ["My supervisor"]
    assert desk.field("to-whom").options == [NAMED]
    desk.fill(why="Our meeting in May").tap("make")
    (file,) = files_out(practice, talk)
    assert (file.clip_id, file.for_whom, file.to_whom) == (made, "supervision", NAMED)
    assert NAMED in desk.words
    take_back(practice, journey)
    assert "There is no consent for Sam" in "".join(desk.open("files", film=talk).told)
    assert desk.field("make").disabled


def test_its_lists_tell_the_principles_towards_the_parent_and_come_back(practice, talk):
    a_clip(practice, talk, name="I wait", principles=("checking-with-you",))
    asked = {"kind": "elan", "for_whom": "own work", "why": "My notes"}
    file = file_out(practice, hand_over_file(practice, talk, **asked))
    listed = written(practice, file)
    assert "Checking that they are with you" in listed.decode()
    assert "supervision-film-1.mp4" in listed.decode()
    (back,) = from_eaf(listed, principles_of(practice, film(practice, talk)))
    assert back.principles == ("checking-with-you",)
