"""Start to the sign-in page, against `streamlit run` of a one-line script to its page."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.row import Row, beside
from bench.servers import running, streamlit_run
from tests.browser.server import PROJECT, free_port

LIMIT = 1.5
ROUNDS = 6


def measure(folder: Path) -> Iterator[Row]:
    """From the start of the process until the page answers 200."""
    script = folder / "script.py"
    script.write_text('import streamlit as st; st.write("Hello")\n')

    def ours(number: int) -> float:
        began = time.perf_counter()
        port = free_port()
        with running(
            [sys.executable, "app.py", "--port", str(port)],
            f"http://127.0.0.1:{port}/sign-in",
            folder / "app.log",
            folder=PROJECT,
            environment={"VIGREVIEW_HOME": str(folder / "vault")},
        ):
            return 1000 * (time.perf_counter() - began)

    def anchor(number: int) -> float:
        began = time.perf_counter()
        with streamlit_run(script):
            return 1000 * (time.perf_counter() - began)

    yield beside("start to the sign-in page", ours, anchor, LIMIT, range(ROUNDS))
