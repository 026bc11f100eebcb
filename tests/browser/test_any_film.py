"""Every film that a phone made is brought, played, stepped and cut in real Chromium."""

import base64
import io
import json
from collections.abc import Callable
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
from tests.browser.rows import rows_of
from tests.browser.server import Server
from tests.films.making import Picture, Wanted, make, steady, unsteady
from tests.process.conftest import consent_to
from tests.seen import FILM
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
TELLING = 0.05  # levels of light: neighbours may be all but the same

MADE = {
    "a phone on its side": Wanted(unsteady(60), rotation=90, sound="aac"),
    "a camera of long ago": Wanted(steady(60), codec="mpeg4", container="avi", clock=25),
}

# A better copy that takes over just then has no picture for a moment.
PAINT = """async video => {
    const until = performance.now() + 30000;
    while ((video.readyState < 2 || video.seeking) && performance.now() < until)
        await new Promise((next) => requestAnimationFrame(next));
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
    rows: Any  # what is on the disk

    def newest_clip(self) -> tuple[int, int]:
        """The edges of the clip that was marked last, in microseconds."""
        return self.rows.execute("select start_us, end_us from clips order by id desc").fetchone()


@pytest.fixture(scope="module")
def desk(chromium, tmp_path_factory):
    home = tmp_path_factory.mktemp("any film") / "vault"
    vault = Vault.create(home, walk.PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    begin(practice, walk.NAME, walk.PIN)
    journeys = []
    for number in range(len(FILMS) + 2 * len(MADE)):
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
    rows = rows_of(home)
    yield Desk(page, server.url, journeys, rows)
    rows.close()
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
    brought_played_stepped_and_cut(desk, made(name, tmp_path), tmp_path)


@pytest.mark.parametrize("name", MADE)
def test_what_is_marked_has_the_very_times_of_its_frames(desk, tmp_path, name):
    known = made(name, tmp_path)
    on_the_bench(desk, known)
    marked_where_it_is(desk, known)


def made(name: str, folder: Path) -> Known:
    wanted, path = MADE[name], folder / "a film"
    path.write_bytes(make(wanted))
    size = wanted.size[::-1] if wanted.rotation % 180 else wanted.size
    span = (wanted.times[-1] - wanted.times[0]) / 1e6
    return Known(path, size, span, bool(wanted.sound))


def on_the_bench(desk: Desk, known: Known) -> None:
    page = desk.page
    page.goto(f"{desk.url}/film?journey={desk.journeys.pop()}")
    walk.screen(page, "Films")
    walk.bring_film(page, known.path)
    expect(page.get_by_role("button", name="Find the clips")).to_be_visible(timeout=180_000)
    page.get_by_role("button", name="Find the clips").click()
    walk.screen(page, "Clips of film 1")
    expect(page.locator(FILM)).to_have_attribute("data-frame", "0")


def brought_played_stepped_and_cut(desk: Desk, known: Known, work: Path) -> None:
    on_the_bench(desk, known)
    page, video = desk.page, desk.page.locator(FILM)
    looks_right(page, known)
    first, shown = painted(page), what_plays(page)
    for number in (1, 2):
        walk.step(page, "One frame on")
        expect(video).to_have_attribute("data-frame", str(number))
    third = painted(page)
    is_that_frame(third, known.path, 2)
    sound_is_in_step(page, known, work)
    walk.step(page, "One frame back")
    walk.step(page, "One frame back")
    # A better copy may have taken over meanwhile: the same frame, encoded once more.
    again = painted(page)
    alike = 0.999 if what_plays(page) == shown else LIKE
    assert reference.likeness(again, first) > alike
    marked_where_it_is(desk, known)
    cut(page)
    times = true_times(known.path)
    assert desk.newest_clip() == (times[0], times[2])
    frames = newest_clip(page)
    assert len(frames) == 3
    assert reference.likeness(frames[0], first) > LIKE
    assert reference.likeness(frames[-1], third) > LIKE


def true_times(film: Path) -> list[int]:
    """When each frame is shown, read by another program; a copy begins with its first at 0."""
    times = reference.frame_times(film)
    with film.open("rb") as file:
        origin = 0 if probe(file).plays_as_is else times[0]
    return [each - origin for each in times]


def marked_where_it_is(desk: Desk, known: Known) -> None:
    """Mark two frames in the middle of a film, and its last two: each has that frame's time."""
    page, times = desk.page, true_times(known.path)
    place = page.get_by_label("Place in the film")
    moved(page, place.click)  # to the middle of the film
    marked_here(desk, known, times)
    moved(page, lambda: place.press("Home"))
    moved(page, lambda: place.press("End"))
    walk.step(page, "One frame back")
    assert marked_here(desk, known, times) == len(times) - 1
    moved(page, lambda: place.press("Home"))


def marked_here(desk: Desk, known: Known, times: list[int]) -> int:
    """Mark this frame and the next as a clip; gives the number of the latter, which is shown."""
    page = desk.page
    before = page.locator(".order li").count()
    last = int(page.locator(FILM).get_attribute("data-frame") or -1) + 1
    marks = page.get_by_role("group", name="Mark a clip")
    marks.get_by_role("button", name="Start here").click()
    walk.step(page, "One frame on")
    marks.get_by_role("button", name="End here").click()
    expect(page.locator(".order li")).to_have_count(before + 1)
    walk.drawn(page)
    assert desk.newest_clip() == (times[last - 1], times[last])
    around = max(0, last - 1), min(len(times) - 1, last + 1)
    near = reference.upright_frames(known.path, *around, hdr=is_hdr(known.path))
    _, off = reference.which_of(painted(page), near)
    assert off[last - around[0]] < min(off) + TELLING, (last, off)
    return last


def moved(page: Page, act: Callable[[], object]) -> None:
    """Do what moves through the film, and wait until another frame is painted."""
    video = page.locator(FILM)
    before = video.get_attribute("data-frame") or ""
    act()
    expect(video).not_to_have_attribute("data-frame", before)


def looks_right(page: Page, known: Known) -> None:
    """Upright and not squashed, and as long as it is."""
    told = page.locator(FILM).evaluate("v => [v.videoWidth, v.videoHeight, v.duration]")
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
    played.write_bytes(fetched(page, what_plays(page)))
    one, other = reference.sound(known.path), reference.sound(played)
    if np.abs(one).max() > AUDIBLE:
        assert abs(reference.out_of_step(one, other)) <= IN_STEP


def cut(page: Page) -> None:
    """Mark the first three frames as a clip, and have its copy made."""
    marks = page.get_by_role("group", name="Mark a clip")
    marks.get_by_role("button", name="Start here").click()
    walk.step(page, "One frame on")
    walk.step(page, "One frame on")
    before = page.locator(".order li").count()
    marks.get_by_role("button", name="End here").click()
    expect(page.locator(".order li")).to_have_count(before + 1)
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
    return f"{what_plays(page).rpartition('/')[0]}/{stream}"


def what_plays(page: Page) -> str:
    """The path of the stream that the bench plays just now."""
    return str(page.locator(FILM).evaluate("v => new URL(v.currentSrc || v.src).pathname"))


def fetched(page: Page, path: str) -> bytes:
    return base64.b64decode(page.evaluate(FETCH, path))


def painted(page: Page) -> Picture:
    """What the film shows just now."""
    png = base64.b64decode(page.locator(FILM).evaluate(PAINT))
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
