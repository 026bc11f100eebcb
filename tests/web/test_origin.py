import pytest

from vigreview.web.origin import local_path, our_host, our_origin


def scope(host="127.0.0.1:8501", origin=None, port=8501, scheme="http"):
    headers = [(b"host", host.encode())]
    if origin:
        headers.append((b"origin", origin.encode()))
    return {"type": "http", "headers": headers, "server": ("127.0.0.1", port), "scheme": scheme}


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8501", True),
        ("localhost:8501", True),
        ("LOCALHOST:8501", True),
        ("127.0.0.1", False),
        ("127.0.0.1:8502", False),
        ("evil.example:8501", False),
        ("127.0.0.1.evil.example:8501", False),
        ("localhost.:8501", False),
        ("[::1]:8501", False),
        ("0.0.0.0:8501", False),
        ("", False),
    ],
)
def test_only_this_machine_and_port_are_our_host(host, ours):
    assert our_host(scope(host)) is ours


def test_two_hosts_or_none_are_not_ours():
    two = scope()
    two["headers"] *= 2
    assert not our_host(two)
    assert not our_host({**scope(), "headers": []})


@pytest.mark.parametrize(
    ("origin", "ours"),
    [
        ("http://127.0.0.1:8501", True),
        ("http://localhost:8501", False),
        ("http://127.0.0.1:8502", False),
        ("http://127.0.0.1", False),
        ("https://127.0.0.1:8501", False),
        ("null", False),
        (None, False),
    ],
)
def test_only_the_very_origin_that_was_asked_is_ours(origin, ours):
    assert our_origin(scope(origin=origin)) is ours


@pytest.mark.parametrize("wanted", ["/", "/caseload", "/review?sitting=3", "/a?next=http://b.c"])
def test_a_path_of_ours_is_gone_to_after_signing_in(wanted):
    assert local_path(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        None,
        "",
        "caseload",
        "//evil.example",
        "/\\evil.example",
        "/x\\y",
        "http://evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\r\nset-cookie: a=b",
        " /x",
    ],
)
def test_anything_else_is_not(wanted):
    assert local_path(wanted) == "/"
