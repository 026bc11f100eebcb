"""A whole review by touch, in English and in Urdu, with all that may go wrong on the way.

At each act something is lost: the line before it gets through or before it is answered, the page,
the browser, an hour of sleep, the server. At the end every word is read back from the journey page.
"""

from itertools import chain, cycle

import pytest

from tests.browser import walk
from tests.browser.conftest import check_all
from tests.browser.lasting_tablet import Tablet
from tests.browser.proxy import Proxy
from tests.browser.whole_review import Walk, review
from vigreview.process import languages
from vigreview.process.practice import Practice
from vigreview.vault.store import Vault


@pytest.fixture
def speaking(playwright, tmp_path, reviewed):
    """Return a walk in a language, all of whose sentences the service has ticked."""
    server, ids = reviewed
    proxy = Proxy(server.port)
    rules = f"MAP localhost 127.0.0.1:{proxy.port}"
    tablet = Tablet(playwright, tmp_path / "profile", rules)
    walks = []

    def in_language(code: str) -> Walk:
        if code != "en":
            server.stop()
            vault = Vault.open(server.home, walk.PASSPHRASE)
            practice = Practice(vault)
            check_all(practice, code)
            languages.speak(practice, ids["sitting"], code)
            vault.lock()
            server.start()
        walks.append(Walk(tablet, proxy, server, ids, code))
        return walks[-1]

    yield in_language
    for one in walks:
        one.rows.close()
    tablet.close()
    proxy.close()


def test_a_whole_review_by_touch_with_all_that_may_go_wrong(speaking):
    one = speaking("en")
    first = [one.cut, one.browser_killed, one.unanswered, one.asleep, one.kill]
    losses = chain(first, cycle([one.unanswered, one.calm, one.cut, one.calm, one.reload]))
    review(one, losses, all_of_each_clip=False)


@pytest.mark.long
@pytest.mark.parametrize(("code", "first"), [("en", Walk.cut), ("ur", Walk.unanswered)])
def test_a_whole_review_whose_line_goes_at_every_act(speaking, code, first):
    one = speaking(code)
    losses = [one.cut, one.unanswered]
    review(one, cycle(losses if first == Walk.cut else losses[::-1]))


@pytest.mark.long
@pytest.mark.parametrize("code", ["en", "ur"])
def test_a_whole_review_whose_server_is_killed_at_every_step(speaking, code):
    one = speaking(code)
    review(one, killed_once_a_step(one))


def killed_once_a_step(one: Walk):
    before = ""
    while True:
        yield one.calm if one.step == before else one.kill
        before = one.step
