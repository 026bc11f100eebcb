"""Opening whatever was brought as a film, by what is in it and never by its name."""

from collections.abc import Iterator
from contextlib import contextmanager

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.stream import Disposition, Stream
from av.video.stream import VideoStream

from vigreview.films.boxes import FAMILY_MARKS
from vigreview.films.content import AT_ONCE, Content
from vigreview.films.ebml import EBML
from vigreview.films.streams import Readable
from vigreview.films.unusable import (
    EmptyFile,
    EndMissing,
    NoPicture,
    NotAFilm,
    SoundOnly,
    StillPicture,
    TooMuch,
)

MOVING = (
    "mov,mp4,matroska,webm,avi,mpegts,mpeg,mpegvideo,h264,hevc,m4v,asf,flv,ogg,mxf,dv,ivf,gif,"
    "apng,rm,nut,wtv,mjpeg,vc1,obu"
)
SOUNDS = "mp3,aac,wav,flac,amr,amrnb,amrwb,aiff,caf,ac3,w64,au"
STILLS = (
    "jpeg_pipe,png_pipe,webp_pipe,bmp_pipe,tiff_pipe,gif_pipe,j2k_pipe,jpegxl_pipe,ppm_pipe,ico"
)

# av.logging.set_level is never called: it makes a decoder's threads wait for Python's lock to log,
# while the thread that closes the film holds it and waits for them (measured: 2 jobs in 10 hang).

# No decoder makes room for a picture that is larger than we use.
MOST_PIXELS = 8192 * 4608
ROOM = {"max_pixels": str(MOST_PIXELS)}

# Only these are tried: playlists and scripts, which name further files or addresses, are not.
OPTIONS = {"format_whitelist": f"{MOVING},{SOUNDS},{STILLS}", "protocol_whitelist": "", **ROOM}


class BreaksOff(Exception):
    """A film's file cannot be read any further."""


# Nothing about a film is guessed from what is in its packets.
AS_INDEXED = {"fflags": "+noparse+nofillin", "probesize": "32", "analyzeduration": "1"}

MP4_FAMILY = "mov"  # how the library's name for MP4, MOV, M4V and 3GP begins

# What others begin with, and what follows that and four bytes: Matroska and WebM, AVI.
BEGINNINGS = ((EBML, b""), (b"RIFF", b"AVI "))


@contextmanager
def opened(file: Readable) -> Iterator[InputContainer]:
    """The film in a seekable file, read from its start. Raises UnusableFilm's subclasses."""
    with _opened(Content(file), OPTIONS) as container:
        yield container


@contextmanager
def skimmed(file: Readable) -> Iterator[InputContainer]:
    """The same film where only its packets' times, places and sizes are asked for.

    Where an index tells them, what is in the packets is not read, and they reach as far as the
    index does, even where the file ends earlier.
    """
    content = Content(file)
    if content.beginning[4:8] in FAMILY_MARKS:
        content.leave_out_the_media()
        opening = _opened(content, OPTIONS | AS_INDEXED, "mov")
    else:
        opening = _opened(content, OPTIONS)
    with opening as container:
        yield container


@contextmanager
def _opened(
    content: Content, options: dict[str, str], kind: str | None = None
) -> Iterator[InputContainer]:
    if not content.length:
        raise EmptyFile
    try:
        container = av.open(
            content,
            mode="r",
            format=kind,
            options=options,
            metadata_errors="ignore",
            buffer_size=AT_ONCE,
        )
    except MemoryError as error:
        raise TooMuch from error
    except (FFmpegError, ValueError) as error:
        raise (EndMissing if is_begun(content.beginning) else NotAFilm) from error
    with container:
        yield container


def is_begun(beginning: bytes) -> bool:
    """Whether a file begins as a film does."""
    return beginning[4:8] in FAMILY_MARKS or any(
        beginning.startswith(start) and beginning[len(start) + 4 :].startswith(rest)
        for start, rest in BEGINNINGS
    )


def the_picture(container: InputContainer) -> VideoStream:
    """The track whose pictures are the film: the first of those meant to be played.

    Raises StillPicture, SoundOnly or NoPicture.
    """
    if container.format.name in STILLS.split(","):
        raise StillPicture
    tracks = picture_tracks(container)
    if not tracks:
        raise SoundOnly if container.streams.audio else NoPicture
    chosen = max(tracks, key=lambda each: (each.frames != 1, _is_default(each)))
    chosen.thread_type = "AUTO"
    chosen.codec_context.options = ROOM
    return chosen


def packets_of(container: InputContainer, picture: VideoStream) -> "Iterator[Packet[VideoStream]]":
    """A track's packets, as far as the file goes. Raises BreaksOff where it is harmed."""
    try:
        yield from container.demux(picture)
    except MemoryError as error:
        raise TooMuch from error
    except (FFmpegError, IndexError) as error:  # the latter where a harmed header counts wrongly
        raise BreaksOff from error


def picture_tracks(container: InputContainer) -> list[VideoStream]:
    """The tracks with moving pictures: a sound's cover picture is none."""
    return [
        each
        for each in container.streams.video
        if not each.disposition & Disposition.attached_pic and each.codec_context is not None
    ]


def the_sound(container: InputContainer) -> AudioStream | None:
    """The track whose sound goes with the pictures: of those that can be decoded, the fullest."""
    tracks = [each for each in container.streams.audio if each.codec_context is not None]
    by_worth = {each: (_is_default(each), each.codec_context.channels) for each in tracks}
    return max(by_worth, key=lambda each: by_worth[each], default=None)


def _is_default(track: Stream) -> bool:
    """Whether it is meant to be played where nobody chooses."""
    return bool(track.disposition & Disposition.default)
