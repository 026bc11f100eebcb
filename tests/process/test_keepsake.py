"""The keepsake: the parent's own words and nobody else's, made and handed over where it may be."""

import json

import pytest

from tests.films.making import Wanted, make, steady
from tests.process.conftest import consent_to
from tests.process.film_work import arriving, running_workers, settled, until
from tests.waiting import wait_for
from vigreview.films.keepsake import KEEPSAKE, PART
from vigreview.process import shared_review, together
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.files_out import files_out, making, may_fetch
from vigreview.process.filming import erase_film, open_film
from vigreview.process.helping_question import say
from vigreview.process.holding import hold_film
from vigreview.process.jobs import Workers, jobs
from vigreview.process.journeys import close_gently
from vigreview.process.keepsake import choose_idea, choose_moment, choose_question, keepsake
from vigreview.process.keepsake_film import (
    being_made,
    cancel_keepsake,
    hand_over_keepsake,
    made,
    make_keepsake,
    open_keepsake,
)
from vigreview.process.microanalysis import describe_clip, mark_clip, move_clip
from vigreview.process.people import Baby, Carer, add_family, people
from vigreview.process.practice import NotThere, Practice, Refused
from vigreview.process.stills import Crop, crop_still
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

QUESTION = "What do I do that Ada enjoys?"
NOTICED, WONDERED = "I wait, and she looks at me", "I am here, Dada"
PRIVATE = "a private note"
MINE = "You were so patient there"


def ask_question(practice, journey):
    here = Practice(practice.vault, together.open_question_sitting(practice, journey))
    say(here, "question", QUESTION)
    together.close(here)


def reviewed(practice, journey, film, edges=((1_000_000, 3_000_000), (5_000_000, 7_000_000))):
    """A review of two clips: the first has words of the parent's and of the practitioner's."""
    clips = [mark_clip(practice, film, *each) for each in edges]
    for clip in clips:
        describe_clip(practice, clip, chosen=True, name=PRIVATE, why=PRIVATE, wonder=PRIVATE)
    seat = Practice(practice.vault, shared_review.get_ready(practice, film))
    sam = people(practice, journey).carers[0].id
    shared_review.notice(seat, clips[0], MINE, None)
    shared_review.notice(seat, clips[0], NOTICED, sam)
    shared_review.wonder(seat, clips[0], WONDERED, sam, "Jestem tu, tato")
    shared_review.on_my_mind(seat, "I worry about the nights", sam)
    shared_review.add_idea(seat, "Sing before the bath", sam)
    shared_review.add_idea(seat, "Wait with the spoon", None)
    together.close(seat)
    return clips


@pytest.fixture
def clips(practice, consented, film):
    ask_question(practice, consented)
    return reviewed(practice, consented, film)


def asked_for(practice, film):
    """The scenes that film work was asked for last."""
    with practice.read() as db:
        query = "select args from jobs where film_id = ? and task = 'keepsake' order by id desc"
        return json.loads(db.execute(query, [film]).fetchone()[0])["scenes"]


def finish(practice, film):
    with practice.write() as db:
        db.execute("update jobs set state = 'done' where film_id = ?", [film])


def test_it_offers_what_the_parent_said_and_nothing_else(practice, film, clips):
    chosen = keepsake(practice, film)
    assert chosen.names == "Ada and Sam"
    first, second = chosen.moments
    assert [one.words for one in first.choices] == [NOTICED, WONDERED]
    assert (first.words.words, second.words, second.choices) == (NOTICED, None, ())
    make_keepsake(practice, film)
    told = json.dumps(asked_for(practice, film))
    for never in (PRIVATE, MINE, "I worry about the nights"):
        assert never not in told
    assert [each["kind"] for each in asked_for(practice, film)] == [
        "title",
        "clip",
        "clip",
        "ideas",
    ]


def test_what_is_chosen_is_shown_in_its_order(practice, film, clips):
    first = keepsake(practice, film).moments[0]
    choose_moment(practice, film, clips[0], words=first.choices[1].id, slowly=True, still=True)
    crop_still(practice, first.clip.face, Crop(100, 100, 500, 500))
    choose_moment(practice, film, clips[1], shown=False)
    choose_idea(practice, film, keepsake(practice, film).ideas[0][0].id, False)
    make_keepsake(practice, film)
    edges = {"start_us": 1_000_000, "end_us": 3_000_000}
    said = {"text": WONDERED, "original": "Jestem tu, tato", "by": None}
    assert asked_for(practice, film) == [
        {
            "kind": "title",
            "small": "Ada and Sam",
            "words": {"text": QUESTION, "original": None},
        },
        {"kind": "clip", **edges, "words": said},
        {"kind": "clip", **edges, "slowly": True},
        {"kind": "still", "at_us": 2_000_000, "crop": [100, 100, 500, 500], "words": said},
        {
            "kind": "ideas",
            "small": "Our ideas",
            "ideas": [{"text": "Wait with the spoon", "original": None, "by": None}],
        },
    ]


