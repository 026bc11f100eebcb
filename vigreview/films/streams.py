"""A stream of a film file as Python's seekable binary files, one chunk in memory at a time."""

import io
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

CHUNK = 256 * 1024  # bytes; the last chunk of a stream may be shorter
HELD_BACK = 4  # chunks that a writer gathers for one transaction


class Readable(Protocol):
    """What a film is read from: any seekable binary file."""

    def read(self, size: int = -1, /) -> bytes: ...

    def seek(self, offset: int, whence: int = 0, /) -> int: ...

    def tell(self) -> int: ...


class Writable(Protocol):
    """What a copy is written to: any seekable binary file."""

    def write(self, data: bytes, /) -> int: ...

    def seek(self, offset: int, whence: int = 0, /) -> int: ...

    def tell(self) -> int: ...


class _Seekable(io.RawIOBase):
    """The place in a stream and how it is moved."""

    _place = 0

    def _end(self) -> int:
        raise io.UnsupportedOperation("a stream has an end")

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._end()}[whence]
        if origin + offset < 0:
            raise ValueError("a place in a stream cannot lie before its start")
        self._place = origin + offset
        return self._place


class StreamReader(_Seekable):
    """Reads a sealed stream of ``length`` bytes; ``fetch`` gives the chunk of a number."""

    def __init__(self, length: int, fetch: Callable[[int], bytes]) -> None:
        self._length = length
        self._fetch = fetch
        self._number = -1
        self._chunk = b""

    def _end(self) -> int:
        return self._length

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; all that are left where it is negative."""
        if size < 0:
            return self.readall()
        data = bytearray(min(size, max(0, self._length - self._place)))
        filled = 0
        while count := self.readinto(memoryview(data)[filled:]):
            filled += count
        return bytes(data)

    def readinto(self, buffer: "WriteableBuffer") -> int:
        into = memoryview(buffer).cast("B")
        number, within = divmod(self._place, CHUNK)
        count = min(len(into), CHUNK - within, max(0, self._length - self._place))
        if count == 0:
            return 0
        if number != self._number:
            self._chunk, self._number = self._fetch(number), number
        into[:count] = self._chunk[within : within + count]
        self._place += count
        return count


class StreamWriter(_Seekable):
    """Writes a stream that nobody sees before it is sealed: ``close()`` seals, ``discard()`` drops.

    Leaving a ``with`` block by an exception discards, and so does being forgotten.
    ``keep`` stores chunks by number in one transaction, ``fetch`` gives one back, ``seal`` is told
    the length in bytes, ``drop`` that nothing comes of it.
    """

    def __init__(
        self,
        keep: Callable[[dict[int, bytes]], None],
        fetch: Callable[[int], bytes],
        seal: Callable[[int], None],
        drop: Callable[[], None],
    ) -> None:
        self._keep, self._fetch, self._seal, self._drop = keep, fetch, seal, drop
        self._length = 0
        self._waiting: dict[int, bytearray] = {}
        self._kept: set[int] = set()

    def _end(self) -> int:
        return self._length

    def writable(self) -> bool:
        return True

    def write(self, data: "ReadableBuffer") -> int:
        if self.closed:
            raise ValueError("the stream is sealed")
        view = memoryview(data).cast("B")
        gap = self._place - self._length
        if gap > 0:
            self._place = self._length
            self.write(bytes(gap))
        done = 0
        while done < len(view):
            number, within = divmod(self._place, CHUNK)
            count = min(len(view) - done, CHUNK - within)
            chunk = self._chunk(number)
            chunk[within : within + count] = view[done : done + count]
            done += count
            self._place += count
            self._length = max(self._length, self._place)
        return done

    def _chunk(self, number: int) -> bytearray:
        """The chunk of that number, waiting to be kept."""
        if number not in self._waiting:
            if len(self._waiting) >= HELD_BACK:
                self._keep_waiting()
            self._waiting[number] = bytearray(self._fetch(number) if number in self._kept else b"")
        return self._waiting[number]

    def _keep_waiting(self) -> None:
        self._keep({number: bytes(chunk) for number, chunk in self._waiting.items()})
        self._kept.update(self._waiting)
        self._waiting.clear()

    def close(self) -> None:
        """Seal the stream: from now on it is there, in the place of an older one of its name."""
        if self.closed:
            return
        try:
            self._keep_waiting()
            self._seal(self._length)
        except BaseException:
            self.discard()
            raise
        super().close()

    def discard(self) -> None:
        """Drop what was written."""
        if self.closed:
            return
        self._waiting.clear()
        super().close()
        self._drop()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.discard()

    def __enter__(self) -> Self:
        return self

    def __del__(self) -> None:
        # Python's own would close, and closing seals; the rows are swept by the next writer.
        if not self.closed:
            self._waiting.clear()
            super().close()
