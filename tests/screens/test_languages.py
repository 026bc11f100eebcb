"""Together in another language; and the card on which a service ticks what its interpreter read."""

from dataclasses import replace

import pytest

from tests.screens.lives import a_clip, a_family, a_review, with_film
from vigreview.languages.sentences import LANGUAGES, sentences
from vigreview.languages.words import Words
from vigreview.process import languages, together
from vigreview.process.content import our_principles
from vigreview.process.people import Baby, Carer
from vigreview.screens.sights import cards_of

BY = "Nadia & <b>Sons</b>"


@pytest.fixture
def journey(practice):
    carer = Carer("Samira", "امی", "Samira", language="Urdu", interpreter=True)
    return a_family(practice, carer=carer, baby=Baby("Ada <i>", "2026-03-01"))


def tick_all(practice, code="ur"):
    shown = {one.id: one.source for one in languages.lines(practice, LANGUAGES[code]) if one.source}
    languages.tick(practice, code, shown, BY)


@pytest.fixture
def in_urdu(practice, journey, hand_over):
    """The helping question on the tablet, in Urdu, every sentence ticked."""
    tick_all(practice)
    sitting_id = together.open_question_sitting(practice, journey)
    languages.speak(practice, sitting_id, "ur")
    return hand_over(sitting_id)


def html(seat):
    return [text for kind, text in seat.sources if kind == "html"]


def test_every_step_in_urdu_runs_from_right_to_left(in_urdu):
    urdu = {one.source for one in sentences("ur").values()}
    for seat in in_urdu.steps():
        (head,) = [text for text in html(seat) if "<h1" in text]
        assert '<h1 lang="ur" dir="rtl">' in head
        assert 'class="lead" lang="ur" dir="rtl"' in head
        watch = seat.part("watch")
        assert (watch["lang"], watch["dir"]) == ("ur", "rtl")
        assert watch["words"]["cover"] in urdu
        for part in (*seat.parts("box-"), *seat.parts("rate-")):
            assert (part["lang"], part["dir"]) == ("ur", "rtl")
            assert all(words in urdu for words in part["words"].values())
        labels = {one.label for one in seat.buttons}
        assert labels & {"آگے چلیں", sentences("ur")["question-close"].source}


def test_a_name_with_markup_and_other_letters_is_shown_letter_for_letter(in_urdu):
    for _ in range(4):
        in_urdu.tap("turn-on")
    assert "\u2068Ada <i>\u2069" in in_urdu.title
    assert not any("<i>" in text for text in html(in_urdu))


def test_words_as_they_were_said_are_marked_with_their_language(in_urdu):
    (box,) = in_urdu.part("box-doubt")["own_languages"]
    assert box["lang"] == "ur"
    assert "اردو" in box["label"]


def test_what_is_not_ticked_stays_english_and_runs_its_own_way(practice, journey, hand_over):
    tick_all(practice)
    languages.untick(practice, "ur", ["doubt-ask", "note-keep"])
    sitting_id = together.open_question_sitting(practice, journey)
    languages.speak(practice, sitting_id, "ur")
    here = hand_over(sitting_id)
    (head,) = [text for text in html(here) if "<h1" in text]
    assert '<h1 lang="en" dir="ltr">Is there something' in head
    assert 'class="lead" lang="ur" dir="rtl"' in head
    assert here.part("box-")["words"]["keep"] == {"words": "Keep", "lang": "en", "dir": "ltr"}


def test_without_a_ticked_sentence_nobody_is_asked_for_a_language(desk, journey):
    assert "speaks" not in desk.open("journey", journey=journey).keys


def test_the_practitioner_chooses_at_the_hand_over_and_it_stays(practice, desk, session, journey):
    tick_all(practice, "ur")
    desk.open("journey", journey=journey)
    assert desk.field("speaks").value == "ur"
    desk.fill(speaks="en").tap("next_step")
    assert languages.spoken(practice, session.narrowed.sitting_id).code == "en"


def card(desk, **chosen):
    here = desk.open("settings").fill(check_language=LANGUAGES["ur"])
    return here.fill(**chosen) if chosen else here


def test_the_card_shows_each_sentence_beside_the_english(practice, desk):
    card(desk).fill(check_sheet="question")
    first = sentences("ur")["doubt-ask"].source
    beside = next(text for text in html(desk) if "Is there something you wonder" in text)
    assert f'<p lang="ur" dir="rtl">{first}</p>' in beside
    assert "Not checked" in desk.words


def test_a_tick_needs_the_interpreters_name_and_keeps_it(practice, desk):
    card(desk)
    desk.tap("tick-doubt-ask")
    assert desk.told == ["Who has checked it is still empty."]
    assert not languages.checked(practice, LANGUAGES["ur"])
    desk.fill(check_by=BY).tap("tick-doubt-ask")
    assert list(languages.checked(practice, LANGUAGES["ur"])) == ["doubt-ask"]
    assert f"Checked by {BY}" in desk.words
    desk.tap("untick-doubt-ask")
    assert not languages.checked(practice, LANGUAGES["ur"])


def test_a_page_is_ticked_at_once_and_only_what_was_shown(practice, desk):
    card(desk, check_by=BY).tap("check-page-tick")
    there = languages.checked(practice, LANGUAGES["ur"])
    assert len(there) == 8
    desk.tap("check-after")
    assert "check-page-tick" in desk.keys
    assert set(languages.checked(practice, LANGUAGES["ur"])) == set(there)


def test_a_sentence_is_worded_anew_and_a_broken_one_refused(practice, desk):
    card(desk, check_by=BY)
    desk.fill(words_doubt_ask="{ $nobody }").tap("correct-doubt-ask")
    assert desk.told == ["Nobody fills in { $nobody } here."]
    desk.fill(words_doubt_ask="کوئی فکر؟").tap("correct-doubt-ask").tap("tick-doubt-ask")
    assert languages.checked(practice, LANGUAGES["ur"]) == {"doubt-ask": "کوئی فکر؟"}
    assert "Your service’s words" in desk.words
    desk.tap("draft-doubt-ask")
    assert not languages.checked(practice, LANGUAGES["ur"])
    assert sentences("ur")["doubt-ask"].source in desk.words


def test_the_pictured_cards_are_in_urdu_where_they_are_in_our_words(practice):
    tick_all(practice)
    words = Words(LANGUAGES["ur"], {}, languages.checked(practice, LANGUAGES["ur"]))
    cards = cards_of(our_principles(), [], words)
    assert cards[0]["words"] == sentences("ur")["level-being-attentive-name"].source
    first = cards[0]["principles"][0]
    assert first["words"] == sentences("ur")["principle-interested-look-name"].source
    assert first["means"] == sentences("ur")["principle-interested-look-means"].source
    ours = our_principles()
    theirs = replace(ours, levels=(replace(ours.levels[0], means="As our service says it."),))
    (card,) = cards_of(theirs, [], words)
    assert card["means"] == {"words": "As our service says it.", "lang": "en", "dir": "ltr"}


def test_the_page_to_print_is_in_the_language_of_its_review(practice, desk, journey):
    tick_all(practice)
    film = with_film(practice, journey)
    a_clip(practice, film)
    sitting_id, seat = a_review(practice, film)
    languages.speak(practice, sitting_id, "ur")
    together.close(seat)
    desk.open("review_page", sitting=sitting_id)
    (head,) = [text for text in html(desk) if "<h1" in text]
    page_title = sentences("ur")["page-title"].source
    assert f'<h1 lang="ur" dir="rtl">{page_title}</h1>' in head
