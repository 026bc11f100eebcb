"""`convert` writes the copy that the app would play, whole or not at all."""

import io
from pathlib import Path

import av
import numpy as np
import pytest

from tests.films.making import Wanted, is_upright, make, seen, steady, unsteady
from vigreview.films import converting
from vigreview.films.converting import convert
from vigreview.films.probe import probe
from vigreview.films.unusable import UnusableFilm


def converted(folder: Path, film: bytes) -> bytes:
    source, out = folder / "film", folder / "copy.mp4"
    source.write_bytes(film)
    convert(source, out)
    assert sorted(folder.iterdir()) == [out, source]
    return out.read_bytes()


FILMS = {
    "plays and is quick to step in": Wanted(unsteady(40), key_every=5, sound="aac"),
    "plays": Wanted(unsteady(40), key_every=100, sound="aac"),
    "plays upside down": Wanted(unsteady(40), key_every=5, rotation=180),
    "does not play": Wanted(unsteady(40), codec="mpeg4", container="avi", clock=1000),
}


@pytest.mark.parametrize("name", FILMS)
def test_the_copy_is_upright_and_quick_to_step_in(tmp_path: Path, name: str) -> None:
    film = make(FILMS[name])
    told, copy = probe(io.BytesIO(film)), converted(tmp_path, film)
    again = probe(io.BytesIO(copy))
    assert again.plays_as_is
    assert not again.wants_scrub_copy
    assert again.rotation == 0
    assert np.array_equal(again.times, told.times - (0 if told.plays_as_is else told.first_us))
    assert all(is_upright(each) for each in seen(copy).pictures)
    assert seen(copy).numbers == list(range(40))


def test_a_film_that_is_played_itself_is_not_encoded_again(tmp_path: Path) -> None:
    film = make(Wanted(steady(40), key_every=10, b_frames=2, sound="aac"))
    copy = converted(tmp_path, film)
    for before, after in zip(seen(film).pictures, seen(copy).pictures, strict=True):
        assert np.array_equal(before, after)


def test_frames_that_an_edit_list_hides_stay_hidden(tmp_path: Path) -> None:
    """Their film is played itself: what its packets hold must not come to light."""
    film = bytearray(make(Wanted(steady(40), key_every=10)))
    box = film.index(b"elst")
    film[box + 12 : box + 16] = (90_000 * 4 // 25).to_bytes(4, "big")  # starts at the fifth frame
    film[box + 8 : box + 12] = (36 * 40).to_bytes(4, "big")
    told = probe(io.BytesIO(bytes(film)))
    copy = converted(tmp_path, bytes(film))
    assert np.array_equal(probe(io.BytesIO(copy)).times, told.times - told.first_us)
    assert seen(copy).numbers == seen(bytes(film)).numbers


@pytest.mark.parametrize("film", [b"", b"a shopping list", make(Wanted(steady(1)))])
def test_a_file_that_is_no_film_leaves_nothing(tmp_path: Path, film: bytes) -> None:
    (tmp_path / "film").write_bytes(film)
    with pytest.raises(UnusableFilm):
        convert(tmp_path / "film", tmp_path / "copy.mp4")
    assert [each.name for each in tmp_path.iterdir()] == ["film"]


def test_a_copy_that_breaks_off_leaves_what_was_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    (tmp_path / "copy.mp4").write_bytes(b"older")
    (tmp_path / "film").write_bytes(make(Wanted(steady(20), key_every=100)))
    monkeypatch.setattr(converting, "make_playback_copy", full)
    with pytest.raises(OSError, match="No space"):
        convert(tmp_path / "film", tmp_path / "copy.mp4")
    assert (tmp_path / "copy.mp4").read_bytes() == b"older"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.mp4", "film"]


def test_only_the_film_is_taken_over(tmp_path: Path) -> None:
    """Of two tracks of sound the one that is heard, and no other."""
    film = make(Wanted(steady(40), key_every=10, sound="aac"))
    with av.open(io.BytesIO(converted(tmp_path, film))) as container:
        assert [each.type for each in container.streams] == ["video", "audio"]
        assert dict(container.metadata).keys() <= {
            "major_brand",
            "minor_version",
            "compatible_brands",
        }
