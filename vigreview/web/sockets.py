"""A Streamlit WebSocket under guard: each message is checked, and it closes when the epoch ends."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.types import Message, Receive, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from vigreview.web import appsessions, narrowed
from vigreview.web.sessions import Door, Seat, Sessions

LOCKED = 4401
TEXT_REFUSED = 1003
Noted = Callable[[Seat, str], Awaitable[None]]


class GuardedSocket:
    """`receive` and `send` for Streamlit, in place of the server's own."""

    def __init__(
        self, door: Door, doors: Sessions, receive: Receive, send: Send, noted: Noted
    ) -> None:
        self._door = door
        self._doors = doors
        self._receive = receive
        self._send = send
        self._noted = noted
        self._closed = False
        self._asked = False  # for a run of the script
        self._begun = False
        self._drawn: set[str] = set()
        self._next: asyncio.Future[Message] | None = None
        self._shut = asyncio.ensure_future(door.shut.wait())

    async def receive(self) -> Message:
        """Return the next message that may reach Streamlit, or a disconnect once locked."""
        while True:
            message = await self._next_or_shut()
            seat = self._door.seat
            if message is None or not self._doors.awake(seat.session) or not seat.taken:
                return await self._close(LOCKED)
            if message["type"] != "websocket.receive":
                return message
            if message.get("bytes") is None:
                return await self._close(TEXT_REFUSED)
            passing = await self._passing(message["bytes"])
            if passing is not None:
                return {**message, "bytes": passing}

    async def send(self, message: Message) -> None:
        """Pass on what Streamlit says, unless it belongs to an epoch that is over."""
        if self._closed:
            return
        if not self._door.seat.taken:
            await self._close(LOCKED)
            return
        if self._of_this_connection(message):
            await self._send(message)

    def leave(self) -> None:
        """Stop waiting; the connection has ended."""
        self._shut.cancel()
        if self._next:
            self._next.cancel()

    async def _next_or_shut(self) -> Message | None:
        if self._next is None:
            self._next = asyncio.ensure_future(self._receive())
        either: set[asyncio.Future[Any]] = {self._next, self._shut}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if self._shut.done():
            return None
        arrived, self._next = self._next, None
        return arrived.result()

    def _of_this_connection(self, message: Message) -> bool:
        """Tell whether a message belongs to what this connection has asked for.

        A run that a cut connection broke off lies half told in Streamlit's queue, and its end:
        told on the next connection, that takes off the screen whatever the run had not come to.
        """
        frame = message.get("bytes")
        if self._begun or frame is None:
            return True
        self._begun = self._asked and begins_a_run(frame)
        return self._begun

    async def _passing(self, frame: bytes) -> bytes | None:
        """Return what of a message may reach Streamlit, or None where nothing may."""
        seat = self._door.seat
        message = narrowed.read_message(frame)
        why = "no message" if message is None else narrowed.refusal(message, seat.narrowing)
        if why is None and message is not None:
            self._asked = self._asked or message.HasField("rerun_script")
            if narrowed.by_a_person(message):
                self._doors.touch(seat.session)
            if seat.narrowing and narrowed.without(message, self._not_drawn(message)):
                await self._noted(seat, "WebSocket: another widget")
                return message.SerializeToString()
            return frame
        if seat.narrowing:
            self._doors.send_back(seat.session)
            await self._noted(seat, f"WebSocket: {why}")
        return None

    def _not_drawn(self, message: BackMsg) -> set[str]:
        """Return the widgets of a message that no screen of this seat has drawn."""
        asked = set(narrowed.widgets(message)) - self._drawn
        self._drawn |= {one for one in asked if appsessions.drew(one, self._door.seat.badge)}
        return asked - self._drawn

    async def _close(self, code: int) -> Message:
        if not self._closed:
            self._closed = True
            await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}


def begins_a_run(frame: bytes) -> bool:
    """Tell whether a message of Streamlit's is the first of a run of the script."""
    try:
        return bool(ForwardMsg.FromString(frame).HasField("new_session"))
    except DecodeError:
        return False
