"""Each screen's script with 500 families in the practice, against 5.

A process can hold one open practice, so each has its own; they run in turn, never together.
"""

import logging
import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from bench.practice import add_families, new_practice
from bench.row import Row, beside
from tests.browser.server import PROJECT

LIMIT = 1.5
ROUNDS = 21
FEW, MANY = 5, 500
MADE_WITHIN_S = 300
RUN_WITHIN_S = 60

Desk = Callable[[str, int], float]


def measure(folder: Path) -> Iterator[Row]:
    """The whole script run of a screen, as Streamlit's own test runner runs it."""
    with _desk(folder / "few", FEW) as few, _desk(folder / "many", MANY) as many:
        for screen in _screens(0, 0):
            name = f"{screen.replace('_', ' ')} with {MANY} families"
            ours, anchor = partial(many, screen), partial(few, screen)
            yield beside(name, ours, anchor, LIMIT, range(ROUNDS))


def _screens(journey_id: int, film_id: int) -> dict[str, dict[str, str]]:
    """Return every screen of the desk, and what its address asks for."""
    journey, film = {"journey": str(journey_id)}, {"film": str(film_id)}
    return {
        "caseload": {},
        "new_family": {},
        "people": journey,
        "consent": journey,
        "film": journey,
        "clips": film,
        "get_ready": film,
        "journey": journey,
        "settings": {},
    }


@contextmanager
def _desk(home: Path, families: int) -> Iterator[Desk]:
    """Open a practice of so many families in a process of its own; give what runs its screens."""
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe()
    process = spawning.Process(target=_sit_at_desk, args=[there, home, families])
    process.start()
    there.close()
    try:
        assert here.poll(MADE_WITHIN_S), "the practice took too long to make"
        here.recv()

        def run(screen: str, number: int) -> float:
            here.send(screen)
            return here.recv()

        yield run
    finally:
        here.close()
        process.join(RUN_WITHIN_S)
        process.kill()


def _sit_at_desk(asked: Connection, home: Path, families: int) -> None:
    """Run each screen that is asked for; answer with how long it took, in milliseconds."""
    from streamlit.testing.v1 import AppTest

    from vigreview.web.sessions import DOORS

    logging.disable(logging.WARNING)  # Streamlit warns at each run that there is no browser
    practice = new_practice(home)
    screens = _screens(*add_families(practice, families))
    practice.vault.forget_deleted()
    session, _ = DOORS.begin(practice.vault, "Kim")
    open_screens: dict[str, AppTest] = {}

    def opened(name: str) -> AppTest:
        shown = AppTest.from_file(PROJECT / "vigreview" / "frame.py", default_timeout=RUN_WITHIN_S)
        shown.user = {"vigreview_session": session.badge}
        shown.run()  # the caseload: a screen can be turned to from then on
        shown.query_params.update(screens[name])
        return shown.switch_page(f"../pages/{name}.py")

    asked.send("ready")
    while True:
        try:
            name = asked.recv()
        except EOFError:
            return
        if name not in open_screens:
            open_screens[name] = opened(name)
        shown = open_screens[name]
        began = time.perf_counter()
        shown.run()
        took = time.perf_counter() - began
        assert not shown.exception, shown.exception
        assert "To the families" not in {button.label for button in shown.button}, "nothing there"
        asked.send(1000 * took)
