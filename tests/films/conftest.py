"""A film file under a key of its own, made anew for each test; and the real films, where given."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from vigreview.films.file import FilmFile

NOT_FILMS = {".md", ".json"}


@pytest.fixture
def key() -> bytes:
    return os.urandom(32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "film"


@pytest.fixture
def film(path: Path, key: bytes) -> Iterator[FilmFile]:
    with FilmFile.create(path, key) as film:
        yield film


class RealFilms:
    """The films in the folder that VIGREVIEW_FILMS names; none where it is not set."""

    def __init__(self, folder: Path | None) -> None:
        self.paths = sorted(
            each
            for each in (folder.iterdir() if folder else ())
            if each.is_file() and each.suffix.lower() not in NOT_FILMS
        )

    def named(self, name: str) -> list[bytes]:
        """The film of that name, where there is one."""
        return [each.read_bytes() for each in self.paths if each.name == name]


@pytest.fixture(scope="session")
def real_films() -> RealFilms:
    """Fails when the folder is named and holds no film."""
    folder = os.environ.get("VIGREVIEW_FILMS")
    films = RealFilms(Path(folder) if folder is not None else None)
    if folder is not None and not films.paths:
        pytest.fail(f"VIGREVIEW_FILMS names {folder!r}, where there is no film.")
    return films
