"""Microanalysis: finding the few seconds that are better than usual, alone at the desk."""

import streamlit as st

from vigreview.components.bench.bench import STEPS, bench
from vigreview.components.order.order import order
from vigreview.process.advising import advice, advice_on_all, balance
from vigreview.process.consent import may
from vigreview.process.filming import Film, film, pictures
from vigreview.process.helping_question import helping_question
from vigreview.process.jobs import is_worked_on
from vigreview.process.journeys import journey as the_journey
from vigreview.process.microanalysis import (
    Clip,
    bring_back_clip,
    clips,
    delete_clip,
    deleted_clips,
)
from vigreview.process.people import people
from vigreview.process.practice import Practice
from vigreview.process.steps import steps
from vigreview.screens import screen
from vigreview.screens.clip_card import SELECTED, its_stills, what_it_is
from vigreview.screens.film_cards import for_supervision
from vigreview.screens.holding_card import holding, on_hold

TAKEN_AWAY = "clip taken away"
OF_THE_REVIEW = "Moments of the shared review that are better than usual, seen between you two."
GET_READY = "get the shared review ready"


def draw() -> None:
    practice = screen.practice()
    one = film(practice, screen.asked_for("film"))
    journey = the_journey(practice, one.journey_id)
    question = helping_question(practice, journey.id).words
    held = ", on hold" if one.held_at else ""
    lead = OF_THE_REVIEW if one.for_supervision else question
    with st.container(horizontal=True, vertical_alignment="center", key="bench-head"):
        screen.back_to(journey.called, "journey", journey=journey.id)
        screen.title(f"Clips of {one.called}{held}", lead or "Moments that are better than usual.")
    permission = may(practice, "play", one.id)
    if not permission or one.state != "ready":
        screen.refusal()
        screen.text(permission.because or "This film is still being made ready.")
        return
    marked = clips(practice, one.id)
    the_bench(practice, one, marked)
    screen.refusal()
    gone = deleted_clips(practice, one.id)
    taken_away(practice, one, gone)
    if is_worked_on(practice, one.id):
        taking_over(one.id, shown_of(practice, one.id))
    with_whom = people(practice, journey.id)
    if not marked:
        who = f"{with_whom.carer} says or shows something, and you receive it"
        begins = who if one.for_supervision else "baby does something, and somebody receives it"
        screen.text(
            f"Play the film, and tap Start and End around a moment of a few seconds: {begins}.",
            "quiet",
        )
    else:
        other = with_whom.carer if one.for_supervision else with_whom.baby
        chosen_clip(practice, one, marked, other)
        the_order(practice, one, marked, other)
    all_taken_away(practice, gone)
    if one.held_at:
        on_hold(practice, one)
    else:
        holding(practice, one)


def the_bench(practice: Practice, one: Film, marked: list[Clip]) -> None:
    there = pictures(practice, one.id)
    known = steps(practice, one.id)
    films = f"/films/{one.id}"
    strip = {"src": f"{films}/strip", "tiles": there.tiles, "columns": there.columns}
    said = bench(
        {
            "film_id": one.id,
            "src": f"{films}/{there.playing}",
            "times_src": f"{films}/times",
            "waveform_src": f"{films}/waveform" if there.waveform else None,
            "strip": strip if there.whole_strip else None,
            "duration_us": one.duration_us or 0,
            "width": one.width or 16,
            "height": one.height or 9,
            "clips": [
                {
                    "id": clip.id,
                    "start_us": clip.start_us,
                    "end_us": clip.end_us,
                    "name": clip.name or f"Clip {at}",
                    "chosen": clip.chosen,
                }
                for at, clip in enumerate(marked, start=1)
            ],
            "selected": st.session_state.get(SELECTED),
            "undo": STEPS.get(known.back) if known.back else None,
            "redo": STEPS.get(known.on) if known.on else None,
        },
        key=f"bench-{one.id}",
    )
    changed = said["changed"]
    if changed and changed["verb"] in ("mark_clip", "undo", "redo"):
        st.session_state[SELECTED] = changed["clip_id"] or st.session_state.get(SELECTED)
    elif said["selected"]:
        st.session_state[SELECTED] = said["selected"]
    if changed or said["selected"]:
        st.rerun()


def shown_of(practice: Practice, film_id: int) -> tuple[str, bool, bool]:
    """What the bench shows of a film: its stream, its waveform and its filmstrip."""
    there = pictures(practice, film_id)
    return there.playing, there.waveform, there.whole_strip


@st.fragment(run_every=2)
def taking_over(film_id: int, before: tuple[str, bool, bool]) -> None:
    """Have what is made behind a film take over on the bench as soon as it is there."""
    practice = screen.practice()
    if shown_of(practice, film_id) != before or not is_worked_on(practice, film_id):
        st.rerun()


def taken_away(practice: Practice, one: Film, gone: list[Clip]) -> None:
    film_id, clip_id = st.session_state.get(TAKEN_AWAY, (None, 0))
    if film_id != one.id or clip_id not in {clip.id for clip in gone}:
        return  # it was of another film, or undoing has brought it back
    words, act = st.columns([3, 1], vertical_alignment="center")
    with words:
        screen.text("The clip has been taken away.", "quiet")
    act.button("Bring it back", key="bring_back", on_click=back_again, args=(practice, clip_id))


