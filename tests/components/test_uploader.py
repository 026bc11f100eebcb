"""The uploader: films arrive whole, also through dropped lines and a reload.

Several films against the real server: tests/browser/test_bringing_films.py.
"""

import hashlib
import random
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.components.showing import told
from tests.waiting import asked_for_files

PIECE = 8 * 1024 * 1024


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("films") / "film.mp4"
    path.write_bytes(random.Random(7).randbytes(PIECE * 2 + 12_345))
    return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def choose(page: Page, film: Path) -> None:
    page.locator("input[type=file]").set_input_files(film)


def test_a_film_arrives_whole_and_the_screen_is_told(page: Page, see, house, film):
    see("uploader")
    choose(page, film)
    expect(page.get_by_text("The film is here")).to_be_visible()
    assert told(page) == [["arrived", 7]]
    assert house.remembered()["uploaded"] == digest(film)
    assert "film.mp4" not in house.remembered()["metadata"]


def test_a_film_leaves_the_list_once_the_page_tells_what_comes_of_it(page: Page, see, film):
    see("uploader", here="7")
    choose(page, film)
    page.wait_for_function("() => told.some(([name]) => name === 'arrived')")
    expect(page.get_by_role("listitem")).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_two_ways_in_lie_side_by_side_and_alike(page: Page, see):
    see("uploader")
    bring = page.get_by_role("region", name="Bring films").bounding_box()
    now = page.get_by_role("region", name="Film now").bounding_box()
    assert (bring["y"], bring["width"], bring["height"]) == (now["y"], now["width"], now["height"])
    page.get_by_role("button", name="Film now").tap()
    assert told(page) == [["film_now", True]]


def test_a_dropped_line_costs_nothing_that_has_arrived(page: Page, see, house, film):
    see("uploader")
    drops = iter([False, True, True])
    page.route(
        "**/uploads/7",
        lambda route: (
            route.abort()
            if route.request.method == "PATCH" and next(drops, False)
            else route.continue_()
        ),
    )
    choose(page, film)
    expect(page.get_by_text("The film is here")).to_be_visible()
    assert house.remembered()["uploaded"] == digest(film)
    assert house.remembered()["patches"] == [0, PIECE, 2 * PIECE]


def fingerprint(path: Path) -> str:
    content = path.read_bytes()
    ends = str(len(content)).encode() + content[: 1024**2] + content[-(1024**2) :]
    return hashlib.sha256(ends).hexdigest()


def half_of(film: Path) -> dict[str, str]:
    return {"half": fingerprint(film), "bytes": str(film.stat().st_size)}


def test_after_a_reload_the_same_film_carries_on(page: Page, see, house, film):
    see("uploader")
    page.route(
        "**/uploads/7",
        lambda route: (
            route.abort()
            if route.request.headers.get("upload-offset", "0") != "0"
            else route.continue_()
        ),
    )
    choose(page, film)
    expect(page.get_by_text("Waiting for the connection")).to_be_visible()
    page.unroute("**/uploads/7")
    page.on("dialog", lambda dialog: dialog.accept())
    see("uploader", **half_of(film))
    expect(page.get_by_text("A film has half arrived: 8 MB of 17 MB.")).to_be_visible()
    choose(page, film)
    expect(page.get_by_text("The film is here")).to_be_visible()
    expect(page.get_by_text("A film has half arrived")).to_have_count(0)
    assert house.remembered()["uploaded"] == digest(film)
    assert house.remembered()["patches"].count(0) == 1


def test_a_pause_holds_and_go_on_goes_on(page: Page, see, house, film, until):
    see("uploader")
    held = []
    page.route(
        "**/uploads/7",
        lambda route: (
            held.append(route)
            if route.request.headers.get("upload-offset") == str(PIECE) and not held
            else route.continue_()
        ),
    )
    choose(page, film)
    until(lambda: page.evaluate("() => 1") and held)
    page.get_by_role("button", name="Pause").tap()
    expect(page.get_by_text("Paused")).to_be_visible()
    page.get_by_role("button", name="Go on").tap()
    expect(page.get_by_text("The film is here")).to_be_visible()
    assert house.remembered()["uploaded"] == digest(film)


