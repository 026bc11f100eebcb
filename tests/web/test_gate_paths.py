"""Nothing answers without the cookie but the sign-in pages; together, nothing but the review."""

import re
from itertools import product

import httpx
import pytest

from vigreview.web.headers import screens_policy
from vigreview.web.narrowed import OPEN_PATHS

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
# Asked of Streamlit's page, which answers any path that nothing else does.
MORE = ("/", "/family", "/static/js/index.js", "/favicon.png", "/manifest.json", "/../app.py")
OPEN = OPEN_PATHS | {"/gate/assets/sign-in.css"}


@pytest.fixture
def client(server):
    with httpx.Client(base_url=server.url, timeout=20) as made:
        yield made


def every_path(server):
    """Return a path for every route there is, Streamlit's own and ours."""
    routes = server.do("routes")
    assert "/_stcore/stream" in routes
    assert {"/films/{id:int}/{stream}", "/files/{id:int}"} <= set(routes)
    filled = {re.sub(r"{\w+:int}", "3", route) for route in routes}
    return {re.sub(r"{[^}]*}", "x", route) or "/" for route in filled} | set(MORE)


def test_without_the_cookie_only_the_sign_in_pages_answer(server, client):
    paths = every_path(server) - OPEN
    assert len(paths) > 25
    for path, method in product(sorted(paths), METHODS):
        answer = client.request(method, path, headers={"origin": server.url})
        to_sign_in = answer.status_code == 303 and answer.headers["location"].startswith("/sign-in")
        assert answer.status_code == 401 or to_sign_in, (method, path, answer.status_code)
        assert "secret" not in answer.text


def test_an_old_cookie_is_no_cookie(server, client):
    session_id, headers = server.begin()
    assert client.get("/x.txt", headers=headers).text == "secret"
    server.do("lock", session_id)
    for path in sorted(every_path(server) - OPEN):
        assert client.post(path, headers=headers).status_code == 401, path


@pytest.mark.parametrize("path", sorted(OPEN - {"/look-around/enter", "/set-up/strength"}))
def test_the_open_paths_answer(client, path):
    assert client.get(path).status_code in (200, 303)


def test_a_page_asked_for_too_early_is_gone_to_after_signing_in(client):
    asked = client.get("/review?sitting=3&x=%2F")
    assert asked.status_code == 303
    assert asked.headers["location"] == "/sign-in?next=/review%3Fsitting%3D3%26x%3D%252F"


