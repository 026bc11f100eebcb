"""The bench: where the practitioner, alone, goes through a film and marks its clips."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from vigreview.components.assets import Part, ignore, register

# What undo and redo call each step of a film's bench.
STEPS = {
    "mark clip": "marking a clip",
    "move clip": "moving an edge",
    "describe clip": "what was said of a clip",
    "reorder clips": "putting the clips in order",
    "take clip away": "taking a clip away",
    "bring clip back": "bringing a clip back",
    "bring clips in": "bringing clips in",
    "take still": "taking a still",
    "choose face": "choosing a clip’s face",
    "crop still": "cropping a still",
    "take still away": "taking a still away",
}


class BenchClip(TypedDict):
    """A clip as it lies on the timeline: two frame times of the film in µs, both included."""

    id: int
    start_us: int
    end_us: int
    name: NotRequired[str]
    chosen: NotRequired[bool]


class Filmstrip(TypedDict):
    """One JPEG of `tiles` small frames, row by row with `columns` in each row.

    Tile n stands for the film's n-th part of `tiles` equal ones.
    """

    src: str
    tiles: int
    columns: NotRequired[int]


class Bench(TypedDict):
    """What the bench needs to know.

    `src` plays the film; `times_src` holds the presentation time of each of its frames as
    little-endian int64 in µs; `waveform_src` the loudness of equal parts of the film, a byte
    each. `duration_us` is the film's length. When `src` changes for the same film (its scrub
    copy is ready, say), the bench stays on its frame. `selected` selects a clip when it changes.
    `undo` and `redo` say what these would take back and do again; None where there is nothing.
    """

    film_id: int
    src: str
    times_src: str
    duration_us: int
    width: int
    height: int
    clips: list[BenchClip]
    strip: NotRequired[Filmstrip | None]
    waveform_src: NotRequired[str | None]
    selected: NotRequired[int | None]
    undo: NotRequired[str | None]
    redo: NotRequired[str | None]


class BenchChange(TypedDict):
    """An act of the bench that was kept: its verb, its clip, and what the server answered."""

    verb: Literal["mark_clip", "move_clip", "take_still", "undo", "redo"]
    clip_id: int | None
    result: dict[str, Any]


class BenchSays(TypedDict):
    """What happened on the bench in this run; None where nothing did."""

    changed: BenchChange | None
    selected: int | None


PART = Part(
    "bench",
    scripts=(
        "bench/frames.js",
        "bench/player.js",
        "bench/players.js",
        "bench/reel.js",
        "bench/view.js",
        "bench/band.js",
        "bench/pauses.js",
        "bench/glimpses.js",
        "bench/lanes.js",
        "bench/wheel.js",
        "bench/timeline.js",
        "bench/clips.js",
        "bench/keys.js",
        "bench/transport.js",
        "bench/bench.js",
    ),
    styles=("bench/bench.css", "bench/timeline.css"),
)
_mount = register(PART)


def bench(data: Bench, key: str) -> BenchSays:
    """Mount the bench.

    Acts: mark_clip {film_id, start_us, end_us}, move_clip {clip_id, start_us, end_us},
    take_still {film_id, clip_id, at_us}, undo {film_id}, redo {film_id}. mark_clip's result holds
    the new clip's `id`; that of undo and redo the `id` of the clip concerned, where it is one.
    """
    says = _mount(data=data, key=key, on_changed_change=ignore, on_selected_change=ignore)
    return {"changed": says.changed, "selected": says.selected}
