"""What was done on a screen, kept once: POST /acts answers when it is on the disk."""

import json
import uuid
from collections.abc import Callable
from typing import Any

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from vigreview.refusals import NotThere, Refused, Unusable
from vigreview.web.failures import log_failure
from vigreview.web.gate import SEAT
from vigreview.web.sessions import DOORS, Seat, SeatLeft, Sessions

MOST_BYTES = 256 * 1024
DRAFT = "keep_draft"  # the act of words while they are typed

# (seat, act id, verb, args) -> what the screen is told; raises Refused, NotThere, Unusable,
# and SeatLeft where the tablet changes hands before it is on the disk.
Apply = Callable[[Seat, str, str, dict[str, Any]], dict[str, Any]]


def act_routes(apply: Apply, doors: Sessions = DOORS) -> list[Route]:
    """Return the route /acts, which hands each act to `apply` in a thread.

    What is kept is told to the other screens of the same time together. Words that were still on
    their way when the screen fell asleep are kept too, and nothing is told of them.
    """

    async def keep(request: Request) -> JSONResponse:
        seat: Seat = request.scope[SEAT]
        try:
            act, verb, args, page = _read(await body_of(request, MOST_BYTES), seat)
            said = {"by": page, **{name: args.get(name) for name in ("box", "words", "turn")}}
            result = await anyio.to_thread.run_sync(apply, seat, act, verb, args)
            _tell(doors, seat, said, verb)
        except SeatLeft as left:
            return JSONResponse({"sentence": str(left)}, left.status)
        except Unusable as error:
            return JSONResponse({"sentence": str(error)}, 400)
        except (Refused, NotThere) as error:
            return JSONResponse({"sentence": str(error)}, 403)
        except Exception as error:
            if seat.session.ended:
                return JSONResponse({"sentence": "Please sign in again."}, 401)
            log_failure("An act", error)
            return JSONResponse({"sentence": "This could not be kept. Please try again."}, 500)
        return JSONResponse({"kept": True, "result": {} if seat.session.asleep else result})

    return [Route("/acts", keep, methods=["POST"])]


async def body_of(request: Request, most: int) -> bytes:
    """Return a request's body. Raises Unusable where it is longer than `most` bytes."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise Unusable("That is more than can be kept at once.")
    return bytes(body)


def json_of(body: bytes) -> dict[str, Any]:
    """Return the JSON object that a body holds. Raises Unusable."""
    try:
        held = json.loads(body)
    except ValueError:
        held = None
    if not isinstance(held, dict):
        raise Unusable("This could not be read.")
    return held


def _tell(doors: Sessions, seat: Seat, said: dict[str, Any], verb: str) -> None:
    """Tell what was typed, or that something was done: which empties the box it was typed in."""
    if verb == DRAFT:
        doors.tell(seat.session, "draft", said)
        return
    if said["box"]:
        doors.tell(seat.session, "draft", {**said, "words": ""})
    doors.tell(seat.session, "change", {"by": said["by"]})


def _read(body: bytes, seat: Seat) -> tuple[str, str, dict[str, Any], str]:
    """Return an act's id, verb, arguments and page. Raises Unusable, and SeatLeft.

    A page says from which seat it was drawn, so that an act which is sent again from a page that
    has outlived a hand-over does not end up with whoever has the tablet now.
    """
    held = json_of(body)
    seat.check()
    if held.get("seat") not in (None, seat.badge):
        raise SeatLeft(ended=False)
    act, verb, args = held.get("act"), held.get("verb"), held.get("args", {})
    if not (isinstance(act, str) and isinstance(verb, str) and isinstance(args, dict)):
        raise Unusable("This could not be read.")
    try:
        return str(uuid.UUID(act)), verb, args, str(held.get("page", ""))[:64]
    except ValueError:
        raise Unusable("This could not be read.") from None
