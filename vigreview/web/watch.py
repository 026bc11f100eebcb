"""What every screen asks the gate: am I still signed in, cover me, give the tablet back."""

import json
from collections.abc import AsyncIterator, Callable
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
from vigreview.web.sessions import PAUSE, Seat, SeatLeft, Session, Sessions
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
        return await _done(request, _cover)

    async def leave(request: Request) -> Response:
        return await _done(request, _leave)

    async def _done(request: Request, do: Callable[..., Response]) -> Response:
        try:
            session, held = await _asked(request)
        except Unusable as error:
            return JSONResponse({"sentence": str(error)}, 400)
        except SeatLeft as left:
            return JSONResponse({"sentence": str(left)}, left.status)
        return await anyio.to_thread.run_sync(do, reception, session, held)

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
    """Yield `hello`, what changes in a time together, and at the seat's end `locked` or `moved`.

    Server-sent events, https://html.spec.whatwg.org/multipage/server-sent-events.html.
    """
    session = seat.session
    door = doors.enter(seat, "watch")
    try:
        now = {"cover": session.cover, "number": doors.changes(session)}
        yield _event("hello", {"seat": seat.badge, "place": session.place, **now})
        while news := await door.news():
            name, data = news
            if not session.asleep or name == "cover":
                yield _event(name, data)
        if session.ended:
            yield _event("locked", {})
        else:
            yield _event("moved", {"place": session.place})
    finally:
        doors.leave(door)


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


def _cover(reception: Reception, session: Session, held: dict[str, Any]) -> Response:
    """Cover the screen, or uncover it: where it fell asleep, for the PIN only."""
    doors = reception.doors
    on = held.get("on") is True
    if session.narrowed is None:
        return JSONResponse({"cover": "", "number": 0})
    if not on and session.asleep:
        if not (held.get("pin") or held.get("passphrase")):
            return JSONResponse({"sentence": ""}, 403)  # a tap on a pause that fell asleep: no try
        refused = _refused(reception, session, held)
        if refused:
            return refused
        doors.touch(session)
    number = doors.cover(session, PAUSE if on else "")
    return JSONResponse({"cover": session.cover, "number": number})


def _leave(reception: Reception, session: Session, held: dict[str, Any]) -> Response:
    if session.narrowed is None:
        return JSONResponse({"to": session.place})
    refused = _refused(reception, session, held)
    if refused:
        return refused
    (reception.take_back or reception.doors.widen)(session)
    return JSONResponse({"to": session.place})


def _refused(reception: Reception, session: Session, held: dict[str, Any]) -> Response | None:
    """Return what is answered unless the PIN was given, or the passphrase."""
    if held.get("passphrase"):
        refusal = _wrong_passphrase(reception, session, str(held["passphrase"]))
        tries_left = 0
    else:
        check = _check_pin(session, str(held.get("pin", "")))
        refusal, tries_left = _wrong_pin(check), check.tries_left
    if not refusal:
        return None
    told = {"sentence": refusal, "tries_left": tries_left, "passphrase": not tries_left}
    return JSONResponse(told, 403)


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
