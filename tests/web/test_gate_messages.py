"""Every WebSocket message is checked, and a socket ends with what its session may see."""

from contextlib import suppress

import httpx
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.util import calc_hash
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.web.browserless import page

NARROW = "sitting=3"


@pytest.fixture
def signed_in(server):
    return server.begin()


def refused_at_the_door(server, headers, **changed):
    with pytest.raises(InvalidStatus) as refused, page(server, headers, **changed):
        pass
    return refused.value.response.status_code


def test_a_signed_in_page_draws_and_its_buttons_work(server, signed_in):
    session_id, headers = signed_in
    with page(server, headers) as ours:
        assert "This is home" in ours.run()
        assert f"by {session_id}.1." in ours.run("family", press=ours.button)
    assert server.do("pressed")[-1] == f"{session_id}.1"


def test_no_socket_without_the_cookie_from_another_origin_or_name(server, signed_in):
    _, headers = signed_in
    other_port = f"http://127.0.0.1:{server.port + 1}"
    assert refused_at_the_door(server, headers, cookie="") == 403
    assert refused_at_the_door(server, headers, cookie=f"vigreview-{server.port}=old") == 403
    assert refused_at_the_door(server, headers, origin="") == 403
    assert refused_at_the_door(server, headers, origin=other_port) == 403
    assert refused_at_the_door(server, headers, origin=f"http://localhost:{server.port}") == 403
    assert refused_at_the_door(server, headers, origin="null") == 403


def test_a_rebound_name_is_refused(server, signed_in):
    _, headers = signed_in
    evil = {"host": f"evil.example:{server.port}", "origin": f"http://evil.example:{server.port}"}
    with httpx.Client(base_url=server.url) as client:
        assert client.get("/", headers={**headers, **evil}).status_code == 403
        assert client.get("/sign-in", headers=evil).status_code == 403
        upgrade = {
            "connection": "Upgrade",
            "upgrade": "websocket",
            "sec-websocket-version": "13",
            "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
        }
        asked = {**headers, **evil, **upgrade}
        assert client.get("/_stcore/stream", headers=asked).status_code == 403


def test_a_page_that_lost_its_line_finds_its_session_again(server, signed_in):
    _, headers = signed_in
    with page(server, headers) as ours:
        ours.run()
        before = ours.app_session
    with page(server, headers, resume=before) as again:
        again.run()
        assert again.app_session == before


def test_the_end_of_a_run_that_a_cut_line_broke_off_is_not_told_on_the_next(server, signed_in):
    _, headers = signed_in
    with page(server, headers) as ours:
        ours.send(rerun("halves"))
        while "The first half" not in str(ours.told()):
            pass
        before = ours.app_session
    assert server.do("go_on")
    with page(server, headers, resume=before) as again:
        again.send(rerun("halves"))
        assert again.told().HasField("new_session")
        drawn = again.drawn()
        assert "The first half" in drawn
        assert "The second half" in drawn


def test_another_s_streamlit_session_is_not_inherited(server, signed_in):
    _, headers = signed_in
    with page(server, headers) as ours:
        ours.run()
        _, others = server.begin()
        assert refused_at_the_door(server, others, resume=ours.app_session) == 403
    assert refused_at_the_door(server, others, resume=ours.app_session) == 403


def test_a_lock_closes_the_socket_and_no_callback_runs_afterwards(server, signed_in):
    session_id, headers = signed_in
    with page(server, headers) as ours:
        ours.run()
        pressed = server.do("pressed")
        server.do("lock", session_id)
        late = BackMsg()
        late.rerun_script.page_name = "home"
        late.rerun_script.widget_states.widgets.add(id=ours.button, trigger_value=True)
        with suppress(ConnectionClosed):
            ours.send(late)
        assert ours.closed_with() == 4401
    assert refused_at_the_door(server, headers) == 403
    assert server.do("pressed") == pressed


def test_what_was_a_session_is_gone_after_the_lock(server, signed_in):
    session_id, headers = signed_in
    with page(server, headers) as ours:
        ours.run()
        before = ours.app_session
        server.do("lock", session_id)
        ours.closed_with()
    new_id, new_headers = server.begin()
    with page(server, new_headers, resume=before) as fresh:
        assert f"first seen by {new_id}.1" in fresh.run()
        assert fresh.app_session != before


