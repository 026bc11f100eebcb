"""The note box: a person's own words, kept as they are typed and then kept for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypedDict

from vigreview.components.assets import Part, Sentence, ignore, register


class Speaker(TypedDict):
    """Whose words these may be: a carer, by the word chosen for them, the practitioner, and others.

    The id of somebody who is still to be named ends in "/": what is typed for them comes after it.
    `languages` are the ids of those of their own (`NoteBox.own_languages`).
    """

    id: str | int
    word: Sentence
    kind: Literal["carer", "practitioner", "together", "another"]
    languages: NotRequired[Sequence[str]]


class OwnLanguage(TypedDict):
    """A language in which words may have been said, for the second field.

    `id` goes into the act, `name` is on the chip where there are several to choose from, `label`
    stands over the field. `lang` is a BCP 47 tag, "" where there is none.
    """

    id: str
    name: Sentence
    label: Sentence
    lang: str


class When(TypedDict):
    """Chips for when something might fit, and a line for it in own words.

    The chosen chips' ids go into the act as `fits`, one after another with spaces, the own words
    as `when_words`; the line's draft lies in the box named `<box>/when`. Without chips there is
    the line alone, and no `fits`.
    """

    label: Sentence
    own: Sentence
    chips: Sequence[tuple[str, Sentence]]
    draft: str


class NoteBox(TypedDict):
    """What a note box needs to know.

    `label` is the question it asks, `help` one quiet line under it. `box` names its draft row.
    `verb` and `args` are the act of *Keep*; added to `args` are `words`, where there are speakers
    `who` (an id), and with a second field `original` (as it was said) and `said_in`, the id of one
    of `own_languages`: of those of the speaker, or in a box without speakers any. That field's
    draft, `own_draft`, lies in the box named `<box>/own`, whoever speaks. `who` lists the speakers
    to choose from; `chosen` is the one chosen at first. `draft` is what was typed before. `shown`
    holds the ids that the screen itself shows already: a note just kept is shown by the box until
    it is one of them. `words` are the box's own: keep, who, beside, kept-now, so-far; `keeping`
    says what is kept, waiting or refused. `another` asks for the word for somebody else, where the
    speakers have one. `lang` and `dir` are those of the screen.
    """

    label: Sentence
    box: str
    verb: str
    args: dict[str, Any]
    words: Mapping[str, Sentence]
    keeping: Mapping[str, Sentence]
    lang: NotRequired[str]
    dir: NotRequired[str]
    help: NotRequired[Sentence]
    placeholder: NotRequired[str]
    who: NotRequired[list[Speaker]]
    chosen: NotRequired[str | int | None]
    draft: NotRequired[str]
    own_languages: NotRequired[Sequence[OwnLanguage]]
    own_draft: NotRequired[str]
    shown: NotRequired[Sequence[str | int]]
    rows: NotRequired[int]
    another: NotRequired[Sentence]
    when: NotRequired[When]


PART = Part(
    "note_box",
    scripts=(
        "note_box/field.js",
        "note_box/own.js",
        "note_box/when.js",
        "note_box/who.js",
        "note_box/note_box.js",
    ),
    styles=("note_box/note_box.css",),
)
_mount = register(PART)


def note_box(data: NoteBox, key: str) -> dict[str, Any] | None:
    """Mount a note box; return `{"id", "result"}` in the run after a note was kept, else None.

    Acts: keep_draft {box, words} half a second after typing and on leaving the box, then the
    given verb, then keep_draft with empty words. `id` is the result's `id` where it has one.
    """
    kept: dict[str, Any] | None = _mount(data=data, key=key, on_kept_change=ignore).kept
    return kept
