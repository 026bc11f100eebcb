"""Bringing a film: consent first, then the file, then it is made ready."""

import streamlit as st

from vigreview import screen
from vigreview.components.uploader.uploader import uploader
from vigreview.process.arriving import expected_film, largest_bytes
from vigreview.process.consent import may_film
from vigreview.process.filming import Film, erase_film, film, films, try_again
from vigreview.process.jobs import jobs
from vigreview.process.journeys import Journey
from vigreview.process.journeys import journey as the_journey
from vigreview.process.people import people
from vigreview.process.practice import Practice

MOST_MINUTES = 180


def draw() -> None:
    practice = screen.practice()
    journey = the_journey(practice, screen.asked_for("journey"))
    screen.back_to(journey.called, "journey", journey=journey.id)
    there = [one for one in films(practice, journey.id) if one.state != "erased"]
    working = [one for one in there if one.state == "preparing"]
    screen.title("Films", f"A few minutes of an everyday moment with {baby_of(practice, journey)}.")
    screen.refusal()
    if not working:
        bring(practice, journey)
    for one in reversed(there):
        shown(practice, journey, one)


def baby_of(practice: Practice, journey: Journey) -> str:
    return people(practice, journey.id).baby


def bring(practice: Practice, journey: Journey) -> None:
    permission = may_film(practice, journey.id)
    if not permission:
        with st.container(border=True):
            screen.heading("Consent comes first")
            screen.text(permission.because)
            if st.button("To consent", type="primary", key="to_consent"):
                screen.go("consent", journey=journey.id)
        return
    expected = expected_film(practice, journey.id)
    arrived = uploader(
        {
            "film_id": expected,
            "most_bytes": largest_bytes(practice),
            "most_minutes": MOST_MINUTES,
            "label": "Bring a film from this device",
        },
        key=f"uploader-{expected}",
    )
    if arrived:
        st.rerun()


def shown(practice: Practice, journey: Journey, one: Film) -> None:
    if one.state == "expected":
        return
    with st.container(border=True, key=f"film-{one.id}"):
        if one.state == "failed":
            screen.heading("This film could not be used")
            screen.text(one.why or "")
            return
        screen.heading(f"Film {one.cycle}", f"Filmed on {screen.day(one.filmed_on)}")
        if one.state == "ready":
            ready(practice, journey, one)
        else:
            getting_ready(one.id)
            erasing(practice, one)


@st.fragment(run_every=1)
def getting_ready(film_id: int) -> None:
    practice = screen.practice()
    one = film(practice, film_id)
    if one.state in ("expected", "ready", "failed", "erased"):
        st.rerun()
    if one.state == "receiving":
        screen.text("Still arriving. Choose the same file again and it goes on where it was.")
        return
    job = next((job for job in jobs(practice, film_id) if job.task == "prepare"), None)
    if job and job.state == "failed":
        screen.text(job.why or "")
        st.button(
            "Try again",
            key=f"again-{film_id}",
            on_click=screen.doing,
            args=(try_again, practice, film_id),
        )
        return
    st.progress(job.progress if job else 0.0, text=(job.doing if job else "") or "Making it ready")
    screen.text("You can leave this page: it goes on by itself.", "quiet")


def ready(practice: Practice, journey: Journey, one: Film) -> None:
    minutes, seconds = divmod((one.duration_us or 0) // 1_000_000, 60)
    screen.text(f"{minutes} min {seconds} s, ready for its clips")
    left, right = st.columns(2)
    if left.button("Find the clips", key=f"clips-{one.id}", type="primary", width="stretch"):
        screen.go("clips", film=one.id)
    with right:
        erasing(practice, one)


def erasing(practice: Practice, one: Film) -> None:
    with st.popover("Erase this film", key=f"erasing-{one.id}", width="stretch"):
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


draw()
