"""A small house for the parts to live in: real Streamlit, and routes that only remember.

Run as `python -m tests.components.house FOLDER`: prints its port, then serves on 127.0.0.1 until
it is ended. `/test/...` lets a test see and steer what the routes remember.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import socket
import struct
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.requests import ClientDisconnect, Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route
from streamlit import config

from tests.components import drawn_film
from tests.components.bare import bare, part_data, part_file

FRAMES = drawn_film.frame_times(150)
CLIP = (40, 79)  # first and last frame of the clip copy, both in it
TILES = 24
PEAKS = 610  # of the waveform
PAUSE = (200, 260)  # the first of them that is quiet, and the first that is not any more


class Memory:
    """What this house has been told."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self.acts: dict[str, dict] = {}
        self.deliveries: list[str] = []
        self.here = 0
        self.cover = ""
        self.number = 0  # of the last change
        self.seat = "a session.1"
        self.signed_in = True
        self.upload: dict | None = None
        self.patches: list[int] = []
        self.loses_last = False
        self.tiles = 0  # of a filmstrip that grows
        self.away = False
        self.leave_tries = 5
        self.watchers: set[asyncio.Queue[str]] = set()


MEMORY = Memory()


async def apply_act(request: Request) -> Response:
    if not MEMORY.signed_in:
        return JSONResponse({}, 401)
    act = await request.json()
    MEMORY.deliveries.append(act["act"])
    if "refuse this" in str(act["args"]):
        return JSONResponse({"sentence": "These words were refused by the test."}, 400)
    back, on = steps()
    if (act["verb"] == "undo" and not back) or (act["verb"] == "redo" and not on):
        return JSONResponse({"sentence": f"There is nothing to {act['verb']}."}, 400)
    MEMORY.acts.setdefault(act["act"], act)
    number = list(MEMORY.acts).index(act["act"]) + 1
    if act["verb"] in ("undo", "redo"):
        made, about = (back if act["verb"] == "undo" else on)[-1]
        number = about["args"].get("clip_id", made)
    return JSONResponse({"kept": True, "result": {"id": number}})


def told(verb: str) -> list[dict]:
    """What the kept acts of one verb said, the newest last."""
    return [act["args"] for act in MEMORY.acts.values() if act["verb"] == verb]


def steps() -> tuple[list, list]:
    """The kept acts that can be undone and redone, each with its number, the next one last."""
    back: list[tuple[int, dict]] = []
    on: list[tuple[int, dict]] = []
    for number, act in enumerate(MEMORY.acts.values(), 1):
        if act["verb"] == "undo":
            on.append(back.pop())
        elif act["verb"] == "redo":
            back.append(on.pop())
        else:
            back.append((number, act))
            on.clear()
    return back, on


def clips() -> list[dict]:
    """The clips that the kept acts make, as a screen would read them from its rows."""
    found: dict[int, dict] = {}
    for number, act in steps()[0]:
        args = act["args"]
        if act["verb"] == "mark_clip":
            found[number] = {"id": number, "name": f"Clip {len(found) + 1}", "chosen": True} | args
        elif act["verb"] == "move_clip":
            found[args["clip_id"]] |= args
    return list(found.values())


async def watch(request: Request) -> Response:
    if not MEMORY.signed_in:
        return Response(status_code=401)
    told: asyncio.Queue[str] = asyncio.Queue()
    MEMORY.watchers.add(told)
    place = f"/sign-in?{MEMORY.seat}"
    facts = {"seat": MEMORY.seat, "place": place, "cover": MEMORY.cover, "number": MEMORY.number}
    hello = json.dumps(facts)

    async def lines() -> AsyncIterator[str]:
        yield f"event: hello\ndata: {hello}\n\n"
        while "event: forgotten" not in (said := await told.get()):
            yield said

    return StreamingResponse(lines(), media_type="text/event-stream")


def tell_watchers(event: str, data: str = "{}") -> None:
    for told in MEMORY.watchers:
        told.put_nowait(f"event: {event}\ndata: {data}\n\n")


