"""ELAN's annotation files, EAF 3.0 (https://www.mpi.nl/tools/elan/EAFv3.0.xsd).

A clip is an annotation on the tier "Clips"; what is said of it hangs on it, on tiers of their
own. Annotations of one tier may not overlap, so clips that do lie on "Clips 2" and so on. Times
are milliseconds: EAF has no finer ones.
"""

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from vigreview.documents.eaf_reading import Annotation, Eaf, read_eaf
from vigreview.documents.reading import MS, one_line, whole
from vigreview.documents.webvtt import whole_ms
from vigreview.process.content import Principles, our_principles
from vigreview.process.microanalysis import SEEN
from vigreview.process.moments import Moment

SCHEMA = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
CLIPS, PRINCIPLES, CYCLE = "Clips", "Principles", "Yes-cycle"
WHY, WONDER = "Why it was chosen", "To wonder about"
TYPES = {"clip": None, "said of a clip": "Symbolic_Association"}
_CLIPS_TIER = re.compile(rf"{CLIPS}( \d+)?")
_BETWEEN = "; "
OURS = our_principles()


def eaf(
    moments: Sequence[Moment],
    film: str,
    made_at: str,
    notes: bool = False,
    named: Principles = OURS,
) -> bytes:
    """Return moments as an EAF file for a film of that name, made at a time (ISO 8601).

    The private notes are in it only where they are asked for. `named` words the principles.
    """
    root = ET.Element(
        "ANNOTATION_DOCUMENT",
        {
            **{"AUTHOR": "", "DATE": made_at, "FORMAT": "3.0", "VERSION": "3.0"},
            **{"xmlns:xsi": XSI, "xsi:noNamespaceSchemaLocation": SCHEMA},
        },
    )
    header = ET.SubElement(root, "HEADER", {"MEDIA_FILE": "", "TIME_UNITS": "milliseconds"})
    beside = {"MEDIA_URL": f"./{film}", "RELATIVE_MEDIA_URL": f"./{film}"}
    ET.SubElement(header, "MEDIA_DESCRIPTOR", {**beside, "MIME_TYPE": "video/mp4"})
    slots = ET.SubElement(root, "TIME_ORDER")
    tiers = _Tiers(root, slots, named)
    for number, lane in enumerate(_lanes(moments), start=1):
        tiers.add(f" {number}" if number > 1 else "", lane, notes)
    for name, constraint in TYPES.items():
        said = {"CONSTRAINTS": constraint} if constraint else {}
        alignable = "false" if constraint else "true"
        about = {"LINGUISTIC_TYPE_ID": name, "TIME_ALIGNABLE": alignable, **said}
        ET.SubElement(root, "LINGUISTIC_TYPE", {**about, "GRAPHIC_REFERENCES": "false"})
    means = {"DESCRIPTION": "1-1 association with a parent annotation"}
    ET.SubElement(root, "CONSTRAINT", {**means, "STEREOTYPE": "Symbolic_Association"})
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="UTF-8", xml_declaration=True))


def _lanes(moments: Sequence[Moment]) -> list[list[Moment]]:
    """Moments in film order, on as few lanes as keep them from overlapping; one at least."""
    lanes: list[list[Moment]] = [[]]
    for one in sorted(moments, key=lambda one: one.start_us):
        start = whole_ms(one)[0]
        free = next((lane for lane in lanes if not lane or whole_ms(lane[-1])[1] <= start), None)
        if free is None:
            lanes.append([one])
        else:
            free.append(one)
    return lanes


class _Tiers:
    """The tiers of a document that is being written."""

    def __init__(self, root: ET.Element, slots: ET.Element, named: Principles) -> None:
        self._root, self._slots, self._named = root, slots, named
        self._annotations = 0

    def add(self, lane: str, moments: Sequence[Moment], notes: bool) -> None:
        """Add the tier of a lane's clips, and the tiers of what is said of them."""
        clips = self._tier(f"{CLIPS}{lane}", "clip")
        said = {
            PRINCIPLES: lambda one: _BETWEEN.join(map(self._named.name_of, one.principles)),
            CYCLE: lambda one: _BETWEEN.join(one.seen),
            **({WHY: lambda one: one.why, WONDER: lambda one: one.wonder} if notes else {}),
        }
        ids = [self._clip(clips, one) for one in moments]
        for name, words_of in said.items():
            tier = self._tier(f"{name}{lane}", "said of a clip", f"{CLIPS}{lane}")
            for clip_id, one in zip(ids, moments, strict=True):
                if words := one_line(words_of(one)):
                    self._annotation(tier, "REF_ANNOTATION", words, {"ANNOTATION_REF": clip_id})

    def _tier(self, name: str, kind: str, parent: str | None = None) -> ET.Element:
        held = {"LINGUISTIC_TYPE_REF": kind, "TIER_ID": name}
        return ET.SubElement(self._root, "TIER", held | ({"PARENT_REF": parent} if parent else {}))

    def _clip(self, tier: ET.Element, one: Moment) -> str:
        edges = [self._slot(each) for each in whole_ms(one)]
        refs = dict(zip(("TIME_SLOT_REF1", "TIME_SLOT_REF2"), edges, strict=True))
        return self._annotation(tier, "ALIGNABLE_ANNOTATION", one_line(one.name), refs)

    def _slot(self, ms: int) -> str:
        name = f"ts{len(self._slots) + 1}"
        ET.SubElement(self._slots, "TIME_SLOT", {"TIME_SLOT_ID": name, "TIME_VALUE": str(ms)})
        return name

    def _annotation(self, tier: ET.Element, kind: str, words: str, refs: dict[str, str]) -> str:
        self._annotations += 1
        name = f"a{self._annotations}"
        around = ET.SubElement(tier, "ANNOTATION")
        held = ET.SubElement(around, kind, {"ANNOTATION_ID": name, **refs})
        ET.SubElement(held, "ANNOTATION_VALUE").text = words
        return name


def from_eaf(data: bytes, named: Principles = OURS) -> list[Moment]:
    """Return the moments in an EAF file, in film order. Raises Unusable.

    Those of the tiers "Clips", where there are any; else every annotation that has times. The
    principles are known by the names that they have, or had, in `named`.
    """
    held = read_eaf(whole(data))
    timed = [one for one in held.annotations if one.of is None]
    ours = [one for one in timed if _CLIPS_TIER.fullmatch(one.tier)]
    known = named.ids_by_name()
    found = [_moment(held, one, known) for one in ours or timed]
    return sorted(found, key=lambda one: one.start_us)


def _moment(held: Eaf, one: Annotation, known: dict[str, str]) -> Moment:
    lane = one.tier.removeprefix(CLIPS) if _CLIPS_TIER.fullmatch(one.tier) else ""
    said = {other.tier: other.words for other in held.said_of.get(one.id, ())}

    def listed(name: str) -> list[str]:
        return said.get(f"{name}{lane}", "").split(_BETWEEN)

    return Moment(
        one.start_ms * MS,
        one.end_ms * MS,
        one_line(one.words),
        tuple(known[each] for each in listed(PRINCIPLES) if each in known),
        tuple(each for each in SEEN if each in listed(CYCLE)),
        why=said.get(f"{WHY}{lane}", ""),
        wonder=said.get(f"{WONDER}{lane}", ""),
    )
