"""A still is cropped on its card by touch, shown so there and in the review, and whole again."""

import pytest
from playwright.sync_api import expect

from tests.browser import walk
from tests.browser.test_every_screen import findings
from tests.components.band import middle
from tests.waiting import wait_for

# How far a still is from the same part of its whole frame: the mean over all its pixels, 0 to 255.
FAR_OFF = """async ([still, part]) => {
  const [left, top] = part.map((side) => side / 1000);
  const load = async (src) => createImageBitmap(await (await fetch(src)).blob());
  const [cropped, whole] = [await load(still), await load(still.replace(/[?].*|$/, "/whole"))];
  const pixels = (image, x, y) => {
    const canvas = new OffscreenCanvas(cropped.width, cropped.height);
    const pen = canvas.getContext("2d");
    pen.drawImage(image, -x, -y);
    return pen.getImageData(0, 0, cropped.width, cropped.height).data;
  };
  const share = [cropped.width / whole.width, cropped.height / whole.height];
  const one = pixels(cropped, 0, 0);
  const other = pixels(whole, Math.round(whole.width * left), Math.round(whole.height * top));
  const off = one.reduce((sum, value, at) => sum + Math.abs(value - other[at]), 0);
  return [off / one.length, ...share];
}"""


def test_a_still_is_cropped_by_touch_and_whole_again_by_undo(tablet, reviewed):
    running, ids = reviewed
    page = tablet
    walk.sign_in(page, running.url)
    walk.screen(page, "Families")
    page.goto(f"{running.url}/clips?film={ids['film']}")
    walk.screen(page, "Clips of film 1")
    small = page.locator("[class*=st-key-crop-] img.small")
    wait_for(lambda: small.evaluate("image => image.naturalWidth") > 0)
    before = small.get_attribute("src")
    page.get_by_role("button", name="Crop the still").tap()
    dialog = page.get_by_role("dialog", name="Crop this still")
    dialog.get_by_role("button", name="Square").tap()
    corner = dialog.get_by_role("button", name="Top left corner")
    x, y = middle(corner)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y + 120, steps=5)
    page.mouse.up()
    walk.drawn(page)
    found = findings(page, "cropping")
    dialog.get_by_role("button", name="Keep", exact=True).tap()
    expect(dialog).to_be_hidden()
    wait_for(lambda: "?part=" in small.get_attribute("src"))
    wait_for(lambda: small.evaluate("image => image.complete && image.naturalWidth") > 0, 60)
    src = small.get_attribute("src").partition("&")[0]
    part = [int(one) for one in src.partition("=")[2].split("-")]
    far, across, down = page.evaluate(FAR_OFF, [src, part])
    assert far < 2
    assert (across * 1000, down * 1000) == pytest.approx(part[2:], abs=6)  # a pixel or so
    walk.drawn(page)
    found += findings(page, "cropped")

    page.goto(f"{running.url}/get_ready?film={ids['film']}")
    walk.screen(page, "Getting ready")
    expect(page.locator(f'img.still.part[src="{src}"]')).to_be_visible()
    page.goto(f"{running.url}/clips?film={ids['film']}")
    walk.screen(page, "Clips of film 1")
    page.get_by_role("button", name="Undo cropping a still").tap()
    expect(small).to_have_attribute("src", before)
    assert not found
