"""Every screen: nothing that axe finds (WCAG 2.2 A and AA), nothing asked of the outside."""

import ipaddress
import json
import os
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.server import Server
from tests.browser.targets import too_small
from tests.browser.tour import SIGNED_IN, sign_in_screens

LISTENING = Path(__file__).parent / "listening"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="module")
def heard_server(tmp_path_factory, reviewed_vault):
    """A server over a vault with a review, whose every socket and look-up is written down."""
    home, ids = reviewed_vault
    folder = tmp_path_factory.mktemp("heard")
    shutil.copytree(home, folder / "vault")
    heard = folder / "heard.jsonl"
    search = os.pathsep.join(filter(None, [str(LISTENING), os.environ.get("PYTHONPATH")]))
    running = Server(folder / "vault", environment={"PYTHONPATH": search, "HEARD": str(heard)})
    yield running.start(), ids, heard
    running.stop()


def findings(page, name):
    violations = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{name}: {one['id']}: {node['html'][:160]}" for one in violations for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_axe_finds_nothing_while_setting_up(tablets, server, scheme):
    page = tablets(color_scheme=scheme)
    found = []
    for name in sign_in_screens(page, server.start().url):
        found += findings(page, name)
    assert not found


def test_axe_finds_nothing_and_no_socket_leaves_this_machine(tablets, heard_server):
    running, ids, heard = heard_server
    page = tablets(color_scheme="light")
    found = []
    for screens in SIGNED_IN:
        for name in screens(page, running.url, ids):
            found += [*findings(page, name), *too_small(page, name)]
    assert not found
    said = [json.loads(line) for line in heard.read_text().splitlines()]
    events = {one["event"] for one in said}
    assert "socket.bind" in events  # it listened, so the listening itself was heard
    assert not [one for one in said if not stays_here(one)]


def stays_here(one) -> bool:
    """Whether a socket event stays on this machine: loopback, or a socket of the file system."""
    if one["event"] in ("socket.getaddrinfo", "socket.gethostbyname"):
        return one["address"] in ("127.0.0.1", "localhost", "::1", None)
    address = one["address"]
    if not isinstance(address, list):
        return True
    return ipaddress.ip_address(address[0]).is_loopback


@pytest.mark.long
def test_in_the_dark_axe_finds_nothing(tablets, reviewed):
    running, ids = reviewed
    page = tablets(color_scheme="dark")
    found = []
    for screens in SIGNED_IN:
        for name in screens(page, running.url, ids):
            found += findings(page, name)
    assert not found
