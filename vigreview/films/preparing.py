"""Making a film ready: each step stores one stream, and what is there already is not made again."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from vigreview.films.copy import Progress, make_playback_copy
from vigreview.films.file import FilmFile
from vigreview.films.probe import Probe, probe
from vigreview.films.strip import make_strip
from vigreview.films.times import SECOND, Times, frame_times, pack, unpack
from vigreview.films.waveform import PER_SECOND, make_waveform

MP4, JPEG, BYTES = "video/mp4", "image/jpeg", "application/octet-stream"
STRIP_GAP = 3 * SECOND  # microseconds between key frames that still make a fair filmstrip

Tell = Callable[[dict[str, Any]], None]


def played(film: FilmFile) -> str:
    """The stream that is played: the copy once it is there, else the original."""
    return "original" if film.length("playing") is None else "playing"


def prepare(film: FilmFile, tell: Tell) -> dict[str, Any]:
    """Make a film ready to be worked with; gives its facts, which are noted in it as well.

    Tells progress, and the facts with `playable` as soon as the film can be played.
    Raises UnusableFilm's subclasses.
    """
    tell({"progress": 0.0, "doing": "Looking at the film"})
    seen = probe(film.reader("original"))
    steps = _Steps(film, seen, tell)
    if seen.plays_as_is:
        steps.keep_times()
        steps.tell_playable()
        steps.keep_waveform()
        if seen.key_frame_gap_us <= STRIP_GAP:
            steps.keep_strip()
        if seen.wants_scrub_copy:
            steps.keep_copy("Making the film quick to step through")
            steps.keep_times()
    else:
        steps.keep_copy("Making a copy that plays on this device")
        steps.keep_times()
        steps.tell_playable()
        steps.keep_waveform()
    steps.keep_strip()
    return steps.note(ready=True)


class _Steps:
    """The steps of making one film ready, and the facts gathered on the way."""

    def __init__(self, film: FilmFile, seen: Probe, tell: Tell) -> None:
        self._film, self._seen, self._tell = film, seen, tell
        self._facts = film.facts() | seen.facts()

    def note(self, **facts: Any) -> dict[str, Any]:
        """Note facts in the film; gives all of them."""
        self._facts |= facts
        self._film.note_facts(self._facts)
        return self._facts

    def tell_playable(self) -> None:
        self._tell({"playable": self.note(playable=True, ready=False)})

    def keep_times(self) -> None:
        """Store the frame times of what is played, which are those of the film when it plays."""
        stream = played(self._film)
        if stream == "original":
            times, end = self._seen.times, self._seen.duration_us
        else:
            copy = frame_times(self._film.reader(stream))
            times, end = copy.times, copy.end
        data = pack(times)
        if (
            self._film.length("times") != len(data)
            or self._film.read("times", 0, len(data)) != data
        ):
            with self._film.writer("times", BYTES) as into:
                into.write(data)
        self.note(first_us=int(times[0]), duration_us=end, frames=len(times), played=stream)

    def _holds(self, name: str, data: bytes) -> bool:
        film = self._film
        return film.length(name) == len(data) and film.read(name, 0, len(data)) == data

    def keep_copy(self, doing: str) -> None:
        if self._film.length("playing") is not None:
            return
        with self._film.writer("playing", MP4) as into:
            damaged = make_playback_copy(
                self._film.reader("original"), into, self._seen, self._progress(doing)
            )
        self.note(damaged_packets=damaged)

    def keep_strip(self) -> None:
        if self._film.length("strip") is not None:
            return
        file = self._film.reader(played(self._film))
        with self._film.writer("strip", JPEG) as into:
            strip = make_strip(file, into, probe(file), self._progress("Drawing the filmstrip"))
        self.note(strip=asdict(strip))

    def keep_waveform(self) -> None:
        if self._film.length("waveform") is not None or self._seen.audio_codec is None:
            return
        file = self._film.reader(played(self._film))
        with self._film.writer("waveform", BYTES) as into:
            peaks = make_waveform(
                file, into, self._facts["duration_us"], self._progress("Listening to the sound")
            )
        self.note(waveform={"per_second": PER_SECOND, "peaks": peaks})

    def _progress(self, doing: str) -> Progress:
        return lambda part: self._tell({"progress": round(part, 3), "doing": doing})


def stored_times(film: FilmFile) -> Times:
    """The frame times of what is played. Raises StreamNotThere before they are stored."""
    return unpack(film.reader("times").read())
