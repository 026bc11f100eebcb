"""What was said is said anew in its own sitting: words, as they were said, whose, and when."""

import json

import pytest

from vigreview.process import acts, together
from vigreview.process.finding import Sought, find_clips
from vigreview.process.keepsake import keepsake
from vigreview.process.practice import Refused
from vigreview.process.progress import cycles
from vigreview.process.shared_review import (
    add_idea,
    come_to_the_end,
    ideas,
    keep_strength,
    let_go_next,
    next_times,
    notice,
    noticings,
    plan_next,
    reword,
    say_who_and_when,
)

POLISH = {"original": "Czekałam", "said_in": "Polish"}


@pytest.fixture
def done(review):
    """Apply an act of this sitting, each with an id of its own."""
    ids = (f"an act of {review.sitting}, {number}" for number in range(9))
    return lambda verb, args: acts.apply(review, next(ids), verb, args)


def the(review, noticing):
    return next(one for one in noticings(review, review.sitting) if one.id == noticing)


class TestPutDifferently:
    def test_the_words_and_as_they_were_said_in_one_act(self, practice, done, review, moment, sam):
        said = notice(review, moment, "I wated", sam, "Czekalam", said_in="Polish")
        args = {"what": "noticings", "said_id": said, "words": "I waited", **POLISH}
        acts.keep_draft(review, "b", "I wai")
        acts.keep_draft(review, "b/own", "Czeka")
        done("reword", {**args, "box": "b"})
        now = the(review, said)
        assert (now.words, now.original) == ("I waited", "Czekałam")
        assert (now.first_words, now.first_original) == ("I wated", "Czekalam")
        assert acts.draft(review, "b") == acts.draft(review, "b/own") == ""
        reword(review, "noticings", said, "I waited for her")
        now = the(review, said)
        assert (now.original, now.said_in, now.first_words) == ("Czekałam", "Polish", "I wated")

    def test_a_translation_that_is_added_is_no_other_wording(self, done, review, moment, sam):
        args = {"clip_id": moment, "words": "", "who": sam, **POLISH}
        said = done("notice", args)["id"]
        args = {"what": "noticings", "said_id": said, "words": "I waited", **POLISH}
        done("reword", args)
        now = the(review, said)
        assert (now.words, now.original, now.said_in) == ("I waited", "Czekałam", "Polish")
        assert (now.first_words, now.first_original) == (None, None)
        done("reword", {**args, "words": "", "original": "Czekaliśmy"})
        now = the(review, said)
        assert (now.words, now.original, now.said_in) == ("Czekaliśmy", None, "Polish")
        assert (now.first_words, now.first_original) == ("I waited", "Czekałam")

    def test_what_was_taken_for_the_other_language_can_be_taken_away(self, review, moment, sam):
        said = notice(review, moment, "I waited", sam, "I wait", said_in="Polish")
        reword(review, "noticings", said, "I waited", "", "")
        now = the(review, said)
        assert (now.words, now.original, now.said_in) == ("I waited", None, None)
        assert (now.first_words, now.first_original) == (None, "I wait")

    def test_what_quotes_them_follows(self, practice, consented, film, review, moment, sam):
        said = notice(review, moment, "I wated", sam, "Czekalam", said_in="Polish")
        keep_strength(review, said, True)
        assert keepsake(practice, film).moments[0].words.words == "I wated"
        reword(review, "noticings", said, "I waited", "Czekałam", "Polish")
        on_it = keepsake(practice, film).moments[0].words
        (strength,) = cycles(practice, consented)[0].review.strengths
        for quoted in (on_it, strength):
            assert (quoted.words, quoted.original) == ("I waited", "Czekałam")
        for words in ("I waited", "czekałam"):
            found = find_clips(practice, Sought(words=words, journey_id=consented))
            assert [one.clip.id for one in found] == [moment]
        assert find_clips(practice, Sought(words="wated", journey_id=consented)) == []

    def test_whose_an_idea_is_and_when_and_what_was_said_first_is_in_the_log(
        self, practice, done, review, sam
    ):
        idea = add_idea(review, "sing", sam, fits="bath", when_words="on Sundays")
        args = {"idea_id": idea, "who": "another/Nana", "fits": "bedtime waking"}
        done("say_who_and_when", {**args, "when_words": ""})
        (now,) = ideas(review, review.sitting)
        assert (now.words, now.who) == ("sing", "Nana")
        assert (now.fits, now.when_words) == (("waking", "bedtime"), None)
        for bad in ({"who": 10**6}, {"who": sam, "fits": "always"}, {"who": "another/"}):
            with pytest.raises(Refused):
                say_who_and_when(review, idea, **bad)
        assert ideas(review, review.sitting) == [now]
        assert verbs_about(practice, "ideas", idea) == ["add idea", "say who and when"]
        with practice.read() as db:
            (told,) = [one["payload"] for one in db.table("payloads").rows_where(
                "event_id = (select max(id) from events where subject = 'ideas')")]  # fmt: skip
        assert json.loads(told)["before"] == {
            "carer_id": sam,
            "said_by": None,
            "fits": "bath",
            "when_words": "on Sundays",
        }


