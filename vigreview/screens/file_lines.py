"""Files that were asked for: each line says for whom and why, and lets it be fetched once."""

import streamlit as st

from vigreview.process.files_out import FileOut, files_out, making, put_away_file
from vigreview.process.practice import Practice
from vigreview.screens import screen

WHOM = {
    "family": "The family",
    "supervision": "My supervisor",
    "training": "Training or a presentation",
    "own work": "My own work in another program",
}


@st.fragment(run_every=2)
def files_asked_for(film_id: int, kind: str | None = None) -> None:
    """Show the files that were asked for of a film, those of one kind where it is named."""
    practice = screen.practice()
    screen.refusal()  # a tap in here runs this fragment alone
    for file in files_out(practice, film_id):
        if kind not in (None, file.kind):
            continue
        with st.container(border=True, key=f"file-{file.id}"):
            _line(practice, file)


def _line(practice: Practice, file: FileOut) -> None:
    words, act = st.columns([3, 1], vertical_alignment="center")
    with words:
        whom = file.to_whom or WHOM[file.for_whom]
        about = screen.joined([whom, screen.day(file.asked_at[:10])])
        screen.lines((file.name, ""), (about, "quiet"), (file.why, "quiet"))
    with act:
        if file.handed_at:
            screen.text(f"Handed over on {screen.day(file.handed_at[:10])}", "quiet")
        elif file.gone_at:
            screen.text("Put away", "quiet")
        else:
            _to_fetch(practice, file)


def _to_fetch(practice: Practice, file: FileOut) -> None:
    made = making(practice, file)
    if made.why:
        screen.text(made.why, "quiet")
    elif made.ready:
        st.link_button("Download", f"/files/{file.id}", type="primary", width="stretch")
        if made.note:
            screen.text(made.note, "quiet")
    else:
        st.progress(made.progress, text="Being made")
    st.button(
        "Not needed",
        key=f"put-away-{file.id}",
        type="tertiary",
        on_click=screen.doing,
        args=(put_away_file, practice, file.id),
    )
