"""What happens in the drawn film: one timeline that drives the faces, the voices and the moments.

Everything is in seconds from the film's start until it is counted in frames; a frame lasts 40 ms,
so that the presentation time of each is a whole number of microseconds.
"""

from dataclasses import dataclass
from enum import StrEnum

FRAMES_A_SECOND = 25
FRAME_US = 1_000_000 // FRAMES_A_SECOND
FRAMES = 90 * FRAMES_A_SECOND


class Who(StrEnum):
    """The two faces."""

    CARER = "carer"
    BABY = "baby"


class Step(StrEnum):
    """What a turn is in the yes-cycle; a turn outside it has no step."""

    INITIATIVE = "baby takes an initiative"
    RECEIVED = "the carer receives it"
    RESPONSE = "the carer responds"
    TAKEN_IN = "baby receives the response"


@dataclass(frozen=True)
class Turn:
    """Somebody does something, from `at` seconds into the scene, for `lasts` seconds."""

    at: float
    lasts: float
    who: Who
    act: str
    step: Step | None = None


@dataclass(frozen=True)
class Scene:
    """Turns that belong together; a scene with all four steps is a moment of attunement."""

    starts: float
    name: str
    what: str
    turns: tuple[Turn, ...]

    def frames_of(self, turn: Turn) -> tuple[int, int]:
        """The first frame of a turn and its last, both included."""
        first = round((self.starts + turn.at) * FRAMES_A_SECOND)
        return first, first + round(turn.lasts * FRAMES_A_SECOND) - 1


@dataclass(frozen=True)
class Moment:
    """A moment of attunement: the presentation times (µs) of its first and last frame."""

    start_us: int
    end_us: int
    name: str
    what: str


_CARER, _BABY = Who.CARER, Who.BABY

