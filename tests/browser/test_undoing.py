"""What was done on the bench is taken back and done again, after a reload and a restart too."""

import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.browser.bench_walk import Walker
from tests.browser.conftest import bring
from tests.browser.server import Server
from tests.seen import FILM
from tests.waiting import wait_for
from vigreview.process.practice import Practice
from vigreview.vault.store import Vault


def open_bench(page: Page, url: str, film: int) -> None:
    walk.sign_in(page, url)
    walk.screen(page, "Families")
    see_bench(page, url, film)


def see_bench(page: Page, url: str, film: int) -> None:
    page.goto(f"{url}/clips?film={film}")
    walk.screen(page, "Clips of film 1")
    expect(page.locator(FILM)).to_have_attribute("data-frame", re.compile(r"\d+"))


@pytest.mark.long
def test_steps_go_back_and_on_again_over_a_reload_and_a_restart(tablet: Page, reviewed):
    server, ids = reviewed
    open_bench(tablet, server.url, ids["film"])
    clips = tablet.get_by_role("group", name="Clips").get_by_role("button")
    expect(clips).to_have_count(2)
    clips.nth(1).click()
    expect(tablet.locator(FILM)).to_have_attribute("data-frame", "100")
    tablet.get_by_role("button", name="Take this clip away").click()
    expect(clips).to_have_count(1)
    walk.drawn(tablet)

    tablet.get_by_role("button", name="Undo taking a clip away").click()
    expect(clips).to_have_count(2)
    expect(clips.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(tablet.locator(FILM)).to_have_attribute("data-frame", "100")
    walk.drawn(tablet)

    tablet.reload()
    see_bench(tablet, server.url, ids["film"])
    expect(clips).to_have_count(2)
    tablet.get_by_role("button", name="Redo taking a clip away").click()
    expect(clips).to_have_count(1)
    walk.drawn(tablet)

    server.stop()
    server.start()
    open_bench(tablet, server.url, ids["film"])
    expect(clips).to_have_count(1)
    tablet.keyboard.press("Control+z")
    expect(clips).to_have_count(2)
    expect(clips.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(tablet.get_by_role("button", name="Redo taking a clip away")).to_be_enabled()


@pytest.fixture
def two_films(tmp_path, reviewed_vault, made_film):
    """A server over a vault with two films, one with clips and one without; and their ids."""
    home, ids = reviewed_vault
    shutil.copytree(home, tmp_path / "vault")
    vault = Vault.open(tmp_path / "vault", walk.PASSPHRASE)
    other = bring(Practice(vault), ids["journey"], made_film.read_bytes())
    vault.lock()
    wait_for(lambda: not list((tmp_path / "vault").glob("*-wal")))
    running = Server(tmp_path / "vault").start()
    yield running, [ids["film"], other]
    running.stop()


@pytest.mark.parametrize(("acts", "seed"), [(12, 1), pytest.param(70, 2, marks=pytest.mark.long)])
def test_any_acts_on_two_benches_show_what_the_rows_say(tablet: Page, two_films, acts, seed):
    server, films = two_films
    Walker(tablet, server, films, seed).go(acts)
