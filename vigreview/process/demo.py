"""The demo family: an invented journey of three cycles, told through the verbs of the process.

Its film is drawn once and kept, made ready, for the next time. Its vault is thrown away and made
anew each time somebody looks around.
"""

import secrets
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vigreview.films.file import FilmFile
from vigreview.process import helping_question, shared_review, together
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.consent import give_consent
from vigreview.process.content import shipped
from vigreview.process.film_worker import worker
from vigreview.process.filming import open_film
from vigreview.process.journeys import record_visit
from vigreview.process.microanalysis import clip, clips, describe_clip, mark_clip
from vigreview.process.people import Baby, Carer, add_family, people
from vigreview.process.practice import Practice
from vigreview.process.said import FILM_FACTS
from vigreview.process.settings import begin
from vigreview.process.stills import still, take_still
from vigreview.vault.events import days_ago, today
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

PIN = "1234"
FILM = "drawn.film"
# The drawn film holds nobody: its key is no secret, the file is only of the kind that films are.
_NO_SECRET = b"the demo film shows nobody......"
_PIECE = 1024 * 1024
_DRAWING, _READYING, _CUTTING = 0.75, 0.05, 0.15  # shares of the progress bar

Progress = Callable[[float, str], None]

if TYPE_CHECKING:
    from vigreview.films.drawn import Moment


def open_demo(home: Path, progress: Progress) -> Vault:
    """Make the demo family's vault anew in `home` and return it open.

    The first time draws the film, which takes up to half a minute; `progress` hears how far
    (0 to 1) and in words.
    """
    home.mkdir(parents=True, exist_ok=True)
    film = home / FILM
    if not _whole(film):
        _draw(film, progress)
    progress(_DRAWING + _READYING + _CUTTING, "Writing down three visits")
    shutil.rmtree(home / "vault", ignore_errors=True)
    vault = Vault.create(home / "vault", secrets.token_urlsafe(24), new_recovery_key())
    told = shipped("demo")
    practice = Practice(vault)
    begin(practice, told["practitioner"]["name"], PIN)
    _Telling(practice, told, film).tell()
    return vault


def _whole(path: Path) -> bool:
    if not path.exists():
        return False
    with FilmFile.open(path, _NO_SECRET) as film:
        return bool(film.facts().get("whole"))


def _draw(path: Path, progress: Progress) -> None:
    """Draw the film and make all of it that the three visits show."""
    # Drawing brings moviepy along, which takes as long to load as all the rest: only when needed.
    from vigreview.films.cutting import cut_clip, take_still
    from vigreview.films.drawn import MOMENTS, draw_demo_film

    def drawn(part: float) -> None:
        progress(part * _DRAWING, "Drawing a film of two faces")

    FilmFile.erase(path)
    with FilmFile.create(path, _NO_SECRET) as film:
        with film.writer("original", "video/mp4") as into:
            draw_demo_film(into, drawn)
        progress(_DRAWING, "Getting it ready")
        order = {"path": str(path), "task": "prepare"}
        for _ in worker(bytearray(_NO_SECRET), order, lambda: True):
            pass  # it takes a second or two
        for number, moment in enumerate(MOMENTS):
            done = _DRAWING + _READYING + _CUTTING * number / len(MOMENTS)
            progress(done, "Cutting the clips")
            cut_clip(film, f"moment-{number}", moment.start_us, moment.end_us, lambda line: None)
            take_still(film, f"moment-{number}", _middle(moment))
        film.note_facts({"whole": True})


def _middle(moment: "Moment") -> int:
    """Return the time of a frame in the middle of a moment."""
    from vigreview.films.drawn.script import FRAMES_A_SECOND

    frame = 1_000_000 // FRAMES_A_SECOND
    return (moment.start_us + moment.end_us) // 2 // frame * frame


