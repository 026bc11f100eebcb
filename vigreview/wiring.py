"""Where the rooms meet: the gate's routes are given the verbs of the process that they call."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from vigreview.films.file import WrongOffset
from vigreview.handing_over import go_on_together, take_back
from vigreview.process import acts, demo, filming, settings, together, watching
from vigreview.process.jobs import Workers
from vigreview.process.practice import Practice
from vigreview.vault.store import Vault, default_home
from vigreview.web.life import doors_watched
from vigreview.web.reception import Progress, Reception
from vigreview.web.sessions import DOORS, Session
from vigreview.web.uploads import Misplaced


def practice_of(session: Session) -> Practice:
    """Return the practice as a session may see it."""
    narrowed = session.narrowed
    return Practice(session.vault, narrowed.sitting_id if narrowed else None)


def open_stream(session: Session, kind: str, which: int, stream: str | None) -> watching.Opened:
    return watching.open_stream(practice_of(session), kind, which, stream)


def apply(session: Session, act: str, verb: str, args: dict[str, Any]) -> dict[str, Any]:
    return acts.apply(practice_of(session), act, verb, args)


def note_refusal(session: Session, what: str) -> None:
    narrowed = session.narrowed
    if narrowed:
        together.note_refusal(practice_of(session), narrowed.sitting_id, what)


class FilmReceiver:
    """Takes the bytes of films that arrive, for the upload routes."""

    def begin(self, session: Session, film_id: int, length: int, metadata: dict[str, str]) -> None:
        fingerprint = metadata.get("fingerprint", "")[:128] or None
        filming.begin_film(practice_of(session), film_id, length, fingerprint)

    def held(self, session: Session, film_id: int) -> tuple[int, int]:
        return filming.received(practice_of(session), film_id)

    def metadata(self, session: Session, film_id: int) -> dict[str, str]:
        fingerprint = filming.film(practice_of(session), film_id).fingerprint
        return {"fingerprint": fingerprint} if fingerprint else {}

    def append(self, session: Session, film_id: int, offset: int, data: bytes) -> None:
        try:
            filming.receive(practice_of(session), film_id, offset, data)
        except WrongOffset as error:
            raise Misplaced(error.held) from error

    def finish(self, session: Session, film_id: int) -> None:
        filming.arrived(practice_of(session), film_id)

    def abandon(self, session: Session, film_id: int) -> None:
        filming.give_up_film(practice_of(session), film_id)


def set_up(home: Path, name: str, passphrase: str, recovery_key: str, pin: str) -> Vault:
    vault = Vault.create(home, passphrase, recovery_key)
    settings.begin(Practice(vault), name, pin)
    return vault


def open_demo(progress: Progress) -> Vault:
    return demo.open_demo(default_home() / "demo", progress)


def who(vault: Vault) -> str:
    return settings.practitioner(Practice(vault))


def idle_limit(session: Session) -> float:
    """Return how many seconds a session's screen may lie untouched."""
    held = settings.settings(Practice(session.vault))
    return 60.0 * (held.lock_minutes_together if session.narrowed else held.lock_minutes)


def begin_film_work(session: Session) -> None:
    """Take up the film work of a vault that was just opened; its other sessions share it."""
    Workers.at_work(session.vault)


DOORS.idle_limit = idle_limit
DOORS.on_open(begin_film_work)

RECEIVER = FilmReceiver()
RECEPTION = Reception(
    default_home(), set_up, who, open_demo, after_sign_in=go_on_together, take_back=take_back
)


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Watch over the doors for as long as the server runs."""
    async with doors_watched():
        yield {}
