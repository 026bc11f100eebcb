"""A clip or a still as a file to hand over, made from the film as it was brought.

It lies in the film file as 'export/<number>' until it has been handed over, and goes with it.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from vigreview.films.clip import FramesMissing, Look, NotAFrame, make_clip_copy
from vigreview.films.file import FilmFile
from vigreview.films.overall import Tell
from vigreview.films.preparing import MP4, played, played_probe, stored_times
from vigreview.films.probe import Probe, probe
from vigreview.films.still import jpeg, make_still, part_of, png
from vigreview.films.streams import Readable
from vigreview.films.times import Times

ALL_LINES = 8192  # as many as the film has
CRF = 20
JPEG_QUALITY = 95
TYPES = {"mp4": MP4, "jpeg": "image/jpeg", "png": "image/png"}
MOVED = 2_000  # microseconds by which a playable copy may have put a frame later


@dataclass(frozen=True)
class _Source:
    """A film to take frames from, and when on it the frames of the marked times are shown."""

    file: Readable
    probe: Probe
    times: Times
    first_us: int
    last_us: int


def export(film: FilmFile, request: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Store the file that is asked for as 'export/<number>'; gives what it is.

    `request` has `export` (its number), `kind` (one of TYPES), `start_us` and `end_us`, the times
    of the first and the last frame (a still has one); for a clip `sound`, for a still perhaps
    `crop` in thousandths. Raises NotAFrame, FramesMissing.
    """
    start_us, end_us = request["start_us"], request["end_us"]
    if not {start_us, end_us} <= set(stored_times(film).tolist()):
        raise NotAFrame
    stream = f"export/{int(request['export'])}"
    brought = _as_brought(film, start_us, end_us)
    try:
        _write(film, stream, brought or _as_played(film, start_us, end_us), request, tell)
    except FramesMissing:
        if brought is None:
            raise
        _write(film, stream, _as_played(film, start_us, end_us), request, tell)
    return {"stream": stream, "bytes": film.length(stream)}


def _write(
    film: FilmFile, stream: str, source: _Source, request: dict[str, Any], tell: Tell
) -> None:
    kind = request["kind"]
    with film.writer(stream, TYPES[kind]) as into:
        if kind == "mp4":
            make_clip_copy(
                source.file,
                into,
                source.probe,
                source.times,
                source.first_us,
                source.last_us,
                lambda part: tell({"progress": round(part, 3), "doing": "Making the file"}),
                Look(ALL_LINES, CRF, sound=request["sound"]),
            )
        else:
            whole = make_still(source.file, source.probe, source.first_us, ALL_LINES)
            picture = part_of(whole, request.get("crop"))
            into.write(png(picture) if kind == "png" else jpeg(picture, JPEG_QUALITY))


def _as_brought(film: FilmFile, start_us: int, end_us: int) -> _Source | None:
    """The film as it was brought; None where its file does not tell when its frames are shown."""
    file = film.reader("original")
    seen = probe(file)
    if not seen.times_in_order:
        return None
    origin = 0 if seen.plays_as_is else seen.first_us
    edges = [_nearest(seen.times, each + origin) for each in (start_us, end_us)]
    if any(
        abs(edge - at - origin) > MOVED for edge, at in zip(edges, (start_us, end_us), strict=True)
    ):
        return None
    return _Source(file, seen, seen.times, *edges)


def _as_played(film: FilmFile, start_us: int, end_us: int) -> _Source:
    file = film.reader(played(film))
    return _Source(file, played_probe(film), stored_times(film), start_us, end_us)


def _nearest(times: Times, at_us: int) -> int:
    return int(times[np.abs(times - at_us).argmin()])
