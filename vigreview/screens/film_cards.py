"""The cards of a journey's films: being made ready, ready, or why they could not be used."""

import streamlit as st

from vigreview.components.filmstrip.filmstrip import filmstrip
from vigreview.process.consent import may, may_be_seen_by
from vigreview.process.filming import (
    TAKEN_OUT,
    Film,
    erase_film,
    film,
    pictures,
    put_away,
    try_again,
)
from vigreview.process.jobs import Job, cancel, jobs
from vigreview.process.practice import NotThere, Practice
from vigreview.process.same_film import same_before
from vigreview.screens import screen
from vigreview.screens.holding_card import holding, on_hold

SECOND_US = 1_000_000
KB, MB, GB = 1_000, 1_000_000, 1_000_000_000
NOTHING_KEPT = "Nothing of this was kept here."
AS_IT_WAS = "Where it came from, it is as it was."
STILL_THERE = (
    "The film is taken out of here again. On the phone or camera that it came from it stays as it "
    "is, and you can bring it once more."
)
NOWHERE_ELSE = "It was filmed on this device and is nowhere else: taken out, it is gone for good."
BEHIND = "It is made quicker to step through behind this; you can begin."
SHARPER = "A sharper picture of it is being made behind this; you can begin."


def card(practice: Practice, one: Film) -> None:
    """Put the card of one film on the screen."""
    with st.container(border=True, key=f"film-{one.id}"):
        if one.state == "ready":
            ready(practice, one)
            return
        going_on = one.state == "preparing" and not work(practice, one.id, "failed")
        name, act = st.columns([4, 1], vertical_alignment="center")
        with name:
            named(practice, one)
        if going_on:
            with act:
                cancelling(practice, one)
            being_made_ready(one.id)
        elif one.state == "receiving":
            screen.text("A film has half arrived. It can go on once there is consent.")
            erasing(practice, one)
        elif trouble := work(practice, one.id, "failed"):
            in_trouble(practice, one, trouble)


def named(practice: Practice, one: Film) -> None:
    screen.heading(screen.first_large(one.called), f"Filmed on {screen.day(one.filmed_on)}")
    if one.for_supervision:
        screen.text(for_supervision(practice, one), "quiet")
    brought_before(practice, one)


def for_supervision(practice: Practice, one: Film) -> str:
    """Say that a film is for supervision, and who may see it now."""
    names = ", ".join(may_be_seen_by(practice, one.journey_id))
    return f"Our shared review, for supervision. May be seen by: {names or 'nobody now'}."


def could_not_be_used(practice: Practice, failed: list[Film]) -> None:
    """Put on the screen why films could not be used, all in one place, until they are put away."""
    if not failed:
        return
    one_alone = len(failed) == 1
    with st.container(border=True, key="not-used"):
        screen.heading("This film could not be used" if one_alone else "These could not be used")
        for one in reversed(failed):
            screen.lines((one.why or "", ""), (which(one), "quiet"))
        words, act = st.columns([3, 1], vertical_alignment="center")
        with words:
            here = any(one.recorded for one in failed)
            screen.text(NOTHING_KEPT if here else f"{NOTHING_KEPT} {AS_IT_WAS}", "quiet")
        act.button(
            "Put it away" if one_alone else "Put them away",
            key="put-away",
            width="stretch",
            on_click=screen.doing,
            args=(put_away, practice, [one.id for one in failed]),
        )


def which(one: Film) -> str:
    """Say by what a person may know a file again whose name never came here."""
    came = "Filmed here" if one.recorded else "Brought"
    return screen.joined([f"{came} on {screen.day(one.made_at[:10])}", size(one.bytes or 0)])


def size(count: int) -> str:
    """Say how many bytes there are as the device that they came from does."""
    if count < MB:
        return f"{max(1, round(count / KB))} kB"
    return f"{round(count / MB)} MB" if count < GB else f"{count / GB:.1f} GB"


def taken_out(there: list[Film]) -> None:
    """Say of the last film that was taken out before it was ready that it is gone."""
    gone = [one for one in there if one.state == "erased" and one.why == TAKEN_OUT]
    if gone:
        day = screen.day((gone[-1].erased_at or "")[:10])
        screen.text(f"A film was taken out on {day}, before it was ready.", "quiet")


def brought_before(practice: Practice, one: Film) -> None:
    before = same_before(practice, one.id)
    if before is None:
        return
    which = before.called or "one in another family's journey"
    other = "erase this one" if one.state == "ready" else "take this one out"
    screen.text(f"This is the same film as {which}. You can keep both, or {other}.", "quiet")


def work(practice: Practice, film_id: int, *states: str) -> Job | None:
    """Return the work on a whole film that is in one of these states, the latest first."""
    found = [job for job in jobs(practice, film_id) if job.task in ("prepare", "better")]
    return next((job for job in reversed(found) if job.state in states), None)


def time_left(seconds: int | None) -> str:
    """Say how long something will still take, as people do; nothing where that is not known."""
    if seconds is None:
        return ""
    if seconds < 45:
        return "less than a minute left"
    minutes = round(seconds / 60)
    if minutes <= 1:
        return "about a minute left"
    return f"about {minutes} minutes left" if minutes < 60 else "more than an hour left"


