"""What the sign-in pages share: the handed-in functions, forms, templates and the cookie."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import anyio.to_thread
from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from vigreview.refusals import Unusable
from vigreview.vault.store import Vault
from vigreview.web import origin
from vigreview.web.acts import body_of
from vigreview.web.patience import Patience
from vigreview.web.sessions import DOORS, Session, Sessions

_MOST_BYTES = 16 * 1024
_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)

Progress = Callable[[float, str], None]


def _nothing(session: Session) -> None:
    """Do nothing after a sign-in."""


@dataclass(frozen=True)
class Reception:
    """The vault's folder and what is done there, handed in; every function runs in a thread.

    `set_up(home, name, passphrase, recovery_key, pin)` makes the vault; `who(vault)` returns the
    practitioner's name; `open_demo(progress)` makes and opens the demo family's vault, reporting
    (0 to 1, what it is doing); `after_sign_in(session)` may narrow the session; `take_back`
    widens one that may leave.
    """

    home: Path
    set_up: Callable[[Path, str, str, str, str], Vault]
    who: Callable[[Vault], str]
    open_demo: Callable[[Progress], Vault]
    after_sign_in: Callable[[Session], None] = _nothing
    take_back: Callable[[Session], None] | None = None
    doors: Sessions = DOORS
    patience: Patience = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "patience", Patience(self.home))

    async def sign_in(
        self, request: Request, vault: Vault, demo: bool = False, wanted: str | None = None
    ) -> Response:
        """Sign somebody in to an open vault and send the browser on its way."""

        def begin() -> tuple[Session, str]:
            with self.doors.locked_on_error(vault):
                session, token = self.doors.begin(vault, self.who(vault), demo)
                self.after_sign_in(session)
            return session, token

        session, token = await anyio.to_thread.run_sync(begin)
        place = session.place if session.narrowed else origin.local_path(wanted)
        response = go_to(place)
        give_cookie(request, response, origin.cookie_name(request.scope), token)
        return response


def give_cookie(request: Request, response: Response, name: str, token: str) -> None:
    """Set a cookie that no script reads, no other site sends, and that ends with the browser."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, token, path="/", httponly=True, samesite="strict", secure=secure)


def go_to(place: str) -> Response:
    """Send the browser elsewhere with a GET."""
    return RedirectResponse(place, 303)


def page(template: str, status: int = 200, **shown: Any) -> Response:
    """Return a page; everything shown is escaped."""
    return HTMLResponse(_PAGES.get_template(template).render(**shown), status)


async def fields_of(request: Request) -> Callable[[str], str]:
    """Return a function that gives a form's field by name, empty where it is missing.

    A form that is far too long has no fields.
    """
    try:
        body = await body_of(request, _MOST_BYTES)
    except Unusable:
        body = b""
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return lambda name: fields.get(name, [""])[0]
