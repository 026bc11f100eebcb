"""The screens of the small house: one part each, named in the address."""

import streamlit as st

from tests.components.drawn_film import HEIGHT, WIDTH
from vigreview import components

st.set_page_config(layout="wide")
part = st.query_params.get("part", "note_box")
role = "together" if part not in ("bench", "uploader") else "practitioner"

if st.query_params.get("watch"):
    components.watch({"role": role, "covered": bool(st.query_params.get("covered"))})

if part == "note_box":
    two = bool(st.query_params.get("two"))
    kept = components.note_box(
        {
            "label": "What did you notice?",
            "help": "Anything you saw, however small.",
            "box": "noticing-3",
            "verb": "notice",
            "args": {"clip_id": 3},
            "draft": st.query_params.get("draft", ""),
            "who": [
                {"id": "p", "word": "Sam (practitioner)", "kind": "practitioner"},
                {"id": 1, "word": "Nana", "kind": "carer"},
                {"id": 2, "word": "Daddy", "kind": "carer"},
            ],
            "own_language": {"label": "Nana’s own words", "lang": "pl"} if two else None,
        },
        key="note",
    )
    if two:
        st.session_state.setdefault("runs", 0)
    st.session_state.runs = st.session_state.get("runs", 0) + 1
    st.caption(f"Run {st.session_state.runs}, kept {kept and kept['id']}")

if part == "scale":
    chosen = components.scale(
        {
            "label": "How close do you feel to Ada?",
            "low": "Not yet",
            "high": "As close as I hope to be",
            "verb": "rate",
            "args": {"of": "now"},
        },
        key="scale",
    )
    st.caption(f"Kept {chosen and chosen['value']}")

if part == "clip_player":
    stopped = components.clip_player(
        {
            "src": "/clips/3",
            "poster": "/stills/4",
            "name": "Ada looks up",
            "width": WIDTH,
            "height": HEIGHT,
            "tell_stops": True,
        },
        key="clip",
    )
    st.caption(f"Stopped at {stopped}")
    st.button("Run again")

if part == "uploader":
    arrived = components.uploader(
        {"film_id": 7, "most_bytes": 8_000_000_000, "most_minutes": 60}, key="up"
    )
    st.caption(f"Arrived {arrived}")
