"""Where a request comes from: our own pages on this very port, or somewhere else.

Cookies and SameSite ignore ports, so a page of another local server would be let in by them.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

NAMES = ("127.0.0.1", "localhost")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def port_of(scope: Scope) -> int:
    """Return the port on which the request arrived, whatever its headers say."""
    return scope["server"][1]


def cookie_name(scope: Scope) -> str:
    """Return the cookie's name, which holds the port: all ports of a host share their cookies."""
    return f"vigreview-{port_of(scope)}"


def our_host(scope: Scope) -> bool:
    """Tell whether Host is this machine and this port, so that no foreign name can be rebound."""
    hosts = Headers(scope=scope).getlist("host")
    port = port_of(scope)
    allowed = {f"{name}:{port}" for name in NAMES} | (set(NAMES) if port in (80, 443) else set())
    return len(hosts) == 1 and hosts[0].lower() in allowed


def our_origin(scope: Scope) -> bool:
    """Tell whether Origin is exactly the origin that was asked, port included."""
    headers = Headers(scope=scope)
    scheme = "https" if scope["scheme"] in ("https", "wss") else "http"
    return headers.getlist("origin") == [f"{scheme}://{headers.get('host', '').lower()}"]


def our_page_asks(scope: Scope) -> bool:
    """Tell whether the browser vouches that a page of ours asks (``Sec-Fetch-Site``)."""
    return Headers(scope=scope).get("sec-fetch-site") == "same-origin"


def may_ask(scope: Scope) -> bool:
    """Tell whether a safe request may be answered: from our pages, or a person's own navigation.

    A browser too old to send ``Sec-Fetch-Site`` is let through here; films are stricter.
    """
    headers = Headers(scope=scope)
    if headers.get("sec-fetch-site", "none") in ("same-origin", "none"):
        return True
    return headers.get("sec-fetch-mode") == "navigate" and (
        headers.get("sec-fetch-dest") == "document"
    )


def local_path(wanted: str | None) -> str:
    """Return `wanted` where it is a path of this server to go to after signing in, else ``/``."""
    if not wanted or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return "/"
    if any(ord(letter) < 0x21 or letter == "\\" for letter in wanted):
        return "/"
    parts = urlsplit(wanted)
    return "/" if parts.scheme or parts.netloc else wanted
