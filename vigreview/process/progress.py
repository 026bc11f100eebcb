"""How a journey grows: the next step in words, and everything so far, cycle by cycle."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.process.consent import may_film
from vigreview.process.content import Principles
from vigreview.process.filming import Film, films
from vigreview.process.helping_question import Rating, ratings
from vigreview.process.journeys import Journey
from vigreview.process.microanalysis import Clip
from vigreview.process.people import People, people
from vigreview.process.practice import Practice
from vigreview.process.shared_review import (
    OF_A_CLIP,
    Idea,
    NextTime,
    Noticing,
    ideas,
    next_times,
    noticings,
    review_clips,
)
from vigreview.process.together import Sitting


@dataclass(frozen=True)
class NextStep:
    """What comes next on a journey, in words, and the screen where it is done."""

    words: str
    page: str
    film_id: int | None = None


@dataclass(frozen=True)
class Case:
    """A journey as the caseload shows it."""

    journey: Journey
    people: People
    next_step: NextStep


@dataclass(frozen=True)
class Review:
    """What was said and thought of when a film was reviewed together, once or again."""

    sitting: Sitting
    clips: tuple[Clip, ...]
    noticings: tuple[Noticing, ...]
    ideas: tuple[Idea, ...]
    before: tuple[Noticing, ...]  # how things had been, said where no review came before
    since: tuple[Noticing, ...]  # said in the next review, about this one's ideas
    ratings: tuple[Rating, ...]
    next_times: tuple[NextTime, ...] = ()

    @property
    def strengths(self) -> list[Noticing]:
        """What was kept as a strength, the parent's words first."""
        return [said for said in self.noticings if said.strength]

    def said(self, kind: str, clip_id: int | None = None) -> list[Noticing]:
        """Return what was said of one kind, about one clip where it is named."""
        return [
            said
            for said in self.noticings
            if said.kind == kind and (clip_id is None or said.clip_id == clip_id)
        ]

    @property
    def without_clip(self) -> list[Noticing]:
        """What was said about clips that are gone: words outlive their clip, or its film."""
        there = {clip.id for clip in self.clips}
        about = [said for kind in OF_A_CLIP for said in self.said(kind)]
        return [said for said in about if said.clip_id not in there]


@dataclass(frozen=True)
class Cycle:
    """One film and its shared review."""

    number: int
    film: Film
    review: Review | None


def caseload(practice: Practice, search: str = "", first: int = 0, most: int = 6) -> list[Case]:
    """Return journeys for the caseload: the open ones first, the newest first among them."""
    with practice.read() as db:
        rows = list(
            db.query(
                "select j.*, f.called from journeys j join families f on f.id = j.family_id"
                " where :search = '' or f.called like :like escape '\\' or exists"
                "  (select 1 from journey_babies jb join babies b on b.id = jb.baby_id"
                "   where jb.journey_id = j.id and b.name like :like escape '\\')"
                " order by j.closed_gently_at is not null, j.ended_on is not null, j.id desc"
                " limit :most offset :first",
                {"search": search, "like": _like(search), "most": most, "first": first},
            )
        )
        journeys = [Journey(**held) for held in rows]
        return [
            Case(journey, people(practice, journey.id), next_step(practice, journey))
            for journey in journeys
        ]


def how_many(practice: Practice, search: str = "") -> int:
    """Return how many journeys a search finds."""
    with practice.read() as db:
        found = db.execute(
            "select count(*) from journeys j join families f on f.id = j.family_id"
            " where :search = '' or f.called like :like escape '\\' or exists"
            "  (select 1 from journey_babies jb join babies b on b.id = jb.baby_id"
            "   where jb.journey_id = j.id and b.name like :like escape '\\')",
            {"search": search, "like": _like(search)},
        )
        return int(found.fetchone()[0])


def _like(search: str) -> str:
    escaped = search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def next_step(practice: Practice, journey: Journey) -> NextStep:
    """Say what comes next on a journey. One that was closed gently is asked for nothing."""
    if journey.closed_gently_at:
        return NextStep("Closed gently", "journey")
    if journey.ended_on:
        return NextStep("This journey has ended", "journey")
    with practice.read() as db:
        if not _worded(db, journey.id):
            return NextStep("Agree the helping question together", "journey")
        last = next(
            db.query(
                "select id, cycle, state from films where journey_id = ? and kind = 'moment'"
                " and state <> 'expected'"
                " and not (state = 'erased' and frames is null)"  # taken out before it was ready
                " order by id desc limit 1",
                [journey.id],
            ),
            None,
        )
        if last is None:
            if not may_film(practice, journey.id):
                return NextStep("Ask for consent before the first film", "consent")
            return NextStep("Bring the first film", "film")
        return _after_film(db, last)


