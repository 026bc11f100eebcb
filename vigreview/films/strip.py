"""The filmstrip: small pictures from the whole film as tiles of one JPEG."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from av.error import FFmpegError
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

from vigreview.films.copy import Progress
from vigreview.films.opening import opened, the_picture
from vigreview.films.probe import Probe
from vigreview.films.still import jpeg
from vigreview.films.streams import Readable, Writable
from vigreview.films.times import SECOND
from vigreview.films.upright import Upright

COLUMNS = 10
FEWEST, MOST = 10, 120  # tiles
TILE_LINES = 90  # pixels of height
QUALITY = 72
NOT_YET = (128, 128, 128)  # the colour of a tile that is still to come


@dataclass(frozen=True)
class Strip:
    """Tiles row by row, `columns` to a row; each shows the film at its time, in microseconds.

    The first `made` of them are there; the others are still to come.
    """

    columns: int
    tile_width: int
    tile_height: int
    times_us: list[int]
    made: int


class Sheet:
    """The sheet that a film's tiles are laid on as they come, on the timeline of what is played."""

    def __init__(self, probe: Probe) -> None:
        # A copy begins at 0 wherever its film does.
        self.origin_us = 0 if probe.plays_as_is else probe.first_us
        first, end = probe.first_us - self.origin_us, probe.duration_us - self.origin_us
        count = min(MOST, max(FEWEST, (end - first) // SECOND))
        times = [first + (end - first) * (2 * each + 1) // (2 * count) for each in range(count)]
        width = max(2, round(TILE_LINES * probe.width / probe.height / 2) * 2)
        self.strip = Strip(COLUMNS, width, TILE_LINES, times, made=0)
        rows = -(-count // COLUMNS)
        self._picture = Image.new("RGB", (COLUMNS * width, rows * TILE_LINES), NOT_YET)

    @property
    def whole(self) -> bool:
        return self.strip.made == len(self.strip.times_us)

    def put(self, number: int, tile: Image.Image) -> None:
        """Lay on one tile; all before it count as made."""
        row, column = divmod(number, COLUMNS)
        self._picture.paste(tile, (column * self.strip.tile_width, row * TILE_LINES))
        self.strip = replace(self.strip, made=number + 1)

    def jpeg(self) -> bytes:
        return jpeg(self._picture, QUALITY)


class Passing:
    """Takes the tiles from a film's upright frames as they pass by on the way into a copy."""

    def __init__(self, sheet: Sheet, changed: Callable[[], None]) -> None:
        self._sheet, self._changed = sheet, changed
        self._last: Image.Image | None = None

    def take(self, frame: VideoFrame) -> None:
        """Take a frame, stamped in microseconds, for each tile whose time has come."""
        strip = self._sheet.strip
        if self._sheet.whole or frame.pts is None or frame.pts < strip.times_us[strip.made]:
            return
        self._last = frame.to_image(width=strip.tile_width, height=strip.tile_height)
        while not self._sheet.whole and frame.pts >= strip.times_us[self._sheet.strip.made]:
            self._sheet.put(self._sheet.strip.made, self._last)
        self._changed()

    def finish(self) -> None:
        """Where the film ended before its time, its last picture stays."""
        while self._last and not self._sheet.whole:
            self._sheet.put(self._sheet.strip.made, self._last)


def make_strip(
    file: Readable, into: Writable, probe: Probe, progress: Progress = lambda _: None
) -> Strip:
    """Write the filmstrip. A tile shows the key frame at or before its time: that is quick."""
    sheet = Sheet(probe)
    for part in lay_key_frames(file, probe, sheet, sheet.origin_us):
        progress(part)
    into.write(sheet.jpeg())
    return sheet.strip


def lay_key_frames(
    file: Readable, probe: Probe, sheet: Sheet, origin_us: int = 0
) -> Iterator[float]:
    """Lay the tiles on a sheet, one key frame each; gives after each how far it is, 0 to 1.

    `origin_us` is where in the file the sheet's timeline has its 0.
    """
    width, count = sheet.strip.tile_width, len(sheet.strip.times_us)
    upright = Upright(probe, width, TILE_LINES)
    places = [at + origin_us for at in sheet.strip.times_us]
    before: VideoFrame | None = None
    tile: Image.Image | None = None
    for number, frame in enumerate(_key_frames(file, places)):
        if frame is not before and frame is not None:
            ready = list(upright.push(frame, number)) or list(upright.rest())
            tile = ready[0].to_image() if ready else tile
            before = frame
        if tile:
            sheet.put(number, tile)
        yield (number + 1) / count


def _key_frames(file: Readable, times: list[int]) -> Iterator[VideoFrame | None]:
    """For each time the key frame at or before it; where that fails, the one before once more."""
    with opened(file) as container:
        picture = the_picture(container)
        # One frame at a time is wanted here, and threads would read on for more.
        picture.thread_type = "SLICE"
        base = picture.time_base
        shown: VideoFrame | None = None
        place: int | None = None
        for at in times:
            try:
                container.seek(int(at / SECOND / base) if base else 0, stream=picture)
                packet = next(each for each in container.demux(picture) if each.size)
                if shown is None or packet.pts is None or packet.pts != place:
                    place = packet.pts
                    shown = _alone(picture, packet) or next(container.decode(picture), shown)
            except (FFmpegError, StopIteration):
                pass
            yield shown


def _alone(picture: VideoStream, packet: Packet) -> VideoFrame | None:
    """What one packet decodes to by itself, without waiting for those behind it."""
    frames = [*picture.decode(packet), *picture.decode(None)]
    picture.codec_context.flush_buffers()  # else it takes this for the film's end
    return frames[0] if frames else None
