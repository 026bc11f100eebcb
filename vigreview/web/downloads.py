"""Files that are handed over, fetched once: each is told when its last byte has been sent."""

from collections.abc import Callable
from typing import Protocol
from urllib.parse import quote

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from vigreview.refusals import NotThere, Refused
from vigreview.web.gate import SEAT
from vigreview.web.sessions import DOORS, Seat, Sessions
from vigreview.web.streaming import Opened, Ranged


class Download(Opened, Protocol):
    """A file opened to be handed over, with the name that it is to have."""

    name: str

    def handed_over(self) -> None: ...


# (seat, number of the file); raises Refused, NotThere.
OpenFile = Callable[[Seat, int], Download]


def download_routes(open_file: OpenFile, doors: Sessions = DOORS) -> list[Route]:
    """Return the route /files/{id}."""

    async def answer(request: Request) -> Response:
        seat: Seat = request.scope[SEAT]
        try:
            file = await anyio.to_thread.run_sync(open_file, seat, request.path_params["id"])
        except Refused as refusal:
            return PlainTextResponse(str(refusal), 403)
        except NotThere:
            return PlainTextResponse("This has been handed over, or is not there any more.", 404)
        named = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
        headers = {"content-disposition": named}
        return Ranged(file, seat, doors, headers, when_sent=file.handed_over)

    return [Route("/files/{id:int}", answer, methods=["GET"])]
