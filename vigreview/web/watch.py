"""What every screen asks the gate: am I still signed in, cover me, give the tablet back."""

import json
from collections.abc import AsyncIterator
from typing import Any

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from vigreview.refusals import Unusable
from vigreview.vault.errors import WrongPassphrase
from vigreview.vault.pin import PinCheck, check_pin, passphrase_given
from vigreview.web import origin
from vigreview.web.acts import body_of, json_of
from vigreview.web.gate import SEAT
from vigreview.web.patience import TooSoon
from vigreview.web.reception import Reception, go_to
from vigreview.web.sessions import Seat, SeatLeft, Session, Sessions
from vigreview.web.words import not_the_passphrase, please_wait

_MOST_BYTES = 4096


def watch_routes(reception: Reception) -> list[Route]:
    """Return /gate/watch, /gate/here, /gate/cover, /gate/leave and /lock."""
    doors = reception.doors

    async def watch(request: Request) -> Response:
        return StreamingResponse(
            _events(request.scope[SEAT], doors), media_type="text/event-stream"
        )

    async def here(request: Request) -> Response:
        return Response(status_code=204)  # the gate has noted it

    async def cover(request: Request) -> Response:
        try:
            session, held = await _asked(request)
        except Unusable as error:
            return JSONResponse({"sentence": str(error)}, 400)
        except SeatLeft as left:
            return JSONResponse({"sentence": str(left)}, left.status)
        session.covered = held.get("on") is True
        return JSONResponse({"covered": session.covered})

    async def leave(request: Request) -> Response:
        try:
            session, held = await _asked(request)
        except Unusable as error:
            return JSONResponse({"sentence": str(error)}, 400)
        except SeatLeft as left:
            return JSONResponse({"sentence": str(left)}, left.status)
        return await anyio.to_thread.run_sync(_leave, reception, session, held)

    async def lock(request: Request) -> Response:
        # All of them: a window that was closed without locking must not keep the keys.
        await anyio.to_thread.run_sync(doors.lock_all)
        response = go_to("/sign-in")
        response.delete_cookie(origin.cookie_name(request.scope), path="/")
        return response

    return [
        Route("/gate/watch", watch),
        Route("/gate/here", here, methods=["POST"]),
        Route("/gate/cover", cover, methods=["POST"]),
        Route("/gate/leave", leave, methods=["POST"]),
        Route("/lock", lock, methods=["POST"]),
    ]


async def _asked(request: Request) -> tuple[Session, dict[str, Any]]:
    """Return who asks, and the JSON that came. Raises Unusable, and SeatLeft when late."""
    held = json_of(await body_of(request, _MOST_BYTES))
    seat: Seat = request.scope[SEAT]
    seat.check()
    return seat.session, held


async def _events(seat: Seat, doors: Sessions) -> AsyncIterator[str]:
    """Yield `hello`, and when the seat is left `locked` or `moved` (server-sent events)."""
    session = seat.session
    door = doors.enter(seat, "watch")
    try:
        yield _event(
            "hello", {"seat": seat.badge, "place": session.place, "covered": session.covered}
        )
        await door.shut.wait()
        if session.ended:
            yield _event("locked", {})
        else:
            yield _event("moved", {"place": session.place})
    finally:
        doors.leave(door)


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


def _leave(reception: Reception, session: Session, held: dict[str, Any]) -> Response:
    if session.narrowed is None:
        return JSONResponse({"to": session.place})
    if held.get("passphrase"):
        refusal = _wrong_passphrase(reception, session, str(held["passphrase"]))
        tries_left = 0
    else:
        check = _check_pin(session, str(held.get("pin", "")))
        refusal, tries_left = _wrong_pin(check), check.tries_left
    if refusal:
        told = {"sentence": refusal, "tries_left": tries_left, "passphrase": not tries_left}
        return JSONResponse(told, 403)
    (reception.take_back or reception.doors.widen)(session)
    return JSONResponse({"to": session.place})


def _check_pin(session: Session, pin: str) -> PinCheck:
    with session.vault.write() as db:
        if not db.table("pin").count:
            return PinCheck(False, 0)
        return check_pin(db, pin)


def _wrong_pin(check: PinCheck) -> str | None:
    if check.right:
        return None
    if not check.tries_left:
        return "Please type your passphrase."
    tries = "one try" if check.tries_left == 1 else f"{check.tries_left} tries"
    return f"That is not the PIN; there is still {tries}."


def _wrong_passphrase(reception: Reception, session: Session, passphrase: str) -> str | None:
    def check() -> None:
        if not session.vault.opens_with(passphrase):
            raise WrongPassphrase("That passphrase does not open this vault.")

    try:
        reception.patience.attempt(check, WrongPassphrase)
    except WrongPassphrase:
        return not_the_passphrase(reception.patience.seconds_left)
    except TooSoon as error:
        return please_wait(error.seconds)
    with session.vault.write() as db:
        if db.table("pin").count:
            passphrase_given(db)
    return None
