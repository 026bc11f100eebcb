"""`python -m bench.plain_film FILM PORT` serves one film by byte ranges, and a page that has it."""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

# Between the two, the time of the tap travels in the window's name.
LINK = """<!doctype html><a href="/shown">Show</a><script>
  addEventListener("click", (tap) => (name = performance.timeOrigin + tap.timeStamp));
</script>"""
SHOWN = """<!doctype html><video src="/film" preload="auto" muted></video><script>
  window.took = new Promise((resolve) => document.querySelector("video").requestVideoFrameCallback(
    (now) => resolve(performance.timeOrigin + now - Number(name))));
</script>"""


def serve(film: str, port: int) -> None:
    """Serve until killed: the film at /film, shown at /shown, a link there at /link; /health."""

    async def whole_or_range(request: Request) -> Response:
        return FileResponse(film, media_type="video/mp4")

    async def health(request: Request) -> Response:
        return PlainTextResponse("")

    async def link(request: Request) -> Response:
        return HTMLResponse(LINK)

    async def shown(request: Request) -> Response:
        return HTMLResponse(SHOWN)

    routes = [Route("/film", whole_or_range), Route("/health", health)]
    routes += [Route("/link", link), Route("/shown", shown)]
    uvicorn.run(Starlette(routes=routes), port=port, log_level="warning", access_log=False)


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
