"""Clip copies and stills of a film that has been made ready, stored in its film file."""

from typing import Any

from vigreview.films.clip import NotAFrame, make_clip_copy
from vigreview.films.file import FilmFile
from vigreview.films.growing import JPEG
from vigreview.films.overall import Tell
from vigreview.films.preparing import FULL, MP4, QUICK, played, played_probe, stored_times
from vigreview.films.still import jpeg, make_still, part_of


def cut_clip(film: FilmFile, clip: str, start_us: int, end_us: int, tell: Tell) -> dict[str, Any]:
    """Store the copy of a clip as 'clip/<id>'; gives what it is."""
    file = film.reader(played(film))
    times = stored_times(film)
    stream = f"clip/{clip}"
    with film.writer(stream, MP4) as into:
        duration = make_clip_copy(
            file,
            into,
            played_probe(film),
            times,
            start_us,
            end_us,
            lambda part: tell({"progress": round(part, 3), "doing": "Making the clip"}),
        )
    if played(film) == FULL:
        film.delete(QUICK)  # whoever still played it when the better one came has gone on
    frames = int(((times >= start_us) & (times <= end_us)).sum())
    return {"stream": stream, "duration_us": duration, "frames": frames}


def take_still(
    film: FilmFile, still: str, at_us: int, crop: list[int] | None = None
) -> dict[str, Any]:
    """Store the frame at a time as 'still/<id>'; gives what it is. Raises NotAFrame.

    `crop` keeps a part of it: left, top, width, height in thousandths of the picture's own.
    """
    if at_us not in stored_times(film):
        raise NotAFrame
    file = film.reader(played(film))
    picture = part_of(make_still(file, played_probe(film), at_us), crop)
    stream = f"still/{still}"
    with film.writer(stream, JPEG) as into:
        into.write(jpeg(picture))
    return {"stream": stream, "width": picture.width, "height": picture.height}
