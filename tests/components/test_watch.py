"""The watch: a lock empties the screen, a cover covers it, leaving asks for the PIN."""

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.components.axe import findings


def test_a_lock_elsewhere_empties_the_page_and_opens_the_sign_in(page: Page, see, house):
    see("watch", "note_box")
    expect(page.get_by_role("button", name="Leave")).to_be_visible()
    httpx.post(f"{house.address}/lock")
    page.wait_for_url("**/sign-in")


def test_lock_now_hands_in_what_was_typed_and_then_locks(page: Page, see, house):
    see("watch", "note_box", role="practitioner")
    page.locator("textarea").fill("Half a sen")
    page.get_by_role("button", name="Lock now").click()
    page.wait_for_url("**/sign-in")
    assert house.acts("keep_draft")[-1]["words"] == "Half a sen"
    assert house.remembered()["signed_in"] is False


def test_an_act_of_somebody_no_longer_signed_in_opens_the_sign_in(page: Page, see, house):
    see("note_box")
    page.route("**/acts", lambda route: route.fulfill(status=401, body="{}"))
    page.locator("textarea").fill("Too late")
    page.wait_for_url("**/sign-in")


def test_one_tap_covers_and_neither_escape_nor_a_reload_uncovers(page: Page, see, house, until):
    see("watch", "clip_player")
    page.get_by_role("button", name="Cover the screen").tap()
    cover = page.get_by_role("dialog", name="The screen is covered")
    expect(cover).to_be_visible()
    until(lambda: house.remembered()["cover"] == "pause")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(cover).to_be_visible()
    page.reload()
    expect(cover).to_be_visible()
    page.get_by_role("button", name="Carry on").tap()
    expect(cover).to_be_hidden()
    until(lambda: not house.remembered()["cover"])


def test_covering_stops_the_clip(page: Page, see):
    see("watch", "clip_player")
    page.get_by_role("button", name="Slowly").tap()
    page.get_by_role("button", name="Play", exact=True).last.tap()
    expect(page.get_by_role("button", name="Stop here")).to_be_visible()
    page.get_by_role("button", name="Cover the screen").tap()
    expect(page.locator("[data-state=stopped]")).to_be_attached()


def press(page: Page, pin: str) -> None:
    for digit in pin:
        page.get_by_role("button", name=digit, exact=True).tap()
    page.get_by_role("dialog").get_by_role("button", name="Leave", exact=True).tap()


def test_a_screen_that_fell_asleep_opens_for_the_pin_only(page: Page, see, house):
    see("watch", "clip_player")
    page.get_by_role("button", name="Play", exact=True).last.tap()
    expect(page.get_by_role("button", name="Stop here")).to_be_visible()
    httpx.post(f"{house.address}/test/fall-asleep")
    cover = page.get_by_role("dialog", name="The screen is covered")
    expect(cover).to_be_visible()
    expect(page.locator("[data-state=stopped]")).to_be_attached()
    expect(cover.get_by_role("button", name="Carry on")).to_be_hidden()
    assert findings(page) == []
    assert page.evaluate("told.filter(([name]) => name === 'redraw').length") == 1
    page.keyboard.type("1111")
    go_on = cover.get_by_role("button", name="Go on")
    go_on.tap()
    expect(cover.get_by_role("alert")).to_have_text("That was not it.")
    page.reload()
    expect(cover).to_be_visible()
    for digit in "2468":
        cover.get_by_role("button", name=digit, exact=True).tap()
    go_on.tap()
    expect(cover).to_be_hidden()
    assert house.remembered()["cover"] == ""


def test_a_pause_that_falls_asleep_is_not_ended_by_a_tap(page: Page, see, house):
    see("watch", "clip_player")
    page.get_by_role("button", name="Cover the screen").tap()
    cover = page.get_by_role("dialog", name="The screen is covered")
    expect(cover.get_by_role("button", name="Carry on")).to_be_visible()
    httpx.post(f"{house.address}/test/fall-asleep")
    expect(cover.get_by_role("button", name="Carry on")).to_be_hidden()
    expect(cover.get_by_role("button", name="Go on")).to_be_visible()


