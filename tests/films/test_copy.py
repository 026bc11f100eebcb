"""The playback copy shows the whole film: every frame, upright, at its time, with its sound."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import imageio_ffmpeg
import numpy as np
import pytest

from tests.films.making import (
    RATE,
    Picture,
    Wanted,
    heard,
    is_upright,
    make,
    number_of,
    seen,
    steady,
    unsteady,
)
from vigreview.films.copy import make_playback_copy, quick_lines
from vigreview.films.errors import NoRoom
from vigreview.films.probe import Probe, probe
from vigreview.films.unusable import Unreadable

CODECS = {
    "h264": Wanted(unsteady(40), b_frames=3, key_every=100),
    "hevc": Wanted(unsteady(40), codec="libx265", options={"x265-params": "log-level=none"}),
    "hevc of ten bits": Wanted(
        steady(20),
        codec="libx265",
        pixels="yuv420p10le",
        options={"x265-params": "log-level=none"},
    ),
    "vp8": Wanted(unsteady(40), codec="libvpx", container="webm", clock=1000),
    "vp9": Wanted(unsteady(40), codec="libvpx-vp9", container="webm", clock=1000),
    "mpeg4": Wanted(steady(40), codec="mpeg4", container="avi", clock=25),
    "mjpeg": Wanted(steady(20), codec="mjpeg", pixels="yuvj420p", container="mov"),
    "fragments": Wanted(steady(40), muxing={"movflags": "frag_keyframe+empty_moov"}, b_frames=2),
    "interlaced": Wanted(steady(40), options={"x264-params": "interlaced=1"}),
}


def copied(film: bytes) -> tuple[bytes, Probe]:
    into = io.BytesIO()
    told = probe(io.BytesIO(film))
    assert make_playback_copy(io.BytesIO(film), into, told) == 0
    return into.getvalue(), told


@pytest.mark.parametrize("wanted", CODECS.values(), ids=CODECS)
def test_every_frame_is_there_at_its_time(wanted: Wanted) -> None:
    film, told = copied(make(wanted))
    copy = seen(film)
    assert copy.numbers == list(range(len(wanted.times)))
    assert np.array_equal(copy.times, told.times - told.first_us)
    assert np.abs(np.array(copy.times) - np.array(wanted.times)).max() <= 1000
    again = probe(io.BytesIO(film))
    assert again.plays_as_is
    assert again.key_frame_gap_us <= 100_000
    assert (again.pixel_format, again.rotation) == ("yuv420p", 0)
    assert again.duration_us == told.duration_us - told.first_us


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("mirrored", [False, True])
def test_the_copy_is_upright(rotation: int, mirrored: bool) -> None:
    film, told = copied(make(Wanted(steady(6), rotation=rotation, mirrored=mirrored)))
    copy = seen(film)
    assert copy.pictures[0].shape[:2] == (told.height, told.width)
    assert all(is_upright(each) for each in copy.pictures)
    assert copy.numbers == list(range(6))


def test_a_large_film_is_made_smaller_and_keeps_its_shape() -> None:
    film, _ = copied(make(Wanted(steady(2), size=(3840, 2160), rotation=90)))
    assert seen(film).pictures[0].shape[:2] == (1920, 1080)


def test_a_film_of_odd_size_gets_an_even_copy() -> None:
    film, told = copied(make(Wanted(steady(4), size=(321, 241), pixels="yuv444p")))
    assert (told.width, told.height) == (321, 241)
    assert all(side % 2 == 0 for side in seen(film).pictures[0].shape[:2])


@pytest.mark.parametrize(
    ("sound", "channels", "container"),
    [("aac", "mono", "mp4"), ("libmp3lame", "stereo", "mov"), ("libopus", "stereo", "matroska")],
)
def test_sound_stays_where_it_was(sound: str, channels: str, container: str) -> None:
    wanted = Wanted(steady(60), codec="libx264", container=container, sound=sound)
    wanted = Wanted(**{**wanted.__dict__, "channels": channels, "key_every": 100})
    film, _ = copied(make(wanted))
    loud = np.flatnonzero(np.abs(heard(film)) > 0.1) / RATE
    for second in (0, 1, 2):
        beep = loud[(loud > second - 0.2) & (loud < second + 0.5)]
        assert beep[0] == pytest.approx(second, abs=0.012)
        assert beep[-1] == pytest.approx(second + 0.1, abs=0.012)


def test_a_silent_film_gets_a_silent_copy() -> None:
    film, _ = copied(make(Wanted(steady(6))))
    assert len(heard(film)) == 0
    assert b"soun" not in film


def test_nothing_but_the_film_is_in_the_copy() -> None:
    film, _ = copied(make(Wanted(steady(6), sound="aac")))
    for telling in (b"Lavf", b"Lavc", b"x264 - core", b"\xa9too", b"\xa9nam"):
        assert telling not in film


def test_a_late_start_keeps_its_time_where_the_film_plays_and_not_elsewhere() -> None:
    plays, told = copied(make(Wanted(steady(30, start=200_000), sound="aac")))
    assert told.plays_as_is
    assert seen(plays).times[0] == told.first_us == 200_000
    remade, _ = copied(make(Wanted(steady(30, start=200_000), sound="aac", container="matroska")))
    assert seen(remade).times[0] == 0
    loud = np.flatnonzero(np.abs(heard(remade)) > 0.1) / RATE
    assert loud[loud > 0.3][0] == pytest.approx(0.8, abs=0.012)


def test_a_film_that_changes_its_size_keeps_the_first() -> None:
    """Recordings of calls do so; the smaller picture is shown in the middle."""
    sizes = [make(Wanted(steady(10), size=size, key_every=1)) for size in [(320, 240), (160, 160)]]
    joined = io.BytesIO()
    with av.open(joined, "w", format="mpegts") as target:
        stream = None
        for index, film in enumerate(sizes):
            with av.open(io.BytesIO(film)) as source:
                track = source.streams.video[0]
                stream = stream or target.add_stream_from_template(track)
                shift = index * 400_000 * 90_000 // 1_000_000
                to_annexb = av.BitStreamFilterContext("h264_mp4toannexb", track)
                for packet in source.demux(track):
                    for each in to_annexb.filter(packet if packet.size else None):
                        each.pts += shift
                        each.dts += shift
                        each.stream = stream
                        target.mux(each)
    film, _ = copied(joined.getvalue())
    copy = seen(film)
    assert {each.shape[:2] for each in copy.pictures} == {(240, 320)}
    assert copy.numbers[:10] == list(range(10))
    assert [number_of(each[:, 40:280]) for each in copy.pictures[10:]] == list(range(10))


def test_a_film_with_damaged_packets_goes_on_behind_them() -> None:
    film = bytearray(make(Wanted(steady(60), key_every=10)))
    start = film.index(b"mdat") + 4
    length = int.from_bytes(film[start - 8 : start - 4], "big") - 8
    middle = start + length // 2
    film[middle : middle + 200] = np.random.default_rng(2).bytes(200)
    into = io.BytesIO()
    make_playback_copy(io.BytesIO(bytes(film)), into, probe(io.BytesIO(bytes(film))))
    copy = seen(into.getvalue())
    assert len(copy.times) > 40
    assert copy.numbers[-1] == 59
    assert copy.times[-1] == 59 * 40_000


def test_a_film_that_turns_out_unreadable_is_told() -> None:
    film = make(Wanted(steady(30)))
    told = probe(io.BytesIO(film))
    start = film.index(b"mdat") + 4
    length = int.from_bytes(film[start - 8 : start - 4], "big") - 8
    broken = film[:start] + np.random.default_rng(3).bytes(length) + film[start + length :]
    with pytest.raises(Unreadable):
        make_playback_copy(io.BytesIO(broken), io.BytesIO(), told)


def test_progress_goes_from_the_start_to_the_end() -> None:
    film = make(Wanted(steady(30)))
    parts: list[float] = []
    make_playback_copy(io.BytesIO(film), io.BytesIO(), probe(io.BytesIO(film)), parts.append)
    assert parts == sorted(parts)
    assert 0 <= parts[0] < 0.2
    assert 0.9 < parts[-1] <= 1


def test_a_film_is_copied_quickly_first_where_the_copy_takes_long() -> None:
    film = make(Wanted(steady(4)))
    told = probe(io.BytesIO(film))
    everyday = replace(told, width=1920, height=1080)
    assert quick_lines(everyday) is None
    assert quick_lines(replace(everyday, hdr=True)) == 720
    assert quick_lines(replace(told, hdr=True, width=720, height=1280)) is None
    assert quick_lines(replace(told, width=2160, height=3840)) == 720
    into = io.BytesIO()
    make_playback_copy(io.BytesIO(film), into, told, lines=120)
    assert seen(into.getvalue()).pictures[0].shape[:2] == (120, 160)


def test_slow_motion_keeps_every_frame_and_its_key_frames_close() -> None:
    wanted = Wanted(steady(300, rate=240), size=(160, 120), key_every=300, codec="libx265")
    film, _ = copied(make(replace(wanted, options={"x265-params": "log-level=none"})))
    assert len(seen(film).times) == 300
    assert probe(io.BytesIO(film)).key_frame_gap_us <= 100_000


@pytest.mark.parametrize("first", ["top", "bottom"])
def test_fields_of_moving_pictures_are_woven_into_whole_ones(tmp_path: Path, first: str) -> None:
    """Each frame of a camera that films by fields shows two moments, line by line."""
    path = tmp_path / "film.mkv"
    bars = "nullsrc=r=50:d=1:s=320x240,format=gray,geq=lum='235*lt(mod(X-8*N\\,80)\\,40)'"
    fields = f"{bars},tinterlace=mode=interleave_{first},setfield=mode={first[0]}ff"
    params = f"{first[0]}ff=1:crf=10"
    command = ["-f", "lavfi", "-i", fields, "-c:v", "libx264", "-x264-params", params]
    subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *command, "-pix_fmt", "yuv420p", path],
        check=True,
    )
    data = path.read_bytes()
    film, told = copied(data)
    assert told.interlaced
    assert len(seen(film).times) == told.frames
    assert combed(seen(film).pictures) < combed(seen(data).pictures) / 3


def combed(pictures: list[Picture]) -> float:
    """How much more a line differs from the next than from the one after it."""
    lines = np.array(pictures, dtype=int).mean(axis=-1)
    next_one = np.abs(np.diff(lines, axis=1))[:, :-1]
    one_after = np.abs(lines[:, 2:] - lines[:, :-2])
    return float(np.maximum(next_one - one_after, 0).mean())


class Full(io.BytesIO):
    """A file on a disk with room for so many bytes."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: Any) -> int:
        if self.tell() + len(data) > self._room:
            raise NoRoom
        return super().write(data)


@pytest.mark.parametrize("part", [0.0, 0.01, 0.5, 0.999])
def test_a_full_disk_is_told_as_what_it_is(part: float) -> None:
    film = make(Wanted(steady(60), sound="aac", options={"crf": "5"}))
    told, whole = probe(io.BytesIO(film)), io.BytesIO()
    make_playback_copy(io.BytesIO(film), whole, told)
    room = int(len(whole.getvalue()) * part)
    with pytest.raises(NoRoom):
        make_playback_copy(io.BytesIO(film), Full(room), told)


@pytest.mark.parametrize("container", ["matroska", "mpegts", "avi"])
def test_a_film_that_breaks_off_is_copied_as_far_as_it_goes(container: str) -> None:
    wanted = Wanted(steady(100), container=container, clock=25, codec="mpeg4", key_every=10)
    film = make(wanted)
    film = film[: len(film) * 6 // 10]
    copy, told = copied(film)
    assert 40 < told.frames < 70
    assert abs(len(seen(copy).times) - told.frames) <= 1
    assert seen(copy).numbers[:40] == list(range(40))
    assert probe(io.BytesIO(copy)).plays_as_is
