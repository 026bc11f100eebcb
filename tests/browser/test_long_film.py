"""A film of a quarter of an hour lies on the bench as exactly, and is moved in as quickly."""

import io
import re
from pathlib import Path

import av
import pytest
from av.packet import Packet
from playwright.sync_api import Page, expect

from tests.browser import reference, walk
from tests.browser.conftest import bring, real_films
from tests.browser.rows import rows_of
from tests.browser.server import Server
from tests.browser.test_any_film import moved, painted
from tests.films.making import Wanted, make, unsteady
from tests.process.conftest import consent_to
from tests.seen import FILM
from tests.waiting import wait_for
from vigreview.process.consent import PURPOSES
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

REAL = "one-by-one-person-detection.mp4"  # more than two minutes, silent
LONG_S = 15 * 60
SAME = 0.99  # likeness of two pictures of one frame, one of them encoded again


def long_film(lap: bytes) -> bytes:
    """A film over and over, its packets copied as they are, until it is long."""
    held = io.BytesIO()
    with av.open(io.BytesIO(lap)) as source, av.open(held, "w", format="mp4") as into:
        track = source.streams.video[0]
        packets = [each for each in source.demux(track) if each.size]
        out = into.add_stream_from_template(track)
        last = max(packets, key=lambda each: each.pts or 0)
        assert last.pts is not None
        assert track.time_base is not None
        lasts = last.pts + (last.duration or 1)
        for number in range(int(LONG_S / (lasts * track.time_base)) + 1):
            for each in packets:
                copy = Packet(bytes(each))
                copy.pts, copy.dts = each.pts + number * lasts, each.dts + number * lasts
                copy.duration, copy.time_base = each.duration, each.time_base
                copy.is_keyframe, copy.stream = each.is_keyframe, out
                into.mux(copy)
    return held.getvalue()


@pytest.fixture
def lap() -> bytes:
    """A real film, where there are some; else a made one of uneven frames."""
    folder = real_films()
    film = (folder / REAL) if folder else None
    return film.read_bytes() if film and film.exists() else make(Wanted(unsteady(600)))


@pytest.mark.long
def test_a_quarter_of_an_hour_lies_on_the_bench_frame_for_frame(tablet: Page, tmp_path, lap):
    brought = tmp_path / "long.mp4"
    brought.write_bytes(long_film(lap))
    short = tmp_path / "lap.mp4"
    short.write_bytes(lap)
    times, frames = reference.frame_times(brought), len(reference.frame_times(short))
    assert times[-1] > LONG_S * 1e6
    server, film = a_server_with(brought, tmp_path / "vault")
    try:
        see(tablet, server, film)
        for part in (0.137, 0.731, 0.999):
            frame = goes_to(tablet, part)
            assert times[frame] == pytest.approx(part * times[-1], abs=1_500_000)
            shows(tablet, short, frame % frames)
        goes_by_single_frames(tablet, times)
        marks(tablet, server, times)
    finally:
        server.stop()


def a_server_with(film: Path, home: Path) -> tuple[Server, int]:
    vault = Vault.create(home, walk.PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    begin(practice, walk.NAME, walk.PIN)
    journey = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(practice, journey, PURPOSES)
    film_id = bring(practice, journey, film.read_bytes())
    vault.lock()
    wait_for(lambda: not list(home.glob("*-wal")))
    return Server(home).start(), film_id


def see(page: Page, server: Server, film: int) -> None:
    walk.sign_in(page, server.url)
    walk.screen(page, "Families")
    page.goto(f"{server.url}/clips?film={film}")
    walk.screen(page, "Clips of film 1")
    expect(page.locator(FILM)).to_have_attribute("data-frame", re.compile(r"\d+"))


def goes_to(page: Page, part: float) -> int:
    """Tap on the band there; gives the frame that is painted then."""
    box = page.locator(".band").bounding_box()
    assert box
    at = {"x": part * box["width"], "y": box["height"] / 2}
    moved(page, lambda: page.locator(".band").click(position=at))
    return frame_of(page)


def frame_of(page: Page) -> int:
    return int(page.locator(FILM).get_attribute("data-frame") or -1)


def shows(page: Page, film: Path, number: int) -> None:
    assert reference.likeness(painted(page), reference.upright_frame(film, number)) > SAME


def goes_by_single_frames(page: Page, times: list[int]) -> None:
    """At the closest each frame has its own place on the band, and a tap on it shows that frame."""
    goes_to(page, 0.5)
    page.get_by_role("button", name="Single frames").click()
    middle = frame_of(page)
    box, head = page.locator(".band").bounding_box(), page.locator(".band .cell").bounding_box()
    assert box
    assert head
    assert head["width"] > 48
    for by in (1, 2, -3):
        x = head["x"] - box["x"] + head["width"] * (by + 0.5)
        at = {"x": x, "y": box["height"] / 2}
        moved(page, lambda at=at: page.locator(".band").click(position=at))
        assert frame_of(page) == middle + by
    for key, by in [("ArrowRight", -2), ("ArrowRight", -1), ("ArrowLeft", -2)]:
        moved(page, lambda key=key: page.keyboard.press(key))
        assert frame_of(page) == middle + by
    page.get_by_role("button", name="Whole film").click()


def marks(page: Page, server: Server, times: list[int]) -> None:
    """Mark a moment far in and draw its end back, seen close: its edges are frames of the film."""
    first = goes_to(page, 0.8)
    page.keyboard.press("i")
    for _ in range(3):
        moved(page, lambda: page.keyboard.press("Shift+ArrowRight"))
    page.keyboard.press("o")
    last = frame_of(page)
    expect(page.locator(".order li")).to_have_count(1)
    rows = rows_of(server.home)
    assert rows.execute("select start_us, end_us from clips").fetchall() == [
        (times[first], times[last])
    ]
    page.get_by_role("button", name="Single frames").click()
    handle = page.get_by_role("slider", name="End of the clip")
    box = handle.bounding_box()
    cell = page.locator(".band .cell").bounding_box()
    assert box
    assert cell
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 2 * cell["width"], y, steps=5)
    page.mouse.up()
    edges = "select start_us, end_us from clips"
    wait_for(lambda: rows.execute(edges).fetchone() == (times[first], times[last - 2]))
    rows.close()
