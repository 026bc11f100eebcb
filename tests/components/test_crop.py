"""Cropping a still: a frame that is dragged and resized by fingers, a mouse and keys."""

import pytest
from playwright.sync_api import Page, expect

from tests.components.axe import findings
from tests.components.band import box, middle
from tests.components.drawn_film import HEIGHT, WIDTH
from tests.components.showing import told

CROP = "Crop the still 1.0 s into the clip"
CORNER = "Bottom right corner"


def frame_of(page: Page) -> list[int]:
    """Where the frame lies on the picture: left, top, width, height in thousandths."""
    whole, part = box(page.locator(".stage")), box(hold(page))
    across, down = 1000 / whole["width"], 1000 / whole["height"]
    return [
        round((part["x"] - whole["x"]) * across),
        round((part["y"] - whole["y"]) * down),
        round(part["width"] * across),
        round(part["height"] * down),
    ]


def hold(page: Page):
    return page.get_by_role("button", name="The part that is kept")


def grip(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def act(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def at(page: Page, across: float, down: float) -> tuple[float, float]:
    """The place on the screen at a share of the picture."""
    whole = box(page.locator(".stage"))
    return whole["x"] + across * whole["width"], whole["y"] + down * whole["height"]


def near(found: list[int], wanted: list[int], by: int = 4) -> bool:
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


def drag(fingers, start: tuple[float, float], end: tuple[float, float]) -> None:
    fingers.put(start)
    for step in range(1, 9):
        fingers.move(
            (
                start[0] + (end[0] - start[0]) * step / 8,
                start[1] + (end[1] - start[1]) * step / 8,
            )
        )
    fingers.lift()


@pytest.fixture
def opened(page: Page, see):
    see("crop")
    page.get_by_role("button", name=CROP).tap()
    expect(page.get_by_role("dialog", name="Crop this still")).to_be_visible()
    assert frame_of(page) == [0, 0, 1000, 1000]


def test_by_fingers_a_corner_an_edge_and_the_frame_itself(page: Page, opened, house, fingers):
    whole = box(page.locator(".stage"))
    x, y = middle(grip(page, CORNER))
    drag(fingers, (x, y), (x - 0.5 * whole["width"], y - 0.4 * whole["height"]))
    assert near(frame_of(page), [0, 0, 500, 600])
    x, y = middle(grip(page, "Top edge"))
    drag(fingers, (x, y), (x + 90, y + 0.2 * whole["height"]))
    assert near(frame_of(page), [0, 200, 500, 400])
    drag(fingers, middle(hold(page)), at(page, 0.55, 0.3))
    assert near(frame_of(page), [300, 100, 500, 400])
    drag(fingers, middle(hold(page)), at(page, 0.99, 0.01))
    assert near(frame_of(page), [500, 0, 500, 400])  # no further than the picture goes
    assert house.acts("crop_still") == []
    act(page, "Keep").tap()
    expect(page.get_by_role("dialog")).to_be_hidden()
    [kept] = house.acts("crop_still")
    assert kept["still_id"] == 4
    assert near(kept["part"], [500, 0, 500, 400])
    assert told(page) == [["cropped", 4]]
    part = "-".join(map(str, kept["part"]))
    expect(page.locator("img.small")).to_have_attribute("src", f"/stills/4?part={part}")


def test_by_keys_alone_and_what_it_is_now_is_said(page: Page, see, house, until):
    see("crop")
    page.get_by_role("button", name=CROP).press("Enter")
    expect(hold(page)).to_be_focused()
    for key, times in (("Shift+ArrowLeft", 100), ("Shift+ArrowUp", 80), ("ArrowRight", 20)):
        for _ in range(times):
            page.keyboard.press(key)
    page.keyboard.press("ArrowDown")
    assert near(frame_of(page), [100, 5, 500, 600], 2)
    says = "50 by 60 percent of the picture, 10 percent from the left, 1 from the top."
    expect(page.get_by_text(says)).to_be_attached()
    grip(page, "Left edge").press("ArrowRight")
    grip(page, "Top left corner").press("ArrowDown")
    assert near(frame_of(page), [105, 10, 495, 595], 2)
    act(page, "Keep").press("Enter")
    until(lambda: house.acts("crop_still") == [{"still_id": 4, "part": [105, 10, 495, 595]}])
    expect(page.get_by_role("button", name=CROP)).to_be_focused()


def test_with_a_mouse_and_a_shape_the_frame_keeps_that_shape(page: Page, opened, house, until):
    act(page, "Square").click()
    square = [round(1000 * HEIGHT / WIDTH), 1000]
    assert near(frame_of(page)[2:], square)
    expect(act(page, "Square")).to_have_attribute("aria-pressed", "true")
    page.mouse.move(*middle(grip(page, "Bottom left corner")))
    page.mouse.down()
    page.mouse.move(*at(page, 0.4, 0.6), steps=6)
    page.mouse.up()
    _, _, width, height = frame_of(page)
    assert abs(width * WIDTH - height * HEIGHT) < 5 * WIDTH
    assert height < 900
    act(page, "As the film").click()
    _, _, width, height = frame_of(page)
    assert abs(width - height) <= 2
    act(page, "Keep").click()
    until(lambda: house.acts("crop_still"))
    _, _, width, height = house.acts("crop_still")[0]["part"]
    assert abs(width - height) <= 1


def test_two_fingers_make_the_frame_smaller_and_move_it(page: Page, opened, fingers):
    fingers.put(at(page, 0.1, 0.5), at(page, 0.9, 0.5))
    for step in range(1, 9):
        fingers.move(at(page, 0.1 + step / 40, 0.5), at(page, 0.9 - step / 40, 0.5))
    fingers.lift()
    assert near(frame_of(page), [250, 250, 500, 500], 12)


def test_a_frame_stays_large_enough_for_a_finger(page: Page, opened, fingers):
    drag(fingers, middle(grip(page, CORNER)), at(page, 0.0, 0.0))
    left, top, width, height = frame_of(page)
    assert (left, top) == (0, 0)
    assert min(width, height) >= 100
    part = box(hold(page))
    assert min(part["width"], part["height"]) >= 59


def test_the_whole_picture_again_and_leaving_it(page: Page, opened, house, until, fingers):
    drag(fingers, middle(grip(page, CORNER)), at(page, 0.5, 0.5))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("button", name=CROP).tap()
    assert frame_of(page) == [0, 0, 1000, 1000]
    drag(fingers, middle(grip(page, CORNER)), at(page, 0.5, 0.5))
    act(page, "Leave it").tap()
    assert house.acts("crop_still") == []
    page.get_by_role("button", name=CROP).tap()
    drag(fingers, middle(grip(page, CORNER)), at(page, 0.5, 0.5))
    act(page, "Keep").tap()
    until(lambda: len(house.acts("crop_still")) == 1)
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("button", name=CROP).tap()
    assert near(frame_of(page), house.acts("crop_still")[0]["part"])  # it begins where it was left
    act(page, "Whole picture again").tap()
    assert frame_of(page) == [0, 0, 1000, 1000]
    act(page, "Keep").tap()
    until(lambda: house.acts("crop_still")[-1] == {"still_id": 4, "part": None})
    expect(page.locator("img.small")).to_have_attribute("src", "/stills/4")


def test_what_is_refused_is_said_where_it_was_asked(page: Page, opened, fingers):
    refused = {"status": 403, "json": {"sentence": "This film has been erased."}}
    page.route("**/acts", lambda route: route.fulfill(**refused))
    drag(fingers, middle(grip(page, CORNER)), at(page, 0.5, 0.5))
    act(page, "Keep").tap()
    expect(page.get_by_text("This film has been erased.")).to_be_visible()


def test_a_picture_in_the_making_comes_by_itself(page: Page, see):
    asked = []

    def not_yet(route):
        asked.append(route.request.url)
        if len(asked) < 3:
            route.fulfill(status=404, body="This is still being made.")
        else:
            route.continue_()

    page.route("**/stills/4*", not_yet)
    see("crop")
    expect(page.get_by_text("Being made").first).to_be_visible()
    expect(page.get_by_text("Being made").first).to_be_hidden()
    assert page.locator("img.small").evaluate("image => image.naturalWidth") == WIDTH


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
@pytest.mark.parametrize("size", [(1180, 820), pytest.param((820, 1180), marks=pytest.mark.long)])
def test_every_target_is_large_and_axe_finds_nothing(page: Page, see, scheme, size):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    see("crop")
    page.get_by_role("button", name=CROP).tap()
    dialog = page.get_by_role("dialog")
    assert dialog.get_by_role("button").count() == 15
    for target in dialog.get_by_role("button").all():
        found = box(target)
        assert min(found["width"], found["height"]) >= 48
        assert 0 <= found["x"] <= size[0] - found["width"]
        assert 0 <= found["y"] <= size[1] - found["height"]
    assert findings(page) == []
    act(page, "Leave it").tap()
    assert findings(page) == []
    page.set_viewport_size({"width": 1180, "height": 820})
