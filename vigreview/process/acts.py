"""Acts that the browser sends: each has an id, is applied once, and is kept when we say so.

A screen part in the browser holds an act until it hears that it is on the disk, and sends it
again after a dropped connection; so the same id may come twice and must count once. Drafts are
the words being typed: one row a box, overwritten, with no event until they are kept.
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from vigreview.cipher import sqlcipher3
from vigreview.process import (
    ending,
    helping_question,
    microanalysis,
    saying,
    shared_review,
    steps,
    stills,
)
from vigreview.process.practice import Practice, Refused
from vigreview.vault.events import now

# What the database says of words or numbers that are none: half a letter, an id of 100 digits.
UNKEEPABLE = (sqlcipher3.IntegrityError, OverflowError, UnicodeEncodeError)
PRACTITIONER = "practitioner"  # whose words they are, where nobody else said them


@dataclass(frozen=True)
class Verb:
    """What may be asked for from the browser: the function, its arguments, and from which seat."""

    do: Callable[..., Any]
    takes: Mapping[str, tuple[type, ...]]
    together: bool


_MAYBE_WORDS = (str, type(None))
_SAYS = {"words": (str,), "original": _MAYBE_WORDS, "said_in": _MAYBE_WORDS}
_WHO_SAYS = {**_SAYS, "who": (int, str)}

# What is kept together with a box's words, and the part of its name that such a draft lies under.
_PARTS = {"original": "own", "when_words": "when"}

VERBS: dict[str, Verb] = {
    "say": Verb(helping_question.say, {"step": (str,), **_SAYS}, True),
    "describe": Verb(
        helping_question.describe,
        {"about": (str,), **_SAYS, "who": (int, str, type(None))},
        True,
    ),
    "rate": Verb(
        helping_question.rate,
        {"scale": (str,), "value": (int,), "carer_id": (int, type(None))},
        True,
    ),
    "notice": Verb(shared_review.notice, {"clip_id": (int,), **_WHO_SAYS}, True),
    "wonder": Verb(shared_review.wonder, {"clip_id": (int,), "about": (str,), **_WHO_SAYS}, True),
    "noticed_since": Verb(
        shared_review.noticed_since, {"idea_id": (int, type(None)), **_WHO_SAYS}, True
    ),
    "on_my_mind": Verb(shared_review.on_my_mind, _WHO_SAYS, True),
    "wish_for_films": Verb(ending.wish_for_films, _WHO_SAYS, True),
    "add_idea": Verb(
        shared_review.add_idea,
        {
            **_WHO_SAYS,
            "noticing_id": (int, type(None)),
            "fits": _MAYBE_WORDS,
            "when_words": _MAYBE_WORDS,
        },
        True,
    ),
    "keep_strength": Verb(
        shared_review.keep_strength, {"noticing_id": (int,), "kept": (bool,)}, True
    ),
    "pin_moment": Verb(
        shared_review.pin_moment,
        {"noticing_id": (int,), "at_us": (int,), "x": (int,), "y": (int,)},
        True,
    ),
    "unpin_moment": Verb(shared_review.unpin_moment, {"noticing_id": (int,)}, True),
    "plan_next": Verb(shared_review.plan_next, {**_SAYS, "when_words": _MAYBE_WORDS}, True),
    "see_in_noticing": Verb(
        shared_review.see_in_noticing,
        {"noticing_id": (int,), "what": (str,), "seen": (bool,)},
        True,
    ),
    "reword": Verb(
        shared_review.reword,
        {"what": (str,), "said_id": (int,), **_SAYS, "when_words": _MAYBE_WORDS},
        True,
    ),
    "say_who_and_when": Verb(
        shared_review.say_who_and_when,
        {"idea_id": (int,), "who": (int, str), "fits": _MAYBE_WORDS, "when_words": _MAYBE_WORDS},
        True,
    ),
    "let_go_next": Verb(shared_review.let_go_next, {"next_id": (int,), "gone": (bool,)}, True),
    "mark_clip": Verb(
        microanalysis.mark_clip,
        {"film_id": (int,), "start_us": (int,), "end_us": (int,)},
        False,
    ),
    "move_clip": Verb(
        microanalysis.move_clip,
        {"clip_id": (int,), "start_us": (int,), "end_us": (int,)},
        False,
    ),
    "take_still": Verb(
        stills.take_still,
        {"film_id": (int,), "at_us": (int,), "clip_id": (int, type(None))},
        False,
    ),
    "crop_still": Verb(stills.crop_to, {"still_id": (int,), "part": (list, type(None))}, False),
    "put_in_order": Verb(microanalysis.put_in_order, {"film_id": (int,), "order": (list,)}, False),
    "say_of_clip": Verb(
        saying.say_of_clip, {"clip_id": (int,), "what": (str,), "words": (str,)}, False
    ),
    "see_in_clip": Verb(
        saying.see_in_clip, {"clip_id": (int,), "what": (str,), "seen": (bool,)}, False
    ),
    "choose_clip": Verb(saying.choose_clip, {"clip_id": (int,), "chosen": (bool,)}, False),
    "undo": Verb(steps.undo, {"film_id": (int,)}, False),
    "redo": Verb(steps.redo, {"film_id": (int,)}, False),
}


def apply(practice: Practice, act: str, verb: str, args: dict[str, Any]) -> dict[str, Any]:
    """Apply an act once and return its result: {"id": …} of the row it made, if it made one.

    The change, its event, the draft it empties and the note that the act is done are one
    transaction. Raises Refused where the verb is not this seat's or the arguments do not fit.
    """
    if not (isinstance(act, str) and 8 <= len(act) <= 64):
        raise Refused("This act has no id.")
    try:
        return _apply(practice, act, verb, args)
    except UNKEEPABLE:
        raise Refused("These words cannot be kept.") from None


def _apply(practice: Practice, act: str, verb: str, args: dict[str, Any]) -> dict[str, Any]:
    if verb == "keep_draft":
        newer = keep_draft(practice, args.get("box"), args.get("words"), args.get("turn"))
        return {} if newer is None else {"newer": newer}
    known = VERBS.get(verb)
    if known is None or known.together != (practice.sitting is not None):
        raise Refused("That cannot be done from here.")
    box, turn = args.pop("box", None), _turn(args.pop("turn", None))
    boxes = [box, *(f"{box}/{part}" for said, part in _PARTS.items() if said in args)]
    _check(known, args)
    with practice.write() as db:
        done = next(db.table("acts").rows_where("id = ?", [act]), None)
        if done:
            return dict(json.loads(done["result"]))
        made = known.do(practice, **args)
        result = {"id": made} if made is not None else {}
        db.table("acts").insert(
            {"id": act, "verb": verb, "result": json.dumps(result), "done_at": now()}
        )
        for emptied in boxes if box else ():
            # Emptied and not deleted: an older draft that is still on its way must find its turn.
            _put(db, _box(practice, emptied), "", turn, being_typed=False)
        return result


def _check(verb: Verb, args: dict[str, Any]) -> None:
    for name, kinds in verb.takes.items():
        value = args.get(name)
        fits = isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))
        if isinstance(value, list):
            fits = fits and all(type(one) is int for one in value)
        if not fits:
            raise Refused("Something is missing from what was sent.")
        args[name] = value
    if set(args) - set(verb.takes):
        raise Refused("Something was sent that does not belong here.")
    if args.get("who") == PRACTITIONER:
        args["who"] = None
    if "original" in args and not args["words"].strip():
        args["words"], args["original"] = args["original"] or "", None


def keep_draft(practice: Practice, box: Any, words: Any, turn: Any = None) -> str | None:
    """Keep the words that are being typed into a box, over those kept before.

    Returns the newer ones that lie there already, where these came too late.

    `turn` rises with each draft and each Keep of a box: what comes late, in parallel or again is
    known by it and changes nothing. In milliseconds since 1970, by this device's clock.
    """
    if not (isinstance(box, str) and isinstance(words, str)) or len(words) > 20_000:
        raise Refused("These words cannot be kept.")
    turn = _turn(turn)
    with practice.write() as db:
        _put(db, _box(practice, box), words, turn)
        lies = next(db.table("drafts").rows_where("box = ?", [_box(practice, box)]))["words"]
        return None if lies == words else str(lies)


def _put(db: Database, box: str, words: str, turn: int | None, being_typed: bool = True) -> None:
    # A turn that is still to come was given before the clock was set back: it orders nothing.
    db.execute(
        "insert into drafts (box, words, typed_at, turn, open) values (?, ?, ?, ?, ?)"
        " on conflict (box) do update set words = excluded.words,"
        " typed_at = excluded.typed_at, turn = excluded.turn, open = excluded.open"
        " where excluded.turn is null or turn is null or excluded.turn > turn or turn > ?",
        [box, words, now(), turn, being_typed, time.time_ns() // 1_000_000],
    )


def _turn(turn: Any) -> int | None:
    if turn is not None and (not isinstance(turn, int) or isinstance(turn, bool)):
        raise Refused("These words cannot be kept.")
    return turn


def draft(practice: Practice, box: str) -> str:
    """Return the words typed into a box and not yet kept."""
    with practice.read() as db:
        found = next(db.table("drafts").rows_where("box = ?", [_box(practice, box)]), None)
        return found["words"] if found else ""


def typed(practice: Practice, box: str) -> str | None:
    """Return what a box was left with while it was typed in, "" where it was emptied, else None."""
    with practice.read() as db:
        rows = db.table("drafts").rows_where("box = ? and open", [_box(practice, box)])
        return next((held["words"] for held in rows), None)


def drafts(practice: Practice) -> list[str]:
    """Return what was begun from this seat and not yet kept, in the order it was typed.

    What is on a mind stays where it was typed, and other words for what has been said as well.
    """
    here = "box like ? and trim(words) <> ''"
    with practice.read() as db:
        rows = db.table("drafts").rows_where(here, [_box(practice, "%")], order_by="typed_at")
        elsewhere = tuple(_box(practice, one) for one in ("mind", "reword-"))
        return [held["words"] for held in rows if not held["box"].startswith(elsewhere)]


def _box(practice: Practice, box: str) -> str:
    # Each sitting has boxes of its own, so that no seat can read another's draft.
    return f"{practice.sitting or 'desk'}/{box[:200]}"
