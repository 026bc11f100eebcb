"""What a keepsake is to show, scene by scene, as it is asked for."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Words:
    """Somebody's words; `original` in the language they were said in, `by` whom, if it is told."""

    text: str
    original: str | None = None
    by: str | None = None


@dataclass(frozen=True)
class Title:
    """The first card: for whom the film is, and the helping question."""

    small: str
    words: Words | None


@dataclass(frozen=True)
class Said:
    """A card of words."""

    words: Words


@dataclass(frozen=True)
class Clip:
    """The film from one frame to another, both included, with words as its caption."""

    start_us: int
    end_us: int
    words: Words | None = None
    slowly: bool = False


@dataclass(frozen=True)
class Still:
    """One frame, or a part of it (left, top, width, height in thousandths), held for a while."""

    at_us: int
    crop: tuple[int, int, int, int] | None = None
    words: Words | None = None


@dataclass(frozen=True)
class Ideas:
    """The last card: the ideas."""

    small: str
    ideas: tuple[Words, ...]


Scene = Title | Said | Clip | Still | Ideas
KINDS: dict[str, type[Scene]] = {
    "title": Title,
    "words": Said,
    "clip": Clip,
    "still": Still,
    "ideas": Ideas,
}


def scenes_of(told: list[dict[str, Any]]) -> list[Scene]:
    """Read scenes from JSON: `kind`, one of KINDS, and the fields of that scene."""
    return [_scene(each) for each in told]


def _scene(told: dict[str, Any]) -> Scene:
    given = {name: value for name, value in told.items() if name != "kind"}
    if given.get("words"):
        given["words"] = Words(**given["words"])
    if given.get("crop"):
        given["crop"] = tuple(given["crop"])
    if "ideas" in given:
        given["ideas"] = tuple(Words(**each) for each in given["ideas"])
    return KINDS[told["kind"]](**given)


def marked_times(scenes: list[Scene]) -> set[int]:
    """The times of all frames that scenes name."""
    marked: set[int] = set()
    for scene in scenes:
        if isinstance(scene, Clip):
            marked |= {scene.start_us, scene.end_us}
        elif isinstance(scene, Still):
            marked.add(scene.at_us)
    return marked
