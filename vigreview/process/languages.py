"""In which language a time together speaks, and which sentences of it a service has had checked.

A translation is a draft until the service ticks it: only then does a parent see it. A tick is for
one English sentence and one translation of it, and is gone when either changes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vigreview.languages.sentences import (
    ENGLISH,
    LANGUAGES,
    Language,
    faults,
    fingerprint,
    pattern_of,
    sentences,
    source_of,
)
from vigreview.languages.words import Value, Words
from vigreview.process.people import Carer, People, people
from vigreview.process.practice import NotThere, Practice, Refused, words_of
from vigreview.vault.events import now


@dataclass(frozen=True)
class Line:
    """A sentence in a language, as a service sees it.

    `english` and `source` are Fluent; `source` is the service's own where `ours` is False, and
    empty where there is no translation. `checked_by` and `checked_at` say who ticked it as it is.
    """

    id: str
    file: str
    comment: str
    english: str
    source: str
    ours: bool = True
    checked_by: str = ""
    checked_at: str = ""

    @property
    def checked(self) -> bool:
        return bool(self.checked_at)


def words(practice: Practice, sitting_id: int | None = None) -> Words:
    """Return the words of this seat's sitting, or of one: its language and its people."""
    sitting_id = practice.sitting or sitting_id
    if sitting_id is None:
        return Words()
    with practice.read() as db:
        held = next(db.query(_SITTING, {"id": sitting_id}), None)
        if held is None:
            raise NotThere("There is no such time together.")
        language = LANGUAGES.get(held["language"], ENGLISH)
        everybody = people(practice, held["journey_id"])
        return Words(language, values(everybody, held["name"] or ""), checked(practice, language))


# One question to the database: a screen waits for it at each tap.
_SITTING = """
select journey_id, language, (select name from practitioner) as name
from sittings left join spoken on sitting_id = sittings.id
where sittings.id = :id
"""


def values(everybody: People, practitioner: str) -> dict[str, Value]:
    """Return what every sentence is told of people.

    `babies` and `carers` are numbers; `unborn` is "yes" where no baby is born yet; `gender` is
    "female" or "male" where one carer's pronouns say so, else "other". Nothing else is guessed.
    """
    carers, babies = everybody.carers, everybody.babies
    return {
        "baby": tuple(one.name for one in babies),
        "babies": len(babies),
        "unborn": "yes" if babies and all(one.unborn for one in babies) else "no",
        "carer": tuple(one.called for one in carers),
        "carers": len(carers),
        "gender": _gender(carers[0].pronouns) if len(carers) == 1 else "other",
        "calledByBaby": tuple(one.called_by_baby for one in carers),
        "practitioner": practitioner,
    }


def to_one(words: Words, everybody: People, carer: Carer) -> Words:
    """Return words that speak to one of the carers alone."""
    practitioner = str(words.people.get("practitioner", ""))
    return replace(words, people=values(replace(everybody, carers=(carer,)), practitioner))


def _gender(pronouns: str | None) -> str:
    first = (pronouns or "").replace("/", " ").replace(",", " ").casefold().split()[:1]
    return {"she": "female", "her": "female", "he": "male", "him": "male"}.get(
        "".join(first), "other"
    )


def lines(practice: Practice, language: Language) -> list[Line]:
    """Return every sentence there is, as it stands in a language, in the order of the files."""
    with practice.read() as db:
        held = {
            one["sentence"]: one
            for one in db.table("sentence_checks").rows_where("language = ?", [language.code])
        }
    ours = sentences(language.code)
    return [
        _line(
            Line(
                one.id,
                one.file,
                one.comment,
                one.source,
                ours[one.id].source if one.id in ours else "",
            ),
            held.get(one.id, {}),
        )
        for one in sentences(ENGLISH.code).values()
    ]


def _line(line: Line, held: Mapping[str, str | None]) -> Line:
    own = held.get("words")
    source = own or line.source
    is_checked = bool(source) and held.get("checked") == fingerprint(line.english, source)
    by, at = (held["checked_by"], held["checked_at"]) if is_checked else ("", "")
    return Line(
        line.id, line.file, line.comment, line.english, source, own is None, by or "", at or ""
    )


def checked(practice: Practice, language: Language) -> dict[str, str]:
    """Return the Fluent sources that a parent may be shown in a language, by sentence."""
    if language == ENGLISH:
        return {id: one.source for id, one in sentences(ENGLISH.code).items()}
    english, ours = sentences(ENGLISH.code), sentences(language.code)
    found = {}
    with practice.read() as db:
        for held in db.query(_TICKED, {"code": language.code}):
            id, source = held["sentence"], held["words"]
            if source is None and id in ours:
                source = ours[id].source
            meant = english[id].source if id in english else None
            if source and meant and held["checked"] == fingerprint(meant, source):
                found[id] = source
    return found


_TICKED = """
select sentence, words, checked from sentence_checks
where language = :code and checked is not null
"""


