"""The shared review: the parent's words first, on one sitting, and nothing out of reach."""

import pytest

from tests.process.conftest import a_film
from vigreview.process import acts, together
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.filming import open_film
from vigreview.process.helping_question import (
    descriptions,
    helping_question,
    rate,
    ratings,
    say,
)
from vigreview.process.jobs import jobs
from vigreview.process.journeys import close_gently
from vigreview.process.microanalysis import clip, describe_clip, mark_clip, move_clip
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import NotThere, Practice, Refused, insert
from vigreview.process.shared_review import (
    add_idea,
    get_ready,
    ideas,
    ideas_from_last_time,
    notice,
    noticed_since,
    noticings,
    readiness,
    review_clips,
    review_steps,
    reword,
    see_in_noticing,
    step_among,
)
from vigreview.process.stills import stills
from vigreview.process.watching import open_stream


@pytest.fixture
def chosen(practice, film):
    made = [mark_clip(practice, film, at * 4_000_000, at * 4_000_000 + 3_000_000) for at in (0, 1)]
    for one in made:
        describe_clip(practice, one, chosen=True)
    return made


@pytest.fixture
def moment(chosen):
    """What the review is made ready with: two chosen clips here."""
    return chosen[0]


def test_getting_ready_asks_for_a_copy_and_a_face_of_each_chosen_clip(practice, film, chosen):
    mark_clip(practice, film, 0, 1_000_000)  # a candidate, which stays behind
    sitting = get_ready(practice, film)
    assert [one.id for one in review_clips(practice, sitting)] == chosen
    asked = [job.task for job in jobs(practice, film)]
    assert sorted(asked) == ["clip", "clip", "still", "still"]
    assert get_ready(practice, film) == sitting
    assert len(jobs(practice, film)) == 4


def test_a_moved_clip_is_copied_anew(practice, film, chosen):
    get_ready(practice, film)
    move_clip(practice, chosen[0], 0, 2_000_000)
    get_ready(practice, film)
    assert sum(job.task == "clip" for job in jobs(practice, film)) == 3


def test_a_moved_clip_gets_a_face_of_its_own(practice, film, chosen):
    get_ready(practice, film)
    before = clip(practice, chosen[0]).face
    move_clip(practice, chosen[0], 2_000_000, 3_000_000)
    get_ready(practice, film)
    assert clip(practice, chosen[0]).face not in (None, before)


def test_ready_is_when_every_copy_is_there(practice, film, chosen):
    sitting = get_ready(practice, film)
    assert (readiness(practice, sitting).made, readiness(practice, sitting).wanted) == (0, 2)
    make_copies(practice, film, chosen)
    assert readiness(practice, sitting).ready


def make_copies(practice, film, chosen):
    for one in chosen:
        with (
            open_film(practice.vault, film) as file,
            file.writer(clip(practice, one).stream, "video/mp4") as out,
        ):
            out.write(b"a clip's own copy")


def test_without_chosen_clips_or_consent_there_is_no_review(practice, consented, film):
    with pytest.raises(Refused, match="at least one"):
        get_ready(practice, film)
    describe_clip(practice, mark_clip(practice, film, 0, 4_000_000), chosen=True)
    for one in consents(practice, consented):
        if one.purpose == "review":
            withdraw_consent(practice, one.id)
    with pytest.raises(Refused, match="consent"):
        get_ready(practice, film)


def test_the_steps_follow_the_clips(review, chosen):
    one, two = chosen
    assert review_steps(review, review.sitting) == [
        "since",
        "question",
        f"clip:{one}",
        f"clip:{two}",
        "ideas",
        "ratings",
        "back",
        "next",
    ]


def test_steps_that_were_kept_under_other_names_lead_where_they_meant(review, chosen):
    steps = review_steps(review, review.sitting)
    clip = f"clip:{chosen[1]}"
    kept = ("close", f"wonder:{chosen[1]}", "ideas:5", f"{clip}:feeling")
    assert [step_among(steps, one) for one in kept] == ["back", clip, "ideas", clip]
    for kept in ("wonder:99", "clip:99", "", "x", steps[3]):
        assert step_among(steps, kept) == (kept if kept in steps else "since")


def test_closed_gently_nothing_is_rated_and_no_film_asked_for(practice, consented, review):
    close_gently(practice, consented)
    assert not {"ratings", "next"} & set(review_steps(review, review.sitting))
    with pytest.raises(Refused, match="any more"):
        rate(review, "now", 4)


def test_the_parents_words_come_first_and_apart(review, chosen, sam):
    notice(review, chosen[0], "you waited for Ada", None)
    notice(review, chosen[0], "I looked at her", sam)
    said = noticings(review, review.sitting)
    assert [(one.who, one.by_parent) for one in said] == [("Sam", True), ("Kim", False)]


def test_a_principle_is_named_after_and_can_change(review, chosen, sam):
    said = notice(review, chosen[0], "I waited", sam)
    for what in ("waiting", "warm-voice", "waiting"):
        see_in_noticing(review, said, what, True)
    assert noticings(review, review.sitting)[0].principles == ("waiting", "warm-voice")
    see_in_noticing(review, said, "waiting", False)
    assert noticings(review, review.sitting)[0].principles == ("warm-voice",)


