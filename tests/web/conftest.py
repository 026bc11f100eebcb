import httpx
import pytest

from tests.web.browserless import serving


@pytest.fixture(scope="session")
def screens(tmp_path_factory):
    """One server of small screens for all tests of the gate; each begins its own sessions."""
    folder = tmp_path_factory.mktemp("screens")
    with serving(folder / "vault", folder / "log") as server:
        server.log = folder / "log"
        yield server


@pytest.fixture
def server(screens):
    yield screens
    screens.do("lock_all")


@pytest.fixture
def asking(here):
    """A client that is signed in to the house of its tests, `here`."""
    session, headers = here.begin()
    with httpx.Client(base_url=here.url, headers=headers, timeout=20) as client:
        client.session = session
        yield client
