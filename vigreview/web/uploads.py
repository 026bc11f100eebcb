"""Films coming in, in pieces that survive a dropped connection.

tus 1.0 with creation, creation-defer-length and termination. An upload is named by its film, so a
page that is loaded anew finds it again.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import AbstractContextManager, aclosing, asynccontextmanager
from typing import Any, Protocol, TypeVar

import anyio
import anyio.to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from vigreview.refusals import Gone, NoRoom, NotThere, Refused, TooLarge, Unusable
from vigreview.web import tus
from vigreview.web.gate import SEAT
from vigreview.web.sessions import DOORS, Seat, SeatLeft, Sessions

PIECE_BYTES = 1024 * 1024
AHEAD = 4  # pieces
FINGERPRINT = "vigreview-fingerprint"  # our pages send it with each piece, other clients need not
_ANOTHER_FILE = "Another file is being sent for this film already."
_TOO_LONG = "More has arrived than this film is long."
T = TypeVar("T")
Add = Callable[[int, bytes], None]
Answer = Callable[[Request], Awaitable[Response]]


class Misplaced(Exception):
    """Bytes came for another place than the end of what is `held` (bytes)."""

    def __init__(self, held: int) -> None:
        super().__init__(f"{held} bytes are held")
        self.held = held


class Receiver(Protocol):
    """Takes films in. Every method may raise Refused, NotThere, Unusable or SeatLeft.

    A length in bytes is None where it is not known yet. `arriving` gives what keeps the bytes of
    one request; they are durable once it is left.
    """

    def largest(self, seat: Seat) -> int: ...
    def begin(self, seat: Seat, length: int | None, metadata: dict[str, str]) -> int: ...
    def held(self, seat: Seat, film_id: int) -> tuple[int, int | None]: ...
    def metadata(self, seat: Seat, film_id: int) -> dict[str, str]: ...
    def tell_length(self, seat: Seat, film_id: int, length: int) -> None: ...
    def arriving(self, seat: Seat, film_id: int) -> AbstractContextManager[Add]: ...
    def finish(self, seat: Seat, film_id: int) -> None: ...
    def abandon(self, seat: Seat, film_id: int) -> None: ...


def upload_routes(receiver: Receiver, doors: Sessions = DOORS) -> list[Route]:
    """Return the routes /uploads and /uploads/{film_id}."""
    desk = _Desk(receiver, doors)
    one = "/uploads/{film_id:int}"
    return [
        Route("/uploads", _tus(desk.tell), methods=["OPTIONS"]),
        Route("/uploads", _tus(desk.create), methods=["POST"]),
        Route(one, _tus(desk.tell), methods=["OPTIONS"]),
        Route(one, _tus(desk.held), methods=["HEAD"]),
        Route(one, _tus(desk.append), methods=["PATCH"]),
        Route(one, _tus(desk.abandon), methods=["DELETE"]),
        Route(one, _tus(desk.overridden), methods=["POST"]),
    ]


class _Desk:
    """Where uploads are handed in. The newest connection for a film has the word."""

    def __init__(self, receiver: Receiver, doors: Sessions) -> None:
        self._receiver = receiver
        self._doors = doors
        self._newest: dict[int, object] = {}

    async def tell(self, request: Request) -> Response:
        """Tell what may be asked here."""
        largest = await _in_thread(self._receiver.largest, request.scope[SEAT])
        spoken = {"tus-version": tus.VERSION, "tus-extension": tus.EXTENSIONS}
        return Response(status_code=204, headers={**spoken, "tus-max-size": str(largest)})

    async def overridden(self, request: Request) -> Response:
        """Do what a client says in a header that can only POST."""
        said = request.headers.get("x-http-method-override", "").upper()
        asked = {"PATCH": self.append, "DELETE": self.abandon, "HEAD": self.held}.get(said)
        return await asked(request) if asked else Response(status_code=405)

    async def create(self, request: Request) -> Response:
        length = tus.length_of(request)
        metadata = tus.read_metadata(request.headers.get("upload-metadata", ""))
        film_id = await _in_thread(self._receiver.begin, request.scope[SEAT], length, metadata)
        self._newest[film_id] = object()
        return Response(status_code=201, headers={"location": f"/uploads/{film_id}"})

    async def held(self, request: Request) -> Response:
        # Whoever asks how far it got has lost the connection that was sending.
        film_id = self._take_over(request)
        seat: Seat = request.scope[SEAT]
        held, length = await _in_thread(self._receiver.held, seat, film_id)
        metadata = await _in_thread(self._receiver.metadata, seat, film_id)
        headers = {"upload-offset": str(held), **tus.length_headers(length)}
        if metadata:
            headers["upload-metadata"] = tus.write_metadata(metadata)
        return Response(headers=headers)

    async def append(self, request: Request) -> Response:
        if request.headers.get("content-type") != "application/offset+octet-stream":
            return Response(status_code=415)
        seat: Seat = request.scope[SEAT]
        if await self._of_another_file(request):
            return PlainTextResponse(_ANOTHER_FILE, 409)
        film_id = self._take_over(request)
        mine = self._newest[film_id]
        offset = tus.number(request, "upload-offset")
        if "upload-length" in request.headers:
            told = tus.number(request, "upload-length")
            await _in_thread(self._receiver.tell_length, seat, film_id, told)
        held, length = await _in_thread(self._receiver.held, seat, film_id)
        if offset != held:
            return _conflict(held)
        if length is not None and offset + tus.body_length(request) > length:
            raise TooLarge(_TOO_LONG)
        try:
            if offset != length:
                offset = await self._take(request, mine, offset, length)
        except Misplaced as error:
            return _conflict(error.held)
        if offset == length:
            seat.check()
            await _in_thread(self._receiver.finish, seat, film_id)
        return Response(status_code=204, headers={"upload-offset": str(offset)})

    async def _take(self, request: Request, mine: object, offset: int, length: int | None) -> int:
        """Keep what a request brings from `offset` on; return where the next byte belongs."""
        seat: Seat = request.scope[SEAT]
        film_id = request.path_params["film_id"]
        async with (
            _entered(self._receiver.arriving(seat, film_id)) as add,
            aclosing(_ahead(_pieces(request))) as pieces,
        ):
            async for piece in pieces:
                if self._newest.get(film_id) is not mine:
                    raise Misplaced(offset)
                seat.check()
                if length is not None and offset + len(piece) > length:
                    raise TooLarge(_TOO_LONG)
                await _in_thread(add, offset, piece)
                offset += len(piece)
                self._doors.touch(seat.session)
        return offset

    async def abandon(self, request: Request) -> Response:
        film_id = self._take_over(request)
        await _in_thread(self._receiver.abandon, request.scope[SEAT], film_id)
        self._newest.pop(film_id, None)
        return Response(status_code=204)

    async def _of_another_file(self, request: Request) -> bool:
        """Tell whether a piece says that it is of another file than the upload began with."""
        told, film_id = request.headers.get(FINGERPRINT), request.path_params["film_id"]
        if told is None:
            return False
        begun = await _in_thread(self._receiver.metadata, request.scope[SEAT], film_id)
        return begun.get("fingerprint", told) != told

    def _take_over(self, request: Request) -> int:
        film_id: int = request.path_params["film_id"]
        self._newest[film_id] = object()
        return film_id


def _tus(answer: Answer) -> Answer:
    async def guarded(request: Request) -> Response:
        spoken = request.headers.get("tus-resumable")
        if spoken != tus.VERSION and request.method != "OPTIONS":
            return Response(status_code=412, headers=tus.SPOKEN)
        try:
            response = await answer(request)
        except Unusable as error:
            response = PlainTextResponse(str(error), 400)
        except TooLarge as error:
            response = PlainTextResponse(str(error), 413)
        except NoRoom as error:
            response = PlainTextResponse(str(error), 507)
        except Refused as error:
            response = PlainTextResponse(str(error), 403)
        except SeatLeft as left:
            response = PlainTextResponse(str(left), left.status)
        except Gone as error:
            response = PlainTextResponse(str(error), 410)
        except NotThere:
            response = PlainTextResponse("This film is not there any more.", 404)
        response.headers.update(tus.ALWAYS)
        return response

    return guarded


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    """Yield a body in pieces of at most 1 MiB, the last one also when the connection drops."""
    gathered = bytearray()
    try:
        async for arrived in request.stream():
            gathered += arrived
            while len(gathered) >= PIECE_BYTES:
                yield bytes(gathered[:PIECE_BYTES])
                del gathered[:PIECE_BYTES]
    except ClientDisconnect:
        pass  # what did arrive is kept; the client asks how far it got
    if gathered:
        yield bytes(gathered)


async def _ahead(pieces: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
    """Yield pieces, and receive the next ones while one is being kept: at most AHEAD wait."""
    room = asyncio.Semaphore(AHEAD)
    waiting: asyncio.Queue[bytes | None] = asyncio.Queue()

    async def receive() -> None:
        try:
            async for piece in pieces:
                await room.acquire()
                waiting.put_nowait(piece)
        finally:
            waiting.put_nowait(None)

    receiving = asyncio.create_task(receive())
    try:
        while (piece := await waiting.get()) is not None:
            room.release()
            yield piece
        await receiving  # raises what it raised
    finally:
        receiving.cancel()


@asynccontextmanager
async def _entered(held: AbstractContextManager[T]) -> AsyncIterator[T]:
    """Enter and leave what may wait for the disk, in threads, also when the server is stopping."""
    entered = await _in_thread(held.__enter__)
    try:
        yield entered
    finally:
        with anyio.CancelScope(shield=True):
            await _in_thread(held.__exit__, None, None, None)


async def _in_thread(do: Callable[..., T], *given: Any) -> T:
    return await anyio.to_thread.run_sync(do, *given)


def _conflict(held: int) -> Response:
    return Response(status_code=409, headers={"upload-offset": str(held)})
