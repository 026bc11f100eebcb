"""What every screen shares: whose screen it is, its look, and plain words put safely on it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, NoReturn, Protocol, TypeVar

import streamlit as st
from sqlite_utils import Database

from vigreview.languages.words import Said
from vigreview.process.practice import NotThere, Practice, Refused
from vigreview.process.stills import Still, still
from vigreview.process.tongues import tag
from vigreview.web import sessions
from vigreview.web.failures import log_failure

LOOKS = [Path(__file__).with_name(f"{name}.css") for name in ("screen", "together")]
ICON = (Path(__file__).parents[1] / "web" / "assets" / "mark.svg").read_text(encoding="utf-8")
PAGES = Path(__file__).parents[2] / "pages"
LONGEST_ID = 18  # digits that fit into a row's number
IN_A_ROW = 4  # stills
T = TypeVar("T")
_REFUSED = "what was refused"
_MARKDOWN = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]()<>#+-.!|~:$&"})
# Once the escapes are read, Streamlit still makes arrows, icons and links of what it finds. A
# word joiner, which nobody sees, keeps these letters apart.
_JOINER = "\u2060"
_REWRITTEN = re.compile(
    r"(?<=[-<>~])(?=[-=>])|(?<=:)(?=[\w/+-])|(?<=www)(?=\.)|(?=@)", re.IGNORECASE
)


@dataclass(frozen=True)
class ScreenPractice(Practice):
    """The practice from a screen: what is done there is seen on all screens of a time together."""

    session: sessions.Session = field(kw_only=True, repr=False)

    @contextmanager
    def write(self) -> Iterator[Database]:
        with super().write() as db:
            if self.session.asleep:
                raise Refused("The screen is covered. Please give the PIN first.")
            yield db
        sessions.DOORS.tell(self.session, "change", {})


def practice() -> Practice:
    """Return the practice as it is seen from this seat; a screen that nobody may see ends here."""
    try:
        session = sessions.current()
    except sessions.NotSignedIn:
        st.stop()
    narrowed = session.narrowed
    sitting = narrowed.sitting_id if narrowed else None
    return ScreenPractice(session.vault, sitting, session=session)


def plain(words: str) -> str:
    """Return a person's words so that Streamlit's Markdown shows them letter for letter."""
    return _REWRITTEN.sub(_JOINER, words).translate(_MARKDOWN)


def title(words: str, lead: str = "") -> None:
    """Put a screen's title on it, and one line that says what it is for."""
    lead_html = f'<p class="lead"{tongue(lead)}>{escape(lead)}</p>' if lead else ""
    st.html(f"<header><h1{tongue(words)}>{escape(words)}</h1>{lead_html}</header>")


def heading(words: str, lead: str = "") -> None:
    """Put a part's heading on the screen."""
    lead_html = f'<p class="quiet"{tongue(lead)}>{escape(lead)}</p>' if lead else ""
    st.html(f"<h2{tongue(words)}>{escape(words)}</h2>{lead_html}")


def first_large(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]


def tongue(words: str) -> str:
    """Return the language of a sentence as HTML attributes: none for English on an English screen.

    A page's own language is English, until the watch says otherwise.
    """
    if not isinstance(words, Said) or (words.tongue["lang"] == "en" and not words.elsewhere):
        return ""
    return "".join(f' {name}="{value}"' for name, value in words.tongue.items())


def text(words: str, kind: str = "") -> None:
    """Put plain words on the screen; `kind` is a class of the style sheet ('quiet', 'big')."""
    st.html(f'<p class="{kind}"{tongue(words)}>{escape(words)}</p>')


def lines(*said: tuple[str, str]) -> None:
    """Put lines close together on the screen, each with its class of the style sheet."""
    st.html("".join(f'<p class="{kind}">{escape(words)}</p>' for words, kind in said if words))


class Quoted(Protocol):
    """Words that somebody said, `original` as they were said, and in what (`process.tongues`)."""

    @property
    def words(self) -> str: ...

    @property
    def original(self) -> str | None: ...

    @property
    def said_in(self) -> str | None: ...


def quote(words: str, who: str = "", kind: str = "parent") -> None:
    """Put somebody's own words on the screen, with who said them."""
    st.html(_quote_html(words, who, kind))


