"""The pages before the screens, over a real vault, without a browser."""

import json
import time

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.waiting import wait_for
from tests.web.receptions import NAME, PASSPHRASE, PIN, reception, set_up
from tests.web.servers import house
from vigreview.vault.errors import VaultInUse
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault
from vigreview.web.sessions import ASLEEP, PAUSE, Narrowing
from vigreview.web.signin import sign_in_routes

RECOVERY_KEY = new_recovery_key()


@pytest.fixture
def desk(tmp_path):
    """The server, its reception, and the sessions that began."""
    began = []
    held = {}

    def routes(doors):
        held["reception"] = reception(doors, tmp_path, began)
        screen = Route("/{name}", lambda request: PlainTextResponse("a screen"))
        return [*sign_in_routes(held["reception"]), screen]

    with house(routes, tmp_path) as made:
        made.reception, made.began = held["reception"], began
        yield made


@pytest.fixture
def browser(desk):
    with httpx.Client(base_url=desk.url, headers=desk.origin, timeout=30) as made:
        yield made


@pytest.fixture
def known(desk):
    """A vault that has been set up."""
    set_up(desk.reception.home, NAME, PASSPHRASE, RECOVERY_KEY, PIN).lock()


def asked(**changed):
    return {"name": NAME, "passphrase": PASSPHRASE, "again": PASSPHRASE, "pin": PIN, **changed}


def groups_shown(browser):
    shown = browser.get("/set-up/key").text
    return [part.partition("<")[0] for part in shown.split('class="letters">')[1:]]


def test_a_first_start_offers_to_set_up_or_to_look_around(browser):
    shown = browser.get("/sign-in").text
    assert "Set up this device" in shown
    assert "Look around with a demo family" in shown
    assert 'type="password"' not in shown


def test_the_vault_is_made_only_when_the_key_has_been_typed_back(desk, browser):
    assert browser.post("/set-up", data=asked()).headers["location"] == "/set-up/key"
    groups = groups_shown(browser)
    assert len(groups) == 8
    wrong = {f"group{n}": group for n, group in enumerate(groups, 1)} | {"group3": "QQQQ"}
    again = browser.post("/set-up/check", data=wrong | {"group5": "QQQQ"})
    assert "Groups 3 and 5 differ from the key that we showed you." in again.text
    assert "Group 3 differs from" in browser.post("/set-up/check", data=wrong).text
    assert not Vault.exists(desk.reception.home)
    typed = {f"group{n}": f" {group.lower()} " for n, group in enumerate(groups, 1)}
    done = browser.post("/set-up/check", data=typed)
    assert (done.status_code, done.headers["location"]) == (303, "/")
    assert browser.get("/caseload").text == "a screen"
    assert [session.practitioner for session in desk.began] == [NAME]
    key = "-".join(groups)
    Vault.recover(desk.reception.home, key, "another passphrase").lock()


def test_another_browser_does_not_see_the_recovery_key(desk, browser):
    browser.post("/set-up", data=asked())
    other = httpx.get(f"{desk.url}/set-up/key")
    assert (other.status_code, other.headers["location"]) == (303, "/set-up")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"name": "  "}, "Please say what you are called."),
        ({"name": "x" * 81}, "no more than 80"),
        ({"passphrase": "short", "again": "short"}, "7 more characters, please."),
        ({"passphrase": "password1234", "again": "password1234"}, "tried first"),
        ({"again": "something else entirely"}, "The two passphrases differ."),
        ({"pin": "123"}, "A PIN is 4 to 8 digits."),
        ({"pin": "123456789"}, "A PIN is 4 to 8 digits."),
        ({"pin": "١٢٣٤"}, "A PIN is 4 to 8 digits."),
        ({"pin": "4321"}, "among the first that anybody tries"),
        ({"pin": "7777"}, "among the first that anybody tries"),
    ],
)
def test_what_cannot_be_used_says_why_at_its_field(desk, browser, changed, why):
    answer = browser.post("/set-up", data=asked(**changed))
    assert answer.status_code == 422
    assert why in answer.text
    assert PASSPHRASE not in answer.text
    assert not Vault.exists(desk.reception.home)


def test_what_was_typed_is_shown_as_text_only(browser):
    answer = browser.post("/set-up", data=asked(name='<script>"x', pin="1"))
    assert "<script>&#34;" not in answer.text
    assert "&lt;script&gt;&#34;x" in answer.text


