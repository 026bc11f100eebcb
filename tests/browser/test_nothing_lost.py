"""What showed as kept is there: after a reload, a cut connection, a killed server, a lock."""

from playwright.sync_api import expect

from tests.browser import walk
from tests.browser.conftest import begin_review
from tests.waiting import wait_for
from vigreview.process.microanalysis import clips
from vigreview.process.practice import Practice
from vigreview.process.shared_review import noticings
from vigreview.vault.store import Vault


def to_the_clip(page, url):
    begin_review(page, url)
    walk.go_on(page)
    walk.screen(page, "Our question")
    walk.go_on(page)
    walk.screen(page, "What did you notice?")


def kept_words(server, sitting):
    """What is on the disk, as the next start would find it."""
    vault = Vault.open(server.home, walk.PASSPHRASE)
    said = [one.words for one in noticings(Practice(vault), sitting)]
    vault.lock()
    return said


def test_a_tap_while_the_connection_is_cut_is_kept_once(cuttable, reviewed):
    page, proxy, url = cuttable
    server, ids = reviewed
    to_the_clip(page, url)
    page.locator("textarea#words").fill("kept through the dark")
    proxy.cut()
    page.get_by_role("button", name="Keep", exact=True).first.click()
    expect(page.get_by_text("Not kept yet").first).to_be_visible()
    expect(page.locator("cite", has_text="Sam")).to_have_count(0)
    proxy.mend()
    expect(page.get_by_text("kept through the dark")).to_be_visible()
    page.reload()
    walk.screen(page, "What did you notice?")
    expect(page.get_by_text("kept through the dark")).to_have_count(1)
    server.kill()
    assert kept_words(server, ids["sitting"]) == ["kept through the dark"]


def test_the_screen_goes_on_by_itself_after_a_cut(cuttable):
    page, proxy, url = cuttable
    to_the_clip(page, url)
    proxy.cut()
    proxy.mend()
    walk.say(page, "after the cut")
    page.get_by_role("button", name="What might Ada have been feeling?").click()
    walk.screen(page, "What might Ada have been feeling?")


def test_words_half_typed_when_the_server_is_killed_are_there_as_far_as_kept(tablet, reviewed):
    server, ids = reviewed
    to_the_clip(tablet, server.url)
    walk.say(tablet, "said and kept")
    field = tablet.locator("textarea#words")
    field.press_sequentially("half a wo", delay=20)
    expect(tablet.get_by_text("Kept so far")).to_be_visible()
    field.press_sequentially("rd")
    server.kill()
    assert kept_words(server, ids["sitting"]) == ["said and kept"]
    server.start()
    walk.sign_in(tablet, server.url)
    # It goes on where it stopped: on the same step, still narrowed to this review.
    walk.screen(tablet, "What did you notice?")
    expect(tablet.get_by_text("said and kept")).to_be_visible()
    typed = tablet.locator("textarea#words").input_value()
    assert typed.startswith("half a wo")


def test_a_private_note_half_typed_when_the_server_is_killed_is_there_and_kept(tablet, reviewed):
    server, ids = reviewed
    walk.sign_in(tablet, server.url)
    walk.screen(tablet, "Families")
    clips_page = f"{server.url}/clips?film={ids['film']}"
    tablet.goto(clips_page)
    walk.screen(tablet, "Clips of film 1")
    note = tablet.get_by_label("What to wonder about together")
    note.press_sequentially("What did she wa", delay=20)
    expect(tablet.get_by_text("Kept so far")).to_be_visible()
    server.kill()
    server.start()
    walk.sign_in(tablet, server.url)
    walk.screen(tablet, "Families")
    tablet.goto(clips_page)
    expect(note).to_have_value("What did she wa")
    expect(tablet.get_by_text("Kept", exact=True)).to_be_visible()
    note.press_sequentially("nt?")
    tablet.reload()
    expect(note).to_have_value("What did she want?")
    expect(tablet.get_by_role("button", name="Chosen", exact=True)).to_be_visible()
    server.kill()
    vault = Vault.open(server.home, walk.PASSPHRASE)
    *_, last = clips(Practice(vault), ids["film"])
    vault.lock()
    assert last.wonder == "What did she want?"


def test_a_reload_keeps_the_cover(tablet, reviewed):
    server, _ = reviewed
    to_the_clip(tablet, server.url)
    tablet.get_by_role("button", name="Cover the screen").click()
    cover = tablet.get_by_role("dialog", name="The screen is covered")
    expect(cover).to_be_visible()
    wait_for(lambda: covered(tablet))
    tablet.reload()
    expect(cover).to_be_visible()
    tablet.get_by_role("button", name="Carry on").click()
    expect(tablet.get_by_role("heading", name="What did you notice?")).to_be_visible()


def covered(page):
    """Ask the server, as a reload would, whether the screen is covered."""
    return page.evaluate(
        """async () => {
            const reader = (await fetch("/gate/watch")).body.getReader();
            const { value } = await reader.read();
            await reader.cancel();
            return new TextDecoder().decode(value).includes('"cover": "pause"');
        }"""
    )


def test_lock_now_empties_the_screen_and_the_next_sign_in_is_the_practitioners(tablet, reviewed):
    server, ids = reviewed
    walk.sign_in(tablet, server.url)
    walk.screen(tablet, "Families")
    tablet.get_by_role("button", name="Lock now").click()
    expect(tablet.get_by_role("heading", name="Good to see you")).to_be_visible()
    assert "Ada" not in tablet.content()
    tablet.goto(f"{server.url}/journey?journey={ids['journey']}")
    expect(tablet.get_by_role("button", name="Sign in")).to_be_visible()
    tablet.locator("[name=passphrase]").fill(walk.PASSPHRASE)
    tablet.get_by_role("button", name="Sign in").click()
    walk.screen(tablet, "Ada and Sam")


def test_together_nothing_else_opens(tablet, reviewed):
    server, ids = reviewed
    begin_review(tablet, server.url)
    for path in ("journey?journey=1", "clips?film=1", "", "settings"):
        tablet.goto(f"{server.url}/{path}")
        walk.screen(tablet, "Hello again")
        assert f"sitting={ids['sitting']}" in tablet.url
        assert "a private note" not in tablet.content()
    for closed in (f"/films/{ids['film']}/original", f"/films/{ids['film']}/strip", "/uploads/1"):
        status = tablet.evaluate("async (path) => (await fetch(path)).status", closed)
        assert status in (403, 404, 405), closed
