"""Opening what a player asks for, from the seat that asks, for as long as it may."""

from collections.abc import Callable
from dataclasses import dataclass
from os import SEEK_END

from vigreview.films.errors import StreamNotThere
from vigreview.films.file import FilmFile
from vigreview.films.streams import StreamReader
from vigreview.process import together
from vigreview.process.consent import may
from vigreview.process.ending import seen
from vigreview.process.filming import open_film
from vigreview.process.microanalysis import Clip, clip
from vigreview.process.practice import NotThere, Practice, Refused
from vigreview.process.shared_review import review_clips
from vigreview.process.stills import Still, still, stills_of

WHOLE = "whole"  # of a still: the frame that it is a part of
FILM_STREAMS = ("original", "quick", "playing", "times", "strip", "waveform")


@dataclass(frozen=True)
class Opened:
    """An open stream. `allowed` is asked again before every piece that is read."""

    file: FilmFile
    reader: StreamReader
    length: int
    media_type: str
    allowed: Callable[[], bool]

    def read(self, start: int, length: int) -> bytes:
        """Read some bytes; none any more once other content has taken the place of these."""
        try:
            self.reader.seek(start)
            return self.reader.read(length)
        except StreamNotThere:
            return b""

    def close(self) -> None:
        self.file.close()


def open_stream(practice: Practice, kind: str, which: int, stream: str | None = None) -> Opened:
    """Open a film's stream, a clip's copy or a still. Raises Refused or NotThere.

    In a time together only that review's clips, and the stills of those, can be opened; at an
    ending the stills of what was seen.
    """
    if kind == "film":
        _at_the_desk(practice)
        if stream not in FILM_STREAMS:
            raise NotThere("There is no such stream.")
        return opened_for(practice, which, stream, "play")
    if kind == "clip":
        found = clip_of_this_seat(practice, which)
        return opened_for(practice, found.film_id, found.stream, purpose_of(practice))
    if kind == "still":
        kept = still(practice, which)
        if stream == WHOLE:
            _at_the_desk(practice)
            kept = kept.whole
        elif stream is not None:
            raise NotThere("There is no such stream.")
        _still_of_this_seat(practice, kept)
        return opened_for(practice, kept.film_id, kept.stream, purpose_of(practice))
    raise NotThere("There is nothing of that kind.")


def _at_the_desk(practice: Practice) -> None:
    if practice.sitting is not None:
        raise Refused("Only the clips of this review can be shown here.")


def purpose_of(practice: Practice) -> str:
    """Return what a clip or a still is shown for from a seat, as `may` is asked."""
    return "play" if practice.sitting is None else "review"


def clip_of_this_seat(practice: Practice, clip_id: int) -> Clip:
    """Return a clip that may be asked for from this seat. Raises Refused or NotThere."""
    _of_this_seat(practice, clip_id)
    return clip(practice, clip_id)


def _of_this_seat(practice: Practice, clip_id: int | None) -> None:
    if practice.sitting is None:
        return
    together.here(practice)
    if clip_id not in {one.id for one in review_clips(practice, practice.sitting)}:
        raise Refused("Only the clips of this review can be shown here.")


def _still_of_this_seat(practice: Practice, kept: Still) -> None:
    if practice.sitting is None:
        return
    here = together.here(practice)
    if here.kind == "ending":
        if kept.id not in {one.still for one in seen(practice, here.journey_id)}:
            raise Refused("Only what you saw together can be shown here.")
        return
    _of_this_seat(practice, kept.clip_id)
    if kept not in stills_of(practice, clip(practice, kept.clip_id or 0)):
        raise Refused("Only the clips of this review can be shown here.")


def opened_for(practice: Practice, film_id: int, stream: str, purpose: str) -> Opened:
    """Open a stream of a film where it may be used so. Raises Refused or NotThere."""
    may(practice, purpose, film_id).or_refuse()
    file = open_film(practice.vault, film_id)
    try:
        reader, media_type = file.reader(stream), file.media_type(stream)
    except StreamNotThere:
        file.close()
        raise NotThere("This is still being made.") from None
    return Opened(
        file,
        reader,
        reader.seek(0, SEEK_END),
        media_type,
        allowed=lambda: bool(may(practice, purpose, film_id)),
    )
