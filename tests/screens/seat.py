"""A person at a screen: opens it, taps and fills in by key, reads what it says. No browser."""

import html
import json
import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from vigreview.web.appsessions import BADGE_KEY, page_hash

FRAME = Path(__file__).parents[2] / "vigreview" / "frame.py"
SLOWEST_SECONDS = 30
MOST_STEPS = 20
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
JOINER = "\u2060"  # nobody sees it; it keeps two signs from being read as one
_LINE_END = re.compile(r"</(?:p|h1|h2|cite|blockquote)>")
_TAG = re.compile(r"<[^>]*>")
_ALT = re.compile(r'alt="([^"]*)"')


class Seat:
    """One browser of a session. Every run is a run that went well: none leaves a traceback."""

    def __init__(self, session=None):
        self.session = session
        self._at = AppTest.from_file(FRAME, default_timeout=SLOWEST_SECONDS)

    def open(self, page="caseload", **address):
        """Go to an address, as a person who types it would."""
        self._at.query_params = {name: str(value) for name, value in address.items()}
        # What the browser sends; `switch_page` knows pages only after a run without one.
        self._at._page_hash = page_hash("" if page == "caseload" else page)
        return self._run()

    def tap(self, key):
        """Tap a button by its key, or by its label where it has none."""
        found = [one for one in self._at.button if key in (one.key, plain(one.label))]
        assert len(found) == 1, f"{key}: there is {[one.key or one.label for one in self.buttons]}"
        found[0].click()
        return self._run()

    def steps(self, turn="turn-on"):
        """This screen, and it again after each tap on the way on, for as long as there is one."""
        yield self
        for _ in range(MOST_STEPS):
            if turn not in self.keys:
                return
            yield self.tap(turn)
        raise AssertionError("there is no end to the steps")

    def fill(self, **values):
        """Fill in fields by their keys (`_` stands for `-`), in one go."""
        for key, value in values.items():
            self.field(key.replace("_", "-")).set_value(value)
        return self._run()

    def field(self, key):
        """Return one field by its key."""
        found = [one for one in self._at.main if getattr(one, "key", None) == key]
        assert len(found) == 1, f"there is no {key} on this screen"
        return found[0]

    def _run(self):
        self._at.user = {BADGE_KEY: self.session.badge} if self.session else {}
        self._at.run()
        # AppTest would ask for this page on each run to come, also after a button has led away.
        self._at._page_hash = ""
        assert not self._at.exception, self._at.exception[0].message
        return self

    @property
    def address(self):
        return {name: int(value) for name, value in self._at.query_params.items()}

    @property
    def buttons(self):
        return list(self._at.button)

    @property
    def elements(self):
        return list(self._at.main)

    @property
    def keys(self):
        """The keys of all that can be tapped or filled in."""
        return {key for one in self._at.main if (key := getattr(one, "key", None))}

    @property
    def titles(self):
        found = [re.search("<h1[^>]*>(.*?)</h1>", text) for _, text in self.sources]
        return [html.unescape(one[1]) for one in found if one]

    @property
    def title(self):
        return self.titles[0]

    def parts(self, name):
        """Return what each of our own parts of one kind was given, by key prefix."""
        return [
            json.loads(one.proto.json)
            for one in self._at.main
            if one.type == "bidi_component" and (one.key or "").startswith(name)
        ]

    def part(self, key):
        """Return what one of our own parts was given."""
        (data,) = self.parts(key)
        return data

    @property
    def charts(self):
        return [one for one in self._at.main if "vega" in one.type]

    @property
    def told(self):
        """What the screen warns of or confirms, in passing."""
        return [plain(one.value) for one in (*self._at.warning, *self._at.toast)]

    @property
    def sources(self):
        """Every text that reaches the browser, as ('html' | 'markdown' | 'plain', text)."""
        nodes = list(_nodes(self._at.main))
        return [(kind, text) for node in (*nodes, *self._at.toast) for kind, text in _texts(node)]

    @property
    def lines(self):
        """All that a person can read on this screen, line by line, in its order."""
        return [line for kind, text in self.sources for line in _read(kind, text)]

    @property
    def words(self):
        return "\n".join(self.lines)


def plain(markdown):
    """Return the letters that a person sees of Markdown: its escapes read."""
    return ESCAPED.sub(r"\1", markdown).replace(JOINER, "")


def _nodes(block):
    yield block
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _nodes(child)
        else:
            yield child


def _texts(node):
    proto = node.proto
    if node.type == "html":
        yield "html", proto.body
    elif node.type == "bidi_component":
        yield "plain", proto.json
    elif hasattr(node, "children"):
        label = proto.popover.label if node.type == "popover" else getattr(proto, "label", "")
        if label:
            yield "markdown", label
    else:
        yield from _texts_of_widget(node, proto)


def _texts_of_widget(node, proto):
    for name in ("label", "help", "text", "body"):
        if text := getattr(proto, name, ""):
            yield "markdown", text
    if node.type == "button_group":
        yield from (("markdown", option.content) for option in proto.options)
    elif node.type in ("selectbox", "multiselect"):
        yield from (("plain", option) for option in proto.options)
    elif node.type in ("text_input", "text_area") and (text := node.value or proto.placeholder):
        yield "plain", text


def _read(kind, text):
    if kind == "markdown":
        return [plain(text)]
    if kind == "plain":
        return [text]
    spoken = _TAG.sub("", _LINE_END.sub("\n", text)) + "\n" + "\n".join(_ALT.findall(text))
    return [html.unescape(line.strip()) for line in spoken.split("\n") if line.strip()]
