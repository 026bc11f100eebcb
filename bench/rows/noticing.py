"""A noticing saved and shown, against a button of a bare Streamlit app."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from bench.chromium import chromium
from bench.film import make_film
from bench.practice import (
    add_consenting_family,
    bring_film,
    choose_clip,
    film_work_done,
    hand_over_at,
    new_practice,
)
from bench.row import Row, beside
from bench.servers import streamlit_run
from tests.browser import walk
from tests.browser.server import Server
from vigreview.process.shared_review import get_ready

LIMIT = 1.5
ROUNDS = 26
BARE = """
import streamlit as st

st.session_state.setdefault("times", 0)
if st.button("Keep"):
    st.session_state.times += 1
st.write(f"pressed {st.session_state.times} times")
"""
# Looks at each frame that is painted, in shadow roots as well, from the click on.
WATCH = """([words, where]) => {
  const shown = (root) =>
    [...root.querySelectorAll(where)].some(
      (one) => one.textContent.includes(words) && one.checkVisibility(),
    ) || [...root.querySelectorAll("*")].some((one) => one.shadowRoot && shown(one.shadowRoot));
  window.untilShown = new Promise((resolve) => {
    const clicked = (click) => {
      const look = () => {
        if (shown(document)) resolve(performance.now() - click.timeStamp);
        else requestAnimationFrame(look);
      };
      look();
    };
    addEventListener("click", clicked, { capture: true, once: true });
  });
}"""


def measure(folder: Path) -> Iterator[Row]:
    """From the click on Keep to the frame that shows the words as kept, or those of the anchor."""
    home, script = folder / "vault", folder / "bare.py"
    script.write_text(BARE)
    _ready_for_review(home)
    server = Server(home).start()
    try:
        with chromium() as browser, streamlit_run(script) as bare_url:
            review, bare = browser.new_page(), browser.new_page()
            walk.sign_in(review, server.url)
            bare.goto(bare_url)

            def ours(number: int) -> float:
                words = f"You waited, and she turned to you ({number})"
                review.locator("textarea#words").fill(words)
                took = _click(review, words, "ul.echo blockquote, blockquote.said")
                review.locator("blockquote.said", has_text=words).wait_for()
                walk.drawn(review)
                return took

            def anchor(number: int) -> float:
                took = _click(bare, f"pressed {number + 1} times", "p")
                walk.drawn(bare)
                return took

            yield beside("a noticing saved and shown", ours, anchor, LIMIT, range(ROUNDS))
    finally:
        server.stop()


def _ready_for_review(home: Path) -> None:
    """Make a practice whose tablet lies between two people, at the first clip of a review."""
    practice = new_practice(home)
    film_id = bring_film(practice, add_consenting_family(practice), make_film(1))
    film_work_done(practice, film_id)
    clip_id = choose_clip(practice, film_id)
    sitting_id = get_ready(practice, film_id)
    film_work_done(practice, film_id)
    hand_over_at(practice, sitting_id, f"clip:{clip_id}")
    practice.vault.lock()


def _click(page: Page, words: str, where: str) -> float:
    """Click Keep; return the milliseconds until a frame shows the words in one of `where`."""
    page.evaluate(WATCH, [words, where])
    page.get_by_role("button", name="Keep", exact=True).click()
    return page.evaluate("window.untilShown")
