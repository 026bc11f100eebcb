"""The printer: one button that prints the page on the screen."""

from __future__ import annotations

from typing import TypedDict

from vigreview.components.assets import Part, register


class Printer(TypedDict):
    """The words on the button."""

    words: str


PART = Part("printer", scripts=("printer/printer.js",), styles=())
_mount = register(PART)


def printer(data: Printer, key: str) -> None:
    """Mount the button."""
    _mount(data=data, key=key)
