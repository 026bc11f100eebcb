"""Examples to start from: what other parents began with, a few for each step."""

from itertools import chain, zip_longest

from vigreview.languages.sentences import ENGLISH, sentences
from vigreview.languages.words import Said, Words

FEW = 6
BEFORE_BIRTH = "before-birth"


def examples(words: Words, step: str) -> list[Said]:
    """Return example words for a doubt, a hope or a helping question ('doubt', ...).

    Those from before birth are for a baby who is not born yet, and for nobody else; all others
    take turns, one of each kind, so that there is something of each among the few.
    """
    start = f"example-{step}-"
    kinds: dict[str, list[str]] = {}
    for one in sentences(ENGLISH.code):
        if one.startswith(start):
            kinds.setdefault(one.removeprefix(start).rpartition("-")[0], []).append(one)
    unborn = words.people.get("unborn") == "yes"
    of = [ids for kind, ids in kinds.items() if (kind == BEFORE_BIRTH) == unborn]
    in_turn = [one for one in chain(*zip_longest(*of)) if one]
    return [words(one) for one in in_turn[:FEW]]
