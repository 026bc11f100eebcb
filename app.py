"""vigreview: gate, film and upload routes, and the Streamlit screens. Start reading here."""

import argparse
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from vigreview import wiring
from vigreview.web.acts import act_routes
from vigreview.web.downloads import download_routes
from vigreview.web.gate import Gate
from vigreview.web.signin import sign_in_routes
from vigreview.web.streaming import film_routes
from vigreview.web.uploads import upload_routes

app = st.App(
    Path(__file__).parent / "vigreview" / "frame.py",
    routes=[
        *sign_in_routes(wiring.RECEPTION),
        *film_routes(wiring.open_stream),
        *download_routes(wiring.open_file),
        *upload_routes(wiring.RECEIVER),
        *act_routes(wiring.apply),
    ],
    middleware=[Middleware(Gate, note=wiring.note_refusal)],
    lifespan=wiring.lifespan,
)


def main() -> None:
    """Start the app on 127.0.0.1 and say where it is."""
    parser = argparse.ArgumentParser(description="A companion for Video Interaction Guidance.")
    parser.add_argument("--port", type=int, default=8501, help="where to listen (8501)")
    port = parser.parse_args().port
    print(f"vigreview is at http://127.0.0.1:{port} (Ctrl+C stops it)", flush=True)
    app.run(config={"server.address": "127.0.0.1", "server.port": port})


if __name__ == "__main__":
    main()
