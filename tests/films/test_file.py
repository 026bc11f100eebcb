"""What is kept in a film file is there again, whole or not at all, and nowhere readable."""

import io
import os
import random
import stat
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


def test_a_film_that_somebody_begins_to_write_is_opened_all_the_same(
    film: FilmFile, path: Path, key: bytes
) -> None:
    film._chunks.write_once()
    with film._chunks.change(), FilmFile.open(path, key) as other:
        assert other.names() == []


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
