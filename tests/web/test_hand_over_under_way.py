"""The tablet changes hands while a request is under way: nothing crosses from one to the other."""

import io
import json
import threading
import uuid
from contextlib import nullcontext

import httpx
import pytest

from tests.web.servers import PretendVault, held_back, house
from vigreview import wiring
from vigreview.process import settings, together
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault
from vigreview.web.acts import act_routes
from vigreview.web.sessions import Narrowing, SeatLeft, Sessions
from vigreview.web.streaming import film_routes
from vigreview.web.uploads import upload_routes

WORDS = "what only the first family said"


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    vault = Vault.create(tmp_path_factory.mktemp("hand over"), "a warm kitchen", new_recovery_key())
    settings.begin(Practice(vault), "Kim", "4711")
    yield Practice(vault)
    vault.lock()


@pytest.fixture
def sittings(practice):
    """The times together of two families."""
    families = [
        add_family(practice, name, [Carer(name, "Dada", name)], [Baby("Ada")])
        for name in ("Sam", "Jo")
    ]
    return [together.open_question_sitting(practice, family) for family in families]


@pytest.fixture
def here(practice):
    with house(lambda doors: act_routes(wiring.apply), practice.vault.home) as made:
        yield made


@pytest.fixture
def session_of(here, practice):
    """Sign in to the real vault; return the session and its page's headers."""
    session, token = here.doors.begin(practice.vault, "Kim")
    cookie = {"cookie": f"{here.cookie}={token}", "sec-fetch-site": "same-origin"}
    return session, {**cookie, **here.origin}


def hand_over(doors, practice, session, sitting):
    together.hand_over(practice, sitting)
    doors.narrow(session, Narrowing(sitting, "helping_question"))


def take_back(doors, practice, session):
    together.take_back(practice, session.narrowed.sitting_id)
    doors.widen(session)


def an_act(verb, **args):
    return {"act": str(uuid.uuid4()), "verb": verb, "args": args}


ACTS = [
    {"verb": "say", "step": "hope", "words": WORDS, "original": None},
    {"verb": "keep_draft", "box": "hope", "words": WORDS},
]


def all_words(practice):
    with practice.read() as db:
        return [str(row) for table in db.tables for row in table.rows if WORDS in str(row)]


@pytest.mark.parametrize("args", ACTS)
def test_words_held_back_are_not_kept_with_the_next_family(
    here, practice, sittings, session_of, args
):
    session, headers = session_of
    first, second = sittings
    hand_over(here.doors, practice, session, first)

    def the_next_family():
        take_back(here.doors, practice, session)
        hand_over(here.doors, practice, session, second)

    body = json.dumps(an_act(**args)).encode()
    answer = held_back(here, "POST /acts", headers, body, the_next_family)
    assert answer.partition("HTTP/1.1 ")[2].startswith("409")
    assert "The tablet has changed hands" in answer
    assert all_words(practice) == []


def test_words_held_back_past_a_lock_are_not_kept(here, practice, sittings, session_of):
    session, headers = session_of
    keeper, _ = here.doors.begin(practice.vault, "Kim")  # so that the vault itself stays open
    hand_over(here.doors, practice, session, sittings[0])
    body = json.dumps(an_act(**ACTS[0])).encode()
    answer = held_back(here, "POST /acts", headers, body, lambda: here.doors.lock(session))
    assert answer.partition("HTTP/1.1 ")[2].startswith("401")
    assert all_words(practice) == []
    assert not keeper.ended


@pytest.mark.parametrize("args", ACTS)
def test_a_change_that_waited_for_others_until_the_hand_over_is_not_made(practice, sittings, args):
    doors = Sessions()
    session, _ = doors.begin(practice.vault, "Kim")
    hand_over(doors, practice, session, sittings[0])
    seat = doors.seat(session)
    doors.narrow(session, Narrowing(sittings[1], "helping_question"))
    act = an_act(**args)
    with pytest.raises(SeatLeft):
        wiring.apply(seat, act["act"], act["verb"], act["args"])
    assert all_words(practice) == []


def test_an_act_sent_again_by_a_page_of_before_is_refused(here, practice, sittings, session_of):
    session, headers = session_of
    hand_over(here.doors, practice, session, sittings[0])
    its_page = session.badge
    act = {**an_act("say", step="hope", words="it is ours", original=None), "seat": its_page}
    assert httpx.post(f"{here.url}/acts", headers=headers, json=act).status_code == 200
    take_back(here.doors, practice, session)
    hand_over(here.doors, practice, session, sittings[1])
    assert httpx.post(f"{here.url}/acts", headers=headers, json=act).status_code == 409
    mine = {**act, "act": str(uuid.uuid4()), "seat": session.badge}
    assert httpx.post(f"{here.url}/acts", headers=headers, json=mine).status_code == 200


class Opened:
    """A film of the desk, opened while `then` happens."""

    length = 4
    media_type = "video/mp4"

    def __init__(self, then):
        self.closed = threading.Event()
        then()

    def read(self, start, length):
        return b"film"[start : start + length]

    def allowed(self):
        return True

    def close(self):
        self.closed.set()


@pytest.mark.parametrize(("change", "status"), [("narrow", 409), ("lock", 401)])
def test_a_film_asked_for_before_the_hand_over_does_not_play_after_it(tmp_path, change, status):
    opened = []

    def routes(doors):
        def then():
            (session,) = doors.all()
            doors.lock(session) if change == "lock" else doors.narrow(session, Narrowing(1, "r"))

        def open_stream(seat, kind, number, stream):
            assert seat.narrowing is None
            opened.append(Opened(then))
            return opened[0]

        return film_routes(open_stream, doors)

    with house(routes, tmp_path) as here:
        _, headers = here.begin()
        answer = httpx.get(f"{here.url}/films/7/playing", headers=headers)
    assert answer.status_code == status
    assert b"film" not in answer.content
    assert opened[0].closed.wait(30)


class Basket:
    """Takes in whatever comes."""

    def __init__(self):
        self.film = io.BytesIO()

    def held(self, seat, film_id):
        return 0, 1000

    def arriving(self, seat, film_id):
        return nullcontext(lambda offset, data: self.film.write(data))


@pytest.mark.parametrize(("change", "status"), [("narrow", "409"), ("lock", "401")])
def test_a_film_held_back_until_the_hand_over_is_not_taken_in(tmp_path, change, status):
    basket = Basket()
    with house(lambda doors: upload_routes(basket, doors), tmp_path) as here:
        session, headers = here.begin()
        here.doors.begin(PretendVault(tmp_path), "Robin")
        tus = {
            "tus-resumable": "1.0.0",
            "upload-offset": "0",
            "content-type": "application/offset+octet-stream",
        }
        then = {
            "narrow": lambda: here.doors.narrow(session, Narrowing(1, "review")),
            "lock": lambda: here.doors.lock(session),
        }[change]
        answer = held_back(here, "PATCH /uploads/7", {**headers, **tus}, b"x" * 1000, then)
    assert answer.partition("HTTP/1.1 ")[2].startswith(status)
    assert basket.film.getvalue() == b""
