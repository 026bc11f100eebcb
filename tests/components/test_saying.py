"""What is said of a clip: shown at once, kept once, there after whatever comes between."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.components.showing import told


def test_what_is_typed_is_a_draft_and_leaving_the_box_keeps_it_once(page: Page, see, house, until):
    see("saying")
    page.get_by_label("Why this moment").press_sequentially("He waited", delay=5)
    expect(page.get_by_text("Kept so far")).to_be_visible()
    (draft,) = house.acts("keep_draft")
    assert (draft["box"], draft["words"]) == ("clip-3-why", "He waited")
    assert house.acts("say_of_clip") == []
    page.get_by_label("A short name").click()
    until(lambda: told(page) == [["kept", {"verb": "say_of_clip", "clip_id": 3}]])
    (said,) = house.acts("say_of_clip")
    assert (said["clip_id"], said["what"], said["words"]) == (3, "why", "He waited")
    assert said["turn"] > draft["turn"]
    page.get_by_label("Why this moment").click()
    page.get_by_label("A short name").click()
    page.get_by_role("button", name="Both in sight").click()
    until(lambda: house.acts("see_in_clip"))
    assert len(house.acts("say_of_clip")) == 1
    assert house.acts("keep_draft") == [draft]


def test_words_that_a_killed_page_left_are_there_and_kept(page: Page, see, house, until):
    see("saying", why="He waited for her")
    expect(page.get_by_label("Why this moment")).to_have_value("He waited for her")
    until(lambda: house.acts("say_of_clip"))
    assert house.acts("say_of_clip")[0]["words"] == "He waited for her"


def test_a_box_that_was_emptied_and_not_left_stays_empty(page: Page, see, house, until):
    see("saying")
    name = page.get_by_label("A short name")
    name.press_sequentially("A long look")
    name.press("Enter")
    until(lambda: house.acts("say_of_clip"))
    see("saying", name="")  # what the rows tell after a crash: emptied, and not left
    expect(name).to_have_value("")
    until(lambda: house.acts("say_of_clip")[-1]["words"] == "")


def test_words_not_left_yet_are_kept_when_the_page_goes(page: Page, see, house, until):
    see("saying")
    page.get_by_label("What to wonder about").press_sequentially("And she")
    page.reload()
    until(lambda: house.acts("say_of_clip"))
    assert house.acts("say_of_clip")[0]["words"] == "And she"
    expect(page.get_by_label("What to wonder about")).to_have_value("And she")


def test_a_tap_shows_at_once_and_holds_through_a_line_that_is_down(page: Page, see, house, until):
    see("saying")
    page.route("**/acts", lambda route: route.abort())
    tapped = page.get_by_role("button", name="An initiative from Ada")
    tapped.tap()
    expect(tapped).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Chosen").tap()
    expect(page.get_by_text("Not kept yet.")).to_be_visible()
    page.unroute("**/acts")
    expect(page.get_by_text("Kept", exact=True)).to_be_visible()
    assert house.acts("see_in_clip") == [{"clip_id": 3, "what": "initiative", "seen": True}]
    assert house.acts("choose_clip") == [{"clip_id": 3, "chosen": True}]
    page.reload()
    expect(tapped).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Chosen")).to_have_attribute("aria-pressed", "true")


def test_a_level_opens_by_a_tap_and_closed_it_shows_what_is_seen(page: Page, see, house):
    see("saying")
    level = page.get_by_role("button", name="Encouraging initiatives")
    waiting = page.get_by_role("button", name="Waiting")
    expect(level).to_have_attribute("aria-expanded", "false")
    expect(waiting).to_be_hidden()
    level.tap()
    expect(waiting).to_have_accessible_description("You hold back for a moment.")
    waiting.tap()
    level.tap()
    expect(waiting).to_be_visible()
    expect(page.get_by_role("button", name="A warm voice")).to_be_hidden()
    waiting.tap()
    expect(waiting).to_be_visible()
    expect(waiting).to_have_attribute("aria-pressed", "false")
    level.tap()
    level.tap()
    expect(waiting).to_be_hidden()


def test_by_keyboard_alone(page: Page, see, house, until):
    see("saying")
    page.get_by_label("A short name").focus()
    page.keyboard.type("Looking")
    page.keyboard.press("Enter")
    until(lambda: house.acts("say_of_clip"))
    page.get_by_role("button", name="Guiding").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    until(lambda: house.acts("see_in_clip") == [{"clip_id": 3, "what": "choices", "seen": True}])


def test_a_refusal_is_one_sentence_and_the_words_stay(page: Page, see):
    see("saying")
    page.get_by_label("A short name").fill("refuse this")
    page.keyboard.press("Enter")
    expect(page.get_by_text("These words were refused by the test.")).to_be_visible()
    expect(page.get_by_label("A short name")).to_have_value("refuse this")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_target_is_large_and_axe_finds_nothing(page: Page, see_in_streamlit, scheme):
    page.emulate_media(color_scheme=scheme)
    root = see_in_streamlit("saying")
    root.get_by_role("button", name="Encouraging initiatives").click()
    root.get_by_role("button", name="Waiting").click()
    expect(root.get_by_role("button", name="Waiting")).to_have_attribute("aria-pressed", "true")
    for target in root.locator("button:visible, input, textarea").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 48
    found = Axe().run(page, context=".st-key-saying").response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_captions_are_kept_when_their_box_is_left(page: Page, see, house, until):
    see("saying")
    box = page.get_by_label("Words on the picture")
    box.fill("1.5: There you are")
    box.blur()
    until(lambda: house.acts("say_of_clip"))
    act = house.acts("say_of_clip")[0]
    assert (act["what"], act["words"]) == ("captions", "1.5: There you are")
