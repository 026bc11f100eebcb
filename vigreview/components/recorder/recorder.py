"""The recorder: films with this device's camera, straight into the film file."""

from __future__ import annotations

from typing import TypedDict

from vigreview.components.assets import Part, register


class Recorder(TypedDict):
    """What the recorder needs to know.

    The film is made for the journey of `journey_id`, which has its consent; `kind` says what it is
    of. `most_bytes` and
    `most_minutes` are the limits at which filming stops by itself, keeping what there is. `then`
    is the address of the screen that is opened once the film is here.
    """

    journey_id: int
    kind: str
    most_bytes: int
    most_minutes: float
    then: str


PART = Part(
    "recorder",
    scripts=(
        "tus.js",
        "recorder/camera.js",
        "recorder/keeping.js",
        "recorder/recording.js",
        "recorder/signing_in.js",
        "recorder/recorder.js",
    ),
    styles=("recorder/recorder.css",),
)
_mount = register(PART)


def recorder(data: Recorder, key: str) -> None:
    """Mount the recorder.

    Speaks tus 1.0 with creation-defer-length to POST /uploads (metadata `journey`, `kind`,
    `recorded` and a `fingerprint` made up for it) and HEAD, PATCH, DELETE /uploads/<film_id>.
    Nothing is handed back: it goes on to `then` by itself, also where the server was started anew
    meanwhile.
    """
    _mount(data=data, key=key)
