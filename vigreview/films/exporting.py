"""A clip or a still as a file to hand over, made from the film as it was brought.

It lies in the film file as 'export/<number>' until it has been handed over, and goes with it.
"""

import shutil
from typing import Any

from vigreview.films.clip import FramesMissing, Look, make_clip_copy
from vigreview.films.file import FilmFile
from vigreview.films.keepsake import KEEPSAKE
from vigreview.films.overall import FROM_COPY, Tell
from vigreview.films.preparing import MP4
from vigreview.films.source import Source, as_brought, as_played
from vigreview.films.still import jpeg, make_still, part_of, png
from vigreview.films.streams import CHUNK

ALL_LINES = 8192  # as many as the film has
CRF = 20
JPEG_QUALITY = 95
TYPES = {"mp4": MP4, "jpeg": "image/jpeg", "png": "image/png"}


def export(film: FilmFile, request: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Store the file that is asked for as 'export/<number>'; gives what it is.

    `request` has `export` (its number) and `kind`: "keepsake", as it has been made, or one of
    TYPES with `start_us` and `end_us`, the times of the first and the last frame (a still has
    one); for a clip `sound`, for a still perhaps `crop` in thousandths.
    Raises NotAFrame, FramesMissing; StreamNotThere without a keepsake.
    """
    stream = f"export/{int(request['export'])}"
    if request["kind"] == "keepsake":
        with film.writer(stream, MP4) as into:
            shutil.copyfileobj(film.reader(KEEPSAKE), into, CHUNK)
        return {"stream": stream, "bytes": film.length(stream)}
    edges = request["start_us"], request["end_us"]
    brought = as_brought(film, edges)
    try:
        _write(film, stream, brought or as_played(film, edges), request, tell)
    except FramesMissing:
        if brought is None:
            raise
        brought = None
        _write(film, stream, as_played(film, edges), request, tell)
    if brought is None:
        tell({"progress": 1.0, "doing": FROM_COPY})
    return {"stream": stream, "bytes": film.length(stream)}


def _write(
    film: FilmFile, stream: str, source: Source, request: dict[str, Any], tell: Tell
) -> None:
    kind = request["kind"]
    first_us, last_us = source.at[request["start_us"]], source.at[request["end_us"]]
    with film.writer(stream, TYPES[kind]) as into:
        if kind == "mp4":
            make_clip_copy(
                source.file,
                into,
                source.probe,
                source.times,
                first_us,
                last_us,
                lambda part: tell({"progress": round(part, 3), "doing": "Making the file"}),
                Look(ALL_LINES, CRF, sound=request["sound"]),
            )
        else:
            whole = make_still(source.file, source.probe, first_us, ALL_LINES)
            picture = part_of(whole, request.get("crop"))
            into.write(png(picture) if kind == "png" else jpeg(picture, JPEG_QUALITY))
