"""A TCP proxy that can cut every connection, as a tablet's Wi-Fi or a sleeping lid does."""

import contextlib
import socket
import threading

from tests.browser.server import free_port


class Proxy:
    """Listens on a port of its own and passes bytes to and from `target`, unless it is cut."""

    def __init__(self, target: int) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._target = target
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        self._cut = False
        self._lost: set[bool] = set()  # of what is asked (False) and answered (True)
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Drop every connection and take no new one."""
        with self._guard:
            self._cut = True
            dropped, self._open = self._open, set()
        for one in dropped:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def lose_requests(self) -> None:
        """Pass on nothing more of what the browser says."""
        self._lost.add(False)

    def lose_answers(self) -> None:
        """Pass on what the browser says, and nothing more of what it is answered."""
        self._lost.add(True)

    def mend(self) -> None:
        """Take connections again, and pass on all that is said."""
        with self._guard:
            self._cut = False
            self._lost.clear()

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _listen(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:
                return
            with self._guard:
                if self._cut:
                    browser.close()
                    continue
                try:
                    server = socket.create_connection(("127.0.0.1", self._target))
                except OSError:
                    browser.close()
                    continue
                self._open |= {browser, server}
            for one, other in ((browser, server), (server, browser)):
                threading.Thread(
                    target=self._pass_on, args=(one, other, one is server), daemon=True
                ).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, answers: bool) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65_536):
                if answers not in self._lost:
                    other.sendall(data)
        for end in (one, other):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
