"""The curious parent: with the tablet in their hands they try everything that the app has.

Every route, page, act and message is asked of the app itself, so that a new one is tried by
itself, and has to be opened here by name where it is meant for the two.
"""

import json
import re
import subprocess
import sys
import uuid
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import httpx
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.util import calc_hash
from websockets.exceptions import InvalidStatus

from tests.browser.rows import rows_of
from tests.browser.server import PROJECT, Server
from tests.browser.walk import NAME, PASSPHRASE, PIN
from tests.screens.lives import (
    a_clip,
    a_family,
    a_review,
    carer_of,
    make_copies,
    with_film,
    with_question,
)
from tests.web.browserless import page
from vigreview.process import together
from vigreview.process.acts import VERBS
from vigreview.process.microanalysis import clip
from vigreview.process.people import Baby, Carer
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.process.shared_review import add_idea, notice, plan_next
from vigreview.process.stills import stills_of, take_still
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault
from vigreview.web.narrowed import OPEN_PATHS
from vigreview.web.streaming import STREAMS

OURS = "He waited until she looked"
CURIOUS = "words that were to be kept nowhere"
SECRETS = ("Zebra", "Zebedee", "zebra words", "the moment left out", "a note for Kim alone")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
# What the screen between the two is made of; all else has to be refused.
THE_SCREEN = re.compile(
    r"/acts|/gate/(watch|here|cover|leave|assets.*)|/_stcore/(health|host-config|bidi-components/.*)"
)
ROUTES = """
import json
from app import app
print(json.dumps([route.path for route in app._build_starlette_app().routes]))
"""


@dataclass
class Family:
    """The ids of what a family has in the vault."""

    journey: int
    carer: int
    film: int
    clips: list[int] = field(default_factory=list)
    stills: list[int] = field(default_factory=list)
    sitting: int = 0
    noticing: int = 0
    idea: int = 0
    next: int = 0


def a_life(practice: Practice, called: str, carer: str, words: str) -> Family:
    """A family with a question, a film and a review in which something was said."""
    journey = a_family(practice, called, Carer(carer, "Dada", carer), Baby("Ada"))
    with_question(practice, journey, f"{words}?")
    film = with_film(practice, journey)
    one = Family(journey, carer_of(practice, journey), film)
    one.clips = [a_clip(practice, film, at, why="a note for Kim alone") for at in (0, 5)]
    make_copies(practice, film, *one.clips)
    one.sitting, seat = a_review(practice, film)
    one.stills = [
        still.id for made in one.clips for still in stills_of(practice, clip(practice, made))
    ]
    together.hand_over(practice, one.sitting)
    one.noticing = notice(seat, one.clips[0], words, one.carer)
    one.idea = add_idea(seat, words, one.carer)
    one.next = plan_next(seat, words)
    together.take_back(practice, one.sitting)
    with practice.write() as db:
        db.execute("update jobs set state = 'done', progress = 1")  # this film has no picture
    return one


class House:
    """The running app: our family's review is ready, another family is in the same practice."""

    def __init__(self, home: Path) -> None:
        vault = Vault.create(home, PASSPHRASE, new_recovery_key())
        practice = Practice(vault)
        begin(practice, NAME, PIN)
        self.other = a_life(practice, "The Zebra family", "Zebedee", "zebra words")
        self.ours = a_life(practice, "Ada and Sam", "Sam", OURS)
        left_out = a_clip(practice, self.ours.film, 12, chosen=False, name="the moment left out")
        make_copies(practice, self.ours.film, left_out)
        still = take_still(practice, self.ours.film, 13_000_000, left_out)
        self.left_out = Family(
            self.ours.journey, self.ours.carer, self.ours.film, [left_out], [still]
        )
        vault.lock()
        self.server = Server(home).start()
        self.rows = rows_of(home)
        self.ask = httpx.Client(base_url=self.server.url, timeout=30)
        self.ask.headers.update({"origin": self.server.url, "sec-fetch-site": "same-origin"})
        self.ask.post("/sign-in", data={"passphrase": PASSPHRASE})
        self.place = f"/shared_review?sitting={self.ours.sitting}"

    @property
    def headers(self) -> dict[str, str]:
        """What a page of this sign-in sends."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.ask.cookies.items())
        return {"cookie": cookies, "origin": self.server.url, "sec-fetch-site": "same-origin"}

    def noted(self) -> list[str]:
        """All that was refused, by the event log."""
        said = "select verb from events where verb like 'refused: %' order by id"
        return [verb.removeprefix("refused: ") for (verb,) in self.rows.execute(said)]

    def hand_over(self) -> tuple[str, dict[str, str]]:
        """Hand the tablet over as the practitioner does.

        Returns the id of the practitioner's own Streamlit session, and its buttons.
        """
        with page(self.server, self.headers) as desk:  # type: ignore[arg-type]
            desk.run("journey", f"journey={self.other.journey}")
            assert b"Zebra" in desk.received
            desk.run("get_ready", f"film={self.ours.film}")
            over = next(id_ for label, id_ in desk.buttons.items() if "Hand over" in label)
            message = BackMsg()
            message.rerun_script.page_name = "get_ready"
            message.rerun_script.query_string = f"film={self.ours.film}"
            message.rerun_script.widget_states.widgets.add(id=over, trigger_value=True)
            desk.send(message)
            assert desk.closed_with() == 4401
            return desk.app_session, desk.buttons

    def close(self) -> None:
        self.ask.close()
        self.rows.close()
        self.server.stop()


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    home = tmp_path_factory.mktemp("curious") / "vault"
    home.mkdir()
    made = House(home)
    yield made
    made.close()


@pytest.fixture(scope="module")
def handed_over(house):
    """The tablet is in their hands; what the practitioner's own screens were called."""
    return house.hand_over()


