"""Films brought to the app as it runs: several in a queue, through a kill of the server, again."""

import hashlib
import http.client
import os
import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect
from tusclient.client import TusClient

from tests.browser import walk
from tests.browser.server import Server
from tests.browser.test_every_screen import findings
from tests.process.conftest import consent_to
from tests.waiting import wait_for
from vigreview.process.arriving import expected_film
from vigreview.process.consent import PURPOSES
from vigreview.process.filming import films, open_film
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

PIECE = 8 * 1024 * 1024


@pytest.fixture
def family(server: Server) -> tuple[Server, int]:
    """A server that is not running yet, over a vault with a family that has consented."""
    server.home.rmdir()
    vault = Vault.create(server.home, walk.PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    begin(practice, walk.NAME, walk.PIN)
    ada = Baby("Ada", born_on="2026-05-01")
    journey = add_family(practice, "Ada and Sam", [Carer("Sam", "Dada")], [ada])
    consent_to(practice, journey, PURPOSES)
    vault.lock()
    return server, journey


@pytest.fixture
def large(made_film: Path, tmp_path: Path):
    """Makes films of several pieces, each another: the made film, and bytes that mean nothing."""

    def make(name: str, pieces: float = 2.5) -> Path:
        padding = os.urandom(int(pieces * PIECE))
        box = (len(padding) + 8).to_bytes(4, "big") + b"free" + padding
        path = tmp_path / name
        path.write_bytes(made_film.read_bytes() + box)
        return path

    return make


def open_films(page: Page, url: str, journey: int) -> None:
    walk.sign_in(page, url)
    walk.screen(page, "Families")
    page.goto(f"{url}/film?journey={journey}")
    walk.screen(page, "Films")


def choose(page: Page, *paths: Path) -> None:
    page.locator("input[type=file]").set_input_files(list(paths))


def has_its_card(page, number):
    """Wait until a film has arrived: its card takes the place of its row in the list."""
    expect(page.get_by_role("heading", name=f"Film {number}", exact=True)).to_be_visible(
        timeout=60_000
    )


def row(page: Page, path: Path):
    return page.get_by_role("listitem").filter(has_text=path.name)


def after_the_first_piece(page: Page) -> list:
    """Hold back what comes after a film's first piece."""
    held: list = []

    def hold(route):
        offset = route.request.headers.get("upload-offset", "0")
        if route.request.method == "PATCH" and offset != "0":
            held.append(route)
        else:
            route.continue_()

    page.route("**/uploads/*", hold)
    return held


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def contents(home: Path, journey: int) -> dict[int, str]:
    """What a stopped server's vault holds of the films that arrived, by their cycles."""
    vault = Vault.open(home, walk.PASSPHRASE)
    try:
        practice = Practice(vault)
        found = {}
        for one in films(practice, journey):
            if one.state in ("preparing", "ready"):
                with open_film(vault, one.id) as file:
                    found[one.cycle] = digest(file.read("original", 0, 99_000_000))
        return found
    finally:
        vault.lock()


@pytest.mark.long
def test_several_films_come_one_after_another_and_one_refused_stops_nobody(
    family, tablet, made_film, tmp_path
):
    server, journey = family
    server.start()
    empty, text, film = (tmp_path / name for name in ("empty.mp4", "words.mp4", "smile.mp4"))
    empty.touch()
    text.write_text("no film at all" * 100)
    film.write_bytes(made_film.read_bytes())
    sent = []
    tablet.on("request", lambda request: "/uploads" in request.url and sent.append(request))
    open_films(tablet, server.url, journey)
    choose(tablet, empty, text, film)
    expect(row(tablet, empty)).to_contain_text("This file is empty.")
    expect(tablet.get_by_text("This film could not be used")).to_be_visible()
    expect(tablet.get_by_role("button", name="Find the clips")).to_be_visible(timeout=60_000)
    expect(tablet.get_by_role("heading", name="Film 1", exact=True)).to_be_visible()
    assert not any("smile" in str(one.all_headers()) for one in sent)
    assert findings(tablet, "films on their way") == []
    choose(tablet, film)
    expect(tablet.get_by_text("This film is here already: film 1, filmed on")).to_be_visible()
    assert findings(tablet, "a film that is here already") == []
    tablet.get_by_role("button", name="Go to it").tap()
    walk.screen(tablet, "Clips of film 1")


@pytest.mark.long
def test_after_a_kill_of_the_server_the_same_files_go_on_from_where_they_were(
    family, tablet, large
):
    server, journey = family
    server.start()
    first, second = large("bath.mp4"), large("song.mp4", 1.5)
    open_films(tablet, server.url, journey)
    held = after_the_first_piece(tablet)
    choose(tablet, first, second)
    expect(row(tablet, second)).to_contain_text("Waiting for its turn")
    wait_for(lambda: tablet.evaluate("true") and held)
    row(tablet, first).get_by_role("button", name="Pause").tap()
    wait_for(lambda: tablet.evaluate("true") and len(held) > 1)
    server.kill()
    server.start()
    expect(tablet).to_have_url(re.compile("/sign-in"))  # nobody is signed in any more
    tablet.unroute("**/uploads/*")
    offsets = []
    tablet.on(
        "request",
        lambda request: (
            request.method == "PATCH" and offsets.append(int(request.headers["upload-offset"]))
        ),
    )
    open_films(tablet, server.url, journey)
    expect(tablet.get_by_text("A film has half arrived: 8 MB of 21 MB.")).to_be_visible()
    expect(tablet.get_by_text("A film has half arrived: 8 MB of 13 MB.")).to_be_visible()
    choose(tablet, second, first)  # whichever is chosen first
    for number in (1, 2):
        has_its_card(tablet, number)
    expect(tablet.get_by_text("A film has half arrived")).to_have_count(0)
    assert 0 not in offsets
    server.stop()
    expected = {1: digest(second.read_bytes()), 2: digest(first.read_bytes())}
    assert contents(server.home, journey) == expected


@pytest.mark.long
def test_the_line_may_go_and_come_back(cuttable, reviewed, large):
    page, proxy, url = cuttable
    server, ids = reviewed
    film = large("walk.mp4")
    open_films(page, url, ids["journey"])
    held = after_the_first_piece(page)
    choose(page, film)
    wait_for(lambda: page.evaluate("true") and held)
    proxy.cut()
    held[0].abort()
    expect(row(page, film)).to_contain_text("Waiting for the connection")
    page.unroute("**/uploads/*")
    proxy.mend()
    has_its_card(page, 2)
    server.stop()
    assert contents(server.home, ids["journey"])[2] == digest(film.read_bytes())


def headers_of(url: str) -> dict[str, str]:
    """Sign in as the sign-in page does; return the headers of a page of ours."""
    ours = {"origin": url, "sec-fetch-site": "same-origin"}
    answer = httpx.post(f"{url}/sign-in", headers=ours, data={"passphrase": walk.PASSPHRASE})
    cookie = "; ".join(f"{name}={value}" for name, value in answer.cookies.items())
    return {**ours, "cookie": cookie}


def awaited(home: Path, journey: int) -> int:
    """The id of the film that a journey waits for."""
    vault = Vault.open(home, walk.PASSPHRASE)
    try:
        return expected_film(Practice(vault), journey)
    finally:
        vault.lock()


def send_half(url: str, headers: dict[str, str], content: bytes) -> http.client.HTTPConnection:
    """Say that the whole film comes in one PATCH, and send half of it."""
    address = httpx.URL(url)
    line = http.client.HTTPConnection(address.host, address.port)
    line.putrequest("PATCH", address.path)
    octets = {"content-type": "application/offset+octet-stream", "tus-resumable": "1.0.0"}
    more = {"upload-offset": "0", "content-length": str(len(content))}
    for name, value in {**headers, **octets, **more}.items():
        line.putheader(name, value)
    line.endheaders(content[: len(content) // 2])
    return line


def kept(folder: Path) -> int:
    """The bytes of the film files in a folder; 0 while a change to one could still be undone."""
    there = sum(one.stat().st_size for one in folder.glob("*.film"))
    return 0 if list(folder.glob("*-journal")) else there


@pytest.mark.parametrize("named", ["journey", pytest.param("film", marks=pytest.mark.long)])
def test_the_official_client_goes_on_after_a_kill_in_the_middle_of_a_piece(family, large, named):
    server, journey = family
    which = awaited(server.home, journey) if named == "film" else journey
    film = large("visit.mp4", 3.0)  # its half is more than what is put on the disk together
    server.start()
    with film.open("rb") as stream:
        headers = headers_of(server.url)
        client = TusClient(f"{server.url}/uploads", headers=headers)
        begun = client.uploader(file_stream=stream, metadata={named: str(which)})
        url = begun.create_url()
        line = send_half(url, headers, film.read_bytes())
        wait_for(lambda: kept(server.home / "films") > PIECE // 4)
        server.kill()
        line.close()
        server.start()
        client = TusClient(f"{server.url}/uploads", headers=headers_of(server.url))
        again = client.uploader(file_stream=stream, chunk_size=3_000_000, url=url)
        assert 0 < again.offset < film.stat().st_size
        again.upload()
    server.stop()
    assert contents(server.home, journey) == {1: digest(film.read_bytes())}
