"""A clip is handed over as a file: asked for with a reason, fetched once, written down."""

import pytest

from tests.browser import walk
from tests.browser.test_every_screen import findings
from tests.films.making import seen
from tests.waiting import asked_for_files


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_a_clip_is_made_and_fetched_once_and_a_list_comes_in(tablets, reviewed, scheme, tmp_path):
    running, ids = reviewed
    page = tablets(color_scheme=scheme)
    walk.sign_in(page, running.url)
    walk.screen(page, "Families")
    page.goto(f"{running.url}/files?film={ids['film']}")
    walk.screen(page, "Files")
    found = findings(page, "empty")
    page.get_by_label("Why").fill("Sam asked for it")
    page.get_by_label("Why").press("Tab")
    page.get_by_role("button", name="Make the file").click()
    link = page.get_by_role("link", name="Download")
    link.wait_for(timeout=60_000)
    found += findings(page, "made")
    for target in (link, page.get_by_role("button", name="Not needed")):
        assert target.bounding_box()["height"] >= 48
    address = f"{running.url}{link.get_attribute('href')}"
    with page.expect_download() as fetching:
        link.click()
    assert fetching.value.suggested_filename.startswith("film-1-clip-")
    with open(fetching.value.path(), "rb") as made:
        assert len(seen(made.read()).pictures) > 10
    page.get_by_text("Handed over on").wait_for(timeout=30_000)
    found += findings(page, "handed over")
    listed = tmp_path / "clips.csv"
    listed.write_text("0.4,1.0,She looks up\n", encoding="utf-8")
    with asked_for_files(page) as chooser:
        page.get_by_role("button", name="Choose a list of clips").click()
    chooser.value.set_files(listed)
    page.get_by_text("1 clip is on the bench now").wait_for(timeout=30_000)
    found += findings(page, "brought in")
    assert page.evaluate("(at) => fetch(at).then((answer) => answer.status)", address) == 404
    assert not found
