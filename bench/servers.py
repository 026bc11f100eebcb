"""Servers to measure: any command that answers a page, and Streamlit as it comes."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.browser.server import START_WITHIN_S, free_port, wait_for
from tests.browser.walk import PASSPHRASE

# Streamlit as it comes, but for its browser window, its first-run question and its statistics.
_AS_IT_COMES = ("--server.headless", "true", "--browser.gatherUsageStats", "false")


@contextmanager
def running(
    command: Sequence[str],
    page: str,
    log: Path,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator[None]:
    """Run a server for as long as the block lasts; entered as soon as `page` answers 200."""
    with log.open("ab") as written:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdout=written,
            stderr=written,
        )
    try:
        wait_for(lambda: _answers(page), START_WITHIN_S, lambda: log.read_text()[-4000:])
        yield
    finally:
        process.kill()
        process.wait()


def _answers(page: str) -> bool:
    try:
        with urllib.request.urlopen(page, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


@contextmanager
def streamlit_run(script: Path) -> Iterator[str]:
    """`streamlit run` a script; give its address once its page answers."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script.name, *_AS_IT_COMES]
    url = f"http://127.0.0.1:{port}"
    log = script.with_suffix(".log")
    with running([*command, "--server.port", str(port)], f"{url}/", log, folder=script.parent):
        yield url


@contextmanager
def signed_in(url: str) -> Iterator[httpx.Client]:
    """Sign in to the real app as its own page does; give a client that has the cookie."""
    ours = {"origin": url, "sec-fetch-site": "same-origin"}
    with httpx.Client(base_url=url, headers=ours, timeout=300) as client:
        answer = client.post("/sign-in", data={"passphrase": PASSPHRASE})
        assert answer.status_code == 303, answer.text
        yield client
