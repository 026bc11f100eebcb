"""The sign-in pages over a real vault, for tests."""

import shutil
import threading
from pathlib import Path

from vigreview.vault.pin import set_pin
from vigreview.vault.store import Vault
from vigreview.web.reception import Progress, Reception
from vigreview.web.sessions import Session, Sessions

NAME = "Robin Marker"
PASSPHRASE = "velvet otter ladder soup"
PIN = "2580"


class Demo:
    """Makes a demo vault anew when `go_on` is set; until then it is half made."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.go_on = threading.Event()
        self.fails = False

    def __call__(self, progress: Progress) -> Vault:
        progress(0.5, "Drawing two faces")
        assert self.go_on.wait(20)
        if self.fails:
            raise OSError(f"cannot draw {NAME}")
        shutil.rmtree(self._home, ignore_errors=True)
        return Vault.create(self._home, "demo", "demo key")


def set_up(home: Path, name: str, passphrase: str, recovery_key: str, pin: str) -> Vault:
    """Make a vault as the app does, and keep the name beside it for the tests."""
    vault = Vault.create(home, passphrase, recovery_key)
    with vault.write() as db:
        set_pin(db, pin)
        db["practitioner_name"].insert({"name": name})
    return vault


def who(vault: Vault) -> str:
    """Return the practitioner's name that `set_up` kept, or the demo's."""
    with vault.read() as db:
        kept = db["practitioner_name"]
        return next(iter(kept.rows))["name"] if kept.exists() else "Sam"


def reception(doors: Sessions, folder: Path, after: list | None = None) -> Reception:
    """Return a reception whose vault lies in `folder`; sessions that begin go to `after`."""

    def noted(session: Session) -> None:
        if after is not None:
            after.append(session)

    return Reception(
        folder / "vault", set_up, who, Demo(folder / "demo"), after_sign_in=noted, doors=doors
    )
