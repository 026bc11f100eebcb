"""`python -m bench.plain_film FILM PORT` serves one film by byte ranges, and nothing else."""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route


def serve(film: str, port: int) -> None:
    """Serve until killed: the film at /film, an empty page at /health."""

    async def whole_or_range(request: Request) -> Response:
        return FileResponse(film, media_type="video/mp4")

    async def health(request: Request) -> Response:
        return PlainTextResponse("")

    routes = [Route("/film", whole_or_range), Route("/health", health)]
    uvicorn.run(Starlette(routes=routes), port=port, log_level="warning", access_log=False)


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
