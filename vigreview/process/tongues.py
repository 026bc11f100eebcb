"""In which languages words are said, beside English: by whom, and how what was said is marked.

A row keeps `said_in`, the language as people call it, of its words as they were said: of
`original`, or of `words` where nobody has put them into English. None: they were said in English,
or nobody knows.
"""

from collections.abc import Iterable

from vigreview.languages.names import tongue
from vigreview.languages.sentences import ENGLISH, Language
from vigreview.process.people import Carer, People
from vigreview.process.practice import Refused, words_of
from vigreview.process.speakers import ANOTHER, TOGETHER

LONGEST_NAME = 200  # letters of a language's name


def own_language(carer: Carer) -> Language | None:
    """Return the language that a carer feels at home in, None for English and where it is open."""
    at_home = tongue(carer.language) if (carer.language or "").strip() else ENGLISH
    return None if at_home == ENGLISH else at_home


def own_languages(everybody: People, who: int | str | None, there: Iterable[int]) -> list[Language]:
    """Return the languages in which somebody's words may be said: none where English is theirs.

    `who` is a carer's id. Words of all together, of another, or of nobody in particular ("") may
    be in the language of any carer who is `there`; the practitioner's are in English.
    """
    carers = [one for one in everybody.carers if one.id == who]
    if isinstance(who, str) and (who in ("", TOGETHER) or who.startswith(ANOTHER)):
        among = set(there)
        carers = [one for one in everybody.carers if one.id in among]
    found = [language for one in carers if (language := own_language(one))]
    return list(dict.fromkeys(found))


def tag(said_in: str | None) -> str:
    """Return the BCP 47 tag of a language as people call it, "" where there is none."""
    return tongue(said_in).code if said_in else ""


def as_said(
    words: str | None, original: str | None, said_in: str | None, what: str = "What you want to say"
) -> dict[str, str | None]:
    """Return the columns that hold words, as they were said, and in what. Raises Refused."""
    said_in = (said_in or "").strip() or None
    if said_in and len(said_in) > LONGEST_NAME:
        raise Refused("That is no language's name.")
    return {
        "words": words_of(words, what),
        "original": (original or "").strip() or None,
        "said_in": said_in,
    }
