"""Under what was noticed: a strength, other words, an idea, and the moment on the picture."""

import pytest
from playwright.sync_api import Page, expect

from tests.components.axe import findings
from tests.components.house import CLIP, FRAMES
from tests.components.showing import film_reaches, painted_number, standing_number, told
from tests.seen import FILM
from tests.waiting import wait_for

FIRST, _ = CLIP


def tapped(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).tap()


def stand_still(page: Page) -> None:
    """Stop the clip on a frame of its middle."""
    tapped(page, "Slowly")
    page.get_by_role("button", name="Play", exact=True).last.tap()
    film_reaches(page, seconds=0.4)
    tapped(page, "Stop here")


def test_a_strength_is_kept_by_a_tap_and_taken_back_by_another(page: Page, see, house, until):
    see("noticed")
    tapped(page, "That’s a strength")
    kept = page.get_by_role("button", name="A strength", exact=True)
    expect(kept).to_have_attribute("aria-pressed", "true")
    until(lambda: house.acts("keep_strength") == [{"noticing_id": 5, "kept": True}])
    kept.tap()
    until(lambda: [one["kept"] for one in house.acts("keep_strength")] == [True, False])
    expect(page.get_by_role("button", name="That’s a strength")).to_be_visible()


def test_words_are_put_differently_and_kept_as_they_are_typed(page: Page, see, house, until):
    see("noticed")
    tapped(page, "More")
    tapped(page, "Say it differently")
    field = page.get_by_label("In other words")
    expect(field).to_have_value("I wait for her")
    field.fill("I wait, and she looks")
    until(lambda: house.acts("keep_draft"))
    tapped(page, "Keep")
    until(lambda: house.acts("reword"))
    (act,) = house.acts("reword")
    assert (act["what"], act["said_id"], act["words"]) == (
        "noticings",
        5,
        "I wait, and she looks",
    )
    expect(field).to_have_count(0)


def test_an_idea_is_put_differently_too_and_a_half_typed_one_is_open_again(
    page: Page, see, house, until
):
    see("rewording")
    tapped(page, "Say it differently")
    field = page.get_by_label("In other words")
    expect(field).to_be_focused()
    expect(field).to_have_value("Sing before the bath")
    field.fill("Hum before the bath")
    until(lambda: [one["box"] for one in house.acts("keep_draft")] == ["reword-ideas-3"])
    assert findings(page) == []
    tapped(page, "Keep")
    until(lambda: house.acts("reword"))
    (act,) = house.acts("reword")
    assert (act["what"], act["said_id"], act["words"]) == ("ideas", 3, "Hum before the bath")
    expect(field).to_have_count(0)
    see("rewording", draft="Hum before")
    expect(page.get_by_label("In other words")).to_have_value("Hum before")
    tapped(page, "Not now")
    until(lambda: house.acts("keep_draft")[-1]["words"] == "")
    expect(page.get_by_label("In other words")).to_have_count(0)


def test_words_and_as_they_were_said_are_put_differently_in_one_act(page: Page, see, house, until):
    see("rewording", own="Spiewam", said="I sing")
    tapped(page, "Say it differently")
    own, words = page.get_by_label("The same in Polish"), page.get_by_label("In English")
    expect(words).to_be_focused()
    expect(own).to_have_value("Spiewam")
    expect(own).to_have_attribute("lang", "pl")
    own.fill("Śpiewam")
    until(lambda: [one["box"] for one in house.acts("keep_draft")] == ["reword-ideas-3/own"])
    words.fill("I sing to her")
    assert findings(page) == []
    tapped(page, "Keep")
    until(lambda: house.acts("reword"))
    (act,) = house.acts("reword")
    assert (act["words"], act["original"]) == ("I sing to her", "Śpiewam")
    assert (act["said_in"], act["box"]) == ("Polish", "reword-ideas-3")
    expect(page.get_by_role("button", name="Say it differently")).to_be_focused()


def test_a_translation_is_added_to_what_had_none_and_half_a_word_is_open_again(
    page: Page, see, house, until
):
    see("rewording", own="Śpiewam", own_draft="Śpiewamy", said="", urdu="1")
    own, words = page.get_by_label("The same in Polish"), page.get_by_label("In English")
    expect(own).to_have_value("Śpiewamy")
    expect(words).to_have_value("")
    words.fill("We sing")
    tapped(page, "Keep")
    until(lambda: house.acts("reword"))
    (act,) = house.acts("reword")
    assert (act["words"], act["original"], act["said_in"]) == ("We sing", "Śpiewamy", "Polish")
    tapped(page, "Say it differently")
    tapped(page, "اردو")
    page.get_by_label("The same in Urdu").fill("ہم گاتے ہیں")
    assert findings(page) == []
    tapped(page, "Keep")
    until(lambda: len(house.acts("reword")) == 2)
    act = house.acts("reword")[-1]
    assert (act["original"], act["said_in"]) == ("ہم گاتے ہیں", "Urdu")
    tapped(page, "Say it differently")
    page.locator("#own").fill("")
    tapped(page, "Keep")
    until(lambda: len(house.acts("reword")) == 3)
    act = house.acts("reword")[-1]
    assert (act["words"], act["original"], act["said_in"]) == ("We sing", "", "")


