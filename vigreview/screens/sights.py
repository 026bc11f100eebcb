"""The principles as the parts of a screen take them, what was picked from an earlier list too."""

from collections.abc import Sequence

from vigreview.components.assets import Sentence
from vigreview.components.saying.saying import Level, Sight
from vigreview.languages.sentences import ENGLISH, sentences
from vigreview.languages.words import Said, Words, for_part
from vigreview.process.content import Principles


def sight(what: str, words: str, means: str = "") -> Sight:
    """Return something that may be seen: `what` goes into the act, `words` on the screen."""
    return {"what": what, "words": words, "means": means}


def levels_of(named: Principles, picked: Sequence[str], to_parent: bool = False) -> list[Level]:
    """Return the levels with their principles; `picked` ones not in use any more come last."""
    levels: list[Level] = [
        {
            "words": level.name,
            "means": level.means,
            "principles": [sight(one.id, one.name, one.means) for one in level.principles],
        }
        for level in named.by_level(to_parent)
    ]
    known = named.choices()
    earlier = [_as_said_then(named, one, to_parent) for one in picked if one not in known]
    if earlier:
        words, means = "From an earlier list", "Not among the principles in use now."
        levels.append({"words": words, "means": means, "principles": earlier})
    return levels


def cards_of(named: Principles, picked: Sequence[str], words: Words) -> list[Level]:
    """Return the levels as a shared screen's cards: our own words in its language.

    A service's own wording is as it was worded: in English.
    """
    ours = {
        one.source: one.id
        for one in sentences(ENGLISH.code).values()
        if one.file in ("levels", "principles")
    }

    def said(text: Sentence) -> Sentence:
        known = ours.get(str(text))
        told = words(known) if known else Said(str(text), ENGLISH, words.language != ENGLISH)
        sentence: Sentence = for_part(told)
        return sentence

    return [
        {
            "words": said(level["words"]),
            "means": said(level["means"]),
            "principles": [
                {"what": one["what"], "words": said(one["words"]), "means": said(one["means"])}
                for one in level["principles"]
            ],
        }
        for level in levels_of(named, picked)
    ]


def _as_said_then(named: Principles, principle_id: str, to_parent: bool) -> Sight:
    one = named.found(principle_id, to_parent)
    return sight(one.id, one.name, one.means) if one else sight(principle_id, principle_id)
