"""What the command line says of films, and the copies it writes, as seen at a terminal."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.films.making import Wanted, is_upright, make, seen, steady, unsteady
from tests.films.mending import index_first
from tests.waiting import wait_for
from vigreview.films import apart
from vigreview.films.probe import probe

ROOT = Path(__file__).parents[1]
KEYS = [
    *("file", "ok", "reason", "plays_as_is", "duration_s", "frames", "width", "height"),
    *("rotation", "variable_frame_rate", "video_codec", "audio_codec"),
]
UNKNOWN = dict.fromkeys(KEYS[4:])
FILM = make(Wanted(steady(50), rotation=90, sound="aac", b_frames=2))


def run(*arguments: object, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vigreview", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )


def told(ran: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """The judgements, each of them a line."""
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert all(list(line) == KEYS for line in lines)
    return lines


def test_a_film_is_judged_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "Ada's bath.mov").write_bytes(FILM)
    ran = run("films", "check", "Ada's bath.mov", folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert told(ran) == [
        {
            "file": "Ada's bath.mov",
            "ok": True,
            "reason": None,
            "plays_as_is": True,
            "duration_s": 2.0,
            "frames": 50,
            "width": 240,
            "height": 320,
            "rotation": 90,
            "variable_frame_rate": False,
            "video_codec": "h264",
            "audio_codec": "aac",
        }
    ]


def test_every_file_of_a_folder_is_judged_even_when_some_are_no_films(tmp_path: Path) -> None:
    files = {
        "1 starts at eleven o'clock.mts": make(
            Wanted(steady(50, start=11 * 3600 * 10**6), container="mpegts")
        ),
        "2 varies.mkv": make(Wanted(unsteady(50), container="matroska", clock=1000, sound="ac3")),
        "3 is cut.mp4": index_first(FILM)[: len(FILM) * 3 // 4],
        "4 is text.mp4": b"Dear diary, this is no film.",
        "5 is empty.mp4": b"",
        "film; rm -rf $HOME.mp4": FILM,
        "-v.mp4": FILM,
        ".hidden": b"",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    ran = run("films", "check", tmp_path)
    lines = {Path(line["file"]).name: line for line in told(ran)}
    assert ran.returncode == 0
    assert set(lines) == set(files) - {".hidden"}
    late, varying, cut, text, empty = (lines[name] for name in sorted(lines)[1:6])
    assert (late["duration_s"], late["frames"]) == (pytest.approx(2, abs=0.001), 50)
    assert (late["video_codec"], late["audio_codec"]) == ("h264", None)
    assert varying["variable_frame_rate"]
    assert varying["audio_codec"] == "ac3"
    assert cut["ok"]
    assert not cut["plays_as_is"]
    assert cut["reason"] == "The last part of this film is missing: 1 s can be used."
    for line, word in ((text, "not a film"), (empty, "empty")):
        assert not line["ok"]
        assert line["plays_as_is"] is False
        assert word in line["reason"]
        assert {key: line[key] for key in UNKNOWN} == UNKNOWN


def test_a_file_that_is_not_there_is_said_and_the_others_are_judged(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(FILM)
    names = ["nowhere.mp4", "../../" + "long" * 1000 + ".mp4", "film.mp4"]
    ran = run("films", "check", *names, folder=tmp_path)
    assert [(line["file"], line["ok"]) for line in told(ran)] == list(
        zip(names, [False, False, True], strict=True)
    )
    assert ran.returncode == 1
    assert "There is no file nowhere.mp4." in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_file_that_stops_whoever_reads_it_is_judged_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(FILM)
    crashing = "import os; os.abort()"
    hanging = "import threading; threading.Event().wait()"
    hungry = "from vigreview.films.apart import *; limit_memory(2**30); bytearray(2**31)"
    monkeypatch.setattr(apart, "PATIENCE", 3)
    breaking = "could not be worked with"
    for code, word in ((crashing, breaking), (hungry, breaking), (hanging, "to its end")):
        monkeypatch.setattr(apart, "COMMAND", [sys.executable, "-c", code])
        line = apart.judged(film)
        assert list(line) == KEYS
        assert (line["file"], line["ok"]) == (str(film), False)
        assert word in line["reason"]


def test_the_copy_that_would_be_played_is_written(tmp_path: Path) -> None:
    film = make(Wanted(unsteady(30), codec="libvpx", container="webm", clock=1000, sound="libopus"))
    (tmp_path / "film.webm").write_bytes(film)
    ran = run("films", "convert", "film.webm", "copy.mp4", folder=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    copy = (tmp_path / "copy.mp4").read_bytes()
    with (tmp_path / "copy.mp4").open("rb") as file:
        judged = probe(file)
    assert judged.plays_as_is
    assert judged.frames == 30
    assert seen(copy).numbers == list(range(30))
    assert all(is_upright(picture) for picture in seen(copy).pictures)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.mp4", "film.webm"]


def test_what_cannot_be_copied_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(FILM)
    (tmp_path / "notes.mp4").write_text("Dear diary, this is no film.")
    (tmp_path / "folder").mkdir()
    for source, out, word in (
        ("notes.mp4", "copy.mp4", "not a film"),
        ("nowhere.mp4", "copy.mp4", "no file nowhere.mp4"),
        ("film.mp4", "film.mp4", "another name"),
        ("film.mp4", "no/folder/copy.mp4", "could not be written"),
        ("film.mp4", "c" * 4000 + ".mp4", "could not be written"),
        ("film.mp4", "folder", "could not be written"),
    ):
        ran = run("films", "convert", source, out, folder=tmp_path)
        assert (ran.returncode, ran.stdout) == (1, "")
        assert word in ran.stderr
        assert ran.stderr.count("\n") == 1
    assert film.read_bytes() == FILM
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        *("film.mp4", "folder", "notes.mp4"),
    ]


def test_a_film_beside_its_copy_is_left_alone_whatever_it_is_called(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4.part"  # as downloads are called that are not done
    film.write_bytes(FILM)
    assert run("films", "convert", film, tmp_path / "film.mp4").returncode == 0
    assert film.read_bytes() == FILM
    assert sorted(each.name for each in tmp_path.iterdir()) == ["film.mp4", "film.mp4.part"]


def test_long_reading_is_no_standing_still(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slowly = """
import sys, threading
import vigreview.films.apart as apart
import vigreview.films.judging as judging
honest = judging.probe
def slow(file, limits):
    for _ in range(20):
        threading.Event().wait(0.2)
        file.read(16)
    return honest(file, limits)
