"""Who sits at a screen, and what it may show: a sign-in, a time together, a request's own view."""

import secrets
import time
from dataclasses import dataclass, field

from vigreview.vault.store import Vault

IDLE_SECONDS = 600.0
COVERED_SECONDS = 4 * 3600.0  # left alone under the cover for longer, the vault is locked after all
SITTING = "sitting"
# What may lie over a time together: a pause that any tap ends, or one that only the PIN ends.
PAUSE, ASLEEP = "pause", "asleep"


class NotSignedIn(Exception):
    """This script runs for nobody: the session was locked, narrowed or widened meanwhile."""


@dataclass(frozen=True)
class Narrowing:
    """The one review that a session may show, on one page (its URL path) and nothing beside it."""

    sitting_id: int
    page: str
    clips: frozenset[int] = frozenset()
    stills: frozenset[int] = frozenset()

    @property
    def place(self) -> str:
        """The URL of the review, path and query."""
        return f"/{self.page}?{SITTING}={self.sitting_id}"


@dataclass(eq=False)
class Session:
    """One sign-in. `epoch` grows whenever what it may see changes; what is older is refused."""

    vault: Vault = field(repr=False)
    practitioner: str = field(repr=False)
    demo: bool = False
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    narrowed: Narrowing | None = None
    cover: str = ""  # PAUSE or ASLEEP while it lies over the screen
    epoch: int = 1
    ended: bool = False
    idle_limit: float = IDLE_SECONDS
    last_seen: tuple[float, float] = field(default_factory=lambda: moment(), repr=False)

    @property
    def badge(self) -> str:
        """What the gate tells Streamlit: this session in this epoch."""
        return f"{self.id}.{self.epoch}"

    @property
    def place(self) -> str:
        """Where the browser belongs: the review while narrowed, else the caseload."""
        return self.narrowed.place if self.narrowed else "/"

    @property
    def asleep(self) -> bool:
        """Whether nothing may be seen, or told, before the PIN has been given."""
        return self.cover == ASLEEP

    @property
    def idle_for(self) -> float:
        """Seconds since a person last did something, a laptop's sleep included."""
        return max(now - then for now, then in zip(moment(), self.last_seen, strict=True))


class SeatLeft(Exception):
    """The tablet changed hands, or was locked, after this was asked for."""

    def __init__(self, ended: bool) -> None:
        sentence = "The tablet has changed hands meanwhile; this was not done."
        super().__init__("Please sign in again." if ended else sentence)
        self.status = 401 if ended else 409


@dataclass(frozen=True)
class Seat:
    """What a session might see when the gate let a request in: all this request may ever reach."""

    session: Session
    epoch: int
    narrowing: Narrowing | None

    @property
    def badge(self) -> str:
        """What the gate tells Streamlit: this session in this epoch."""
        return f"{self.session.id}.{self.epoch}"

    @property
    def taken(self) -> bool:
        """Whether the session still is what it was when this seat was given."""
        return not self.session.ended and self.session.epoch == self.epoch

    def check(self) -> None:
        """Raise SeatLeft once the session is another, whoever sits there now."""
        if not self.taken:
            raise SeatLeft(self.session.ended)


def moment() -> tuple[float, float]:
    """Return now by both clocks, in seconds."""
    # The monotonic clock stands still while a laptop sleeps (Linux, macOS), the wall clock does
    # not but may be set back: the later of the two counts.
    return time.monotonic(), time.time()
