"""What ships in data/: the principles in our own words, and the demo family."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "data"


@cache
def shipped(name: str) -> Any:
    """Return the parsed content of data/<name>.json."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Principle:
    """One principle of attuned interaction: its level's name, its own, and what one may see."""

    id: str
    level: str
    name: str
    means: str


@dataclass(frozen=True)
class Level:
    """One of the six levels, what it means, and its principles."""

    name: str
    means: str
    principles: tuple[Principle, ...]


@dataclass(frozen=True)
class Principles:
    """The principles as they are worded here: ours, or those of a service.

    `source` says whose words they are. `levels` are read as what somebody does with a baby,
    `levels_to_parent` as what a practitioner does with a parent. What was chosen from `before`,
    the wordings there were earlier (the last first), keeps the words that it had then.
    """

    source: str
    levels: tuple[Level, ...]
    levels_to_parent: tuple[Level, ...]
    before: tuple["Principles", ...] = ()

    def by_level(self, to_parent: bool = False) -> tuple[Level, ...]:
        """Return the six levels, each resting on the ones before, with their principles.

        `to_parent` reads them as what a practitioner does with a parent, for films of that.
        """
        return self.levels_to_parent if to_parent else self.levels

    def read_to_parent(self) -> "Principles":
        """Return these principles as what a practitioner does with a parent."""
        before = tuple(one.read_to_parent() for one in self.before)
        return replace(self, levels=self.levels_to_parent, before=before)

    @cached_property
    def level_names(self) -> tuple[str, ...]:
        """The names of the six levels, each resting on the ones before."""
        return tuple(level.name for level in self.levels)

    @cached_property
    def _by_id(self) -> dict[str, Principle]:
        return {one.id: one for level in self.levels for one in level.principles}

    @cached_property
    def _by_id_to_parent(self) -> dict[str, Principle]:
        return {one.id: one for level in self.levels_to_parent for one in level.principles}

    def choices(self, held: Iterable[str] = ()) -> list[str]:
        """Return every principle's id, and after them those held that cannot be chosen any more."""
        return [*self._by_id, *(one for one in held if one not in self._by_id)]

    def found(self, principle_id: str, to_parent: bool = False) -> Principle | None:
        """Return a principle by its id, one of an earlier wording as it was said then."""
        for worded in (self, *self.before):
            known = worded._by_id_to_parent if to_parent else worded._by_id
            if principle_id in known:
                return known[principle_id]
        return None

    def level_of(self, principle_id: str) -> str:
        """Return the name of a principle's level, or the id itself where nobody knows it."""
        known = self.found(principle_id)
        return known.level if known else principle_id

    def name_of(self, principle_id: str, to_parent: bool = False) -> str:
        """Return a principle's name, or the id itself where nobody knows it."""
        known = self.found(principle_id, to_parent)
        return known.name if known else principle_id

    def ids_by_name(self) -> dict[str, str]:
        """Return the id of each name that a principle has or had, the newest of a name."""
        return {
            one.name: one.id
            for worded in reversed((self, *self.before))
            for one in worded._by_id.values()
        }


def _ours(to_parent: bool) -> tuple[Level, ...]:
    return tuple(
        Level(
            level["name"],
            level["means_to_parent" if to_parent else "means"],
            tuple(
                Principle(one["id"], level["name"], read["name"], read["means"])
                for one in level["items"]
                for read in [one | (one["to_parent"] if to_parent else {})]
            ),
        )
        for level in shipped("principles")["levels"]
    )


@cache
def our_principles() -> Principles:
    """Return the principles in our own words, as they ship."""
    told = shipped("principles")["source"]
    return Principles(told["shown"], _ours(to_parent=False), _ours(to_parent=True))
