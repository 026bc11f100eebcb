"""Our frame times are those at which Chromium shows the frames, in films and in our copies."""

import io
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from playwright.sync_api import Page, Playwright

from tests.films.conftest import RealFilms
from tests.films.making import Wanted, is_upright, make, number_of, steady, unsteady
from tests.films.mending import with_edits
from tests.films.showing import playing_page, shown
from vigreview.films.clip import make_clip_copy
from vigreview.films.copy import make_playback_copy
from vigreview.films.probe import probe
from vigreview.films.times import frame_times

FILMS = {
    "steady": Wanted(steady(40, rate=30)),
    "b-frames": Wanted(unsteady(40), b_frames=4, key_every=20),
    "b-frames and sound": Wanted(unsteady(40), b_frames=3, key_every=40, sound="aac"),
    "starting late": Wanted(steady(40, start=200_000), b_frames=2, sound="aac"),
    "on its side": Wanted(unsteady(40), rotation=90, sound="aac"),
    "another side": Wanted(unsteady(40), rotation=270, container="mov"),
    "upside down": Wanted(unsteady(40), rotation=180, pixels="yuvj420p"),
    "vp9": Wanted(unsteady(40), codec="libvpx-vp9", container="webm", clock=1000, sound="libopus"),
    "mirrored": Wanted(unsteady(40), mirrored=True, rotation=90, sound="aac", b_frames=2),
}
PLAIN, LEANING = Wanted(steady(40)), Wanted(steady(40), b_frames=2, sound="aac")
SECOND = 90_000  # ticks of their clock
LATER = 7_200  # ticks by which leaning pictures are shown later than they are decoded
EDITED = {  # the film, its edits, the numbers of the frames that are shown
    "starting with nothing": (PLAIN, [(500, -1), (1600, 0)], range(40)),
    "trimmed to a key frame": (PLAIN, [(1120, SECOND * 12 // 25)], range(12, 40)),
    "trimmed to any frame": (PLAIN, [(1000, SECOND * 15 // 25)], range(15, 40)),
    "trimmed at its end": (PLAIN, [(1000, 0)], range(25)),
    "trimmed at both": (PLAIN, [(600, SECOND * 15 // 25)], range(15, 30)),
    "trimmed between frames": (PLAIN, [(610, SECOND * 61 // 100)], range(16, 31)),
    "leaning, with nothing first": (LEANING, [(500, -1), (1600, LATER)], range(40)),
    "leaning, trimmed": (LEANING, [(600, SECOND * 15 // 25 + LATER)], range(15, 30)),
    "leaning, all of it": (LEANING, [(1680, 0)], range(40)),
    "two pieces": (PLAIN, [(400, 0), (400, SECOND * 24 // 25)], [*range(10), *range(24, 34)]),
    "one piece twice": (PLAIN, [(400, 0), (400, 0)], [*range(10)] * 2),
}
QUICK = ("starting with nothing", "trimmed between frames", "leaning, trimmed")
MAIN = ["hero7.mp4", "fire2.mp4", "one-by-one-person-detection.mp4"]


@pytest.fixture(scope="module")
def page(playwright: Playwright) -> Iterator[Page]:
    with playing_page(playwright) as page:
        yield page


def middles(times: np.ndarray, end: int) -> list[int]:
    """A time at which each frame is on the screen."""
    return [int(each) for each in (times + np.append(times[1:], end)) // 2]


def copy_of(film: bytes) -> bytes:
    into = io.BytesIO()
    make_playback_copy(io.BytesIO(film), into, probe(io.BytesIO(film)))
    return into.getvalue()


@pytest.mark.parametrize("wanted", FILMS.values(), ids=FILMS)
def test_each_frame_is_shown_at_its_time(page: Page, wanted: Wanted) -> None:
    film = make(wanted)
    told = probe(io.BytesIO(film))
    films = [film, copy_of(film)] if told.plays_as_is else [copy_of(film)]
    for each in films:
        times = frame_times(io.BytesIO(each))
        with shown(page, each) as screen:
            seen, pictures = screen.at(middles(times.times, times.end), paint=True)
        assert screen.size == (told.width, told.height)
        assert seen == list(times.times)
        assert [number_of(picture) for picture in pictures] == list(range(40))
        assert all(is_upright(picture) for picture in pictures)


@pytest.mark.parametrize(
    ("wanted", "edits", "numbers"),
    [
        pytest.param(*one, id=name, marks=() if name in QUICK else pytest.mark.long)
        for name, one in EDITED.items()
    ],
)
def test_what_an_edit_list_leaves_is_shown_at_our_times(
    page: Page, wanted: Wanted, edits: list[tuple[int, int]], numbers: Sequence[int]
) -> None:
    film = with_edits(make(wanted), *edits)
    told = probe(io.BytesIO(film))
    assert told.plays_as_is
    assert told.frames == len(numbers)
    with shown(page, film) as screen:
        seen, pictures = screen.at(middles(told.times, told.duration_us), paint=True)
        played = screen.played(rate=0.5)
    assert seen == list(told.times)
    assert [number_of(picture) for picture in pictures] == list(numbers)
    assert set(played) <= set(told.times)


OFFSETS = {
    "earlier than its clock": (Wanted(steady(40, start=-200_000), b_frames=2), range(5, 40)),
    "negative offsets": (
        Wanted(steady(40), b_frames=2, muxing={"movflags": "negative_cts_offsets"}),
        range(40),
    ),
    "much later": (Wanted(steady(40, start=1_200_000), b_frames=2, sound="aac"), range(40)),
    "slow motion": (Wanted(steady(40, rate=240), b_frames=2, sound="aac"), range(40)),
}


@pytest.mark.parametrize(("wanted", "numbers"), OFFSETS.values(), ids=OFFSETS)
def test_wherever_it_starts_a_film_is_shown_at_our_times(
    page: Page, wanted: Wanted, numbers: Sequence[int]
) -> None:
    told = probe(io.BytesIO(film := make(wanted)))
    assert told.plays_as_is
    with shown(page, film) as screen:
        seen, pictures = screen.at(middles(told.times, told.duration_us), paint=True)
    assert seen == list(told.times)
    assert [number_of(picture) for picture in pictures] == list(numbers)


def test_a_film_in_which_a_browser_passes_over_frames_gets_a_copy_that_shows_them(
    page: Page,
) -> None:
    film = make(Wanted(steady(40), b_frames=2, muxing={"use_editlist": "0"}))
    told = probe(io.BytesIO(film))
    assert told.plays_as_is
    assert told.wants_scrub_copy
    asked = middles(told.times, told.duration_us)
    with shown(page, film) as screen:
        assert set(screen.at(asked)[0]) < set(told.times)
        assert set(screen.played(rate=0.5)) <= set(told.times)
    with shown(page, copy_of(film)) as screen:
        assert screen.at(asked)[0] == list(told.times)


@pytest.mark.parametrize("wanted", [FILMS["b-frames and sound"], FILMS["on its side"]])
def test_a_clip_is_shown_from_its_first_frame_to_its_last(page: Page, wanted: Wanted) -> None:
    film, into = make(wanted), io.BytesIO()
    told = probe(io.BytesIO(film))
    edges = int(told.times[7]), int(told.times[25])
    lasting = make_clip_copy(io.BytesIO(film), into, told, told.times, *edges)
    times = told.times[7:26] - told.times[7]
    with shown(page, into.getvalue()) as screen:
        seen, pictures = screen.at(middles(times, lasting), paint=True)
        played = screen.played(rate=0.5)
        ending, (last,) = screen.at([10**9], paint=True)
    assert seen == list(times)
    assert [number_of(picture) for picture in pictures] == list(range(7, 26))
    assert set(played) <= set(times)
    assert (ending, number_of(last)) == ([times[-1]], 25)
    assert screen.duration == pytest.approx(lasting / 1e6, abs=0.03)


@pytest.mark.long
@pytest.mark.parametrize("name", MAIN)
def test_real_films_are_shown_at_our_times(page: Page, real_films: RealFilms, name: str) -> None:
    for film in real_films.named(name):
        told = probe(io.BytesIO(film))
        assert told.plays_as_is
        asked = middles(told.times, told.duration_us)
        chosen = sorted({*range(0, len(asked), max(1, len(asked) // 30)), 1, len(asked) - 1})
        with shown(page, film) as screen:
            seen, _ = screen.at([asked[each] for each in chosen])
            assert seen == [int(told.times[each]) for each in chosen]
            assert screen.size == (told.width, told.height)
            if told.duration_us < 5_000_000:
                assert set(screen.played(rate=0.5)) <= set(told.times)
