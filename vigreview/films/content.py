"""What is handed to the film library: a film's bytes, without its name.

An index tells when each picture is shown, but the library gives that out only with the pictures.
Where those are not looked at, zeros do in their place: nothing of them is read from the film file
or deciphered, and a film of gigabytes is judged in a second.
"""

import io
from bisect import bisect_right

from vigreview.films.boxes import length_of, media
from vigreview.films.streams import Readable

AT_ONCE = 128 * 1024  # bytes that the library reads ahead
ZEROS = bytes(AT_ONCE)


class Content(io.RawIOBase):
    """A film's bytes. It has no name, so that nothing is judged by one."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._place = 0
        self._holes: list[tuple[int, int]] = []
        self.length = length_of(file)
        self._end = self.length
        file.seek(0)
        self.beginning = file.read(16)

    def leave_out_the_media(self) -> None:
        """From now on the pictures and sounds of an MP4 or MOV read as zeros.

        They do so to where its boxes say that they end, even if the file is shorter.
        """
        self._holes = media(self._file)
        self._end = max([self.length, *(end for _, end in self._holes)])

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._end}[whence]
        self._place = max(0, origin + offset)
        return self._place

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes."""
        left = max(0, self._end - self._place)
        size = left if size < 0 else min(size, left)
        hole = bisect_right(self._holes, (self._place, self._end))
        if hole and self._place < self._holes[hole - 1][1]:
            data = ZEROS[: min(size, self._holes[hole - 1][1] - self._place)]
            self._place += len(data)
            return data
        if hole < len(self._holes):
            size = min(size, self._holes[hole][0] - self._place)
        self._file.seek(self._place)
        data = self._file.read(size)
        self._place += len(data)
        return data
