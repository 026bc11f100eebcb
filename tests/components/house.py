"""A small house for the parts to live in: real Streamlit, and routes that only remember.

Run as a script with the tests' folder of this file importable: prints its port, then serves on
127.0.0.1 until it is ended. `/test/...` lets a test see and steer what the routes remember.
"""

from __future__ import annotations

import asyncio
import socket
import struct
import sys
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.components import drawn_film

FRAMES = drawn_film.frame_times(150)
CLIP = (40, 79)  # first and last frame of the clip copy, both in it
TILES = 24


class Memory:
    """What this house has been told."""

    def __init__(self) -> None:
        self.acts: dict[str, dict] = {}
        self.deliveries: list[str] = []
        self.here = 0
        self.covered = False
        self.signed_in = True
        self.upload: dict | None = None
        self.patches = 0
        self.leave_tries = 5
        self.watchers: set[asyncio.Event] = set()


MEMORY = Memory()


async def apply_act(request: Request) -> Response:
    if not MEMORY.signed_in:
        return JSONResponse({}, 401)
    act = await request.json()
    MEMORY.deliveries.append(act["act"])
    if "refuse this" in str(act["args"]):
        return JSONResponse({"sentence": "These words were refused by the test."}, 400)
    MEMORY.acts.setdefault(act["act"], act)
    number = list(MEMORY.acts).index(act["act"]) + 1
    return JSONResponse({"kept": True, "result": {"id": number}})


async def watch(request: Request) -> Response:
    if not MEMORY.signed_in:
        return Response(status_code=401)
    locked = asyncio.Event()
    MEMORY.watchers.add(locked)

    async def lines():
        yield ": here\n\n"
        await locked.wait()
        yield "event: locked\ndata: {}\n\n"

    return StreamingResponse(lines(), media_type="text/event-stream")


async def gate(request: Request) -> Response:
    what = request.path_params["what"]
    said = await request.json()
    if what == "here":
        MEMORY.here += 1
    elif what == "cover":
        MEMORY.covered = said["on"]
    elif what == "leave":
        if said.get("pin") == "2468" or said.get("passphrase") == "a long passphrase":
            return JSONResponse({"to": "/sign-in?left"})
        MEMORY.leave_tries -= 1
        return JSONResponse({"sentence": "That was not it.", "tries_left": MEMORY.leave_tries}, 403)
    return JSONResponse({})


async def lock(request: Request) -> Response:
    MEMORY.signed_in = False
    for locked in MEMORY.watchers:
        locked.set()
    return JSONResponse({})


async def uploads(request: Request) -> Response:
    if request.method == "POST":
        MEMORY.upload = {
            "length": int(request.headers["upload-length"]),
            "metadata": request.headers["upload-metadata"],
            "bytes": bytearray(),
        }
        return Response(status_code=201, headers={"Location": "/uploads/7"})
    upload = MEMORY.upload
    if upload is None:
        return Response(status_code=404)
    if request.method == "DELETE":
        MEMORY.upload = None
        return Response(status_code=204)
    if request.method == "PATCH":
        MEMORY.patches += 1
        if int(request.headers["upload-offset"]) != len(upload["bytes"]):
            return Response(status_code=409)
        try:
            async for some in request.stream():
                upload["bytes"] += some
        except ClientDisconnect:
            return Response(status_code=500)
    return Response(
        status_code=204 if request.method == "PATCH" else 200,
        headers={
            "Upload-Offset": str(len(upload["bytes"])),
            "Upload-Length": str(upload["length"]),
            "Upload-Metadata": upload["metadata"],
        },
    )


async def remembered(request: Request) -> Response:
    upload = MEMORY.upload
    return JSONResponse(
        {
            "acts": list(MEMORY.acts.values()),
            "deliveries": MEMORY.deliveries,
            "here": MEMORY.here,
            "covered": MEMORY.covered,
            "signed_in": MEMORY.signed_in,
            "patches": MEMORY.patches,
            "uploaded": len(upload["bytes"]) if upload else None,
        }
    )


async def forget(request: Request) -> Response:
    for locked in MEMORY.watchers:
        locked.set()
    MEMORY.__init__()
    return JSONResponse({})


def make_files(folder: Path) -> list[Route]:
    first, last = CLIP
    clip_times = [at - FRAMES[first] for at in FRAMES[first : last + 1]]
    made = {
        "/films/7/playing": ("film.mp4", "video/mp4", drawn_film.make_film(FRAMES)),
        "/films/7/times": ("times", "application/octet-stream", struct.pack("<150q", *FRAMES)),
        "/films/7/strip": ("strip.jpg", "image/jpeg", drawn_film.make_strip(FRAMES, TILES)),
        "/films/7/waveform": (
            "wave",
            "application/octet-stream",
            bytes(
                int(abs((i * 37) % 200 - 100) * (0.4 + 0.6 * ((i // 60) % 2))) for i in range(610)
            ),
        ),
        "/clips/3": ("clip.mp4", "video/mp4", drawn_film.make_film(clip_times, first)),
        "/stills/4": ("still.jpg", "image/jpeg", drawn_film.make_still(52)),
    }
    routes = []
    for path, (name, media_type, content) in made.items():
        (folder / name).write_bytes(content)

        async def serve(request: Request, name=name, media_type=media_type) -> Response:
            return FileResponse(folder / name, media_type=media_type)

        routes.append(Route(path, serve))
    return routes


async def sign_in(request: Request) -> Response:
    return Response("<h1>Sign in</h1>", media_type="text/html")


def make_app(folder: Path) -> st.App:
    routes = [
        Route("/acts", apply_act, methods=["POST"]),
        Route("/gate/watch", watch),
        Route("/gate/{what}", gate, methods=["POST"]),
        Route("/lock", lock, methods=["POST"]),
        Route("/uploads", uploads, methods=["POST"]),
        Route("/uploads/7", uploads, methods=["HEAD", "GET", "PATCH", "DELETE"]),
        Route("/sign-in", sign_in),
        Route("/test/remembered", remembered),
        Route("/test/forget", forget, methods=["POST"]),
        *make_files(folder),
    ]
    return st.App(Path(__file__).with_name("screens.py"), routes=routes)


def main(folder: str) -> None:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    print(listening.getsockname()[1], flush=True)
    server = uvicorn.Server(uvicorn.Config(make_app(Path(folder)), log_level="warning"))
    asyncio.run(server.serve(sockets=[listening]))


if __name__ == "__main__":
    main(sys.argv[1])