class _Telling:
    """Tells data/demo.json into a vault, each thing on its day."""

    def __init__(self, practice: Practice, told: dict[str, Any], film: Path) -> None:
        self._practice = practice
        self._told = told
        self._film = film
        self._ids: dict[str, int] = {}
        self._journey = 0

    def tell(self) -> None:
        told = self._told
        with days_ago(told["journey"]["started_days_ago"]):
            self._family()
        for visit in told["visits"]:
            self._visit(visit)
        for consent in told["consents"]:
            if consent["given"]:
                self._consent(consent)
        self._question()
        for cycle in told["cycles"]:
            self._cycle(cycle)

    def _family(self) -> None:
        carer = self._told["carers"][0]
        baby = self._told["babies"][0]
        # The days count from today, whatever day this is told as.
        age = baby["born_days_ago"] - self._told["journey"]["started_days_ago"]
        self._journey = add_family(
            self._practice,
            self._told["family"]["name"],
            [
                Carer(
                    carer["name"],
                    carer["baby_calls_them"],
                    pronouns=carer["pronouns"],
                )
            ],
            [Baby(baby["name"], _day(age), weeks_early=baby["weeks_early"])],
        )
        everybody = people(self._practice, self._journey)
        self._ids = {carer["id"]: everybody.carers[0].id, baby["id"]: everybody.babies[0].id}

    def _visit(self, visit: dict[str, Any]) -> None:
        names = {**{one["id"]: one["name"] for one in self._told["carers"]}}
        names |= {one["id"]: one["name"] for one in self._told["babies"]}
        names["practitioner"] = self._told["practitioner"]["name"]
        with days_ago(visit["days_ago"]):
            record_visit(
                self._practice,
                self._journey,
                visit["purpose"],
                _day(0),
                visit["setting"],
                visit["minutes"],
                ", ".join(names[who] for who in visit["who"]),
            )

    def _consent(self, consent: dict[str, Any]) -> None:
        carer = consent["for"] == self._told["carers"][0]["id"]
        with days_ago(consent["days_ago"]):
            give_consent(
                self._practice,
                self._journey,
                purpose=consent["purpose"],
                given_by=self._told["carers"][0]["name"],
                capacity=consent["capacity"],
                evidence=consent["evidence"],
                given_on=_day(0),
                carer_id=self._ids[consent["for"]] if carer else None,
                baby_id=None if carer else self._ids[consent["for"]],
            )

    def _question(self) -> None:
        question = self._told["question"]
        with days_ago(question["agreed_days_ago"]):
            sitting = together.open_question_sitting(self._practice, self._journey)
            seat = Practice(self._practice.vault, sitting)
            for step in helping_question.STEPS:
                helping_question.say(seat, step, question[step])
            self._about(seat, None)
            together.close(seat)

    def _about(self, seat: Practice, cycle: int | None) -> None:
        """The ratings and descriptions of the sitting of a cycle (None: the very first)."""
        for rated in self._told["ratings"]:
            if rated["cycle"] == cycle:
                helping_question.rate(seat, "now", rated["now"])
                helping_question.rate(seat, "hoped", rated["hoped"])
        for words in self._told["words"]:
            if words["cycle"] == cycle:
                helping_question.describe(seat, words["about"], words["words"])
        for rewording in self._told["question"]["rewordings"]:
            if rewording["cycle"] == cycle:
                helping_question.say(seat, "question", rewording["question"])

    def _cycle(self, cycle: dict[str, Any]) -> None:
        with days_ago(cycle["film"]["filmed_days_ago"]):
            film_id = self._bring_film()
            for told in cycle["clips"]:
                self._clip(film_id, told)
        with days_ago(cycle["reviewed_days_ago"]):
            self._review(film_id, cycle)

    def _bring_film(self) -> int:
        """Bring the drawn film, with all that was made of it, as if it had been made ready here."""
        film_id = expected_film(self._practice, self._journey)
        with FilmFile.open(self._film, _NO_SECRET) as drawn:
            length = drawn.length("original") or 0
            begin_film(self._practice, film_id, length)
            for start in range(0, length, _PIECE):
                receive(self._practice, film_id, start, drawn.read("original", start, _PIECE))
            facts = drawn.facts()
        arrived(self._practice, film_id)
        self._take_over(film_id, {name: name for name in ("times", "strip", "waveform")}, facts)
        with self._practice.write() as db:
            known = {name: facts.get(name) for name in FILM_FACTS}
            db.table("films").update(film_id, {"state": "ready", **known})
        return film_id

    def _clip(self, film_id: int, told: dict[str, Any]) -> None:
        from vigreview.films.drawn import MOMENTS

        number = told["moment"]
        moment = MOMENTS[number]
        clip_id = mark_clip(self._practice, film_id, moment.start_us, moment.end_us)
        describe_clip(
            self._practice,
            clip_id,
            name=told["name"],
            why=told["private_note"],
            chosen=True,
            principles=tuple(told["principles"]),
        )
        still_id = take_still(self._practice, film_id, _middle(moment), clip_id)
        made = {f"clip/moment-{number}": clip(self._practice, clip_id).stream}
        self._take_over(
            film_id, {**made, f"still/moment-{number}": still(self._practice, still_id).stream}, {}
        )

    def _take_over(self, film_id: int, streams: dict[str, str], facts: dict[str, Any]) -> None:
        """Copy streams of the drawn film under other names; nothing is left to be made of them."""
        with (
            FilmFile.open(self._film, _NO_SECRET) as drawn,
            open_film(self._practice.vault, film_id) as file,
        ):
            for name, other in streams.items():
                with file.writer(other, drawn.media_type(name)) as into:
                    into.write(drawn.read(name, 0, drawn.length(name) or 0))
            file.note_facts(facts)
        with self._practice.write() as db:
            db.table("jobs").delete_where("film_id = ?", [film_id])

    def _review(self, film_id: int, cycle: dict[str, Any]) -> None:
        sitting = shared_review.get_ready(self._practice, film_id)
        seat = Practice(self._practice.vault, sitting)
        made = [clip.id for clip in clips(self._practice, film_id)]
        before = shared_review.ideas_from_last_time(self._practice, sitting)
        for said in cycle["reconnect"]:
            shared_review.noticed_since(seat, said["words"], self._who(said))
        for said in self._since_the_cycle_before(cycle["number"]):
            shared_review.noticed_since(
                seat, said["words"], self._who(said), before[said["idea"]].id
            )
        for said in cycle["on_my_mind"]:
            shared_review.on_my_mind(seat, said["words"], self._who(said))
        for said in cycle["noticings"]:
            shared_review.notice(seat, made[said["clip"]], said["words"], self._who(said))
        for said in cycle["strengths"]:
            strength = shared_review.notice(
                seat, made[said["clip"]], said["words"], self._who(said)
            )
            shared_review.see_in_noticing(seat, strength, said["principle"], True)
            shared_review.keep_strength(seat, strength, True)
        for said in cycle["wonderings"]:
            shared_review.wonder(seat, made[said["clip"]], said["words"], self._who(said))
        for said in cycle["ideas"]:
            shared_review.add_idea(seat, said["words"], self._who(said))
        self._about(seat, cycle["number"])
        together.close(seat)

    def _since_the_cycle_before(self, number: int) -> list[dict[str, Any]]:
        return [
            said
            for cycle in self._told["cycles"]
            if cycle["number"] == number - 1
            for said in cycle["noticed_since"]
        ]

    def _who(self, said: dict[str, Any]) -> int | None:
        return None if said["who"] == "practitioner" else self._ids[said["who"]]


def _day(before: int) -> str:
    """Return the ISO day that lies some days before the day it is taken to be."""
    return (today() - timedelta(days=before)).isoformat()
