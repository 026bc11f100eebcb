"""A connection that is open in a session's name, and what is told through it."""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vigreview.web.seats import Seat

News = tuple[str, dict[str, Any]]


class Door:
    """One open connection of a session: a WebSocket, a watch or a film being streamed."""

    def __init__(self, seat: "Seat", kind: str) -> None:
        self.seat = seat
        self.kind = kind
        self.shut = asyncio.Event()
        self._news: asyncio.Queue[News] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()

    def close(self) -> None:
        """Wake whoever waits on `shut`; safe from any thread."""
        with suppress(RuntimeError):  # the event loop is gone, and the connection with it
            self._loop.call_soon_threadsafe(self.shut.set)

    def tell(self, name: str, data: dict[str, Any]) -> None:
        """Pass on what has happened to whoever waits for `news`; safe from any thread."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._news.put_nowait, (name, data))

    async def news(self) -> News | None:
        """Return what is told next, or None once the door is shut."""
        told = asyncio.ensure_future(self._news.get())
        shut = asyncio.ensure_future(self.shut.wait())
        try:
            await asyncio.wait({told, shut}, return_when=asyncio.FIRST_COMPLETED)
            return told.result() if told.done() and not self.shut.is_set() else None
        finally:
            told.cancel()
            shut.cancel()
