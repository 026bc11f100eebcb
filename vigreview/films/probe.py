"""What a film is, told from its content: size as shown, times, sound, whether browsers play it."""

from contextlib import suppress
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from vigreview.films import declared
from vigreview.films.opening import (
    MOST_PIXELS,
    MP4_FAMILY,
    BreaksOff,
    opened,
    packets_of,
    picture_tracks,
    the_picture,
    the_sound,
)
from vigreview.films.streams import Readable
from vigreview.films.times import SECOND, FrameTimes, Limits, Times, scan
from vigreview.films.turn import Turn, turn_of
from vigreview.films.unusable import (
    EndMissing,
    NoFrames,
    NoPicture,
    Protected,
    StillPicture,
    TooLarge,
    Unreadable,
)

TRIES = 600  # packets that may fail before the first frame
SCRUB_GAP = SECOND // 2  # microseconds between key frames that stepping back does not feel
HIGHEST_LEVEL = 52  # H.264 level 5.2
LOOKED_AT = 8  # frames decoded to see whether they come out in the order of their times
PQ, HLG = 16, 18  # transfer functions of high dynamic range (ITU-T H.273, table 3)
DOLBY_VISION = ("dvh1", "dvhe", "dvav", "dva1")  # tracks that are nothing else


@dataclass(frozen=True)
class Probe:
    """One film. Sizes in pixels, times in microseconds on the browser's timeline."""

    container: str
    width: int  # as a person should see it: pixel aspect and rotation applied
    height: int
    coded_width: int
    coded_height: int
    rotation: int  # degrees clockwise that make it upright
    mirrored: bool
    first_us: int
    duration_us: int  # until the last frame has been shown
    frames: int
    video_codec: str
    pixel_format: str
    audio_codec: str | None
    interlaced: bool
    transfer: int  # number of the transfer function in ITU-T H.273, table 3
    times_in_order: bool  # else the times belong to the frames in the order of being shown
    hdr: bool  # high dynamic range: PQ, HLG or Dolby Vision
    variable_frame_rate: bool
    key_frame_gap_us: int
    steps_exactly: bool  # whether a browser shows each frame when it seeks to its time
    plays_as_is: bool
    missing_us: int  # how much of the film's end certainly did not come with it
    times: Times = field(repr=False, compare=False)

    @property
    def turn(self) -> Turn:
        """How the coded picture is turned to be upright."""
        return Turn(self.rotation, self.mirrored)

    @property
    def span_us(self) -> int:
        """How long the film goes on: a camera's clock may start at any time."""
        return self.duration_us - self.first_us

    @property
    def wants_scrub_copy(self) -> bool:
        """Whether stepping in the film as it is would be slow, or pass over frames."""
        return self.key_frame_gap_us > SCRUB_GAP or not self.steps_exactly

    def facts(self) -> dict[str, Any]:
        """All but the times, as JSON's kinds."""
        facts = asdict(self)
        del facts["times"]
        return facts


def probe(file: Readable, limits: Limits = Limits()) -> Probe:  # noqa: B008
    """What the film in a seekable file is. Raises UnusableFilm's subclasses."""
    with opened(file) as container:
        picture = _picture(container, file)
        opened_as = picture.codec_context.width * picture.codec_context.height
        if max(opened_as, declared.pixels(file)) > MOST_PIXELS:
            raise TooLarge
        if declared.is_locked(file):
            raise Protected
        frames = _first_frames(container, picture)
        seen = scan(file, limits)
        if not len(seen.times):
            raise NoFrames
        if len(seen.times) == 1:
            raise StillPicture
        if not frames:
            raise Unreadable
        return _told(container, picture, frames, seen)


def _picture(container: InputContainer, file: Readable) -> VideoStream:
    try:
        return the_picture(container)
    except NoPicture:
        if declared.ends_early(file):
            raise EndMissing from None
        raise


