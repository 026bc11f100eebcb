"""What is kept as a strength, whose words they are, ideas and where they come from, next time."""

import pytest

from tests.process.conftest import a_film
from vigreview.process import acts, together
from vigreview.process.filming import erase_film
from vigreview.process.microanalysis import clip, describe_clip, mark_clip, move_clip
from vigreview.process.practice import Refused
from vigreview.process.progress import cycles
from vigreview.process.shared_review import (
    WONDERS,
    add_idea,
    come_to_the_end,
    get_ready,
    ideas,
    ideas_from_last_time,
    keep_strength,
    next_times,
    notice,
    noticed_since,
    noticings,
    on_my_mind,
    pin_moment,
    plan_next,
    reword,
    unpin_moment,
    wonder,
)
from vigreview.process.speakers import others

ACT = "aaaaaaaa-2222-3333-4444-555555555555"


@pytest.fixture
def waited(review, moment, sam):
    return notice(review, moment, "I waited", sam)


def the(review, noticing):
    return next(one for one in noticings(review, review.sitting) if one.id == noticing)


class TestStrengths:
    def test_a_strength_is_kept_and_taken_back_each_with_its_line(self, practice, review, waited):
        for kept in (True, True, False, True):
            keep_strength(review, waited, kept)
            assert the(review, waited).strength is kept
        with practice.read() as db:
            about = "subject = 'noticings' and subject_id = ? and verb like '%strength%'"
            told = db.table("events").rows_where(about, [waited], order_by="id")
            verbs = [one["verb"] for one in told]
        assert verbs == ["keep strength", "take strength back", "keep strength"]

    def test_a_worry_is_never_turned_into_a_strength(self, practice, review, sam):
        worry = on_my_mind(review, "The nights are long", sam)
        with pytest.raises(Refused):
            keep_strength(review, worry, True)
        assert not the(review, worry).strength
        with pytest.raises(Exception, match="CHECK"), practice.write() as db:
            db.table("noticings").update(worry, {"strength_at": "now"})
        with pytest.raises(Refused):
            add_idea(review, "not from a worry", sam, noticing_id=worry)

    def test_what_was_noticed_since_can_be_one_and_a_wondering_cannot(self, review, moment, sam):
        keep_strength(review, noticed_since(review, "She looks for me", sam), True)
        for about in WONDERS:
            with pytest.raises(Refused):
                keep_strength(review, wonder(review, moment, "There", sam, about=about), True)

    def test_not_from_another_sitting(self, elsewhere, review, waited):
        for verb in (
            lambda: keep_strength(elsewhere, waited, True),
            lambda: pin_moment(elsewhere, waited, 0, 1, 1),
            lambda: add_idea(elsewhere, "sing", None, noticing_id=waited),
            lambda: reword(elsewhere, "noticings", waited, "other words"),
        ):
            with pytest.raises(Refused):
                verb()
        assert the(review, waited).words == "I waited"

    def test_the_journey_knows_them(self, practice, consented, review, waited, moment, sam):
        notice(review, moment, "and smiled", sam)
        keep_strength(review, waited, True)
        (cycle,) = cycles(practice, consented)
        assert [one.words for one in cycle.review.strengths] == ["I waited"]


class TestWhoseWords:
    def test_the_parents_come_first_then_those_of_both(self, review, moment, sam):
        for words, who in (("k", None), ("m", "another/Marta"), ("b", "together"), ("s", sam)):
            notice(review, moment, words, who)
        said = noticings(review, review.sitting)
        assert [one.who for one in said] == ["Sam", "together", "Kim", "Marta"]
        assert [one.by_parent for one in said] == [True, False, False, False]
        assert [one.by_both for one in said] == [False, True, False, False]

    def test_another_is_named_once_and_can_be_chosen_from_then_on(self, review, moment, sam):
        notice(review, moment, "one", "another/Marta, who interprets")
        add_idea(review, "two", "another/Marta, who interprets")
        add_idea(review, "three", "another/Jo")
        notice(review, moment, "four", "together")
        assert others(review, review.sitting) == ["Marta, who interprets", "Jo"]

    @pytest.mark.parametrize("who", ["another/", "another/  ", "another/" + "x" * 61, "somebody"])
    def test_without_a_word_for_them_it_is_not_clear(self, review, moment, who):
        args = {"clip_id": moment, "words": "x", "who": who}
        with pytest.raises(Refused):
            acts.apply(review, f"{ACT}-{review.sitting}", "notice", args)

    def test_acts_bring_them_from_the_browser(self, review, moment):
        for who in ("practitioner", "together", "another/Marta"):
            args = {"clip_id": moment, "about": "feeling", "words": "x", "who": who}
            acts.apply(review, f"{ACT}-{who[:4]}", "wonder", args)
        assert {one.who for one in noticings(review, review.sitting)} == {
            "Kim",
            "together",
            "Marta",
        }