class TestNextTime:
    def test_it_is_put_differently_by_the_words_and_the_time(self, done, review):
        bath = plan_next(review, "The bth", "Kapiel", "after Easter", "Polish")
        said = {"what": "next_times", "said_id": bath, "words": "The bath", "original": "Kąpiel"}
        done("reword", {**said, "said_in": "Polish", "when_words": "in May"})
        (now,) = next_times(review, review.sitting)
        assert (now.words, now.original, now.when_words) == ("The bath", "Kąpiel", "in May")
        first = (now.first_words, now.first_original, now.first_when)
        assert first == ("The bth", "Kapiel", "after Easter")
        reword(review, "next_times", bath, "The bath", when_words="")
        (now,) = next_times(review, review.sitting)
        assert (now.original, now.when_words, now.first_when) == ("Kąpiel", None, "after Easter")

    def test_it_is_let_go_of_and_taken_up_again_and_the_log_knows(
        self, practice, consented, review
    ):
        bath = plan_next(review, "The bath")
        for gone in (True, True, False, True):
            let_go_next(review, bath, gone)
            (there,) = next_times(review, review.sitting, also_gone=True)
            assert there.gone is gone
        assert cycles(practice, consented)[0].review.next_times == ()
        with pytest.raises(Refused):
            reword(review, "next_times", bath, "A song")
        assert verbs_about(practice, "next_times", bath) == [
            "plan next time",
            "let go of next time",
            "take up next time again",
            "let go of next time",
        ]

    def test_coming_to_the_end_is_neither_put_differently_nor_let_go_of(self, review):
        come_to_the_end(review, True)
        (end,) = next_times(review, review.sitting)
        with pytest.raises(Refused):
            reword(review, "next_times", end.id, "A song")
        with pytest.raises(Refused):
            let_go_next(review, end.id, True)


def test_not_after_it_was_closed_nor_elsewhere_nor_from_the_desk(practice, elsewhere, review, sam):
    idea, bath = add_idea(review, "sing", sam), plan_next(review, "The bath")
    verbs = [
        lambda seat: reword(seat, "ideas", idea, "hum"),
        lambda seat: reword(seat, "next_times", bath, "A song", when_words="in May"),
        lambda seat: say_who_and_when(seat, idea, None, "bath"),
        lambda seat: let_go_next(seat, bath, True),
    ]
    together.close(review)
    for seat in (review, elsewhere, practice):
        for verb in verbs:
            with pytest.raises(Refused):
                verb(seat)
    (kept,), (planned,) = ideas(practice, review.sitting), next_times(practice, review.sitting)
    assert (kept.words, kept.who, kept.fits) == ("sing", "Sam", ())
    assert (planned.words, planned.when_words) == ("The bath", None)


def verbs_about(practice, subject, subject_id):
    with practice.read() as db:
        about = "subject = ? and subject_id = ?"
        rows = db.table("events").rows_where(about, [subject, subject_id], order_by="id")
        return [one["verb"] for one in rows]