def test_a_tablet_that_slept_shows_nothing_before_the_server_has_said_so(page: Page, see, house):
    page.clock.install()
    see("watch", "clip_player")
    cover = page.get_by_role("dialog", name="The screen is covered")
    expect(page.get_by_role("button", name="Leave")).to_be_visible()
    page.route("**/gate/watch", lambda route: route.abort())
    page.clock.fast_forward(3_600_000)
    expect(cover).to_be_visible()
    expect(cover.get_by_role("button")).to_have_count(0)
    page.unroute("**/gate/watch")
    page.clock.fast_forward(5_000)
    expect(cover).to_be_hidden()


def test_words_typed_on_another_page_show_here_and_neither_overwrites_the_other(
    page: Page, see, house, until
):
    see("watch", "note_box")
    expect(page.get_by_role("button", name="Leave")).to_be_visible()
    field = page.locator("textarea")

    def typed_elsewhere(words: str) -> None:
        typed = {"by": "another page", "box": "noticing-3", "words": words, "turn": None}
        httpx.post(f"{house.address}/test/news", json=["draft", typed])

    typed_elsewhere("She looked")
    expect(field).to_have_value("She looked")
    assert house.acts("keep_draft") == []
    page.clock.install()  # so that what is typed here is not sent yet
    field.press("End")
    field.press_sequentially(" at me")
    typed_elsewhere("She looked up")
    expect(field).to_have_value("She looked up at me")
    page.clock.fast_forward(600)
    until(lambda: house.acts("keep_draft"))
    assert house.acts("keep_draft")[-1]["words"] == "She looked up at me"


def test_what_is_done_on_another_page_has_this_one_drawn_again_and_its_own_does_not(
    page: Page, see, house, until
):
    see("watch", "note_box")
    expect(page.get_by_role("button", name="Leave")).to_be_visible()
    redrawn = "told.filter(([name]) => name === 'redraw').length"
    own = page.evaluate("window[Symbol.for('vigreview.acts')].page")
    page.clock.install()
    httpx.post(f"{house.address}/test/news", json=["change", {"by": own}])
    httpx.post(f"{house.address}/test/news", json=["draft", {"by": own, "box": "x", "words": "w"}])
    page.clock.fast_forward(1_000)
    assert page.evaluate(redrawn) == 0
    httpx.post(f"{house.address}/test/news", json=["change", {"by": "another page"}])

    def drawn_again() -> bool:
        page.clock.fast_forward(200)
        return page.evaluate(redrawn) == 1

    until(drawn_again)


def test_leaving_asks_for_the_pin_and_says_when_it_is_not_it(page: Page, see):
    see("watch", "clip_player")
    page.get_by_role("button", name="Leave", exact=True).tap()
    press(page, "1111")
    expect(page.get_by_role("alert")).to_have_text("That was not it: 4 left.")
    press(page, "2468")
    page.wait_for_url("**/sign-in?left")


def test_a_typed_pin_is_given_by_enter_and_a_digit_pressed_by_enter_is_a_digit(page: Page, see):
    see("watch", "clip_player")
    page.get_by_role("button", name="Leave", exact=True).press("Enter")
    for digit in "2468":
        page.get_by_role("button", name=digit, exact=True).press("Enter")
    expect(page.get_by_text("4 digits")).to_be_attached()
    for _ in range(4):
        page.keyboard.press("Backspace")
    page.keyboard.type("1111")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("That was not it: 4 left.")
    page.keyboard.type("2468")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in?left")


def test_after_five_tries_the_passphrase_is_asked_for(page: Page, see):
    see("watch", "clip_player")
    page.get_by_role("button", name="Leave", exact=True).tap()
    for left in (4, 3, 2, 1, 0):
        page.keyboard.type("1111")
        page.get_by_role("button", name="Leave", exact=True).last.tap()
        expect(page.get_by_role("alert")).to_have_text(f"That was not it: {left} left.")
    page.get_by_role("dialog").get_by_label("Passphrase").fill("a long passphrase")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in?left")


def test_a_line_that_is_down_is_said_quietly_and_taken_back(page: Page, see):
    page.route("**/gate/watch", lambda route: route.abort())
    see("watch", "note_box")
    line = page.get_by_text("Not connected. Nothing is lost")
    expect(line).to_be_visible()
    page.unroute("**/gate/watch")
    expect(line).to_be_hidden()


