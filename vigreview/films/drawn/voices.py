"""The sounds of the drawn film: coos, murmurs, hums and laughs, made of sines and a little breath.

Each voice is a sum of the harmonics of a gliding pitch, weighted by two formants (Peterson and
Barney, 1952, for where the vowels lie). Sounds are mono float arrays in -1..1, 48,000 a second.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vigreview.films.drawn.script import Who

SAMPLES_A_SECOND = 48_000
_HARMONICS = 18

Sound = NDArray[np.float64]
_Curve = tuple[tuple[float, float], ...]

# First and second formant (Hz) of a grown-up; a baby's throat is shorter, so all lie higher.
_VOWELS = {
    "oo": (370.0, 950.0),
    "uh": (600.0, 1190.0),
    "ah": (760.0, 1240.0),
    "eh": (560.0, 1850.0),
    "ee": (350.0, 2300.0),
    "mm": (260.0, 1000.0),
}
_FORMANT_SHIFT = {Who.CARER: 1.0, Who.BABY: 1.45}


@dataclass(frozen=True)
class Syllable:
    """A stretch of voice: `pitch` (Hz) and `loudness` as curves of (0..1 of its length, value)."""

    at: float
    lasts: float
    vowels: tuple[str, str]
    pitch: _Curve
    loudness: _Curve = ((0.0, 0.0), (0.22, 1.0), (0.6, 0.85), (1.0, 0.0))
    breath: float = 0.05


def _along(curve: _Curve, where: Sound) -> Sound:
    """A curve through its points, eased between them so that no corner is heard."""
    xs, ys = (np.array(column) for column in zip(*curve, strict=True))
    piece = np.clip(np.searchsorted(xs, where, side="right") - 1, 0, len(xs) - 2)
    part = (where - xs[piece]) / (xs[piece + 1] - xs[piece])
    return ys[piece] + (ys[piece + 1] - ys[piece]) * part * part * (3 - 2 * part)


def _sing(who: Who, syllable: Syllable) -> Sound:
    """One syllable in somebody's voice."""
    count = int(syllable.lasts * SAMPLES_A_SECOND)
    where = np.linspace(0.0, 1.0, count)
    seconds = where * syllable.lasts
    pitch = _along(syllable.pitch, where) * (1 + 0.008 * np.sin(2 * np.pi * 5.3 * seconds))
    phase = 2 * np.pi * np.cumsum(pitch) / SAMPLES_A_SECOND
    shift = _FORMANT_SHIFT[who]
    start, end = (_VOWELS[vowel] for vowel in syllable.vowels)
    glide = where * where * (3 - 2 * where)
    low, high = (shift * (a + (b - a) * glide) for a, b in zip(start, end, strict=True))
    voice = np.zeros(count)
    for harmonic in range(1, _HARMONICS + 1):
        at = pitch * harmonic
        weight = np.exp(-(((at - low) / (170 * shift)) ** 2))
        weight += 0.35 * np.exp(-(((at - high) / (230 * shift)) ** 2)) + 0.10 / harmonic
        voice += weight * np.sin(harmonic * phase) / harmonic**0.6
    noise = np.random.default_rng(len(where)).standard_normal(count)
    noise = np.convolve(noise, np.hanning(24) / 12, mode="same")
    loudness = _along(syllable.loudness, where)
    return loudness * (voice / np.abs(voice).max() + syllable.breath * noise)


def _phrase(who: Who, *syllables: Syllable) -> Sound:
    """Syllables laid one after another (or over one another) in time."""
    length = max(s.at + s.lasts for s in syllables)
    phrase = np.zeros(int(length * SAMPLES_A_SECOND) + 1)
    for syllable in syllables:
        sung = _sing(who, syllable)
        start = int(syllable.at * SAMPLES_A_SECOND)
        phrase[start : start + len(sung)] += sung
    return phrase


def _coo(who: Who, base: float, lasts: float) -> Sound:
    rise = ((0.0, base * 0.92), (0.35, base * 1.18), (1.0, base * 0.97))
    return _phrase(who, Syllable(0.1, lasts, ("oo", "uh"), rise, breath=0.08))


def _long_coo(who: Who, base: float) -> Sound:
    return _phrase(
        who,
        Syllable(0.05, 0.45, ("oo", "uh"), ((0.0, base * 0.9), (1.0, base)), breath=0.08),
        Syllable(
            0.5,
            1.1,
            ("uh", "ah"),
            ((0.0, base), (0.4, base * 1.28), (1.0, base * 1.02)),
            breath=0.08,
        ),
    )


def _laugh(who: Who, base: float, count: int) -> Sound:
    sharp = ((0.0, 0.0), (0.2, 1.0), (0.5, 0.6), (1.0, 0.0))
    beats = []
    for beat in range(count):
        top = base * (1.12 - 0.03 * beat)
        soft = tuple((x, y * (0.95 - 0.07 * beat)) for x, y in sharp)
        pitch = ((0.0, top * 0.95), (0.3, top), (1.0, top * 0.86))
        beats.append(Syllable(0.05 + 0.235 * beat, 0.22, ("ah", "uh"), pitch, soft, breath=0.14))
    return _phrase(who, *beats)


def _hello(base: float) -> Sound:
    up, over = (
        ((0.0, base), (1.0, base * 1.25)),
        ((0.0, base * 1.3), (0.3, base * 1.5), (1.0, base)),
    )
    return _phrase(
        Who.CARER,
        Syllable(0.05, 0.32, ("eh", "uh"), up, breath=0.10),
        Syllable(0.36, 0.95, ("uh", "oo"), over),
    )


