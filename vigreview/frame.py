"""The script that Streamlit runs for every screen: who is signed in, and what they may open."""

import streamlit as st

from vigreview.components.watch.watch import watch
from vigreview.process import demo, languages
from vigreview.process.practice import NotThere
from vigreview.screens import screen
from vigreview.web import sessions
from vigreview.web.failures import log_failure

DESK = (
    "caseload",
    "new_family",
    "people",
    "consent",
    "film",
    "film_now",
    "clips",
    "rehearse",
    "get_ready",
    "files",
    "keepsake",
    "journey",
    "review_page",
    "find",
    "settings",
)


def frame() -> None:
    """Draw the screen that is asked for, with the watch on it."""
    st.set_page_config(page_title="vigreview", page_icon=screen.ICON, layout="wide")
    for look in screen.LOOKS:
        st.html(look)
    try:
        session = sessions.current()
    except sessions.NotSignedIn:
        screen.text("The screen was locked. Please sign in again.")
        st.link_button("To the sign-in page", "/sign-in")
        return
    narrowed = session.narrowed
    words = languages.words(screen.practice())
    watch(
        {
            "words": words.parts("watch"),
            "lang": words.language.code,
            "dir": words.language.dir,
            "role": "together" if narrowed else "practitioner",
            "cover": session.cover,
            "changes": sessions.DOORS.changes(session),
        }
    )
    if narrowed and session.cover:
        return  # nothing is on the screen that a slow script could show before its cover
    if session.demo:
        hint = "" if narrowed else f" The PIN that takes the tablet back is {demo.PIN}."
        st.html(f'<p class="banner">A demo family. Everything here is made up.{hint}</p>')
    if narrowed:
        # The one screen of this time together: no other is registered, so none can be opened.
        # Streamlit wants a default page, whose address is "/"; the gate sends that to this one.
        pages = [
            st.Page(screen.nothing_here, default=True),
            st.Page(screen.PAGES / f"{narrowed.page}.py", url_path=narrowed.page),
        ]
    else:
        pages = [
            st.Page(screen.PAGES / f"{name}.py", url_path=name, default=name == "caseload")
            for name in DESK
        ]
    try:
        st.navigation(pages, position="hidden").run()
    except NotThere:
        screen.nothing_here()
    except Exception as error:
        # Streamlit would write the message down, and a message may hold a family's words.
        log_failure("A screen", error)
        screen.title("Something went wrong here", "What was kept is kept. Please try once more.")


frame()
