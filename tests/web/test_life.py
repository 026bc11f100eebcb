"""What runs as long as the server does."""

import asyncio
import signal
from concurrent.futures import ThreadPoolExecutor

import httpx

from tests.web.browserless import page, serving
from tests.web.servers import PretendVault
from vigreview.web import life
from vigreview.web.sessions import Sessions


def in_a_thread_of_its_own(coroutine):
    """Run it where no browser of other tests has its loop."""
    return ThreadPoolExecutor(1).submit(asyncio.run, coroutine).result(20)


def test_the_server_stops_when_asked_though_a_screen_watches_and_a_page_is_open(tmp_path):
    with serving(tmp_path / "vault", tmp_path / "log") as server:
        _, headers = server.begin()
        with (
            httpx.stream("GET", f"{server.url}/gate/watch", headers=headers) as watch,
            page(server, headers) as ours,
        ):
            lines = watch.iter_lines()
            assert next(lines) == "event: hello"
            ours.run()
            server.signal(signal.SIGINT)
            assert "event: locked" in list(lines)
            assert ours.closed_with() in (4401, 1012)
        assert server.ended(20)


def test_idle_sessions_are_locked_without_being_asked_and_all_at_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr(life, "SWEEP_SECONDS", 0.01)
    doors = Sessions()
    locked = asyncio.Event()
    left_alone, _ = doors.begin(PretendVault(tmp_path), "Robin")
    busy, _ = doors.begin(PretendVault(tmp_path), "Robin")
    left_alone.last_seen = tuple(one - 601 for one in left_alone.last_seen)

    async def run():
        loop = asyncio.get_running_loop()
        doors.on_lock(lambda session: loop.call_soon_threadsafe(locked.set))
        async with life.doors_watched(doors):
            await asyncio.wait_for(locked.wait(), 10)
            assert left_alone.ended
            assert not busy.ended
        assert busy.ended
        assert busy.vault.locked

    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    try:
        in_a_thread_of_its_own(run())
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])


def test_what_is_to_be_tidied_is_looked_at_now_and_then_for_as_long_as_somebody_is_signed_in(
    tmp_path,
):
    doors = Sessions()
    session, _ = doors.begin(PretendVault(tmp_path), "Robin")
    tidied = []

    async def run():
        loop = asyncio.get_running_loop()
        twice = asyncio.Event()

        def tidy(one):
            tidied.append(one)
            if len(tidied) == 1:
                raise OSError("a disk that is away for a moment")
            loop.call_soon_threadsafe(twice.set)

        async with life.now_and_then(tidy, doors, every_s=0.01):
            await asyncio.wait_for(twice.wait(), 10)

    in_a_thread_of_its_own(run())
    assert set(tidied) == {session}
    doors.lock_all()
