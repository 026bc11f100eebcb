"""The cover that a tablet left alone lays over itself, a second tab, and the way back."""

import pytest
from playwright.sync_api import expect

from tests.browser import walk
from tests.browser.rows import rows_of
from tests.browser.test_nothing_lost import to_the_clip
from tests.waiting import wait_for

# All words, values and addresses on a page, in shadow roots as well.
EVERYTHING = """() => {
  const all = (root) => [...root.querySelectorAll("*")]
    .flatMap((one) => [one.value, one.currentSrc, one.shadowRoot && all(one.shadowRoot)])
    .concat(root.textContent);
  return all(document.documentElement).flat(9).filter(Boolean).join(" ");
}"""


@pytest.fixture
def rows(reviewed):
    """The vault's rows, as a second program may read and change them."""
    server, _ = reviewed
    held = rows_of(server.home)
    yield held
    held.close()


def leave_alone(rows, page):
    """Let the tablet have lain untouched for long: until it covers itself."""
    sleep_after(rows, 0)
    cover = page.get_by_role("dialog", name="The screen is covered")
    expect(cover.get_by_role("button", name="Go on")).to_be_visible()
    sleep_after(rows, 30)
    return cover


def sleep_after(rows, minutes):
    rows.execute(
        "insert into settings values ('lock_minutes_together', ?)"
        " on conflict (name) do update set value = excluded.value",
        [str(minutes)],
    )
    rows.commit()


def give(pin, cover):
    for digit in pin:
        cover.get_by_role("button", name=digit, exact=True).tap()
    cover.get_by_role("button", name="Go on").tap()


def test_a_tablet_left_alone_is_covered_and_goes_on_where_it_was_for_the_pin(
    tablet, reviewed, rows
):
    server, ids = reviewed
    to_the_clip(tablet, server.url)
    walk.say(tablet, "said and kept")
    tablet.locator("textarea#words").press_sequentially("half a wo")
    clip = tablet.locator("video").get_attribute("src")
    tablet.get_by_role("button", name="Play", exact=True).last.tap()
    tablet.locator("video").evaluate("video => { window.playing = video; }")
    tablet.wait_for_function("() => playing.currentTime > 0.2")
    cover = leave_alone(rows, tablet)
    # Nothing of it is there any more, under the cover, in the page's source or for the asking.
    expect(tablet.locator("video")).to_have_count(0)
    seen = tablet.evaluate(EVERYTHING)
    assert not [word for word in ("said and kept", "half a wo", "Ada", "/clips/") if word in seen]
    assert tablet.evaluate("async (path) => (await fetch(path)).status", clip) == 403
    assert tablet.evaluate("window.playing.paused")
    held = rows.execute("select cover from sittings where id = ?", [ids["sitting"]]).fetchone()
    assert held == ("asleep",)
    give("0000", cover)
    expect(cover.get_by_role("alert")).to_contain_text("That is not the PIN")
    tablet.reload()
    expect(cover.get_by_role("button", name="Go on")).to_be_visible()
    server.kill()
    server.start()
    walk.sign_in(tablet, server.url)
    expect(cover.get_by_role("button", name="Go on")).to_be_visible()
    assert "Ada" not in tablet.evaluate(EVERYTHING)
    give(walk.PIN, cover)
    walk.screen(tablet, "What did you notice?")
    expect(tablet.get_by_text("said and kept")).to_be_visible()
    expect(tablet.locator("textarea#words")).to_have_value("half a wo")