def _murmur(base: float) -> Sound:
    """Four soft syllables, the voice rising and coming home."""
    steps = ((0.0, 1.0, "mm", "uh"), (0.34, 1.2, "uh", "eh"), (0.66, 1.32, "ah", "uh"))
    spoken = [
        Syllable(at, 0.36, (a, b), ((0.0, base * tone), (1.0, base * tone * 1.06)))
        for at, tone, a, b in steps
    ]
    fall = ((0.0, base * 1.15), (0.4, base * 1.2), (1.0, base * 0.9))
    return _phrase(Who.CARER, *spoken, Syllable(1.0, 0.7, ("uh", "oo"), fall))


def _answer(base: float) -> Sound:
    """ "Oh, yes": one sound of having heard, and one of agreeing."""
    heard = ((0.0, base * 1.1), (0.35, base * 1.45), (1.0, base * 1.15))
    agreed = ((0.0, base * 1.15), (0.4, base * 1.25), (1.0, base * 0.92))
    return _phrase(
        Who.CARER,
        Syllable(0.05, 0.75, ("uh", "oo"), heard),
        Syllable(0.85, 0.9, ("ee", "eh"), agreed),
    )


def _hum(*notes: tuple[float, float]) -> Sound:
    """A closed-mouth tune of (pitch in Hz, seconds)."""
    held = ((0.0, 0.0), (0.18, 1.0), (0.7, 0.8), (1.0, 0.0))
    at, sung = 0.05, []
    for pitch, lasts in notes:
        glide = ((0.0, pitch * 0.985), (0.2, pitch), (1.0, pitch))
        sung.append(Syllable(at, lasts + 0.12, ("mm", "mm"), glide, held, breath=0.02))
        at += lasts
    return _phrase(Who.CARER, *sung)


def _boo(base: float) -> Sound:
    return _phrase(
        Who.CARER,
        Syllable(0.0, 0.75, ("uh", "oo"), ((0.0, base * 1.3), (0.25, base * 1.7), (1.0, base))),
    )


def _yawn(base: float) -> Sound:
    slow = ((0.0, 0.0), (0.45, 0.8), (0.7, 0.7), (1.0, 0.0))
    fall = ((0.0, base), (0.4, base * 1.15), (1.0, base * 0.7))
    return _phrase(Who.BABY, Syllable(0.35, 1.4, ("ah", "oo"), fall, slow, breath=0.16))


@dataclass(frozen=True)
class Voicing:
    """How an act sounds, how loud (0..1) and how far it opens and rounds the mouth (0..1)."""

    sound: Callable[[], Sound]
    loudness: float
    opens: float
    rounds: float = 0.0


_C, _B = Who.CARER, Who.BABY
VOICINGS: dict[tuple[Who, str], Voicing] = {
    (_B, "coo"): Voicing(lambda: _coo(_B, 345, 1.0), 0.30, 0.42, 0.9),
    (_B, "long coo"): Voicing(lambda: _long_coo(_B, 330), 0.30, 0.55, 0.6),
    (_B, "laugh"): Voicing(lambda: _laugh(_B, 350, 7), 0.30, 0.85),
    (_B, "yawn"): Voicing(lambda: _yawn(300), 0.16, 1.0, 0.55),
    (_C, "coo back"): Voicing(lambda: _coo(_C, 232, 1.0), 0.34, 0.42, 0.9),
    (_C, "say hello"): Voicing(lambda: _hello(186), 0.36, 0.5, 0.25),
    (_C, "murmur"): Voicing(lambda: _murmur(178), 0.32, 0.42, 0.15),
    (_C, "answer"): Voicing(lambda: _answer(182), 0.34, 0.48, 0.3),
    (_C, "laugh"): Voicing(lambda: _laugh(_C, 205, 6), 0.30, 0.8),
    (_C, "boo"): Voicing(lambda: _boo(190), 0.36, 0.75, 0.5),
    (_C, "hum"): Voicing(lambda: _hum((196, 0.7), (220, 0.7), (247, 1.2)), 0.24, 0.0),
    (_C, "hum a tune"): Voicing(
        lambda: _hum((220, 0.6), (196, 0.6), (220, 0.6), (262, 0.9), (220, 0.6), (196, 0.8)),
        0.26,
        0.0,
    ),
}


@lru_cache(maxsize=len(VOICINGS))
def voice(who: Who, act: str) -> Sound | None:
    """The sound of somebody's act at its loudness, in a small soft room; None for a silent act."""
    voicing = VOICINGS.get((who, act))
    if voicing is None:
        return None
    dry = voicing.sound()
    dry *= voicing.loudness / np.abs(dry).max()
    echo = np.random.default_rng(3).standard_normal(SAMPLES_A_SECOND // 3)
    echo *= np.exp(-np.arange(len(echo)) / (0.07 * SAMPLES_A_SECOND))
    echo = np.convolve(echo, np.hanning(16) / 8, mode="same")
    length = 1 << (len(dry) + len(echo)).bit_length()
    wet = np.fft.irfft(np.fft.rfft(dry, length) * np.fft.rfft(echo, length), length)
    out = 0.22 * voicing.loudness * wet[: len(dry) + len(echo)] / np.abs(wet).max()
    out[: len(dry)] += dry
    return out


def openness(who: Who, act: str, samples_a_frame: int) -> NDArray[np.float64]:
    """How far each frame's sound opens the mouth, 0..1, from the act's first frame on."""
    sound = voice(who, act)
    if sound is None:
        return np.zeros(0)
    frames = np.zeros((-(-len(sound) // samples_a_frame)) * samples_a_frame)
    frames[: len(sound)] = sound
    loud = np.sqrt(np.mean(frames.reshape(-1, samples_a_frame) ** 2, axis=1))
    loud = loud / loud.max()
    return VOICINGS[who, act].opens * np.where(loud < 0.06, 0.0, loud**0.7)
