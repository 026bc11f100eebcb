"""The table giver: a small table that tells nothing of a family is saved on this device."""

from __future__ import annotations

import base64

from vigreview.components.assets import Part, register

PART = Part(
    "table_giver",
    scripts=("table_giver/table_giver.js",),
    styles=(),
)
_mount = register(PART)


def table_giver(words: str, name: str, data: bytes, key: str) -> None:
    """Mount a button that says these words, and saves a CSV file of that name."""
    told = {"words": words, "name": name, "data": base64.b64encode(data).decode()}
    _mount(data=told, key=key)
