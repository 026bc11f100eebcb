"""The helping question in Urdu, on a tablet: from right to left, and nothing that axe finds."""

import pytest
from playwright.sync_api import expect

from tests.browser import walk
from tests.browser.conftest import PORTRAIT, check_all
from tests.browser.server import Server
from tests.browser.targets import too_small
from tests.browser.test_every_screen import findings
from vigreview.languages.sentences import sentences
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

NOT_CHECKED = "hope-lead"
WORDS = "مجھے ڈر ہے کہ میں کافی نہیں۔"


@pytest.fixture
def urdu_server(tmp_path):
    """A server over a vault with a family that speaks Urdu, all but one of its sentences ticked."""
    vault = Vault.create(tmp_path / "vault", walk.PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    begin(practice, walk.NAME, walk.PIN)
    carer = Carer("Sam", "Dada", language="Urdu")
    journey = add_family(practice, "Ada and Sam", [carer], [Baby("Ada", born_on="2026-05-01")])
    check_all(practice, "ur", but=NOT_CHECKED)
    vault.lock()
    running = Server(vault.home).start()
    yield running, journey
    running.stop()


def urdu(id):
    return sentences("ur")[id].source


def at(page, id):
    walk.screen(page, urdu(id))


def on(page):
    page.get_by_role("button", name=urdu("turn-on"), exact=True).tap()


def looked_at(page, name):
    """What is wrong with a screen, light and dark, lying and upright."""
    found = [*findings(page, f"{name} light"), *too_small(page, name)]
    page.emulate_media(color_scheme="dark")
    lying = page.viewport_size
    page.set_viewport_size(PORTRAIT)
    found += findings(page, f"{name} dark")
    page.set_viewport_size(lying)
    page.emulate_media(color_scheme="light")
    return found


@pytest.mark.long
def test_the_card_of_translated_sentences_is_as_good_as_every_screen(tablets, urdu_server):
    server, _ = urdu_server
    page = tablets()
    walk.sign_in(page, server.url)
    walk.screen(page, "Families")
    page.goto(f"{server.url}/settings")
    walk.screen(page, "Settings")
    page.get_by_role("combobox", name="Language").tap()
    page.get_by_role("option", name="Urdu").tap()
    translated = page.get_by_text(urdu("doubt-ask"))
    expect(translated).to_have_attribute("dir", "rtl")
    walk.drawn(page)
    found = looked_at(page, "languages")
    page.get_by_role("button", name="Word it differently").first.tap()
    expect(page.get_by_label("In your service’s words")).to_have_value(urdu("doubt-ask"))
    found += findings(page, "one worded anew")
    assert not found


def test_the_helping_question_in_urdu(tablets, urdu_server):
    server, journey = urdu_server
    page = tablets()
    walk.sign_in(page, server.url)
    walk.screen(page, "Families")
    page.goto(f"{server.url}/journey?journey={journey}")
    page.get_by_role("button", name="Sit down together").click()
    at(page, "doubt-ask")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ur")
    found = looked_at(page, "doubt")

    own = page.get_by_label(urdu("as-it-was-said").split("{")[0].strip())
    expect(own).to_have_attribute("lang", "ur")
    own.fill(WORDS)
    page.get_by_role("button", name=urdu("note-keep")).tap()
    said = page.locator("blockquote", has_text=WORDS).first
    expect(said).to_be_visible()
    page.reload()
    at(page, "doubt-ask")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")

    on(page)
    at(page, "hope-ask")
    lead = page.get_by_text("A hope, however small.")
    expect(lead).to_have_attribute("lang", "en")
    expect(lead).to_have_attribute("dir", "ltr")
    on(page)
    at(page, "question-ask")
    on(page)
    at(page, "where-ask")
    found += findings(page, "where")
    # It runs as the writing does: 0 on the right, and the left arrow goes on.
    first = page.get_by_role("radio", name="0, ").first
    last = page.get_by_role("radio", name="10, ").first
    assert first.bounding_box()["x"] > last.bounding_box()["x"]
    first.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("radio", name="1", exact=True).first).to_be_checked()

    page.get_by_role("button", name=urdu("watch-cover")).tap()
    cover = page.get_by_role("dialog", name=urdu("watch-covered"))
    expect(cover.get_by_text(urdu("watch-pause")).first).to_be_visible()
    cover.get_by_role("button", name=urdu("watch-carry-on")).tap()
    page.get_by_role("button", name=urdu("watch-leave"), exact=True).tap()
    expect(page.get_by_role("dialog", name="Leave the shared screen")).to_be_visible()
    found += findings(page, "leaving")
    assert not found
