"""Three screens, each with a button that says for whom it was pressed, and two others."""

import threading
from collections.abc import Callable

import altair
import pandas
import streamlit as st

from vigreview.web.sessions import NotSignedIn, current

PRESSED: list[str] = []
GOES_ON = threading.Event()
ENDED = threading.Event()


def _pressed() -> None:
    # Imported anew, since Streamlit runs this file as the main script of every session.
    from tests.web import screens

    screens.PRESSED.append(current().badge)


def _screen(name: str) -> Callable[[], None]:
    def draw() -> None:
        st.session_state.setdefault("first seen by", current().badge)
        st.write(f"This is {name}, first seen by {st.session_state['first seen by']}.")
        st.button("Press", key="press", on_click=_pressed)

    return draw


def _chart() -> None:
    ratings = pandas.DataFrame({"visit": [1, 2, 3], "rating": [3, 5, 8]})
    line = altair.Chart(ratings).mark_line(point=True).encode(x="visit:O", y="rating:Q")
    st.altair_chart(line)
    st.line_chart(ratings, x="visit", y="rating")


def _in_halves() -> None:
    from tests.web import screens

    st.write("The first half")
    try:
        screens.GOES_ON.wait(20)
        st.write("The second half")
    finally:
        screens.ENDED.set()


def main() -> None:
    """Draw the screen that is asked for."""
    try:
        current()
    except NotSignedIn:
        st.write("Nobody is signed in.")
        return
    names = ("home", "review", "family")
    pages = [
        st.Page(_screen(name), title=name, url_path=name, default=name == "home") for name in names
    ]
    pages.append(st.Page(_chart, title="chart", url_path="chart"))
    pages.append(st.Page(_in_halves, title="halves", url_path="halves"))
    st.navigation(pages, position="hidden").run()


if __name__ == "__main__":
    main()
