"""Examples to start from: what other parents began with, a few for each step."""

from vigreview.languages.sentences import ENGLISH, sentences
from vigreview.languages.words import Said, Words

FEW = 6
BEFORE_BIRTH = "before-birth"


def examples(words: Words, step: str) -> list[Said]:
    """Return example words for a doubt, a hope or a helping question ('doubt', ...).

    Those from before birth come first for a baby who is not born yet, and last otherwise.
    """
    ids = [one for one in sentences(ENGLISH.code) if one.startswith(f"example-{step}-")]
    unborn = words.people.get("unborn") == "yes"
    ids.sort(key=lambda one: one.startswith(f"example-{step}-{BEFORE_BIRTH}-") != unborn)
    return [words(one) for one in ids[:FEW]]
