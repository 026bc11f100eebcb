"""Finding clips again: by words, principle, film and day, and playing them one after another."""

import streamlit as st

from vigreview.components.in_a_row.in_a_row import in_a_row
from vigreview.process.consent import MOMENT, SUPERVISION
from vigreview.process.finding import Found, Sought, described_by, find_clips
from vigreview.process.journeys import journey as the_journey
from vigreview.process.practice import Practice
from vigreview.process.wording import principles
from vigreview.screens import screen
from vigreview.screens.clip_card import SELECTED
from vigreview.screens.clips_in_films import in_their_films

AT_ONCE = 8
MOST_FILMS = 12  # of one journey, to choose from; three or four are usual
NAMELESS = "A clip without a name"


def draw() -> None:
    practice = screen.practice()
    only = screen.asked_for("journey") if "journey" in st.query_params else None
    if only:
        called = the_journey(practice, only).called
        screen.back_to(called, "journey", journey=only)
        screen.title("Find clips", f"Every clip that you marked with {called}.")
    else:
        screen.back_to("Families", "caseload")
        screen.title("Find clips", "Every clip that you marked, in all films that are here.")
    sought = what_is_sought(practice, only)
    found = find_clips(practice, sought)
    if not found:
        nothing(sought, only)
        return
    heading, act = st.columns([2, 1.4], vertical_alignment="center")
    with heading:
        screen.heading("One clip" if len(found) == 1 else f"{len(found)} clips")
    playing = st.session_state.get("in a row", False)
    act.button(
        "Close" if playing else "Play them one after another",
        key="in_a_row",
        type="secondary" if playing else "primary",
        width="stretch",
        on_click=lambda: st.session_state.update({"in a row": not playing}),
    )
    if playing:
        shown = [(one.clip, one.clip.name or NAMELESS, where(one)) for one in found]
        in_a_row({"clips": in_their_films(practice, shown)}, key="row")
    else:
        the_list(practice, found)


def what_is_sought(practice: Practice, only: int | None) -> Sought:
    named = principles(practice)
    for_supervision = bool(st.session_state.get("for-supervision"))
    words, principle, cycle = st.columns([2, 2, 1])
    typed = words.text_input(
        "Words",
        key="words",
        placeholder="In a name, a note, or what was said",
        on_change=first_page,
    )
    chosen = principle.selectbox(
        "Principle",
        named.choices(described_by(practice)),
        index=None,
        placeholder="Any principle",
        format_func=lambda one: named.name_of(one, for_supervision),
        key="principle",
        on_change=first_page,
    )
    number = cycle.selectbox(
        "Film",
        range(1, MOST_FILMS + 1),
        index=None,
        placeholder="Any film",
        format_func=lambda one: f"Film {one}",
        key="cycle",
        on_change=first_page,
    )
    since, until, kind = st.columns([1, 1, 2], vertical_alignment="bottom")
    days = {"value": None, "format": "DD/MM/YYYY", "on_change": first_page}
    after = since.date_input("Filmed from", key="since", **days)
    before = until.date_input("Filmed until", key="until", **days)
    kind.checkbox(
        "In films of shared reviews, for supervision", key="for-supervision", on_change=first_page
    )
    return Sought(
        words=typed,
        kind=SUPERVISION if for_supervision else MOMENT,
        principle=chosen,
        journey_id=only,
        cycle=number,
        since=after.isoformat() if after else None,
        until=before.isoformat() if before else None,
    )


def first_page() -> None:
    st.session_state["page"] = 1


def nothing(sought: Sought, only: int | None) -> None:
    if sought == Sought(journey_id=only, kind=sought.kind):
        screen.text("There are no clips yet. They are marked on a film, and found again here.")
    else:
        screen.text("No clip is like that. Fewer words, or any principle, find more.")


def the_list(practice: Practice, found: list[Found]) -> None:
    page = st.session_state.get("page", 1)
    last = -(-len(found) // AT_ONCE)
    page = min(page, last)
    for one in found[(page - 1) * AT_ONCE : page * AT_ONCE]:
        card(one)
    if last > 1:
        st.pagination(last, key="page")


def card(one: Found) -> None:
    clip = one.clip
    with st.container(border=True, key=f"found-{clip.id}"):
        look, words, act = st.columns([1, 3, 1.4], vertical_alignment="center")
        look.html(screen.still_html(clip.face, f"A still of {clip.name or 'this clip'}"))
        with words:
            named, to_parent = principles(screen.practice()), one.kind == SUPERVISION
            screen.lines(
                (clip.name or NAMELESS, "called"),
                (where(one), "quiet"),
                (", ".join(named.name_of(each, to_parent) for each in clip.principles), "quiet"),
            )
        if act.button("Show on the bench", key=f"show-{clip.id}", width="stretch"):
            st.session_state[SELECTED] = clip.id
            screen.go("clips", film=clip.film_id)


def where(one: Found) -> str:
    length = (one.clip.end_us - one.clip.start_us) / 1e6
    names = f"{one.called}, with {one.baby}" if one.baby else one.called
    film = f"{screen.first_large(one.film)}, {screen.day(one.filmed_on)}"
    return screen.joined([names, film, f"{length:.1f} s"])


draw()
