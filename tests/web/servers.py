"""Real servers on free ports of this machine, for the tests of what stands at the door."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware

from vigreview.web.gate import Gate
from vigreview.web.origin import cookie_name
from vigreview.web.sessions import Session, Sessions

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


class PretendVault:
    """A vault's outside: a folder, and whether it is locked."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.locked = False

    def lock(self) -> None:
        self.locked = True


@contextmanager
def served(app: Any) -> Iterator[int]:
    """Serve an ASGI app in a thread; give its port."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, log_level="error", access_log=False, lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        ready = threading.Event()
        startup = server.startup

        async def started(sockets: Any = None) -> None:
            await startup(sockets)
            ready.set()

        server.startup = started
        thread.start()
        assert ready.wait(20)
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            server.force_exit = True
            thread.join(20)


class House:
    """A gate before some routes, with sessions of its own."""

    def __init__(self, port: int, doors: Sessions, home: Path, notes: list) -> None:
        self.port = port
        self.doors = doors
        self.home = home
        self.notes = notes
        self.url = f"http://127.0.0.1:{port}"
        self.origin = {"origin": self.url}
        self.cookie = cookie_name({"server": ("127.0.0.1", port)})

    def begin(self, home: Path | None = None) -> tuple[Session, dict[str, str]]:
        """Sign in; return the session and the headers of a page of ours that asks."""
        session, token = self.doors.begin(PretendVault(home or self.home), "Robin")
        return session, {"cookie": f"{self.cookie}={token}", **self.origin, **SAME_ORIGIN}


def held_back(here: House, opening: str, headers: dict, body: bytes, then: Callable) -> str:
    """Send a request's head, and its body only when the gate has let it in and `then` is done.

    `opening` is method and path. Returns the whole answer.
    """
    sent = {
        "host": f"127.0.0.1:{here.port}",
        **headers,
        "content-length": str(len(body)),
        "expect": "100-continue",  # which the server answers when a route waits for the body
        "connection": "close",
    }
    lines = [f"{opening} HTTP/1.1", *(f"{name}: {value}" for name, value in sent.items())]
    with (
        socket.create_connection(("127.0.0.1", here.port), timeout=20) as wire,
        wire.makefile("rb") as answer,
    ):
        wire.sendall("\r\n".join([*lines, "", ""]).encode())
        assert b"100 Continue" in answer.readline()
        then()
        wire.sendall(body)
        return answer.read().decode()


@contextmanager
def house(make_routes: Callable[[Sessions], list], home: Path) -> Iterator[House]:
    """Serve routes behind the gate, without Streamlit."""
    doors = Sessions()
    notes: list = []
    gate = Middleware(Gate, doors=doors, note=lambda seat, what: notes.append((seat.session, what)))
    with served(Starlette(routes=make_routes(doors), middleware=[gate])) as port:
        yield House(port, doors, home, notes)
