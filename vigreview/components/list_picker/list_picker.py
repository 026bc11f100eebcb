"""The list picker: a small file of another program's is chosen and handed to the screen."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TypedDict

from vigreview.components.assets import Part, ignore, register


class ListPicker(TypedDict):
    """What the button says, the endings that may be chosen ('.csv'), and the most bytes."""

    words: str
    endings: list[str]
    most_bytes: int


@dataclass(frozen=True)
class Picked:
    """A file that was chosen in this run: its name and what is in it."""

    name: str
    data: bytes


PART = Part(
    "list_picker",
    scripts=("list_picker/list_picker.js",),
    styles=(),
)
_mount = register(PART)


def list_picker(data: ListPicker, key: str) -> Picked | None:
    """Mount the picker; return what was chosen in this run, None where nothing was."""
    told = _mount(data=data, key=key, on_picked_change=ignore).picked
    try:
        return Picked(str(told["name"]), base64.b64decode(told["data"])) if told else None
    except (KeyError, TypeError, binascii.Error):
        return None  # no picker of ours said that
