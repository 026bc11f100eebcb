"""The few things the gate must know of Streamlit's own sessions."""

from typing import Any

from streamlit import config
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.util import calc_hash

BADGE_HEADER = "x-vigreview-session"
BADGE_KEY = "vigreview_session"
_OPTION = "server.trustedUserHeaders"


def trust_badge_header() -> None:
    """Have Streamlit read the gate's badge into ``st.user`` and compare it when a session resumes.

    Called at every WebSocket connect: a configuration read anew would forget it otherwise.
    """
    trusted = dict(config.get_option(_OPTION) or {})
    if trusted.get(BADGE_HEADER) != BADGE_KEY:
        config.set_option(_OPTION, {**trusted, BADGE_HEADER: BADGE_KEY})


def page_hash(url_path: str) -> str:
    """Return the hash by which the browser names the page at this URL path."""
    return calc_hash(url_path)


def belongs(app_session_id: str, badge: str) -> bool:
    """Tell whether Streamlit holds a session of this id that was opened with this badge."""
    return any(held == app_session_id and its == badge for held, its in _held())


def is_held(app_session_id: str) -> bool:
    """Tell whether Streamlit holds a session of this id, whoever opened it."""
    return any(held == app_session_id for held, _ in _held())


def drew(widget_id: str, badge: str) -> bool:
    """Tell whether a screen opened with this badge has drawn a widget of this id."""
    return any(
        session.session_state.get_widget_metadata(widget_id) is not None
        for session in _sessions()
        if session._user_info.get(BADGE_KEY) == badge
    )


def drop(badge: str) -> None:
    """Throw away, with all their state, the Streamlit sessions opened with this badge.

    Safe from any thread; done on the server's event loop.
    """
    if not Runtime.exists():
        return
    runtime = Runtime.instance()

    def close_all() -> None:
        for app_session_id, its in _held():
            if its == badge:
                runtime.close_session(app_session_id)

    # Streamlit (1.67) has no public way to list sessions or to reach its event loop.
    loop = runtime._get_async_objs().eventloop
    if not loop.is_closed():
        loop.call_soon_threadsafe(close_all)


def _held() -> list[tuple[str, Any]]:
    """Return (id, badge) of every Streamlit session, connected or waiting to be resumed."""
    return [(session.id, session._user_info.get(BADGE_KEY)) for session in _sessions()]


def _sessions() -> list[AppSession]:
    if not Runtime.exists():
        return []
    # Private as well: the session manager, and the user info that a session is bound to.
    return [info.session for info in Runtime.instance()._session_mgr.list_sessions()]