def test_an_empty_file_is_said_so_and_nothing_is_sent(page: Page, see, house, tmp_path):
    see("uploader")
    empty = tmp_path / "empty.mp4"
    empty.touch()
    choose(page, empty)
    expect(page.get_by_role("alert")).to_have_text("This file is empty.")
    assert house.remembered()["patches"] == []
    page.get_by_role("button", name="Put it away").tap()
    expect(page.get_by_role("listitem")).to_have_count(0)


def test_stopping_takes_out_what_has_arrived(page: Page, see, house, film, until):
    see("uploader")
    page.route(
        "**/uploads/7",
        lambda route: route.abort() if route.request.method == "PATCH" else route.continue_(),
    )
    choose(page, film)
    expect(page.get_by_text("Waiting for the connection")).to_be_visible()
    page.get_by_role("button", name="Take it out").tap()
    asked = page.get_by_role("group", name="Take out what has arrived?")
    expect(asked.get_by_role("button", name="Leave it")).to_be_focused()
    asked.get_by_role("button", name="Take it out").tap()
    expect(page.get_by_role("listitem")).to_have_count(0)
    until(lambda: page.evaluate("true") and house.remembered()["uploaded"] is None)


def test_stopping_while_it_is_begun_takes_it_out_as_well(page: Page, see, house, film, until):
    see("uploader")
    held = []
    page.route("**/uploads", lambda route: held.append(route))
    choose(page, film)
    until(lambda: page.evaluate("true") and held)
    page.get_by_role("button", name="Take it out").tap()
    expect(page.get_by_role("listitem")).to_have_count(0)
    with page.expect_response(lambda answer: answer.request.method == "DELETE"):
        held[0].continue_()
    assert house.remembered()["uploaded"] is None
    assert house.remembered()["patches"] == []


def test_a_film_whose_last_answer_was_lost_has_arrived_all_the_same(page: Page, see, house, film):
    see("uploader")
    httpx.post(f"{house.address}/test/lose-last")
    choose(page, film)
    expect(page.get_by_text("The film is here")).to_be_visible()
    assert house.remembered()["patches"] == [0, PIECE, 2 * PIECE]


def test_a_file_chosen_later_elsewhere_is_not_mixed_with_this_one(
    page: Page, see, house, film, until
):
    see("uploader")
    held = []
    page.route(
        "**/uploads/7",
        lambda route: held.append(route) if route.request.method == "PATCH" else route.continue_(),
    )
    choose(page, film)
    until(lambda: page.evaluate("true") and held)
    url = f"{house.address}/uploads"
    httpx.delete(f"{url}/7")
    other = {"upload-length": "20000000", "upload-metadata": "film Nw==,fingerprint b3RoZXI="}
    assert httpx.post(url, headers=other).status_code == 201
    held[0].continue_()
    expect(page.get_by_text("Another file is being sent.")).to_be_visible()
    assert house.remembered()["metadata"] == other["upload-metadata"]
    assert house.remembered()["patches"] == []


def test_the_limits_are_said_before_choosing(page: Page, see):
    see("uploader")
    expect(page.get_by_text("Up to 8 GB and 3 hours.")).to_be_visible()


def test_a_film_that_is_here_already_is_noticed_before_it_is_sent(page: Page, see, house, film):
    see("uploader", known=fingerprint(film), film="2")
    choose(page, film)
    said = "This film is here already: film 2, filmed on 3 May 2026."
    expect(page.get_by_role("alert")).to_have_text(said)
    assert house.remembered()["metadata"] == ""
    page.get_by_role("button", name="Go to it").tap()
    assert told(page) == [["go_to", 2]]
    page.get_by_role("button", name="Leave it").tap()
    expect(page.get_by_role("listitem")).to_have_count(0)
    choose(page, film)
    page.get_by_role("button", name="Bring it again anyway").tap()
    expect(page.get_by_text("The film is here", exact=True)).to_be_visible()
    assert house.remembered()["uploaded"] == digest(film)