def _first_frames(container: InputContainer, picture: VideoStream) -> list[VideoFrame]:
    """The first frames that can be decoded. Raises Unreadable, Protected, TooLarge."""
    frames: list[VideoFrame] = []
    try:
        for number, packet in enumerate(packets_of(container, picture)):
            if len(frames) >= LOOKED_AT:
                break
            if packet.has_sidedata("encryption_info"):
                raise Protected
            if number > TRIES and not frames:
                raise Unreadable
            with suppress(FFmpegError):
                frames += packet.decode()
            if any(each.width * each.height > MOST_PIXELS for each in frames):
                raise TooLarge
    except BreaksOff:
        return frames
    return frames


def _told(
    container: InputContainer, picture: VideoStream, frames: list[VideoFrame], seen: FrameTimes
) -> Probe:
    first = frames[0]
    places = [each.pts for each in frames if each.pts is not None]
    in_order = len(places) == len(frames) and places == sorted(set(places))
    turn = turn_of(first)
    width, height = shown_size(first, picture.sample_aspect_ratio, turn)
    sound = the_sound(container)
    keys = np.unique([int(seen.times[0]), *seen.keys, seen.end])
    interlaced = (
        any(each.interlaced_frame for each in frames) or picture.codec_context.field_order > 1
    )
    transfer = int(first.color_trc)
    return Probe(
        container=container.format.name,
        width=width,
        height=height,
        coded_width=first.width,
        coded_height=first.height,
        rotation=turn.rotation,
        mirrored=turn.mirrored,
        first_us=int(seen.times[0]),
        duration_us=seen.end,
        frames=len(seen.times),
        video_codec=picture.codec_context.codec.canonical_name,
        pixel_format=first.format.name,
        audio_codec=sound.codec_context.codec.canonical_name if sound else None,
        interlaced=interlaced,
        transfer=transfer,
        hdr=transfer in (PQ, HLG) or picture.codec_tag in DOLBY_VISION,
        times_in_order=in_order,
        variable_frame_rate=seen.uneven,
        key_frame_gap_us=int(np.diff(keys).max()),
        steps_exactly=seen.sought,
        plays_as_is=(
            not interlaced
            and not turn.mirrored
            and seen.whole
            and seen.orderly
            and in_order
            and int(seen.times[0]) >= 0
            and _picture_plays(container, picture, first)
            and _sound_plays(container)
            and _length_is_true(container, seen)
        ),
        missing_us=seen.missing_us,
        times=seen.times,
    )


def shown_size(frame: VideoFrame, pixel_aspect: Fraction | None, turn: Turn) -> tuple[int, int]:
    """Width and height as a person should see them: square pixels, upright."""
    aspect = pixel_aspect if pixel_aspect and Fraction(1, 8) < pixel_aspect < 8 else Fraction(1)
    width, height = round(frame.width * aspect), frame.height
    return (height, width) if turn.sideways else (width, height)


def _picture_plays(container: InputContainer, picture: VideoStream, first: VideoFrame) -> bool:
    """Whether every browser decodes the pictures: H.264 of 8 bits in a whole MP4 or MOV."""
    context = picture.codec_context
    return (
        container.format.name.startswith(MP4_FAMILY)
        and len(picture_tracks(container)) == 1
        and picture.frames > 0  # a film in fragments has none, and its header misleads browsers
        and context.name == "h264"
        and first.format.name in ("yuv420p", "yuvj420p")
        and 0 < context.level <= HIGHEST_LEVEL
    )


def _sound_plays(container: InputContainer) -> bool:
    """Whether every browser decodes the sound: none, or one track of AAC."""
    tracks = container.streams.audio
    if not tracks:
        return True
    context = tracks[0].codec_context
    return (
        len(tracks) == 1
        and context is not None
        and context.name == "aac"
        and context.profile in ("LC", "HE-AAC", "HE-AACv2")
    )


def _length_is_true(container: InputContainer, seen: FrameTimes) -> bool:
    """Whether the header's length is that of the pictures, but for a little sound past them."""
    claimed = container.duration or 0
    return abs(claimed - seen.end) < max(2 * SECOND, seen.end // 20)
