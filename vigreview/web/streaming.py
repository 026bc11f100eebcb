"""Films, clips and stills by byte ranges (RFC 9110, 14), with leave asked before every piece."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

import anyio
import anyio.to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from vigreview.refusals import NotThere, Refused
from vigreview.web.gate import SEAT
from vigreview.web.sessions import DOORS, Door, Seat, SeatLeft, Sessions

PIECE_BYTES = 256 * 1024
STREAMS = ("original", "quick", "playing", "times", "strip", "waveform")
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


class Opened(Protocol):
    """A stream opened for one person. `allowed` is asked anew before each piece is read."""

    length: int
    media_type: str

    def read(self, start: int, length: int) -> bytes: ...
    def allowed(self) -> bool: ...
    def close(self) -> None: ...


# (seat, "film" | "clip" | "still" | "keepsake", number, stream of a film or None); raises Refused,
# NotThere. A keepsake goes by the number of its film.
OpenStream = Callable[[Seat, str, int, str | None], Opened]


def film_routes(open_stream: OpenStream, doors: Sessions = DOORS) -> list[Route]:
    """Return the routes of films, clips and their captions, stills (whole ones too), keepsakes."""

    def route(path: str, kind: str, whole: str | None = None) -> Route:
        async def answer(request: Request) -> Response:
            stream = request.path_params.get("stream", whole)
            if kind == "film" and stream not in STREAMS:
                return _no(404, "There is no such stream.")
            seat: Seat = request.scope[SEAT]
            number = request.path_params["id"]
            try:
                opened = await anyio.to_thread.run_sync(open_stream, seat, kind, number, stream)
            except Refused as refusal:
                return _no(403, str(refusal))
            except NotThere:
                return _no(404, "This is not there any more.")
            return Ranged(opened, seat, doors)

        return Route(path, answer, methods=["GET", "HEAD"])

    return [
        route("/films/{id:int}/{stream}", "film"),
        route("/clips/{id:int}", "clip"),
        route("/clips/{id:int}/captions", "clip", "captions"),
        route("/stills/{id:int}", "still"),
        route("/stills/{id:int}/whole", "still", "whole"),
        route("/keepsakes/{id:int}", "keepsake"),
    ]


def wanted_range(header: str | None, length: int) -> tuple[int, int] | None:
    """Return first byte and byte after the last, or None where all is wanted.

    Several ranges at once are answered with all of it, as the RFC allows.
    Raises ValueError where the range lies outside.
    """
    found = _RANGE.fullmatch(header.strip()) if header else None
    if not found or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(0, length - int(last)), length
    else:
        start, end = int(first), min(length, int(last) + 1 if last else length)
    if last and first and int(last) < int(first):
        return None
    if start >= end:
        raise ValueError("nothing of this lies in the stream")
    return start, end


class Ranged(Response):
    """Sends a stream or one range of it; cut off where leave is withdrawn or the seat is left."""

    def __init__(
        self,
        opened: Opened,
        seat: Seat,
        doors: Sessions,
        more_headers: dict[str, str] | None = None,
        when_sent: Callable[[], None] | None = None,
    ) -> None:
        """`when_sent` is called, in a thread, once the stream's last byte has been sent."""
        super().__init__(media_type=opened.media_type)
        self._opened = opened
        self._more_headers = more_headers or {}
        self._when_sent = when_sent
        self._all_sent = False
        self._seat = seat
        self._doors = doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with self._entered() as door:
            if not door.seat.taken:
                left = SeatLeft(door.seat.session.ended)
                await _no(left.status, str(left))(scope, receive, send)
                return
            length = self._opened.length
            header = dict(scope["headers"]).get(b"range", b"").decode("latin-1")
            try:
                part = wanted_range(header, length)
            except ValueError:
                await self._start(send, 416, {"content-range": f"bytes */{length}"}, 0)
                await send({"type": "http.response.body"})
                return
            start, end = part or (0, length)
            extra = {"content-range": f"bytes {start}-{end - 1}/{length}"} if part else {}
            await self._start(send, 206 if part else 200, extra, end - start)
            if scope["method"] == "HEAD":
                await send({"type": "http.response.body"})
                return
            await self._send_until_gone(door, start, end, receive, send)

    @asynccontextmanager
    async def _entered(self) -> AsyncIterator[Door]:
        door = self._doors.enter(self._seat, "film")
        try:
            yield door
        finally:
            self._doors.leave(door)
            with anyio.CancelScope(shield=True):
                await anyio.to_thread.run_sync(self._opened.close)
                if self._all_sent and self._when_sent:
                    await anyio.to_thread.run_sync(self._when_sent)

    async def _start(self, send: Send, status: int, extra: dict[str, str], length: int) -> None:
        headers = {
            "content-type": self._opened.media_type,
            "accept-ranges": "bytes",
            "content-length": str(length),
            **self._more_headers,
            **extra,
        }
        raw = [(key.encode(), value.encode()) for key, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": raw})

    async def _send_until_gone(
        self, door: Door, start: int, end: int, receive: Receive, send: Send
    ) -> None:
        async with anyio.create_task_group() as together:

            async def until_gone() -> None:
                while (await receive())["type"] != "http.disconnect":
                    pass
                together.cancel_scope.cancel()

            async def until_shut() -> None:
                await door.shut.wait()
                together.cancel_scope.cancel()

            together.start_soon(until_gone)
            together.start_soon(until_shut)
            await self._send_pieces(door, start, end, send)
            together.cancel_scope.cancel()

    async def _send_pieces(self, door: Door, start: int, end: int, send: Send) -> None:
        while start < end:
            piece = await anyio.to_thread.run_sync(self._piece, door, start, end)
            if not piece:
                return  # the promised length is not reached: the server drops the connection
            start += len(piece)
            body = {"type": "http.response.body", "body": piece, "more_body": start < end}
            await send(body)
        self._all_sent = end == self._opened.length

    def _piece(self, door: Door, start: int, end: int) -> bytes:
        if not door.seat.taken or not self._opened.allowed():
            return b""
        return self._opened.read(start, min(PIECE_BYTES, end - start))


def _no(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status)
