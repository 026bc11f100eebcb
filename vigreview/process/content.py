"""What ships in data/: the principles in our own words, and example questions to start from."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True)
class Principle:
    """One principle of attuned interaction: a level's name, and what one may see."""

    id: str
    level: str
    words: str


@cache
def shipped(name: str) -> Any:
    """Return the parsed content of data/<name>.json."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
