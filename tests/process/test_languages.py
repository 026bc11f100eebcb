"""A draft reaches a parent only when it is ticked, as it was when it was ticked."""

import pytest

from vigreview.languages import sentences as of_files
from vigreview.languages.sentences import LANGUAGES, sentences
from vigreview.process import languages, together
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice, Refused

URDU = LANGUAGES["ur"]


@pytest.fixture(autouse=True)
def _nothing_is_checked(practice):
    with practice.write() as db:
        db.execute("delete from sentence_checks")


@pytest.fixture
def journey_id(practice):
    carer = Carer("Samira", "Ammi", "Samira", language="Urdu")
    return add_family(practice, "Ada and Samira", [carer], [Baby("Ada", "2026-03-01")])


@pytest.fixture
def seat(practice, journey_id):
    sitting_id = together.open_question_sitting(practice, journey_id)
    return Practice(practice.vault, sitting_id)


def ticked(practice, *ids):
    languages.tick(practice, "ur", {id: line(practice, id).source for id in ids}, "Nadia")


def line(practice, id):
    return next(one for one in languages.lines(practice, URDU) if one.id == id)


def spoken(practice, seat, id="describe-us-ask"):
    languages.speak(practice, seat.sitting, "ur")
    said = languages.words(seat)(id)
    return str(said), said.language.code


def test_what_nobody_has_checked_is_said_in_english(practice, seat):
    ticked(practice, "turn-on")
    assert spoken(practice, seat) == ("And how is it between you and Ada?", "en")


def test_what_is_ticked_is_said_with_the_familys_own_words(practice, seat):
    ticked(practice, "describe-us-ask")
    words, code = spoken(practice, seat)
    assert code == "ur"
    assert "Ada" in words
    assert line(practice, "describe-us-ask").checked_by == "Nadia"


def test_a_changed_english_sentence_loses_its_tick(practice, seat, tmp_path, monkeypatch):
    ticked(practice, "describe-us-ask", "turn-on")
    changed = of_files.Sentence("describe-us-ask", "question", "And between you and { $baby }?")
    monkeypatch.setitem(sentences("en"), "describe-us-ask", changed)
    assert spoken(practice, seat) == ("And between you and Ada?", "en")
    assert spoken(practice, seat, "turn-on")[1] == "ur"


def test_a_changed_translation_loses_its_tick(practice, seat, monkeypatch):
    ticked(practice, "turn-on", "turn-back")
    changed = of_files.Sentence("turn-on", "parts", "آگے")
    monkeypatch.setitem(sentences("ur"), "turn-on", changed)
    assert spoken(practice, seat, "turn-on") == ("Go on", "en")


def test_a_tick_is_taken_back(practice, seat):
    ticked(practice, "turn-on", "turn-back")
    languages.untick(practice, "ur", ["turn-on"])
    assert spoken(practice, seat, "turn-on")[1] == "en"
    assert spoken(practice, seat, "turn-back")[1] == "ur"


def test_a_services_own_words_need_a_tick_of_their_own_and_go_back(practice, seat):
    ticked(practice, "turn-on", "turn-back")
    languages.correct(practice, "ur", "turn-on", "آئیں آگے")
    assert spoken(practice, seat, "turn-on")[1] == "en"
    ticked(practice, "turn-on")
    assert spoken(practice, seat, "turn-on") == ("آئیں آگے", "ur")
    assert not line(practice, "turn-on").ours
    languages.back_to_the_draft(practice, "ur", "turn-on")
    assert line(practice, "turn-on").source == sentences("ur")["turn-on"].source
    assert spoken(practice, seat, "turn-on")[1] == "en"


def test_a_correction_that_is_broken_is_refused_and_changes_nothing(practice):
    before = line(practice, "describe-us-ask")
    for broken in ("", "{ $baby", "Hello", "{ $bayb } { $baby }"):
        with pytest.raises(Refused):
            languages.correct(practice, "ur", "describe-us-ask", broken)
    assert line(practice, "describe-us-ask") == before


def test_a_tick_is_for_the_words_that_were_shown(practice):
    shown = line(practice, "turn-on").source
    languages.correct(practice, "ur", "turn-on", "آئیں آگے")
    with pytest.raises(Refused, match="Look once more"):
        languages.tick(practice, "ur", {"turn-on": shown}, "Nadia")
    assert not line(practice, "turn-on").checked


def test_a_tick_needs_a_name_and_a_language_that_there_is(practice):
    right = {"turn-on": line(practice, "turn-on").source}
    with pytest.raises(Refused):
        languages.tick(practice, "ur", right, " ")
    for code in ("en", "fr", "../ur"):
        with pytest.raises(Refused):
            languages.tick(practice, code, {}, "Nadia")


def test_every_tick_and_correction_is_an_event(practice):
    ticked(practice, "turn-on")
    languages.correct(practice, "ur", "turn-on", "آئیں آگے")
    languages.untick(practice, "ur", ["turn-on"])
    languages.back_to_the_draft(practice, "ur", "turn-on")
    with practice.read() as db:
        told = db.table("events").rows_where("subject = 'languages'", order_by="id")
        verbs = [one["verb"] for one in told]
    assert verbs[-4:] == [
        "check sentence",
        "correct sentence",
        "uncheck sentence",
        "back to the draft",
    ]


def test_a_sitting_begins_in_the_carers_language_where_something_of_it_is_checked(
    practice, journey_id, seat
):
    assert languages.suggested(practice, journey_id).code == "en"
    ticked(practice, "turn-on")
    assert languages.suggested(practice, journey_id).code == "ur"
    languages.speak(practice, seat.sitting, "en")  # and then in what it was in last time
    assert languages.suggested(practice, journey_id).code == "en"


def test_a_language_without_a_tick_cannot_be_spoken(practice, seat):
    with pytest.raises(Refused):
        languages.speak(practice, seat.sitting, "pl")
    assert languages.words(seat).language.code == "en"


@pytest.mark.parametrize("said", ["Urdu", "urdu ", "ur", "اردو"])
def test_a_language_is_known_by_its_names(said):
    assert languages.language_named(said) == URDU


@pytest.mark.parametrize("said", [None, "", "Klingon"])
def test_a_language_that_is_not_here_is_not_guessed(said):
    assert languages.language_named(said) is None
