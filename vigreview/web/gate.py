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
from vigreview.web.sessions import DOORS, Session, Sessions
from vigreview.web.sockets import GuardedSocket

SESSION = "vigreview.session"
Note = Callable[[Session, str], None]


class Gate:
    """ASGI middleware in front of everything.

    `note` is told, in a thread, of each refusal in a narrowed session: (session, what was asked).
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

        async def protected(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                policy = headers.SIGN_IN_POLICY if opened else self._screens_policy
                cacheable = path.startswith(("/static/", narrowed.OPEN_FOLDER))
                headers.protect(message, policy, cacheable)
            await send(message)

        try:
            session = self._session(scope)
            answer = await self._refusal(scope, session)
            await (answer or self._app)(_without_secrets(scope, session), receive, protected)
        except Exception as error:
            # The last to see an error: what reaches the server's own log would be quoted there.
            log_failure(f"{scope['method']} request", error)
            if not started:
                sorry = PlainTextResponse("Something went wrong here. Please try again.", 500)
                await sorry(scope, receive, protected)

    async def _refusal(self, scope: Scope, session: Session | None) -> Response | None:
        path, method = scope["path"], scope["method"]
        if not origin.our_host(scope):
            return _no(403)
        if method not in origin.SAFE_METHODS and not origin.our_origin(scope):
            return _no(403)
        if not origin.may_ask(scope):
            return _no(403)
        if narrowed.is_open(path):
            return None
        if session is None:
            return _to_sign_in(scope) if narrowed.is_page(path) and method == "GET" else _no(401)
        if narrowed.is_film(path) and not origin.our_page_asks(scope):
            return _no(403)
        if session.narrowed:
            refused = await self._refused_together(scope, session)
            if refused:
                return refused
        elif not narrowed.practitioner_may(path):
            return _no(404)
        if narrowed.is_film(path) or path in ("/acts", "/gate/here"):
            self._doors.touch(session)
        return None

    async def _refused_together(self, scope: Scope, session: Session) -> Response | None:
        narrowing = session.narrowed
        assert narrowing is not None
        path = scope["path"]
        if narrowed.is_page(path) and scope["method"] in ("GET", "HEAD"):
            if narrowed.at_its_place(path, scope["query_string"], narrowing):
                return None
            return RedirectResponse(narrowing.place, 303)
        if narrowed.together_may(path, narrowing):
            return None
        if path.rpartition("/_stcore/")[0]:
            return _no(404)  # Streamlit's page looks for its server below its own path first
        await self._noted(session, f"{scope['method']} {path}")
        return _no(403)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        session = self._session(scope)
        if (
            session is None
            or not narrowed.is_stream(scope["path"])
            or not origin.our_host(scope)
            or not origin.our_origin(scope)
            or self._of_another(scope, session)
        ):
            await receive()
            await send({"type": "websocket.close", "code": 4401})
            return
        appsessions.trust_badge_header()
        door = self._doors.enter(session, "socket")
        socket = GuardedSocket(door, self._doors, receive, send, self._noted)
        try:
            await self._app(_without_secrets(scope, session), socket.receive, socket.send)
        except Exception as error:
            log_failure("WebSocket", error)
        finally:
            socket.leave()
            self._doors.leave(door)

    def _of_another(self, scope: Scope, session: Session) -> bool:
        """Tell whether a browser asks to resume a Streamlit session that is not this epoch's.

        Together, an unknown one is refused too: it is the practitioner's page, not yet gone.
        """
        entries = Headers(scope=scope).get("sec-websocket-protocol", "").split(",")
        wanted = entries[2].strip() if len(entries) > 2 else ""
        if not wanted or appsessions.belongs(wanted, session.badge):
            return False
        if session.narrowed:
            self._doors.send_back(session)
            return True
        return appsessions.is_held(wanted)

    def _session(self, scope: Scope) -> Session | None:
        held = cookie_parser(Headers(scope=scope).get("cookie", ""))
        return self._doors.find(held.get(origin.cookie_name(scope)))

    async def _noted(self, session: Session, what: str) -> None:
        if self._note:
            try:
                await anyio.to_thread.run_sync(self._note, session, what)
            except Exception as error:
                log_failure("Noting a refusal", error)


def _no(status: int) -> Response:
    return PlainTextResponse("Not here.", status)


def _to_sign_in(scope: Scope) -> Response:
    query = scope["query_string"].decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    return RedirectResponse("/sign-in" if wanted == "/" else f"/sign-in?next={quote(wanted)}", 303)


def _without_secrets(scope: Scope, session: Session | None) -> Scope:
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
    if session:
        kept.append((badge_header, session.badge.encode()))
    return {**scope, "headers": kept, SESSION: session}