def test_strength_is_told_while_typing(browser):
    told = browser.post("/set-up/strength", json={"passphrase": PASSPHRASE, "name": NAME}).json()
    assert told["enough"]
    assert browser.post("/set-up/strength", content=b"x").status_code == 400


@pytest.mark.usefixtures("known")
class TestSignIn:
    def test_a_vault_is_not_set_up_twice(self, browser):
        for path in ("/set-up", "/set-up/key", "/set-up/check"):
            assert browser.get(path).status_code == 303
        assert browser.post("/set-up", data=asked()).headers["location"] == "/sign-in"

    def test_the_cookie_is_for_this_port_and_no_script(self, desk, browser):
        answer = browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith(f"vigreview-{desk.port}=")
        assert cookie.lower().endswith("; httponly; path=/; samesite=strict")

    @pytest.mark.parametrize(
        ("wanted", "gone_to"),
        [("/review?sitting=3", "/review?sitting=3"), ("//evil.example", "/"), ("https://x", "/")],
    )
    def test_afterwards_one_is_where_one_wanted_to_be(self, browser, wanted, gone_to):
        assert wanted in browser.get("/sign-in", params={"next": wanted}).text or gone_to == "/"
        answer = browser.post("/sign-in", data={"passphrase": PASSPHRASE, "next": wanted})
        assert (answer.status_code, answer.headers["location"]) == (303, gone_to)
        assert browser.get("/sign-in").headers["location"] == "/"

    def test_a_review_under_way_goes_on(self, desk, browser):
        narrow = Narrowing(3, "review")
        desk.doors.on_open(lambda session: desk.doors.narrow(session, narrow))
        answer = browser.post("/sign-in", data={"passphrase": PASSPHRASE, "next": "/caseload"})
        assert answer.headers["location"] == "/review?sitting=3"

    def test_a_wrong_passphrase_is_one_sentence_and_the_wait_grows(self, desk, browser):
        wrong = {"passphrase": "marker nonsense"}
        first = browser.post("/sign-in", data=wrong)
        assert first.status_code == 403
        assert "That is not the passphrase; please try again." in first.text
        assert "marker nonsense" not in first.text
        kept = desk.reception.home / "tries.json"
        kept.write_text(json.dumps({"wrong": 4, "last": time.time() - 300}))
        later = browser.post("/sign-in", data=wrong)
        assert "That is not the passphrase; you can try again in 16 seconds." in later.text
        early = browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        assert early.status_code == 429
        assert "Please wait 16 seconds before you try again." in early.text
        assert not desk.doors.all()

    def test_another_reason_not_to_open_is_told_and_does_not_count(
        self, desk, browser, monkeypatch
    ):
        def in_use(home, passphrase):
            raise VaultInUse("Another vigreview has this vault open.")

        monkeypatch.setattr(Vault, "open", in_use)
        answer = browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        assert answer.status_code == 409
        assert "Another vigreview has this vault open." in answer.text
        assert not (desk.reception.home / "tries.json").exists()

    def test_a_sign_in_that_fails_half_way_leaves_nothing_open(self, desk, browser):
        opened = []

        def fails(session):
            opened.append(session.vault)
            raise OSError("the disk is full")

        desk.doors.on_open(fails)
        assert browser.post("/sign-in", data={"passphrase": PASSPHRASE}).status_code == 500
        assert opened[0].locked
        assert not desk.doors.all()

    def test_a_lost_passphrase_is_replaced_with_the_recovery_key(self, desk, browser):
        new = "purple kettle wanders north"
        form = {"recovery_key": new_recovery_key(), "passphrase": new, "again": new}
        refused = browser.post("/lost-passphrase", data=form)
        assert "That key does not open this vault; please compare it." in refused.text
        (desk.reception.home / "tries.json").unlink()
        weak = browser.post("/lost-passphrase", data=form | {"passphrase": "abc"})
        assert "9 more characters, please." in weak.text
        differ = browser.post("/lost-passphrase", data=form | {"again": "abc"})
        assert "The two passphrases differ." in differ.text
        form["recovery_key"] = RECOVERY_KEY.lower().replace("-", " ")
        assert browser.post("/lost-passphrase", data=form).headers["location"] == "/"
        assert browser.get("/caseload").text == "a screen"
        Vault.open(desk.reception.home, new).lock()

    def test_lock_now_locks_every_window_and_forgets_the_cookie(self, desk, browser):
        browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        with httpx.Client(base_url=desk.url, headers=desk.origin, timeout=30) as other:
            other.post("/sign-in", data={"passphrase": PASSPHRASE})
            vault = desk.began[0].vault
            assert desk.began[1].vault is vault
            assert browser.post("/lock").headers["location"] == "/sign-in"
            assert vault.locked
            for one in (browser, other):
                assert one.get("/caseload").headers["location"] == "/sign-in?next=/caseload"

    def test_the_watch_says_hello_then_moved_or_locked(self, desk, browser):
        browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        session = desk.began[0]

        def watched(then):
            with browser.stream("GET", "/gate/watch") as answer:
                lines = answer.iter_lines()
                heard = [next(lines), next(lines)]
                then()
                return [line for line in [*heard, *lines] if line]

        facts = {"seat": session.badge, "place": "/", "cover": "", "number": 0}
        hello = f"data: {json.dumps(facts)}"
        narrowed = watched(lambda: desk.doors.narrow(session, Narrowing(3, "review")))
        assert narrowed == [
            "event: hello",
            hello,
            "event: moved",
            'data: {"place": "/review?sitting=3"}',
        ]
        locked = watched(lambda: desk.doors.lock(session))
        assert locked[2:] == ["event: locked", "data: {}"]
        assert browser.get("/gate/watch").status_code == 401

    def test_the_watch_is_not_a_person_but_here_is(self, desk, browser):
        browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        session = desk.began[0]
        session.last_seen = tuple(one - 300 for one in session.last_seen)
        with browser.stream("GET", "/gate/watch") as answer:
            next(answer.iter_lines())
        assert session.idle_for >= 300
        assert browser.post("/gate/here").status_code == 204
        assert session.idle_for < 300

    def test_a_cover_is_remembered(self, desk, browser):
        browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        session = desk.began[0]
        assert browser.post("/gate/cover", json={"on": True}).json()["cover"] == ""  # at the desk
        desk.doors.narrow(session, Narrowing(3, "review"))
        assert browser.post("/gate/cover", json={"on": True}).json()["cover"] == PAUSE
        assert session.cover == PAUSE
        assert browser.post("/gate/cover", json={"on": False}).json()["cover"] == ""
        assert session.cover == ""
        assert browser.post("/gate/cover", content=b"x").status_code == 400

    def test_a_screen_that_fell_asleep_opens_for_the_pin_and_tells_nothing_before(
        self, desk, browser
    ):
        browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        session = desk.began[0]
        desk.doors.narrow(session, Narrowing(3, "review", frozenset({5})))
        session.last_seen = tuple(one - 601 for one in session.last_seen)
        with browser.stream("GET", "/gate/watch") as answer:
            lines = answer.iter_lines()
            assert next(lines) == "event: hello"
            assert f'"cover": "{ASLEEP}"' in next(lines)
        ours = {"sec-fetch-site": "same-origin"}
        assert browser.get("/clips/5", headers=ours).status_code == 403

        def go_on(**secret):
            return browser.post("/gate/cover", json={"on": False, **secret})

        assert go_on().json() == {"sentence": ""}
        assert go_on(pin="0000").json()["tries_left"] == 4
        assert session.asleep
        assert go_on(pin=PIN).json()["cover"] == ""
        assert not session.cover
        assert session.idle_for < 300
        assert browser.get("/clips/5", headers=ours).status_code == 404  # no such route here

    def test_leaving_takes_the_pin_five_tries_then_only_the_passphrase(self, desk, browser):
        browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        session = desk.began[0]
        desk.doors.narrow(session, Narrowing(3, "review"))

        def leave(**secret):
            return browser.post("/gate/leave", json=secret)

        told = [leave(pin="0000").json() for _ in range(5)]
        assert [one["tries_left"] for one in told] == [4, 3, 2, 1, 0]
        assert told[0]["sentence"] == "That is not the PIN; there is still 4 tries."
        assert told[4] == {
            "sentence": "Please type your passphrase.",
            "tries_left": 0,
            "passphrase": True,
        }
        assert leave(pin=PIN).status_code == 403
        assert leave(passphrase="wrong").json()["sentence"].startswith("That is not the passphrase")
        assert session.narrowed
        (desk.reception.home / "tries.json").unlink()
        assert leave(passphrase=PASSPHRASE).json() == {"to": "/"}
        assert session.narrowed is None
        desk.doors.narrow(session, Narrowing(4, "review"))
        assert leave(pin=PIN).json() == {"to": "/"}

    def test_signing_in_elsewhere_does_not_open_what_is_narrowed(self, desk, browser):
        browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        session = desk.began[0]
        desk.doors.narrow(session, Narrowing(3, "review"))
        answer = browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        assert answer.headers["location"] == "/review?sitting=3"
        assert session.narrowed


