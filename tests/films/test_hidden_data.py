"""Where a phone filmed, whose it is, and what made a film stay in the film that was brought."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import av
import imageio_ffmpeg
import pytest

from tests.films.making import Wanted, make, steady
from vigreview.films.clip import make_clip_copy
from vigreview.films.converting import convert
from vigreview.films.copy import make_playback_copy
from vigreview.films.probe import probe
from vigreview.films.still import jpeg, make_still

SECRET = "Ada's phone, serial F2LXK"
PLACE = "+51.5034-000.1276/"
WHEN = "2021-03-04T05:06:07Z"
TELLING = (
    *(SECRET.encode(), PLACE.encode(), b"51.50", b"2021", b"A word under the film", b"A chapter"),
    *(b"Lavf", b"Lavc", b"x264", b"\xa9xyz", b"\xa9too", b"tmcd", b"tx3g"),
)

UNDER = f"1\n00:00:00,000 --> 00:00:01,000\nA word under the film of {SECRET}\n"
CHAPTERS = f""";FFMETADATA1
title={SECRET}
location={PLACE}
location-eng={PLACE}
com.apple.quicktime.location.ISO6709={PLACE}
com.apple.quicktime.make={SECRET}
com.apple.quicktime.creationdate={WHEN}
creation_time={WHEN}
[CHAPTER]
TIMEBASE=1/1000
START=0
END=1000
title=A chapter of {SECRET}
"""


@pytest.fixture(params=["played itself", "played as it is", "copied"])
def film(request: pytest.FixtureRequest, tmp_path: Path) -> bytes:
    """A film that is full of what nobody else is to know."""
    key_every = 10 if request.param == "played itself" else 100
    plain, under, chapters = tmp_path / "plain.mp4", tmp_path / "under.srt", tmp_path / "chapters"
    plain.write_bytes(make(Wanted(steady(50), key_every=key_every, sound="libmp3lame")))
    under.write_text(UNDER)
    chapters.write_text(CHAPTERS)
    told = tmp_path / ("told.mkv" if request.param == "copied" else "told.mp4")
    user_data = f"086f3693-b7b3-4f2c-9653-21492feee5b8+{SECRET}"
    mp4 = [*("-c:s", "mov_text", "-timecode", "01:02:03:04"), *("-movflags", "use_metadata_tags")]
    command = [
        *(imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error"),
        *("-i", plain, "-i", under, "-i", chapters),
        *("-map", "0", "-map", "1", "-map_metadata", "2", "-map_chapters", "2"),
        *("-c:v", "copy", "-c:a", "aac", "-bsf:v", f"h264_metadata=sei_user_data={user_data}"),
        *("-metadata:s:v", f"handler_name={SECRET}", "-metadata:s:a", f"title={SECRET}"),
        *([] if request.param == "copied" else mp4),
    ]
    subprocess.run([*command, told], check=True)
    data = told.read_bytes()
    seen = probe(io.BytesIO(data))
    assert seen.plays_as_is == (request.param != "copied")
    assert seen.wants_scrub_copy == (request.param != "played itself")
    assert SECRET.encode() in data
    return data


def copy_of(film: bytes, _: Path) -> bytes:
    into = io.BytesIO()
    make_playback_copy(io.BytesIO(film), into, probe(io.BytesIO(film)))
    return into.getvalue()


def converted(film: bytes, folder: Path) -> bytes:
    (folder / "film").write_bytes(film)
    convert(folder / "film", folder / "out.mp4")
    return (folder / "out.mp4").read_bytes()


def clip_of(film: bytes, _: Path) -> bytes:
    into, told = io.BytesIO(), probe(io.BytesIO(film))
    times = told.times
    make_clip_copy(io.BytesIO(film), into, told, times, int(times[5]), int(times[20]))
    return into.getvalue()


def still_of(film: bytes, _: Path) -> bytes:
    told = probe(io.BytesIO(film))
    return jpeg(make_still(io.BytesIO(film), told, int(told.times[7])))


MADE: list[Callable[[bytes, Path], bytes]] = [copy_of, clip_of, still_of]


@pytest.mark.parametrize("made", MADE)
def test_nothing_that_is_made_of_a_film_tells(
    film: bytes, made: Callable[[bytes, Path], bytes], tmp_path: Path
) -> None:
    data = made(film, tmp_path)
    assert [each for each in TELLING if each in data] == []


def test_what_is_taken_over_tells_no_more_than_its_pictures_and_its_sound(
    film: bytes, tmp_path: Path
) -> None:
    data = converted(film, tmp_path)
    # What encoded the sound may stand in the sound itself, which is not encoded again.
    assert [each for each in TELLING if each in data and each != b"Lavc"] == []


@pytest.mark.parametrize("made", [copy_of, clip_of, converted])
def test_no_other_track_no_chapter_and_no_date_is_in_a_copy(
    film: bytes, made: Callable[[bytes, Path], bytes], tmp_path: Path
) -> None:
    data = made(film, tmp_path)
    with av.open(io.BytesIO(data)) as container:
        assert [each.type for each in container.streams] == ["video", "audio"]
        assert container.chapters() == []
    for box in (b"mvhd", b"tkhd", b"mdhd"):
        place = data.index(box) + 8  # past the name, the version and the flags
        assert not any(data[place : place + 8]), "when it was made, and when it was changed"
