"""A Streamlit page without a browser: its WebSocket, spoken by hand."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

ROOT = Path(__file__).parents[2]


class Server:
    """The process of `screens_server`, and what a test may do to it."""

    def __init__(self, process: subprocess.Popen, port: int) -> None:
        self._process = process
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    def do(self, what: str, *given: Any) -> Any:
        """Have the server do something; return what it answers."""
        self._process.stdin.write(json.dumps([what, *given]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def signal(self, number: int) -> None:
        """Send the server a signal."""
        self._process.send_signal(number)

    def ended(self, seconds: float) -> bool:
        """Wait until the server has ended; tell whether it did."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def begin(self) -> tuple[str, dict[str, str]]:
        """Sign in; return the session's id and the headers of a page of ours."""
        session_id, token, _ = self.do("begin")
        return session_id, self.headers(token)

    def headers(self, token: str) -> dict[str, str]:
        """Return the headers that a page of ours sends with this cookie."""
        return {
            "cookie": f"vigreview-{self.port}={token}",
            "origin": self.url,
            "sec-fetch-site": "same-origin",
        }


@contextmanager
def serving(home: Path, log: Path) -> Iterator[Server]:
    """Run `screens_server` until the block ends; its stderr goes to `log`."""
    command = [sys.executable, "-m", "tests.web.screens_server", str(home)]
    with (
        log.open("w") as errors,
        subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        try:
            port = int(process.stdout.readline())
            transport = httpx.HTTPTransport(retries=20)
            with httpx.Client(transport=transport, timeout=30) as client:
                client.get(f"http://127.0.0.1:{port}/health").raise_for_status()
            yield Server(process, port)
        finally:
            process.stdin.close()
            process.wait(20)


class Page:
    """One connected Streamlit page."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self.app_session = ""
        self.buttons: dict[str, str] = {}
        self.received = b""

    def send(self, message: BackMsg) -> None:
        """Send a message as the page would."""
        self._socket.send(message.SerializeToString())

    def run(self, page: str = "home", query: str = "", hash_: str = "", press: str = "") -> str:
        """Ask for a run of the script, pressing a button by its id; return what was drawn."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.page_script_hash = hash_
        message.rerun_script.query_string = query
        if press:
            message.rerun_script.widget_states.widgets.add(id=press, trigger_value=True)
        self.send(message)
        return self.drawn()

    def told(self) -> ForwardMsg:
        """Return the next message of the server's."""
        frame = self._socket.recv(timeout=20)
        self.received += frame
        message = ForwardMsg.FromString(frame)
        if message.HasField("new_session"):
            self.app_session = message.new_session.initialize.session_id
        return message

    def drawn(self) -> str:
        """Return the text that a run of the script draws, to its end."""
        said = ""
        while True:
            message = self.told()
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.new_element.WhichOneof("type") == "markdown":
                said += message.delta.new_element.markdown.body
            if kind == "delta" and message.delta.new_element.WhichOneof("type") == "button":
                button = message.delta.new_element.button
                self.button = self.buttons[button.label] = button.id
            if kind == "script_finished":
                return said

    def closed_with(self) -> int:
        """Wait until the server has closed this page's socket; return the code."""
        try:
            while True:
                self._socket.recv(timeout=20)
        except ConnectionClosed as closed:
            return closed.rcvd.code


@contextmanager
def page(
    server: Server, headers: dict[str, str], resume: str = "", **changed: str
) -> Iterator[Page]:
    """Connect a page, presenting the id of a Streamlit session to `resume` if given."""
    sent = {**headers, **changed}
    origin = sent.pop("origin", None)
    protocols = ["streamlit", "x", resume] if resume else ["streamlit"]
    with connect(
        f"ws://127.0.0.1:{server.port}/_stcore/stream",
        origin=origin or None,
        additional_headers=sent,
        subprotocols=protocols,
        max_size=None,
        proxy=None,
    ) as socket:
        yield Page(socket)