SCENES = (
    Scene(
        0.0,
        "Being there",
        "Ada looks about the room. Sam is near, and watches.",
        (
            Turn(-2.0, 6.9, _BABY, "look away"),
            Turn(0.5, 4.6, _CARER, "soft smile"),
            Turn(1.3, 2.8, _CARER, "hum"),
        ),
    ),
    Scene(
        5.0,
        "Ada looks up",
        "Ada looks up at Sam. Sam's face lights up, and Sam says hello. Ada smiles.",
        (
            Turn(0.0, 5.6, _BABY, "look up", Step.INITIATIVE),
            Turn(0.9, 4.4, _CARER, "light up", Step.RECEIVED),
            Turn(1.7, 1.5, _CARER, "say hello", Step.RESPONSE),
            Turn(2.9, 3.2, _BABY, "smile", Step.TAKEN_IN),
        ),
    ),
    Scene(
        11.4,
        "Between",
        "Sam shifts a little on the sofa.",
        (
            Turn(0.0, 2.4, _CARER, "settle"),
            Turn(0.2, 1.0, _BABY, "look down"),
        ),
    ),
    Scene(
        14.2,
        "A coo, and a coo back",
        "Ada makes a small sound. Sam nods and makes the same sound. Ada smiles and kicks.",
        (
            Turn(0.0, 1.3, _BABY, "coo", Step.INITIATIVE),
            Turn(1.0, 1.5, _CARER, "nod", Step.RECEIVED),
            Turn(1.1, 5.6, _CARER, "soft smile"),
            Turn(2.3, 1.3, _CARER, "coo back", Step.RESPONSE),
            Turn(3.5, 2.8, _BABY, "smile", Step.TAKEN_IN),
            Turn(3.8, 2.2, _BABY, "kick"),
            Turn(4.7, 1.1, _BABY, "coo"),
        ),
    ),
    Scene(
        21.8,
        "Between",
        "Ada finds two hands to look at.",
        (
            Turn(0.0, 4.0, _BABY, "look down"),
            Turn(0.6, 1.8, _CARER, "murmur"),
            Turn(3.0, 2.0, _CARER, "settle"),
        ),
    ),
    Scene(
        27.4,
        "Time for Ada's turn",
        "Ada gets ready to say something. Sam waits. Ada says it, Sam answers, Ada wriggles.",
        (
            Turn(0.0, 2.6, _BABY, "get ready", Step.INITIATIVE),
            Turn(0.5, 4.2, _CARER, "wait", Step.RECEIVED),
            Turn(2.4, 1.7, _BABY, "long coo"),
            Turn(4.5, 1.9, _CARER, "answer", Step.RESPONSE),
            Turn(4.4, 3.2, _CARER, "soft smile"),
            Turn(6.0, 2.2, _BABY, "delight", Step.TAKEN_IN),
        ),
    ),
    Scene(
        37.6,
        "Away, and back again",
        "Ada looks away for a rest. Sam stays close and quiet. Ada comes back, and they smile.",
        (
            Turn(0.0, 3.6, _BABY, "look away", Step.INITIATIVE),
            Turn(0.8, 4.0, _CARER, "wait", Step.RECEIVED),
            Turn(4.4, 1.5, _CARER, "say hello", Step.RESPONSE),
            Turn(4.3, 3.6, _CARER, "light up"),
            Turn(5.6, 2.6, _BABY, "smile", Step.TAKEN_IN),
        ),
    ),
    Scene(
        46.6,
        "Between",
        "Sam hums.",
        (
            Turn(0.3, 2.8, _CARER, "hum"),
            Turn(0.0, 2.2, _BABY, "look about"),
        ),
    ),
    Scene(
        50.6,
        "Ada reaches out",
        "Ada reaches out. Sam sees, and gives a hand to hold. Ada holds it and coos.",
        (
            Turn(0.0, 7.5, _BABY, "reach", Step.INITIATIVE),
            Turn(0.7, 5.9, _CARER, "soft smile", Step.RECEIVED),
            Turn(1.2, 6.3, _CARER, "offer a hand", Step.RESPONSE),
            Turn(2.4, 1.8, _CARER, "murmur"),
            Turn(4.4, 2.8, _BABY, "smile", Step.TAKEN_IN),
            Turn(4.7, 1.3, _BABY, "coo"),
        ),
    ),
    Scene(
        61.0,
        "Peek-a-boo",
        "Two small hands go up over Ada's face. Sam hides too, and comes back: boo! Ada laughs.",
        (
            Turn(0.0, 1.9, _BABY, "hide", Step.INITIATIVE),
            Turn(0.9, 1.3, _CARER, "surprise", Step.RECEIVED),
            Turn(2.4, 2.3, _CARER, "hide", Step.RESPONSE),
            Turn(4.8, 1.0, _CARER, "boo"),
            Turn(4.9, 4.4, _CARER, "light up"),
            Turn(5.5, 2.4, _BABY, "laugh", Step.TAKEN_IN),
            Turn(5.2, 3.4, _BABY, "delight"),
        ),
    ),
    Scene(
        71.4,
        "Laughing together",
        "Ada giggles. Sam laughs too, then stops to see. Ada giggles again.",
        (
            Turn(0.0, 1.9, _BABY, "laugh", Step.INITIATIVE),
            Turn(0.7, 5.4, _CARER, "light up", Step.RECEIVED),
            Turn(1.7, 2.0, _CARER, "laugh", Step.RESPONSE),
            Turn(4.0, 2.3, _BABY, "laugh", Step.TAKEN_IN),
            Turn(3.8, 2.8, _BABY, "delight"),
        ),
    ),
    Scene(
        80.2,
        "A song to rest with",
        "Ada yawns. Sam's voice turns soft, and Sam hums. Ada looks, and grows calm.",
        (
            Turn(0.0, 1.6, _BABY, "yawn", Step.INITIATIVE),
            Turn(1.0, 8.8, _CARER, "tilt", Step.RECEIVED),
            Turn(2.4, 4.2, _CARER, "hum a tune", Step.RESPONSE),
            Turn(3.2, 5.0, _BABY, "rest", Step.TAKEN_IN),
            Turn(1.4, 8.4, _CARER, "soft smile"),
        ),
    ),
)


def turns() -> list[tuple[int, int, Turn]]:
    """Every turn with its first and last frame; some begin before the film does."""
    return [(*scene.frames_of(turn), turn) for scene in SCENES for turn in scene.turns]


def _moment(scene: Scene) -> Moment:
    """From the first frame of the initiative to the last in which baby takes in the response."""
    steps = {turn.step: scene.frames_of(turn) for turn in scene.turns}
    return Moment(
        steps[Step.INITIATIVE][0] * FRAME_US,
        steps[Step.TAKEN_IN][1] * FRAME_US,
        scene.name,
        scene.what,
    )


def moments() -> tuple[Moment, ...]:
    """The scenes that hold a whole yes-cycle, in the order in which they happen."""
    return tuple(
        _moment(scene) for scene in SCENES if set(Step) <= {turn.step for turn in scene.turns}
    )
