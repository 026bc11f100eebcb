"""The whole path in real Chromium: from an empty device to the journey page, film by film."""

import base64
import io
import json
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.browser.conftest import real_films
from tests.films.making import Wanted, make, number_of, steady, unsteady
from tests.seen import FILM
from vigreview.films.drawn import draw_demo_film

WORDS = "I wait for her, and then I smile"


# Where there are no real films: what phones and browsers make.
MADE = {
    "a phone on its side": Wanted(unsteady(100), rotation=90, sound="aac"),
    "a phone upside down": Wanted(steady(100), rotation=180, b_frames=2),
    "a browser's recording": Wanted(
        unsteady(100), codec="libvpx-vp9", container="webm", clock=1000, sound="libopus"
    ),
    "a newer phone": Wanted(steady(100), codec="libx265", container="mov"),
}


def main_films() -> list[str]:
    folder = real_films()
    if folder is None:
        return list(MADE)
    rows = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    rows = rows["files"] if isinstance(rows, dict) else rows
    return [row["file"] for row in rows if row.get("main")]


def test_a_first_journey_on_a_made_film(tablet, server, made_film):
    walked = first_journey(tablet, server.start(), made_film)
    # From the film's first frame to the one a second later, both included, and nothing past it.
    assert [number_of(frame) for frame in walked.frames] == list(range(26))
    assert number_of(walked.painted) == 25


@pytest.mark.long
@pytest.mark.parametrize("name", main_films())
def test_a_first_journey_on_what_families_bring(tablet, server, tmp_path, name):
    folder = real_films()
    film = folder / name if folder else tmp_path / "made"
    if not folder:
        film.write_bytes(make(MADE[name]))
    walked = first_journey(tablet, server.start(), film)
    assert difference(walked.painted, walked.frames[-1]) < 8


@pytest.mark.long
def test_a_first_journey_on_the_demo_film(tablet, server, tmp_path):
    film = tmp_path / "drawn.mp4"
    with film.open("w+b") as into:
        draw_demo_film(into)
    walked = first_journey(tablet, server.start(), film)
    assert difference(walked.painted, walked.frames[-1]) < 8


class Walked:
    """What was on the screen at the end of a clip, and every frame of what was sent for it."""

    def __init__(self, painted: np.ndarray, sent: bytes) -> None:
        with av.open(io.BytesIO(sent)) as copy:
            self.frames = [frame.to_ndarray(format="rgb24") for frame in copy.decode(video=0)]
            self.has_metadata = {
                key: value
                for key, value in copy.metadata.items()
                if key not in ("major_brand", "minor_version", "compatible_brands", "encoder")
            }
        self.painted = painted


def first_journey(page: Page, server, film: Path) -> Walked:
    walk.set_up(page, server.url)
    walk.new_family(page)
    question = walk.agree_question(page)
    walk.leave(page)
    page.get_by_role("button", name="Go on").click()
    walk.screen(page, "Consent")
    walk.consent_for_everybody(page)
    page.get_by_role("button", name="‹ Ada and Sam").click()
    walk.screen(page, "Ada and Sam")
    page.get_by_role("button", name="To the films").click()
    walk.screen(page, "Films")
    walk.bring_film(page, film)
    expect(page.get_by_role("button", name="Find the clips")).to_be_visible(timeout=120_000)
    page.get_by_role("button", name="Find the clips").click()
    walk.screen(page, "Clips of film 1")
    walk.mark_two_clips(page)
    page.get_by_role("button", name="Get the shared review ready").click()
    walk.screen(page, "Getting ready")
    page.get_by_role("button", name="Hand over the tablet").click(timeout=60_000)
    walk.screen(page, "Hello again")
    walk.go_on(page)
    walk.screen(page, "Our question")
    expect(page.get_by_text(question).first).to_be_visible()
    walk.go_on(page)
    walk.screen(page, "What did you notice?")
    sent = sent_for_the_clip(page)
    walked = Walked(painted_at_the_end(page), sent)
    assert not walked.has_metadata
    walk.say(page, WORDS)
    page.reload()
    walk.screen(page, "What did you notice?")
    expect(page.get_by_text(WORDS)).to_be_visible()
    finish_review(page)
    expect_on_journey_page(page, question)
    return walked


def painted_at_the_end(page: Page) -> np.ndarray:
    """Play the clip to its end and return what is painted then."""
    page.get_by_role("button", name="Play", exact=True).last.click()
    video = page.locator(FILM)
    video.evaluate(
        """video => new Promise(done =>
            video.ended ? done() : video.addEventListener("ended", done, { once: true }))"""
    )
    data = video.evaluate(
        """video => {
            const canvas = document.createElement("canvas");
            canvas.width = video.videoWidth;
            canvas.height = video.videoHeight;
            canvas.getContext("2d").drawImage(video, 0, 0);
            return canvas.toDataURL("image/png").split(",")[1];
        }"""
    )

    return np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB"))


def sent_for_the_clip(page: Page) -> bytes:
    """Return all that the server sends for the clip on the screen."""
    source = page.locator(FILM).evaluate("video => video.currentSrc || video.src")
    data = page.evaluate(
        """async (source) => {
            const bytes = new Uint8Array(await (await fetch(source)).arrayBuffer());
            let text = "";
            for (let at = 0; at < bytes.length; at += 8192)
                text += String.fromCharCode(...bytes.subarray(at, at + 8192));
            return btoa(text);
        }""",
        source,
    )

    return base64.b64decode(data)


def difference(one: np.ndarray, other: np.ndarray) -> float:
    """The mean difference of two pictures, 0 to 255, at the size of the first."""
    height, width = one.shape[:2]
    resized = np.asarray(Image.fromarray(other).resize((width, height)))
    return float(np.abs(one.astype(int) - resized.astype(int)).mean())


def finish_review(page: Page) -> None:
    page.get_by_role("button", name="What might Ada have been thinking?").click()
    walk.screen(page, "What might Ada have been thinking?")
    walk.say(page, "There you are")
    walk.go_on(page)
    walk.screen(page, "What did you notice?")
    walk.go_on(page)
    walk.screen(page, "What we take with us")
    walk.say(page, "Sing before the bath")
    walk.go_on(page)
    walk.screen(page, "How it feels now")
    page.get_by_role("radio", name="6").first.click()
    walk.go_on(page)
    walk.screen(page, "Looking back at today")
    for words in (WORDS, "There you are", "Sing before the bath"):
        expect(page.get_by_text(words)).to_be_visible()
    walk.go_on(page)
    walk.screen(page, "Next time")
    page.get_by_role("button", name="Close our review").click()
    walk.screen(page, "Thank you")
    walk.leave(page)


def expect_on_journey_page(page: Page, question: str) -> None:
    page.get_by_role("button", name="Open the journey").click()
    walk.screen(page, "Ada and Sam")
    for words in (question, WORDS, "There you are", "Sing before the bath"):
        expect(page.get_by_text(words).first).to_be_visible()
    expect(page.get_by_text("Plan film 2, or the ending")).to_be_visible()
    page.get_by_role("button", name="Play this moment").first.click()
    expect(page.locator(FILM)).to_be_visible()
