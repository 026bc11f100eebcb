"""A file that is handed over comes whole and named, from the desk only, and is told of once."""

import httpx
import pytest

from tests.waiting import wait_for
from tests.web.servers import house
from vigreview.refusals import NotThere, Refused
from vigreview.web.downloads import download_routes
from vigreview.web.sessions import Narrowing

CONTENT = bytes(range(256)) * 4096


class PretendFile:
    length = len(CONTENT)
    media_type = "video/mp4"
    name = 'film-1 "ü".mp4'

    def __init__(self):
        self.leave = True
        self.events = []

    def read(self, start, length):
        return CONTENT[start : start + length]

    def allowed(self):
        return self.leave

    def close(self):
        self.events.append("closed")

    def handed_over(self):
        self.events.append("handed over")


@pytest.fixture
def file():
    return PretendFile()


@pytest.fixture
def here(file, tmp_path):
    def open_file(seat, number):
        if number == 404:
            raise NotThere
        if number == 403:
            raise Refused("There is no consent for Ada.")
        return file

    with house(lambda doors: download_routes(open_file, doors), tmp_path) as made:
        yield made


def handed(file, want):
    """Wait until the file has heard of something, which it may once the answer is there."""
    wait_for(lambda: want in file.events, 20)


def test_a_file_comes_whole_and_with_its_name_to_be_kept(asking, file):
    answer = asking.get("/files/7")
    assert answer.status_code == 200
    assert answer.content == CONTENT
    told = answer.headers["content-disposition"]
    assert told == "attachment; filename*=UTF-8''film-1%20%22%C3%BC%22.mp4"
    assert answer.headers["cache-control"] == "no-store"
    handed(file, "handed over")
    assert file.events == ["closed", "handed over"]


def test_looking_and_a_first_part_hand_nothing_over(asking, file):
    assert asking.head("/files/7").status_code == 200
    assert asking.get("/files/7", headers={"range": "bytes=0-99"}).content == CONTENT[:100]
    handed(file, "closed")
    assert "handed over" not in file.events
    rest = asking.get("/files/7", headers={"range": "bytes=100-"})
    assert rest.content == CONTENT[100:]
    handed(file, "handed over")


def test_consent_that_is_taken_back_ends_it_in_the_middle(asking, file):
    file.leave = False
    with pytest.raises(httpx.RemoteProtocolError):
        asking.get("/files/7")
    handed(file, "closed")
    assert "handed over" not in file.events


def test_it_says_why_not(asking):
    refused = asking.get("/files/403")
    assert (refused.status_code, refused.text) == (403, "There is no consent for Ada.")
    assert asking.get("/files/404").status_code == 404
    assert asking.post("/files/7").status_code == 405


def test_nobody_else_gets_it(here, asking, file):
    assert httpx.get(f"{here.url}/files/7").status_code == 401
    assert asking.get("/files/7", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert asking.get("/files/7", headers={"sec-fetch-site": "none"}).status_code == 403
    here.doors.narrow(asking.session, Narrowing(3, "review", frozenset({7}), frozenset({7})))
    assert asking.get("/files/7").status_code == 403
    assert file.events == []
