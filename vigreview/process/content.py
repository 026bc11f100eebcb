"""What ships in data/: the principles in our own words, and example questions to start from."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True)
class Principle:
    """One principle of attuned interaction: its level's name, its own, and what one may see."""

    id: str
    level: str
    name: str
    means: str


@cache
def shipped(name: str) -> Any:
    """Return the parsed content of data/<name>.json."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Level:
    """One of the six levels, what it means, and its principles."""

    name: str
    means: str
    principles: tuple[Principle, ...]


@cache
def by_level(to_parent: bool = False) -> tuple[Level, ...]:
    """Return the six levels, each resting on the ones before, with their principles.

    `to_parent` reads them as what a practitioner does with a parent, for films of that.
    """
    return tuple(
        Level(
            level["name"],
            level["means_to_parent" if to_parent else "means"],
            tuple(one for one in principles(to_parent) if one.level == level["name"]),
        )
        for level in shipped("principles")["levels"]
    )


@cache
def principles(to_parent: bool = False) -> tuple[Principle, ...]:
    """Return the principles in the order of their levels."""
    return tuple(
        Principle(one["id"], level["name"], read["name"], read["means"])
        for level in shipped("principles")["levels"]
        for one in level["items"]
        for read in [one | (one["to_parent"] if to_parent else {})]
    )


@cache
def levels() -> tuple[str, ...]:
    """Return the names of the six levels, each resting on the ones before."""
    return tuple(level.name for level in by_level())


@cache
def _by_id(to_parent: bool = False) -> dict[str, Principle]:
    return {principle.id: principle for principle in principles(to_parent)}


def choices(held: Iterable[str] = ()) -> list[str]:
    """Return every principle's id, and after them those held that are not known any more."""
    return [*_by_id(), *(one for one in held if one not in _by_id())]


def level_of(principle_id: str) -> str:
    """Return the name of a principle's level, or the id itself where it is not known any more."""
    known = _by_id().get(principle_id)
    return known.level if known else principle_id


def name_of(principle_id: str, to_parent: bool = False) -> str:
    """Return a principle's name, or the id itself where it is not known any more."""
    known = _by_id(to_parent).get(principle_id)
    return known.name if known else principle_id


def examples(step: str, baby: str, unborn: bool) -> list[str]:
    """Return example words for a doubt, a hope or a helping question, with the baby's name.

    Those from before birth come first for a baby who is not born yet, and last otherwise.
    """
    groups = sorted(
        shipped("questions")["groups"], key=lambda group: (group["id"] == "before-birth") != unborn
    )
    return [one[step].replace("{baby}", baby) for group in groups for one in group["examples"]]
