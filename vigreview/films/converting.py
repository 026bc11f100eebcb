"""A film of the disk, made into the copy that the app would play.

A film that plays as it is, upright in its own pixels and quick to step through, is what the app
plays: its pictures and its sound are then written as they are, without the rest of the file.
"""

import os
import secrets
from pathlib import Path
from typing import BinaryIO

import av
import numpy as np
from av.bitstream import BitStreamFilterContext
from av.error import FFmpegError

from vigreview.films.boxes import length_of
from vigreview.films.copy import Progress, make_playback_copy
from vigreview.films.encode import UNTOLD
from vigreview.films.heard import Heard
from vigreview.films.opening import opened, the_picture, the_sound
from vigreview.films.probe import Probe, probe
from vigreview.films.streams import Readable
from vigreview.films.times import frame_times


def unfinished(out: Path) -> Path:
    """A fresh place for a copy until it is whole; whoever kills `convert` removes it."""
    return out.with_name(f".{secrets.token_hex(8)}.part")


def convert(
    source: Path,
    out: Path,
    part: Path | None = None,
    progress: Progress = lambda _: None,
) -> None:
    """Write the playback copy of the film `source` to `out`, which is there whole or not at all.

    Until it is, it lies at `part`, where nothing may be yet; `progress` hears the film being
    looked at. Raises UnusableFilm's subclasses, OSError.
    """
    part = part or unfinished(out)
    try:
        with source.open("rb") as film, part.open("x+b") as into:
            seen = probe(Heard(film, length_of(film) or 1, progress))
            if not (_is_played_itself(seen) and _is_taken_over(film, into, seen)):
                into.truncate(0)
                into.seek(0)
                make_playback_copy(film, into, seen)
        os.replace(part, out)
    finally:
        part.unlink(missing_ok=True)


def _is_played_itself(seen: Probe) -> bool:
    coded = (seen.coded_width, seen.coded_height)
    return (
        seen.plays_as_is
        and not seen.wants_scrub_copy
        and seen.rotation == 0
        and (seen.width, seen.height) == coded
    )


def _is_taken_over(film: Readable, into: BinaryIO, seen: Probe) -> bool:
    """Write the pictures and the sound as they are; False where their times did not survive it.

    Frames that only an edit list hides are such a case.
    """
    try:
        _take_over(film, into)
    except FFmpegError:
        return False
    into.seek(0)
    return np.array_equal(frame_times(into).times, seen.times)


def _take_over(film: Readable, into: BinaryIO) -> None:
    with opened(film) as container:
        picture, sound = the_picture(container), the_sound(container)
        taken = [picture, sound] if sound else [picture]
        untold = BitStreamFilterContext(UNTOLD, picture)
        with av.open(into, "w", format="mp4", options={"fflags": "+bitexact"}) as copy:
            tracks = {each.index: copy.add_stream_from_template(each) for each in taken}
            for track in tracks.values():
                track.metadata.clear()
            for packet in container.demux(*taken):
                if packet.dts is None:
                    continue
                track = tracks[packet.stream.index]
                for each in untold.filter(packet) if packet.stream is picture else [packet]:
                    each.stream = track
                    copy.mux(each)
