"""What opens, lies over or fails on a shared review's screens is as good as the screens are."""

import pytest
from playwright.sync_api import expect

from tests.browser import walk
from tests.browser.conftest import LANDSCAPE, PORTRAIT, check_all
from tests.browser.motion import moves, watched
from tests.browser.rows import rows_of
from tests.browser.states import Review
from tests.browser.targets import too_small, too_small_together
from tests.browser.test_every_screen import CUT_OFF, findings
from vigreview.process import languages, together
from vigreview.process.helping_question import rate
from vigreview.process.microanalysis import clips, describe_clip
from vigreview.process.practice import Practice
from vigreview.vault.store import Vault

TWICE_AS_LARGE = [
    {side: length // 2 for side, length in way.items()} for way in (LANDSCAPE, PORTRAIT)
]


@pytest.fixture
def speaking(cuttable, reviewed):
    """Return a review in a language, with captions and a rating of before."""
    page, proxy, url = cuttable
    server, ids = reviewed
    opened = []

    def in_language(code: str) -> Review:
        server.stop()
        vault = Vault.open(server.home, walk.PASSPHRASE)
        practice = Practice(vault)
        earlier = together.open_question_sitting(practice, ids["journey"])
        rate(Practice(vault, earlier), "now", 4)
        together.close(Practice(vault, earlier))
        for clip in clips(practice, ids["film"]):
            describe_clip(practice, clip.id, captions="There you are, my love")
        if code != "en":
            check_all(practice, code)
            languages.speak(practice, ids["sitting"], code)
        vault.lock()
        server.start()
        opened.append(rows_of(server.home))
        return Review(page, proxy, opened[0], url, ids, with_steps=code != "en")

    yield in_language
    for rows in opened:
        rows.close()


@pytest.mark.long
@pytest.mark.parametrize("code", ["en", "ur"])
def test_what_lies_between_the_screens_is_as_good_as_they_are(speaking, code):
    """Nothing for axe, none too small for a finger, nothing cut off at 200 %, nothing moves."""
    review = speaking(code)
    watched(review.page).emulate_media(color_scheme="light", reduced_motion="reduce")
    found = [one for name in review.states() for one in looked_at(review.page, name)]
    assert not found
    review.page.emulate_media(reduced_motion="no-preference")
    assert moves(review.page, "for whoever did not ask")  # so it would have been seen


def looked_at(page, name):
    """What is wrong with what is on the screen: light and lying, dark and upright, and at 200 %."""
    expect(page.locator("[data-stale=true]")).to_have_count(0)  # dim while it is drawn anew
    found = [
        *findings(page, f"{name}, light"),
        *too_small(page, name),
        *too_small_together(page, name),
        *moves(page, name),
    ]
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PORTRAIT)
    found += findings(page, f"{name}, dark")
    for size in TWICE_AS_LARGE:
        page.set_viewport_size(size)
        found += [f"{name}, {size['width']} wide: {one}" for one in page.evaluate(CUT_OFF)]
    page.set_viewport_size(LANDSCAPE)
    page.emulate_media(color_scheme="light")
    return found