def all_taken_away(practice: Practice, gone: list[Clip]) -> None:
    """List quietly the clips that were taken away, each with its way back."""
    if not gone:
        return
    with st.expander("Clips that were taken away"):
        for clip in gone:
            words, act = st.columns([3, 1], vertical_alignment="center")
            starts, lasts = clip.start_us / 1e6, (clip.end_us - clip.start_us) / 1e6
            minutes, seconds = divmod(int(starts), 60)
            with words:
                screen.lines(
                    (clip.name or "A clip without a name", ""),
                    (f"At {minutes}:{seconds:02}, {lasts:.1f} s", "quiet"),
                )
            act.button(
                "Bring it back",
                key=f"back-{clip.id}",
                width="stretch",
                on_click=back_again,
                args=(practice, clip.id),
            )


def back_again(practice: Practice, clip_id: int) -> None:
    screen.doing(bring_back_clip, practice, clip_id)
    st.session_state.pop(TAKEN_AWAY, None)
    st.session_state[SELECTED] = clip_id


def on_the_card(marked: list[Clip]) -> Clip:
    found = [clip for clip in marked if clip.id == st.session_state.get(SELECTED)]
    return found[0] if found else marked[-1]


def chosen_clip(practice: Practice, one: Film, marked: list[Clip], other: str) -> None:
    clip = on_the_card(marked)
    number = marked.index(clip) + 1

    def take_away() -> None:
        screen.doing(delete_clip, practice, clip.id)
        st.session_state[TAKEN_AWAY] = (clip.film_id, clip.id)

    with st.container(border=True, key="clip"):
        screen.heading(clip.name or f"Clip {number}")
        if word := advice(clip):
            screen.text(word, "quiet")
        what_it_is(practice, clip, other, one.for_supervision)
        its_stills(practice, clip)
        st.button("Take this clip away", key="take_away", type="tertiary", on_click=take_away)


def the_order(practice: Practice, one: Film, marked: list[Clip], other: str) -> None:
    what_for = "supervision" if one.for_supervision else "the review"
    screen.heading(f"The order for {what_for}")
    if word := advice_on_all(marked):
        screen.text(word, "quiet")
    said = order(
        {
            "film_id": one.id,
            "clips": [
                {
                    "id": clip.id,
                    "name": clip.name or f"Clip {at}",
                    "length_us": clip.end_us - clip.start_us,
                    "chosen": clip.chosen,
                }
                for at, clip in enumerate(marked, start=1)
            ],
            "selected": on_the_card(marked).id,
        },
        key=f"order-{one.id}",
    )
    if said["selected"]:
        st.session_state[SELECTED] = said["selected"]
    if said["selected"] or said["ordered"]:
        st.rerun()  # the bench above was drawn before this was said
    chosen = [clip for clip in marked if clip.chosen]
    if not chosen:
        then = "take them to your supervision" if one.for_supervision else GET_READY
        screen.text(f"Choose one to four clips, then {then}.", "quiet")
        return
    between_them(one, marked, other)
    if one.held_at:
        return
    if one.for_supervision:
        to_supervision(practice, one)
        return
    with st.container(horizontal=True):
        ready = st.button("Get the shared review ready", type="primary", key="get_ready")
        rehearse = st.button("Rehearse", key="rehearse")
        files = st.button("Files", key="files", type="tertiary")
    if ready:
        screen.go("get_ready", film=one.id)
    if rehearse:
        screen.go("rehearse", film=one.id)
    if files:
        screen.go("files", film=one.id)


def to_supervision(practice: Practice, one: Film) -> None:
    screen.text(for_supervision(practice, one), "quiet")
    with st.container(horizontal=True):
        rehearse = st.button("Play them in their order", type="primary", key="rehearse")
        files = st.button("Files", key="files", type="tertiary")
    if rehearse:
        screen.go("rehearse", film=one.id)
    if files:
        screen.go("files", film=one.id)


def between_them(one: Film, marked: list[Clip], other: str) -> None:
    """Say kindly what the chosen clips show between them, and what was not noted in any."""
    names = {clip.id: clip.name or f"Clip {at}" for at, clip in enumerate(marked, start=1)}
    found = balance(marked, other, one.for_supervision)
    shown = [
        f"{each.words}: {', '.join(names[clip] for clip in each.clips)}."
        for each in found
        if each.clips
    ]
    open_still = [f"{each.words[0].lower()}{each.words[1:]}" for each in found if not each.clips]
    talk = "supervision" if one.for_supervision else "a review"
    with st.container(border=True, key="balance"):
        screen.text("What these clips show between them", "called")
        for sentence in shown:
            screen.text(sentence)
        if open_still:
            screen.text(
                f"Not noted so far: {'; '.join(open_still)}. It may be there already, and {talk} "
                "can be good without it.",
                "quiet",
            )


draw()
