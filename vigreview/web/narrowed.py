"""What may be asked for, by whom: everybody, a practitioner, a tablet between two people."""

import re
from urllib.parse import parse_qs

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from vigreview.web import appsessions
from vigreview.web.sessions import SITTING, Narrowing

OPEN_PATHS = frozenset(
    {
        "/health",
        "/sign-in",
        "/set-up",
        "/set-up/key",
        "/set-up/check",
        "/set-up/strength",
        "/lost-passphrase",
        "/look-around",
        "/look-around/progress",
        "/look-around/enter",
    }
)
OPEN_FOLDER = "/gate/assets/"

_STREAM = "/_stcore/stream"
# Of Streamlit's own routes: what its pages load. Not its metrics, nor its agent API, which would
# run screens past the check of every message.
_SHELL = re.compile(
    r"/static/.+|/favicon\.png|/manifest\.json|/_stcore/(health|host-config|bidi-components/.+)"
)
_NOT_PAGES = re.compile(
    r"/(_stcore|static|media|component|auth|films|clips|stills|keepsakes|files|uploads)/.*"
)
_TOGETHER = frozenset({"/acts", "/gate/watch", "/gate/here", "/gate/leave", "/gate/cover"})
_NOT_PAGES_EITHER = _TOGETHER | {"/lock", "/uploads"}
_PERSON_ASKS = frozenset({"rerun_script", "file_urls_request", "backend_operation_request"})
_NARROW_ASKS = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
_WIDE_ASKS = _NARROW_ASKS | _PERSON_ASKS


def is_open(path: str) -> bool:
    """Tell whether a path answers without a cookie."""
    return path in OPEN_PATHS or path.startswith(OPEN_FOLDER)


def is_shell(path: str) -> bool:
    """Tell whether a path is a file that Streamlit's empty page loads."""
    return bool(_SHELL.fullmatch(path))


def is_page(path: str) -> bool:
    """Tell whether a path is a screen's: answered with Streamlit's empty page."""
    if _NOT_PAGES.fullmatch(path) or path in _NOT_PAGES_EITHER or is_shell(path) or is_open(path):
        return False
    return path == "/" or bool(re.fullmatch(r"/[^/.]+/?", path))


def is_film(path: str) -> bool:
    """Tell whether a path is of moving or still pictures, or a file that is handed over."""
    return path.startswith(("/films/", "/clips/", "/stills/", "/keepsakes/", "/files/"))


def practitioner_may(path: str) -> bool:
    """Tell whether a practitioner's session may ask for a path."""
    if path.startswith("/_stcore/"):
        return is_shell(path)
    return not path.startswith(("/auth/", "/oauth2callback"))


def together_may(path: str, narrowing: Narrowing) -> bool:
    """Tell whether a tablet between two people may ask for a path that is not a screen's."""
    if asleep_may(path):
        return True
    chosen = {f"/clips/{clip}{of_it}" for clip in narrowing.clips for of_it in ("", "/captions")}
    return path in chosen | {f"/stills/{still}" for still in narrowing.stills}


def asleep_may(path: str) -> bool:
    """Tell whether the same tablet may ask for it before the PIN: nothing that shows or tells."""
    return is_shell(path) or path in _TOGETHER or path.startswith(OPEN_FOLDER)


def read_message(frame: bytes) -> BackMsg | None:
    """Return a browser's message to Streamlit, or None where it is none."""
    message = BackMsg()
    try:
        message.ParseFromString(frame)
    except DecodeError:
        return None
    return message


def by_a_person(message: BackMsg) -> bool:
    """Tell whether a person did something; a heartbeat and a timed rerun are nobody's doing."""
    if message.WhichOneof("type") == "rerun_script":
        return not message.rerun_script.is_auto_rerun
    return message.WhichOneof("type") in _PERSON_ASKS


def refusal(message: BackMsg, narrowing: Narrowing | None) -> str | None:
    """Return why a message may not reach Streamlit, in a few words without data, or None."""
    kind = message.WhichOneof("type") or "nothing"
    if kind not in (_NARROW_ASKS if narrowing else _WIDE_ASKS):
        return f"message {kind}"
    if narrowing and kind == "rerun_script":
        return _elsewhere(message.rerun_script, narrowing)
    return None


def widgets(message: BackMsg) -> list[str]:
    """Return the ids of the widgets whose values a message brings."""
    return [one.id for one in message.rerun_script.widget_states.widgets]


def without(message: BackMsg, unwanted: set[str]) -> bool:
    """Take some widgets' values out of a message; tell whether there were any."""
    held = message.rerun_script.widget_states.widgets
    kept = [one for one in held if one.id not in unwanted]
    changed = len(kept) < len(held)
    if changed:
        del held[:]
        held.extend(kept)
    return changed


def _elsewhere(state: ClientState, narrowing: Narrowing) -> str | None:
    by_hash = state.page_script_hash == appsessions.page_hash(narrowing.page)
    by_name = state.page_name.strip("/") == narrowing.page
    # Streamlit goes by the hash where there is one, else by the name, else to its first page.
    right = by_hash if state.page_script_hash else by_name
    if not right or (state.page_name and not by_name):
        return "another page"
    asked = parse_qs(state.query_string.lstrip("?"), keep_blank_values=True)
    if asked not in ({}, {SITTING: [str(narrowing.sitting_id)]}):
        return "another review"
    return None


def at_its_place(path: str, query: bytes, narrowing: Narrowing) -> bool:
    """Tell whether a URL is exactly that of the review under way."""
    return f"{path}?{query.decode('latin-1')}" == narrowing.place


def is_stream(path: str) -> bool:
    """Tell whether a path is the one WebSocket there is."""
    return path == _STREAM