def tick(practice: Practice, code: str, shown: Mapping[str, str], by: str) -> None:
    """Keep that an interpreter has checked sentences, each as its Fluent source was shown.

    Raises Refused where a sentence has changed since, or nobody is named.
    """
    language = _a_translation(code)
    by = words_of(by, "Who has checked it", 200)
    now_there = {one.id: one for one in lines(practice, language)}
    with practice.write() as db:
        for sentence, source in shown.items():
            line = now_there.get(sentence)
            if line is None or not source or line.source != source:
                raise Refused("A sentence has changed since it was shown here. Look once more.")
            mark = fingerprint(line.english, source)
            held = {"checked": mark, "checked_by": by, "checked_at": now()}
            _put(practice, code, sentence, held)
            practice.record(
                db, "check sentence", "languages", 0, **_named(code, sentence), words=source, by=by
            )


def untick(practice: Practice, code: str, those: Iterable[str]) -> None:
    """Take ticks back: those sentences are said in English again."""
    with practice.write() as db:
        for sentence in those:
            _put(practice, code, sentence, _NO_TICK)
            practice.record(db, "uncheck sentence", "languages", 0, **_named(code, sentence))


def correct(practice: Practice, code: str, sentence: str, source: str) -> None:
    """Keep a service's own words for a sentence; they need a tick of their own.

    Raises Refused where they are not Fluent, or where a variable is missing or not known.
    """
    language = _a_translation(code)
    english = sentences(ENGLISH.code)[sentence].source
    source = words_of(source, "The sentence")
    wrong = faults(source, english)
    if wrong:
        raise Refused(" ".join(wrong))
    source = source_of(pattern_of(source))
    before = next(one.source for one in lines(practice, language) if one.id == sentence)
    if source == before:
        return
    with practice.write() as db:
        _put(practice, code, sentence, {"words": source, **_NO_TICK})
        practice.record(
            db,
            "correct sentence",
            "languages",
            0,
            **_named(code, sentence),
            before=before,
            after=source,
        )


def back_to_the_draft(practice: Practice, code: str, sentence: str) -> None:
    """Put a service's own words for a sentence aside; the shipped draft needs a tick again."""
    with practice.write() as db:
        _put(practice, code, sentence, {"words": None, **_NO_TICK})
        practice.record(db, "back to the draft", "languages", 0, **_named(code, sentence))


_NO_TICK = {"checked": None, "checked_by": None, "checked_at": None}


def _put(practice: Practice, code: str, sentence: str, held: Mapping[str, str | None]) -> None:
    with practice.write() as db:
        db.table("sentence_checks").upsert(
            {"language": code, "sentence": sentence, **held}, pk=("language", "sentence")
        )


def _named(code: str, sentence: str) -> dict[str, str]:
    return {"language": code, "sentence": sentence}


def _a_translation(code: str) -> Language:
    if code == ENGLISH.code or code not in LANGUAGES:
        raise Refused("There are no translations into that language.")
    return LANGUAGES[code]


def ready(practice: Practice) -> list[Language]:
    """Return the languages that a time together may be in: English, and those with a tick."""
    return [one for one in LANGUAGES.values() if one == ENGLISH or checked(practice, one)]


def suggested(practice: Practice, journey_id: int) -> Language:
    """Return what a journey's next time together begins with.

    What its last one was in, else the language that a carer feels at home in, where a sentence of
    it is ticked; else English.
    """
    may_be = ready(practice)
    with practice.read() as db:
        last = db.execute(
            "select language from spoken join sittings s on s.id = sitting_id"
            " where s.journey_id = ? order by sitting_id desc limit 1",
            [journey_id],
        ).fetchone()
    wanted = [LANGUAGES.get(last[0])] if last else []
    if not last:
        wanted = [language_named(one.language) for one in people(practice, journey_id).carers]
    return next((one for one in wanted if one in may_be and one), ENGLISH)


def language_named(words: str | None) -> Language | None:
    """Return the language that somebody means by a name or a code, or None."""
    said = (words or "").strip().casefold()
    for one in LANGUAGES.values():
        if said in (one.code, one.name.casefold(), one.own_name.casefold()):
            return one
    return None


def speak(practice: Practice, sitting_id: int, code: str) -> None:
    """Keep in which language a sitting speaks. Raises Refused for one without a tick."""
    if code not in {one.code for one in ready(practice)}:
        raise Refused("No sentence of that language is checked yet.")
    with practice.write() as db:
        db.table("spoken").upsert({"sitting_id": sitting_id, "language": code}, pk="sitting_id")
        practice.record(db, "speak", "sittings", sitting_id, language=code)


def spoken(practice: Practice, sitting_id: int) -> Language:
    """Return the language that a sitting speaks."""
    with practice.read() as db:
        held = next(db.table("spoken").rows_where("sitting_id = ?", [sitting_id]), None)
    return LANGUAGES.get(held["language"], ENGLISH) if held else ENGLISH
