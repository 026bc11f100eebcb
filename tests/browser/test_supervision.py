"""The shared review is filmed for supervision: said yes to, brought, cut, and stopped at a no."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import walk
from tests.browser.test_every_screen import findings
from tests.seen import FILM

YES = "To have our shared review itself filmed for supervision"


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_film_of_the_review_is_brought_and_cut_under_its_own_yes(
    tablets, reviewed, made_film, scheme
):
    running, ids = reviewed
    page = tablets(color_scheme=scheme)
    walk.sign_in(page, running.url)
    walk.screen(page, "Families")
    page.goto(f"{running.url}/film?journey={ids['journey']}")
    walk.screen(page, "Films")
    page.get_by_text("Our shared review itself, for supervision").tap()
    expect(page.get_by_role("heading", name="Consent comes first")).to_be_visible()
    walk.drawn(page)
    found = findings(page, "no consent")
    for choice in page.locator(".stButtonGroup button").all():
        assert choice.bounding_box()["height"] >= 48
    page.get_by_role("button", name="To consent").tap()
    walk.screen(page, "Consent")
    page.get_by_text("Sam says yes to").tap()
    page.get_by_text(YES).tap()
    page.get_by_label("Who may see it").fill("Noor Haddad")
    page.get_by_label("Who may see it").press("Tab")
    walk.drawn(page)
    found += findings(page, "consent")
    page.get_by_role("button", name="Keep this consent").tap()
    expect(page.get_by_text("May be seen by Noor Haddad")).to_be_visible()

    page.goto(f"{running.url}/film?journey={ids['journey']}")
    walk.screen(page, "Films")
    page.get_by_text("Our shared review itself, for supervision").tap()
    expect(page.get_by_text("It may be seen by: Noor Haddad.")).to_be_visible()
    walk.bring_film(page, made_film)
    page.get_by_role("button", name="Bring it again anyway").tap()
    card = page.locator("[class*=st-key-film-]").filter(has_text="Supervision film 1")
    card.get_by_role("button", name="Find the clips").click(timeout=60_000)
    walk.screen(page, "Clips of supervision film 1")
    video = page.locator(FILM)
    expect(video).to_have_attribute("data-frame", re.compile(r"\d+"))
    page.get_by_role("button", name="Start here").tap()
    walk.step(page, "On one second")
    page.get_by_role("button", name="End here").tap()
    expect(page.get_by_role("button", name="An initiative from Sam")).to_be_visible()
    expect(page.get_by_text("Received by Ada")).to_have_count(0)
    walk.drawn(page)
    found += findings(page, "its bench")
    film = re.search(r"film=(\d+)", page.url)[1]
    address = f"{running.url}/films/{film}/times"
    assert page.evaluate("(at) => fetch(at).then((answer) => answer.status)", address) == 200

    page.goto(f"{running.url}/consent?journey={ids['journey']}")
    walk.screen(page, "Consent")
    page.get_by_role("button", name="Take back").last.scroll_into_view_if_needed()
    mine = page.locator("[data-testid=stHorizontalBlock]").filter(has_text="Noor Haddad")
    mine.get_by_role("button", name="Take back").tap()
    expect(mine.get_by_text("Taken back on")).to_be_visible()
    assert page.evaluate("(at) => fetch(at).then((answer) => answer.status)", address) == 403
    page.goto(f"{running.url}/clips?film={film}")
    walk.screen(page, "Clips of supervision film 1")
    expect(page.get_by_text("There is no consent for Sam")).to_be_visible()
    expect(video).to_have_count(0)
    assert not found