def test_words_are_chosen_and_never_written(practice, film, clips):
    with practice.read() as db:
        (mine,) = db.execute("select id from noticings where words = ?", [MINE]).fetchone()
    for other in (mine, 10**6, "She is so clever"):
        with pytest.raises(Refused):
            choose_moment(practice, film, clips[0], words=other)
    with pytest.raises(Refused):
        choose_moment(practice, film, clips[0], caption="She is so clever")
    with pytest.raises(NotThere):
        choose_moment(practice, film, 10**6, shown=True)
    with pytest.raises(NotThere):
        choose_idea(practice, film, 10**6, True)
    choose_moment(practice, film, clips[0], words=None)
    assert keepsake(practice, film).moments[0].words is None


def test_it_needs_the_yes_of_everybody_and_no_hold(practice, film, consented, clips):
    make_keepsake(practice, film)
    finish(practice, film)
    with open_film(practice.vault, film) as file, file.writer(KEEPSAKE, "video/mp4") as out:
        out.write(b"a small film")
    open_keepsake(practice, film).close()
    file_id = hand_over_keepsake(practice, film, "Sam takes it home")
    of_baby = [one for one in consents(practice, consented) if one.purpose == "filming"][-1]
    watched = open_keepsake(practice, film)
    withdraw_consent(practice, of_baby.id)
    assert not watched.allowed()
    watched.close()
    refused(practice, film, file_id, "There is no consent for Ada")
    assert made(practice, film) is None
    consent_to(practice, consented, ["filming"])
    hold_film(practice, film, "to be talked about")
    refused(practice, film, file_id, "on hold")


def refused(practice, film, file_id, because):
    for act in (
        lambda: make_keepsake(practice, film),
        lambda: open_keepsake(practice, film),
        lambda: hand_over_keepsake(practice, film, "Sam asked"),
        lambda: may_fetch(practice, file_id),
    ):
        with pytest.raises(Refused, match=because):
            act()


def test_together_there_is_no_keepsake(practice, film, clips, consented):
    seat = Practice(practice.vault, together.open_question_sitting(practice, consented))
    for act in (keepsake, make_keepsake, open_keepsake, cancel_keepsake):
        with pytest.raises(Refused, match="own screen"):
            act(seat, film)
    with pytest.raises(Refused, match="own screen"):
        hand_over_keepsake(seat, film, "why")
    with pytest.raises(Refused, match="own screen"):
        choose_question(seat, film, False)


def test_without_a_review_or_a_clip_none_is_made(practice, film, consented):
    assert not keepsake(practice, film).reviewed
    with pytest.raises(Refused, match="at least one clip"):
        make_keepsake(practice, film)
    clips = reviewed(practice, consented, film)
    for clip in clips:
        choose_moment(practice, film, clip, shown=False)
    with pytest.raises(Refused, match="at least one clip"):
        make_keepsake(practice, film)
    assert jobs(practice, film) == [job for job in jobs(practice, film) if job.task != "keepsake"]


def test_only_what_is_chosen_now_is_handed_over_with_a_reason(practice, film, clips):
    with pytest.raises(Refused, match="Make the keepsake first"):
        hand_over_keepsake(practice, film, "Sam takes it home")
    make_keepsake(practice, film)
    with pytest.raises(Refused, match="being made already"):
        make_keepsake(practice, film)
    finish(practice, film)
    assert made(practice, film).fresh
    with pytest.raises(Refused, match="still empty"):
        hand_over_keepsake(practice, film, "  ")
    hand_over_keepsake(practice, film, "Sam takes it home")
    (line,) = files_out(practice, film)
    assert (line.kind, line.for_whom, line.why) == ("keepsake", "family", "Sam takes it home")
    assert line.name == "film-1-keepsake.mp4"
    with practice.read() as db:
        verbs = [verb for (verb,) in db.execute("select verb from events order by id")]
    assert verbs[-1] == "ask for file"
    choose_moment(practice, film, clips[0], words=None)
    assert not made(practice, film).fresh
    with pytest.raises(Refused, match="Make the keepsake first"):
        hand_over_keepsake(practice, film, "Sam takes it home")
    choose_moment(practice, film, clips[0], words=keepsake(practice, film).moments[0].choices[0].id)
    assert made(practice, film).fresh
    move_clip(practice, clips[0], 1_000_000, 2_000_000)
    assert not made(practice, film).fresh, "a clip has other edges now"


