"""Where the rooms meet: the gate's routes are given the verbs of the process that they call."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vigreview.films.errors import NoRoom as DiskFull
from vigreview.films.errors import WrongOffset
from vigreview.handing_files import Fetched, fetch
from vigreview.handing_over import go_on_together, take_back
from vigreview.process import (
    acts,
    arriving,
    demo,
    filming,
    keepsake_film,
    settings,
    together,
    watching,
)
from vigreview.process.consent import MOMENT, SUPERVISION
from vigreview.process.film_limits import largest_bytes
from vigreview.process.jobs import Workers
from vigreview.process.practice import Practice
from vigreview.refusals import NoRoom, NotThere, Refused, Unusable
from vigreview.screens.clip_captions import CAPTIONS, Captions, open_captions
from vigreview.vault.store import Vault, default_home
from vigreview.web.life import doors_watched, now_and_then
from vigreview.web.reception import Progress, Reception
from vigreview.web.sessions import DOORS, Seat, Session
from vigreview.web.uploads import Misplaced

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class SeatedPractice(Practice):
    """The practice from a request's seat: once that is left, SeatLeft is raised for any change."""

    seat: Seat = field(kw_only=True)

    @contextmanager
    def write(self) -> Iterator["Database"]:
        with super().write() as db:
            self.seat.check()  # after the wait for other writers, a hand-over's among them
            yield db


def practice_of(seat: Seat) -> Practice:
    """Return the practice as the request of this seat may see it, whoever sits there by now."""
    narrowing = seat.narrowing
    sitting = narrowing.sitting_id if narrowing else None
    return SeatedPractice(seat.session.vault, sitting, seat=seat)


def open_stream(
    seat: Seat, kind: str, which: int, stream: str | None
) -> watching.Opened | Captions:
    if kind == "clip" and stream == CAPTIONS:
        return open_captions(practice_of(seat), which)
    if kind == "keepsake":
        return keepsake_film.open_keepsake(practice_of(seat), which)
    return watching.open_stream(practice_of(seat), kind, which, stream)


def open_file(seat: Seat, file_id: int) -> Fetched:
    return fetch(practice_of(seat), file_id)


def apply(seat: Seat, act: str, verb: str, args: dict[str, Any]) -> dict[str, Any]:
    try:
        return acts.apply(practice_of(seat), act, verb, args)
    except (Refused, NotThere):
        note_refusal(seat, f"act {verb}" if verb in acts.VERBS else "an act")
        raise


def note_refusal(seat: Seat, what: str) -> None:
    narrowing = seat.narrowing
    if narrowing:
        sitting = narrowing.sitting_id
        together.note_refusal(Practice(seat.session.vault, sitting), sitting, what)


class FilmReceiver:
    """Takes the bytes of films that arrive, for the upload routes."""

    def largest(self, seat: Seat) -> int:
        return largest_bytes(practice_of(seat))

    def begin(self, seat: Seat, length: int | None, metadata: dict[str, str]) -> int:
        practice = practice_of(seat)
        fingerprint = metadata.get("fingerprint", "")[:128] or None
        facts = (length, fingerprint, metadata.get("recorded") == "1")
        if "film" not in metadata:
            kind = metadata.get("kind", MOMENT)
            if kind not in (MOMENT, SUPERVISION):
                raise Unusable("It is not clear what this is a film of.")
            journey_id = row_id(metadata.get("journey", ""))
            return arriving.begin_next_film(practice, journey_id, *facts, kind)
        film_id = row_id(metadata["film"])
        arriving.begin_film(practice, film_id, *facts)
        return film_id

    def held(self, seat: Seat, film_id: int) -> tuple[int, int | None]:
        return arriving.received(practice_of(seat), film_id)

    def tell_length(self, seat: Seat, film_id: int, length: int) -> None:
        arriving.tell_length(practice_of(seat), film_id, length)

    def metadata(self, seat: Seat, film_id: int) -> dict[str, str]:
        fingerprint = filming.film(practice_of(seat), film_id).fingerprint
        return {"fingerprint": fingerprint} if fingerprint else {}

    @contextmanager
    def arriving(self, seat: Seat, film_id: int) -> Iterator[Callable[[int, bytes], None]]:
        with in_web_words(), arriving.arriving(practice_of(seat), film_id) as arrival:

            def add(offset: int, data: bytes) -> None:
                with in_web_words():
                    arrival.add(offset, data)

            yield add

    def finish(self, seat: Seat, film_id: int) -> None:
        arriving.arrived(practice_of(seat), film_id)

    def abandon(self, seat: Seat, film_id: int) -> None:
        practice = practice_of(seat)
        arriving.received(practice, film_id)  # nothing to take out is said so
        if filming.film(practice, film_id).state != "receiving":
            raise Refused("This film is there already. It can be erased where it is shown.")
        arriving.give_up_film(practice, film_id)


@contextmanager
def in_web_words() -> Iterator[None]:
    """Raise what goes wrong with a film file as the upload routes know it."""
    try:
        yield
    except WrongOffset as error:
        raise Misplaced(error.held) from error
    except DiskFull as error:
        raise NoRoom(str(error)) from error


def row_id(said: str) -> int:
    """Return the number of a row that a client names. Raises Unusable."""
    if not (said.isascii() and said.isdecimal() and len(said) < 19):
        raise Unusable("It is not clear which film this is.")
    return int(said)


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
    tidy_arrivals(session)


def tidy_arrivals(session: Session) -> None:
    """Remove what half arrived and nobody sent on."""
    arriving.remove_forsaken(Practice(session.vault), datetime.now(UTC))


def keep_cover(session: Session, cover: str) -> None:
    """Keep what lies over a time together as a row."""
    narrowed = session.narrowed
    if narrowed:
        practice = Practice(session.vault, narrowed.sitting_id)
        together.cover(practice, narrowed.sitting_id, cover or None)


DOORS.idle_limit = idle_limit
DOORS.keep_cover = keep_cover
DOORS.on_open(begin_film_work)

RECEIVER = FilmReceiver()
RECEPTION = Reception(
    default_home(), set_up, who, open_demo, after_sign_in=go_on_together, take_back=take_back
)


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Watch over the doors for as long as the server runs."""
    async with doors_watched(), now_and_then(tidy_arrivals):
        yield {}
