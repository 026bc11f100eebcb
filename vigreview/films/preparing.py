"""Making a film ready: each step stores one stream, and what is there already is not made again."""

from contextlib import ExitStack
from typing import Any

from vigreview.films.copy import Progress, Taps, make_playback_copy, quick_lines
from vigreview.films.errors import NoRoom
from vigreview.films.file import FilmFile
from vigreview.films.growing import GrowingStrip
from vigreview.films.heard import Heard
from vigreview.films.overall import Overall, Tell
from vigreview.films.probe import Probe, probe
from vigreview.films.strip import Passing, lay_key_frames
from vigreview.films.times import SECOND, Limits, Times, pack, unpack
from vigreview.films.upright import LINES, copy_size
from vigreview.films.waveform import PER_SECOND, Loudness, make_waveform

MP4, BYTES = "video/mp4", "application/octet-stream"
STRIP_GAP = 3 * SECOND  # microseconds between key frames that still make a fair filmstrip
FULL, QUICK = "playing", "quick"  # the streams of the two copies
SCRUB, SHARPER = "scrub", "sharper"  # why a better copy is wanted

# What a step takes on a plain laptop, in seconds, to share out the whole way.
STRIP_SECONDS = 3.0
SOUND_SPEED = 150  # seconds of sound heard in a second
READ_PIXEL, WRITE_PIXEL = 4e-9, 5e-9
WORTH_SAYING = 0.02  # of a copy, from where on its size can be foretold
MB = 1_000_000


def played(film: FilmFile) -> str:
    """The stream that is played: the best copy that is there, else the original."""
    return next((each for each in (FULL, QUICK) if film.length(each) is not None), "original")


def stored_times(film: FilmFile) -> Times:
    """The frame times of what is played. Raises StreamNotThere before they are stored."""
    return unpack(film.reader("times").read())


def played_probe(film: FilmFile) -> Probe:
    """What is played, from the facts stored when it was made; looked at anew without them."""
    told = film.facts().get("shown")
    if told is None or told["stream"] != played(film):
        return probe(film.reader(played(film)))
    return Probe(**told["probe"], times=stored_times(film))


def prepare(film: FilmFile, tell: Tell, limits: Limits) -> dict[str, Any]:
    """Make a film ready to be worked with; gives its facts, which are noted in it as well.

    Tells progress, and the facts with `playable` as soon as the film can be played. The fact
    `better` says whether `better` has something left to do, and what for.
    Raises UnusableFilm's subclasses, NoRoom.
    """
    steps = _Steps(film, tell, limits)
    if steps.seen.plays_as_is:
        steps.plan("strip", "sound")
        steps.keep_times()
        steps.tell_playable(SCRUB if steps.seen.wants_scrub_copy else None)
        steps.keep_strip_of("original")
    else:
        lines = quick_lines(steps.seen)
        steps.plan("strip", "copy")
        steps.keep_strip_of("original")
        steps.keep_copy(lines or LINES, "Making a copy that plays on this device")
        steps.keep_times()
        steps.tell_playable(SHARPER if lines else None)
        steps.keep_strip_of(played(film))
    steps.keep_waveform()
    return steps.note(ready=True)


def better(film: FilmFile, tell: Tell, limits: Limits) -> dict[str, Any]:
    """Make the copy that a film which can be played already wants behind it; gives its facts.

    It takes over once it is whole. Raises UnusableFilm's subclasses, NoRoom.
    """
    wanted = film.facts().get("better")
    if wanted is None:
        return film.facts()
    steps = _Steps(film, tell, limits)
    doing = "Making it quick to step through" if wanted == SCRUB else "Making a sharper picture"
    steps.plan("copy", "strip")
    steps.keep_copy(LINES, doing, stream=FULL)
    steps.keep_times()
    steps.keep_strip_of(FULL)
    return steps.note(better=None)