def test_what_is_no_principle_or_was_said_elsewhere_cannot_be_picked(
    practice, consented, review, chosen, sam
):
    said = notice(review, chosen[0], "I waited", sam)
    with pytest.raises(Refused):
        see_in_noticing(review, said, "a deficit", True)
    question = Practice(practice.vault, together.open_question_sitting(practice, consented))
    with pytest.raises(Refused):
        see_in_noticing(question, said, "waiting", True)
    assert noticings(review, review.sitting)[0].principles == ()


def test_words_can_be_put_right_within_the_sitting(review, chosen, sam):
    said = notice(review, chosen[0], "I wated", sam)
    reword(review, "noticings", said, "I waited")
    kept = noticings(review, review.sitting)[0]
    assert (kept.words, kept.first_words) == ("I waited", "I wated")
    reword(review, "noticings", said, "I waited for her")
    assert noticings(review, review.sitting)[0].first_words == "I wated"


def test_ideas_of_one_review_are_asked_about_in_the_next(practice, consented, review, sam):
    add_idea(review, "sing before bath", sam)
    together.close(review)
    film = a_film(practice, consented)
    describe_clip(practice, mark_clip(practice, film, 0, 4_000_000), chosen=True)
    after = get_ready(practice, film)
    assert [one.words for one in ideas_from_last_time(practice, after)] == ["sing before bath"]
    assert ideas(practice, after) == []


def test_every_wording_of_the_question_is_kept(practice, review, consented):
    say(review, "question", "What do I do that soothes Ada?")
    say(review, "question", "What do I do that Ada enjoys?")
    kept = helping_question(practice, consented)
    assert kept.words == "What do I do that Ada enjoys?"
    assert [one.words for one in kept.question[1:]] == ["What do I do that soothes Ada?"]


def test_the_words_in_another_language_stay_beside(practice, review, consented):
    say(review, "hope", "to be closer", "daha yakın olmak")
    assert helping_question(practice, consented).hope[0].original == "daha yakın olmak"


def test_a_rating_said_again_in_a_sitting_stands(practice, review, consented):
    rate(review, "now", 4)
    rate(review, "now", 6)
    assert [(one.scale, one.value) for one in ratings(practice, consented)] == [("now", 6)]


@pytest.mark.parametrize("value", [-1, 11, True, 5.5])
def test_a_rating_is_from_0_to_10(review, value):
    with pytest.raises(Refused):
        rate(review, "now", value)


def test_nothing_can_be_said_in_a_review_that_is_closed(review, chosen, sam):
    together.close(review)
    with pytest.raises(Refused, match="closed"):
        notice(review, chosen[0], "late", sam)


class TestOutOfReach:
    """What a seat between two people must not get at, whoever asks."""

    def test_another_sitting(self, practice, review, consented):
        other = together.open_question_sitting(practice, consented)
        with pytest.raises(NotThere):
            together.sitting(review, other)
        with pytest.raises(NotThere):
            noticings(review, other)

    def test_the_film_itself_and_its_strip(self, review, film):
        for stream in ("original", "playing", "times", "strip", "waveform"):
            with pytest.raises(Refused):
                open_stream(review, "film", film, stream)

    def test_a_clip_that_was_not_chosen(self, practice, review, film, sam):
        candidate = mark_clip(practice, film, 0, 2_000_000)
        with pytest.raises(Refused):
            open_stream(review, "clip", candidate)
        with pytest.raises(Refused):
            notice(review, candidate, "this one", sam)

    def test_a_chosen_clip_opens_for_as_long_as_consent_holds(
        self, practice, review, film, chosen, consented
    ):
        make_copies(practice, film, chosen)
        opened = open_stream(review, "clip", chosen[0])
        assert opened.read(0, opened.length) == b"a clip's own copy"
        for one in consents(practice, consented):
            if one.purpose == "review":
                withdraw_consent(practice, one.id)
        assert not opened.allowed()
        opened.close()

    def test_a_still_from_before_the_clips_edges_were_moved(self, practice, review, film, chosen):
        face = clip(practice, chosen[0]).face
        for still in stills(practice, film):
            with (
                open_film(practice.vault, film) as file,
                file.writer(f"still/{still.id}", "image/jpeg") as out,
            ):
                out.write(b"a picture")
        open_stream(review, "still", face).close()
        move_clip(practice, chosen[0], 2_000_000, 3_000_000)
        with pytest.raises(Refused):
            open_stream(review, "still", face)
        open_stream(practice, "still", face).close()

    def test_an_idea_of_another_family(self, practice, review, consented, sam):
        with practice.write() as db:
            at = {"journey_id": add_family(practice, "Bo", [Carer("Bo")], [Baby("Jo")])}
            theirs = insert(db, "ideas", {**at, "words": "sing", "said_at": "now"})
            at = {"journey_id": consented}
            ours = insert(db, "ideas", {**at, "words": "sing", "said_at": "now"})
        with pytest.raises(Refused, match="not part"):
            noticed_since(review, "it helped", sam, theirs)
        noticed_since(review, "it helped", sam, ours)

    def test_a_person_of_another_journey(self, review, chosen):
        with pytest.raises(Refused, match="not part"):
            notice(review, chosen[0], "hello", 99_999)

    @pytest.mark.parametrize("verb", ["mark_clip", "move_clip", "take_still", "erase_film", "x"])
    def test_verbs_of_the_desk(self, review, verb):
        with pytest.raises(Refused):
            acts.apply(review, "0123456789abcdef", verb, {})

    def test_a_draft_of_the_desk(self, practice, review):
        acts.keep_draft(practice, "box", "at the desk")
        assert acts.draft(review, "box") == ""


