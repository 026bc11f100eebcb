"""Making a keepsake: what is missing of its parts is encoded, all of them are joined as they are.

A part that is there is not made again, by whatever the work was stopped; and a change of one
caption costs the part that shows it, and the fades beside it.
"""

import heapq
from collections.abc import Iterator
from contextlib import ExitStack
from fractions import Fraction
from typing import Any

import av
from av.packet import Packet
from av.stream import Stream

from vigreview.films.clip import FramesMissing
from vigreview.films.encode import CLOCK
from vigreview.films.file import FilmFile
from vigreview.films.keepsake import KEEPSAKE, forget_unfinished
from vigreview.films.keepsake.parts import Part, Run, encode, lasts_us, name_of, parts_of, stream_of
from vigreview.films.keepsake.scenes import Scene, marked_times, scenes_of
from vigreview.films.keepsake.sound import Heard, channels_of, write_sound
from vigreview.films.keepsake.studio import Studio
from vigreview.films.overall import Tell
from vigreview.films.preparing import MP4
from vigreview.films.source import Source, as_brought, as_played

DOING = "Making the keepsake"
ENCODING_SHARE = 0.96  # of the whole way

# Where each part begins in the whole, in microseconds.
Placed = list[tuple[str, int]]


def make_keepsake(film: FilmFile, request: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Store the keepsake that is asked for as 'keepsake'; gives what it is.

    `request` has `scenes` (see `scenes`). Of what is given, `encoded` is how many frames were
    encoded for it. Raises NotAFrame, FramesMissing, NoLetters.
    """
    scenes = scenes_of(request["scenes"])
    marked = marked_times(scenes)
    brought = as_brought(film, marked)
    try:
        return _Making(film, brought or as_played(film, marked), scenes, tell).made()
    except FramesMissing:
        if brought is None:
            raise
        return _Making(film, as_played(film, marked), scenes, tell).made()


class _Making:
    """One keepsake on its way."""

    def __init__(self, film: FilmFile, source: Source, scenes: list[Scene], tell: Tell) -> None:
        self._film, self._tell = film, tell
        self._studio = Studio(source)
        self._parts = parts_of(scenes, self._studio)
        self._names = [name_of(part, self._studio) for part in self._parts]
        self._encoded = 0

    def made(self) -> dict[str, Any]:
        self._encode_what_is_missing()
        if len(set(map(self._header, self._names))) > 1:
            # Packets of different headers cannot follow one another.
            for name in self._names:
                self._film.delete(name)
            self._encode_what_is_missing()
        sound = self._sound()
        placed, end_us = self._placed()
        join(self._film, placed, sound)
        self._film.note_facts({KEEPSAKE: {"parts": [*self._names, *filter(None, [sound])]}})
        forget_unfinished(self._film)
        told = {"stream": KEEPSAKE, "bytes": self._film.length(KEEPSAKE), "duration_us": end_us}
        return {**told, "encoded": self._encoded}

    def _encode_what_is_missing(self) -> None:
        there = set(self._film.names())
        named = zip(self._names, self._parts, strict=True)
        missing = {name: part for name, part in named if name not in there}
        whole = sum(len(part.stamps(self._studio)) for part in missing.values())
        before = self._encoded

        def on_frame() -> None:
            self._encoded += 1
            part = ENCODING_SHARE * (self._encoded - before) / whole
            self._tell({"progress": round(part, 3), "doing": DOING})

        # Clips first: their edges, which fades show, are met on the way.
        for name, part in sorted(missing.items(), key=lambda each: not isinstance(each[1], Run)):
            encode(part, name, self._film, self._studio, on_frame)

    def _header(self, name: str) -> bytes:
        with av.open(self._film.reader(name), format="mp4") as container:
            return bytes(container.streams.video[0].codec_context.extradata or b"")

    def _placed(self) -> tuple[Placed, int]:
        placed, at = [], 0
        for name, part in zip(self._names, self._parts, strict=True):
            placed.append((name, at))
            at += lasts_us(part, self._studio)
        return placed, at

    def _sound(self) -> str | None:
        """The stream of all that is heard; None where the film is silent."""
        source = self._studio.source
        channels = channels_of(source.file)
        if not channels:
            return None
        heard = [self._heard(part) for part in self._parts]
        told = [[each.lasts_us, each.start_us, each.slowly] for each in heard]
        name = stream_of(["sound", channels, told], self._studio)
        if self._film.length(name) is None:
            with self._film.writer(name, "audio/mp4") as into:
                write_sound(into, source, heard, channels)
        return name

    def _heard(self, part: Part) -> Heard:
        lasts = lasts_us(part, self._studio)
        if isinstance(part, Run):
            return Heard(lasts, self._studio.source.at[part.start_us], part.slowly)
        return Heard(lasts)


def join(film: FilmFile, placed: Placed, sound: str | None) -> None:
    """Store all parts, one behind the other, without encoding any of them again."""
    with ExitStack() as kept:
        into = kept.enter_context(film.writer(KEEPSAKE, MP4))
        first = kept.enter_context(av.open(film.reader(placed[0][0]), format="mp4"))
        whole = kept.enter_context(
            av.open(into, mode="w", format="mp4", options={"fflags": "+bitexact"})
        )
        picture = whole.add_stream_from_template(first.streams.video[0])
        picture.time_base = CLOCK
        tracks = [_pictures(film, placed, picture)]
        if sound:
            heard = kept.enter_context(av.open(film.reader(sound), format="mp4"))
            track = whole.add_stream_from_template(heard.streams.audio[0])
            tracks.append(_later(heard, track, 0))
        for _, packet in heapq.merge(*tracks, key=lambda each: each[0]):
            whole.mux(packet)


Timed = Iterator[tuple[Fraction, Packet]]


def _pictures(film: FilmFile, placed: Placed, track: Stream) -> Timed:
    for name, at_us in placed:
        with av.open(film.reader(name), format="mp4") as container:
            yield from _later(container, track, at_us)


def _later(container: Any, track: Stream, at_us: int) -> Timed:
    """The packets of a part, each so much later, with its time in seconds."""
    for packet in container.demux():
        if packet.dts is None:
            continue
        later = round(at_us * CLOCK / packet.time_base)
        packet.pts, packet.dts = packet.pts + later, packet.dts + later
        packet.stream = track
        yield packet.dts * packet.time_base, packet
