"""The keepsake: a small film that a family takes home, made of one film's clips and words.

`scenes` is what is asked for; `lettering` writes words, `look` lays them out; `studio` gives
frames of the film; `parts` are the pieces of the keepsake, each encoded once; `sound` is what is
heard; `making` joins them. moviepy composes, PyAV reads and writes: nothing is on the disk.
"""

from vigreview.films.file import FilmFile

KEEPSAKE = "keepsake"  # the stream of the whole
PART = "keepsake-part/"  # how the streams of its pieces begin


def forget_unfinished(film: FilmFile) -> None:
    """Delete the parts that belong to no keepsake which has been made."""
    kept = set(film.facts().get(KEEPSAKE, {}).get("parts", ()))
    for name in film.names():
        if name.startswith(PART) and name not in kept:
            film.delete(name)
