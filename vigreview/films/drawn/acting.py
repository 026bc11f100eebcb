"""How the script moves the two faces: for every frame a pose of each.

A turn swells into some of a pose's channels and out again; what swells add up to is the pose.
Turning and looking are measured towards the other face, so both share one set of acts.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vigreview.films.drawn import voices
from vigreview.films.drawn.script import (
    FRAME_US,
    FRAMES,
    FRAMES_A_SECOND,
    Who,
    moments,
    turns,
)

Curve = NDArray[np.float64]


class Pose(NamedTuple):
    """One face in one frame; lengths in pixels, angles in radians, the rest as parts of 1."""

    lean: float  # towards the other
    sink: float  # downwards
    roll: float  # towards the other
    yaw: float  # towards the other
    pitch: float  # downwards
    gaze_x: float  # towards the other
    gaze_y: float  # downwards
    lids: float  # 1 open, 0 closed
    squint: float
    brow: float
    smile: float
    open: float
    round: float
    hide: float  # both hands before the face
    reach: float  # one hand to the other's
    wave: float
    kick: float


# What changes by less than this is not drawn anew: under a pixel, or under what an eye makes out.
_UNSEEN = Pose(
    lean=0.68, sink=0.68, roll=0.006, yaw=0.012, pitch=0.012, gaze_x=0.06, gaze_y=0.06, lids=0.08,
    squint=0.08, brow=0.08, smile=0.06, open=0.04, round=0.1, hide=0.02, reach=0.02, wave=0.04,
    kick=0.04,
)  # fmt: skip
_QUICK = 4.0  # times as much

_AT_REST = {
    Who.CARER: Pose(0, 0, 0.04, 0.50, 0.10, 0.30, 0.30, 1, 0, 0.1, 0.34, 0, 0, 0, 0, 0, 0),
    Who.BABY: Pose(0, 0, 0.02, 0.44, -0.12, 0.32, -0.30, 1, 0, 0.1, 0.20, 0, 0, 0, 0, 0, 0),
}


_BLINKING = {Who.CARER: 11, Who.BABY: 31}  # seeds


@dataclass(frozen=True)
class Swell:
    """A channel goes up by `amount` over `rise` seconds, holds to the turn's end, and goes back
    over `fall`.

    With a `beat` (Hz) it swings instead of holding.
    """

    channel: str
    amount: float
    rise: float = 0.5
    fall: float = 0.7
    beat: float = 0.0


_SMILE = (
    Swell("smile", 0.62, 0.55, 1.0),
    Swell("squint", 0.45, 0.6, 0.9),
    Swell("brow", 0.2, 0.4, 0.9),
)
_LAUGH = (
    Swell("smile", 0.8, 0.3, 0.8),
    Swell("squint", 0.95, 0.3, 0.6),
    Swell("lids", -0.92, 0.3, 0.5),
    Swell("sink", -2.6, 0.25, 0.4, beat=4.2),
    Swell("pitch", -0.10, 0.35, 0.6),
)

ACTS: dict[str, tuple[Swell, ...]] = {
    "look away": (
        Swell("yaw", -0.86, 0.9, 0.9),
        Swell("gaze_x", -1.2, 0.55, 0.6),
        Swell("gaze_y", 0.35, 0.6, 0.6),
        Swell("roll", -0.05, 1.0, 1.0),
    ),
    "look about": (
        Swell("yaw", -0.5, 0.8, 0.8),
        Swell("gaze_x", -0.8, 0.5, 0.6),
        Swell("gaze_y", -0.2, 0.6, 0.6),
    ),
    "look down": (
        Swell("pitch", 0.30, 0.7, 0.8),
        Swell("yaw", -0.22, 0.7, 0.8),
        Swell("gaze_y", 1.15, 0.5, 0.6),
        Swell("gaze_x", -0.35, 0.5, 0.6),
    ),
    "look up": (
        Swell("pitch", -0.10, 0.7, 1.2),
        Swell("brow", 0.55, 0.5, 1.4),
        Swell("lean", 5.0, 0.9, 1.4),
    ),
    "soft smile": (Swell("smile", 0.34, 0.8, 1.2), Swell("squint", 0.2, 0.8, 1.0)),
    "smile": (*_SMILE, Swell("sink", -3.0, 0.5, 0.9)),
    "light up": (
        *_SMILE,
        Swell("brow", 0.55, 0.35, 1.2),
        Swell("lean", 9.0, 0.7, 1.1),
        Swell("roll", 0.05, 0.7, 1.1),
    ),
    "settle": (Swell("lean", -8.0, 0.8, 0.9), Swell("roll", -0.05, 0.8, 0.9)),
    "nod": (Swell("pitch", 0.10, 0.2, 0.3, beat=1.5), Swell("brow", 0.45, 0.3, 0.6)),
    "wait": (
        Swell("brow", 0.5, 0.5, 0.8),
        Swell("lean", 7.0, 0.9, 1.0),
        Swell("roll", 0.06, 0.9, 1.0),
        Swell("smile", 0.15, 0.7, 0.8),
    ),
    "coo": (
        Swell("brow", 0.5, 0.3, 0.5),
        Swell("lean", 4.0, 0.3, 0.6),
        Swell("sink", -2.0, 0.3, 0.5),
    ),
    "coo back": (Swell("brow", 0.4, 0.3, 0.5), Swell("lean", 8.0, 0.4, 0.8)),
    "long coo": (
        Swell("brow", 0.6, 0.4, 0.5),
        Swell("lean", 6.0, 0.5, 0.7),
        Swell("pitch", -0.08, 0.4, 0.6),
    ),
    "get ready": (
        Swell("brow", 0.45, 0.6, 0.8),
        Swell("wave", 0.35, 0.7, 0.6, beat=1.3),
        Swell("round", 0.6, 0.6, 0.5),
        Swell("smile", -0.1, 0.5, 0.5),
    ),
    "say hello": (Swell("pitch", 0.05, 0.3, 0.5), Swell("brow", 0.35, 0.25, 0.6)),
    "murmur": (Swell("pitch", 0.03, 0.3, 0.4, beat=1.1), Swell("brow", 0.15, 0.4, 0.6)),
    "answer": (Swell("pitch", 0.06, 0.25, 0.4, beat=1.0), Swell("brow", 0.35, 0.3, 0.6)),
    "hum": (Swell("roll", 0.035, 0.6, 0.7, beat=0.4),),
    "hum a tune": (Swell("roll", 0.045, 0.8, 0.9, beat=0.42), Swell("lids", -0.12, 0.8, 1.0)),
    "kick": (Swell("kick", 1.0, 0.3, 0.5, beat=1.9), Swell("wave", 0.25, 0.4, 0.5, beat=1.9)),
    "delight": (
        *_SMILE,
        Swell("kick", 1.0, 0.3, 0.6, beat=2.0),
        Swell("wave", 0.75, 0.35, 0.6, beat=2.0),
        Swell("sink", -2.0, 0.3, 0.5, beat=2.0),
    ),
    "laugh": _LAUGH,
    "reach": (
        Swell("reach", 1.0, 1.1, 1.0),
        Swell("lean", 8.0, 1.1, 1.0),
        Swell("gaze_y", 0.45, 0.5, 2.6),
        Swell("brow", 0.3, 0.6, 1.0),
    ),
    "offer a hand": (
        Swell("reach", 1.0, 1.1, 1.0),
        Swell("lean", 10.0, 1.0, 1.0),
        Swell("pitch", 0.06, 0.7, 1.0),
    ),
    "hide": (Swell("hide", 1.0, 0.7, 0.34), Swell("smile", 0.4, 0.5, 0.3)),
    "surprise": (
        Swell("brow", 0.9, 0.25, 0.4),
        Swell("round", 0.8, 0.25, 0.4),
        Swell("open", 0.22, 0.25, 0.4),
        Swell("lean", -5.0, 0.3, 0.5),
    ),
    "boo": (Swell("brow", 0.7, 0.15, 0.6), Swell("lean", 12.0, 0.2, 0.7)),
    "yawn": (
        Swell("lids", -0.95, 0.5, 0.5),
        Swell("pitch", -0.12, 0.6, 0.6),
        Swell("brow", 0.5, 0.5, 0.5),
        Swell("smile", -0.2, 0.4, 0.5),
    ),
    "tilt": (Swell("roll", 0.07, 1.2, 1.5), Swell("brow", 0.25, 0.8, 1.2)),
    "rest": (
        Swell("lids", -0.30, 1.4, 1.6),
        Swell("smile", 0.22, 1.2, 1.6),
        Swell("squint", 0.1, 1.2, 1.6),
        Swell("sink", 3.0, 1.6, 1.6),
    ),
}  # fmt: skip


def _ease(part: Curve) -> Curve:
    part = np.clip(part, 0.0, 1.0)
    return part * part * part * (part * (6 * part - 15) + 10)


def _swell(swell: Swell, first: int, last: int) -> Curve:
    """What a swell adds to its channel in each frame of the film."""
    since = (np.arange(FRAMES) - first) / FRAMES_A_SECOND
    after = (np.arange(FRAMES) - last) / FRAMES_A_SECOND
    size = swell.amount * _ease(since / swell.rise) * _ease(1 - after / swell.fall)
    if swell.beat:
        size = size * (0.5 - 0.5 * np.cos(2 * np.pi * swell.beat * since))
    return size


def _blinks(who: Who) -> Curve:
    """How closed the lids are: a quick blink every few seconds, never quite in time.

    None lies on the first or last frames of a moment, where a clip begins and ends.
    """
    shut = np.array([0.3, 1.0, 1.0, 0.85, 0.3])
    edges = np.array([(m.start_us, m.end_us) for m in moments()]).ravel() // FRAME_US
    curve = np.zeros(FRAMES)
    chance = np.random.default_rng(_BLINKING[who])
    frame = 40
    while frame < FRAMES - len(shut):
        if np.abs(edges - frame).min() > 2 * len(shut):
            curve[frame : frame + len(shut)] = shut
        frame += int(chance.integers(58, 135))
    return curve


def _speak(channels: dict[str, Curve], who: Who, act: str, first: int) -> None:
    """Let the sound of an act move the mouth."""
    samples = voices.SAMPLES_A_SECOND // FRAMES_A_SECOND
    opens = voices.openness(who, act, samples)
    if not len(opens):
        return
    end = min(first + len(opens), FRAMES)
    opens = np.convolve(opens, [0.25, 0.5, 0.25], mode="same")[: end - first]
    channels["open"][first:end] += opens
    rounds = voices.VOICINGS[who, act].rounds * np.clip(opens * 4, 0, 1)
    channels["round"][first:end] += rounds


def _breathe(channels: dict[str, Curve], who: Who) -> None:
    seconds = np.arange(FRAMES) / FRAMES_A_SECOND
    slow, wide = (4.3, 1.3) if who is Who.CARER else (2.9, 1.0)
    channels["sink"] += wide * np.sin(2 * np.pi * seconds / slow)
    channels["roll"] += 0.010 * np.sin(2 * np.pi * seconds / 7.1 + slow)


@lru_cache(maxsize=len(Who))
def poses(who: Who) -> tuple[Pose, ...]:
    """Somebody's pose in each frame of the film."""
    rest = _AT_REST[who]
    channels = {name: np.full(FRAMES, float(value)) for name, value in rest._asdict().items()}
    for first, last, turn in turns():
        if turn.who is who:
            for swell in ACTS[turn.act]:
                channels[swell.channel] += _swell(swell, first, last)
            _speak(channels, who, turn.act, first)
    _breathe(channels, who)
    closed = np.maximum(_blinks(who), np.clip(5 * channels["hide"] - 4, 0, 1))
    channels["lids"] = np.clip(channels["lids"], 0, 1) * (1 - closed)
    for name in ("squint", "brow", "smile", "open", "round", "hide", "reach"):
        channels[name] = np.clip(channels[name], -0.4 if name == "smile" else 0.0, 1.0)
    return _held(np.stack([channels[name] for name in Pose._fields], axis=1))


def _held(frames: Curve) -> tuple[Pose, ...]:
    """Each frame's pose, staying as it was until something has visibly changed.

    As in films drawn by hand, slow movement has a new drawing every second frame, and only what
    is quick has one in each.
    """
    shown, held = frames[0], []
    for number, frame in enumerate(frames):
        change = (np.abs(frame - shown) / _UNSEEN).max()
        if change > (1.0 if number % 2 == 0 else _QUICK):
            shown = frame
        held.append(Pose(*shown.tolist()))
    return tuple(held)