@pytest.mark.parametrize("keys", [1, 5])
def test_a_person_at_the_screen_is_told_of_seldom(page: Page, see, house, until, keys):
    see("watch", "note_box")
    for _ in range(keys):
        page.locator("textarea").press("a")
    until(lambda: house.remembered()["here"])
    assert house.remembered()["here"] == 1


def test_a_session_that_goes_elsewhere_takes_its_page_along(page: Page, see, house):
    see("watch", "note_box")
    expect(page.get_by_role("button", name="Leave")).to_be_visible()
    httpx.post(f"{house.address}/test/move")
    page.wait_for_url("**/sign-in?moved")


def test_a_page_that_missed_the_hand_over_goes_where_the_tablet_is_now(page: Page, see, house):
    see("watch", "note_box")
    expect(page.get_by_role("button", name="Leave")).to_be_visible()
    with page.expect_navigation(url="**/sign-in?a*"):
        httpx.post(f"{house.address}/test/hand-over")


def test_what_is_sent_says_from_which_seat(page: Page, see, house, until):
    see("watch", "note_box")
    expect(page.get_by_role("button", name="Leave")).to_be_visible()
    page.locator("textarea").fill("We were singing")
    until(lambda: house.acts("keep_draft"))
    assert house.remembered()["acts"][0]["seat"] == "a session.1"


@pytest.fixture
def hold_acts(page: Page):
    """Let acts wait for their answer until the function that is given is called."""
    page.clock.install()
    held = []
    page.route("**/acts", lambda route: held.append(route))

    def let_go() -> None:
        for route in held:
            route.continue_()
        held.clear()
        page.unroute("**/acts")

    return let_go


def test_lock_now_empties_the_page_at_once_and_hands_in_what_still_waits(
    page: Page, see, house, hold_acts, until
):
    see("watch", "note_box", role="practitioner")
    page.locator("textarea").fill("Half a sentence")
    page.get_by_role("button", name="Lock now").click()
    expect(page.locator("body")).to_be_empty()
    page.clock.fast_forward(5_000)
    assert house.remembered()["signed_in"] is True
    hold_acts()
    page.wait_for_url("**/sign-in")
    assert house.acts("keep_draft")[-1]["words"] == "Half a sentence"
    assert house.remembered()["signed_in"] is False


def test_lock_now_does_not_wait_for_ever(page: Page, see, house, hold_acts):
    see("watch", "note_box", role="practitioner")
    page.locator("textarea").fill("Half a sentence")
    page.get_by_role("button", name="Lock now").click()
    expect(page.locator("body")).to_be_empty()
    page.clock.fast_forward(11_000)
    page.wait_for_url("**/sign-in")
    assert house.remembered()["signed_in"] is False


def leave_with_words_that_wait(page: Page) -> None:
    page.locator("textarea").fill("Half a sentence")
    page.get_by_role("button", name="Leave", exact=True).tap()
    press(page, "2468")
    page.clock.fast_forward(3_000)
    expect(page.get_by_text("Not everything is kept yet. Stay a moment?")).to_be_visible()


def test_leaving_before_all_is_kept_is_asked_about_and_staying_keeps_it(
    page: Page, see, house, hold_acts, until
):
    see("watch", "note_box")
    leave_with_words_that_wait(page)
    stay = page.get_by_role("button", name="Stay", exact=True)
    expect(stay).to_be_focused()
    stay.tap()
    expect(page.get_by_role("dialog")).to_have_count(0)
    hold_acts()
    until(lambda: house.acts("keep_draft"))
    assert house.acts("keep_draft")[-1]["words"] == "Half a sentence"
    page.get_by_role("button", name="Leave", exact=True).tap()
    press(page, "2468")
    page.wait_for_url("**/sign-in?left")


def test_one_may_leave_although_not_all_is_kept(page: Page, see, hold_acts):
    see("watch", "note_box")
    leave_with_words_that_wait(page)
    page.get_by_role("button", name="Leave anyway").tap()
    page.clock.fast_forward(3_000)
    page.wait_for_url("**/sign-in?left")
