"""On the bench the picture, its buttons, marking and the timeline are in sight when it opens."""

from playwright.sync_api import expect

from tests.browser import walk
from tests.browser.conftest import LANDSCAPE, PORTRAIT
from tests.seen import FILM

SHOWN = ["Play", "One frame back", "One frame on", "Start here", "End here", "The last 5 seconds"]


def test_nothing_needs_scrolling_when_the_bench_opens(tablet, reviewed):
    running, ids = reviewed
    walk.sign_in(tablet, running.url)
    walk.screen(tablet, "Families")
    for size in (LANDSCAPE, PORTRAIT):
        tablet.set_viewport_size(size)
        tablet.goto(f"{running.url}/clips?film={ids['film']}")
        walk.screen(tablet, "Clips of film 1")
        expect(tablet.locator(FILM)).to_have_attribute("data-frame", "0")
        bench = tablet.locator(".vig:has(.band)")
        for name in SHOWN:
            button = bench.get_by_role("button", name=name, exact=True)
            expect(button).to_be_in_viewport(ratio=1)
        for part in (".picture", ".controls", ".lanes", ".band", ".under", ".wheel"):
            expect(bench.locator(part)).to_be_in_viewport(ratio=1)
        picture = bench.locator(".picture").bounding_box()
        assert picture["height"] >= 380
        bench.get_by_role("button", name="Clip 1, from").click()
        expect(bench.get_by_role("button", name="Loop the clip")).to_be_visible()
        assert bench.locator(".picture").bounding_box() == picture  # nothing has moved
