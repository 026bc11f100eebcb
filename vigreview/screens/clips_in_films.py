"""Clips played one after another out of their films, alone at the desk."""

from collections.abc import Iterable

from vigreview.components.in_a_row.in_a_row import RowClip
from vigreview.process.filming import Film, film, pictures
from vigreview.process.microanalysis import Clip
from vigreview.process.practice import Practice


def in_their_films(practice: Practice, shown: Iterable[tuple[Clip, str, str]]) -> list[RowClip]:
    """Return clips, each with its name and a detail, as the player in a row wants them."""
    films: dict[int, tuple[Film, str]] = {}
    row: list[RowClip] = []
    for clip, name, detail in shown:
        if clip.film_id not in films:
            playing = pictures(practice, clip.film_id).playing
            films[clip.film_id] = film(practice, clip.film_id), playing
        one, stream = films[clip.film_id]
        row.append(
            {
                "id": clip.id,
                "src": f"/films/{one.id}/{stream}",
                "times_src": f"/films/{one.id}/times",
                "duration_us": one.duration_us or 0,
                "start_us": clip.start_us,
                "end_us": clip.end_us,
                "name": name,
                "detail": detail,
                "width": one.width or 16,
                "height": one.height or 9,
            }
        )
    return row
