"""What each part is told in the tests, in the bare page and in Streamlit alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.components import house
from tests.components.drawn_film import HEIGHT, WIDTH
from vigreview.languages.words import Words
from vigreview.process.shared_review import FITS


def data_of(part: str, asked: Mapping[str, str]) -> dict[str, Any]:
    """Return a part's data; `asked` are the words of the page's address."""
    return globals()[f"_{part}"](asked)


def _watch(asked: Mapping[str, str]) -> dict[str, Any]:
    return {"role": asked.get("role", "together"), "words": Words().parts("watch")}


def _note_box(asked: Mapping[str, str]) -> dict[str, Any]:
    """Nana speaks Polish, and where it is asked for Daddy speaks Urdu."""
    nana, daddy = (["Polish"] if "two" in asked else []), (["Urdu"] if "three" in asked else [])
    own = [
        {"id": "Polish", "name": "polski", "label": "The same in Polish", "lang": "pl"},
        {"id": "Urdu", "name": "اردو", "label": "The same in Urdu", "lang": "ur"},
    ]
    who = [
        {"id": "p", "word": "Sam (practitioner)", "kind": "practitioner"},
        {"id": 1, "word": "Nana", "kind": "carer", "languages": nana},
        {"id": 2, "word": "Daddy", "kind": "carer", "languages": daddy},
    ]
    return {
        "label": "What did you notice?",
        "help": "Anything you saw, however small.",
        "box": "noticing-3",
        "verb": "notice",
        "args": {"clip_id": 3, **({"box": "noticing-3"} if "box" in asked else {})},
        "draft": asked.get("draft", ""),
        "who": [] if "nobody" in asked else who,
        "own_languages": [one for one in own if one["id"] in (*nana, *daddy)],
        "own_draft": asked.get("own_draft", ""),
        "words": Words().parts("note"),
        "keeping": Words().parts("keeping"),
    }


def _scale(asked: Mapping[str, str]) -> dict[str, Any]:
    return {
        "label": "How close do you feel to Ada?",
        "words": {**Words().parts("scale"), "low": "Not yet", "high": "As close as I hope to be"},
        "keeping": Words().parts("keeping"),
        "verb": "rate",
        "args": {"of": "now"},
        "before": [{"value": 3, "words": "When we began"}, {"value": 6, "words": "Last time"}]
        if asked.get("before")
        else [],
    }


def _clip_player(asked: Mapping[str, str]) -> dict[str, Any]:
    return {
        "src": "/clips/3",
        "poster": "/stills/4",
        "name": "Ada looks up",
        "words": Words().parts("player"),
        "width": WIDTH,
        "height": HEIGHT,
        "tell_stops": True,
        "captions": "/clips/3/captions" if "captions" in asked else None,
        "moments": [
            {"into_us": one["at_us"], **{name: one[name] for name in ("noticing_id", "x", "y")}}
            for one in house.told("pin_moment")
        ],
    }


def _noticed(asked: Mapping[str, str]) -> dict[str, Any]:
    """Something that was noticed, as the acts so far left it."""
    kept = house.told("keep_strength")
    return {
        **_in_other_words(asked, "reword-noticings-5", "I wait for her"),
        "noticing_id": 5,
        "strength": bool(kept and kept[-1]["kept"]),
        "pinned": bool(house.told("pin_moment")),
        "with_picture": "alone" not in asked,
    }


def _rewording(asked: Mapping[str, str]) -> dict[str, Any]:
    """An idea, or what could be filmed `next`, as the acts so far left it."""
    words = Words()
    if "next" in asked:
        data = _in_other_words(asked, "reword-next_times-4", "The bath")
        when = {"label": "", "own": words.part("next-when"), "chips": [], "draft": ""}
        gone = [one["gone"] for one in house.told("let_go_next")]
        data |= {"what": "next_times", "said_id": 4, "gone": bool(gone and gone[-1])}
        return data | {"when": {**when, "said": "in May"}}
    data = _in_other_words(asked, "reword-ideas-3", "Sing before the bath")
    chips = [(one, words.part(f"when-{one}")) for one in FITS]
    when = {"label": words.part("when-ask"), "own": words.part("when-own"), "chips": chips}
    about = {
        "box": "reword-about-3",
        "who": [
            {"id": 1, "word": "Sam", "kind": "carer"},
            {"id": "practitioner", "word": "Kim", "kind": "practitioner"},
            {"id": "another/", "word": words.part("who-another"), "kind": "another"},
        ],
        "chosen": 1,
        "another": words.part("who-another-label"),
        "when": {**when, "draft": "", "said": "with Nana", "fits": ["bath"]},
    }
    return data | {"what": "ideas", "said_id": 3, "about": about}


def _in_other_words(asked: Mapping[str, str], box: str, said: str) -> dict[str, Any]:
    """Words as the acts so far left them; `own`, as they were said in Polish before that."""
    words, now = Words(), house.told("reword")
    own = {
        "own_languages": [
            {"id": "Polish", "name": "polski", "label": "The same in Polish", "lang": "pl"},
            {"id": "Urdu", "name": "اردو", "label": "The same in Urdu", "lang": "ur"},
        ][: 2 if "urdu" in asked else 1],
        "own_said": asked.get("own", ""),
        "own_draft": asked.get("own_draft", ""),
    }
    return {
        "said": now[-1]["words"] if now else asked.get("said", said),
        "draft": asked.get("draft", ""),
        "box": box,
        "words": {
            **words.parts("note"),
            **words.parts("noticed"),
            **words.parts("reword"),
        },
        "keeping": words.parts("keeping"),
        "lang": "en",
        "dir": "ltr",
        **(own if "own" in asked else {}),
    }


def _thread(asked: Mapping[str, str]) -> dict[str, Any]:
    names = ("Hello again", "Our question", "The first clip", "Next time")
    return {
        "name": "Our steps today",
        "dots": [{"step": name.lower(), "name": name} for name in names],
        "here": asked.get("step", "our question"),
        "lang": "en",
        "dir": "ltr",
    }


def _uploader(asked: Mapping[str, str]) -> dict[str, Any]:
    half = {
        "film_id": 7,
        "kind": "moment",
        "held": 8 * 1024 * 1024,
        "bytes": int(asked.get("bytes", 0)),
    }
    return {
        "journey_id": 5,
        "kind": asked.get("kind", "moment"),
        "most_bytes": 8_000_000_000,
        "most_minutes": 180,
        "room_bytes": int(asked.get("room", 20_000_000_000)),
        "half": [{**half, "fingerprint": asked["half"]}] if "half" in asked else [],
        "known": [
            {
                "fingerprint": asked["known"],
                "film_id": int(asked["film"]) if "film" in asked else None,
                "words": "This film is here already: film 2, filmed on 3 May 2026.",
            }
        ]
        if "known" in asked
        else [],
        "here": [int(asked["here"])] if "here" in asked else [],
    }


def _recorder(asked: Mapping[str, str]) -> dict[str, Any]:
    return {
        "journey_id": 5,
        "kind": "supervision",
        "most_bytes": int(asked.get("most_bytes", 8_000_000_000)),
        "most_minutes": float(asked.get("most_minutes", 180)),
        "then": "/sign-in?filmed",
    }


def _filmstrip(asked: Mapping[str, str]) -> dict[str, Any]:
    """The strip of the bench's film, of which `made` tiles are there, and 8 more at each run."""
    end = house.FRAMES[-1]
    made = int(asked.get("made", house.TILES))
    if "grows" in asked:
        made = house.MEMORY.tiles = min(house.TILES, house.MEMORY.tiles + 8)
    return {
        "film_id": 7,
        "src": "/films/7/strip",
        "columns": house.TILES,
        "tile_width": 72 * WIDTH // HEIGHT,
        "tile_height": 72,
        "times_us": [end * (2 * tile + 1) // (2 * house.TILES) for tile in range(house.TILES)],
        "made": made,
    }


def _list_picker(asked: Mapping[str, str]) -> dict[str, Any]:
    return {"words": "Choose a list of clips", "endings": [".eaf", ".csv"], "most_bytes": 1000}


def _in_a_row(asked: Mapping[str, str]) -> dict[str, Any]:
    film = {"src": "/films/7/playing", "times_src": "/films/7/times", "duration_us": 6_150_000}
    size = {"width": WIDTH, "height": HEIGHT}
    frames = ((3, 9, "Ada looks up"), (40, 52, "Waiting"), (5, 8, "A song"))
    return {
        "clips": [
            {
                **{"id": number, "name": name, "detail": f"Ada and Sam · Film {number}"},
                **{"start_us": house.FRAMES[first], "end_us": house.FRAMES[last]},
                **film,
                **size,
            }
            for number, (first, last, name) in enumerate(frames, start=1)
        ]
    }


def _shows(asked: Mapping[str, str]) -> dict[str, Any]:
    """What a noticing shows, as the acts so far left it."""

    def level(words: str, *named: str) -> dict[str, Any]:
        means = f"What {words.lower()} means."
        items = [{"what": one.lower(), "words": one, "means": "Plain words."} for one in named]
        return {"words": words, "means": means, "principles": items}

    told = [act["args"] for act in house.MEMORY.acts.values() if "noticing_id" in act["args"]]
    seen = {one["what"]: one["seen"] for one in told}
    return {
        "noticing_id": 5,
        "words": Words().parts("shows"),
        "levels": [
            level("Being attentive", "An interested look", "Time and space"),
            level("Encouraging initiatives", "Waiting", "A warm voice"),
            *(level(f"Level {number}", f"Thing {number}") for number in (3, 4, 5, 6)),
        ],
        "seen": [what for what, on in seen.items() if on],
        "source": "Kennedy, Landor and Todd (2011)",
    }


def _saying(asked: Mapping[str, str]) -> dict[str, Any]:
    """A clip as the acts so far left it; `clip` names another, `redo` a name from elsewhere."""

    def sight(what: str, words: str, means: str = "") -> dict[str, str]:
        return {"what": what, "words": words, "means": means}

    def box(what: str, longest: int) -> dict[str, Any]:
        said = [one for one in told if one["verb"] == "say_of_clip" and one["args"]["what"] == what]
        words = said[-1]["args"]["words"] if said else ""
        name = f"clip-{clip_id}-{what}"
        return {"words": words, "draft": asked.get(what), "box": name, "longest": longest}

    clip_id = int(asked.get("clip", 3))
    told = [act for act in house.MEMORY.acts.values() if act["args"].get("clip_id") == clip_id]
    seen = {one["args"]["what"]: one["args"]["seen"] for one in told if "seen" in one["args"]}
    chosen = [one["args"]["chosen"] for one in told if one["verb"] == "choose_clip"]
    waiting = sight("waiting", "Waiting", "You hold back for a moment.")
    return {
        "clip_id": clip_id,
        "name": box("name", 200),
        "why": box("why", 4000),
        "wonder": box("wonder", 4000),
        "captions": box("captions", 4000),
        "chosen": bool(chosen and chosen[-1]),
        "cycle": [sight("initiative", "An initiative from Ada"), sight("received", "Received")],
        "also": [sight("both in sight", "Both in sight")],
        "what_for": asked.get("what_for", "For the shared review"),
        "to_ask": "What to wonder about together",
        "levels": [
            {
                "words": "Encouraging initiatives",
                "means": "Making it easy for your baby to start something.",
                "principles": [waiting, sight("warm-voice", "A warm voice", "Soft or merry.")],
            },
            {"words": "Guiding", "means": "", "principles": [sight("choices", "Choices")]},
        ],
        "source": "The six levels are theirs, the words our own.",
        "seen": [what for what, is_seen in seen.items() if is_seen],
    }


def _order(asked: Mapping[str, str]) -> dict[str, Any]:
    """Four clips in the order that was kept last; the last one is not chosen."""
    told = [one for one in house.MEMORY.acts.values() if one["verb"] == "put_in_order"]
    names = {1: "Looking", 2: "Waiting", 3: "A song", 4: "Perhaps this"}
    return {
        "film_id": 7,
        "clips": [
            {"id": one, "name": names[one], "length_us": one * 1_500_000, "chosen": one < 4}
            for one in (told[-1]["args"]["order"] if told else names)
        ],
        "selected": 2,
    }


def _crop(asked: Mapping[str, str]) -> dict[str, Any]:
    """A still, as it was cropped last."""
    told = [one for one in house.MEMORY.acts.values() if one["verb"] == "crop_still"]
    part = told[-1]["args"]["part"] if told else None
    return {
        "still_id": 4,
        "src": f"/stills/4?part={'-'.join(map(str, part))}" if part else "/stills/4",
        "whole_src": "/stills/4/whole",
        "part": part,
        "width": WIDTH,
        "height": HEIGHT,
        "alt": "The still 1.0 s into the clip",
    }


def _bench(asked: Mapping[str, str]) -> dict[str, Any]:
    words = {"mark_clip": "marking a clip", "move_clip": "moving an edge"}
    back, on = ([words.get(act["verb"]) for _, act in some] for some in house.steps())
    return {
        "film_id": 7,
        "src": "/films/7/playing",
        "times_src": "/films/7/times",
        "waveform_src": "/films/7/waveform",
        "strip": {"src": "/films/7/strip", "tiles": house.TILES},
        "duration_us": 6_150_000,
        "width": WIDTH,
        "height": HEIGHT,
        "clips": house.clips(),
        "undo": back[-1] if back else None,
        "redo": on[-1] if on else None,
    }
