"""The gate: nothing is answered, by HTTP or WebSocket, before it has been asked here."""

from collections.abc import Callable
from urllib.parse import quote

import anyio.to_thread
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vigreview.web import appsessions, headers, narrowed, origin
from vigreview.web.failures import log_failure
from vigreview.web.sessions import DOORS, Narrowing, Seat, Sessions
from vigreview.web.sockets import GuardedSocket

SESSION = "vigreview.session"
SEAT = "vigreview.seat"
Note = Callable[[Seat, str], None]


class Gate:
    """ASGI middleware in front of everything.

    `note` is told, in a thread, of each refusal in a narrowed session: (seat, what was asked).
    """

    def __init__(self, app: ASGIApp, doors: Sessions = DOORS, note: Note | None = None) -> None:
        self._app = app
        self._doors = doors
        self._note = note
        self._screens_policy = headers.screens_policy()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        opened = narrowed.is_open(path)
        started = False
        seat: Seat | None = None

        async def protected(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                policy = headers.SIGN_IN_POLICY if opened else self._screens_policy
                cacheable = path.startswith(("/static/", narrowed.OPEN_FOLDER))
                desk = seat is not None and not seat.narrowing and narrowed.is_page(path)
                headers.protect(message, policy, cacheable, may_film=desk)
            await send(message)

        try:
            seat = self._seat(scope)
            answer = await self._refusal(scope, seat)
            await (answer or self._app)(_without_secrets(scope, seat), receive, protected)
        except Exception as error:
            # The last to see an error: what reaches the server's own log would be quoted there.
            log_failure(f"{scope['method']} request", error)
            if not started:
                sorry = PlainTextResponse("Something went wrong here. Please try again.", 500)
                await sorry(scope, receive, protected)

    async def _refusal(self, scope: Scope, seat: Seat | None) -> Response | None:
        path, method = scope["path"], scope["method"]
        if not origin.our_host(scope):
            return _no(403)
        if method not in origin.SAFE_METHODS and not origin.our_origin(scope):
            return _no(403)
        if not origin.may_ask(scope):
            return _no(403)
        if narrowed.is_open(path):
            return None
        if seat is None:
            return _to_sign_in(scope) if narrowed.is_page(path) and method == "GET" else _no(401)
        if narrowed.is_film(path) and not origin.our_page_asks(scope):
            return _no(403)
        if seat.narrowing:
            refused = await self._refused_together(scope, seat, seat.narrowing)
            if refused:
                return refused
        elif not narrowed.practitioner_may(path):
            return _no(404)
        if narrowed.is_film(path) or path in ("/acts", "/gate/here"):
            self._doors.touch(seat.session)
        return None

    async def _refused_together(
        self, scope: Scope, seat: Seat, narrowing: Narrowing
    ) -> Response | None:
        path = scope["path"]
        if narrowed.is_page(path) and scope["method"] in ("GET", "HEAD"):
            if narrowed.at_its_place(path, scope["query_string"], narrowing):
                return None
            if scope["query_string"] or path not in ("/", f"/{narrowing.page}"):
                await self._noted(seat, f"{scope['method']} {path}")
            return RedirectResponse(narrowing.place, 303)
        asleep = seat.session.asleep
        if narrowed.asleep_may(path) if asleep else narrowed.together_may(path, narrowing):
            return None
        if path.rpartition("/_stcore/")[0]:
            return _no(404)  # Streamlit's page looks for its server below its own path first
        await self._noted(seat, f"{scope['method']} {path}")
        return _no(403)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        seat = self._seat(scope)
        if (
            seat is None
            or not narrowed.is_stream(scope["path"])
            or not origin.our_host(scope)
            or not origin.our_origin(scope)
            or self._of_another(scope, seat)
        ):
            if seat and seat.narrowing and self._doors.is_there(seat):
                await self._noted(seat, "WebSocket: another session")
            await receive()
            await send({"type": "websocket.close", "code": 4401})
            return
        appsessions.trust_badge_header()
        door = self._doors.enter(seat, "socket")
        socket = GuardedSocket(door, self._doors, receive, send, self._noted)
        try:
            await self._app(_without_secrets(scope, seat), socket.receive, socket.send)
        except Exception as error:
            log_failure("WebSocket", error)
        finally:
            socket.leave()
            self._doors.leave(door)

    def _of_another(self, scope: Scope, seat: Seat) -> bool:
        """Tell whether a browser asks to resume a Streamlit session that is not this epoch's.

        Together, an unknown one is refused too: it is the practitioner's page, not yet gone.
        """
        entries = Headers(scope=scope).get("sec-websocket-protocol", "").split(",")
        wanted = entries[2].strip() if len(entries) > 2 else ""
        if not wanted or appsessions.belongs(wanted, seat.badge):
            return False
        if seat.narrowing:
            self._doors.send_back(seat.session)
            return True
        return appsessions.is_held(wanted)

    def _seat(self, scope: Scope) -> Seat | None:
        held = cookie_parser(Headers(scope=scope).get("cookie", ""))
        session = self._doors.find(held.get(origin.cookie_name(scope)))
        return self._doors.seat(session) if session else None

    async def _noted(self, seat: Seat, what: str) -> None:
        if self._note:
            try:
                await anyio.to_thread.run_sync(self._note, seat, what)
            except Exception as error:
                log_failure("Noting a refusal", error)


def _no(status: int) -> Response:
    return PlainTextResponse("Not here.", status)


def _to_sign_in(scope: Scope) -> Response:
    query = scope["query_string"].decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    return RedirectResponse("/sign-in" if wanted == "/" else f"/sign-in?next={quote(wanted)}", 303)


def _without_secrets(scope: Scope, seat: Seat | None) -> Scope:
    """Return the scope as the rooms behind the gate see it: a badge, and no cookie of ours."""
    name = origin.cookie_name(scope).encode()
    badge_header = appsessions.BADGE_HEADER.encode()
    kept = []
    for key, value in scope["headers"]:
        if key.lower() == badge_header:
            continue
        if key.lower() == b"cookie":
            others = [c for c in value.split(b";") if c.split(b"=")[0].strip() != name]
            value = b";".join(others).strip()
        kept.append((key, value))
    if seat:
        kept.append((badge_header, seat.badge.encode()))
    session = seat.session if seat else None
    return {**scope, "headers": kept, SESSION: session, SEAT: seat}
