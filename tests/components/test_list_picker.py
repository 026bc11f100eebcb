"""The list picker: what is chosen is read in the browser and handed to the screen, once."""

import base64

from playwright.sync_api import Page, expect

from tests.components.axe import findings
from tests.components.showing import told
from tests.waiting import asked_for_files


def choose(page: Page, path):
    with asked_for_files(page) as chooser:
        page.get_by_role("button", name="Choose a list of clips").tap()
    chooser.value.set_files(path)


def test_a_file_is_handed_over_whole_and_may_be_chosen_again(page: Page, see, until, tmp_path):
    see("list_picker")
    one = tmp_path / "clips.csv"
    one.write_bytes("0.4,1.0,Éva looks\n".encode() + bytes(range(256)))
    for times in (1, 2):
        choose(page, one)
        until(lambda times=times: len(told(page)) == times)
    for name, said in told(page):
        assert (name, said["name"]) == ("picked", "clips.csv")
        assert base64.b64decode(said["data"]) == one.read_bytes()


def test_a_file_that_is_too_large_is_said_so_and_stays_where_it_is(page: Page, see, tmp_path):
    see("list_picker")
    large = tmp_path / "clips.csv"
    large.write_bytes(bytes(1001))
    choose(page, large)
    expect(page.get_by_text("too large to be such a list")).to_be_visible()
    assert told(page) == []
    assert findings(page) == []


def test_the_button_is_large_and_reached_by_keyboard(page: Page, see):
    root = see("list_picker")
    page.keyboard.press("Tab")
    expect(root.get_by_role("button")).to_be_focused()
    box = root.get_by_role("button").bounding_box()
    assert box["height"] >= 48
