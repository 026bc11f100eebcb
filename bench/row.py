"""One line of the table: ours beside its anchor, measured in the same run."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import TypeVar

import numpy as np

Round = TypeVar("Round")


@dataclass(frozen=True)
class Row:
    """What was measured, in `unit`, and how many times the anchor it may be at most.

    `note` says what the numbers do not.
    """

    name: str
    ours: float
    anchor: float
    unit: str
    limit: float
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.anchor

    @property
    def within(self) -> bool:
        return self.ratio <= self.limit

    def as_json(self) -> dict[str, object]:
        return {**asdict(self), "ratio": self.ratio}


def beside(
    name: str,
    ours: Callable[[Round], float],
    anchor: Callable[[Round], float],
    limit: float,
    rounds: Iterable[Round],
    of: float = 50,
) -> Row:
    """Measure two things in turn, both once a round, and return their medians as a row.

    `of` is another percentile than that: 95 for those that are waited for longest but a few.
    Each call measures once and returns milliseconds. Turn and turn about, what else the machine
    does falls on both alike. The first round warms up and does not count.
    """
    _, *pairs = [(ours(one), anchor(one)) for one in rounds]
    mine, others = zip(*pairs, strict=True)
    return Row(name, *(float(np.percentile(one, of)) for one in (mine, others)), "ms", limit)
