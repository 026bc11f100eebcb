"""The languages of those who sit there, as the boxes for their words ask for them."""

from collections.abc import Collection, Sequence
from typing import Protocol

from vigreview.components.note_box.note_box import OwnLanguage, Speaker
from vigreview.languages.names import tongue
from vigreview.languages.sentences import Language
from vigreview.languages.words import Words
from vigreview.process.people import People
from vigreview.process.speakers import TOGETHER
from vigreview.process.tongues import own_languages


class Spoken(Protocol):
    """Words that somebody said: a carer's, or of those whom `said_by` names; else ours."""

    @property
    def carer_id(self) -> int | None: ...

    @property
    def said_by(self) -> str | None: ...

    @property
    def said_in(self) -> str | None: ...


def asked_for(say: Words, language: Language) -> OwnLanguage:
    """Return a language as a box asks for words in it; `id` is what their row keeps as said_in."""
    own: OwnLanguage = {
        "id": language.name,
        "name": {"words": language.own_name, "lang": language.code, "dir": language.dir},
        "label": say.part("as-it-was-said", language=language),
        "lang": language.code,
    }
    return own


def with_languages(
    speakers: Sequence[Speaker], everybody: People, there: Collection[int]
) -> list[Speaker]:
    """Return speakers, each with the ids of the languages that their words may be said in."""
    return [
        {**one, "languages": [own.name for own in own_languages(everybody, one["id"], there)]}
        for one in speakers
    ]


def in_their_languages(
    say: Words, everybody: People, there: Collection[int], speakers: Sequence[Speaker]
) -> list[OwnLanguage]:
    """Return the languages that a box's speakers may say their words in.

    In a box without speakers: those of the carers who are there.
    """
    whose = [one["id"] for one in speakers] or [""]
    found = [own for who in whose for own in own_languages(everybody, who, there)]
    return [asked_for(say, own) for own in dict.fromkeys(found)]


def languages_of(
    say: Words, everybody: People, there: Collection[int], said: Spoken
) -> list[OwnLanguage]:
    """Return the languages for words that were said here, as a box asks for them anew.

    First the one they were said in, then those that their speakers are at home in; none where that
    is English. `there` are the ids of the carers who are there.
    """
    who = TOGETHER if said.said_by else said.carer_id
    found = own_languages(everybody, who, there)
    if said.said_in:
        found = [tongue(said.said_in), *found]
    return [asked_for(say, one) for one in dict.fromkeys(found)]
