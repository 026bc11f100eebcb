"""The sentences as they ship: data/languages/<code>/*.ftl, in Fluent (projectfluent.org).

A sentence is one message of one pattern: people's words and counts go in as variables, and a
translation may choose its wording by any of them. It refers to no other message, so that what an
interpreter has checked is all there is of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from textwrap import indent

from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import serialize_pattern

from vigreview.refusals import Unusable

DATA = Path(__file__).parents[2] / "data" / "languages"
# What is known of people goes into every sentence.
PEOPLE = frozenset(
    {"baby", "babies", "unborn", "carer", "carers", "gender", "calledByBaby", "practitioner"}
)
_REFERENCES = (ast.MessageReference, ast.TermReference, ast.FunctionReference)
LONGEST = 2000  # characters of a sentence's source


@dataclass(frozen=True)
class Language:
    """A language by its BCP 47 code, its name in English, and in itself."""

    code: str
    name: str
    own_name: str
    dir: str = "ltr"

    @property
    def folder(self) -> Path:
        return DATA / self.code


ENGLISH = Language("en", "English", "English")
LANGUAGES = {
    one.code: one
    for one in (
        ENGLISH,
        Language("pl", "Polish", "polski"),
        Language("ro", "Romanian", "română"),
        Language("ur", "Urdu", "اردو", "rtl"),
        Language("ar", "Arabic", "العربية", "rtl"),
    )
}


@dataclass(frozen=True)
class Sentence:
    """One sentence: the file it stands in, its Fluent source, and where it is said."""

    id: str
    file: str
    source: str
    comment: str = ""


class Broken(Unusable):
    """A file of sentences, or a sentence, that is not what it should be; it says where."""


@cache
def sentences(code: str) -> dict[str, Sentence]:
    """Return a language's shipped sentences by their ids, in the order of the files."""
    found: dict[str, Sentence] = {}
    for path in sorted(LANGUAGES[code].folder.glob("*.ftl")):
        for one in read(path.read_text("utf-8"), path.stem):
            if one.id in found:
                raise Broken(f"{code}/{path.name}: {one.id} is there twice.")
            found[one.id] = one
    return found


def read(text: str, file: str) -> Iterator[Sentence]:
    """Yield the sentences of a Fluent file. Raises Broken."""
    for entry in FluentParser(with_spans=True).parse(text).body:
        if isinstance(entry, ast.Junk):
            said = entry.annotations[0].message if entry.annotations else "not Fluent"
            line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
            raise Broken(f"{file}.ftl, line {line}: {said}")
        if isinstance(entry, (ast.Message, ast.Term)):
            comment = (entry.comment.content if entry.comment else None) or ""
            yield Sentence(entry.id.name, file, _plain(entry), comment)


@lru_cache(4096)
def pattern_of(source: str) -> ast.Pattern:
    """Return the pattern that a sentence's source is. Raises Broken."""
    if len(source) > LONGEST:
        raise Broken(f"It is too long: {LONGEST:,} letters at most.")
    entries = FluentParser(with_spans=False).parse(as_message(source)).body
    entry = entries[0] if len(entries) == 1 else None
    if not isinstance(entry, ast.Message):
        junk = [one for one in entries if isinstance(one, ast.Junk) and one.annotations]
        why = f": {junk[0].annotations[0].message}" if junk else ""
        raise Broken(f"This is not one sentence of Fluent{why}.")
    if entry.value is None or entry.attributes:
        raise Broken("This is not one sentence of Fluent.")
    return entry.value


def as_message(source: str) -> str:
    """Return a sentence's source as a Fluent file of one message, named `said`."""
    return "said =\n" + indent(source.strip(), "    ") + "\n"


@lru_cache(4096)
def fingerprint(english: str, translation: str) -> str:
    """Return what a tick is for: this English and this translation of it."""
    return sha256(f"{english}\0{translation}".encode()).hexdigest()


def variables(pattern: ast.BaseNode) -> frozenset[str]:
    """Return the names of all variables in a pattern, chosen by or put in."""
    return frozenset(
        one.id.name for one in _nodes(pattern) if isinstance(one, ast.VariableReference)
    )


def put_in(pattern: ast.BaseNode) -> frozenset[str]:
    """Return the names of the variables that are themselves said, not only chosen by."""
    return frozenset(
        one.expression.id.name
        for one in _nodes(pattern)
        if isinstance(one, ast.Placeable) and isinstance(one.expression, ast.VariableReference)
    )


def faults(source: str, english: str) -> list[str]:
    """Return what is wrong with a translation beside its English, in sentences; [] if nothing."""
    try:
        pattern, meant = pattern_of(source), pattern_of(english)
    except Broken as error:
        return [str(error)]
    found = [
        f"Nobody fills in {{ ${name} }} here."
        for name in sorted(variables(pattern) - variables(meant) - PEOPLE)
    ]
    found += [f"{{ ${name} }} is missing." for name in sorted(put_in(meant) - put_in(pattern))]
    if any(isinstance(one, _REFERENCES) for one in _nodes(pattern)):
        found.append("A sentence refers to no other, and calls nothing.")
    return found


def source_of(pattern: ast.Pattern) -> str:
    """Return a pattern as Fluent, written out anew: how it was typed changes no fingerprint."""
    lines = serialize_pattern(pattern).strip("\n").split("\n")
    return "\n".join(line.removeprefix("    ") for line in lines).strip()


def _plain(entry: ast.Message | ast.Term) -> str:
    if isinstance(entry, ast.Term) or entry.value is None or entry.attributes:
        raise Broken(f"{entry.id.name} is not one sentence.")
    return source_of(entry.value)


def _nodes(node: object) -> Iterator[ast.BaseNode]:
    if isinstance(node, list):
        for one in node:
            yield from _nodes(one)
    elif isinstance(node, ast.BaseNode):
        yield node
        for one in vars(node).values():
            yield from _nodes(one)
