"""Writes down every socket and look-up of a Python process, and of those it starts.

Python runs a module of this name at its start when it is on the path.
"""

import json
import os
import sys

HEARD = os.environ.get("HEARD")
EVENTS = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.getaddrinfo",
    "socket.gethostbyname",
)


def listen(event: str, arguments: tuple) -> None:
    if event not in EVENTS or HEARD is None:
        return
    at = 0 if event in ("socket.getaddrinfo", "socket.gethostbyname") else 1
    address = arguments[at]
    if isinstance(address, bytes):
        address = address.decode(errors="replace")
    line = json.dumps({"event": event, "address": address}, default=str) + "\n"
    file = os.open(HEARD, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, line.encode())
    finally:
        os.close(file)


sys.addaudithook(listen)
