import threading

import httpx
import pytest

from tests.web.servers import SAME_ORIGIN, house
from vigreview.process.watching import FILM_STREAMS
from vigreview.refusals import NotThere, Refused
from vigreview.web.sessions import Narrowing
from vigreview.web.streaming import PIECE_BYTES, film_routes, wanted_range

FILM = bytes(range(256)) * 4096 * 40  # 40 MiB: more than any buffer on the way holds


class PretendStream:
    length = len(FILM)
    media_type = "video/mp4"

    def __init__(self):
        self.leave = True
        self.reads = []
        self.closed = threading.Event()

    def read(self, start, length):
        self.reads.append((start, length))
        return FILM[start : start + length]

    def allowed(self):
        return self.leave

    def close(self):
        self.closed.set()


class Shelf:
    """Opens a stream for anybody, and remembers it."""

    def __init__(self):
        self.opened = []

    def __call__(self, session, kind, number, stream):
        if number == 404:
            raise NotThere
        if number == 403:
            raise Refused("This film may not be played.")
        self.opened.append((kind, number, stream, PretendStream()))
        return self.opened[-1][3]


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def here(shelf, tmp_path):
    with house(lambda doors: film_routes(shelf, doors), tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        (None, None),
        ("", None),
        ("bytes=0-0", (0, 1)),
        ("bytes=0-", (0, 100)),
        ("bytes=90-200", (90, 100)),
        ("bytes=-10", (90, 100)),
        ("bytes=-500", (0, 100)),
        ("bytes=5-4", None),
        ("bytes=0-1,3-4", None),
        ("bytes=-", None),
        ("frames=0-1", None),
    ],
)
def test_ranges(header, wanted):
    assert wanted_range(header, 100) == wanted


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_ranges_outside(header):
    with pytest.raises(ValueError, match="lies in the stream"):
        wanted_range(header, 100)


def test_a_film_comes_whole_and_in_pieces_of_a_quarter_mebibyte(asking, shelf):
    answer = asking.get("/films/7/playing")
    assert answer.status_code == 200
    assert answer.content == FILM
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["cache-control"] == "no-store"
    kind, number, stream, opened = shelf.opened[0]
    assert (kind, number, stream) == ("film", 7, "playing")
    assert max(length for _, length in opened.reads) == PIECE_BYTES
    assert opened.closed.wait(30)


@pytest.mark.parametrize("stream", FILM_STREAMS)
def test_each_stream_that_a_screen_may_name_has_its_route(asking, stream):
    assert asking.head(f"/films/7/{stream}").status_code == 200
    assert asking.head(f"/films/7/{stream}-").status_code == 404


def test_a_range_comes_exactly(asking):
    answer = asking.get("/clips/3", headers={"range": "bytes=1000-300000"})
    assert answer.status_code == 206
    assert answer.content == FILM[1000:300001]
    assert answer.headers["content-range"] == f"bytes 1000-300000/{len(FILM)}"
    last = asking.get("/stills/3", headers={"range": "bytes=-7"})
    assert last.content == FILM[-7:]


def test_a_range_past_the_end_is_said_to_be_so(asking, shelf):
    answer = asking.get("/clips/3", headers={"range": f"bytes={len(FILM)}-"})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{len(FILM)}"
    assert shelf.opened[0][3].closed.wait(30)


def test_head_tells_the_length_and_reads_nothing(asking, shelf):
    answer = asking.head("/films/7/playing")
    assert answer.status_code == 200
    assert answer.headers["content-length"] == str(len(FILM))
    assert shelf.opened[0][3].reads == []
    assert shelf.opened[0][3].closed.wait(30)


def test_what_is_refused_or_gone_says_so(asking):
    refused = asking.get("/films/403/playing")
    assert (refused.status_code, refused.text) == (403, "This film may not be played.")
    assert asking.get("/films/404/playing").status_code == 404
    assert asking.get("/films/7/names").status_code == 404


@pytest.mark.parametrize("site", [None, "none", "same-site", "cross-site"])
def test_only_our_own_pages_may_play(here, site):
    _, headers = here.begin()
    headers.pop("sec-fetch-site")
    if site:
        headers["sec-fetch-site"] = site
    assert httpx.get(f"{here.url}/clips/3", headers=headers).status_code == 403


def test_nobody_plays_without_the_cookie(here, shelf):
    assert httpx.get(f"{here.url}/clips/3", headers=SAME_ORIGIN).status_code == 401
    assert shelf.opened == []


def until_cut_off(answer):
    """Read on to where the connection drops; return how many more bytes came."""
    more = []
    with pytest.raises(httpx.RemoteProtocolError):
        more.extend(len(piece) for piece in answer.iter_raw())
    return sum(more)


def test_leave_withdrawn_while_playing_stops_the_next_piece(asking, shelf):
    with asking.stream("GET", "/films/7/playing") as answer:
        opened = shelf.opened[0][3]
        opened.leave = False
        assert until_cut_off(answer) < len(FILM) // 2
    assert opened.closed.wait(30)


@pytest.mark.parametrize("change", ["lock", "narrow"])
def test_a_lock_or_a_narrowing_cuts_off_what_is_playing(asking, here, shelf, change):
    with asking.stream("GET", "/films/7/playing") as answer:
        if change == "lock":
            here.doors.lock(asking.session)
        else:
            here.doors.narrow(asking.session, Narrowing(1, "review"))
        assert until_cut_off(answer) < len(FILM) // 2
    assert shelf.opened[0][3].closed.wait(30)


def test_a_player_that_goes_away_stops_the_reading(asking, shelf):
    with asking.stream("GET", "/films/7/playing") as answer:
        next(answer.iter_raw())
    assert shelf.opened[0][3].closed.wait(30)
    assert sum(length for _, length in shelf.opened[0][3].reads) < len(FILM) // 2


def test_together_only_the_chosen_clips_and_stills_are_there(asking, here):
    narrowing = Narrowing(1, "review", clips=frozenset({3}), stills=frozenset({5}))
    here.doors.narrow(asking.session, narrowing)
    assert asking.head("/clips/3").status_code == 200
    assert asking.head("/stills/5").status_code == 200
    refused = ["/clips/5", "/stills/3", "/films/3/playing", "/films/3/strip", "/clips/03"]
    assert [asking.head(path).status_code for path in refused] == [403] * len(refused)
    assert here.notes == [(asking.session, f"HEAD {path}") for path in refused]
