"""Reading EAF with a parser that follows nothing: a document that declares anything is refused.

What makes XML dangerous (entities, files and addresses it names) needs a DOCTYPE, and EAF has
none.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from vigreview.documents.reading import LONGEST_US, MS
from vigreview.refusals import Unusable

NOT_ELAN = "This file is not one of ELAN's, or it is damaged."
DEEPEST = 20  # elements within one another; EAF needs five
MOST_ANNOTATIONS = 20_000
# Media descriptors may say that the annotations' zero lies later in the film.
ORIGIN = "TIME_ORIGIN"


@dataclass
class Annotation:
    """One annotation: with times of its own (ms of the film), or `of` another one."""

    id: str
    tier: str
    start_ms: int = 0
    end_ms: int = 0
    of: str | None = None
    words: str = ""


@dataclass
class Eaf:
    """What is used of an EAF file. `said_of` holds the annotations of each, by its id."""

    annotations: list[Annotation] = field(default_factory=list)
    said_of: dict[str, list[Annotation]] = field(default_factory=dict)


def read_eaf(data: bytes) -> Eaf:
    """Return the annotations of an EAF file. Raises Unusable.

    One that has no times of its own, because ELAN left them open, is left out.
    """
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.letters
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise Unusable(NOT_ELAN) from None
    if not reading.is_eaf:
        raise Unusable(NOT_ELAN)
    return reading.held


def _refuse(*_: object) -> None:
    raise Unusable("This file holds more than a list of clips, and is not opened.")


class _Reading:
    def __init__(self) -> None:
        self.held = Eaf()
        self.is_eaf = False
        self._slots: dict[str, int] = {}
        self._origin = 0
        self._tier = ""
        self._depth = 0
        self._annotation: Annotation | None = None
        self._in_value = False

    def begin(self, name: str, told: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unusable(NOT_ELAN)
        if self._depth == 1:
            self.is_eaf = name == "ANNOTATION_DOCUMENT"
        elif name == "HEADER" and told.get("TIME_UNITS", "milliseconds") != "milliseconds":
            raise Unusable("This file counts frames of another film; milliseconds are needed.")
        elif name == "MEDIA_DESCRIPTOR" and not self._origin:
            self._origin = int(told.get(ORIGIN, "0"))
        elif name == "TIME_SLOT" and "TIME_VALUE" in told:
            self._slots[told.get("TIME_SLOT_ID", "")] = int(told["TIME_VALUE"])
        elif name == "TIER":
            self._tier = told.get("TIER_ID", "")
        elif name in ("ALIGNABLE_ANNOTATION", "REF_ANNOTATION"):
            self._annotation = self._begun(told)
        elif name == "ANNOTATION_VALUE":
            self._in_value = True

    def letters(self, words: str) -> None:
        if self._in_value and self._annotation:
            self._annotation.words += words

    def end(self, name: str) -> None:
        self._depth -= 1
        if name == "ANNOTATION_VALUE":
            self._in_value = False
        elif name in ("ALIGNABLE_ANNOTATION", "REF_ANNOTATION") and self._annotation:
            self._keep(self._annotation)
            self._annotation = None

    def _begun(self, told: dict[str, str]) -> Annotation | None:
        one = Annotation(told.get("ANNOTATION_ID", ""), self._tier)
        if "ANNOTATION_REF" in told:
            one.of = told["ANNOTATION_REF"]
            return one
        edges = [self._slots.get(told.get(f"TIME_SLOT_REF{which}", "")) for which in (1, 2)]
        if edges[0] is None or edges[1] is None:
            return None
        one.start_ms, one.end_ms = edges[0] + self._origin, edges[1] + self._origin
        if not 0 <= one.start_ms <= one.end_ms <= LONGEST_US // MS:
            raise Unusable("A time in this file is none that a film could have.")
        return one

    def _keep(self, one: Annotation) -> None:
        self.held.annotations.append(one)
        if len(self.held.annotations) > MOST_ANNOTATIONS:
            raise Unusable("There is too much in this file to be a list of clips.")
        if one.of is not None:
            self.held.said_of.setdefault(one.of, []).append(one)