def test_after_a_hard_day_neither_question_nor_ideas_are_put_on_it(
    practice, film, consented, clips
):
    close_gently(practice, consented)
    chosen = keepsake(practice, film)
    assert not chosen.with_question
    assert not any(shown for _, shown in chosen.ideas)
    choose_question(practice, film, True)
    choose_idea(practice, film, chosen.ideas[0][0].id, True)
    chosen = keepsake(practice, film)
    assert chosen.with_question
    assert [shown for _, shown in chosen.ideas] == [True, False]


def test_it_goes_with_its_film(practice, film, clips):
    choose_moment(practice, film, clips[0], slowly=True)
    choose_question(practice, film, False)
    choose_idea(practice, film, keepsake(practice, film).ideas[0][0].id, False)
    make_keepsake(practice, film)
    erase_film(practice, film, "the family asked")
    with practice.read() as db:
        for table in ("keepsakes", "keepsake_clips", "keepsake_ideas", "jobs"):
            assert not db.table(table).count_where("film_id = ?", [film])
        assert db.table("noticings").count_where("words = ?", [NOTICED]), "words stay"
    assert keepsake(practice, film).moments == ()
    with pytest.raises(Refused, match="erased"):
        open_keepsake(practice, film)


FILM = Wanted(steady(100), size=(640, 480), key_every=20, sound="aac")
SOME = ((200_000, 1_000_000), (2_000_000, 3_000_000))


@pytest.fixture
def at_work(tmp_path):
    """A practice of its own whose film work is done: a real film with a review."""
    vault = Vault.create(tmp_path / "vault", "a warm kitchen", new_recovery_key())
    practice = Practice(vault)
    journey = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(practice, journey, ["filming", "review"])
    film = arriving(practice, journey, make(FILM))
    Workers.at_work(vault)
    until(practice, film, "ready")
    reviewed(practice, journey, film, SOME)
    settled(practice, film)
    yield practice, film, journey
    vault.lock()


def pieces(practice, film):
    with open_film(practice.vault, film) as file:
        return [name for name in file.names() if name.startswith((PART, KEEPSAKE))]


def begun(practice, film):
    """Wait until a piece of it is there and it goes on."""
    make_keepsake(practice, film)
    wait_for(lambda: pieces(practice, film), 60)
    assert being_made(practice, film).goes_on


def test_cancelling_leaves_nothing_and_it_can_be_made_again(at_work):
    practice, film, _ = at_work
    begun(practice, film)
    cancel_keepsake(practice, film)
    assert being_made(practice, film) is None
    wait_for(lambda: not pieces(practice, film), 30)
    wait_for(lambda: not running_workers(practice.vault.films_folder), 30)
    assert pieces(practice, film) == []
    make_keepsake(practice, film)
    wait_for(lambda: made(practice, film), 60)
    hand_over_keepsake(practice, film, "Sam takes it home")
    (file,) = files_out(practice, film)
    wait_for(lambda: making(practice, file).ready, 60)
    with open_film(practice.vault, film) as stored:
        whole = stored.reader(KEEPSAKE).read()
        assert stored.reader(file.stream).read() == whole


@pytest.mark.long
def test_a_killed_worker_s_keepsake_is_taken_up_again(at_work):
    practice, film, _ = at_work
    begun(practice, film)
    there = set(pieces(practice, film))
    for worker in running_workers(practice.vault.films_folder):
        worker.kill()
    wait_for(lambda: made(practice, film), 60)
    assert there <= set(pieces(practice, film)), "what was there is used"


@pytest.mark.long
def test_consent_withdrawn_in_the_middle_stops_it_and_leaves_nothing(at_work):
    practice, film, journey = at_work
    begun(practice, film)
    withdraw_consent(practice, consents(practice, journey)[0].id)
    wait_for(lambda: being_made(practice, film).state == "failed", 60)
    assert "There is no consent" in being_made(practice, film).why
    wait_for(lambda: not pieces(practice, film), 30)
