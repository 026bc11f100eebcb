"""Who is signed in, what they may see, and every connection that is open in their name."""

import hashlib
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from streamlit.runtime.scriptrunner import get_script_run_ctx

from vigreview.vault.store import Vault
from vigreview.web import appsessions
from vigreview.web.doors import Door
from vigreview.web.failures import log_failure
from vigreview.web.seats import (
    ASLEEP,
    COVERED_SECONDS,
    IDLE_SECONDS,
    PAUSE,
    SITTING,
    Narrowing,
    NotSignedIn,
    Seat,
    SeatLeft,
    Session,
    moment,
)

__all__ = [
    "ASLEEP",
    "IDLE_SECONDS",
    "PAUSE",
    "SITTING",
    "Door",
    "Narrowing",
    "NotSignedIn",
    "Seat",
    "SeatLeft",
    "Session",
    "Sessions",
]
Hook = Callable[[Session], None]


class Sessions:
    """All sign-ins of this server. Every method is safe from any thread."""

    def __init__(self, idle_limit: Callable[[Session], float] | None = None) -> None:
        self.idle_limit = idle_limit or (lambda session: IDLE_SECONDS)
        self.keep_cover: Callable[[Session, str], None] = lambda session, cover: None
        self._changes: dict[tuple[Path, int], int] = {}
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
        """Lock a session that nobody has touched for too long; tell whether it is signed in.

        While two people sit together it is covered instead, until the PIN is given.
        """
        if session.ended or session.idle_for <= session.idle_limit:
            return not session.ended
        session.idle_limit = self.idle_limit(session)  # which may have been changed since
        left_alone = session.idle_for - session.idle_limit
        if left_alone > 0:
            if session.narrowed is None or left_alone > COVERED_SECONDS:
                self.lock(session)
            elif not session.asleep:
                self._fall_asleep(session)
        return not session.ended

    def touch(self, session: Session) -> None:
        """Note that a person did something, for all screens of a time together."""
        for one in self._at_the_table(session):
            one.last_seen = moment()

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

    def narrow(self, session: Session, narrowing: Narrowing, cover: str = "") -> None:
        """Let a session see one shared review and nothing else, from now on."""
        with self._guard:
            session.narrowed = narrowing
            session.cover = cover
            self._new_epoch(session)

    def widen(self, session: Session) -> None:
        """Give the tablet back to the practitioner."""
        with self._guard:
            session.narrowed = None
            session.cover = ""
            self._new_epoch(session)

    def cover(self, session: Session, cover: str) -> int:
        """Lay a cover over a time together, or take it off (""); return the number of the change.

        All its screens are told. A sleeping one is not made to pause. On the disk when this
        returns: covered before that, uncovered only after.
        """
        if cover == PAUSE and session.asleep:
            return self.changes(session)
        if cover:
            self._covered(session, cover)
        self.keep_cover(session, cover)
        self._covered(session, cover)
        return self.tell(session, "cover", {"cover": cover})

    def _covered(self, session: Session, cover: str) -> None:
        with self._guard:
            for one in self._at_the_table(session):
                one.cover = cover
                for door in self._doors.get(one.id, ()):
                    if cover == ASLEEP and door.kind == "film":
                        door.close()

    def _fall_asleep(self, session: Session) -> None:
        try:
            self.cover(session, ASLEEP)
        except Exception as error:
            log_failure("Covering a screen", error)

    def changes(self, session: Session) -> int:
        """Return the number of the last change in a session's time together."""
        with self._guard:
            if session.narrowed is None:
                return 0
            return self._changes.get((session.vault.home, session.narrowed.sitting_id), 0)

    def tell(self, session: Session, name: str, data: dict[str, Any]) -> int:
        """Tell all screens of a session's time together what has changed; return its number."""
        with self._guard:
            if session.narrowed is None:
                return 0
            place = (session.vault.home, session.narrowed.sitting_id)
            number = self._changes[place] = self._changes.get(place, 0) + 1
            for one in self._at_the_table(session):
                for door in self._doors.get(one.id, ()):
                    if door.kind == "watch":
                        door.tell(name, {**data, "number": number})
            return number

    def _at_the_table(self, session: Session) -> list[Session]:
        """Return the sessions that show the same time together, or this one alone."""
        narrowed = session.narrowed
        if narrowed is None:
            return [session]
        return [
            one
            for one in self.all()
            if one.vault is session.vault
            and one.narrowed
            and one.narrowed.sitting_id == narrowed.sitting_id
        ]

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

    def is_there(self, seat: Seat) -> bool:
        """Tell whether a screen of this very seat is open: those of before are gone by then."""
        with self._guard:
            doors = self._doors.get(seat.session.id, ())
            return any(door.kind == "watch" and door.seat == seat for door in doors)

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
    # Not st.user, which looks for a file of secrets each time it is asked.
    context = get_script_run_ctx()
    return DOORS.of_badge(context and context.user_info.get(appsessions.BADGE_KEY))
