"""Finds Chromium for the tests, and brings it where there is none.

Run as a script before the tests: prints nothing when a browser is there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class NoChromium(Exception):
    """No browser is here and none could be had; the text is one sentence."""


def chromium_path() -> str:
    """Return the path of a Chromium that is here. Raises NoChromium."""
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if not found:
            raise NoChromium(f"CHROMIUM names {named}, which is no program on this machine.")
        return found
    for name in NAMES:
        if found := shutil.which(name):
            return found
    if (own := _playwrights_own()).is_file():
        return str(own)
    raise NoChromium("There is no Chromium on this machine; run `make test`, which brings one.")


def _playwrights_own() -> Path:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def bring_chromium() -> str:
    """Install Debian's Chromium as root, else Playwright's own; return its path.

    Raises NoChromium where neither can be had.
    """
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Bringing Debian's Chromium for the tests (once)")
        if _ran(["apt-get", "update"]) and _ran(["apt-get", "install", "-y", "chromium"]):
            return chromium_path()
    print("Bringing Playwright's Chromium for the tests (once)")
    if _ran([sys.executable, "-m", "playwright", "install", "chromium"]):
        return chromium_path()
    raise NoChromium(
        "The tests need Chromium and it could not be installed: install it, or name it in CHROMIUM."
    )


def _ran(command: list[str]) -> bool:
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0


def main() -> None:
    """Make sure of a browser, or end with one sentence."""
    try:
        try:
            chromium_path()
        except NoChromium:
            if os.environ.get("CHROMIUM"):
                raise
            bring_chromium()
    except NoChromium as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
