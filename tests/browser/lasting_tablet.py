"""A tablet whose browser can be killed and started anew, over the same profile on the disk."""

from pathlib import Path

import psutil
from playwright.sync_api import Page, Playwright

from tests.chromium import ARGS, chromium_path

LANDSCAPE = {"width": 1180, "height": 820}


class Tablet:
    """Real Chromium over the profile in `profile`; `rules` says what names it takes for which."""

    def __init__(self, playwright: Playwright, profile: Path, rules: str) -> None:
        self._playwright, self._profile, self._rules = playwright, profile, rules
        self.page = self._open()

    def _open(self) -> Page:
        self._context = self._playwright.chromium.launch_persistent_context(
            str(self._profile),
            executable_path=chromium_path(),
            args=[*ARGS, f"--host-resolver-rules={self._rules}"],
            viewport=LANDSCAPE,
            has_touch=True,
        )
        page = self._context.pages[0]
        page.set_default_timeout(30_000)
        return page

    def die(self) -> None:
        """Kill the browser, as a tablet does that needs the room, and start it anew."""
        ours = f"--user-data-dir={self._profile}"
        with self._context.expect_event("close"):
            for one in psutil.process_iter(["cmdline"]):
                said = one.info["cmdline"] or []
                if ours in said and not any(word.startswith("--type=") for word in said):
                    one.kill()
        self.page = self._open()

    def close(self) -> None:
        self._context.close()