def lay(cover: str) -> None:
    MEMORY.cover = cover
    MEMORY.number += 1
    tell_watchers("cover", json.dumps({"cover": cover, "number": MEMORY.number}))


async def fall_asleep(request: Request) -> Response:
    """Nobody has touched the screen for long."""
    lay("asleep")
    return JSONResponse({})


async def news(request: Request) -> Response:
    """Tell the pages that listen what happened on another one."""
    name, data = await request.json()
    MEMORY.number += 1
    tell_watchers(name, json.dumps({**data, "number": MEMORY.number}))
    return JSONResponse({})


async def move(request: Request) -> Response:
    tell_watchers("moved", '{"place": "/sign-in?moved"}')
    return JSONResponse({})


async def hand_over(request: Request) -> Response:
    """The tablet is somebody else's now, and the line was down when that was told."""
    MEMORY.seat = "a session.2"
    tell_watchers("forgotten")
    return JSONResponse({})


async def gate(request: Request) -> Response:
    what = request.path_params["what"]
    said = await request.json()
    if what == "here":
        MEMORY.here += 1
    elif what == "cover":
        if MEMORY.cover == "asleep" and said.get("pin") != "2468":
            return JSONResponse({"sentence": "That was not it.", "passphrase": False}, 403)
        lay("pause" if said["on"] else "")
        return JSONResponse({"cover": MEMORY.cover, "number": MEMORY.number})
    elif what == "leave":
        if said.get("pin") == "2468" or said.get("passphrase") == "a long passphrase":
            return JSONResponse({"to": "/sign-in?left"})
        MEMORY.leave_tries -= 1
        left = MEMORY.leave_tries
        told = {"sentence": f"That was not it: {left} left.", "passphrase": not left}
        return JSONResponse(told, 403)
    return JSONResponse({})


async def lock(request: Request) -> Response:
    MEMORY.signed_in = False
    tell_watchers("locked")
    return JSONResponse({})


