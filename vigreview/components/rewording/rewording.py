"""Something that was said in a review, said anew by those who said it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypedDict

from vigreview.components.assets import Part, Sentence, ignore, register
from vigreview.components.note_box.note_box import OwnLanguage, Speaker, When


class SaidWhen(When):
    """When something might fit, as it was `said` in own words; `fits` are the chosen chips."""

    said: str
    fits: NotRequired[Sequence[str]]


class InOtherWords(TypedDict):
    """What was said, for a part that lets it be put differently.

    `said` are the words as they stand, "" where there are only those in another language,
    `own_said`; the first of `own_languages` is the one they were said in. `draft` are those being
    put in their place, `box` names that draft. The other drafts lie in `<box>/own` and
    `<box>/when`. `words` are the part's own; `keeping` says what is kept, waiting or refused.
    """

    said: str
    draft: str
    box: str
    words: Mapping[str, Sentence]
    keeping: Mapping[str, Sentence]
    own_languages: NotRequired[Sequence[OwnLanguage]]
    own_said: NotRequired[str]
    own_draft: NotRequired[str]
    when: NotRequired[SaidWhen]
    lang: NotRequired[str]
    dir: NotRequired[str]


class About(TypedDict):
    """Whose an idea is, one of `who` by the id `chosen`, and when it might fit.

    `another` asks for the word for somebody else. The draft of `when` lies in `<box>/when`.
    """

    box: str
    who: Sequence[Speaker]
    chosen: str | int
    another: Sentence
    when: SaidWhen


class Rewording(InOtherWords):
    """What the part needs to know: `what` was said, and its id.

    `gone` is there where it can be let go of, and tells whether it is.
    """

    what: Literal["noticings", "ideas", "next_times"]
    said_id: int
    about: NotRequired[About]
    gone: NotRequired[bool]


OPENING = (
    "note_box/field.js",
    "note_box/own.js",
    "note_box/when.js",
    "rewording/opening.js",
    "rewording/words.js",
)
PART = Part(
    "rewording",
    scripts=("note_box/who.js", *OPENING, "rewording/about.js", "rewording/rewording.js"),
    styles=("note_box/note_box.css", "rewording/rewording.css"),
)
_mount = register(PART)


def rewording(data: Rewording, key: str) -> None:
    """Mount the part.

    Acts: keep_draft, reword {what, said_id, words, box, turn} with {original, said_in} where there
    is a second language and {when_words} where there is a time, say_who_and_when {idea_id, who,
    fits, when_words, box, turn}, let_go_next {next_id, gone}.
    """
    _mount(data=data, key=key, on_kept_change=ignore)
