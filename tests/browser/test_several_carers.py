"""Two carers at one tablet, by touch: each is asked in turn, and words keep whose they are."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.browser.server import Server
from tests.browser.targets import too_small
from tests.browser.test_every_screen import findings
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

URDU = "وہ مسکراتی ہے"


@pytest.fixture
def two_carers(tmp_path):
    """A server over a vault with Mama, who speaks Polish, Tata, who speaks Urdu, and twins."""
    vault = Vault.create(tmp_path / "vault", walk.PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    begin(practice, walk.NAME, walk.PIN)
    carers = [Carer("Mama", language="Polish"), Carer("Tata", language="Urdu")]
    babies = [Baby("Ada", born_on="2026-05-01"), Baby("Ben", born_on="2026-05-01")]
    journey = add_family(practice, "Ada and Ben", carers, babies)
    vault.lock()
    running = Server(vault.home).start()
    yield f"{running.url}/journey?journey={journey}", running
    running.stop()


def place(page: Page, number: int):
    scale = page.get_by_role("radiogroup", name="Where I am now")
    return scale.get_by_role("radio", name=str(number), exact=True)


def asked(page: Page, who: str) -> None:
    expect(page.locator(".ask .whose bdi")).to_have_text(who)
    walk.drawn(page)


@pytest.mark.long
def test_each_has_a_scale_of_their_own_and_words_in_their_own_language(tablet, two_carers):
    page, (address, server) = tablet, two_carers
    walk.sign_in(page, server.url)
    walk.screen(page, "Families")
    page.goto(address)
    walk.screen(page, "Ada and Ben")
    page.get_by_role("button", name="Sit down together").tap()
    for question in ("Is there something you wonder", "What would you like", "So what shall we"):
        walk.screen(page, question)
        walk.drawn(page)
        walk.go_on(page)
    asked(page, "Mama")
    place(page, 4).tap()
    walk.go_on(page)  # at once: what was tapped is hers also while it is on its way
    asked(page, "Tata")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    place(page, 7).tap()
    expect(page.get_by_text("Kept", exact=True)).to_be_visible()
    assert findings(page, "Tata is asked") + too_small(page, "Tata is asked") == []
    page.reload()
    asked(page, "Tata")
    expect(place(page, 7)).to_be_checked()
    page.get_by_role("button", name="Back", exact=True).tap()
    asked(page, "Mama")
    expect(place(page, 4)).to_be_checked()
    walk.go_on(page)
    asked(page, "Tata")
    walk.go_on(page)
    walk.screen(page, "How would you describe Ada and Ben?")
    expect(page.get_by_label("The same in Polish, as it was said")).to_be_visible()
    page.get_by_role("radio", name="Tata").tap()
    page.get_by_label("The same in Urdu, as it was said").fill(URDU)
    page.get_by_label("In English").fill("They smile")
    page.get_by_role("button", name="Keep", exact=True).tap()
    said = page.locator("blockquote.said", has_text="They smile")
    expect(said.get_by_text(URDU)).to_have_attribute("lang", "ur")
    expect(said.get_by_text("Tata")).to_be_visible()
    assert findings(page, "described") + too_small(page, "described") == []
    walk.leave(page)
    page.goto(address)
    walk.screen(page, "How it has grown")
    expect(page.get_by_text("Tata about Ada and Ben")).to_be_visible()
