"""A service fills in the table of the principles, brings it back, and reads it on the bench."""

import pytest

from tests.browser import walk
from tests.browser.test_every_screen import findings


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_a_table_goes_out_comes_back_and_its_words_are_on_the_bench(
    tablets, reviewed, scheme, tmp_path
):
    running, ids = reviewed
    page = tablets(color_scheme=scheme)
    walk.sign_in(page, running.url)
    walk.screen(page, "Families")
    page.goto(f"{running.url}/settings")
    walk.screen(page, "Settings")
    with page.expect_download() as fetching:
        page.get_by_role("button", name="Download the table").click()
    assert fetching.value.suggested_filename == "principles.csv"
    with open(fetching.value.path(), encoding="utf-8-sig", newline="") as made:
        table = made.read()
    bring(page, tmp_path / "too early.csv", table)
    page.get_by_text("Say in the line “Source” where this wording comes from.").wait_for()
    found = findings(page, "what is missing")
    theirs = table.replace("Source,,,", "Source,,© Our service,").replace("Waiting,", "We wait,")
    bring(page, tmp_path / "filled in.csv", theirs)
    take = page.get_by_role("button", name="Use this wording")
    take.wait_for()
    found += findings(page, "beside ours")
    for name in ("Download the table", "Bring it back", "Use this wording", "Not now"):
        assert page.get_by_role("button", name=name).bounding_box()["height"] >= 48
    take.click()
    page.get_by_text("In use now: © Our service").wait_for()
    page.goto(f"{running.url}/clips?film={ids['film']}")
    page.get_by_role("button", name="Encouraging initiatives").click()
    page.get_by_role("button", name="We wait").click()
    page.get_by_text("© Our service").wait_for()
    found += findings(page, "on the bench")
    assert not found


def bring(page, path, table):
    path.write_text(table, encoding="utf-8", newline="")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bring it back").click()
    chooser.value.set_files(path)