judging.probe = slow
apart.LOOK_EVERY = 0.1
print(apart.json.dumps(apart._do(*sys.argv[1:])))
"""
    film = tmp_path / "film.mp4"
    film.write_bytes(FILM)
    monkeypatch.setattr(apart, "COMMAND", [sys.executable, "-c", slowly])
    monkeypatch.setattr(apart, "PATIENCE", 2.0)
    assert apart.judged(film)["ok"]


@pytest.mark.parametrize("end", ["SIGTERM", "SIGKILL"])
def test_a_copy_that_is_ended_half_way_leaves_nothing(tmp_path: Path, end: str) -> None:
    (tmp_path / "film.mp4").write_bytes(
        make(Wanted(steady(400), size=(1280, 720), key_every=400, options={"preset": "ultrafast"}))
    )
    command = [sys.executable, "-m", "vigreview", "films", "convert", "film.mp4", "copy.mp4"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment) as process:
        wait_for(lambda: any(each.stat().st_size for each in tmp_path.glob(".*")))
        process.send_signal(getattr(signal, end))
    wait_for(lambda: [each.name for each in tmp_path.iterdir()] == ["film.mp4"])


def test_help_tells_what_there_is() -> None:
    for asked, words in (
        ((), ("usage", "films")),
        (("films", "--help"), ("check", "convert")),
        (("films", "check", "--help"), ("FILE", "one line of JSON", "folder")),
        (("films", "convert", "--help"), ("OUT.mp4", "upright")),
    ):
        ran = run(*asked)
        assert all(word in ran.stdout + ran.stderr for word in words)
        assert (ran.returncode == 0) is bool(asked)
    assert run("films", "check").returncode == 2


def test_nothing_hidden_in_a_film_is_told(tmp_path: Path) -> None:
    secrets = {
        "location": "+51.5007-000.1246/",
        "com.apple.quicktime.location.ISO6709": "+51.5007-000.1246/",
        "artist": "Grace Hopper",
        "comment": "serial C02XK0AAJG5H",
        "title": "Grace Hopper at home",
        "make": "Apple",
    }
    film = make(Wanted(steady(30), container="mov", sound="aac", tags=secrets))
    assert b"+51.5007" in film
    (tmp_path / "film.mov").write_bytes(film)
    ran = run("films", "check", "film.mov", folder=tmp_path)
    written = run("films", "convert", "film.mov", "copy.mp4", folder=tmp_path)
    with (tmp_path / "film.mov").open("rb") as file:
        facts = json.dumps(probe(file).facts())
    said = [ran.stdout, ran.stderr, written.stdout, written.stderr, facts]
    copy = (tmp_path / "copy.mp4").read_bytes()
    for secret in ("51.5007", "Hopper", "C02XK", "Apple", "home"):
        assert secret.encode() in film
        assert not [each for each in said if secret in each]
        assert secret.encode() not in copy