class TestMomentsInThePicture:
    def test_a_pin_lies_on_a_frame_of_the_film_in_the_films_own_time(self, review, waited, moment):
        pin_moment(review, waited, 1_010_000, 250, 1000)
        pin = the(review, waited).pin
        assert (pin.at_us, pin.x, pin.y) == (5_000_000, 250, 1000)  # a frame each 40 ms
        assert pin.into(clip(review, moment)) == 1_000_000
        pin_moment(review, waited, 9_000_000, 1, 2)
        assert the(review, waited).pin.at_us == 7_000_000  # the clip's last frame
        unpin_moment(review, waited)
        assert the(review, waited).pin is None

    def test_other_edges_leave_it_where_it_was_in_the_film(self, practice, review, waited, moment):
        pin_moment(review, waited, 1_000_000, 1, 1)
        move_clip(practice, moment, 4_400_000, 7_000_000)
        assert the(review, waited).pin.into(clip(practice, moment)) == 600_000
        move_clip(practice, moment, 6_000_000, 7_000_000)
        assert the(review, waited).pin.into(clip(practice, moment)) is None

    @pytest.mark.parametrize(("x", "y"), [(-1, 0), (0, 1001), (10**9, 0)])
    def test_not_outside_the_picture(self, review, waited, x, y):
        with pytest.raises(Refused):
            pin_moment(review, waited, 0, x, y)

    def test_what_is_about_no_clip_has_no_moment(self, review, sam):
        since = noticed_since(review, "She looks for me", sam)
        with pytest.raises(Refused):
            pin_moment(review, since, 0, 1, 1)

    def test_it_goes_with_the_film_and_the_words_stay(self, practice, film, review, waited):
        pin_moment(review, waited, 0, 1, 1)
        erase_film(practice, film, "Sam asked for it")
        with practice.read() as db:
            assert db.table("noticing_moments").count_where("film_id = ?", [film]) == 0
            payloads = [one["payload"] for one in db.table("payloads").rows]
        assert not any("at_us" in one and '"x"' in one for one in payloads)
        assert (the(review, waited).words, the(review, waited).pin) == ("I waited", None)


class TestIdeas:
    def test_an_idea_is_linked_to_what_it_came_from(self, review, waited, moment, sam):
        made = add_idea(
            review,
            "Wait a breath longer",
            sam,
            noticing_id=waited,
            fits="bedtime bath",
            when_words=" when Nana is there ",
        )
        (idea,) = ideas(review, review.sitting)
        assert (idea.id, idea.noticing_id, idea.clip_id) == (made, waited, moment)
        assert (idea.fits, idea.when_words) == (("bath", "bedtime"), "when Nana is there")
        assert idea.who == "Sam"

    def test_next_time_it_is_there_as_it_was_said(self, practice, consented, review, sam):
        add_idea(review, "sing", "together", fits="bath")
        together.close(review)
        film = a_film(practice, consented)
        describe_clip(practice, mark_clip(practice, film, 0, 4_000_000), chosen=True)
        (idea,) = ideas_from_last_time(practice, get_ready(practice, film))
        assert (idea.words, idea.who, idea.fits) == ("sing", "together", ("bath",))

    def test_only_times_of_the_day_that_there_are(self, review):
        with pytest.raises(Refused):
            add_idea(review, "sing", None, fits="bath always")


class TestNextTime:
    def test_what_is_planned_is_kept_in_words(self, practice, consented, review):
        plan_next(review, "The bath", "Kąpiel", "after the holiday")
        plan_next(review, "Or a song")
        planned = next_times(review, review.sitting)
        assert [(one.words, one.original, one.when_words) for one in planned] == [
            ("The bath", "Kąpiel", "after the holiday"),
            ("Or a song", None, None),
        ]
        assert cycles(practice, consented)[0].review.next_times == tuple(planned)

    def test_coming_to_the_end_is_said_once_and_can_be_taken_back(self, review):
        for ending, there in ((True, 1), (True, 1), (False, 0), (False, 0), (True, 1)):
            come_to_the_end(review, ending)
            assert sum(one.ending for one in next_times(review, review.sitting)) == there
