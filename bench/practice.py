"""Practices to measure with, made through the verbs that the screens and the uploads call."""

from array import array
from pathlib import Path

from tests.browser.server import wait_for
from tests.browser.walk import NAME, PASSPHRASE, PIN
from vigreview.process import helping_question, settings, together
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.consent import give_consent
from vigreview.process.filming import open_film
from vigreview.process.jobs import Workers, jobs
from vigreview.process.journeys import VISIT_PURPOSES, record_visit
from vigreview.process.microanalysis import describe_clip, mark_clip
from vigreview.process.people import Baby, Carer, add_family, people
from vigreview.process.practice import Practice
from vigreview.process.shared_review import add_idea, get_ready, notice, see_in_noticing
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

PIECE_BYTES = 1024 * 1024
FILM_WORK_WITHIN_S = 120
SECOND_US = 1_000_000
FRAME_US = 40_000


def new_practice(home: Path) -> Practice:
    """Set up a vault in `home`, opened by the passphrase that the browser tests know."""
    practice = Practice(Vault.create(home, PASSPHRASE, new_recovery_key()))
    settings.begin(practice, NAME, PIN)
    return practice


def add_consenting_family(practice: Practice, number: int = 1) -> int:
    """Add a family that said yes to filming and to looking at it; return its journey's id."""
    carer, baby = f"Sam {number}", f"Ada {number}"
    born = Baby(baby, born_on="2026-04-20")
    journey_id = add_family(practice, f"{baby} and {carer}", [Carer(carer, "Dada")], [born])
    everybody = people(practice, journey_id)
    for purpose in ("filming", "review"):
        for who in (
            {"carer_id": everybody.carers[0].id, "capacity": "for themselves"},
            {"baby_id": everybody.babies[0].id, "capacity": "parent with parental responsibility"},
        ):
            give_consent(
                practice,
                journey_id,
                purpose=purpose,
                given_by=carer,
                evidence="signed form",
                given_on="2026-11-01",
                **who,
            )
    return journey_id


def bring_film(practice: Practice, journey_id: int, film: bytes) -> int:
    """Bring a film as an upload does; return its id. Making it ready is asked for."""
    film_id = expected_film(practice, journey_id)
    begin_film(practice, film_id, len(film))
    for start in range(0, len(film), PIECE_BYTES):
        receive(practice, film_id, start, film[start : start + PIECE_BYTES])
    arrived(practice, film_id)
    return film_id


def film_work_done(practice: Practice, film_id: int) -> None:
    """Have a film's work done, and wait until all of it is."""
    Workers.at_work(practice.vault)

    def done() -> bool:
        states = {job.state for job in jobs(practice, film_id)}
        assert "failed" not in states, "the film could not be made ready"
        return states == {"done"}

    wait_for(done, FILM_WORK_WITHIN_S)


def hand_over_at(practice: Practice, sitting_id: int, step: str) -> None:
    """Hand the tablet over for a sitting, at one of its steps."""
    together.go_to(_seat(practice, sitting_id), step)


def choose_clip(practice: Practice, film_id: int) -> int:
    """Mark a clip of four seconds and choose it; return its id."""
    clip_id = mark_clip(practice, film_id, 2 * SECOND_US, 6 * SECOND_US)
    describe_clip(practice, clip_id, name="Looking", chosen=True, principles=("waiting",))
    return clip_id


def add_families(practice: Practice, count: int) -> tuple[int, int]:
    """Add families who have been through a whole cycle each.

    The last of them has brought a second film, with a clip chosen: returns the ids of that
    journey and of that film.
    """
    for number in range(1, count + 1):
        with practice.write():  # one transaction a family: a commit for each verb takes minutes
            journey_id = add_consenting_family(practice, number)
            _agree_question(practice, journey_id)
            _review(practice, _film_of_20_seconds(practice, journey_id))
            visit = (VISIT_PURPOSES[0], "2026-11-02", "Home", 60, "everybody")
            record_visit(practice, journey_id, *visit)
    film_id = _film_of_20_seconds(practice, journey_id)
    choose_clip(practice, film_id)
    return journey_id, film_id


def _agree_question(practice: Practice, journey_id: int) -> None:
    seat = _seat(practice, together.open_question_sitting(practice, journey_id))
    helping_question.say(seat, "question", "What am I doing to build a closer relationship?")
    helping_question.rate(seat, "now", 4)
    helping_question.describe(seat, "baby", "She is watchful")
    together.close(seat)


def _review(practice: Practice, film_id: int) -> None:
    clip_id = choose_clip(practice, film_id)
    seat = _seat(practice, get_ready(practice, film_id))
    said = notice(seat, clip_id, "You waited, and she turned to you", None)
    see_in_noticing(seat, said, "waiting", True)
    add_idea(seat, "Wait a little longer before the spoon")
    together.close(seat)
    with practice.write() as db:  # as a worker leaves them: these films have no picture
        db.execute("update jobs set state = 'done', progress = 1 where film_id = ?", [film_id])


def _seat(practice: Practice, sitting_id: int) -> Practice:
    together.hand_over(practice, sitting_id)
    return Practice(practice.vault, sitting_id)


def _film_of_20_seconds(practice: Practice, journey_id: int) -> int:
    """Bring a film without a picture, and leave it as a worker leaves one that is ready."""
    film_id = bring_film(practice, journey_id, b"not looked at by any screen's script")
    times = array("q", range(0, 20 * SECOND_US, FRAME_US))
    with open_film(practice.vault, film_id) as file, file.writer("times", "") as into:
        into.write(times.tobytes())
    with practice.write() as db:
        facts = {"duration_us": 20 * SECOND_US, "frames": len(times), "width": 1280, "height": 720}
        db["films"].update(film_id, {"state": "ready", **facts})
        db.execute("update jobs set state = 'done', progress = 1 where film_id = ?", [film_id])
    return film_id
