"""The parts as Streamlit runs them: triggers come back, a rerun disturbs nothing."""

import threading

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.components.conftest import ROOT
from tests.components.showing import painted_number
from tests.seen import FILM


def test_a_note_kept_is_handed_back_to_the_screen(page: Page, see_in_streamlit):
    see_in_streamlit("note_box")
    page.get_by_role("radio", name="Nana").click()
    page.locator("textarea").fill("She waited")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Run 2, told {'id': ")).to_be_visible()


def test_letters_typed_are_letters_and_not_keys_of_the_page(page: Page, see_in_streamlit):
    see_in_streamlit("note_box")
    page.locator("textarea").press_sequentially("circle c r C R")
    expect(page.get_by_text("Kept so far")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("circle c r C R")
    expect(page.get_by_text("Run 1, told None")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_words_arrive_although_their_box_has_left_the_screen(
    page: Page, see_in_streamlit, house, until
):
    see_in_streamlit("note_box")
    page.route("**/acts", lambda route: route.abort())
    page.locator("textarea").fill("Then the line went")
    expect(page.get_by_text("Not kept yet.")).to_be_visible()
    page.get_by_text("Away").click()
    expect(page.locator("textarea")).to_have_count(0)
    page.unroute("**/acts")
    until(lambda: house.acts("keep_draft"))
    assert house.acts("keep_draft")[-1]["words"] == "Then the line went"


@pytest.mark.parametrize("part", ["bench", "clip_player"])
def test_a_rerun_leaves_the_film_and_its_frame_where_they_are(page: Page, see_in_streamlit, part):
    root = see_in_streamlit(part)
    film = page.locator(FILM)
    film.evaluate(
        "v => v.readyState > 1 || new Promise(go => v.addEventListener('loadeddata', go))"
    )
    film.evaluate(
        "v => { v.same = true; v.currentTime = 1.01; "
        "return new Promise(go => v.addEventListener('seeked', go, {once: true})); }"
    )
    number = painted_number(page)
    page.get_by_role("button", name="Rerun").click()
    expect(page.get_by_text("Run 2")).to_be_visible()
    expect(root).to_be_visible()
    assert film.evaluate("v => v.same")
    assert painted_number(page) == number > 0


def test_a_clip_marked_on_the_bench_is_handed_back(page: Page, see_in_streamlit):
    root = see_in_streamlit("bench")
    expect(root).to_have_attribute("data-ready", "")
    page.keyboard.press("i")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("o")
    expect(page.get_by_text("'verb': 'mark_clip'")).to_be_visible()
    expect(page.get_by_role("button", name="Clip 1, from")).to_be_visible()


def test_the_cover_lies_over_all_of_streamlit(page: Page, see_in_streamlit):
    see_in_streamlit("clip_player", watch="1")
    page.get_by_role("button", name="Cover the screen").tap()
    cover = page.get_by_role("dialog", name="The screen is covered")
    expect(cover).to_be_visible()
    size = page.viewport_size
    assert size is not None
    assert cover.bounding_box() == {"x": 0, "y": 0, **size}
    on_top = "([x, y]) => document.elementFromPoint(x, y).matches('.st-key-watch *')"
    for place in [[5, 5], [size["width"] // 2, 300], [size["width"] - 5, size["height"] - 5]]:
        assert page.evaluate(on_top, place)


def test_while_the_server_is_away_the_cover_the_way_out_and_the_words_stay_alive(
    page: Page, see_in_streamlit
):
    sockets = []
    page.route_web_socket("**/_stcore/stream", lambda socket: sockets.append(through(socket)))
    see_in_streamlit("note_box", watch="on", role="together")
    page.route("**/_stcore/**", lambda route: route.abort())
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.close())
    for socket in sockets:
        socket.close()
    # Streamlit's own word for it, which makes all else on the page dead.
    expect(page.get_by_test_id("stDialog")).to_be_attached()
    page.add_style_tag(path=ROOT / "vigreview" / "screens" / "screen.css")
    expect(page.get_by_text("Connection error")).to_be_hidden()
    page.get_by_role("button", name="Cover the screen").tap()
    page.get_by_role("button", name="Carry on").tap()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Leave", exact=True).tap()
    page.get_by_role("dialog").get_by_role("button", name="7", exact=True).tap()
    expect(page.get_by_text("1 digits")).to_be_attached()
    page.get_by_role("button", name="Stay here").tap()
    page.locator("textarea").tap()
    page.keyboard.type("She waited")
    expect(page.locator("textarea")).to_have_value("She waited")
    expect(page.get_by_text("Kept so far")).to_be_visible()


def test_a_tap_that_the_line_swallowed_is_made_again_and_only_that(
    page: Page, see_in_streamlit, until
):
    sockets, swallowed = [], []
    swallows = threading.Event()

    def open_socket(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(
            lambda said: (swallowed.append if swallows.is_set() else server.send)(said)
        )
        sockets.append(socket)

    page.route_web_socket("**/_stcore/stream", open_socket)
    see_in_streamlit("note_box", watch="on", role="together")
    page.get_by_role("button", name="Rerun").tap()
    expect(page.get_by_text("Run 2")).to_be_visible()
    swallows.set()
    page.get_by_role("button", name="Rerun").tap()
    until(lambda: page.evaluate("0") or swallowed)
    swallows.clear()
    sockets[-1].close()
    expect(page.get_by_text("Run 3")).to_be_visible()
    sockets[-1].close()  # with nothing tapped since
    page.get_by_role("button", name="Rerun").tap()
    expect(page.get_by_text("Run 4")).to_be_visible()
    swallows.set()
    swallowed.clear()
    page.get_by_role("button", name="Rerun").tap()
    until(lambda: page.evaluate("0") or swallowed)
    swallows.clear()
    page.evaluate("() => { const at = Date.now(); Date.now = () => at + 60_000; }")
    lines = len(sockets)
    sockets[-1].close()  # a minute later: nobody waits for that tap any more
    until(lambda: page.evaluate("0") or len(sockets) > lines)
    expect(page.locator("[data-test-connection-state=CONNECTED]")).to_be_attached()
    page.locator("textarea").fill("She looked up")
    expect(page.get_by_text("Kept so far")).to_be_visible()  # longer than a tap is heard out
    expect(page.locator("[data-test-script-state=notRunning]")).to_be_attached()
    expect(page.get_by_text("Run 4")).to_be_visible()


def through(socket: WebSocketRoute) -> WebSocketRoute:
    socket.connect_to_server()
    return socket
