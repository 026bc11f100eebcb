"""The clip player: ends on the clip's last frame, stays there, and shows no numbers."""

import re

from playwright.sync_api import Page, expect

from tests.components.axe import findings
from tests.components.house import CLIP, FRAMES
from tests.components.showing import film_reaches, note, painted_number, told, wait_until_noted
from tests.seen import FILM
from tests.waiting import wait_for

FIRST, LAST = CLIP


def play(page: Page) -> None:
    page.get_by_role("button", name="Play", exact=True).last.tap()


def stays_on_the_last_frame(page: Page) -> None:
    """A busy browser may say that the film has ended a moment before it paints its last frame."""
    wait_for(lambda: painted_number(page) == LAST, or_say=lambda: str(painted_number(page)))


def test_a_clip_ends_on_its_last_frame_and_stays_there(page: Page, see):
    root = see("clip_player")
    play(page)
    expect(page.get_by_role("button", name="Again")).to_be_visible()
    expect(root).to_have_attribute("data-state", "ended")
    stays_on_the_last_frame(page)
    note(root, "data-state")
    page.get_by_role("button", name="Again").tap()
    wait_until_noted(page, "playing", "ended")
    stays_on_the_last_frame(page)


def test_slowly_is_half_the_speed_with_the_voice_as_it_is(page: Page, see):
    root = see("clip_player")
    page.get_by_role("button", name="Slowly").tap()
    note(root, "data-state")
    play(page)
    wait_until_noted(page, "playing", "ended")
    assert page.locator("video").evaluate("v => [v.playbackRate, v.preservesPitch]") == [0.5, True]
    stays_on_the_last_frame(page)


def test_over_and_over_it_rests_and_begins_again_until_that_is_taken_back(page: Page, see):
    root = see("clip_player")
    page.get_by_role("button", name="Over and over").tap()
    note(root, "data-state")
    play(page)
    wait_until_noted(page, "playing", "ended", "playing", "ended", "playing")
    page.get_by_role("button", name="Over and over").tap()
    expect(root).to_have_attribute("data-state", "ended")
    stays_on_the_last_frame(page)
    expect(page.get_by_role("button", name="Over and over", pressed=False)).to_be_visible()


def test_stopping_on_a_moment_tells_that_moment_once(page: Page, see, until):
    root = see("clip_player")
    page.get_by_role("button", name="Slowly").tap()
    play(page)
    film_reaches(page, seconds=0.3)
    page.get_by_role("button", name="Stop here").tap()
    expect(root).to_have_attribute("data-state", "stopped")
    until(lambda: told(page))
    ((name, at_us),) = told(page)
    assert (name, at_us) == ("stopped", FRAMES[painted_number(page)] - FRAMES[FIRST])
    page.get_by_role("button", name="Go on").tap()
    expect(root).to_have_attribute("data-state", "ended")
    stays_on_the_last_frame(page)


def test_no_time_and_no_number_is_on_the_screen(page: Page, see):
    root = see("clip_player")
    play(page)
    expect(root).to_have_attribute("data-state", "ended")
    words = root.inner_text()
    assert not re.search(r"\d", words)


def test_the_controls_are_large_enough_for_a_finger(page: Page, see):
    root = see("clip_player")
    for target in root.get_by_role("button").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 48


def test_typing_stops_the_clip_and_it_goes_on_when_the_words_are_kept(page: Page, see):
    see("clip_player", "note_box")
    player = page.locator("#clip_player .vig")
    page.get_by_role("button", name="Slowly").tap()
    play(page)
    film_reaches(page, seconds=0.2)
    page.get_by_role("radio", name="Nana").tap()
    page.locator("textarea#words").press_sequentially("She")
    expect(player).to_have_attribute("data-state", "stopped")
    note(player, "data-state")
    page.get_by_role("button", name="Keep", exact=True).tap()
    wait_until_noted(page, "playing", "ended")


def test_a_clip_that_was_stopped_before_stays_where_it_is(page: Page, see):
    see("clip_player", "note_box")
    player = page.locator("#clip_player .vig")
    page.get_by_role("button", name="Slowly").tap()
    play(page)
    film_reaches(page, seconds=0.2)
    page.get_by_role("button", name="Stop here").tap()
    page.get_by_role("radio", name="Nana").tap()
    page.locator("textarea#words").press_sequentially("She")
    page.get_by_role("button", name="Keep", exact=True).tap()
    expect(page.get_by_text("Kept", exact=True)).to_be_visible()
    expect(player).to_have_attribute("data-state", "stopped")