def test_whose_an_idea_is_and_when_is_said_anew(page: Page, see, house, until):
    see("rewording")
    tapped(page, "Whose idea, and when")
    expect(page.get_by_role("radio", name="Sam")).to_be_checked()
    expect(page.get_by_role("button", name="At bath time")).to_have_attribute(
        "aria-pressed", "true"
    )
    when = page.get_by_label("Or in your own words")
    expect(when).to_have_value("with Nana")
    page.get_by_role("radio", name="Somebody else").tap()
    tapped(page, "At bath time")
    tapped(page, "At bedtime")
    assert findings(page) == []
    tapped(page, "Keep")
    name = page.get_by_label("What shall we call them?")
    expect(name).to_be_focused()
    name.fill("Nana")
    when.fill("")
    tapped(page, "Keep")
    until(lambda: house.acts("say_who_and_when"))
    (act,) = house.acts("say_who_and_when")
    assert (act["idea_id"], act["who"]) == (3, "another/Nana")
    assert (act["fits"], act["when_words"]) == ("bedtime", "")
    assert act["box"] == "reword-about-3"
    expect(page.get_by_role("button", name="Whose idea, and when")).to_be_focused()


def test_next_time_is_put_differently_let_go_of_and_brought_back(page: Page, see, house, until):
    see("rewording", next="1")
    tapped(page, "Say it differently")
    page.get_by_label("In other words").fill("A song")
    page.get_by_label("When might that be?").fill("in June")
    tapped(page, "Keep")
    until(lambda: house.acts("reword"))
    (act,) = house.acts("reword")
    assert (act["what"], act["said_id"]) == ("next_times", 4)
    assert (act["words"], act["when_words"]) == ("A song", "in June")
    assert not {"original", "said_in"} & set(act)
    tapped(page, "Not this after all")
    back = page.get_by_role("button", name="Bring it back")
    expect(back).to_be_visible()
    expect(page.get_by_role("button", name="Say it differently")).to_have_count(0)
    back.tap()
    until(lambda: [one["gone"] for one in house.acts("let_go_next")] == [True, False])


def test_an_idea_begins_from_it(page: Page, see, until):
    see("noticed")
    tapped(page, "More")
    tapped(page, "An idea from this")
    until(lambda: told(page) == [["idea", 5]])


def test_a_moment_is_pinned_to_the_frame_and_the_place_and_found_again(
    page: Page, see, house, until
):
    see("clip_player", "noticed")
    stand_still(page)
    number = standing_number(page)
    tapped(page, "Show me the moment")
    expect(page.get_by_text("Tap on the picture where you saw it")).to_be_visible()
    box = page.locator(FILM).bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.6)
    until(lambda: house.acts("pin_moment"))
    (pin,) = house.acts("pin_moment")
    assert (pin["noticing_id"], pin["at_us"]) == (5, FRAMES[number] - FRAMES[FIRST])
    assert abs(pin["x"] - 250) <= 2
    assert abs(pin["y"] - 600) <= 2
    ring = page.get_by_role("img", name="What you saw is here")
    expect(ring).to_be_visible()
    middle = ring.evaluate("r => [r.offsetLeft / r.offsetParent.clientWidth,"
                           " r.offsetTop / r.offsetParent.clientHeight]")  # fmt: skip
    assert middle == pytest.approx([0.25, 0.6], abs=0.01)
    tapped(page, "Go on")
    expect(ring).to_have_count(0)
    expect(page.get_by_role("button", name="Again")).to_be_visible()
    see("clip_player", "noticed")
    tapped(page, "This moment")
    wait_for(lambda: painted_number(page) == number)
    expect(ring).to_be_visible()


def test_a_moment_is_pinned_by_keys_alone(page: Page, see, house, until):
    see("clip_player", "noticed")
    stand_still(page)
    page.get_by_role("button", name="Show me the moment").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="The place. The arrow keys move it")).to_be_focused()
    for key in ("ArrowLeft", "ArrowLeft", "ArrowDown"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    until(lambda: house.acts("pin_moment"))
    (pin,) = house.acts("pin_moment")
    assert (pin["x"], pin["y"]) == (450, 525)


def test_not_now_leaves_no_pin(page: Page, see, house):
    see("clip_player", "noticed")
    stand_still(page)
    tapped(page, "Show me the moment")
    tapped(page, "Not now")
    expect(page.get_by_text("Tap on the picture")).to_be_hidden()
    assert house.acts("pin_moment") == []


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_axe_finds_nothing_in_any_state(page: Page, see, scheme):
    page.emulate_media(color_scheme=scheme)
    see("clip_player", "noticed", "thread", captions="1")
    found = findings(page)
    tapped(page, "That’s a strength")
    tapped(page, "More")
    tapped(page, "Say it differently")
    found += findings(page)
    page.get_by_role("button", name="Not now").tap()
    stand_still(page)
    tapped(page, "Show me the moment")
    found += findings(page)
    page.emulate_media(color_scheme="light")
    assert found == []
    for one in page.get_by_role("button").all():
        box = one.bounding_box()
        assert box["height"] >= 48
        assert box["width"] >= 48


def test_the_thread_says_each_step_and_where_one_is(page: Page, see, until):
    root = see("thread")
    expect(page.get_by_role("navigation", name="Our steps today")).to_be_visible()
    here = page.get_by_role("button", name="Our question")
    expect(here).to_have_attribute("aria-current", "step")
    assert root.inner_text().strip() == ""
    tapped(page, "Next time")
    until(lambda: told(page) == [["gone", "next time"]])