@pytest.mark.parametrize("change", ["narrow", "widen"])
def test_a_change_of_seat_closes_the_socket_and_begins_afresh(server, signed_in, change):
    session_id, headers = signed_in
    if change == "widen":
        server.do("narrow", session_id, 3)
    with page(server, headers) as ours:
        ours.run("review", NARROW)
        server.do(change, session_id, *([3] if change == "narrow" else []))
        assert ours.closed_with() == 4401
    epoch = 2 if change == "narrow" else 3
    with page(server, headers) as fresh:
        assert f"first seen by {session_id}.{epoch}" in fresh.run("review", NARROW)


def test_an_idle_session_is_locked_by_its_own_next_message(server, signed_in):
    session_id, headers = signed_in
    with page(server, headers) as ours:
        ours.run()
        server.do("leave_alone", session_id, 601)
        heartbeat = BackMsg()
        heartbeat.app_heartbeat = True
        ours.send(heartbeat)
        assert ours.closed_with() == 4401


def test_a_heartbeat_and_a_timed_rerun_are_nobody_s_doing(server, signed_in):
    session_id, headers = signed_in
    with page(server, headers) as ours:
        ours.run()
        server.do("leave_alone", session_id, 300)
        message = BackMsg()
        message.app_heartbeat = True
        ours.send(message)
        message.rerun_script.page_name = "home"
        message.rerun_script.is_auto_rerun = True
        ours.send(message)
        ours.drawn()
        assert server.do("idle_for", session_id) >= 300
        ours.run()
        assert server.do("idle_for", session_id) < 300


def rerun(page="", hash_="", query=""):
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.page_script_hash = hash_
    message.rerun_script.query_string = query
    return message


def other(**kinds):
    return BackMsg(**kinds)


FORBIDDEN = {
    "the first page, by default": (rerun(), "another page"),
    "another page by its name": (rerun("family"), "another page"),
    "another page by its hash": (rerun("", calc_hash("family")), "another page"),
    "another page by its hash, under our name": (
        rerun("review", calc_hash("family"), NARROW),
        "another page",
    ),
    "our hash with another name": (rerun("family", calc_hash("review")), "another page"),
    "another sitting": (rerun("review", query="sitting=4"), "another review"),
    "two sittings": (rerun("review", query="sitting=3&sitting=4"), "another review"),
    "another family": (rerun("review", query="sitting=3&family=2"), "another review"),
    "a family, by our hash": (rerun("", calc_hash("review"), "family=2"), "another review"),
    "an upload": (other(file_urls_request={"request_id": "1"}), "message file_urls_request"),
    "a download": (other(backend_operation_request={}), "message backend_operation_request"),
    "an emptied cache": (other(clear_cache=True), "message clear_cache"),
    "git": (other(load_git_info=True), "message load_git_info"),
    "an end of the server": (other(debug_shutdown_runtime=True), "message debug_shutdown_runtime"),
    "nothing": (BackMsg(), "message nothing"),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_together_a_message_that_asks_for_anything_else_is_refused_and_noted(
    server, signed_in, what
):
    message, why = FORBIDDEN[what]
    session_id, headers = signed_in
    server.do("narrow", session_id, 3)
    before = len(server.do("notes"))
    with page(server, headers) as ours:
        ours.send(message)
        # The next answer is to the next message: the one before it never reached a screen.
        assert "This is review" in ours.run("review", NARROW)
        ours.send(message)
        assert "This is review" in ours.run("", hash_=calc_hash("review"))
    assert server.do("notes")[before:] == [[session_id, f"WebSocket: {why}"]] * 2


@pytest.mark.parametrize("frame", [b"\xff\xff\xff", b"\x01"])
def test_what_is_no_message_reaches_no_screen(server, signed_in, frame):
    _, headers = signed_in
    with page(server, headers) as ours:
        ours._socket.send(frame)
        assert "This is home" in ours.run()


def test_text_ends_the_conversation(server, signed_in):
    _, headers = signed_in
    with page(server, headers) as ours:
        ours._socket.send("text")
        assert ours.closed_with() == 1003


def test_together_the_practitioner_s_page_cannot_come_back(server, signed_in):
    session_id, headers = signed_in
    with page(server, headers) as ours:
        ours.run("family")
        server.do("narrow", session_id, 3)
        ours.closed_with()
    before = server.do("notes")
    assert refused_at_the_door(server, headers, resume=ours.app_session) == 403
    assert server.do("notes") == before
