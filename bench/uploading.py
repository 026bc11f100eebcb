"""Sending a film to the running app, as any tus client does."""

import base64
import http.client
from pathlib import Path
from urllib.parse import urlsplit

import httpx

TUS = {"tus-resumable": "1.0.0"}
BLOCK_BYTES = 1024 * 1024


def send(client: httpx.Client, journey_id: int, film: Path) -> int:
    """Send a film to a journey, in one stretch; return its id once the app says it has it all."""
    length = film.stat().st_size
    named = base64.b64encode(str(journey_id).encode()).decode()
    made = {**TUS, "upload-length": str(length), "upload-metadata": f"journey {named}"}
    place = client.post("/uploads", headers=made).raise_for_status().headers["location"]
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    patch = {
        **TUS,
        "origin": str(client.base_url).rstrip("/"),
        "sec-fetch-site": "same-origin",
        "cookie": cookies,
        "upload-offset": "0",
        "content-type": "application/offset+octet-stream",
        "content-length": str(length),
    }
    # httpx sends a file in pieces of 64 KiB, each with work of its own: a browser is quicker.
    address = urlsplit(str(client.base_url))
    line = http.client.HTTPConnection(address.hostname or "", address.port, blocksize=BLOCK_BYTES)
    try:
        with film.open("rb") as body:
            line.request("PATCH", place, body, patch)
            answer = line.getresponse()
            assert answer.status == 204, answer.read()
    finally:
        line.close()
    return int(place.rpartition("/")[2])