def comes_to(browser, state):
    """Wait until the demo family is made, or has failed."""
    wait_for(lambda: browser.get("/look-around/progress").json()["state"] == state)


def test_the_demo_family_shows_how_far_it_is_and_then_lets_one_in(desk, browser):
    assert browser.get("/look-around").headers["location"] == "/sign-in"
    browser.post("/look-around")
    page = browser.get("/look-around").text
    assert "Drawing two faces" in page
    assert '<meta http-equiv="refresh"' in page
    told = browser.get("/look-around/progress").json()
    assert told == {"part": 0.5, "doing": "Drawing two faces", "state": "making"}
    assert browser.post("/look-around/enter").headers["location"] == "/look-around"
    desk.reception.open_demo.go_on.set()
    comes_to(browser, "ready")
    assert browser.post("/look-around/enter").headers["location"] == "/"
    assert [session.demo for session in desk.began] == [True]


def test_who_looks_around_anew_finds_a_new_family_and_the_last_look_is_over(desk, browser):
    desk.reception.open_demo.go_on.set()
    for looking in (browser, httpx.Client(base_url=desk.url, headers=desk.origin, timeout=30)):
        looking.post("/look-around")
        comes_to(looking, "ready")
        assert looking.post("/look-around/enter").headers["location"] == "/"
    assert looking.get("/caseload").text == "a screen"
    looking.close()
    assert browser.get("/caseload").headers["location"].startswith("/sign-in")
    first, second = desk.began
    assert first.ended
    assert not second.ended
    assert second.vault is not first.vault
    with second.vault.read() as db:
        assert db.table_names()