def every_request(house: House) -> list[tuple[str, str]]:
    """A request of every kind to every route there is, and of what is not theirs to see each."""
    listed = subprocess.run(
        [sys.executable, "-c", ROUTES], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    routes = set(json.loads(listed.stdout.splitlines()[-1]))
    assert {"/films/{id:int}/{stream}", "/clips/{id:int}", "/_stcore/stream", "/lock"} <= routes
    films = {house.ours.film, house.other.film}
    ids = {
        "clips": {*house.left_out.clips, *house.other.clips},
        "stills": {*house.left_out.stills, *house.other.stills},
    }
    asked = set()
    for route in routes:
        kind = route.split("/")[1] if "/" in route else ""
        numbers = ids.get(kind, films)
        for number, stream in product(numbers, STREAMS):
            path = re.sub(r"{\w+:int}", str(number), route).replace("{stream}", stream)
            path = re.sub(r"{[^}]*}", "x", path) or "/"
            every = number == max(numbers) and stream == STREAMS[0]
            asked |= {(path, method) for method in (METHODS if every else METHODS[:1])}
    return sorted(one for one in asked if not THE_SCREEN.fullmatch(one[0]))


def test_every_route_but_the_screen_s_own_is_refused_and_noted(house, handed_over):
    before = len(house.noted())
    refused = []
    for path, method in every_request(house):
        answer = house.ask.request(method, path)
        assert not [secret for secret in SECRETS if secret in answer.text], path
        if path in OPEN_PATHS:  # answers everybody, and tells nobody anything
            assert answer.status_code != 200 or not answer.cookies, (method, path)
        elif answer.status_code == 303:  # a page: there is one
            assert answer.headers["location"] == house.place, (method, path)
            refused += [f"{method} {path}"] if path != "/" else []
        else:
            assert answer.status_code == 403, (method, path, answer.status_code)
            refused.append(f"{method} {path}")
    assert len(refused) > 100
    assert house.noted()[before:] == refused
    assert house.ask.get("/sign-in").headers["location"] == house.place  # and still together
    for mine in house.ours.clips:
        assert house.ask.get(f"/clips/{mine}").status_code == 200


def test_every_page_path_leads_back_to_the_review(house, handed_over):
    names = [one.stem for one in (PROJECT / "pages").glob("*.py")]
    assert "journey" in names
    other, ours = house.other, house.ours
    asked = [
        "",
        f"?journey={other.journey}",
        f"?film={other.film}",
        f"?film={ours.film}",
        f"?sitting={other.sitting}",
        f"?sitting={ours.sitting}&journey={other.journey}",
    ]
    before = len(house.noted())
    for name, query in product(["", *names], asked):
        answer = house.ask.get(f"/{name}{query}")
        assert (answer.status_code, answer.headers.get("location")) == (303, house.place), name
    here = ("", house.place.strip("/").split("?")[0])  # whoever asks for no more asks for nothing
    refused = [(name, query) for name, query in product(["", *names], asked)]
    refused = [name for name, query in refused if query or name not in here]
    assert house.noted()[before:] == [f"GET /{name}" for name in refused]
    assert house.ask.get(house.place).status_code == 200


def act(house: House, verb: str, args: dict) -> httpx.Response:
    body = {"act": str(uuid.uuid4()), "verb": verb, "args": args}
    return house.ask.post("/acts", json=body)


def ids_of(family: Family) -> dict[str, int]:
    """What each argument that names a row would be for a family."""
    return {
        "clip_id": family.clips[0],
        "film_id": family.film,
        "still_id": family.stills[0],
        "noticing_id": family.noticing,
        "idea_id": family.idea,
        "next_id": family.next,
        "said_id": family.noticing,
        "who": family.carer,
        "carer_id": family.carer,
    }


ALSO = {"what": "noticings", "step": "hope", "scale": "now", "about": "baby", "when_words": None}
PLAIN = {str: CURIOUS, int: 5, bool: True, list: [], type(None): None}


def fitting(takes, family: Family) -> dict:
    """Arguments that would fit, about what is this family's."""
    known = {**ALSO, **ids_of(family)}
    return {name: known.get(name, PLAIN[kinds[0]]) for name, kinds in takes.items()}


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_an_act_about_what_is_not_theirs_is_refused_noted_and_changes_nothing(
    house, handed_over, verb
):
    takes, known = VERBS[verb].takes, VERBS[verb].together
    others = {"the other family's": house.other, "left out": house.left_out}
    tried = [fitting(takes, family) for family in others.values()]
    if known:  # one thing that is not theirs among all that is
        tried = [
            {**fitting(takes, house.ours), name: value}
            for name, value in ids_of(house.other).items()
            if name in takes
        ]
    before = len(house.noted())
    for args in tried:
        answer = act(house, verb, args)
        assert answer.status_code == 403, (verb, args, answer.text)
        assert not [secret for secret in SECRETS if secret in answer.text]
    assert house.noted()[before:] == [f"act {verb}"] * len(tried)
    tables = house.rows.execute("select name from sqlite_master where type = 'table'").fetchall()
    for (table,) in tables:
        assert CURIOUS not in str(house.rows.execute(f'select * from "{table}"').fetchall()), table


def test_a_made_up_act_is_refused_and_its_name_is_not_written_down(house, handed_over):
    before = len(house.noted())
    assert act(house, "zebra words", {}).status_code == 403
    assert house.noted()[before:] == ["an act"]


def test_another_page_or_review_asked_for_by_a_raw_message_is_refused_and_noted(house, handed_over):
    names = [one.stem for one in (PROJECT / "pages").glob("*.py") if one.stem != "shared_review"]
    before = len(house.noted())
    query = f"sitting={house.ours.sitting}"
    asked = [
        *(("another page", {"page_name": name}) for name in names),
        *(("another page", {"page_script_hash": calc_hash(name)}) for name in ["", *names]),
        *(
            ("another page", {"page_name": "shared_review", "page_script_hash": calc_hash(name)})
            for name in names
        ),
        *(
            ("another review", {"page_name": "shared_review", "query_string": other})
            for other in (
                f"sitting={house.other.sitting}",
                f"{query}&journey={house.other.journey}",
                f"film={house.other.film}",
            )
        ),
    ]
    with page(house.server, house.headers) as ours:
        for _, fields in asked:
            message = BackMsg()
            for name, value in fields.items():
                setattr(message.rerun_script, name, value)
            ours.send(message)
        ours.run("shared_review", query)
        assert OURS.encode() not in ours.received  # which is said at another step
        assert not [secret for secret in SECRETS if secret.encode() in ours.received]
    assert house.noted()[before:] == [f"WebSocket: {why}" for why, _ in asked]


def test_the_practitioner_s_own_widgets_do_nothing_here_and_are_noted(house, handed_over):
    _, buttons = handed_over
    step = "select step, state from sittings where id = ?"
    here = house.rows.execute(step, [house.ours.sitting]).fetchone()
    before = len(house.noted())
    with page(house.server, house.headers) as ours:
        ours.run("shared_review", f"sitting={house.ours.sitting}")
        for widget in (*buttons.values(), "$$ID-made-up-None"):
            ours.run("shared_review", f"sitting={house.ours.sitting}", press=widget)
        assert not [secret for secret in SECRETS if secret.encode() in ours.received]
        noted = house.noted()[before:]
        ours.run("shared_review", f"sitting={house.ours.sitting}", press=ours.buttons["Go on"])
    assert noted == ["WebSocket: another widget"] * (len(buttons) + 1)
    assert house.noted()[before:] == noted  # a button of this screen is nothing to be noted
    assert house.rows.execute(step, [house.ours.sitting]).fetchone() != here


def test_the_practitioner_s_own_streamlit_session_cannot_be_taken_up(house, handed_over):
    session, _ = handed_over
    before = len(house.noted())
    with house.ask.stream("GET", "/gate/watch") as screen:
        lines = screen.iter_lines()
        assert next(lines) == "event: hello"
        with pytest.raises(InvalidStatus), page(house.server, house.headers, resume=session):
            pass
    assert house.noted()[before:] == ["WebSocket: another session"]
