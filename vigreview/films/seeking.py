"""Frames of a film from a given time on, whatever its key frames and edit lists are."""

from collections.abc import Iterator

from av.error import FFmpegError
from av.video.frame import VideoFrame

from vigreview.films.opening import opened, the_picture, the_sound
from vigreview.films.sound import Samples, Timeline
from vigreview.films.streams import Readable
from vigreview.films.times import SECOND, microseconds

BEFORE = SECOND  # microseconds of sound decoded before, so that its first is whole
EARLIER = (0, 2 * SECOND, 12 * SECOND)  # how far before the time to start; then from the start


def frames_from(file: Readable, start_us: int) -> Iterator[tuple[int, VideoFrame]]:
    """Each frame shown at `start_us` or later, in order, with its time in microseconds.

    A seek goes by decoding order, so it may end at a key frame that is shown after `start_us`;
    then it is done again from further back.
    """
    for earlier in EARLIER:
        place = start_us - earlier
        if place <= 0:
            break
        found = False
        for at, frame in _decoded(file, place):
            if not found and at > start_us:
                break
            found = True
            if at >= start_us:
                yield at, frame
        if found:
            return
    for at, frame in _decoded(file, None):
        if at >= start_us:
            yield at, frame


def _decoded(file: Readable, place: int | None) -> Iterator[tuple[int, VideoFrame]]:
    """Frames in the order of being shown, from a key frame near `place` on, else all."""
    with opened(file) as container:
        picture = the_picture(container)
        if place is not None and picture.time_base:
            try:
                container.seek(int(place / SECOND / picture.time_base), stream=picture)
            except FFmpegError:
                return
        seen_key = place is None
        for packet in container.demux(picture):
            try:
                frames = packet.decode()
            except FFmpegError:
                continue
            for frame in frames:
                # What is shown before the first key frame leans on frames that were not read.
                seen_key = seen_key or frame.key_frame
                if seen_key and frame.pts is not None and frame.time_base is not None:
                    yield microseconds(frame.pts, frame.time_base), frame


def sound_from(file: Readable, timeline: Timeline, start_us: int) -> Iterator[Samples]:
    """The film's sound from `start_us` on, laid on a timeline until that is full."""
    with opened(file) as container:
        track = the_sound(container)
        if track is None or track.time_base is None:
            return
        place = max(0, start_us - BEFORE)
        try:
            container.seek(int(place / SECOND / track.time_base), stream=track)
        except FFmpegError:
            container.seek(0)
        for packet in container.demux(track):
            try:
                frames = packet.decode()
            except FFmpegError:
                continue
            for frame in frames:
                if frame.pts is not None and frame.time_base is not None:
                    yield from timeline.push(frame, microseconds(frame.pts, frame.time_base))
                if timeline.is_full:
                    return
