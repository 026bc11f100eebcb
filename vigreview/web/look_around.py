"""The demo family: made in the background while a page shows how far it is."""

import threading
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from vigreview.vault.store import Vault
from vigreview.web.failures import log_failure
from vigreview.web.gate import SESSION
from vigreview.web.reception import Reception, go_to, page


def _not_now() -> Response:
    return PlainTextResponse("Somebody is signed in on this device. Please lock it first.", 409)


@dataclass
class _Making:
    """How far the demo family is: `part` from 0 to 1."""

    part: float = 0.0
    doing: str = "Getting ready"
    vault: Vault | None = None
    failed: bool = False

    @property
    def state(self) -> str:
        return "failed" if self.failed else "ready" if self.vault else "making"


def look_around_routes(reception: Reception) -> list[Route]:
    """Return the routes below /look-around."""
    desk = _Desk(reception)
    return [
        Route("/look-around", desk.look_around, methods=["GET", "POST"]),
        Route("/look-around/progress", desk.progress),
        Route("/look-around/enter", desk.enter, methods=["POST"]),
    ]


class _Desk:
    """One demo family is made at a time, however many browsers ask for it.

    Who was looking around before is signed out by the next: their vault is made anew.
    """

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._guard = threading.Lock()
        self._making: _Making | None = None

    async def look_around(self, request: Request) -> Response:
        if request.scope[SESSION]:
            return go_to("/sign-in")
        if request.method == "POST":
            if self._somebody_is_signed_in():
                return _not_now()
            self._begin()
            return go_to("/look-around")
        if self._making is None:
            return go_to("/sign-in")
        return page("look_around.html", making=self._making)

    async def progress(self, request: Request) -> Response:
        making = self._making or _Making(failed=True)
        return JSONResponse({"part": making.part, "doing": making.doing, "state": making.state})

    async def enter(self, request: Request) -> Response:
        if self._somebody_is_signed_in():
            return _not_now()
        with self._guard:
            making = self._making
            if request.scope[SESSION] or making is None or making.vault is None:
                return go_to("/look-around")
        try:
            return await self._reception.sign_in(request, making.vault, demo=True)
        finally:
            with self._guard:
                if self._making is making:
                    self._making = None

    def _somebody_is_signed_in(self) -> bool:
        """Tell whether a practitioner is at work: the demo's vault would lock theirs."""
        return any(not session.demo for session in self._reception.doors.all())

    def _begin(self) -> None:
        with self._guard:
            if self._making and self._making.state != "failed":
                return
            self._making = _Making()
            threading.Thread(target=self._make, args=[self._making], daemon=True).start()

    def _make(self, making: _Making) -> None:
        def progress(part: float, doing: str) -> None:
            making.part, making.doing = part, doing

        try:
            for looking in self._reception.doors.all():
                if looking.demo:
                    self._reception.doors.lock(looking)
            making.vault = self._reception.open_demo(progress)
            making.part = 1.0
        except Exception as error:
            log_failure("Making the demo family", error)
            making.failed = True