def test_two_fingers_bring_a_face_closer_and_a_button_brings_all_of_it_back(
    page: Page, see, fingers
):
    see("clip_player")
    film = page.locator("video")
    box = film.bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    fingers.put(*((middle[0] + side * 60, middle[1]) for side in (-1, 1)))
    for apart in (120, 180):
        fingers.move(*((middle[0] + side * apart, middle[1]) for side in (-1, 1)))
    fingers.lift()
    expect(film).to_have_css("transform", re.compile(r"matrix\(3, 0, 0, 3,"))
    expect(page.locator(".vig")).to_have_attribute("data-state", "fresh")
    page.get_by_role("button", name="All of it").tap()
    expect(film).to_have_css("transform", "none")
    page.get_by_role("button", name="Closer").tap()
    expect(film).to_have_css("transform", re.compile(r"matrix\(2, 0, 0, 2, 0, 0"))
    assert findings(page) == []


def test_what_is_seen_closer_is_moved_by_buttons_as_by_a_finger_and_its_still_with_it(
    page: Page, see
):
    see("clip_player")
    film, still = page.locator("video"), page.locator("img.still")
    expect(page.get_by_role("button", name="To the left")).to_be_hidden()
    page.get_by_role("button", name="Closer").tap()
    width = film.evaluate("film => film.clientWidth")
    for _ in range(3):  # not beyond its edge
        page.get_by_role("button", name="To the left").tap()
    edge = re.compile(rf"matrix\(2, 0, 0, 2, {width / 2:g}, 0")
    expect(film).to_have_css("transform", edge)
    page.get_by_role("button", name="One picture").tap()
    expect(still).to_have_css("transform", edge)
    page.get_by_role("button", name="Further down").tap()
    expect(still).not_to_have_css("transform", edge)
    page.get_by_role("button", name="All of it").tap()
    expect(still).to_have_css("transform", "none")
    expect(page.get_by_role("button", name="To the left")).to_be_hidden()


def test_captions_are_words_on_the_picture_and_can_be_turned_off(page: Page, see):
    see("clip_player", captions="1")
    play(page)
    turn = page.get_by_role("button", name="Words on the picture")
    caption = page.locator(".caption")
    expect(caption).to_have_text("There & I are")
    expect(turn).to_have_attribute("aria-pressed", "true")
    turn.tap()
    expect(caption).to_be_hidden()
    turn.tap()
    expect(caption).to_be_visible()


OVERTAKEN = """async () => {
    const { default: mount } = await import("/test/parts/clip_player.js");
    const data = await (await fetch("/test/data/clip_player")).json();
    const { shadowRoot: parentElement } = document.getElementById("clip_player");
    const film = parentElement.querySelector("video");
    cleanUp.clip_player();
    await new Promise((later) => setTimeout(later, 400));
    mount({ data, parentElement, key: "", name: "", setTriggerValue() {} });
    await new Promise((later) => setTimeout(later, 400));
    return film === parentElement.querySelector("video") && film.src !== "";
}"""


def test_a_rerun_that_overtakes_another_leaves_the_film_as_it_is(page: Page, see):
    """Streamlit cleans up after the older call before it makes the newer one."""
    see("clip_player")
    assert page.evaluate(OVERTAKEN)


def test_it_fills_the_screen_and_gives_it_back(page: Page, see):
    root = see("clip_player")
    film = page.locator(FILM)
    page.set_viewport_size({"width": 1180, "height": 820})
    page.locator("#clip_player").evaluate("one => (one.style.cssText = 'display:block;width:50%')")
    narrow = film.bounding_box()["width"]
    page.get_by_role("button", name="Fill the screen").tap()
    expect(root).to_have_class(re.compile("large"))
    assert film.bounding_box()["width"] > 1.5 * narrow
    for button in page.get_by_role("button").all():
        expect(button).to_be_in_viewport(ratio=1)
    assert findings(page) == []
    page.get_by_role("button", name="Smaller").press("Escape")
    expect(page.get_by_role("button", name="Fill the screen")).to_be_visible()
    assert film.bounding_box()["width"] == narrow


def test_its_still_lies_over_it_until_it_plays(page: Page, see):
    see("clip_player")
    still = page.get_by_role("img", name="Ada looks up")
    expect(still).to_be_hidden()
    page.get_by_role("button", name="One picture").tap()
    expect(still).to_be_visible()
    expect(still).to_have_attribute("src", "/stills/4")
    page.get_by_role("button", name="The clip again").tap()
    expect(still).to_be_hidden()
    page.get_by_role("button", name="One picture").tap()
    page.get_by_role("button", name="Play", exact=True).last.tap()
    expect(still).to_be_hidden()
    expect(page.get_by_role("button", name="Stop here")).to_be_visible()
