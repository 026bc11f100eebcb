"""What is kept in a film file is there again, whole or not at all, and nowhere readable."""

import io
import os
import random
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigreview.films.errors import (
    FilmDamaged,
    FilmLocked,
    FilmNotThere,
    FilmThere,
    FilmTooNew,
    StreamNotThere,
    WriterOvertaken,
    WrongOffset,
)
from vigreview.films.file import FilmFile
from vigreview.films.streams import CHUNK

MARKER = b"first bytes of a film that nobody may find: ftypmp42 Ada on the play mat "


def put(film: FilmFile, name: str, data: bytes, media_type: str = "video/mp4") -> None:
    with film.writer(name, media_type) as writer:
        writer.write(data)


def on_disk(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file())


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


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 6 * CHUNK + 17])
def test_what_was_written_is_read_again(film: FilmFile, size: int) -> None:
    data = random.Random(size).randbytes(size)
    put(film, "original", data, "video/quicktime")
    assert film.names() == ["original"]
    assert film.length("original") == size
    assert film.media_type("original") == "video/quicktime"
    assert film.read("original", 0, size + 10) == data
    assert io.BufferedReader(film.reader("original")).read() == data


def test_any_range_can_be_read(film: FilmFile) -> None:
    data = random.Random(1).randbytes(3 * CHUNK + 5)
    put(film, "original", data)
    for start, length in [(0, 1), (CHUNK - 1, 2), (CHUNK, CHUNK), (5, 3 * CHUNK), (3 * CHUNK, 99)]:
        assert film.read("original", start, length) == data[start : start + length]
    assert film.read("original", len(data), 5) == b""
    assert film.read("original", -1, 5) == b""


seeks_and_writes = st.lists(
    st.tuples(st.integers(0, 3 * CHUNK), st.binary(min_size=1, max_size=64), st.integers(1, 9000)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(seeks_and_writes)
def test_a_writer_is_a_seekable_file_like_any_other(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, bytes, int]]
) -> None:
    plain = io.BytesIO()
    with FilmFile.create(tmp_path_factory.mktemp("f") / "film", os.urandom(32)) as film:
        with film.writer("original", "video/mp4") as writer:
            for place, letters, times in steps:
                for file in (plain, writer):
                    assert file.seek(place) == place
                    file.write(letters * times)
                assert writer.tell() == plain.tell()
        assert film.read("original", 0, 10**8) == plain.getvalue()


def test_a_reader_seeks_from_start_place_and_end(film: FilmFile) -> None:
    put(film, "original", bytes(range(100)))
    reader = film.reader("original")
    assert (reader.seek(-3, io.SEEK_END), reader.read(2)) == (97, b"\x61\x62")
    assert (reader.seek(-2, io.SEEK_CUR), reader.read()) == (97, b"\x61\x62\x63")
    assert reader.read() == b""
    with pytest.raises(ValueError, match="before its start"):
        reader.seek(-1)


def test_nothing_is_seen_before_it_is_sealed(film: FilmFile) -> None:
    put(film, "playing", b"old")
    writer = film.writer("playing", "video/mp4")
    writer.write(b"new" * CHUNK)
    assert film.read("playing", 0, 9) == b"old"
    writer.close()
    assert film.read("playing", 0, 9) == b"newnewnew"
    assert film.length("playing") == 3 * CHUNK


def test_leaving_by_an_error_leaves_the_older_stream(film: FilmFile) -> None:
    put(film, "playing", b"old")

    def write_and_fail() -> None:
        with film.writer("playing", "video/mp4") as writer:
            writer.write(b"new" * CHUNK)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert film.read("playing", 0, 9) == b"old"


def test_a_forgotten_writer_seals_nothing(film: FilmFile) -> None:
    film.writer("playing", "video/mp4").write(b"half")
    assert film.names() == []


def test_the_later_writer_wins(film: FilmFile) -> None:
    early, late = film.writer("playing", "video/mp4"), film.writer("playing", "video/mp4")
    early.write(b"early")
    late.write(b"late")
    with pytest.raises(WriterOvertaken):
        early.close()
    late.close()
    assert film.read("playing", 0, 9) == b"late"