@pytest.mark.long
def test_words_that_were_on_their_way_when_the_tablet_fell_asleep_are_kept(
    cuttable, reviewed, rows
):
    page, proxy, url = cuttable
    to_the_clip(page, url)
    proxy.cut()
    page.locator("textarea#words").fill("typed in the dark")
    expect(page.get_by_text("Not kept yet").first).to_be_visible()
    sleep_after(rows, 0)
    wait_for(lambda: rows.execute("select cover from sittings where cover = 'asleep'").fetchone())
    sleep_after(rows, 30)
    proxy.mend()
    cover = page.get_by_role("dialog", name="The screen is covered")
    expect(cover.get_by_role("button", name="Go on")).to_be_visible()
    typed = "select words from drafts where words <> ''"
    wait_for(lambda: rows.execute(typed).fetchone() == ("typed in the dark",))
    give(walk.PIN, cover)
    expect(page.locator("textarea#words")).to_have_value("typed in the dark")


def test_a_second_tab_follows_the_first(tablet, reviewed):
    server, _ = reviewed
    to_the_clip(tablet, server.url)
    second = tablet.context.new_page()
    second.goto(tablet.url)
    walk.screen(second, "What did you notice?")
    one, other = tablet.locator("textarea#words"), second.locator("textarea#words")
    one.press_sequentially("She looked")
    expect(other).to_have_value("She looked")
    other.press_sequentially(" at me")
    expect(one).to_have_value("She looked at me")
    walk.say(tablet, "She looked at me")
    expect(second.locator("blockquote.said", has_text="She looked at me")).to_be_visible()
    expect(other).to_have_value("")
    tablet.get_by_role("button", name="What might Ada have been feeling?").tap()
    walk.screen(second, "What might Ada have been feeling?")
    covers = [page.get_by_role("dialog", name="The screen is covered") for page in (tablet, second)]
    second.get_by_role("button", name="Cover the screen").tap()
    for cover in covers:
        expect(cover).to_be_visible()
    tablet.get_by_role("button", name="Carry on").tap()
    for cover in covers:
        expect(cover).to_be_hidden()
    walk.go_on(second)
    walk.screen(tablet, "What did you notice?")


def is_at_the_review(page, rows, refused):
    """The page is the review's, nothing of anybody else is in it, and each refusal is noted."""
    page.wait_for_url("**/shared_review?sitting=*")
    expect(page.get_by_role("button", name="Cover the screen")).to_be_visible()
    seen = page.evaluate(EVERYTHING)
    assert not [word for word in ("a private note", "Zebra", "Zebedee", "Zora") if word in seen]
    said = "select verb from events where verb like 'refused: %' order by id"
    noted = [verb.removeprefix("refused: ") for (verb,) in rows.execute(said)]
    assert noted == [f"GET /{place.partition('?')[0]}" for place in refused]


@pytest.mark.long
def test_back_and_forward_lead_nowhere_but_to_the_review_and_are_noted(tablet, reviewed, rows):
    """Before and behind the hand-over in the browser's history lie the screens of another family.

    A screen that was gone to by a tap is an entry like one that was loaded.
    """
    server, ids = reviewed
    walk.sign_in(tablet, server.url)
    walk.screen(tablet, "Families")
    walk.new_family(tablet, "The Zebra family", "Zebedee", "Zora")
    other = tablet.url.partition("?")[2]
    before = [f"people?{other}", f"journey?journey={ids['journey']}", f"clips?film={ids['film']}"]
    after = [f"consent?{other}", f"film?{other}", "settings?"]
    for place in (*before, f"get_ready?film={ids['film']}", *after):
        tablet.goto(f"{server.url}/{place}")
        walk.drawn(tablet)
    for _ in after:
        tablet.go_back()
    walk.screen(tablet, "Getting ready")
    tablet.get_by_role("button", name="Hand over the tablet").tap()
    tablet.wait_for_url("**/shared_review?sitting=*")
    walk.drawn(tablet)
    refused = []
    for place in after:
        tablet.go_forward()
        refused.append(place)
        is_at_the_review(tablet, rows, refused)
    for _ in after:
        tablet.go_back()
    is_at_the_review(tablet, rows, refused)
    for place in (*reversed(before), f"journey?{other}", "new_family?"):
        tablet.go_back()
        refused.append(place)
        is_at_the_review(tablet, rows, refused)