def test_the_demo_does_not_lock_out_somebody_who_is_signed_in(desk, browser, known):
    desk.reception.open_demo.go_on.set()
    with httpx.Client(base_url=desk.url, headers=desk.origin, timeout=30) as stranger:
        browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        begun = stranger.post("/look-around")
        assert begun.status_code == 409
        assert begun.text == "Somebody is signed in on this device. Please lock it first."
        assert stranger.get("/look-around").headers["location"] == "/sign-in"
        browser.post("/lock")
        stranger.post("/look-around")
        comes_to(stranger, "ready")
        browser.post("/sign-in", data={"passphrase": PASSPHRASE})
        assert stranger.post("/look-around/enter").status_code == 409
        assert browser.get("/caseload").text == "a screen"
        browser.post("/lock")
        assert stranger.post("/look-around/enter").headers["location"] == "/"


def test_a_demo_that_fails_can_be_tried_again(desk, browser, caplog):
    desk.reception.open_demo.fails = True
    desk.reception.open_demo.go_on.set()
    browser.post("/look-around")
    comes_to(browser, "failed")
    assert "could not be made this time" in browser.get("/look-around").text
    assert "OSError" in caplog.text
    assert NAME not in caplog.text


def test_a_folder_that_a_cloud_copies_is_warned_of(tmp_path):
    def routes(doors):
        return sign_in_routes(reception(doors, tmp_path / "OneDrive - Service"))

    with house(routes, tmp_path) as made:
        for path in ("/sign-in", "/set-up"):
            assert "OneDrive folder" in httpx.get(made.url + path).text


def test_no_answer_keeps_what_was_typed(desk, browser, known, caplog):
    answers = [
        browser.post("/sign-in", data={"passphrase": "marker words"}),
        browser.post("/sign-in", content=b"passphrase=" + b"m" * 20000),
        browser.post("/lost-passphrase", data={"passphrase": "marker words"}),
    ]
    assert [answer.status_code for answer in answers] == [403, 429, 422]
    for answer in answers:
        assert "marker" not in answer.text + caplog.text
