"""Words for one screen: its language, the people it is about, and the sentences it may say."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from vigreview.languages.sentences import ENGLISH, LANGUAGES, Language, as_message, sentences

Value = str | int
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
LONGEST = 1000  # characters of one value; Fluent takes 2,500 at most


class Said(str):
    """A sentence as it is shown, with the language it is in: English where one is missing."""

    language: Language

    def __new__(cls, words: str, language: Language) -> "Said":
        made = super().__new__(cls, words)
        made.language = language
        return made


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
        known = {**self.people, **values}
        if sentence in self.checked:
            return Said(fill(self.checked[sentence], self.language.code, known), self.language)
        english = sentences(ENGLISH.code)[sentence].source
        return Said(fill(english, ENGLISH.code, known), ENGLISH)

    @property
    def speech(self) -> dict[str, str]:
        """The language and direction of this screen, for the parts in the browser."""
        return {"lang": self.language.code, "dir": self.language.dir}

    def part(self, sentence: str, **values: Value) -> Any:
        """Return a sentence for a part in the browser.

        A string in this screen's language, else {words, lang, dir}.
        """
        said = self(sentence, **values)
        if said.language == self.language:
            return str(said)
        return {"words": str(said), "lang": said.language.code, "dir": said.language.dir}

    def parts(self, prefix: str) -> dict[str, Any]:
        """Return every sentence whose id begins with `prefix-`, by the rest of it."""
        start = f"{prefix}-"
        return {
            one.removeprefix(start): self.part(one)
            for one in sentences(ENGLISH.code)
            if one.startswith(start)
        }

    def listed(self, names: Iterable[str]) -> str:
        """Return names as this language lists them."""
        return listed(names, self.language.code)


def listed(names: Iterable[str], code: str) -> str:
    """Return names as a language lists them: Ada, Sam and Zofia."""
    return format_list(list(names), locale="en_GB" if code == ENGLISH.code else code)


def fill(source: str, code: str, values: Mapping[str, Value]) -> str:
    """Return a sentence with its values filled in. Raises LookupError where one is not known.

    Values are set apart from the sentence around them wherever its letters or theirs run from
    right to left (UAX #9): a full stop stays at its sentence's end, whatever a name is written in.
    """
    given = {
        name: value[:LONGEST] if isinstance(value, str) else value for name, value in values.items()
    }
    other_way = any(_RIGHT_TO_LEFT.search(str(value)) for value in given.values())
    apart = LANGUAGES[code].dir == "rtl" or other_way
    bundle = _bundle(source, code, apart)
    said, errors = bundle.format_pattern(bundle.get_message("said").value, given)  # type: ignore
    if errors:
        raise LookupError(f"A sentence cannot be said: {errors[0]!r}")
    return str(said)


@lru_cache(4096)
def _bundle(source: str, code: str, apart: bool) -> FluentBundle:
    bundle = FluentBundle([code], use_isolating=apart)
    bundle.add_resource(FluentResource(as_message(source)))
    return bundle
