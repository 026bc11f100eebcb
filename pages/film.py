"""Bringing a film: consent first, then the file, then it is made ready."""

import streamlit as st

from vigreview import screen
from vigreview.components.uploader.uploader import uploader
from vigreview.filming_screen import broken_off, consent_comes_first
from vigreview.process.arriving import half_arrived
from vigreview.process.consent import may_film
from vigreview.process.film_limits import largest_bytes, room
from vigreview.process.filming import Film, erase_film, film, films, try_again
from vigreview.process.jobs import jobs
from vigreview.process.journeys import Journey
from vigreview.process.journeys import journey as the_journey
from vigreview.process.people import people
from vigreview.process.practice import Practice
from vigreview.process.same_film import Known, known_films, same_before
from vigreview.process.settings import settings


def draw() -> None:
    practice = screen.practice()
    journey = the_journey(practice, screen.asked_for("journey"))
    screen.back_to(journey.called, "journey", journey=journey.id)
    there = [one for one in films(practice, journey.id) if one.state != "erased"]
    screen.title("Films", f"A few minutes of an everyday moment with {baby_of(practice, journey)}.")
    broken_off(practice, journey.id)
    screen.refusal()
    bring(practice, journey)
    for one in reversed(there):
        shown(practice, journey, one)


def baby_of(practice: Practice, journey: Journey) -> str:
    return people(practice, journey.id).baby


def bring(practice: Practice, journey: Journey) -> None:
    if consent_comes_first(practice, journey.id):
        return
    said = uploader(
        {
            "journey_id": journey.id,
            "most_bytes": largest_bytes(practice),
            "most_minutes": settings(practice).longest_minutes,
            "room_bytes": room(practice),
            "half": [
                {
                    "film_id": one.id,
                    "held": held,
                    "bytes": one.bytes,
                    "fingerprint": one.fingerprint,
                }
                for one, held in half_arrived(practice, journey.id)
            ],
            "known": [
                {"fingerprint": one.fingerprint, "film_id": one.film_id, "words": words_for(one)}
                for one in known_films(practice, journey.id)
            ],
        },
        key=f"uploader-{journey.id}",
    )
    if said.go_to and film(practice, said.go_to).state == "ready":
        screen.go("clips", film=said.go_to)
    if said.arrived or said.taken_out:
        st.rerun()


def words_for(known: Known) -> str:
    """Say that this film is here already, and which it is unless it is another family's."""
    if known.film_id is None:
        return "This film is here already, in another family's journey."
    return f"This film is here already: film {known.cycle} of {screen.day(known.filmed_on)}."


def shown(practice: Practice, journey: Journey, one: Film) -> None:
    if one.state == "expected":
        return
    if one.state == "receiving" and (one.recorded or may_film(practice, journey.id)):
        return  # `broken_off` or the uploader has said what there is of it
    with st.container(border=True, key=f"film-{one.id}"):
        if one.state == "failed":
            screen.heading("This film could not be used")
            screen.text(one.why or "")
            return
        screen.heading(f"Film {one.cycle}", f"Filmed on {screen.day(one.filmed_on)}")
        brought_before(practice, one)
        if one.state == "ready":
            ready(practice, journey, one)
        else:
            getting_ready(one.id)
            erasing(practice, one)


def brought_before(practice: Practice, one: Film) -> None:
    before = same_before(practice, one.id)
    if before is None:
        return
    which = f"film {before.cycle}" if before.cycle else "one in another family's journey"
    screen.text(f"This is the same film as {which}. You can keep both, or erase this one.", "quiet")


@st.fragment(run_every=1)
def getting_ready(film_id: int) -> None:
    practice = screen.practice()
    one = film(practice, film_id)
    if one.state in ("expected", "ready", "failed", "erased"):
        st.rerun()
    if one.state == "receiving":
        screen.text("A film has half arrived. It can go on once there is consent.")
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