def length(us: int) -> str:
    minutes, seconds = divmod(us // SECOND_US, 60)
    if minutes:
        return f"{minutes} min {seconds} s"
    return f"{seconds} s" if seconds else "less than a second"


@st.fragment(run_every=1)
def being_made_ready(film_id: int) -> None:
    practice = screen.practice()
    one = film(practice, film_id)
    job = work(practice, film_id, "working", "waiting")
    if one.state != "preparing" or work(practice, film_id, "failed"):
        st.rerun()
    if job:
        doing = job.doing or ("Waiting for its turn" if job.state == "waiting" else "Beginning")
        st.progress(job.progress, text=screen.joined([doing, time_left(job.left_s)]))
    strip_so_far(practice, film_id)


def strip_so_far(practice: Practice, film_id: int) -> None:
    """Show what there is of the filmstrip already, where it may be seen."""
    try:
        there = pictures(practice, film_id)
    except NotThere:
        st.rerun()
    if there.made and may(practice, "play", film_id):
        filmstrip(
            {
                "film_id": film_id,
                "src": f"/films/{film_id}/strip",
                "columns": there.columns,
                "tile_width": there.tile_width,
                "tile_height": there.tile_height,
                "times_us": list(there.times_us),
                "made": there.made,
            },
            key=f"filmstrip-{film_id}",
        )


def cancelling(practice: Practice, one: Film, label: str = "Cancel") -> None:
    with st.popover(label, key=f"cancelling-{one.id}", width="stretch"):
        screen.text(NOWHERE_ELSE if one.recorded else STILL_THERE)
        st.button(
            "Take it out",
            key=f"cancel-{one.id}",
            on_click=screen.doing,
            args=(cancel, practice, one.id),
        )


def in_trouble(practice: Practice, one: Film, job: Job) -> None:
    """Say what went wrong in passing: the film is still here."""
    screen.text(job.why or "")
    left, right = st.columns(2)
    left.button(
        "Try again",
        key=f"again-{one.id}",
        type="primary",
        width="stretch",
        on_click=screen.doing,
        args=(try_again, practice, one.id),
    )
    with right:
        cancelling(practice, one, "Take it out")


def ready(practice: Practice, one: Film) -> None:
    look, words = st.columns([1, 4], gap="medium", vertical_alignment="center")
    with look:
        a_look_at(practice, one)
    with words:
        named(practice, one)
        lasts = length(one.duration_us or 0)
        if one.missing_us:
            screen.text(f"The last part of this film is missing: {lasts} can be used.")
        else:
            screen.text(f"{lasts}, ready for its clips")
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            find = st.button("Find the clips", key=f"clips-{one.id}", type="primary", width=240)
            files = st.button("Files", key=f"files-{one.id}", type="tertiary")
            if not one.held_at:
                holding(practice, one)
                erasing(practice, one)
    if find:
        screen.go("clips", film=one.id)
    if files:
        screen.go("files", film=one.id)
    if one.held_at:
        on_hold(practice, one)
    if work(practice, one.id, "working", "waiting"):
        going_on_behind(one.id)
    elif trouble := work(practice, one.id, "failed"):
        screen.text(f"{trouble.why} The film can be used as it is.", "quiet")
        st.button(
            "Try again",
            key=f"again-{one.id}",
            on_click=screen.doing,
            args=(try_again, practice, one.id),
        )


def a_look_at(practice: Practice, one: Film) -> None:
    """Show a picture out of the middle of a film, where it may be seen."""
    there = pictures(practice, one.id)
    if not (there.made and may(practice, "play", one.id)):
        return
    down, across = divmod(there.made // 2, there.columns)
    left = 100 * across / max(1, there.columns - 1)
    top = 100 * down / max(1, -(-there.tiles // there.columns) - 1)
    place = f"{left:.3f}% {top:.3f}% / {there.columns * 100}% auto"
    shape = f"{there.tile_width} / {there.tile_height}"
    picture = f"/films/{one.id}/strip?made={there.made}"
    st.html(
        f'<div class="look" role="img" aria-label="A picture out of {one.called}"'
        f' style="aspect-ratio: {shape}; background: url({picture}) {place}"></div>'
    )


@st.fragment(run_every=1)
def going_on_behind(film_id: int) -> None:
    practice = screen.practice()
    job = work(practice, film_id, "working", "waiting")
    if job is None or film(practice, film_id).state != "ready":
        st.rerun()
    if job.task == "prepare":
        screen.text("Its filmstrip and sound are still being drawn; you can begin.", "quiet")
        return
    screen.text(SHARPER if job.sharper else BEHIND, "quiet")
    words, act = st.columns([3, 1], vertical_alignment="center")
    words.progress(job.progress, text=time_left(job.left_s))
    act.button(
        "Leave it as it is",
        key=f"leave-{film_id}",
        type="tertiary",
        on_click=screen.doing,
        args=(cancel, practice, film_id),
    )


def erasing(practice: Practice, one: Film) -> None:
    with st.popover("Erase this film", key=f"erasing-{one.id}", type="tertiary"):
        screen.text(
            "The film goes for good, with its clips and stills. What was said stays, and so does "
            "a line that it was erased."
        )
        why = st.text_input("Why", key=f"why-{one.id}", placeholder="The family asked for it")
        st.button(
            "Erase it for good",
            key=f"erase-{one.id}",
            disabled=not why.strip(),
            on_click=screen.doing,
            args=(erase_film, practice, one.id, why),
        )
