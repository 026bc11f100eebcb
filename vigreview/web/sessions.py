"""Who is signed in, what they may see, and every connection that is open in their name."""

import asyncio
import hashlib
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import streamlit as st

from vigreview.vault.store import Vault
from vigreview.web import appsessions

IDLE_SECONDS = 600.0
SITTING = "sitting"


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
    covered: bool = False
    epoch: int = 1
    ended: bool = False
    idle_limit: float = IDLE_SECONDS
    last_seen: tuple[float, float] = field(default_factory=lambda: _now(), repr=False)

    @property
    def badge(self) -> str:
        """What the gate tells Streamlit: this session in this epoch."""
        return f"{self.id}.{self.epoch}"

    @property
    def place(self) -> str:
        """Where the browser belongs: the review while narrowed, else the caseload."""
        return self.narrowed.place if self.narrowed else "/"

    @property
    def idle_for(self) -> float:
        """Seconds since a person last did something, a laptop's sleep included."""
        return max(now - then for now, then in zip(_now(), self.last_seen, strict=True))


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


def _now() -> tuple[float, float]:
    # The monotonic clock stands still while a laptop sleeps (Linux, macOS), the wall clock does
    # not but may be set back: the later of the two counts.
    return time.monotonic(), time.time()


class Door:
    """One open connection of a session: a WebSocket, a watch or a film being streamed."""

    def __init__(self, seat: Seat, kind: str) -> None:
        self.seat = seat
        self.kind = kind
        self.shut = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def close(self) -> None:
        """Wake whoever waits on `shut`; safe from any thread."""
        with suppress(RuntimeError):  # the event loop is gone, and the connection with it
            self._loop.call_soon_threadsafe(self.shut.set)


Hook = Callable[[Session], None]


class Sessions:
    """All sign-ins of this server. Every method is safe from any thread."""

    def __init__(self, idle_limit: Callable[[Session], float] | None = None) -> None:
        self.idle_limit = idle_limit or (lambda session: IDLE_SECONDS)
        self._guard = threading.RLock()
        self._by_cookie: dict[bytes, Session] = {}
        self._doors: dict[str, set[Door]] = {}
        self._opened: list[Hook] = []
        self._locked: list[Hook] = []

    def on_open(self, hook: Hook) -> None:
        """Call `hook` after each sign-in."""
        self._opened.append(hook)

    def on_lock(self, hook: Hook) -> None:
        """Call `hook` when a session has ended, before its vault is locked."""
        self._locked.append(hook)

    def begin(self, vault: Vault, practitioner: str, demo: bool = False) -> tuple[Session, str]:
        """Sign somebody in; return the session and the token for their cookie.

        Sessions of another vault are locked; one of the same vault shares the Vault held already.
        """
        with self._guard:
            others = [one for one in self.all() if one.vault.home != vault.home]
            shared = next((one.vault for one in self.all() if one.vault.home == vault.home), vault)
            token = secrets.token_urlsafe(32)
            session = Session(shared, practitioner, demo)
            self._by_cookie[_hash(token)] = session
            self._doors[session.id] = set()
        if shared is not vault:
            vault.lock()
        for other in others:
            self.lock(other)
        session.idle_limit = self.idle_limit(session)
        for hook in self._opened:
            hook(session)
        return session, token

    @contextmanager
    def locked_on_error(self, vault: Vault) -> Iterator[None]:
        """Leave no vault open, and nobody signed in to it, where signing in fails half-way."""
        try:
            yield
        except BaseException:
            for session in self.all():
                if session.vault.home == vault.home:
                    self.lock(session)
            vault.lock()
            raise

    def all(self) -> list[Session]:
        """Return the sessions that are signed in."""
        with self._guard:
            return list(self._by_cookie.values())

    def find(self, cookie_token: str | None) -> Session | None:
        """Return the session of a cookie, or None where it is signed out or idle too long."""
        if not cookie_token:
            return None
        with self._guard:
            session = self._by_cookie.get(_hash(cookie_token))
        return session if session and self.awake(session) else None

    def of_badge(self, badge: object) -> Session:
        """Return the session of a badge. Raises NotSignedIn for any but a current one."""
        for session in self.all():
            if session.badge == badge:
                return session
        raise NotSignedIn("The screen was locked. Please sign in again.")

    def awake(self, session: Session) -> bool:
        """Lock a session that nobody has touched for too long; tell whether it is signed in."""
        if not session.ended and session.idle_for > session.idle_limit:
            self.lock(session)
        return not session.ended

    def touch(self, session: Session) -> None:
        """Note that a person did something."""
        session.last_seen = _now()

    def sweep(self) -> None:
        """Lock every session that has been idle too long, asking anew how long that is."""
        for session in self.all():
            session.idle_limit = self.idle_limit(session)
            self.awake(session)

    def lock(self, session: Session) -> None:
        """Sign a session out; the vault is locked when this was its last."""
        with self._guard:
            if session.ended:
                return
            held = [one for one in self.all() if one is not session]
            last = not any(one.vault is session.vault for one in held)
            self._by_cookie = {k: v for k, v in self._by_cookie.items() if v is not session}
            session.ended = True
            self._new_epoch(session)
            self._doors.pop(session.id, None)
        try:
            for hook in self._locked:
                hook(session)
        finally:
            if last:
                session.vault.lock()

    def lock_all(self) -> None:
        """Sign everybody out."""
        for session in self.all():
            self.lock(session)

    def narrow(self, session: Session, narrowing: Narrowing) -> None:
        """Let a session see one shared review and nothing else, from now on."""
        with self._guard:
            session.narrowed = narrowing
            self._new_epoch(session)

    def widen(self, session: Session) -> None:
        """Give the tablet back to the practitioner."""
        with self._guard:
            session.narrowed = None
            session.covered = False
            self._new_epoch(session)

    def send_back(self, session: Session) -> None:
        """Have the session's browsers go to where they belong."""
        with self._guard:
            for door in self._doors.get(session.id, ()):
                if door.kind == "watch":
                    door.close()

    def seat(self, session: Session) -> Seat:
        """Return what a session may see now."""
        with self._guard:
            return Seat(session, session.epoch, session.narrowed)

    def enter(self, seat: Seat, kind: str) -> Door:
        """Register a connection that is to end when its seat is left."""
        with self._guard:
            door = Door(seat, kind)
            self._doors.get(seat.session.id, set()).add(door)
            if not seat.taken:
                door.close()
            return door

    def leave(self, door: Door) -> None:
        """Forget a connection that has ended."""
        with self._guard:
            self._doors.get(door.seat.session.id, set()).discard(door)

    def _new_epoch(self, session: Session) -> None:
        old = session.badge
        session.epoch += 1
        for door in self._doors.get(session.id, ()):
            door.close()
        appsessions.drop(old)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


DOORS = Sessions()


def current() -> Session:
    """Return the session for which this Streamlit script runs. Raises NotSignedIn."""
    return DOORS.of_badge(st.user.to_dict().get(appsessions.BADGE_KEY))