async def uploads(request: Request) -> Response:
    if MEMORY.away or not MEMORY.signed_in:
        return Response(status_code=503 if MEMORY.away else 401)
    if request.method == "POST":
        deferred = request.headers.get("upload-defer-length") == "1"
        MEMORY.upload = {
            "length": None if deferred else int(request.headers["upload-length"]),
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
        print_ = base64.b64encode(request.headers["vigreview-fingerprint"].encode()).decode()
        if f"fingerprint {print_}" not in upload["metadata"]:
            return Response("Another file is being sent.", 409)
        offset = int(request.headers["upload-offset"])
        if offset != len(upload["bytes"]):
            return Response(status_code=409)
        if "upload-length" in request.headers:
            upload["length"] = int(request.headers["upload-length"])
        MEMORY.patches.append(offset)
        try:
            async for some in request.stream():
                upload["bytes"] += some
        except ClientDisconnect:
            return Response(status_code=500)
        if MEMORY.loses_last and len(upload["bytes"]) == upload["length"]:
            MEMORY.upload = None
            return Response(status_code=500)
    return Response(
        status_code=204 if request.method == "PATCH" else 200,
        headers={
            "Upload-Offset": str(len(upload["bytes"])),
            **({"Upload-Length": str(upload["length"])} if upload["length"] is not None else {}),
            "Upload-Metadata": upload["metadata"],
        },
    )


async def be_away(request: Request) -> Response:
    """The server takes nothing in, until it is told to again."""
    MEMORY.away = (await request.json())["on"]
    return JSONResponse({})


async def start_anew(request: Request) -> Response:
    """The server has forgotten who was signed in, but not what had arrived."""
    MEMORY.signed_in = False
    return JSONResponse({})


async def lose_last(request: Request) -> Response:
    """The answer to an upload's last piece will be lost, and the upload be gone by then."""
    MEMORY.loses_last = True
    return JSONResponse({})


async def remembered(request: Request) -> Response:
    upload = MEMORY.upload
    return JSONResponse(
        {
            "acts": list(MEMORY.acts.values()),
            "deliveries": MEMORY.deliveries,
            "here": MEMORY.here,
            "cover": MEMORY.cover,
            "signed_in": MEMORY.signed_in,
            "patches": MEMORY.patches,
            "uploaded": hashlib.sha256(upload["bytes"]).hexdigest() if upload else None,
            "metadata": upload["metadata"] if upload else "",
            "length": upload["length"] if upload else None,
            "held": len(upload["bytes"]) if upload else 0,
        }
    )


async def forget(request: Request) -> Response:
    tell_watchers("forgotten")  # ends what still listens
    MEMORY.forget()
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
                2  # a pause
                if PAUSE[0] <= i < PAUSE[1]
                else int(abs((i * 37) % 200 - 100) * (0.4 + 0.6 * ((i // 60) % 2)))
                for i in range(PEAKS)
            ),
        ),
        "/clips/3": ("clip.mp4", "video/mp4", drawn_film.make_film(clip_times, first)),
        "/clips/3/captions": (
            "words.vtt",
            "text/vtt",
            b"WEBVTT\n\n00:00:00.000 --> 00:00:09.000\nThere &amp; I are\n",
        ),
        "/stills/4": ("still.jpg", "image/jpeg", drawn_film.make_still(52)),
        "/stills/4/whole": ("whole.jpg", "image/jpeg", drawn_film.make_still(52)),
    }
    routes = []
    for path, (name, media_type, content) in made.items():
        (folder / name).write_bytes(content)

        async def serve(request: Request, name=name, media_type=media_type) -> Response:
            return FileResponse(folder / name, media_type=media_type)

        routes.append(Route(path, serve))
    return routes


async def uploaded(request: Request) -> Response:
    return Response(bytes(MEMORY.upload["bytes"]) if MEMORY.upload else b"")


async def sign_in(request: Request) -> Response:
    if request.method == "POST":
        MEMORY.signed_in = b"passphrase=a+long+passphrase" in await request.body()
        if MEMORY.signed_in:
            return RedirectResponse("/", 303)
        return Response('<p role="alert">That is not it.</p>', 403, media_type="text/html")
    return Response("<h1>Sign in</h1>", media_type="text/html")


def make_app(folder: Path) -> st.App:
    routes = [
        Route("/acts", apply_act, methods=["POST"]),
        Route("/gate/watch", watch),
        Route("/gate/{what}", gate, methods=["POST"]),
        Route("/lock", lock, methods=["POST"]),
        Route("/uploads", uploads, methods=["POST"]),
        Route("/uploads/7", uploads, methods=["HEAD", "GET", "PATCH", "DELETE"]),
        Route("/sign-in", sign_in, methods=["GET", "POST"]),
        Route("/test/remembered", remembered),
        Route("/test/forget", forget, methods=["POST"]),
        Route("/test/lose-last", lose_last, methods=["POST"]),
        Route("/test/away", be_away, methods=["POST"]),
        Route("/test/start-anew", start_anew, methods=["POST"]),
        Route("/test/uploaded", uploaded),
        Route("/test/bare", bare),
        Route("/test/parts/{name}.{kind}", part_file),
        Route("/test/data/{name}", part_data),
        Route("/test/move", move, methods=["POST"]),
        Route("/test/hand-over", hand_over, methods=["POST"]),
        Route("/test/fall-asleep", fall_asleep, methods=["POST"]),
        Route("/test/news", news, methods=["POST"]),
        *make_files(folder),
    ]
    return st.App(Path(__file__).with_name("screens.py"), routes=routes)


def main(folder: str) -> None:
    config.set_option("browser.gatherUsageStats", False)
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    print(listening.getsockname()[1], flush=True)
    server = uvicorn.Server(uvicorn.Config(make_app(Path(folder)), log_level="warning"))
    asyncio.run(server.serve(sockets=[listening]))


if __name__ == "__main__":
    # The screens import this module by its name: it must be the one that serves.
    sys.modules["tests.components.house"] = sys.modules["__main__"]
    main(sys.argv[1])
