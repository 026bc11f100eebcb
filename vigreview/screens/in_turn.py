"""What is each carer's own: where they are, from 0 to 10, and how they describe what there is.

Nobody's place is ever shown beside another's.
"""

from collections.abc import Sequence

from vigreview.components.scale.scale import Mark, scale
from vigreview.languages.words import Words
from vigreview.process import languages
from vigreview.process.helping_question import Description, Rating, descriptions, ratings
from vigreview.process.people import Carer, people
from vigreview.process.practice import Practice
from vigreview.process.presence import presence, whose
from vigreview.process.together import Sitting
from vigreview.screens import stage


def rate_in_turn(
    practice: Practice,
    sitting: Sitting,
    step: str,
    question: str,
    lead: str,
    scales: Sequence[str] = ("now",),
) -> None:
    """Ask a step's carer where they are; `question`, `lead` and `scales` are of the sentences.

    Where more than one is there, the step is one of theirs (`presence.in_turn`), and their word
    stands over it.
    """
    everybody = people(practice, sitting.journey_id)
    there = presence(practice, sitting.id).carers
    carer = whose(step, everybody, there)
    words = languages.to_one(stage.words(practice), everybody, carer)
    if len(there) > 1:
        stage.ask(words(question), words(lead), carer.called, stage.words(practice)("in-turn"))
    else:
        stage.ask(words(question), words(lead))
    rated = [one for one in ratings(practice, sitting.journey_id) if one.carer_id == carer.id]
    for name in scales:
        _scale(words, sitting, carer, name, [one for one in rated if one.scale == name])


def _scale(words: Words, sitting: Sitting, carer: Carer, name: str, rated: list[Rating]) -> None:
    """Put a carer's scale on the screen, with what they chose in this sitting before.

    Where they were at other times is shown to those who ask for it.
    """
    chosen = [one.value for one in rated if one.sitting_id == sitting.id]
    earlier = [one.value for one in rated if one.sitting_id != sitting.id]
    marks: list[Mark] = [
        {"value": value, "words": words.part("scale-first")} for value in earlier[:1]
    ]
    marks += [{"value": value, "words": words.part("scale-last")} for value in earlier[1:][-1:]]
    scale(
        {
            "lang": words.language.code,
            "dir": words.language.dir,
            "label": words.part(f"scale-{name}"),
            "verb": "rate",
            "args": {"scale": name, "carer_id": carer.id},
            "value": chosen[-1] if chosen else None,
            "before": marks,
            "words": words.parts("scale"),
            "keeping": words.parts("keeping"),
        },
        key=f"rate-{name}-{carer.id}",
    )


def described(practice: Practice, sitting: Sitting, about: str) -> list[Description]:
    """Return what was said about 'baby' or 'us' by those who are there, alone or together."""
    there = presence(practice, sitting.id).carers
    said = [one for one in descriptions(practice, sitting.journey_id) if one.about == about]
    return [one for one in said if one.carer_id is None or one.carer_id in there]


def of_whom(practice: Practice, sitting: Sitting, one: Description) -> str:
    """Say whose a description is; nothing where only one carer is there."""
    if len(presence(practice, sitting.id).carers) < 2:
        return ""
    return one.who or stage.words(practice)("who-together")
