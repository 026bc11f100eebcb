"""Each real film is judged as the index beside it says; the index holds ffprobe's figures."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.films.conftest import RealFilms
from vigreview.films.judging import judge

CHOSEN = [  # a dozen, for what is special about each
    *("hero7.mp4", "fire2.mp4", "dolbyVision-hdr.MOV", "sample_edit_list.mp4"),
    *("sample_fragmented.mp4", "no_duration.webm", "MOV00006.3gp", "nasa_13013.mp4"),
    *("iphone_mov_named.avi", "sample.avi", "invalid-bitstream.webm", "mp3_named.mov"),
]
OTHERS = [
    *("one-by-one-person-detection.mp4", "vp9_webrtc_2.webm", "h265_with_metadata_track.mp4"),
    *("pixel7_videoOnly_cleaned.mp4", "portrait_4k60.mp4", "hdr10-video-with-sdr-container.mp4"),
    *("sample.mkv", "bbb_800x640_768kbps_30fps_avc_pyramid_3b.mp4", "video_1.mp4"),
    *("IMG_0034.MOV", "FLIR Thermal.mp4", "h265-sample.mp4", "video1.webm", "zero_length.mp4"),
    *("bbb_mono_8kHz_12.2kbps_amrnb.3gp", "truncated_ipad_moov_at_end.MOV", "text_named.mp4"),
    "jpeg_named.mp4",
]
AS_THEY_ARE = {
    *("hero7.mp4", "fire2.mp4", "iphone_mov_named.avi", "one-by-one-person-detection.mp4"),
    *("pixel7_videoOnly_cleaned.mp4", "portrait_4k60.mp4", "video_1.mp4", "IMG_0034.MOV"),
    *("bbb_800x640_768kbps_30fps_avc_pyramid_3b.mp4", "FLIR Thermal.mp4"),
}
# The index counts packets; these have some that their edit lists leave out.
SHOWN = {
    "sample_edit_list.mp4": (77, 2.568333),
    "dolbyVision-hdr.MOV": (4, 0.133333),
    "IMG_0034.MOV": (81, 2.7),
}
# How long the last frame stays, in seconds, where it is longer than at 15 frames a second.
LAST = {"FLIR Thermal.mp4": 0.14, "fire2.mp4": 0.11, "one-by-one-person-detection.mp4": 0.11}
REASONS = {
    "sound only": "only sound",
    "damaged": "cannot be read",
    "unreadable": "end of this film is missing",
    "empty": "is empty",
    "not a film": "not a film",
    "a still picture": "a single picture",
}


def check(path: Path) -> None:
    rows = json.loads((path.parent / "index.json").read_text())
    row: dict[str, Any] = next(each for each in rows if each["file"] == path.name)
    told = judge(path)
    assert told["ok"] is (row["verdict"] == "plays")
    if not told["ok"]:
        assert REASONS[row["verdict"]] in told["reason"]
        said = {"file": str(path), "ok": False, "reason": told["reason"], "plays_as_is": False}
        assert {name: value for name, value in told.items() if value is not None} == said
        return
    assert told["reason"] is None
    assert told["width"] == pytest.approx(row["shown_width"], abs=1)
    assert told["height"] == pytest.approx(row["shown_height"], abs=1)
    assert told["rotation"] == -row["rotation"] % 360
    assert told["video_codec"] == row["video_codec"]
    sounds = [each.split("/")[0] for each in row["audio"]]
    assert told["audio_codec"] == (sounds[0] if sounds else None)
    assert told["variable_frame_rate"] is row["variable_frame_rate"]
    assert told["plays_as_is"] is (path.name in AS_THEY_ARE)
    if path.name in SHOWN:
        assert (told["frames"], told["duration_s"]) == SHOWN[path.name]
        return
    assert told["frames"] == row["video_packets"]
    last = told["duration_s"] - (row["last_frame_s"] - row["first_frame_s"])
    assert -0.001 < last < LAST.get(path.name, 0.07)


@pytest.mark.parametrize("name", CHOSEN)
def test_a_real_film_is_judged_as_its_index_says(real_films: RealFilms, name: str) -> None:
    for path in real_films.paths:
        if path.name == name:
            check(path)


@pytest.mark.long
@pytest.mark.parametrize("name", OTHERS)
def test_the_other_real_films_are_judged_as_their_index_says(
    real_films: RealFilms, name: str
) -> None:
    for path in real_films.paths:
        if path.name == name:
            check(path)


def test_every_film_of_the_index_has_its_test(real_films: RealFilms) -> None:
    for path in real_films.paths:
        index = path.parent / "index.json"
        if index.is_file():
            rows = json.loads(index.read_text())
            assert {each["file"] for each in rows} <= {*CHOSEN, *OTHERS}


@pytest.mark.long
def test_all_real_films_are_judged_from_the_command_line(real_films: RealFilms) -> None:
    if not real_films.paths:
        return
    command = [sys.executable, "-m", "vigreview", "films", "check", *map(str, real_films.paths)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert lines == [judge(path) for path in real_films.paths]
