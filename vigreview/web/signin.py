"""The pages before the screens: sign in, a lost passphrase, and where the others are found."""

from pathlib import Path

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from vigreview.vault.errors import VaultError, WrongPassphrase, WrongRecoveryKey
from vigreview.vault.store import Vault, synced_folder
from vigreview.web import origin
from vigreview.web.gate import SESSION
from vigreview.web.look_around import look_around_routes
from vigreview.web.patience import TooSoon
from vigreview.web.reception import Reception, fields_of, go_to, page
from vigreview.web.set_up import set_up_routes
from vigreview.web.strength import strength_of
from vigreview.web.watch import watch_routes
from vigreview.web.words import not_the_passphrase, please_wait


def sign_in_routes(reception: Reception) -> list[BaseRoute]:
    """Return all routes of the gate's own: sign-in, set-up, demo, lock, watch and health."""

    async def sign_in(request: Request) -> Response:
        session = request.scope[SESSION]
        if session:
            return go_to(session.place)
        if request.method == "POST" and Vault.exists(reception.home):
            return await _open(request, reception)
        wanted = origin.local_path(request.query_params.get("next"))
        return _sign_in_page(reception, wanted)

    async def lost(request: Request) -> Response:
        if request.scope[SESSION] or not Vault.exists(reception.home):
            return go_to("/sign-in")
        if request.method == "POST":
            return await _recover(request, reception)
        return page("lost_passphrase.html")

    async def health(request: Request) -> Response:
        return JSONResponse({"ok": True})

    assets = StaticFiles(directory=Path(__file__).parent / "assets")
    return [
        Route("/sign-in", sign_in, methods=["GET", "POST"]),
        Route("/lost-passphrase", lost, methods=["GET", "POST"]),
        Route("/health", health),
        Mount("/gate/assets", assets),
        *set_up_routes(reception),
        *look_around_routes(reception),
        *watch_routes(reception),
    ]


def _sign_in_page(
    reception: Reception, wanted: str, refusal: str | None = None, status: int = 200
) -> Response:
    known = Vault.exists(reception.home)
    template = "sign_in.html" if known else "welcome.html"
    synced = None if known else synced_folder(reception.home)
    return page(template, status, wanted=wanted, refusal=refusal, synced=synced)


async def _open(request: Request, reception: Reception) -> Response:
    field = await fields_of(request)
    wanted = origin.local_path(field("next"))
    passphrase = field("passphrase")

    def open_vault() -> Vault:
        return reception.patience.attempt(
            lambda: Vault.open(reception.home, passphrase), WrongPassphrase
        )

    try:
        vault = await anyio.to_thread.run_sync(open_vault)
    except WrongPassphrase:
        refusal = not_the_passphrase(reception.patience.seconds_left)
        return _sign_in_page(reception, wanted, refusal, 403)
    except TooSoon as error:
        return _sign_in_page(reception, wanted, please_wait(error.seconds), 429)
    except VaultError as error:
        return _sign_in_page(reception, wanted, str(error), 409)
    return await reception.sign_in(request, vault, wanted=wanted)


async def _recover(request: Request, reception: Reception) -> Response:
    field = await fields_of(request)
    recovery_key, passphrase = field("recovery_key"), field("passphrase")
    strength = strength_of(passphrase)
    if not strength.enough:
        return _lost_page(recovery_key, passphrase=strength.sentence)
    if passphrase != field("again"):
        return _lost_page(recovery_key, again="The two passphrases differ.")

    def recover() -> Vault:
        return reception.patience.attempt(
            lambda: Vault.recover(reception.home, recovery_key, passphrase), WrongRecoveryKey
        )

    try:
        vault = await anyio.to_thread.run_sync(recover)
    except WrongRecoveryKey:
        return _lost_page(
            recovery_key, recovery_key="That key does not open this vault; please compare it."
        )
    except TooSoon as error:
        return _lost_page(recovery_key, recovery_key=please_wait(error.seconds))
    except VaultError as error:
        return _lost_page(recovery_key, recovery_key=str(error))
    return await reception.sign_in(request, vault)


def _lost_page(typed_key: str, **wrong: str) -> Response:
    return page("lost_passphrase.html", 422, typed_key=typed_key, wrong=wrong)
