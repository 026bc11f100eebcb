"""The principles as they are worded here: in our own words, or in those that a service brought.

A service's wording names its principles under the six levels, by our ids or by ids of its own. It
is kept in the vault. What a clip or a noticing was described by is an id, and keeps it: where the
wording in use has it no more, it is shown with the words that it had last.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from vigreview.process.content import Level, Principle, Principles, our_principles, shipped
from vigreview.process.practice import Practice, Refused, insert
from vigreview.vault.events import now

LONGEST_NAME, LONGEST_MEANS, LONGEST_SOURCE = 80, 300, 400  # letters
MOST_ON_A_LEVEL = 30
BETWEEN_NAMES = ";"  # keeps them apart where several go into one cell of another program's
# What a quotation mark of UTF-8 looks like once it was read as Windows letters; a letter lost.
MIXED_UP = ("\u00e2\u20ac", "\ufffd")
OWN = "own-"  # how the ids of a service's own principles begin


@dataclass(frozen=True)
class Line:
    """One line of a service's wording: of a principle, or of a level itself where `name` is empty.

    `number` is where it stands in the file; `to_parent` what it means in a practitioner's work
    with a parent, where the service says so.
    """

    number: int
    level: str
    id: str
    name: str
    means: str
    to_parent: str = ""


@dataclass(frozen=True)
class Wording:
    """A service's wording as it is brought: the line that credits its source, and its lines."""

    source: str
    lines: tuple[Line, ...]


def _levels() -> dict[str, str]:
    """The ids of the six levels by their names, in small letters."""
    return {level["name"].casefold(): level["id"] for level in shipped("principles")["levels"]}


def _is_of_level(line: Line) -> bool:
    return not line.name and line.id in ("", _levels().get(line.level.casefold()))


def faults(wording: Wording) -> list[str]:
    """Return what stands in the way of taking a wording, a sentence each, in the file's order."""
    found = []
    if not wording.source:
        found.append("Say in the line “Source” where this wording comes from.")
    elif len(wording.source) > LONGEST_SOURCE:
        found.append(f"The line “Source” is too long: {LONGEST_SOURCE} letters at most.")
    ids: set[str] = set()
    names: set[str] = set()
    for line in wording.lines:
        told = [*_faults_of(line)]
        stands_for = line.id or (line.level if _is_of_level(line) else "")
        for words, there in ((stands_for, ids), (line.name, names)):
            if words and words.casefold() in there:
                told.append(f"“{words}” is there already, further up")
            there.add(words.casefold())
        found += [f"Line {line.number}: {each}." for each in told]
    return [*found, *_faults_of_levels(wording)]


def _faults_of_levels(wording: Wording) -> Iterator[str]:
    on = Counter(line.level.casefold() for line in wording.lines if line.name)
    for level in our_principles().level_names:
        if not on[level.casefold()]:
            yield f"There is no principle under “{level}”."
        elif on[level.casefold()] > MOST_ON_A_LEVEL:
            yield f"Under “{level}” there are more than {MOST_ON_A_LEVEL} principles."


def _faults_of(line: Line) -> Iterator[str]:
    levels = _levels()
    if not line.level:
        yield "the level is missing"
    elif line.level.casefold() not in levels:
        yield f"“{line.level}” is none of the six levels"
    elif line.id in levels.values() and not _is_of_level(line):
        yield f"“{line.id}” stands for a level, and is no principle of its own"
    elif not line.name and not _is_of_level(line):
        yield "the name is missing"
    known = {*our_principles().choices(), *levels.values()}
    if line.id and line.id not in known and not _is_own(line.id):
        yield f"nobody knows the id “{line.id}”; for a principle of your own leave it empty"
    if BETWEEN_NAMES in line.name:
        yield f"a name is without “{BETWEEN_NAMES}”"
    told = {"name": (line.name, LONGEST_NAME), "description": (line.means, LONGEST_MEANS)}
    told["reading towards a parent"] = (line.to_parent, LONGEST_MEANS)
    for what, (words, longest) in told.items():
        if len(words) > longest:
            yield f"the {what} is too long: {longest} letters at most"
        if _is_mixed_up(words):
            yield f"letters of the {what} got mixed up on the way; save the file as “CSV UTF-8”"


