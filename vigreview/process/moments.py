"""Clips as other tools know them: stretches of a film that end when their last frame has gone."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from vigreview.process.consent import may
from vigreview.process.filming import film, frame_times
from vigreview.process.microanalysis import LONGEST_NAME, LONGEST_NOTE, SEEN, clips
from vigreview.process.practice import Practice, Refused, insert
from vigreview.process.steps import step
from vigreview.vault.events import now

MOST_AT_ONCE = 500  # moments that are brought in


@dataclass(frozen=True)
class Moment:
    """A stretch of a film in microseconds of its own times, up to and not with `end_us`.

    `end_us` None reaches to the film's end. `last_us` is the time of its last frame, where known.
    """

    start_us: int
    end_us: int | None
    name: str = ""
    principles: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    chosen: bool = False
    why: str = ""
    wonder: str = ""
    last_us: int | None = None


def moments(practice: Practice, film_id: int) -> list[Moment]:
    """Return a film's clips as other tools know them, in the order for the review.

    Raises Refused where the film may not be worked with, NotThere where it is not there.
    """
    may(practice, "cut", film_id).or_refuse()
    edges = _Edges(practice, film_id)
    return [
        Moment(
            one.start_us,
            edges.after(one.end_us),
            one.name or f"Clip {number}",
            one.principles,
            one.seen,
            one.chosen,
            one.why,
            one.wonder,
            one.end_us,
        )
        for number, one in enumerate(clips(practice, film_id), start=1)
    ]


def bring_moments(practice: Practice, film_id: int, brought: Sequence[Moment]) -> int:
    """Make a candidate clip of each moment, on the nearest frames; return how many there are.

    They are one step, which one undo takes back. Raises Refused where there are none or too many,
    or where one begins after the film has ended.
    """
    may(practice, "cut", film_id).or_refuse()
    if not brought:
        raise Refused("There is no clip in this file.")
    if len(brought) > MOST_AT_ONCE:
        raise Refused(f"There are more than {MOST_AT_ONCE} clips in this file.")
    edges = _Edges(practice, film_id)
    placed = [(edges.frames(one), one) for one in brought]
    with step(practice, film_id, "bring clips in") as db:
        last = db.execute(
            "select coalesce(max(position), 0) from clips where film_id = ?", [film_id]
        ).fetchone()[0]
        for position, ((start_us, end_us), one) in enumerate(placed, start=last + 1):
            held = {
                "film_id": film_id,
                "start_us": start_us,
                "end_us": end_us,
                "name": one.name.strip()[:LONGEST_NAME],
                "why": one.why.strip()[:LONGEST_NOTE],
                "wonder": one.wonder.strip()[:LONGEST_NOTE],
                "position": position,
                "made_at": now(),
            }
            clip_id = insert(db, "clips", held)
            for principle in dict.fromkeys(one.principles):
                insert(db, "clip_principles", {"clip_id": clip_id, "principle": principle})
            for what in SEEN:
                if what in one.seen:
                    insert(db, "clip_seen", {"clip_id": clip_id, "what": what})
            practice.record(db, "bring clip in", "clips", clip_id, **held)
    return len(placed)


class _Edges:
    """Where a film's frames begin and end."""

    def __init__(self, practice: Practice, film_id: int) -> None:
        self._times = frame_times(practice, film_id)
        if not len(self._times):
            raise Refused("This film is not ready for clips yet.")
        self._begin = self._times.all()
        shown_until = film(practice, film_id).duration_us or 0
        self._ends = [*self._begin[1:], max(shown_until, self._begin[-1] + 1)]

    def after(self, at_us: int) -> int:
        """When the frame that is shown at a time has gone."""
        return self._ends[max(0, bisect_right(self._begin, at_us) - 1)]

    def frames(self, one: Moment) -> tuple[int, int]:
        """The times of the first and the last frame of a moment. Raises Refused."""
        until = self._ends[-1]
        if not 0 <= one.start_us < until:
            raise Refused(
                "A clip in this file begins after the end of this film. It may belong to another."
            )
        first = self._times.nearest(one.start_us)
        wanted = until if one.end_us is None else min(one.end_us, until)
        if wanted <= one.start_us:
            raise Refused("A clip in this file ends before it begins.")
        last = min(
            zip(self._begin, self._ends, strict=True), key=lambda frame: abs(frame[1] - wanted)
        )[0]
        return first, max(first, last)
