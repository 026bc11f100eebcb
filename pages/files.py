"""Files: a clip, a still or the list of clips is handed over, and lists come in."""

import streamlit as st

from vigreview.components.list_picker.list_picker import Picked, list_picker
from vigreview.documents.elan import from_eaf
from vigreview.documents.losslesscut import read_losslesscut_csv
from vigreview.documents.reading import MOST_BYTES
from vigreview.handing_files import principles_of
from vigreview.process.consent import may, may_be_seen_by
from vigreview.process.files_out import (
    CLIP_KINDS,
    FOR_WHOM,
    LIST_KINDS,
    STILL_KINDS,
    files_out,
    hand_over_file,
    kind_of_last,
)
from vigreview.process.filming import Film, film
from vigreview.process.microanalysis import clips
from vigreview.process.moments import Moment, bring_moments
from vigreview.process.practice import Practice
from vigreview.process.stills import stills
from vigreview.refusals import NotThere, Refused, Unusable
from vigreview.screens import screen
from vigreview.screens.file_lines import WHOM, files_asked_for

KINDS = {
    "mp4": "A film with sound (MP4)",
    "silent": "A film without sound (MP4)",
    "jpeg": "A picture (JPEG)",
    "png": "A picture (PNG)",
    "elan": "For ELAN (.eaf)",
    "losslesscut": "For LosslessCut (.csv)",
    "webvtt": "Subtitles (.vtt)",
    "table": "A table for a spreadsheet (.csv)",
}
ENDINGS = (".eaf", ".csv")


def draw() -> None:
    practice = screen.practice()
    one = film(practice, screen.asked_for("film"))
    screen.back_to(f"Clips of {one.called}", "clips", film=one.id)
    screen.title("Files", "Hand something over on purpose, and take lists of clips in.")
    screen.refusal()
    if one.state != "ready":
        screen.text("This film is not ready yet, or has been erased.")
    else:
        with st.container(border=True):
            hand_over(practice, one)
    asked = files_out(practice, one.id)
    if asked:
        screen.heading("Files that were asked for", "Each can be fetched once.")
        files_asked_for(one.id)
    if one.state == "ready":
        with st.container(border=True):
            bring_in(practice, one)


def hand_over(practice: Practice, one: Film) -> None:
    screen.heading("Hand a file over", "It is made from the film as it was brought.")
    things = things_of(practice, one)
    chosen = st.selectbox("What", list(things), format_func=things.__getitem__, key="what")
    what, number = chosen.split("-")
    kinds = {"list": LIST_KINDS, "clip": CLIP_KINDS, "still": STILL_KINDS}[what]
    before = st.session_state.get(f"kind of {what}") or kind_of_last(practice, kinds)
    kind = st.selectbox(
        "As", kinds, kinds.index(before), format_func=KINDS.__getitem__, key=f"kind-{what}"
    )
    st.session_state[f"kind of {what}"] = kind
    whom = [each for each in WHOM if what == "list" or each != "own work"]
    if one.for_supervision:
        whom = [each for each in whom if each in ("supervision", "own work")]
    for_whom = st.selectbox("For whom", whom, format_func=WHOM.__getitem__, key=f"whom-{what}")
    notes = False
    if for_whom == "own work" and kind in ("elan", "table"):
        notes = st.checkbox("With my private notes", key="notes")
    to_whom = ""
    if one.for_supervision and for_whom == "supervision":
        named = may_be_seen_by(practice, one.journey_id)
        to_whom = st.selectbox("Named in the consent", named, key="to-whom") or ""
    why_perhaps = "For our next meeting" if one.for_supervision else "Sam asked for it"
    why = st.text_input("Why", key="why", max_chars=400, placeholder=why_perhaps)
    permission = may(practice, FOR_WHOM[for_whom], one.id)
    if not permission:
        st.warning(screen.plain(permission.because))
    st.button(
        "Make the file",
        key="make",
        type="primary",
        disabled=not (permission and why.strip()),
        on_click=screen.doing,
        args=(hand_over_file, practice, one.id),
        kwargs={
            "kind": kind,
            "for_whom": for_whom,
            "why": why,
            "clip_id": int(number) if what == "clip" else None,
            "still_id": int(number) if what == "still" else None,
            "notes": notes,
            "to_whom": to_whom,
        },
    )


def things_of(practice: Practice, one: Film) -> dict[str, str]:
    """Return what there is to hand over of a film, each with its words."""
    things = {}
    for number, clip in enumerate(clips(practice, one.id), start=1):
        length = (clip.end_us - clip.start_us) / 1e6
        named = f"Clip {number}: {clip.name}" if clip.name else f"Clip {number}"
        things[f"clip-{clip.id}"] = f"{named} ({length:.1f} s)"
    for still in stills(practice, one.id):
        things[f"still-{still.id}"] = f"Still at {still.at_us / 1e6:.2f} s"
    return {**things, "list-0": "The list of clips: names and times, no pictures"}


def bring_in(practice: Practice, one: Film) -> None:
    screen.heading("Bring clips in", "From ELAN (.eaf), or a list of LosslessCut's (.csv).")
    picked = list_picker(
        {
            "words": "Choose a list of clips of this film",
            "endings": list(ENDINGS),
            "most_bytes": MOST_BYTES,
        },
        key="brought",
    )
    if picked:
        brought(practice, one, picked)


def brought(practice: Practice, one: Film, picked: Picked) -> None:
    try:
        count = bring_moments(practice, one.id, moments_in(practice, one, picked))
    except (Refused, NotThere, Unusable) as error:
        st.warning(screen.plain(str(error)))
        return
    clip_s = "1 clip is" if count == 1 else f"{count} clips are"
    screen.text(f"{clip_s} on the bench now. Undo there takes all of it back.")


def moments_in(practice: Practice, one: Film, picked: Picked) -> list[Moment]:
    name = picked.name.lower()
    if name.endswith(".eaf"):
        return from_eaf(picked.data, principles_of(practice, one))
    if name.endswith(".csv"):
        return read_losslesscut_csv(picked.data)
    raise Unusable("This is neither an .eaf nor a .csv file.")


draw()
