"""A film file that is killed, or read and written by several at once, holds what was told."""

import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.films.test_file import put
from vigreview.films.file import FilmFile
from vigreview.films.streams import CHUNK

MARKER = b"first bytes of a film that nobody may find: ftypmp42 Ada on the play mat "


def in_another_process(script: str, path: Path, key: bytes) -> subprocess.Popen[bytes]:
    """A second Python with the film file open as `film`; it gets the key by a pipe."""
    opening = (
        "import sys, os\n"
        "from vigreview.films.file import FilmFile\n"
        "key = sys.stdin.buffer.read(32)\n"
        "film = FilmFile.open(sys.argv[1], key)\n"
        "def say(word):\n    sys.stdout.write(word + '\\n'); sys.stdout.flush()\n"
        "def wait():\n    return sys.stdin.buffer.readline()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", opening + script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin
    process.stdin.write(key)
    process.stdin.flush()
    return process


def heard(process: subprocess.Popen[bytes]) -> str:
    assert process.stdout
    return process.stdout.readline().decode().strip()


def test_many_threads_read_while_one_writes(film: FilmFile) -> None:
    data = random.Random(3).randbytes(8 * CHUNK)
    put(film, "original", data)
    wrong: list[int] = []

    def look(seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(40):
            start = chance.randrange(len(data))
            if film.read("original", start, 70000) != data[start : start + 70000]:
                wrong.append(start)

    threads = [threading.Thread(target=look, args=(seed,)) for seed in range(6)]
    for thread in threads:
        thread.start()
    put(film, "playing", data)
    for thread in threads:
        thread.join()
    assert wrong == []
    assert film.read("playing", 0, len(data)) == data


def test_one_process_reads_while_another_writes(film: FilmFile, path: Path, key: bytes) -> None:
    data = random.Random(4).randbytes(4 * CHUNK)
    put(film, "original", data)
    other = in_another_process(
        "with film.writer('playing', 'video/mp4') as writer:\n"
        "    say('begun')\n"
        "    for number in range(160):\n"
        "        writer.write(bytes([number]) * 262144)\n"
        "say('sealed')\n",
        path,
        key,
    )
    assert heard(other) == "begun"
    while film.length("playing") is None:  # as a server does: reads and small writes meanwhile
        assert film.read("original", CHUNK - 9, CHUNK) == data[CHUNK - 9 : 2 * CHUNK - 9]
        film.append("arriving", film.held("arriving"), b"some more")
    assert heard(other) == "sealed"
    assert other.wait(30) == 0
    assert film.length("playing") == 160 * 262144
    for number in range(0, 160, 7):
        assert film.read("playing", number * 262144, 3) == bytes([number]) * 3


def test_a_kill_in_the_middle_of_a_write_leaves_nothing_half(path: Path, key: bytes) -> None:
    with FilmFile.create(path, key) as film:
        put(film, "playing", b"old")
    other = in_another_process(
        "writer = film.writer('playing', 'video/mp4')\n"
        "for number in range(40):\n"
        "    writer.write(bytes(262144))\n"
        "film.append('original', 0, bytes(300000))\n"
        "say('half way')\n"
        "while True:\n"
        "    writer.write(bytes(262144))\n",
        path,
        key,
    )
    assert heard(other) == "half way"
    other.kill()
    other.wait(30)
    with FilmFile.open(path, key) as film:
        assert film.read("playing", 0, 9) == b"old"
        assert film.held("original") == 300000  # it was durable when append returned
        put(film, "playing", b"new")
        assert film.read("playing", 0, 9) == b"new"
        # What the killed writer had stored is swept by the next one.
        assert film._chunks.value("SELECT count(*) FROM chunks") == 3


def test_what_arrived_outlasts_a_kill(path: Path, key: bytes) -> None:
    FilmFile.create(path, key).close()
    other = in_another_process(
        "held = 0\n"
        "for number in range(50):\n"
        "    held = film.append('original', held, bytes([number]) * 1000003)\n"
        "say(str(held))\n"
        "wait()\n",
        path,
        key,
    )
    assert heard(other) == "50000150"
    other.kill()
    other.wait(30)
    with FilmFile.open(path, key) as film:
        assert film.held("original") == 50000150
        film.seal("original", "video/mp4")
        whole = film.read("original", 0, 50000150)
        assert whole == b"".join(bytes([number]) * 1000003 for number in range(50))


def test_what_arrives_is_written_once_and_a_kill_takes_back_what_was_half_written(
    path: Path, key: bytes
) -> None:
    FilmFile.create(path, key).close()
    other = in_another_process(
        "film.append('original', 0, b'held' * 1000)\n"
        "film._chunks.run('BEGIN IMMEDIATE')\n"
        "stream, _ = film._chunks.stream('original', 'arriving')\n"
        "film._chunks.put_chunk(stream, 0, b'half' * 1000)\n"
        "for number in range(1, 60):\n"
        "    film._chunks.put_chunk(stream, number, bytes(262144))\n"
        "say('half way')\n"
        "wait()\n",
        path,
        key,
    )
    assert heard(other) == "half way"
    assert not path.with_name(path.name + "-wal").exists()
    other.kill()
    other.wait(30)
    with FilmFile.open(path, key) as film:
        assert film.held("original") == 4000
        film.seal("original", "video/mp4")
        assert film.read("original", 0, 5000) == b"held" * 1000
        assert film._chunks.value("PRAGMA journal_mode") == "wal"  # now others may read meanwhile


def test_a_film_that_was_sealed_before_a_kill_is_read_by_many_when_it_is_opened_again(
    path: Path, key: bytes
) -> None:
    with FilmFile.create(path, key) as film:
        film.append("original", 0, b"all of it")
        stream, length = film._chunks.stream("original", "arriving")
        film._chunks.seal("original", stream, "video/mp4", length)
    with FilmFile.open(path, key) as film:
        assert film._chunks.value("PRAGMA journal_mode") == "wal"
        assert film.read("original", 0, 9) == b"all of it"


def test_a_sweep_that_was_killed_is_finished_at_the_next_opening(path: Path, key: bytes) -> None:
    with FilmFile.create(path, key) as film:
        put(film, "clip/1", bytes(3 * CHUNK))
        film._chunks.run("UPDATE streams SET state = 'dropped'")
    with FilmFile.open(path, key) as film:
        assert film._chunks.value("SELECT count(*) FROM chunks") == 0


@pytest.mark.long
def test_a_kill_at_any_moment_keeps_what_was_told(path: Path, key: bytes) -> None:
    """However the writer dies, what it said is there, and what it had not sealed is not."""
    FilmFile.create(path, key).close()
    chance = random.Random(5)
    for turn in range(60):
        other = in_another_process(
            "import itertools\n"
            "for number in itertools.count():\n"
            "    held = film.append('original', film.held('original'), bytes(50000))\n"
            "    say(f'held {held}')\n"
            "    with film.writer('playing', 'video/mp4') as writer:\n"
            "        writer.write(bytes([number % 256]) * 700000)\n"
            "    say(f'sealed {number % 256}')\n",
            path,
            key,
        )
        told = [heard(other) for _ in range(chance.randrange(1, 12))]
        other.kill()
        other.wait(30)
        told += [line for line in other.stdout.read().decode().splitlines() if line]
        with FilmFile.open(path, key) as film:
            holds = [int(each.split()[1]) for each in told if each.startswith("held ")]
            assert film.held("original") >= max(holds, default=0), turn
            assert film.held("original") % 50000 == 0
            length = film.length("playing")
            assert length in (None, 700000)
            if length:
                whole = film.read("playing", 0, length)
                assert whole == whole[:1] * length
