import logging
import uuid

import httpx
import pytest

from tests.web.servers import house
from vigreview.refusals import Refused, Unusable
from vigreview.web.acts import MOST_BYTES, act_routes

ACT = str(uuid.uuid4())
WORDS = "she looked at me and waited"


def apply(seat, act, verb, args):
    if verb == "refuse":
        raise Refused("There is no consent for that.")
    if verb == "nonsense":
        raise Unusable("Please say how long it was.")
    if verb == "break":
        raise ValueError(args["words"])
    return {"who": seat.session.practitioner, "act": act, **args}


@pytest.fixture
def here(tmp_path):
    with house(lambda doors: act_routes(apply), tmp_path) as made:
        yield made


@pytest.fixture
def send(here):
    _, headers = here.begin()

    def post(content=None, **kept):
        return httpx.post(f"{here.url}/acts", headers=headers, content=content, json=kept or None)

    return post


def test_an_act_is_kept_and_its_result_told(send):
    answer = send(act=ACT, verb="notice", args={"words": WORDS})
    assert answer.status_code == 200
    told = {"who": "Robin", "act": ACT, "words": WORDS}
    assert answer.json() == {"kept": True, "result": told}


def test_a_refusal_and_a_mistake_are_one_sentence(send):
    refused = send(act=ACT, verb="refuse")
    assert (refused.status_code, refused.json()) == (
        403,
        {"sentence": "There is no consent for that."},
    )
    mistaken = send(act=ACT, verb="nonsense")
    assert (mistaken.status_code, mistaken.json()) == (
        400,
        {"sentence": "Please say how long it was."},
    )


def test_what_fails_is_said_without_what_was_typed(send, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = send(act=ACT, verb="break", args={"words": WORDS})
    assert answer.status_code == 500
    assert "ValueError" in caplog.text
    assert WORDS not in caplog.text + answer.text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b'{"act": "1", "verb": "notice"}',
        b'{"act": 7, "verb": "notice"}',
        b'{"verb": "notice", "args": {}}',
        b'{"act": "6a4c5f4e-5a5e-4d3c-9d6e-0d5d5b1c2a3f", "verb": "x", "args": []}',
        b" " * (MOST_BYTES + 1),
    ],
)
def test_what_is_no_act_is_refused(send, content):
    assert send(content).status_code == 400


def test_nothing_is_kept_without_the_cookie_or_from_another_origin(here):
    _, headers = here.begin()
    act = {"act": ACT, "verb": "notice"}

    def status(**changed):
        wanted = {k: v for k, v in {**headers, **changed}.items() if v}
        return httpx.post(f"{here.url}/acts", headers=wanted, json=act).status_code

    assert status() == 200
    assert status(cookie="") == 401
    assert status(cookie="vigreview=x") == 401
    assert status(origin="") == 403
    assert status(origin="null") == 403
    assert status(origin=f"http://localhost:{here.port}") == 403
    assert status(origin="http://127.0.0.1:1") == 403
    assert status(host="evil.example") == 403
    assert status(**{"sec-fetch-site": "same-site"}) == 403
