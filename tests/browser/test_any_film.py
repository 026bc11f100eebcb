"""Every film that a phone made is brought, played, stepped and cut in real Chromium."""

import base64
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser import reference, walk
from tests.browser.conftest import LANDSCAPE, real_films
from tests.browser.server import Server
from tests.films.making import Picture, Wanted, make, steady, unsteady
from tests.process.conftest import consent_to
from vigreview.films.probe import probe
from vigreview.process.consent import PURPOSES
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

LIKE = 0.93  # of two pictures of the same frame, one of them made smaller and encoded again
HDR_LIKE = 0.88  # where the other is not tone mapped: ffmpeg shows such films flat and grey
IN_STEP = 0.04  # seconds
AUDIBLE = 0.01  # of full scale: what is fainter is no sound to hold against another
HIGHEST_CLIP = 200

MADE = {
    "a phone on its side": Wanted(unsteady(60), rotation=90, sound="aac"),
    "a camera of long ago": Wanted(steady(60), codec="mpeg4", container="avi", clock=25),
}

PAINT = """video => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    canvas.getContext("2d").drawImage(video, 0, 0);
    return canvas.toDataURL("image/png").split(",")[1];
}"""

FETCH = """async (path) => {
    const answer = await fetch(path);
    if (!answer.ok) return "";
    const bytes = new Uint8Array(await answer.arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192)
        text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
}"""


@dataclass(frozen=True)
class Known:
    """What is known of a film beforehand. `size` as shown; `span_s` from the first frame to the
    last, or None where packets that are not shown count in it."""

    path: Path
    size: tuple[int, int]
    span_s: float | None
    has_sound: bool


def known_films() -> dict[str, dict[str, Any]]:
    folder = real_films()
    if folder is None:
        return {}
    rows = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    rows = rows["files"] if isinstance(rows, dict) else rows
    return {row["file"]: row for row in rows if row["verdict"] == "plays"}


FILMS = known_films()


@dataclass
class Desk:
    """A practitioner at the desk with many families, each still without a film."""

    page: Page
    url: str
    journeys: list[int]


