"""The order for the review: by a finger, a mouse, the buttons and the keys."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.components.showing import told


def names(page: Page) -> list[str]:
    found: list[str] = page.locator("li .name").all_inner_texts()
    return found


def middle_of(locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_clip_is_dragged_to_its_place_with_a_mouse(page: Page, see, house, until):
    see("order")
    x, y = middle_of(page.get_by_role("button", name="Move Looking"))
    _, last = middle_of(page.get_by_role("button", name="Move A song"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, last + 8, steps=12)
    assert names(page) == ["Waiting", "A song", "Looking", "Perhaps this"]
    assert house.acts("put_in_order") == []
    page.mouse.up()
    until(lambda: told(page) == [["ordered", [2, 3, 1, 4]]])
    assert house.acts("put_in_order") == [{"film_id": 7, "order": [2, 3, 1, 4]}]
    page.reload()
    expect(page.locator("li .name").first).to_have_text("Waiting")


def test_a_clip_is_dragged_to_its_place_with_a_finger(page: Page, see, house, until):
    see("order")
    x, y = middle_of(page.get_by_role("button", name="Move Perhaps this"))
    _, first = middle_of(page.get_by_role("button", name="Move Looking"))
    finger = page.context.new_cdp_session(page)

    def touch(kind, at=None):
        points = [{"x": x, "y": at}] if at is not None else []
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", y)
    for step in range(1, 13):
        touch("touchMove", y + (first - 8 - y) * step / 12)
    touch("touchEnd")
    until(lambda: house.acts("put_in_order") == [{"film_id": 7, "order": [4, 1, 2, 3]}])


def test_a_clip_put_back_where_it_was_is_no_act(page: Page, see, house, until):
    see("order")
    x, y = middle_of(page.get_by_role("button", name="Move Looking"))
    _, last = middle_of(page.get_by_role("button", name="Move A song"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, last + 8, steps=8)
    page.mouse.move(x, y - 8, steps=8)
    page.mouse.up()
    page.get_by_role("button", name="Show A song").click()
    until(lambda: told(page) == [["selected", 3]])
    assert house.acts("put_in_order") == []


def test_by_keys_the_clip_moves_and_keeps_the_focus(page: Page, see, house, until):
    see("order")
    handle = page.get_by_role("button", name="Move A song")
    handle.press("ArrowUp")
    handle.press("ArrowUp")
    handle.press("ArrowUp")
    expect(handle).to_be_focused()
    expect(page.get_by_text("A song is now 1 of 4.")).to_be_attached()
    until(lambda: house.acts("put_in_order")[-1]["order"] == [3, 1, 2, 4])


def test_by_buttons_one_place_at_a_time(page: Page, see, house, until):
    see("order")
    page.get_by_role("button", name="Waiting later").tap()
    until(lambda: house.acts("put_in_order") == [{"film_id": 7, "order": [1, 3, 2, 4]}])
    expect(page.get_by_role("button", name="Looking earlier")).to_be_disabled()
    expect(page.get_by_role("button", name="Perhaps this later")).to_be_disabled()


def test_the_running_time_counts_what_is_chosen(page: Page, see):
    see("order")
    expect(page.get_by_text("Chosen: 3, 9 s of film.")).to_be_visible()
    expect(page.get_by_text("6.0 s · perhaps")).to_be_visible()


def test_an_order_that_is_refused_goes_back_and_says_why(page: Page, see):
    see("order")
    refused = {"status": 403, "json": {"sentence": "The clips have changed meanwhile."}}
    page.route("**/acts", lambda route: route.fulfill(**refused))
    page.get_by_role("button", name="Waiting earlier").click()
    expect(page.get_by_text("The clips have changed meanwhile.")).to_be_visible()
    assert names(page) == ["Looking", "Waiting", "A song", "Perhaps this"]


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_every_target_is_large_and_axe_finds_nothing(page: Page, see_in_streamlit, scheme):
    page.emulate_media(color_scheme=scheme)
    root = see_in_streamlit("order")
    expect(root.get_by_role("listitem")).to_have_count(4)
    for target in root.get_by_role("button").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 48
    found = Axe().run(page, context=".st-key-order").response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
