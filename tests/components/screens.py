"""The screens of the small house in Streamlit: one part each, named in the address."""

import streamlit as st

from tests.components.parts import data_of
from vigreview import components

st.set_page_config(layout="wide")
asked = st.query_params.to_dict()
part = asked["part"]
st.session_state.runs = st.session_state.get("runs", 0) + 1

if "watch" in asked:
    st.html(f"<h1>{st.session_state.runs}</h1>")  # what the watch sees of a tap
    components.watch(data_of("watch", asked), key="watch")
if not st.toggle("Away"):
    told = getattr(components, part)(data_of(part, asked), key=part)
    st.caption(f"Run {st.session_state.runs}, told {told}")
st.button("Rerun", key="rerun")
