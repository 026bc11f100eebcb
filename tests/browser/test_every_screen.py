"""Every screen: nothing that axe finds (WCAG 2.2 A and AA), nothing asked of the outside."""

import ipaddress
import json
import os
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import walk
from tests.browser.conftest import LANDSCAPE, PORTRAIT
from tests.browser.motion import moves, watched
from tests.browser.server import Server
from tests.browser.targets import too_small
from tests.browser.tour import SIGNED_IN, ending_screens, sign_in_screens, together_screens

LISTENING = Path(__file__).parent / "listening"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}


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
    page = watched(tablets(color_scheme=scheme))
    found = []
    for name in sign_in_screens(page, server.start().url):
        found += [*findings(page, name), *moves(page, name)]
    assert not found


def test_axe_finds_nothing_and_no_socket_leaves_this_machine(tablets, heard_server):
    running, ids, heard = heard_server
    page = watched(tablets(color_scheme="light"))
    found = []
    for screens in SIGNED_IN:
        for name in screens(page, running.url, ids):
            found += [*findings(page, name), *too_small(page, name), *moves(page, name)]
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


# What has words that do not fit: a button, or the page itself, that would scroll sideways.
CUT_OFF = """() => {
    const roots = [document, ...[...document.querySelectorAll("*")].map((one) => one.shadowRoot)];
    const buttons = roots.flatMap((root) => [...(root?.querySelectorAll("button") ?? [])]);
    const seen = buttons.filter((one) => one.checkVisibility() && !one.matches(".dot"));
    const beyond = (one) => {
        if (!one.textContent) return false;
        const words = document.createRange();
        words.selectNodeContents(one);
        const [inside, outside] = [words, one].map((each) => each.getBoundingClientRect());
        return inside.left < outside.left - 1 || inside.right > outside.right + 1
            || inside.top < outside.top - 1 || inside.bottom > outside.bottom + 1;
    };
    const cut = seen.filter(beyond).map((one) => one.innerText || one.ariaLabel);
    const page = document.querySelector('[data-testid="stMain"]') ?? document.documentElement;
    return page.scrollWidth > page.clientWidth + 1 ? [...cut, "the page scrolls sideways"] : cut;
}"""


@pytest.mark.long
@pytest.mark.parametrize("way", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_seen_twice_as_large_nothing_together_is_cut_off(tablets, reviewed, way):
    """A browser's 200 % leaves a page half as many CSS pixels either way (WCAG 2.2, 1.4.4)."""
    running, ids = reviewed
    page = tablets(viewport={side: length // 2 for side, length in way.items()})
    walk.sign_in(page, running.url)
    walk.screen(page, "Families")
    found = []
    for screens in (together_screens, ending_screens):
        for name in screens(page, running.url, ids):
            found += [*findings(page, name), *(f"{name}: {one}" for one in page.evaluate(CUT_OFF))]
    assert not found