def quote_said(said: Quoted, who: str = "", kind: str = "parent") -> None:
    """Put words on the screen that were said, and beside them as they were said."""
    st.html(quote_html(said, who, kind))


def quote_html(said: Quoted, who: str = "", kind: str = "parent") -> str:
    """Return words that were said as HTML; as they were said they are in their own language."""
    code = tag(said.said_in)
    lang = f' lang="{escape(code)}"' if code else ""
    if not said.original:
        return _quote_html(said.words, who, kind, lang)
    other = f'<p class="original" dir="auto"{lang}>{escape(said.original)}</p>'
    return _quote_html(said.words, who, kind, other=other)


def _quote_html(words: str, who: str, kind: str, lang: str = "", other: str = "") -> str:
    """Return somebody's own words as HTML, escaped; each runs the way its first letters do."""
    tongue_html = tongue(who) or ' dir="auto"'
    said = f"<cite{tongue_html}>{escape(who)}</cite>" if who else ""
    return (
        f'<blockquote class="said {kind}"><p dir="auto"{lang}>{escape(words)}</p>{other}{said}'
        "</blockquote>"
    )


def still_html(still_id: int | None, alt: str) -> str:
    """Return a still as HTML, served by our own route; nothing where there is none."""
    if still_id is None:
        return '<div class="still none"></div>'
    one = still(practice(), still_id)
    kind = "still part" if one.crop else "still"
    return f'<img class="{kind}" src="{still_src(one)}" alt="{escape(alt)}" loading="lazy">'


def still_src(one: Still) -> str:
    """Return where a still's picture is served; another part of it has another address."""
    part = "-".join(map(str, one.crop.part)) if one.crop else ""
    return f"/stills/{one.id}" + (f"?part={part}" if part else "")


def in_rows(shown: Sequence[T]) -> Iterator[T]:
    """Give one thing after another, each with its own place in a row of a few to put it in."""
    for first in range(0, len(shown), IN_A_ROW):
        columns = st.columns(IN_A_ROW)
        for column, one in zip(columns, shown[first : first + IN_A_ROW], strict=False):
            with column:
                yield one


def refusal() -> None:
    """Say why the last act was refused, if it was."""
    sentence = st.session_state.pop(_REFUSED, None)
    if sentence:
        st.warning(plain(sentence))


def doing(verb: Callable[..., Any], *args: Any, **named: Any) -> None:
    """Call a verb from a button; where it is refused, `refusal` says why on the next run."""
    try:
        verb(*args, **named)
    except (Refused, NotThere) as error:
        st.session_state[_REFUSED] = str(error)
    except Exception as error:
        log_failure("An act", error)
        st.session_state[_REFUSED] = "This could not be done. Please try again."


def asked_for(name: str) -> int:
    """Return the id that this screen's address names. Ends the screen kindly without one."""
    value = st.query_params.get(name, "")
    if not (value.isascii() and value.isdigit() and len(value) <= LONGEST_ID):
        nothing_here()
    return int(value)


def nothing_here() -> NoReturn:
    """Say that there is nothing at this address, and lead back."""
    title("There is nothing here", "It may have been taken away, or the address has a slip in it.")
    # Together there is no way to the families, and the screen offers none.
    if not sessions.current().narrowed and st.button("To the families", type="primary"):
        go("caseload")
    st.stop()


def back_to(label: str, page: str, key: str = "back", **ids: int) -> None:
    """Put a way back at the top of the screen."""
    if st.button(f"‹ {plain(label)}", key=key, type="tertiary"):
        go(page, **ids)


def go(page: str, **ids: int) -> NoReturn:
    """Turn to another screen; `ids` go into its address."""
    st.switch_page(PAGES / f"{page}.py", query_params={k: str(v) for k, v in ids.items()})


def joined(words: Iterable[str]) -> str:
    """Join short facts into one quiet line."""
    return " · ".join(word for word in words if word)


def day(iso: str) -> str:
    """Return an ISO day as people write it."""
    if not iso:
        return ""
    on = date.fromisoformat(iso)
    return f"{on.day} {on:%B %Y}"