def test_a_signed_in_practitioner_reaches_the_screens_and_not_streamlit_s_insides(server, client):
    _, headers = server.begin()

    def status(path):
        return client.get(path, headers=headers).status_code

    assert {status(path) for path in ("/", "/family", "/x.txt", "/_stcore/health")} == {200}
    assert status("/_stcore/host-config") == 200
    closed = ("metrics", "agent/openapi.json", "agent/interact", "agent/mcp", "script-health-check")
    assert {status(f"/_stcore/{path}") for path in closed} == {404}
    assert status("/auth/login") == 404
    assert status("/oauth2callback") == 404


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": ""},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"host": "127.0.0.1:1"},
        {"host": "rebound.example"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_unsafe_methods_come_from_our_own_pages_only(server, client, changed):
    session_id, headers = server.begin()
    sent = {name: value for name, value in {**headers, **changed}.items() if value}
    for path in ("/lock", "/acts", "/gate/cover", "/sign-in", "/uploads", "/set-up"):
        assert client.post(path, headers=sent).status_code == 403, path
    assert server.do("idle_for", session_id) < 60  # still signed in


def test_another_site_s_page_loads_nothing_but_a_person_may_follow_a_link(server, client):
    _, headers = server.begin()
    for site in ("cross-site", "same-site"):
        loading = {**headers, "sec-fetch-site": site, "sec-fetch-mode": "no-cors"}
        assert client.get("/x.txt", headers=loading).status_code == 403
        framed = {**loading, "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}
        assert client.get("/", headers=framed).status_code == 403
        followed = {**framed, "sec-fetch-dest": "document"}
        assert client.get("/", headers=followed).status_code == 200


def test_every_answer_is_kept_by_nobody_and_loads_nothing_from_elsewhere(server, client):
    _, headers = server.begin()
    for path in ("/", "/x.txt", "/films/3/none", "/_stcore/metrics", "/nowhere/at/all"):
        answer = client.get(path, headers=headers)
        assert answer.headers["cache-control"] == "no-store", path
        assert answer.headers["content-security-policy"] == screens_policy()
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "geolocation=()" in answer.headers["permissions-policy"]
    early = client.get("/sign-in")
    assert "default-src 'none'" in early.headers["content-security-policy"]
    assert "unsafe" not in early.headers["content-security-policy"]
    assert early.headers["cache-control"] == "no-store"


def test_only_the_practitioner_s_own_screens_may_use_the_camera(server, client):
    session_id, headers = server.begin()

    def features(path, asked=headers):
        said = client.get(path, headers=asked).headers["permissions-policy"]
        return dict(one.split("=") for one in said.split(", "))

    desk = features("/")
    assert desk["camera"] == desk["microphone"] == "(self)"
    assert desk["geolocation"] == desk["display-capture"] == desk["usb"] == "()"
    for path, asked in (("/x.txt", headers), ("/films/3/none", headers), ("/sign-in", {})):
        closed = features(path, asked)
        assert closed["camera"] == closed["microphone"] == "()", path
    server.do("narrow", session_id, 3)
    for path in ("/", "/shared_review?sitting=3"):
        together = features(path)
        assert together["camera"] == together["microphone"] == "()", path


def test_together_only_the_review_is_there_and_the_rest_is_refused_and_noted(server, client):
    session_id, headers = server.begin()
    server.do("narrow", session_id, 3)
    before = len(server.do("notes"))

    def ask(path, method="GET"):
        return client.request(method, path, headers=headers)

    assert ask("/review?sitting=3").status_code == 200
    assert ask("/_stcore/health").status_code == 200
    for elsewhere in ("/", "/family", "/review", "/review?sitting=4", "/review?sitting=3&family=2"):
        moved = ask(elsewhere)
        assert (moved.status_code, moved.headers["location"]) == (303, "/review?sitting=3")
    assert ask("/review/_stcore/health").status_code == 404
    noted = [what for _, what in server.do("notes")[before:]]
    assert noted == ["GET /family", "GET /review", "GET /review"]  # those that name another
    before += len(noted)
    refused = [
        ("GET", "/x.txt"),
        ("GET", "/films/3/playing"),
        ("GET", "/clips/4"),
        ("GET", "/stills/3"),
        ("GET", "/files/3"),
        ("GET", "/keepsakes/3"),
        ("POST", "/uploads"),
        ("GET", "/media/x"),
        ("GET", "/_stcore/metrics"),
        ("POST", "/_stcore/upload_file/a/b"),
        ("POST", "/lock"),
    ]
    for method, path in refused:
        assert ask(path, method).status_code == 403, path
    noted = [what for _, what in server.do("notes")[before:]]
    assert noted == [f"{method} {path}" for method, path in refused]


def test_the_badge_cannot_be_brought_along(server, client):
    """A badge from outside is dropped; the cookie is not passed on."""
    _, headers = server.begin()
    other_id, _ = server.begin()
    answer = client.get("/echo.txt", headers={**headers, "x-vigreview-session": f"{other_id}.1"})
    assert answer.status_code == 200
    seen = dict(server.do("seen"))
    assert other_id not in seen["x-vigreview-session"]
    assert "vigreview-" not in seen.get("cookie", "")


def test_the_server_log_holds_no_cookie_and_no_words(server, client):
    session_id, token, _ = server.do("begin")
    headers = server.headers(token)
    client.post("/sign-in", headers=headers, data={"passphrase": "marker passphrase"})
    client.post("/acts", headers=headers, json={"act": "x", "args": {"words": "marker words"}})
    log = server.log.read_text()
    assert "marker" not in log
    assert token not in log
    assert session_id not in log
