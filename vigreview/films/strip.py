"""The filmstrip: small pictures from the whole film as tiles of one JPEG."""

from collections.abc import Iterator
from dataclasses import dataclass

from av.error import FFmpegError
from av.video.frame import VideoFrame
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


@dataclass(frozen=True)
class Strip:
    """Tiles row by row, `columns` to a row; each shows the film at its time, in microseconds."""

    columns: int
    tile_width: int
    tile_height: int
    times_us: list[int]


def make_strip(
    file: Readable, into: Writable, probe: Probe, progress: Progress = lambda _: None
) -> Strip:
    """Write the filmstrip. A tile shows the key frame at or before its time: that is quick."""
    count = min(MOST, max(FEWEST, probe.duration_us // SECOND))
    width = max(2, round(TILE_LINES * probe.width / probe.height / 2) * 2)
    upright = Upright(probe, width, TILE_LINES)
    rows = -(-count // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * width, rows * TILE_LINES))
    first, span = probe.first_us, probe.duration_us - probe.first_us
    middles = [first + span * (2 * number + 1) // (2 * count) for number in range(count)]
    for number, frame in enumerate(_key_frames(file, middles)):
        for tile in [*upright.push(frame, number), *upright.rest()]:
            place = (number % COLUMNS * width, number // COLUMNS * TILE_LINES)
            sheet.paste(tile.to_image(), place)
        progress((number + 1) / count)
    into.write(jpeg(sheet, QUALITY))
    return Strip(COLUMNS, width, TILE_LINES, middles)


def _key_frames(file: Readable, times: list[int]) -> Iterator[VideoFrame]:
    """For each time the key frame at or before it; where that fails, the one before once more."""
    with opened(file) as container:
        picture = the_picture(container)
        # One frame at a time is wanted here, and threads would read on for more.
        picture.thread_type = "SLICE"
        base = picture.time_base
        shown: VideoFrame | None = None
        for at in times:
            try:
                container.seek(int(at / SECOND / base) if base else 0, stream=picture)
                shown = next(container.decode(picture), shown)
            except FFmpegError:
                pass
            if shown:
                yield shown
