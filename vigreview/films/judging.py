"""A film of the disk, judged before it is brought: what it is, or why it cannot be used."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from av.error import FFmpegError

from vigreview.films.boxes import length_of
from vigreview.films.copy import Progress
from vigreview.films.heard import Heard
from vigreview.films.probe import Probe, probe
from vigreview.films.times import SECOND, Limits
from vigreview.films.unusable import NotOpened, TooMuch, Unreadable, UnusableFilm, in_words


@dataclass(frozen=True)
class Judgement:
    """One file; what is not known of it is None.

    `width` and `height` are as a person should see them, `rotation` the degrees clockwise that make
    the coded picture upright. `frames` are those that are shown, edit lists applied, and
    `duration_s` goes from the first of them until the last has been shown. `reason` is why the film
    cannot be used; or what of it cannot, where it is `ok` and its end is missing.
    """

    file: str
    ok: bool
    reason: str | None = None
    plays_as_is: bool = False
    duration_s: float | None = None
    frames: int | None = None
    width: int | None = None
    height: int | None = None
    rotation: int | None = None
    variable_frame_rate: bool | None = None
    video_codec: str | None = None
    audio_codec: str | None = None


def judge(
    path: Path,
    limits: Limits = Limits(),  # noqa: B008
    progress: Progress = lambda _: None,
) -> dict[str, Any]:
    """What the film in a file is, by the keys of a Judgement."""
    try:
        seen = _probed(path, limits, progress)
    except UnusableFilm as reason:
        return refused(path, reason)
    return asdict(
        Judgement(
            file=str(path),
            ok=True,
            reason=_what_is_missing(seen),
            plays_as_is=seen.plays_as_is,
            duration_s=round(seen.span_us / SECOND, 6),
            frames=seen.frames,
            width=seen.width,
            height=seen.height,
            rotation=seen.rotation,
            variable_frame_rate=seen.variable_frame_rate,
            video_codec=seen.video_codec,
            audio_codec=seen.audio_codec,
        )
    )


def refused(path: Path, reason: UnusableFilm) -> dict[str, Any]:
    """The judgement of a file that cannot be used."""
    return asdict(Judgement(file=str(path), ok=False, reason=str(reason)))


def _probed(path: Path, limits: Limits, progress: Progress) -> Probe:
    try:
        if not path.is_file():
            raise NotOpened
        with path.open("rb") as file:
            return probe(Heard(file, length_of(file) or 1, progress), limits)
    except FFmpegError as error:  # before OSError, which many of its kinds are as well
        raise Unreadable from error
    except OSError as error:
        raise NotOpened from error
    except MemoryError as error:
        raise TooMuch from error


def _what_is_missing(seen: Probe) -> str | None:
    if not seen.missing_us:
        return None
    return f"The last part of this film is missing: {in_words(seen.span_us)} can be used."