def test_another_familys_film_is_not_gone_to(page: Page, see, film):
    see("uploader", known=fingerprint(film))
    choose(page, film)
    expect(page.get_by_role("button", name="Bring it again anyway")).to_be_visible()
    expect(page.get_by_role("button", name="Go to it")).to_have_count(0)


def test_a_full_disk_is_said_before_anything_is_sent(page: Page, see, house, film):
    see("uploader", room="16000000")
    choose(page, film)
    no_room = "There is not enough room left on this device for this film."
    expect(page.get_by_role("alert")).to_have_text(no_room)
    assert house.remembered()["metadata"] == ""


def test_a_disk_that_is_nearly_full_is_said_and_the_film_comes(page: Page, see, film):
    see("uploader", room="20000000")
    page.route("**/uploads/7", lambda route: None)
    choose(page, film)
    expect(page.get_by_text("This device is nearly full.")).to_be_visible()
    expect(page.get_by_text("On its way")).to_be_visible()


def test_the_same_file_chosen_twice_is_sent_once(page: Page, see, house, film):
    see("uploader")
    page.locator("input[type=file]").set_input_files([film, film])
    expect(page.get_by_role("alert")).to_have_text("This film is in the list already.")
    expect(page.get_by_text("The film is here")).to_be_visible()
    page.get_by_role("button", name="Leave it").tap()
    assert house.remembered()["patches"].count(0) == 1


def test_a_film_taken_out_elsewhere_says_so(page: Page, see, house, film, until):
    see("uploader")
    held = []
    page.route(
        "**/uploads/7",
        lambda route: held.append(route) if route.request.method == "PATCH" else route.continue_(),
    )
    choose(page, film)
    until(lambda: page.evaluate("true") and held)
    httpx.delete(f"{house.address}/uploads/7")
    held[0].continue_()
    expect(page.get_by_role("alert")).to_contain_text("This film was taken out meanwhile.")


def test_all_of_it_is_done_by_keyboard(page: Page, see, house, film, until):
    see("uploader")
    held = []
    page.route(
        "**/uploads/7",
        lambda route: held.append(route) if route.request.method == "PATCH" else route.continue_(),
    )
    bring = page.get_by_role("button", name="Bring films")
    expect(bring).to_be_visible()
    page.keyboard.press("Tab")
    expect(bring).to_be_focused()
    with asked_for_files(page) as chooser:
        page.keyboard.press("Enter")
    assert chooser.value.is_multiple()
    chooser.value.set_files(film)
    expect(page.get_by_text("On its way")).to_be_visible()
    until(lambda: page.evaluate("true") and held)  # before that there is nothing to take out
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Film now")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Leave it")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem")).to_have_count(0)
    expect(bring).to_be_focused()
    until(lambda: page.evaluate("true") and house.remembered()["uploaded"] is None)


def test_every_target_is_large_enough_for_a_finger(page: Page, see, film):
    see("uploader", half="other", bytes="17000000", known=fingerprint(film), film="2")
    choose(page, film)
    expect(page.get_by_role("button", name="Bring it again anyway")).to_be_visible()
    for one in page.get_by_role("button").all():
        box = one.bounding_box()
        assert box["height"] >= 48
        assert box["width"] >= 48


def test_a_disk_that_fills_up_is_said_and_the_film_can_go_on_later(page: Page, see, house, film):
    see("uploader")
    sentence = "There is not enough room left on this device for the film."
    page.route(
        "**/uploads/7",
        lambda route: (
            route.fulfill(status=507, body=sentence)
            if route.request.headers.get("upload-offset", "0") != "0"
            else route.continue_()
        ),
    )
    choose(page, film)
    expect(page.get_by_text(sentence)).to_be_visible()
    page.unroute("**/uploads/7")
    page.get_by_role("button", name="Go on").tap()
    expect(page.get_by_text("The film is here")).to_be_visible()
    assert house.remembered()["patches"] == [0, PIECE, 2 * PIECE]