class _Steps:
    """The steps of making one film ready, and the facts gathered on the way."""

    def __init__(self, film: FilmFile, tell: Tell, limits: Limits) -> None:
        self._film, self._tell = film, tell
        self._overall = Overall(tell)
        looking = self._overall.step("looking", "Looking at the film")
        looking(0.0)
        heard = Heard(film.reader("original"), film.length("original") or 1, looking)
        self.seen = probe(heard, limits)
        self._facts = film.facts() | self.seen.facts()
        self._strip = GrowingStrip(film, self.seen, self._facts.get("strip"), self.note)

    def plan(self, *names: str) -> None:
        """Share out the way that is still to go among its steps."""
        seen = self.seen
        width, height = copy_size(seen)
        pixels = seen.coded_width * seen.coded_height * READ_PIXEL + width * height * WRITE_PIXEL
        seconds = {
            "strip": STRIP_SECONDS,
            "copy": seen.frames * pixels,
            "sound": seen.duration_us / SECOND / SOUND_SPEED,
        }
        self._overall.plan({name: seconds[name] for name in names})

    def note(self, **facts: Any) -> dict[str, Any]:
        """Note facts in the film; gives all of them."""
        self._facts |= facts
        self._film.note_facts(self._facts)
        return self._facts

    def tell_playable(self, better: str | None) -> None:
        if self._film.length(FULL) is not None:
            better = None  # made already, before a job was cut short
        self._tell({"playable": self.note(playable=True, ready=False, better=better)})

    def keep_times(self) -> None:
        """Store the frame times of what is played, which are those of the film when it plays."""
        stream = played(self._film)
        shown = self.seen if stream == "original" else probe(self._film.reader(stream))
        data = pack(shown.times)
        if not self._holds("times", data):
            with self._film.writer("times", BYTES) as into:
                into.write(data)
        self.note(
            first_us=shown.first_us,
            duration_us=shown.duration_us,
            frames=shown.frames,
            played=stream,
            shown={"stream": stream, "probe": shown.facts()},
        )

    def _holds(self, name: str, data: bytes) -> bool:
        film = self._film
        return film.length(name) == len(data) and film.read(name, 0, len(data)) == data

    def keep_copy(self, lines: int, doing: str, stream: str | None = None) -> None:
        """Make the copy, and from what passes by the filmstrip and the waveform that are wanted."""
        stream = stream or (FULL if lines == LINES else QUICK)
        if self._film.length(FULL) is not None or self._film.length(stream) is not None:
            return
        strip = None if self._strip.whole else Passing(self._strip.sheet, self._strip.show)
        with ExitStack() as kept:
            loudness = None
            if self._wants_waveform:
                into = kept.enter_context(self._film.writer("waveform", BYTES))
                loudness = Loudness(into, self.seen.duration_us - self._strip.sheet.origin_us)
            taps = Taps(strip.take if strip else _past, loudness.add if loudness else _past)
            damaged = self._copy(stream, lines, self._overall.step("copy", doing), taps)
        if strip:
            strip.finish()
            self._strip.keep()
        self.note(damaged_packets=damaged)

    def _copy(self, stream: str, lines: int, progress: Progress, taps: Taps) -> int:
        written = 0.0
        with self._film.writer(stream, MP4) as into:

            def tell(part: float) -> None:
                nonlocal written
                written = into.tell() * (1 / part - 1) if part > WORTH_SAYING else 0.0
                progress(part)

            file = self._film.reader("original")
            try:
                return make_playback_copy(file, into, self.seen, tell, lines, taps)
            except NoRoom as error:
                raise _with_figure(error, written) from error

    def keep_strip_of(self, stream: str) -> None:
        """Draw the filmstrip from the key frames of a stream, where these lie close enough."""
        if self._strip.whole:
            return
        file = self._film.reader(stream)
        seen = self.seen if stream == "original" else played_probe(self._film)
        if seen.key_frame_gap_us > STRIP_GAP:
            return
        progress = self._overall.step("strip", "Drawing the filmstrip")
        origin = self._strip.sheet.origin_us if stream == "original" else 0
        for part in lay_key_frames(file, seen, self._strip.sheet, origin):
            progress(part)
            self._strip.show()
        self._strip.keep()

    @property
    def _wants_waveform(self) -> bool:
        return self._film.length("waveform") is None and self.seen.audio_codec is not None

    def keep_waveform(self) -> None:
        if self._wants_waveform:
            progress = self._overall.step("sound", "Listening to the sound")
            file = self._film.reader(played(self._film))
            with self._film.writer("waveform", BYTES) as into:
                make_waveform(file, into, self._facts["duration_us"], progress)
        peaks = self._film.length("waveform")
        if peaks is not None:
            self.note(waveform={"per_second": PER_SECOND, "peaks": peaks})


def _past(_: object) -> None:
    """Let it pass by."""


def _with_figure(error: NoRoom, wanted_bytes: float) -> NoRoom:
    """The same, with how much more room is wanted, where that can be foretold."""
    if wanted_bytes < MB:
        return error
    return NoRoom(
        "There is not enough room left on this device: the copy of this film needs about"
        f" {round(wanted_bytes / MB):,} MB more."
    )
