"""Filming with this device: what was filmed is there, whatever was killed meanwhile."""

import shutil
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.browser.conftest import LANDSCAPE, begin_review
from tests.browser.server import Server
from tests.cameras import FAKE_CAMERAS, SMALL_CAMERA
from tests.chromium import ARGS, chromium_path
from tests.process.conftest import consent_to
from tests.seen import FILM
from vigreview.process.consent import PURPOSES
from vigreview.process.filming import films, frame_times, open_film
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

JOURNEY = 1
FILMED_S = 3
MOST_LOST_S = 2.0
AROUND_S = 0.7  # between a tap and the camera's answer to it, on a busy machine
GAP_US = 500_000  # frames further apart than this would be a piece that is missing
WEBM = b"\x1a\x45\xdf\xa3"  # what a plain film of this browser begins with (EBML, RFC 8794)

# How long the camera has been filming, by the browser's own clock.
WATCHED = """
    const start = MediaRecorder.prototype.start;
    MediaRecorder.prototype.start = function (every) {
        this.addEventListener("start", () => (window.began = performance.now()), { once: true });
        return start.call(this, every);
    };
    window.filmed = () => window.began ? (performance.now() - window.began) / 1000 : 0;
"""


@pytest.fixture(scope="module")
def consented_vault(tmp_path_factory) -> Path:
    """A vault, as files, with a family that has said yes to being filmed."""
    home = tmp_path_factory.mktemp("consented")
    vault = Vault.create(home, walk.PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    begin(practice, walk.NAME, walk.PIN)
    carer, baby = Carer("Sam", "Dada"), Baby("Ada", born_on="2026-05-01")
    assert add_family(practice, "Ada and Sam", [carer], [baby]) == JOURNEY
    consent_to(practice, JOURNEY, PURPOSES)
    vault.lock()
    return home


@pytest.fixture
def running(tmp_path, consented_vault):
    """A server over a copy of that vault, whose temporary files go to a folder of their own."""
    shutil.copytree(consented_vault, tmp_path / "vault")
    (tmp_path / "temporary").mkdir()
    server = Server(tmp_path / "vault", {"TMPDIR": str(tmp_path / "temporary")})
    yield server.start()
    server.stop()


@pytest.fixture
def with_camera(playwright, tmp_path):
    """Opens a page in a browser of its own that has two cameras, and a folder on the disk."""
    opened = []

    def open_page(cameras: list[str] = FAKE_CAMERAS) -> Page:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile",
            executable_path=chromium_path(),
            args=[*ARGS, *cameras],
            viewport=LANDSCAPE,
            has_touch=True,
        )
        opened.append(context)
        context.set_default_timeout(30_000)
        context.add_init_script(SMALL_CAMERA + WATCHED)
        return context.pages[0]

    yield open_page
    for context in opened:
        context.close()


def to_film_now(page: Page, server: Server) -> None:
    walk.sign_in(page, server.url)
    walk.screen(page, "Families")
    page.goto(f"{server.url}/film_now?journey={JOURNEY}")
    walk.screen(page, "Film now")


def start_filming(page: Page, server: Server) -> None:
    to_film_now(page, server)
    page.get_by_role("button", name="Start filming").click()
    expect(page.get_by_text("Filming", exact=True)).to_be_visible()


def filmed(page: Page) -> float:
    """How many seconds have been filmed so far."""
    seconds: float = page.evaluate("filmed()")
    return seconds


def film_for(page: Page, seconds: float) -> None:
    page.wait_for_function("seconds => filmed() >= seconds", arg=seconds)


def stop(page: Page) -> float:
    """Stop filming; return how many seconds were filmed."""
    seconds = filmed(page)
    page.get_by_role("button", name="Stop").click()
    return seconds


def becomes_ready(page: Page) -> None:
    walk.screen(page, "Films")
    expect(page.get_by_role("button", name="Find the clips")).to_be_visible(timeout=60_000)


def seconds_on_disk(server: Server) -> float:
    """How long the one film is, as the next start would find it; no piece of it is missing."""
    server.stop()
    vault = Vault.open(server.home, walk.PASSPHRASE)
    practice = Practice(vault)
    (film,) = films(practice, JOURNEY)
    times = list(frame_times(practice, film.id)._times)
    assert film.state == "ready"
    assert film.recorded
    with open_film(vault, film.id) as file:
        assert file.read("original", 0, len(WEBM)) == WEBM
    vault.lock()
    assert max(after - before for before, after in pairwise(times)) < GAP_US
    return film.duration_us / 1e6


