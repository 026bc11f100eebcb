"""Words for one screen: its language, the people it is about, and the sentences it may say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from vigreview.languages.sentences import ENGLISH, Language, as_message, sentences

# Names are listed, and a language is named, as the language of the sentence does it.
Value = str | int | tuple[str, ...] | Language
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
LONGEST = 1000  # characters of one value; Fluent takes 2,500 at most


class Said(str):
    """A sentence as it is shown: the language it is in, and whether its screen is in another."""

    language: Language
    elsewhere: bool

    def __new__(cls, words: str, language: Language, elsewhere: bool) -> "Said":
        made = super().__new__(cls, words)
        made.language, made.elsewhere = language, elsewhere
        return made

    @property
    def tongue(self) -> dict[str, str]:
        """What HTML calls its language and direction."""
        return {"lang": self.language.code, "dir": self.language.dir}


@dataclass(frozen=True)
class Words:
    """Says sentences by their ids: `words("notice-ask")`, `words("thinking-ask", clip=2)`.

    `people` are the values that every sentence is given. `checked` holds the sources that may be
    shown in this language, by sentence; any other sentence is said in English.
    """

    language: Language = ENGLISH
    people: Mapping[str, Value] = field(default_factory=dict)
    checked: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, sentence: str, **values: Value) -> Said:
        english, known = sentences(ENGLISH.code)[sentence].source, {**self.people, **values}
        source = self.checked.get(sentence)
        if source is None:
            return Said(fill(english, ENGLISH, known), ENGLISH, self.language != ENGLISH)
        return Said(fill(source, self.language, known), self.language, False)

    def part(self, sentence: str, **values: Value) -> Any:
        """Return a sentence as a part in the browser takes it; see `for_part`."""
        return for_part(self(sentence, **values))

    def parts(self, prefix: str) -> dict[str, Any]:
        """Return every sentence whose id begins with `prefix-`, by the rest of it, for a part."""
        start = f"{prefix}-"
        return {
            one.removeprefix(start): self.part(one)
            for one in sentences(ENGLISH.code)
            if one.startswith(start)
        }


def for_part(said: str) -> Any:
    """Return a sentence as a part in the browser takes it.

    A string where it is in the screen's language, else {words, lang, dir}.
    """
    if isinstance(said, Said) and said.elsewhere:
        return {"words": str(said), **said.tongue}
    return str(said)


def fill(source: str, language: Language, values: Mapping[str, Value]) -> str:
    """Return a sentence with its values filled in. Raises LookupError where one is not known.

    Values are set apart from the sentence around them wherever its letters or theirs run from
    right to left (UAX #9): a full stop stays at its sentence's end, whatever a name is written in.
    """
    given = {name: _in(language, value) for name, value in values.items()}
    other_way = any(_RIGHT_TO_LEFT.search(str(value)) for value in given.values())
    bundle = _bundle(source, language.code, language.dir == "rtl" or other_way)
    pattern = bundle.get_message("said").value
    assert pattern is not None
    said, errors = bundle.format_pattern(pattern, given)
    if errors:
        raise LookupError(f"A sentence cannot be said: {errors[0]!r}")
    return str(said)


def _in(language: Language, value: Value) -> str | int:
    locale = _locale("en_GB" if language == ENGLISH else language.code)
    if isinstance(value, Language):
        return str(locale.languages.get(value.code.replace("-", "_"), value.own_name))
    if isinstance(value, tuple):
        value = format_list([one[:LONGEST] for one in value], locale=locale)
    return value[:LONGEST] if isinstance(value, str) else value


@lru_cache
def _locale(code: str) -> Locale:
    return Locale.parse(code)


@lru_cache(4096)
def _bundle(source: str, code: str, apart: bool) -> FluentBundle:
    bundle = FluentBundle([code], use_isolating=apart)
    bundle.add_resource(FluentResource(as_message(source)))
    return bundle
