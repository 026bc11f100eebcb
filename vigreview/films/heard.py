"""A film's file that is heard being read: a sign of life while nothing else can be told."""

from vigreview.films.copy import Progress
from vigreview.films.streams import Readable


class Heard:
    """A film's file that tells how far reading it has come, as a sign of life.

    Looking at a film reads it about twice; what reads on and on without an end is no life.
    """

    def __init__(self, file: Readable, length: int, progress: Progress) -> None:
        self._file, self._length, self._progress = file, length, progress
        self._read = 0

    def read(self, size: int = -1, /) -> bytes:
        data = self._file.read(size)
        self._read += len(data)
        if self._read <= 4 * self._length:
            self._progress(min(0.99, self._read / (2 * self._length)))
        return data

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()
