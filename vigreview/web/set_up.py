"""Setting up a device: name, passphrase, PIN, and a recovery key to write down and type back.

Nothing is written to the disk before the recovery key has been typed back.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from vigreview.refusals import Unusable
from vigreview.vault.errors import VaultExists
from vigreview.vault.keys import new_recovery_key, plain_recovery_key
from vigreview.vault.store import Vault, synced_folder
from vigreview.web import origin
from vigreview.web.acts import body_of, json_of
from vigreview.web.gate import SESSION
from vigreview.web.reception import Reception, fields_of, give_cookie, go_to, page
from vigreview.web.strength import strength_of

_LONGEST_NAME = 80
_HALF_AN_HOUR = 1800.0


@dataclass(frozen=True)
class Draft:
    """What was asked for, until the recovery key has been typed back."""

    name: str = field(repr=False)
    passphrase: str = field(repr=False)
    pin: str = field(repr=False)
    recovery_key: str = field(repr=False, default_factory=new_recovery_key)
    token: str = field(repr=False, default_factory=lambda: secrets.token_urlsafe(32))
    begun: float = field(default_factory=time.monotonic)

    @property
    def groups(self) -> list[str]:
        """The recovery key in its groups of letters."""
        return self.recovery_key.split("-")


def set_up_routes(reception: Reception) -> list[Route]:
    """Return the routes below /set-up."""
    desk = _Desk(reception)
    return [
        Route("/set-up", desk.asked, methods=["GET", "POST"]),
        Route("/set-up/strength", _strength, methods=["POST"]),
        Route("/set-up/key", desk.key),
        Route("/set-up/check", desk.check, methods=["GET", "POST"]),
    ]


class _Desk:
    """One set-up at a time: a device has one vault."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._draft: Draft | None = None

    async def asked(self, request: Request) -> Response:
        if self._not_now(request):
            return go_to("/sign-in")
        synced = synced_folder(self._reception.home)
        if request.method == "GET":
            return page("set_up.html", synced=synced)
        field_of = await fields_of(request)
        wrong = _what_is_wrong(field_of)
        name = field_of("name").strip()
        if wrong:
            return page("set_up.html", 422, synced=synced, name=name, wrong=wrong)
        self._draft = Draft(name, field_of("passphrase"), field_of("pin"))
        response = go_to("/set-up/key")
        give_cookie(request, response, _cookie(request), self._draft.token)
        return response

    async def key(self, request: Request) -> Response:
        draft = self._mine(request)
        return page("recovery_key.html", groups=draft.groups) if draft else go_to("/set-up")

    async def check(self, request: Request) -> Response:
        draft = self._mine(request)
        if not draft:
            return go_to("/set-up")
        if request.method == "GET":
            return page("recovery_check.html", typed=[""] * len(draft.groups))
        field_of = await fields_of(request)
        typed = [field_of(f"group{number}") for number in range(1, len(draft.groups) + 1)]
        differing = differing_groups(typed, draft.groups)
        if differing:
            return page("recovery_check.html", 422, typed=typed, differing=differing)
        self._draft = None
        return await self._make(request, draft)

    async def _make(self, request: Request, draft: Draft) -> Response:
        reception = self._reception

        def make() -> Vault:
            given = draft.name, draft.passphrase, draft.recovery_key, draft.pin
            return reception.set_up(reception.home, *given)

        try:
            vault = await anyio.to_thread.run_sync(make)
        except VaultExists:
            return go_to("/sign-in")
        response = await reception.sign_in(request, vault)
        response.delete_cookie(_cookie(request), path="/")
        return response

    def _not_now(self, request: Request) -> bool:
        return request.scope[SESSION] is not None or Vault.exists(self._reception.home)

    def _mine(self, request: Request) -> Draft | None:
        draft = self._draft
        if draft is None or self._not_now(request):
            return None
        if time.monotonic() - draft.begun > _HALF_AN_HOUR:
            self._draft = None
            return None
        shown = request.cookies.get(_cookie(request), "")
        return draft if secrets.compare_digest(shown.encode(), draft.token.encode()) else None


def differing_groups(typed: list[str], right: list[str]) -> list[int]:
    """Return the numbers (from 1) of the groups that were typed differently."""
    pairs = enumerate(zip(typed, right, strict=True), start=1)
    return [number for number, (one, other) in pairs if plain_recovery_key(one) != other]


def _what_is_wrong(field_of: Callable[[str], str]) -> dict[str, str]:
    """Return a sentence for each field that cannot be used."""
    name, passphrase, pin = field_of("name").strip(), field_of("passphrase"), field_of("pin")
    wrong = {}
    if not name:
        wrong["name"] = "Please say what you are called."
    elif len(name) > _LONGEST_NAME:
        wrong["name"] = f"Please use no more than {_LONGEST_NAME} characters."
    strength = strength_of(passphrase, name)
    if not strength.enough:
        wrong["passphrase"] = strength.sentence
    elif passphrase != field_of("again"):
        wrong["again"] = "The two passphrases differ."
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 8):
        wrong["pin"] = "A PIN is 4 to 8 digits."
    elif _easy(pin):
        wrong["pin"] = "That PIN is among the first that anybody tries."
    return wrong


def _easy(pin: str) -> bool:
    steps = {int(b) - int(a) for a, b in pairwise(pin)}
    return steps in ({0}, {1}, {-1})


async def _strength(request: Request) -> Response:
    try:
        held = json_of(await body_of(request, 4096))
    except Unusable as error:
        return JSONResponse({"sentence": str(error)}, 400)
    passphrase, name = str(held.get("passphrase", "")), str(held.get("name", ""))
    strength = await anyio.to_thread.run_sync(strength_of, passphrase, name[:_LONGEST_NAME])
    return JSONResponse(
        {"score": strength.score, "enough": strength.enough, "sentence": strength.sentence}
    )


def _cookie(request: Request) -> str:
    return f"{origin.cookie_name(request.scope)}-set-up"
