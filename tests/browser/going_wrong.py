"""What may go wrong in a review: line, page, browser and server go, and a tablet sleeps."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser import walk
from tests.browser.lasting_tablet import Tablet
from tests.browser.proxy import Proxy
from tests.browser.rows import rows_of
from tests.browser.server import Server
from tests.browser.test_holding_on import EVERYTHING
from tests.waiting import wait_for

# All is kept, and no run has begun for a while: what was kept last may still be drawn.
AT_REST = """() => new Promise((rest) => {
  const app = document.querySelector("[data-testid=stApp]");
  const kept = () => window[Symbol.for("vigreview.acts")].state() === "kept";
  let timer;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(done, 500);
  };
  const watcher = new MutationObserver(look);
  const done = () => {
    if (app.dataset.testScriptState !== "notRunning" || !kept()) return look();
    watcher.disconnect();
    rest();
  };
  watcher.observe(app, { attributes: true });
  look();
})"""
AN_HOUR = "window.awake = Date.now; Date.now = () => window.awake() + 3_600_000"

Tap = Callable[[], Any]
Kept = Callable[[], bool]
Loss = Callable[[Tap, Kept], None]


class GoingWrong:
    """One review on a tablet, and what may go wrong with what is tapped.

    A loss is given how to tap, and what tells whether the disk has it by then.
    """

    def __init__(
        self, tablet: Tablet, proxy: Proxy, server: Server, ids: dict[str, int], language: str
    ) -> None:
        self.tablet, self.proxy, self.server = tablet, proxy, server
        self.url = f"http://localhost:{server.port}"
        self.sitting, self.journey, self.language = ids["sitting"], ids["journey"], language
        self.words: list[str] = []
        self.done: Counter[str] = Counter()  # how often each event must be there at the end
        self.rows = rows_of(server.home)
        self.losses: Iterator[Loss] = iter(())

    @property
    def page(self) -> Page:
        return self.tablet.page

    def part(self, key: str) -> Locator:
        """The first part on the screen whose key begins so."""
        return self.page.locator(f"[class*='st-key-{key}']").first

    @property
    def closing(self) -> Locator:
        return self.part("turn-close").locator("button")

    def one(self, sql: str, *values: Any) -> Any:
        """The one value that the disk has for it by now."""
        return self.rows.execute(sql, values).fetchone()[0]

    @property
    def step(self) -> str:
        return str(self.one("select step from sittings where id = ?", self.sitting))

    # What goes wrong

    def calm(self, tap: Tap, kept: Kept) -> None:
        tap()

    def cut(self, tap: Tap, kept: Kept) -> None:
        """The line goes before what was tapped gets through, and comes back."""
        self.page.evaluate(AT_REST)  # what is drawn just then would move away under the finger
        self.proxy.cut()
        tap()
        expect(self.page.locator(".st-key-watch p.line")).to_be_visible()
        assert not kept()
        self.proxy.mend()

    def swallowed(self, tap: Tap, kept: Kept) -> None:
        """What was tapped is on its way when the line goes, and does not arrive."""
        self.page.evaluate(AT_REST)
        self.proxy.lose_requests()
        tap()
        self.proxy.cut()
        assert not kept()
        self.proxy.mend()

    def unanswered(self, tap: Tap, kept: Kept) -> None:
        """What was tapped is done, and the line goes before the tablet hears of it."""
        self.page.evaluate(AT_REST)  # an act waits for those before it to be answered
        self.proxy.lose_answers()
        tap()
        wait_for(kept)
        self.proxy.cut()
        self.proxy.mend()

    def reload(self, tap: Tap, kept: Kept) -> None:
        tap()
        self.page.reload()

    def kill(self, tap: Tap, kept: Kept) -> None:
        """The server is killed as by a power cut, and the practitioner goes on as one does then."""
        tap()
        wait_for(kept)
        self.rows.close()
        self.server.kill()
        self.server.start()
        self.rows = rows_of(self.server.home)
        walk.sign_in(self.page, self.url)

    def browser_killed(self, tap: Tap, kept: Kept) -> None:
        tap()
        wait_for(kept)
        self.tablet.die()
        walk.sign_in(self.page, self.url)

    def asleep(self, tap: Tap, kept: Kept) -> None:
        """The tablet sleeps for an hour, and hears nothing; the PIN takes off what lies over it."""
        tap()
        wait_for(kept)
        lifecycle = self.page.context.new_cdp_session(self.page)
        lifecycle.send("Page.setWebLifecycleState", {"state": "frozen"})
        self.covers_after(0)  # minutes: the server's own clock cannot be set on by an hour
        over_it = "select cover from sittings where id = ?"
        wait_for(lambda: self.one(over_it, self.sitting) == "asleep")
        lifecycle.send("Page.setWebLifecycleState", {"state": "active"})
        self.page.evaluate(AN_HOUR)
        pad = self.page.get_by_role("dialog")
        expect(pad.locator(".go")).to_be_visible()
        wait_for(lambda: not any(one in self.page.evaluate(EVERYTHING) for one in self.words))
        self.covers_after(30)
        self.page.evaluate("Date.now = window.awake")
        self.give_pin(pad)
        expect(pad).to_be_hidden()

    def seen_and_reloaded(self, tap: Tap, kept: Kept) -> None:
        tap()
        wait_for(kept)
        self.page.reload()

    def of_a_button(self, loss: Loss) -> Loss:
        """What may go wrong with one of Streamlit's own buttons, in place of `loss`.

        It cannot be tapped while the line is known to be down, and what it says is not held for
        the page to hand in as it goes.
        """
        return {self.cut: self.swallowed, self.reload: self.seen_and_reloaded}.get(loss, loss)

    def covers_after(self, minutes: int) -> None:
        self.rows.execute(
            "insert into settings values ('lock_minutes_together', ?)"
            " on conflict (name) do update set value = excluded.value",
            [str(minutes)],
        )
        self.rows.commit()

    def drawn(self) -> None:
        """Wait until this sitting's step is drawn."""
        self.page.wait_for_url("**/shared_review?sitting=*")
        expect(self.page.locator("header.ask h1")).to_be_visible(timeout=30_000)
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=30_000)
        walk.drawn(self.page)
        self.page.wait_for_function("document.readyState === 'complete'")

    def through(self, loss: Loss, target: Locator, kept: Kept) -> None:
        expect(target).to_be_visible()
        loss(target.tap, kept)
        wait_for(kept, or_say=lambda: f"{loss.__name__} on {self.step}")
        self.drawn()

    def give_pin(self, pad: Locator) -> None:
        for digit in walk.PIN:
            pad.get_by_role("button", name=digit, exact=True).tap()
        pad.locator(".go").tap()