def _is_mixed_up(words: str) -> bool:
    if any(each in words for each in MIXED_UP):
        return True
    try:
        return words.encode("cp1252").decode() != words
    except UnicodeError:
        return False  # as it should be: nobody's words are two things at once


def _is_own(principle_id: str) -> bool:
    number = principle_id.removeprefix(OWN)
    return principle_id.startswith(OWN) and number.isalnum() and len(number) <= 40


def worded(wording: Wording, before: Sequence[Principles] = ()) -> Principles:
    """Return the principles as a wording without faults says them."""
    return _principles(wording.source, _rows(wording), tuple(before))


def _rows(wording: Wording) -> list[dict[str, Any]]:
    return [
        {
            "level": _levels()[line.level.casefold()],
            "principle": None if _is_of_level(line) else line.id or _own_id(line),
            "name": line.name,
            "means": line.means,
            "to_parent": line.to_parent,
        }
        for line in wording.lines
    ]


def _own_id(line: Line) -> str:
    """An id for a principle of a service's own: the same for the same words, on every device."""
    said = f"{line.level.casefold()}/{line.name.casefold()}"
    return f"{OWN}{hashlib.sha256(said.encode()).hexdigest()[:10]}"


def _principles(
    source: str, rows: Sequence[dict[str, Any]], before: tuple[Principles, ...]
) -> Principles:
    def read(means: str) -> tuple[Level, ...]:
        found = []
        for level in shipped("principles")["levels"]:
            here = [row for row in rows if row["level"] == level["id"]]
            about = next((row[means] for row in here if row["principle"] is None), "")
            on_it = tuple(
                Principle(row["principle"], level["name"], row["name"], row[means])
                for row in here
                if row["principle"] is not None
            )
            found.append(Level(level["name"], about, on_it))
        return tuple(found)

    return Principles(source, read("means"), read("to_parent"), before)


def principles(practice: Practice) -> Principles:
    """Return the principles as they are worded here now."""
    with practice.read() as db:
        taken = list(db.table("wordings").rows_where(order_by="id"))
        lines = list(db.table("wording_lines").rows_where(order_by="wording_id, position"))
    current = our_principles()
    before: tuple[Principles, ...] = ()
    for one in taken:
        rows = [line for line in lines if line["wording_id"] == one["id"]]
        before = (current, *before)
        if rows:
            current = _principles(one["source"], rows, before)
        else:  # ours were put back
            current = replace(our_principles(), before=before)
    return current


def is_a_services(practice: Practice) -> bool:
    """Tell whether a service's wording is in use."""
    with practice.read() as db:
        return bool(_lines_in_use(db))


def _lines_in_use(db: Database) -> int:
    last = "wording_id = (select max(id) from wordings)"
    return int(db.table("wording_lines").count_where(last))


def take_wording(practice: Practice, wording: Wording) -> None:
    """Take a service's wording into use; it replaces the one before. Raises Refused."""
    _at_the_desk(practice)
    if found := faults(wording):
        raise Refused(found[0])
    with practice.write() as db:
        wording_id = insert(db, "wordings", {"source": wording.source, "taken_at": now()})
        rows = [
            {"wording_id": wording_id, "position": position, **line}
            for position, line in enumerate(_rows(wording))
        ]
        db.table("wording_lines").insert_all(rows)
        practice.record(
            db, "take wording", "wordings", wording_id, source=wording.source, lines=len(rows)
        )


def back_to_ours(practice: Practice) -> None:
    """Have our own words in use again."""
    _at_the_desk(practice)
    with practice.write() as db:
        if not _lines_in_use(db):
            return
        held = {"source": our_principles().source, "taken_at": now()}
        wording_id = insert(db, "wordings", held)
        practice.record(db, "put wording back", "wordings", wording_id)


def _at_the_desk(practice: Practice) -> None:
    if practice.sitting is not None:
        raise Refused("The wording is chosen on the practitioner's own screen.")
