"""A few small screens behind the gate, in a process of their own, steered by lines of JSON.

`python -m tests.web.screens_server FOLDER` prints its port; each line on stdin is a list
[what to do, ...], answered with one line of JSON on stdout. Streamlit allows one app a process.
"""

import json
import socket
import sys
import threading
from pathlib import Path
from typing import Any

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit import config

from tests.web import screens
from tests.web.servers import PretendVault
from vigreview.web.acts import act_routes
from vigreview.web.downloads import download_routes
from vigreview.web.gate import Gate
from vigreview.web.life import doors_watched
from vigreview.web.reception import Reception
from vigreview.web.sessions import DOORS, Narrowing
from vigreview.web.signin import sign_in_routes
from vigreview.web.streaming import film_routes
from vigreview.web.uploads import upload_routes

NOTES: list[list[str]] = []
SEEN: list[tuple[str, str]] = []


def nothing(*given: Any) -> Any:
    """Stand in for what these tests never reach."""
    raise AssertionError("nobody was to get this far")


def tell(request: Request) -> Response:
    """Answer with what is not for everybody, and remember the headers that came."""
    SEEN[:] = request.headers.items()
    return PlainTextResponse("secret")


class Steering:
    """What a test may do to the sessions of this server."""

    def __init__(self, app: st.App, home: Path) -> None:
        self._app = app
        self._home = home

    def begin(self) -> list[str]:
        session, token = DOORS.begin(PretendVault(self._home), "Robin")
        return [session.id, token, session.badge]

    def narrow(self, session_id: str, sitting: int) -> None:
        DOORS.narrow(self._of(session_id), Narrowing(sitting, "review", frozenset({3})))

    def widen(self, session_id: str) -> None:
        DOORS.widen(self._of(session_id))

    def lock(self, session_id: str) -> None:
        DOORS.lock(self._of(session_id))

    def lock_all(self) -> None:
        DOORS.lock_all()

    def leave_alone(self, session_id: str, seconds: float) -> None:
        session = self._of(session_id)
        session.last_seen = tuple(one - seconds for one in session.last_seen)

    def idle_for(self, session_id: str) -> float:
        return self._of(session_id).idle_for

    def notes(self) -> list[list[str]]:
        return NOTES

    def pressed(self) -> list[str]:
        return screens.PRESSED

    def go_on(self) -> bool:
        screens.GOES_ON.set()
        return screens.ENDED.wait(20)

    def seen(self) -> list[tuple[str, str]]:
        return SEEN

    def routes(self) -> list[str]:
        return [route.path for route in self._app._starlette_app.routes]

    def _of(self, session_id: str) -> Any:
        return next(session for session in DOORS.all() if session.id == session_id)


def main(home: Path) -> None:
    """Serve until stdin ends."""
    config.set_option("server.headless", True)
    config.set_option("browser.gatherUsageStats", False)
    config.set_option("server.fileWatcherType", "none")
    config.set_option("client.toolbarMode", "minimal")
    reception = Reception(home, nothing, nothing, nothing)
    app = st.App(
        Path(__file__).parent / "screens.py",
        routes=[
            *sign_in_routes(reception),
            *film_routes(nothing),
            *download_routes(nothing),
            *upload_routes(nothing),  # type: ignore[arg-type]
            *act_routes(nothing),
            Route("/{name}.txt", tell),
        ],
        middleware=[
            Middleware(Gate, note=lambda seat, what: NOTES.append([seat.session.id, what]))
        ],
        lifespan=lambda app: doors_watched(),
    )
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        print(listening.getsockname()[1], flush=True)
        server = uvicorn.Server(
            uvicorn.Config(app, ws="websockets-sansio", access_log=False, log_level="warning")
        )
        steering = Steering(app, home)
        threading.Thread(target=_obey, args=[steering, server], daemon=True).start()
        server.run(sockets=[listening])


def _obey(steering: Steering, server: uvicorn.Server) -> None:
    for line in sys.stdin:
        what, *given = json.loads(line)
        print(json.dumps(getattr(steering, what)(*given)), flush=True)
    server.should_exit = server.force_exit = True


if __name__ == "__main__":
    main(Path(sys.argv[1]))