def test_a_reader_never_mixes_two_streams(film: FilmFile) -> None:
    put(film, "playing", b"old" * CHUNK)
    reader = film.reader("playing")
    assert reader.read(3) == b"old"
    put(film, "playing", b"new" * CHUNK)
    reader.seek(CHUNK)
    with pytest.raises(StreamNotThere):
        reader.read(3)


def test_what_is_deleted_is_gone(film: FilmFile) -> None:
    put(film, "clip/1", b"x" * 3 * CHUNK)
    writer = film.writer("clip/1", "video/mp4")
    film.append("clip/1", 0, b"half")
    film.delete("clip/1")
    film.delete("clip/1")
    assert (film.names(), film.length("clip/1"), film.held("clip/1")) == ([], None, 0)
    with pytest.raises(StreamNotThere):
        film.read("clip/1", 0, 1)
    with pytest.raises(StreamNotThere):
        film.media_type("clip/1")
    with pytest.raises(WriterOvertaken):
        writer.close()
    assert film._chunks.value("SELECT count(*) FROM chunks") == 0


def test_a_film_arrives_in_pieces(film: FilmFile, path: Path, key: bytes) -> None:
    data = random.Random(2).randbytes(4 * CHUNK + 99)
    held = 0
    for size in [1, CHUNK, 7, 2 * CHUNK + 1, 10**7]:
        held = film.append("original", held, data[held : held + size])
        assert film.held("original") == held
        assert film.names() == []
    with pytest.raises(WrongOffset) as wrong:
        film.append("original", 5, b"again")
    assert wrong.value.held == held == len(data)
    film.seal("original", "video/mp4")
    assert film.read("original", 0, len(data)) == data
    assert film.held("original") == 0
    with pytest.raises(StreamNotThere):
        film.seal("original", "video/mp4")


def test_facts_are_merged(film: FilmFile) -> None:
    film.note_facts({"width": 640, "codec": "h264"})
    film.note_facts({"width": 848, "gaps": [1, 2]})
    assert film.facts() == {"width": 848, "codec": "h264", "gaps": [1, 2]}


def test_a_wrong_key_opens_nothing(film: FilmFile, path: Path) -> None:
    put(film, "original", MARKER)
    film.close()
    with pytest.raises(FilmLocked):
        FilmFile.open(path, os.urandom(32))
    with pytest.raises(ValueError, match="32 bytes"):
        FilmFile.open(path, b"short")


def test_a_film_is_made_once_and_opened_where_it_is(film: FilmFile, path: Path, key: bytes) -> None:
    with pytest.raises(FilmThere):
        FilmFile.create(path, key)
    with pytest.raises(FilmNotThere):
        FilmFile.open(path.with_name("other"), key)
    assert not path.with_name("other").exists()


def test_only_the_owner_may_read_it(film: FilmFile, path: Path) -> None:
    put(film, "original", MARKER)
    for each in path.parent.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600


def test_a_later_versions_film_is_left_alone(film: FilmFile, path: Path, key: bytes) -> None:
    film._chunks.run("PRAGMA user_version = 99")
    film.close()
    with pytest.raises(FilmTooNew):
        FilmFile.open(path, key)


def test_nothing_readable_lies_on_the_disk(film: FilmFile, path: Path) -> None:
    put(film, "original", MARKER * 20000)
    film.append("arriving", 0, MARKER * 20)
    film.note_facts({"said": MARKER.decode()})
    for _ in range(2):  # with its log beside it, then without
        lying = on_disk(path.parent)
        assert len(lying) > len(MARKER) * 20000
        for secret in (MARKER, b"ftypmp42", b"SQLite format 3", b"CREATE TABLE", b"original"):
            assert secret not in lying
        film.close()


def test_erasing_leaves_no_file(film: FilmFile, path: Path, key: bytes) -> None:
    put(film, "original", MARKER * 20000)
    assert len(list(path.parent.iterdir())) == 3
    FilmFile.erase(path)
    FilmFile.erase(path)
    assert list(path.parent.iterdir()) == []


def test_damage_on_the_disk_is_told(film: FilmFile, path: Path, key: bytes) -> None:
    put(film, "original", MARKER * 20000)
    film.close()
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\0" * 20000)
    with FilmFile.open(path, key) as film, pytest.raises(FilmDamaged):
        film.read("original", 0, len(MARKER) * 20000)


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