def plain_films(*folders: Path) -> list[Path]:
    """The files below some folders in which a plain film lies."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path for path in files if WEBM in read(path)]


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # gone meanwhile
        return b""


def test_what_is_filmed_becomes_a_film_that_plays(with_camera, running, tmp_path):
    page = with_camera()
    start_filming(page, running)
    film_for(page, FILMED_S)
    assert plain_films(tmp_path) == []
    seconds = stop(page)
    becomes_ready(page)
    page.get_by_role("button", name="Find the clips").click()
    walk.screen(page, "Clips of film 1")
    video = page.locator(FILM)
    expect(video).to_have_attribute("data-frame", "0")
    assert abs(video.evaluate("video => video.duration") - seconds) < AROUND_S
    walk.step(page, "On one second")
    assert video.evaluate("video => video.videoWidth") == 640
    page.context.close()
    assert plain_films(tmp_path) == []
    assert abs(seconds_on_disk(running) - seconds) < AROUND_S


@pytest.mark.long
@pytest.mark.parametrize("end", ["the tab crashes", "the browser is killed"])
def test_a_crash_costs_two_seconds_at_most(with_camera, running, tmp_path, end):
    page = with_camera()
    start_filming(page, running)
    film_for(page, FILMED_S + MOST_LOST_S)
    seconds = filmed(page)
    browser = browser_of(tmp_path / "profile")
    parts = browser.children(recursive=True)
    if end == "the tab crashes":
        kill(*(part for part in parts if "--type=renderer" in part.cmdline()))
        again = page.context.new_page()
    else:
        kill(browser, *parts)
        again = with_camera()
        walk.sign_in(again, running.url)
        walk.screen(again, "Families")
    again.goto(f"{running.url}/film_now?journey={JOURNEY}")
    expect(again.get_by_text("What was filmed until then is here.")).to_be_visible()
    again.get_by_role("button", name="Use it").click()
    becomes_ready(again)
    again.context.close()
    assert seconds - MOST_LOST_S < seconds_on_disk(running) < seconds + AROUND_S


def browser_of(profile: Path) -> psutil.Process:
    """The browser that has this profile."""
    for process in psutil.process_iter(["cmdline"]):
        words = process.info["cmdline"] or ()
        if f"--user-data-dir={profile}" in words and not any("--type=" in one for one in words):
            return process
    raise AssertionError(f"no browser has {profile}")


def kill(*processes: psutil.Process) -> None:
    """Kill them as a power cut would."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.kill()
            process.wait(10)


@pytest.mark.long
def test_a_killed_server_costs_nothing(with_camera, running):
    page = with_camera()
    start_filming(page, running)
    film_for(page, 1)
    running.kill()
    expect(page.get_by_text("Not kept yet. It will be")).to_be_visible()
    expect(page.get_by_text("Filming", exact=True)).to_be_visible()
    running.start()
    expect(page.get_by_text("When you stop, we ask for your passphrase")).to_be_visible()
    seconds = stop(page)
    passphrase = page.get_by_label("Your passphrase")
    # By keys: Streamlit's own word for a server that is away takes the focus where it can.
    passphrase.click()
    passphrase.press_sequentially(walk.PASSPHRASE)
    page.get_by_role("button", name="Keep the film").click()
    becomes_ready(page)
    page.context.close()
    assert abs(seconds_on_disk(running) - seconds) < AROUND_S


def test_a_camera_that_is_refused_is_said_so(with_camera, running):
    page = with_camera(FAKE_CAMERAS[:1])  # there are cameras, and nobody says yes
    to_film_now(page, running)
    page.get_by_role("button", name="Turn on the camera").click()
    says = "Allow camera and microphone at the sign beside the address"
    expect(page.get_by_role("alert")).to_contain_text(says)
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_where_there_is_no_camera_another_way_is_shown(tablet, running):
    to_film_now(tablet, running)
    tablet.get_by_role("button", name="Turn on the camera").click()
    says = "There is no camera here. Plug one in and try again, or bring a film from a phone."
    expect(tablet.get_by_role("alert")).to_have_text(says)


@pytest.mark.long
def test_together_no_camera_can_be_opened(with_camera, reviewed):
    page = with_camera()
    begin_review(page, reviewed[0].url)
    tried = page.evaluate(
        """() => navigator.mediaDevices.getUserMedia({ video: true }).then(
            () => "opened", (error) => error.name)"""
    )
    assert tried == "NotAllowedError"