def _worded(db: Database, journey_id: int) -> bool:
    worded = "select 1 from question_words where journey_id = ? and step = 'question' limit 1"
    return db.execute(worded, [journey_id]).fetchone() is not None


def _after_film(db: Database, last: dict[str, Any]) -> NextStep:
    number, film_id = last["cycle"], last["id"]
    by_state = {
        "receiving": f"Film {number} is still arriving",
        "preparing": f"Film {number} is being made ready",
        "failed": "The last film could not be used: bring it again",
    }
    if last["state"] in by_state:
        return NextStep(by_state[last["state"]], "film", film_id)
    states = [held["state"] for held in db.table("sittings").rows_where("film_id = ?", [film_id])]
    if "closed" in states or last["state"] == "erased":
        return NextStep(f"Plan film {number + 1}, or the ending", "journey", film_id)
    chosen = db.execute(
        "select count(*) from clips where film_id = ? and deleted_at is null"
        " and standing = 'chosen'",
        [film_id],
    ).fetchone()[0]
    if not chosen:
        return NextStep(f"Film {number} is waiting for its clips", "clips", film_id)
    if "together" in states:
        return NextStep(f"Go on with the shared review of film {number}", "get_ready", film_id)
    return NextStep(f"Film {number} is ready for its shared review", "get_ready", film_id)


def cycles(practice: Practice, journey_id: int) -> list[Cycle]:
    """Return a journey's cycles in order, with what was said.

    Films that failed are left out, and those for supervision.
    """
    with practice.read() as db:
        rows = db.table("sittings").rows_where(
            "journey_id = ? and kind = 'review'", [journey_id], order_by="id"
        )
        sittings = [Sitting(**held) for held in rows]
        said = {sitting.id: noticings(practice, sitting.id) for sitting in sittings}
    rated = ratings(practice, journey_id)
    reviews: dict[int | None, list[Review]] = {}
    for at, sitting in enumerate(sittings):
        after = said[sittings[at + 1].id] if at + 1 < len(sittings) else []
        review = Review(
            sitting,
            tuple(review_clips(practice, sitting.id)),
            tuple(said[sitting.id]),
            tuple(ideas(practice, sitting.id)),
            tuple(one for one in said[sitting.id] if one.kind == "since" and at == 0),
            tuple(one for one in after if one.kind == "since"),
            tuple(one for one in rated if one.sitting_id == sitting.id),
            tuple(next_times(practice, sitting.id)),
        )
        reviews.setdefault(sitting.film_id, []).append(review)
    return [
        Cycle(film.cycle, film, _as_one(reviews.get(film.id, [])))
        for film in films(practice, journey_id)
        if film.was_of_use and not film.for_supervision
    ]


def _as_one(reviews: list[Review]) -> Review | None:
    """Return all reviews of one film as one, the parent's words still first."""
    if not reviews:
        return None
    noticings = [said for review in reviews for said in review.noticings]
    return Review(
        reviews[-1].sitting,
        tuple({clip.id: clip for review in reviews for clip in review.clips}.values()),
        tuple(sorted(noticings, key=lambda said: not said.by_parent)),
        tuple(idea for review in reviews for idea in review.ideas),
        tuple(said for review in reviews for said in review.before),
        tuple(said for review in reviews for said in review.since),
        tuple(rating for review in reviews for rating in review.ratings),
        reviews[-1].next_times,
    )


def moments_of_principles(named: Principles, cycles: list[Cycle]) -> list[dict[str, Any]]:
    """Count the moments of each level of the principles, cycle by cycle.

    A moment counts once for a level, whether its clip or a noticing about it was linked to it.
    Returns rows {"cycle", "level", "moments"}, the levels in their order.
    """
    counted: Counter[tuple[int, str]] = Counter()
    for cycle in cycles:
        if cycle.review is None:
            continue
        for clip in cycle.review.clips:
            linked = set(clip.principles)
            for said in cycle.review.said("noticing", clip.id):
                linked |= set(said.principles)
            for level in {named.level_of(principle) for principle in linked}:
                counted[cycle.number, level] += 1
    return [
        {"cycle": cycle, "level": level, "moments": counted[cycle, level]}
        for level in named.level_names
        for cycle in sorted({number for number, _ in counted})
        if counted[cycle, level]
    ]
