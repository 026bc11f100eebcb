"""A keepsake of three clips and five cards of a film of 720 lines: at first, and after a change.

Ours is the worker's own work, from the start of its process, film file to film file. Anchor: the
same done plainly in moviepy, in a process of its own: cards and captions by `TextClip`, each scene
with `CrossFadeIn`, `write_videofile` from and to a plain file. There the fades lie over the clips.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from bench.film import SIZE, make_film
from bench.row import Row
from bench.rows.exporting import took, worked
from vigreview.films.file import FilmFile
from vigreview.films.keepsake import KEEPSAKE, PART, look
from vigreview.films.keepsake.scenes import Ideas, Words
from vigreview.films.preparing import stored_times

FIRST_LIMIT = 1.0
CHANGED_LIMIT = 0.25
ROUNDS, MIDDLE = 3, 1  # the anchor takes minutes: it is measured once, between ours
LAPS = 3  # of 8 seconds
CLIP_SECONDS = 2
STARTS_S = (2, 8, 14)

QUESTION = "What am I doing to build a closer relationship with my baby?"
CAPTIONS = ("I wait, and she looks at me", "She turns to my voice", "We both laugh at the end")
CARDS = ("She shows me when she has had enough", "I did not know I sing so much", "We take turns")
IDEAS = ("Sing before the bath", "Wait a little longer before the spoon")

MOVIEPY = """
import json, os, sys
from moviepy import ColorClip, CompositeVideoClip, TextClip, VideoFileClip, vfx
film, out, told = sys.argv[1:]
told = json.loads(told)
size, fade = tuple(told["size"]), told["fade"]

def lettered(words, tall, colour):
    return TextClip(text=words, font_size=tall, color=colour, method="caption",
                    size=(round(size[0] * 0.84), None), text_align="center", margin=(0, tall))

with VideoFileClip(film) as whole:
    scenes, at = [], 0.0
    for scene in told["scenes"]:
        if "words" in scene:
            paper = ColorClip(size, color=(251, 247, 242), duration=scene["lasts"])
            words = lettered(scene["words"], round(size[1] * 0.062), "#2F2A26")
            made = CompositeVideoClip([
                paper, words.with_duration(scene["lasts"]).with_position("center")])
        else:
            clip = whole.subclipped(scene["start"], scene["end"])
            words = lettered(scene["caption"], round(size[1] * 0.05), "white")
            ground = ColorClip((size[0], words.h), color=(23, 19, 16), duration=clip.duration)
            low = ("center", size[1] - words.h)
            made = CompositeVideoClip([
                clip, ground.with_opacity(0.66).with_position(low),
                words.with_duration(clip.duration).with_position(low)])
        made = made.with_start(at)
        scenes.append(made.with_effects([vfx.CrossFadeIn(fade)]) if scenes else made)
        at += made.duration - fade
    film = CompositeVideoClip(scenes, size=size)
    film.write_videofile(out, fps=whole.fps, logger=None, temp_audiofile_path=os.path.dirname(out))
"""


def measure(folder: Path) -> Iterator[Row]:
    """From the start of each process to its end; both rows from the same rounds."""
    film, out = folder / "film.mp4", folder / "out.mp4"
    film.write_bytes(make_film(LAPS))
    path, key = folder / "film.film", os.urandom(32)
    with (
        FilmFile.create(path, key) as file,
        file.writer("original", "video/mp4") as into,
    ):
        into.write(film.read_bytes())
    worked(path, key, {"task": "prepare"})
    with FilmFile.open(path, key) as file:
        times = stored_times(file).tolist()
    given = [str(film), str(out), json.dumps(plainly(times, CAPTIONS[1]))]
    command = [sys.executable, "-c", MOVIEPY, *given]
    first, changed, plain = [], [], 0.0
    for number in range(ROUNDS):
        forget(path, key)
        first.append(took(lambda: worked(path, key, order(times, CAPTIONS[1]))))
        other = order(times, f"And then it is this, number {number}")
        changed.append(took(lambda other=other: worked(path, key, other)))
        if number == MIDDLE:
            plain = took(lambda: subprocess.run(command, check=True))
    yield Row("keepsake, the first time", median(first), plain, "ms", FIRST_LIMIT)
    yield Row("keepsake, one caption changed", median(changed), plain, "ms", CHANGED_LIMIT)


def order(times: list[int], caption: str) -> dict[str, Any]:
    """What a worker is asked for; the second clip has that caption."""
    captions = (CAPTIONS[0], caption, CAPTIONS[2])
    scenes: list[dict[str, Any]] = [
        {"kind": "title", "small": "Ada and Sam", "words": {"text": QUESTION}}
    ]
    for start_s, said, card in zip(STARTS_S, captions, CARDS, strict=True):
        edges = within(times, start_s)
        clip = {"kind": "clip", "start_us": edges[0], "end_us": edges[1], "words": {"text": said}}
        scenes += [clip, {"kind": "words", "words": {"text": card}}]
    ideas = [{"text": each} for each in IDEAS]
    scenes.append({"kind": "ideas", "small": "Our ideas", "ideas": ideas})
    return {"task": "keepsake", "scenes": scenes}


def within(times: list[int], start_s: int) -> tuple[int, int]:
    """The times of a clip's first and last frame."""
    end_s = start_s + CLIP_SECONDS
    inside = [each for each in times if start_s * 1_000_000 <= each < end_s * 1_000_000]
    return inside[0], inside[-1]


def plainly(times: list[int], caption: str) -> dict[str, Any]:
    """The same scenes for moviepy, each card as long as ours."""
    said = (CAPTIONS[0], caption, CAPTIONS[2])
    scenes: list[dict[str, Any]] = [words_of(look.title_card("Ada and Sam", Words(QUESTION), SIZE))]
    for start_s, each, card in zip(STARTS_S, said, CARDS, strict=True):
        scenes.append({"start": start_s, "end": start_s + CLIP_SECONDS, "caption": each})
        scenes.append(words_of(look.words_card(Words(card), SIZE)))
    scenes.append(words_of(look.ideas_card(Ideas("Our ideas", tuple(map(Words, IDEAS))), SIZE)))
    return {"size": SIZE, "fade": look.FADE_US / 1e6, "scenes": scenes}


def words_of(cards: list[look.Card]) -> dict[str, Any]:
    """The words of a card and the seconds that it stays."""
    (card,) = cards
    lines = look.card_lines(card)
    words = "\n".join(line.words for line in lines)
    return {"words": words, "lasts": look.reading_us(lines) / 1e6}


def forget(path: Path, key: bytes) -> None:
    """Delete the keepsake that was made, with all its parts."""
    with FilmFile.open(path, key) as file:
        for name in file.names():
            if name.startswith((PART, KEEPSAKE)):
                file.delete(name)