@pytest.fixture(scope="module")
def desk(chromium, tmp_path_factory):
    home = tmp_path_factory.mktemp("any film") / "vault"
    vault = Vault.create(home, walk.PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    begin(practice, walk.NAME, walk.PIN)
    journeys = []
    for number in range(len(FILMS) + len(MADE)):
        family = add_family(practice, f"Family {number + 1}", [Carer("Sam")], [Baby("Ada")])
        consent_to(practice, family, PURPOSES)
        journeys.append(family)
    vault.lock()
    server = Server(home).start()
    context = chromium.new_context(viewport=LANDSCAPE, has_touch=True)
    page = context.new_page()
    page.set_default_timeout(30_000)
    walk.sign_in(page, server.url)
    walk.screen(page, "Families")
    yield Desk(page, server.url, journeys)
    context.close()
    server.stop()


@pytest.mark.long
@pytest.mark.parametrize("name", FILMS)
def test_a_real_film_is_brought_played_stepped_and_cut(desk, tmp_path, name):
    row = FILMS[name]
    folder = real_films()
    assert folder
    span = None if row["first_frame_s"] < 0 else row["last_frame_s"] - row["first_frame_s"]
    size = row["shown_width"], row["shown_height"]
    known = Known(folder / name, size, span, bool(row["audio"]))
    brought_played_stepped_and_cut(desk, known, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("name", MADE)
def test_a_made_film_is_brought_played_stepped_and_cut(desk, tmp_path, name):
    wanted, path = MADE[name], tmp_path / "a film"
    path.write_bytes(make(wanted))
    size = wanted.size[::-1] if wanted.rotation % 180 else wanted.size
    span = (wanted.times[-1] - wanted.times[0]) / 1e6
    brought_played_stepped_and_cut(desk, Known(path, size, span, bool(wanted.sound)), tmp_path)


def brought_played_stepped_and_cut(desk: Desk, known: Known, work: Path) -> None:
    page = desk.page
    page.goto(f"{desk.url}/film?journey={desk.journeys.pop()}")
    walk.screen(page, "Films")
    walk.bring_film(page, known.path)
    expect(page.get_by_role("button", name="Find the clips")).to_be_visible(timeout=180_000)
    page.get_by_role("button", name="Find the clips").click()
    walk.screen(page, "Clips of film 1")
    video = page.locator("video")
    expect(video).to_have_attribute("data-frame", "0")
    looks_right(page, known)
    first = painted(page)
    for number in (1, 2):
        walk.step(page, "One frame on")
        expect(video).to_have_attribute("data-frame", str(number))
    third = painted(page)
    is_that_frame(third, known.path, 2)
    sound_is_in_step(page, known, work)
    walk.step(page, "One frame back")
    walk.step(page, "One frame back")
    assert reference.likeness(painted(page), first) > 0.999
    cut(page)
    frames = newest_clip(page)
    assert len(frames) == 3
    assert reference.likeness(frames[0], first) > LIKE
    assert reference.likeness(frames[-1], third) > LIKE


def looks_right(page: Page, known: Known) -> None:
    """Upright and not squashed, and as long as it is."""
    told = page.locator("video").evaluate("v => [v.videoWidth, v.videoHeight, v.duration]")
    width, height, duration = told
    scale = max(known.size) / max(width, height)
    assert width * scale == pytest.approx(known.size[0], abs=1.01 * scale)
    assert height * scale == pytest.approx(known.size[1], abs=1.01 * scale)
    times = np.frombuffer(fetched(page, page_path(page, "times")), dtype="<i8")
    span = (int(times[-1]) - int(times[0])) / 1e6
    if known.span_s is not None:
        assert span == pytest.approx(known.span_s, abs=0.04)
    assert span <= duration - times[0] / 1e6 + 0.04


def is_that_frame(seen: Picture, film: Path, number: int) -> None:
    wanted = reference.upright_frame(film, number)
    assert reference.best_turned(wanted, seen) == "as it is"
    assert reference.likeness(wanted, seen) > (HDR_LIKE if is_hdr(film) else LIKE)


def is_hdr(film: Path) -> bool:
    with film.open("rb") as file:
        return probe(file).hdr


def sound_is_in_step(page: Page, known: Known, work: Path) -> None:
    if not known.has_sound:
        return
    played = work / "played"
    source = page.locator("video").evaluate("v => v.currentSrc || v.src")
    played.write_bytes(fetched(page, source))
    one, other = reference.sound(known.path), reference.sound(played)
    if np.abs(one).max() > AUDIBLE:
        assert abs(reference.out_of_step(one, other)) <= IN_STEP


def cut(page: Page) -> None:
    """Mark the first three frames as a clip, and have its copy made."""
    marks = page.get_by_role("group", name="Mark a clip")
    marks.get_by_role("button", name="Start here").click()
    walk.step(page, "One frame on")
    walk.step(page, "One frame on")
    marks.get_by_role("button", name="End here").click()
    expect(page.locator(".order li")).to_have_count(1)
    walk.drawn(page)
    page.get_by_role("button", name="Chosen", exact=True).click()
    expect(page.get_by_text("· chosen")).to_have_count(1)
    walk.drawn(page)
    page.get_by_role("button", name="Get the shared review ready").click()
    walk.screen(page, "Getting ready")
    hand_over = page.get_by_role("button", name="Hand over the tablet")
    expect(hand_over).to_be_visible(timeout=60_000)


def newest_clip(page: Page) -> list[Picture]:
    """All frames of the clip that was cut last."""
    for number in range(HIGHEST_CLIP, 0, -1):
        sent = fetched(page, f"/clips/{number}")
        if sent:
            with av.open(io.BytesIO(sent)) as copy:
                return [frame.to_ndarray(format="rgb24") for frame in copy.decode(video=0)]
    raise AssertionError("no clip was cut")


def page_path(page: Page, stream: str) -> str:
    """The path of another stream of the film that is on the bench."""
    source = page.locator("video").evaluate("v => new URL(v.currentSrc || v.src).pathname")
    return f"{source.rpartition('/')[0]}/{stream}"


def fetched(page: Page, path: str) -> bytes:
    return base64.b64decode(page.evaluate(FETCH, path))


def painted(page: Page) -> Picture:
    """What the film shows just now."""
    png = base64.b64decode(page.locator("video").evaluate(PAINT))
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