class TestActs:
    """An act is applied once, however often it is sent."""

    ACT = "11111111-2222-3333-4444-555555555555"

    def test_sent_twice_it_counts_once(self, review, chosen, sam):
        args = {"clip_id": chosen[0], "words": "I smiled", "who": sam}
        act = f"{review.sitting}-{self.ACT}"
        first = acts.apply(review, act, "notice", dict(args))
        again = acts.apply(review, act, "notice", dict(args))
        assert first == again
        assert len(noticings(review, review.sitting)) == 1

    def test_keeping_empties_the_draft_in_the_same_change(self, review, chosen, sam):
        acts.keep_draft(review, "box", "I smi")
        assert acts.draft(review, "box") == "I smi"
        args = {"clip_id": chosen[0], "words": "I smiled", "who": sam, "box": "box"}
        acts.apply(review, f"a{review.sitting}-{self.ACT}", "notice", args)
        assert acts.draft(review, "box") == ""

    def test_what_was_begun_and_not_kept_can_be_shown_at_the_end(self, practice, review):
        acts.keep_draft(review, "idea", "sing befo")
        acts.keep_draft(practice, "idea", "the desk's own")
        acts.keep_draft(review, "mind", "The nights a")
        acts.keep_draft(review, "reword-noticings-1", "other wo")
        assert acts.drafts(review) == ["sing befo"]
        acts.keep_draft(review, "idea", " ")
        assert acts.drafts(review) == []

    def test_an_act_that_is_refused_leaves_no_trace_and_may_come_again(self, review, chosen, sam):
        act = f"b{review.sitting}-{self.ACT}"
        bad = {"clip_id": chosen[0], "words": "   ", "who": sam}
        with pytest.raises(Refused):
            acts.apply(review, act, "notice", bad)
        assert acts.apply(review, act, "notice", {**bad, "words": "I smiled"})["id"]

    @pytest.mark.parametrize(
        "args",
        [
            {},
            {"clip_id": "1", "words": "x", "who": "practitioner"},
            {"clip_id": True, "words": "x", "who": "practitioner"},
            {"clip_id": 1, "words": 7, "who": "practitioner"},
            {"clip_id": 1, "words": "x", "who": "practitioner", "sitting_id": 5},
            {"clip_id": 1, "words": "x", "who": "somebody else"},
        ],
    )
    def test_arguments_that_do_not_fit_are_refused(self, review, args):
        with pytest.raises(Refused):
            acts.apply(review, f"c{review.sitting}-{self.ACT}", "notice", args)

    @pytest.mark.parametrize(
        ("verb", "args"),
        [
            ("notice", {"words": "half a letter: \ud83d"}),
            ("keep_draft", {"box": "a", "words": "half a letter: \ud83d"}),
            ("notice", {"words": "x", "clip_id": 10**30}),
            ("noticed_since", {"words": "x", "idea_id": 10**30}),
            ("rate", {"scale": "now", "value": 10**30}),
        ],
    )
    def test_what_no_database_can_hold_is_refused(self, review, chosen, sam, verb, args):
        if verb == "notice":
            args = {"clip_id": chosen[0], **args}
        if verb in ("notice", "noticed_since"):
            args = {"who": sam, **args}
        with pytest.raises(Refused):
            acts.apply(review, f"g{review.sitting}-{self.ACT}", verb, args)
        assert noticings(review, review.sitting) == []

    def test_words_in_another_language_alone_are_the_words(self, review, chosen, sam):
        args = {"clip_id": chosen[0], "words": "", "original": "Ona baktım", "who": sam}
        acts.apply(review, f"e{review.sitting}-{self.ACT}", "notice", args)
        kept = noticings(review, review.sitting)[0]
        assert (kept.words, kept.original) == ("Ona baktım", None)

    def test_the_practitioners_words_are_marked_as_theirs(self, review, chosen):
        args = {"clip_id": chosen[0], "words": "You waited", "who": "practitioner"}
        acts.apply(review, f"f{review.sitting}-{self.ACT}", "notice", args)
        assert not noticings(review, review.sitting)[0].by_parent

    def test_descriptions_go_the_same_way(self, practice, review, consented):
        act = f"d{review.sitting}-{self.ACT}"
        args = {"about": "baby", "words": "watchful", "original": None}
        acts.apply(review, act, "describe", args)
        assert [one.words for one in descriptions(practice, consented)] == ["watchful"]
