"""A film file under a key of its own, made anew for each test."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from vigreview.films.file import FilmFile


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
