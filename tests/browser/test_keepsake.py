"""A keepsake is made of a review, watched, and fetched once: words, then the clip's own frames."""

import base64
import io
import re
import shutil

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser import walk
from tests.browser.server import Server
from tests.browser.test_every_screen import findings
from tests.films.making import RED, number_of, seen
from vigreview.process import shared_review, together
from vigreview.process.people import people
from vigreview.process.practice import Practice
from vigreview.vault.store import Vault

NOTICED = "I wait, and she looks at me"
MADE_WITHIN_MS = 120_000
FIRST, LAST = 25, 75  # frames of the first clip
PAPER = (251, 247, 242)

PAINTED = """async (video, at) => {
  const sought = new Promise((resolve) => video.addEventListener('seeked', resolve, {once: true}));
  const painted = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  video.currentTime = at;
  await sought;
  await painted;
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d').drawImage(video, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}"""


@pytest.fixture
def talked_about(tmp_path, reviewed_vault):
    """A server over a review in which the parent noticed something, and its ids."""
    home, ids = reviewed_vault
    shutil.copytree(home, tmp_path / "vault")
    vault = Vault.open(tmp_path / "vault", walk.PASSPHRASE)
    practice, seat = Practice(vault), Practice(vault, ids["sitting"])
    clip = shared_review.review_clips(practice, ids["sitting"])[0].id
    sam = people(practice, ids["journey"]).carers[0].id
    shared_review.notice(seat, clip, NOTICED, sam)
    shared_review.add_idea(seat, "Sing before the bath", sam)
    together.close(seat)
    vault.lock()
    running = Server(tmp_path / "vault").start()
    yield running, ids
    running.stop()


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_it_is_made_watched_and_taken_home(tablets, talked_about, scheme):
    running, ids = talked_about
    page = tablets(color_scheme=scheme)
    walk.sign_in(page, running.url)
    walk.screen(page, "Families")
    page.goto(f"{running.url}/journey?journey={ids['journey']}")
    walk.screen(page, "Ada and Sam")
    page.get_by_role("button", name="A keepsake of these moments").click()
    walk.screen(page, "Keepsake")
    expect(page.get_by_text(NOTICED).first).to_be_visible()
    found = findings(page, "keepsake")
    for choice in page.locator(".stCheckbox label, .stRadio [role=radiogroup] label").all():
        assert choice.bounding_box()["height"] >= 48
    page.get_by_role("button", name="Make the keepsake").click()
    page.get_by_role("button", name="Cancel").wait_for()
    page.get_by_role("heading", name="To take home").wait_for(timeout=MADE_WITHIN_MS)
    found += findings(page, "made")
    begins = the_clip_is_watched(page.locator("video"))
    page.get_by_label("Why").fill("Sam would like to keep it")
    page.get_by_label("Why").press("Tab")
    page.get_by_role("button", name="Hand it over as a file").click()
    link = page.get_by_role("link", name="Download")
    link.wait_for(timeout=MADE_WITHIN_MS)
    found += findings(page, "to be fetched")
    with page.expect_download() as fetching:
        link.click()
    assert fetching.value.suggested_filename == "film-1-keepsake.mp4"
    with open(fetching.value.path(), "rb") as file:
        taken = seen(file.read())
    at = dict(zip(taken.times, taken.pictures, strict=True))
    for number in (FIRST, LAST):
        assert number_of(at[begins + (number - FIRST) * 40_000]) == number
    page.get_by_text(re.compile(r"Handed over on \d")).wait_for(timeout=30_000)
    assert not found


def the_clip_is_watched(video):
    """Look at the first card and at the clip's edges; return when it begins, in microseconds."""

    def picture(at_us):
        painted = base64.b64decode(video.evaluate(PAINTED, at_us / 1e6 + 0.001))
        return np.asarray(Image.open(io.BytesIO(painted)).convert("RGB"))

    assert off(picture(1_000_000), PAPER) < 8
    # Cards stay for whole fifths of a second, and then fade for 12 frames.
    begins = next(at for at in range(4_480_000, 12_000_000, 200_000) if off(picture(at), RED) < 30)
    assert number_of(picture(begins + 40_000)) == FIRST + 1
    assert number_of(picture(begins + (LAST - FIRST) * 40_000)) == LAST
    return begins


def off(picture, colour):
    """By how much the picture's upper left corner differs from a colour."""
    return np.abs(picture[8, 8].astype(int) - colour).max()
