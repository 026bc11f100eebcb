"""Real Chromium, a real server, and a vault that is ready for what a test is about."""

import os
import shutil
from pathlib import Path

import pytest

from tests.browser import walk
from tests.browser.proxy import Proxy
from tests.browser.server import Server
from tests.chromium import ARGS, chromium_path
from tests.films.making import Wanted, make, steady
from tests.process.conftest import consent_to
from tests.waiting import wait_for
from vigreview.languages.sentences import LANGUAGES
from vigreview.process import languages, together
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.consent import PURPOSES
from vigreview.process.filming import film as the_film
from vigreview.process.helping_question import say
from vigreview.process.jobs import Workers
from vigreview.process.microanalysis import describe_clip, mark_clip
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.process.shared_review import get_ready, readiness
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

LANDSCAPE = {"width": 1180, "height": 820}
PORTRAIT = {"width": 820, "height": 1180}
SECONDS = 8


def real_films() -> Path | None:
    """The folder of real films; a test fails where it is named and holds none."""
    named = os.environ.get("VIGREVIEW_FILMS")
    if not named:
        return None
    folder = Path(named).resolve()
    assert any(folder.glob("*.*")), f"VIGREVIEW_FILMS names {folder}, which holds no films"
    return folder


@pytest.fixture(scope="session")
def made_film(tmp_path_factory) -> Path:
    """A film of 8 s whose pictures tell their number."""
    path = tmp_path_factory.mktemp("films") / "made.mp4"
    path.write_bytes(make(Wanted(times=steady(SECONDS * 25), sound="aac")))
    return path


@pytest.fixture
def cuttable(playwright, reviewed):
    """A tablet whose connection to the server can be cut, with the server and its ids.

    The browser takes `localhost` to be the proxy's port, so that names and ports stay exact.
    """
    running, _ = reviewed
    proxy = Proxy(running.port)
    rules = f"--host-resolver-rules=MAP localhost 127.0.0.1:{proxy.port}"
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*ARGS, rules])
    page = browser.new_context(viewport=LANDSCAPE, has_touch=True).new_page()
    page.set_default_timeout(30_000)
    yield page, proxy, f"http://localhost:{running.port}"
    browser.close()
    proxy.close()


@pytest.fixture
def tablets(chromium):
    """Opens tablets; at the end fails where one asked anything of another address than ours."""
    opened = []
    asked = []

    def open_one(**how):
        context = chromium.new_context(
            **{"viewport": LANDSCAPE, "has_touch": True, "reduced_motion": "reduce", **how}
        )
        context.on("request", lambda request: asked.append(request.url))
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("websocket", lambda socket: asked.append(socket.url))
        return page

    yield open_one
    for context in opened:
        context.close()
    outside = [url for url in asked if not url.startswith(OURS)]
    assert not outside


OURS = ("http://127.0.0.1:", "ws://127.0.0.1:", "blob:http://127.0.0.1:", "data:")


@pytest.fixture
def tablet(tablets):
    return tablets()


@pytest.fixture
def server(tmp_path):
    running = Server(tmp_path / "vault")
    running.home.mkdir()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def reviewed_vault(tmp_path_factory, made_film):
    """A vault, as files, with a family, a film and a shared review that is ready; and its ids."""
    return make_reviewed_vault(tmp_path_factory.mktemp("reviewed"), made_film.read_bytes())


def make_reviewed_vault(home: Path, content: bytes) -> tuple[Path, dict[str, int]]:
    vault = Vault.create(home, walk.PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    begin(practice, walk.NAME, walk.PIN)
    journey = add_family(
        practice,
        "Ada and Sam",
        [Carer("Sam", "Dada")],
        [Baby("Ada", born_on="2026-05-01")],
    )
    consent_to(practice, journey, PURPOSES)
    sitting = together.open_question_sitting(practice, journey)
    say(Practice(vault, sitting), "question", "What do I do that Ada enjoys?")
    together.close(Practice(vault, sitting))
    film = bring(practice, journey, content)
    for start in (1_000_000, 4_000_000):
        clip = mark_clip(practice, film, start, start + 2_000_000)
        describe_clip(practice, clip, chosen=True, why="a private note")
    sitting = get_ready(practice, film)
    settle(vault)
    assert readiness(practice, sitting).ready
    vault.lock()
    wait_for(lambda: not list(home.glob("*-wal")))  # whoever still reads is done with it
    return home, {"journey": journey, "film": film, "sitting": sitting}


def bring(practice: Practice, journey: int, content: bytes) -> int:
    film = expected_film(practice, journey)
    begin_film(practice, film, len(content))
    receive(practice, film, 0, content)
    arrived(practice, film)
    settle(practice.vault)
    assert the_film(practice, film).state == "ready"
    return film


def settle(vault: Vault) -> None:
    """Have all film work of a vault done."""
    Workers.at_work(vault)
    with vault.committed:
        while True:
            with vault.read() as db:
                if not db.table("jobs").count_where("state in ('waiting', 'working')"):
                    return
            vault.committed.wait(timeout=1)


@pytest.fixture
def reviewed(tmp_path, reviewed_vault):
    """A server over a copy of that vault, and its ids."""
    home, ids = reviewed_vault
    shutil.copytree(home, tmp_path / "vault")
    running = Server(tmp_path / "vault").start()
    yield running, ids
    running.stop()


def check_all(practice: Practice, code: str, but: str = "") -> None:
    """Tick every sentence of a language as checked, but for one."""
    there = languages.lines(practice, LANGUAGES[code])
    ticked = {one.id: one.source for one in there if one.source and one.id != but}
    languages.tick(practice, code, ticked, "Nadia")


def begin_review(page, url: str) -> None:
    """Sign in and hand the tablet over for the review that is ready."""
    walk.sign_in(page, url)
    walk.screen(page, "Families")
    page.get_by_role("button", name="Go on").click()
    walk.screen(page, "Getting ready")
    page.get_by_role("button", name="Hand over the tablet").click()
    walk.screen(page, "Hello again")
