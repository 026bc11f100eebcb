"""What runs as long as the server does: idle sessions are locked, and all of them at the end."""

import asyncio
import signal
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from types import FrameType
from typing import Any

import anyio.to_thread

from vigreview.vault.errors import VaultLocked
from vigreview.web.failures import log_failure
from vigreview.web.sessions import DOORS, Session, Sessions

SWEEP_SECONDS = 3.0
TIDY_SECONDS = 600.0


@asynccontextmanager
async def doors_watched(doors: Sessions = DOORS) -> AsyncIterator[None]:
    """Sweep for idle sessions while the app runs; lock all when it is asked to stop."""
    _lock_when_asked_to_stop(doors)
    sweeping = asyncio.create_task(_sweep(doors))
    try:
        yield
    finally:
        sweeping.cancel()
        with suppress(asyncio.CancelledError):
            await sweeping
        await anyio.to_thread.run_sync(doors.lock_all)


async def _sweep(doors: Sessions) -> None:
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        try:
            await anyio.to_thread.run_sync(doors.sweep)
        except Exception as error:
            log_failure("Looking for idle sessions", error)


@asynccontextmanager
async def now_and_then(
    do: Callable[[Session], None], doors: Sessions = DOORS, every_s: float = TIDY_SECONDS
) -> AsyncIterator[None]:
    """Do something for each session that is signed in, every so often while the app runs."""
    doing = asyncio.create_task(_every_so_often(do, doors, every_s))
    try:
        yield
    finally:
        doing.cancel()
        with suppress(asyncio.CancelledError):
            await doing


async def _every_so_often(do: Callable[[Session], None], doors: Sessions, every_s: float) -> None:
    while True:
        await asyncio.sleep(every_s)
        for session in doors.all():
            try:
                await anyio.to_thread.run_sync(do, session)
            except VaultLocked:
                continue  # locked meanwhile: it is done when the vault is opened again
            except Exception as error:
                log_failure("Tidying up", error)


def _lock_when_asked_to_stop(doors: Sessions) -> None:
    """Lock all on SIGINT and SIGTERM, before the server waits for open connections to end.

    A screen's watch and a paused film would otherwise keep the server from stopping.
    """
    if threading.current_thread() is not threading.main_thread():
        return  # only the main thread hears signals; a server in a test runs in another
    loop = asyncio.get_running_loop()
    for kind in (signal.SIGINT, signal.SIGTERM):
        before = signal.getsignal(kind)

        def stop(number: int, frame: FrameType | None, before: Any = before) -> None:
            loop.call_soon_threadsafe(loop.run_in_executor, None, doors.lock_all)
            if callable(before):
                before(number, frame)

        signal.signal(kind, stop)
